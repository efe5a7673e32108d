namespace Microsoft.Azure.Functions.Worker;

/// <summary>The monitored state of a schedule; every moment is UTC.</summary>
public class ScheduleStatus
{
    public ScheduleStatus()
    {
    }

    /// <summary>The occurrence that was run last.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence that is expected next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
