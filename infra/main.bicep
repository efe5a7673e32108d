// Rettidig in Azure: a resource group, and everything in it. `azd up` deploys this; so does
//   az deployment sub create --location swedencentral --template-file infra/main.bicep --parameters …
targetScope = 'subscription'

@description('The name of the azd environment, such as "rettidig-prod". It is part of the resource group\'s name.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region of everything. Flex Consumption must be offered there; swedencentral and westeurope have it.')
@minLength(1)
param location string

@description('The sender of mails, such as "Rettidig <rettidig@kommune.dk>". SendGrid must have approved the address.')
@minLength(3)
param mailFrom string

@description('Who is told of what nobody else can be found for, and of alerts: one address.')
@minLength(3)
param operatorMail string

@description('The API key of SendGrid, with the scope mail.send and no other. Kept in the key vault.')
@secure()
param sendGridKey string

@description('Where the SendGrid account keeps its mail.')
@allowed([ 'eu', 'global' ])
param sendGridRegion string = 'eu'

@description('The public key that SendGrid signs delivery events with; empty: none are taken. It is no secret.')
param sendGridWebhookKey string = ''

@description('What links to placement sites are signed with: at least 32 characters. Kept in the key vault. Changing it ends every link that was sent.')
@secure()
@minLength(32)
param siteLinksKey string

@description('A link to a case in the case system, with {placement} and, where it needs it, {municipality}; empty: Rettidig\'s own page.')
param caseSystemLink string = ''

@description('The address people open Rettidig at, such as https://rettidig.kommune.dk; empty: the function app\'s own.')
param siteBaseUrl string = ''

@description('Whole years after its end that a placement is kept, such as "5"; empty: until somebody erases it.')
param retentionYears string = ''

@description('Storage and key vault are reached only from the app\'s own network. Turn off for a trial without the price of private endpoints.')
param privateNetwork bool = true

@description('Addresses the app may be reached from, such as [ "192.0.2.0/24" ]; empty: from everywhere, for SendGrid\'s delivery events and the links of placement sites come from anywhere.')
param allowedAddresses array = []

@description('The most instances the app may grow to. A municipality of 100,000 needs one.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('What the resource group may cost a month before the operator is told, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int = 150

@description('The first day of the month the budget counts from, such as 2026-11-01: this month when the budget is made, and the same ever after, for Azure refuses to change it. azd finds it (hooks/preprovision.sh).')
@minLength(10)
@maxLength(10)
param budgetStart string

var tags = { 'azd-env-name': environmentName, app: 'rettidig' }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module resources 'resources.bicep' = {
  name: 'rettidig-${token}'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    mailFrom: mailFrom
    operatorMail: operatorMail
    sendGridKey: sendGridKey
    sendGridRegion: sendGridRegion
    sendGridWebhookKey: sendGridWebhookKey
    siteLinksKey: siteLinksKey
    caseSystemLink: caseSystemLink
    siteBaseUrl: siteBaseUrl
    retentionYears: retentionYears
    privateNetwork: privateNetwork
    allowedAddresses: allowedAddresses
    maximumInstances: maximumInstances
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = resources.outputs.functionName
output RETTIDIG_URL string = resources.outputs.url
output RETTIDIG_SERVICEBUS_URL string = resources.outputs.busUrl
