namespace Azure.Data.Tables;

/// <summary>A transaction of which nothing was done, because one of its actions was refused.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string IndexKey = "FailedTransactionActionIndex";

    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        FailedTransactionActionIndex = requestFailedException.Data[IndexKey] as int?;
    }

    /// <summary>The index of the action that was refused; null when the transaction was refused as a whole.</summary>
    public int? FailedTransactionActionIndex { get; }
}
