using System.Collections.Concurrent;

namespace Rettidig.Contract.Tests.Hosting;

/// <summary>What the functions of a test did, in order.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public void Write(string line) => lines.Enqueue(line);
}
