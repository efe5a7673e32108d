using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>Makes an <see cref="AsyncPageable{T}"/> of a function that fetches one page.</summary>
public static class Pageable
{
    public static AsyncPageable<T> Create<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new Fetched<T>(pageFunc);
    }

    public static AsyncPageable<T> Create<T>(Func<string?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new Fetched<T>((token, _, cancellation) => pageFunc(token, cancellation));
    }

    private sealed class Fetched<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> fetch) : AsyncPageable<T>
        where T : notnull
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
            Pages(continuationToken, pageSizeHint, CancellationToken.None);

        private async IAsyncEnumerable<Page<T>> Pages(
            string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation)
        {
            do
            {
                Page<T> page = await fetch(token, size, cancellation).ConfigureAwait(false);
                yield return page;
                token = page.ContinuationToken;
            }
            while (token is not null);
        }
    }
}
