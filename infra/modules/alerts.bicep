// What somebody must be told of; docs/drift.md says what to do at each.
@description('The region.')
param location string

@description('Put on everything.')
param tags object

@description('Who is told.')
param operatorMail string

@description('The logs that are watched.')
param workspaceId string

@description('The Service Bus namespace.')
param busId string

@description('What the resource group may cost a month before the operator is told.')
param monthlyBudget int

@description('The first day of the month the budget counts from.')
param budgetStart string

// Each asks the logs how many rows there are, and alerts when that is too many or too few. What the app logs comes with the
// name of the event: the worker gives the host that name, and the number only where there is none.
var questions = [
  {
    name: 'watchdog-silent'
    text: 'Nattevagten har ikke set efter de åbne anbringelser i 26 timer.'
    severity: 1
    query: 'AppRequests | where Name == "PurgeFinished" and Success == true'
    every: 'PT1H'
    window: 'P2D'
    span: '26h'
    operator: 'LessThan'
    count: 1
  }
  {
    name: 'timer-lag'
    text: 'Taktslaget hvert kvarter er udeblevet i mindst tre kvarter.'
    severity: 1
    query: 'AppRequests | where Name == "Tick" and Success == true'
    every: 'PT15M'
    window: 'PT45M'
    span: '45m'
    operator: 'LessThan'
    count: 1
  }
  {
    name: 'mail-failures'
    text: 'Mails blev ikke taget imod, eller det er uvist, om de blev sendt.'
    severity: 2
    query: 'AppTraces | where toint(Properties.EventId) in (2021, 2022, 6001, 6002, 6003) or tostring(Properties.EventName) in ("BundleRefused", "AmbiguousSend", "FolderNotWritable", "NotTaken", "Uncertain")'
    every: 'PT15M'
    window: 'PT1H'
    span: '1h'
    operator: 'GreaterThan'
    count: 0
  }
  {
    name: 'lifecycles-repaired'
    text: 'Nattevagten måtte starte eller vække anbringelser, som ikke blev fulgt.'
    severity: 3
    query: 'AppTraces | where toint(Properties.EventId) in (1001, 2011) or tostring(Properties.EventName) in ("LifecycleRepaired", "LostSignal")'
    every: 'PT1H'
    window: 'PT6H'
    span: '6h'
    operator: 'GreaterThan'
    count: 5
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-rettidig'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'rettidig'
    enabled: true
    emailReceivers: [ { name: 'drift', emailAddress: operatorMail, useCommonAlertSchema: true } ]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Hændelser ind eller varsler ud er lagt til side, fordi de ikke kan bruges.'
    severity: 2
    enabled: true
    scopes: [ busId ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
          // Every topic and queue there is or will be: each is watched for itself.
          dimensions: [ { name: 'EntityName', operator: 'Include', values: [ '*' ] } ]
        }
      ]
    }
    actions: [ { actionGroupId: people.id } ]
  }
}

resource asked 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for question in questions: {
  name: question.name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: question.name
    description: question.text
    severity: question.severity
    enabled: true
    scopes: [ workspaceId ]
    evaluationFrequency: question.every
    windowSize: question.window
    criteria: {
      allOf: [
        {
          query: '${question.query} | where TimeGenerated > ago(${question.span}) | summarize Count = count()'
          timeAggregation: 'Total'
          metricMeasureColumn: 'Count'
          operator: question.operator
          threshold: question.count
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [ people.id ] }
    autoMitigate: true
    skipQueryValidation: true // the tables come with the first data
  }
}]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'rettidig'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStart }
    notifications: {
      foreseen: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [ operatorMail ]
      }
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [ operatorMail ]
      }
    }
  }
}
