namespace Rettidig.Cli.Costs;

/// <summary>What <c>infra/</c> deploys, by what it is paid for; a test counts it in the Bicep.</summary>
internal static class Installation
{
    /// <summary>The host's blobs, queues and tables; the tables of the state; the key vault.</summary>
    public const int PrivateEndpoints = 5;

    public const int PrivateZones = 4;

    public const int LogAlerts = 4;

    /// <summary>The one on dead letters, paid for each topic it watches.</summary>
    public const int MetricAlerts = 2;

    public const int Secrets = 2;

    /// <summary>Four of the task hub's partitions (host.json), and the one activities wait in.</summary>
    public const int HubQueues = 5;

    /// <summary>The memory of an instance.</summary>
    public const decimal Gigabytes = 2;
}
