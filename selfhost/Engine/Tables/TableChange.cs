namespace Rettidig.SelfHost.Tables;

/// <summary>What a <see cref="TableChange"/> does with the entity of its keys.</summary>
public enum TableChangeKind
{
    /// <summary>Insert; 409 when the entity exists.</summary>
    Add,

    /// <summary>Overwrite the given properties; 404 when the entity does not exist.</summary>
    UpdateMerge,

    /// <summary>Overwrite all properties; 404 when the entity does not exist.</summary>
    UpdateReplace,

    /// <summary>Insert, or overwrite the given properties.</summary>
    UpsertMerge,

    /// <summary>Insert, or overwrite all properties.</summary>
    UpsertReplace,

    /// <summary>Remove; 404 when the entity does not exist.</summary>
    Delete,
}

/// <summary>
/// One change of one entity. The keys and the timestamp are not among the properties. <c>IfMatch</c> is the ETag that the
/// entity must have; null or <c>*</c>: any.
/// </summary>
public sealed record TableChange(
    TableChangeKind Kind,
    string PartitionKey,
    string RowKey,
    IReadOnlyDictionary<string, object> Properties,
    string? IfMatch = null)
{
    internal bool Merges => Kind is TableChangeKind.UpdateMerge or TableChangeKind.UpsertMerge;

    internal bool NeedsExisting => Kind is TableChangeKind.UpdateMerge or TableChangeKind.UpdateReplace or TableChangeKind.Delete;
}
