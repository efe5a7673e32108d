namespace Rettidig.SelfHost.Durable;

/// <summary>Which instances are meant.</summary>
public sealed record InstanceQuery
{
    /// <summary>In one of these; null: all.</summary>
    public IReadOnlyCollection<InstanceStatus>? Statuses { get; init; }

    public string IdPrefix { get; init; } = string.Empty;

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>At most so many a page.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>The last id of the page before.</summary>
    public string? After { get; init; }
}
