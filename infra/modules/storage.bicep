// Two accounts, so that what the host does with its own never touches the cases: one for the host (packages, durable
// histories, queues, leases), one for the state (the tables of functions/Storage/Tables.cs).
@description('The region.')
param location string

@description('Put on everything.')
param tags object

@description('Makes names unique.')
param token string

@description('The app\'s identity.')
param principalId string

@description('Where what happens to the accounts is logged.')
param workspaceId string

@description('Whether the accounts are reached only from the app\'s own network.')
param privateNetwork bool

@description('The subnet of private endpoints; empty without a private network.')
param endpointSubnetId string

@description('The private zones by part; empty without a private network.')
param zoneIds object

var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var packages = 'packages'

resource host 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'sthost${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'None' }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource container 'containers' = {
      name: packages
      properties: { publicAccess: 'None' }
    }
  }
}

resource state 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'ststate${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_GZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'None' }
  }

  resource tables 'tableServices' = {
    name: 'default'
  }
}

// The host's own account: packages and leases are blobs, durable work is queues, histories are tables.
resource hostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [ blobOwner, queueContributor, tableContributor ]: {
  name: guid(host.id, principalId, role)
  scope: host
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

// The state: tables, and nothing else.
resource stateRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(state.id, principalId, tableContributor)
  scope: state
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Who deletes is worth knowing; every read and write would cost more than the tables do. The host deletes its own messages
// and histories all day, so of its account it is the packages.
resource hostLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rettidig'
  scope: host::blobs
  properties: {
    workspaceId: workspaceId
    logs: [ { category: 'StorageDelete', enabled: true } ]
    metrics: [ { category: 'Transaction', enabled: true } ]
  }
}

resource stateLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rettidig'
  scope: state::tables
  properties: {
    workspaceId: workspaceId
    logs: [ { category: 'StorageDelete', enabled: true } ]
    metrics: [ { category: 'Transaction', enabled: true } ]
  }
}

module hostEndpoints 'endpoint.bicep' = [for part in privateNetwork ? [ 'blob', 'queue', 'table' ] : []: {
  name: 'host-${part}'
  params: { location: location, tags: tags, name: 'pe-host-${part}-${token}', resourceId: host.id, part: part, subnetId: endpointSubnetId, zoneId: zoneIds[part] }
}]

module stateEndpoint 'endpoint.bicep' = if (privateNetwork) {
  name: 'state-table'
  params: { location: location, tags: tags, name: 'pe-state-table-${token}', resourceId: state.id, part: 'table', subnetId: endpointSubnetId, zoneId: zoneIds.?table ?? '' }
}

output hostName string = host.name
output packageContainer string = '${host.properties.primaryEndpoints.blob}${packages}'
output stateTableUri string = state.properties.primaryEndpoints.table
