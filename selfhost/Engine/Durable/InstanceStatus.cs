namespace Rettidig.SelfHost.Durable;

/// <summary>Where an instance stands. The numbers are those of the data file and of Durable Task.</summary>
public enum InstanceStatus
{
    Running = 0,
    Completed = 1,
    Failed = 3,
    Terminated = 5,
    Pending = 6,
}

internal static class InstanceStatuses
{
    public static bool IsFinal(this InstanceStatus status) =>
        status is InstanceStatus.Completed or InstanceStatus.Failed or InstanceStatus.Terminated;
}
