namespace Azure.Data.Tables;

/// <summary>What a <see cref="TableTransactionAction"/> does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Insert; fails when the entity exists.</summary>
    Add = 0,

    /// <summary>Overwrite the given properties of an entity with a matching ETag.</summary>
    UpdateMerge = 1,

    /// <summary>Overwrite all properties of an entity with a matching ETag.</summary>
    UpdateReplace = 2,

    /// <summary>Remove.</summary>
    Delete = 3,

    /// <summary>Insert, or overwrite the given properties.</summary>
    UpsertMerge = 4,

    /// <summary>Insert, or overwrite all properties.</summary>
    UpsertReplace = 5,
}

/// <summary>One of the up to 100 changes of a transaction; all are of one partition, each of another entity.</summary>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <remarks>Without an ETag an update is unconditional, and inserts where there is nothing to update, as the real package's does.</remarks>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    public TableTransactionActionType ActionType { get; }

    public ITableEntity Entity { get; }

    public ETag ETag { get; }
}
