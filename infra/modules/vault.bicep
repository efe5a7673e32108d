// The two secrets there are: the mail key, and what links to placement sites are signed with.
@description('The region.')
param location string

@description('Put on everything.')
param tags object

@description('Makes names unique.')
param token string

@description('The app\'s identity.')
param principalId string

@description('Where every use of a secret is logged.')
param workspaceId string

@description('Whether the vault is reached only from the app\'s own network.')
param privateNetwork bool

@description('The subnet of private endpoints; empty without a private network.')
param endpointSubnetId string

@description('The private zones by part; empty without a private network.')
param zoneIds object

@description('The API key of SendGrid.')
@secure()
param sendGridKey string

@description('What links to placement sites are signed with.')
@secure()
param siteLinksKey string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-${token}'
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }
}

resource sendGrid 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'sendgrid-key'
  properties: { value: sendGridKey, contentType: 'SendGrid API key, scope mail.send' }
}

resource siteLinks 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'sitelinks-key'
  properties: { value: siteLinksKey, contentType: 'Signs links to placement sites' }
}

// Each secret for itself: whatever else is put into the vault later is not the app's to read.
resource readsSendGrid 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(sendGrid.id, principalId, secretsUser)
  scope: sendGrid
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource readsSiteLinks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(siteLinks.id, principalId, secretsUser)
  scope: siteLinks
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rettidig'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [ { category: 'AuditEvent', enabled: true } ]
    metrics: [ { category: 'AllMetrics', enabled: true } ]
  }
}

module endpoint 'endpoint.bicep' = if (privateNetwork) {
  name: 'vault'
  params: { location: location, tags: tags, name: 'pe-vault-${token}', resourceId: vault.id, part: 'vault', subnetId: endpointSubnetId, zoneId: zoneIds.?vault ?? '' }
}

output sendGridSecretUri string = sendGrid.properties.secretUri
output siteLinksSecretUri string = siteLinks.properties.secretUri
