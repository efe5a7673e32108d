// The function app on Flex Consumption, .NET 10 isolated. Every connection is by identity; the two secrets are
// references into the key vault.
@description('The region.')
param location string

@description('Put on everything.')
param tags object

@description('Makes names unique.')
param token string

@description('The app\'s identity.')
param identityName string

@description('Where the app\'s logs go.')
param workspaceId string

@description('Where the app\'s telemetry goes; holds no secret, for writing there takes the identity.')
param insightsConnection string

@description('The subnet the app lives in; empty without a private network.')
param appSubnetId string

@description('The host\'s own account.')
param hostStorageName string

@description('The container packages are deployed to.')
param packageContainer string

@description('Where the state is.')
param stateTableUri string

@description('The Service Bus namespace.')
param busHost string

@description('The mail key in the vault.')
param sendGridSecretUri string

@description('The key of links to placement sites in the vault.')
param siteLinksSecretUri string

@description('Where the SendGrid account keeps its mail.')
param sendGridRegion string

@description('The public key of SendGrid\'s delivery events; empty: none are taken.')
param sendGridWebhookKey string

@description('The sender of mails.')
param mailFrom string

@description('Who is told of what nobody else can be found for.')
param operatorMail string

@description('A link to a case in the case system; empty: Rettidig\'s own page.')
param caseSystemLink string

@description('The address people open Rettidig at; empty: the app\'s own.')
param siteBaseUrl string

@description('Whole years after its end that a placement is kept; empty: until somebody erases it.')
param retentionYears string

@description('Addresses the app may be reached from; empty: from everywhere.')
param allowedAddresses array

@description('The most instances the app may grow to.')
param maximumInstances int

var name = 'func-rettidig-${token}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-rettidig-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(appSubnetId) ? null : appSubnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: empty(allowedAddresses) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: map(range(0, length(allowedAddresses)), i => {
        name: 'allowed-${i}'
        ipAddress: allowedAddresses[i]
        action: 'Allow'
        priority: 100 + i
      })
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: maximumInstances }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      // The root is the overview, not the host's own page.
      AzureWebJobsDisableHomepage: 'true'
      AzureWebJobsStorage__accountName: hostStorageName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      Storage__tableServiceUri: stateTableUri
      Storage__clientId: identity.properties.clientId
      ServiceBus__fullyQualifiedNamespace: busHost
      ServiceBus__credential: 'managedidentity'
      ServiceBus__clientId: identity.properties.clientId
      SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${sendGridSecretUri})'
      SendGrid__Region: sendGridRegion
      SendGrid__WebhookKey: sendGridWebhookKey
      SiteLinks__Key: '@Microsoft.KeyVault(SecretUri=${siteLinksSecretUri})'
      Mail__From: mailFrom
      Operator__Mail: operatorMail
      CaseSystem__Link: caseSystemLink
      Retention__Years: retentionYears
      Site__BaseUrl: empty(siteBaseUrl) ? 'https://${app.properties.defaultHostName}' : siteBaseUrl
    }
  }

  // Deployment is by identity too: no publishing passwords.
  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rettidig'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [ { category: 'AppServiceAuthenticationLogs', enabled: true } ]
    metrics: [ { category: 'AllMetrics', enabled: true } ]
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
