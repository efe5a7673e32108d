namespace Microsoft.DurableTask;

/// <summary>Some of the answers to a query.</summary>
public sealed class Page<T>
    where T : notnull
{
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        Values = values ?? throw new ArgumentNullException(nameof(values));
        ContinuationToken = continuationToken;
    }

    public IReadOnlyList<T> Values { get; }

    /// <summary>Asks for the next page; <see langword="null"/>: this is the last.</summary>
    public string? ContinuationToken { get; }
}
