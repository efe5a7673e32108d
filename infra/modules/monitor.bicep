// Logs and figures. They hold references of placements and staff, so they are kept for thirty days and no longer.
@description('The region.')
param location string

@description('Put on everything.')
param tags object

@description('Makes names unique.')
param token string

@description('The app\'s identity: the only one that may write here.')
param principalId string

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-rettidig-${token}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

// The logs hold references of placements, so who asks them is logged too.
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rettidig'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [ { category: 'Audit', enabled: true } ]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-rettidig-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    RetentionInDays: 30
  }
}

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output workspaceId string = workspace.id
output insightsConnection string = insights.properties.ConnectionString
