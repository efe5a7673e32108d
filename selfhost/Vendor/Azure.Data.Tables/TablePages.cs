namespace Azure.Data.Tables;

/// <summary>Pages that are fetched as they are asked for, each with the token of the next.</summary>
internal sealed class AsyncTablePages<T>(Func<string?, int?, CancellationToken, Task<(IReadOnlyList<T> Items, string? Next, Response Response)>> fetch, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            (IReadOnlyList<T> items, string? next, Response response) = await fetch(continuationToken, pageSizeHint, CancellationToken).ConfigureAwait(false);
            continuationToken = next;
            yield return Page<T>.FromValues(items, next, response);
        }
        while (continuationToken is not null);
    }
}

/// <inheritdoc cref="AsyncTablePages{T}"/>
internal sealed class TablePages<T>(Func<string?, int?, CancellationToken, Task<(IReadOnlyList<T> Items, string? Next, Response Response)>> fetch, CancellationToken cancellationToken)
    : Pageable<T>(cancellationToken)
    where T : notnull
{
    public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            (IReadOnlyList<T> items, string? next, Response response) = fetch(continuationToken, pageSizeHint, CancellationToken).GetAwaiter().GetResult();
            continuationToken = next;
            yield return Page<T>.FromValues(items, next, response);
        }
        while (continuationToken is not null);
    }
}
