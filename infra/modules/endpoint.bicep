// A private endpoint of one part of one resource, with its name in the private zone.
@description('The region.')
param location string

@description('Put on everything.')
param tags object

@description('The endpoint\'s name.')
param name string

@description('The resource behind it.')
param resourceId string

@description('Which part of it: blob, queue, table or vault.')
@allowed([ 'blob', 'queue', 'table', 'vault' ])
param part string

@description('The subnet it is in.')
param subnetId string

@description('The private zone its name is in.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [ { name: part, properties: { privateLinkServiceId: resourceId, groupIds: [ part ] } } ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [ { name: part, properties: { privateDnsZoneId: zoneId } } ]
    }
  }
}
