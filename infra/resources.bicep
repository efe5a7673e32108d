// Everything in the resource group. Nothing here has a shared key: the app is one identity with the roles it needs.
@description('The region of everything.')
param location string

@description('Put on everything.')
param tags object

@description('Makes names unique: thirteen letters and digits.')
@minLength(13)
@maxLength(13)
param token string

@description('The sender of mails.')
param mailFrom string

@description('Who is told of alerts.')
param operatorMail string

@description('The API key of SendGrid.')
@secure()
param sendGridKey string

@description('Where the SendGrid account keeps its mail.')
@allowed([ 'eu', 'global' ])
param sendGridRegion string

@description('The public key of SendGrid\'s delivery events; empty: none are taken.')
param sendGridWebhookKey string

@description('What links to placement sites are signed with.')
@secure()
param siteLinksKey string

@description('A link to a case in the case system; empty: Rettidig\'s own page.')
param caseSystemLink string

@description('The address people open Rettidig at; empty: the function app\'s own.')
param siteBaseUrl string

@description('Whole years after its end that a placement is kept; empty: until somebody erases it.')
param retentionYears string

@description('Whether storage and key vault are reached only from the app\'s own network.')
param privateNetwork bool

@description('Addresses the app may be reached from; empty: from everywhere.')
param allowedAddresses array

@description('The most instances the app may grow to.')
param maximumInstances int

@description('What the resource group may cost a month before the operator is told.')
param monthlyBudget int

@description('The first day of the month the budget counts from.')
param budgetStart string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-rettidig-${token}'
  location: location
  tags: tags
}

module monitor 'modules/monitor.bicep' = {
  name: 'monitor'
  params: { location: location, tags: tags, token: token, principalId: identity.properties.principalId }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: { location: location, tags: tags, token: token }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    tags: tags
    token: token
    principalId: identity.properties.principalId
    workspaceId: monitor.outputs.workspaceId
    privateNetwork: privateNetwork
    endpointSubnetId: network.?outputs.endpointSubnetId ?? ''
    zoneIds: network.?outputs.zoneIds ?? {}
  }
}

module bus 'modules/bus.bicep' = {
  name: 'bus'
  params: { location: location, tags: tags, token: token, principalId: identity.properties.principalId, workspaceId: monitor.outputs.workspaceId }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    tags: tags
    token: token
    principalId: identity.properties.principalId
    workspaceId: monitor.outputs.workspaceId
    privateNetwork: privateNetwork
    endpointSubnetId: network.?outputs.endpointSubnetId ?? ''
    zoneIds: network.?outputs.zoneIds ?? {}
    sendGridKey: sendGridKey
    siteLinksKey: siteLinksKey
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    location: location
    tags: tags
    token: token
    identityName: identity.name
    workspaceId: monitor.outputs.workspaceId
    insightsConnection: monitor.outputs.insightsConnection
    appSubnetId: network.?outputs.appSubnetId ?? ''
    hostStorageName: storage.outputs.hostName
    packageContainer: storage.outputs.packageContainer
    stateTableUri: storage.outputs.stateTableUri
    busHost: bus.outputs.host
    sendGridSecretUri: vault.outputs.sendGridSecretUri
    siteLinksSecretUri: vault.outputs.siteLinksSecretUri
    sendGridRegion: sendGridRegion
    sendGridWebhookKey: sendGridWebhookKey
    mailFrom: mailFrom
    operatorMail: operatorMail
    caseSystemLink: caseSystemLink
    siteBaseUrl: siteBaseUrl
    retentionYears: retentionYears
    allowedAddresses: allowedAddresses
    maximumInstances: maximumInstances
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    operatorMail: operatorMail
    workspaceId: monitor.outputs.workspaceId
    busId: bus.outputs.id
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

output functionName string = app.outputs.name
output url string = app.outputs.url
output busUrl string = 'https://${bus.outputs.host}'
