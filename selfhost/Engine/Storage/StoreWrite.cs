namespace Rettidig.SelfHost.Storage;

/// <summary>A unit of work on its way into a transaction, and whoever waits for it.</summary>
internal abstract class StoreWrite
{
    /// <summary>False when it threw; then it is undone, alone.</summary>
    public abstract bool TryRun(SqliteSession session, Action? then);

    /// <summary>Whether what fails in it has changed nothing, so that there is nothing to undo.</summary>
    public bool IsOneStatement { get; init; }

    /// <summary>What it threw.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What it did is durable, or it threw: says so.</summary>
    public abstract void Complete();

    /// <summary>Nothing of it has happened.</summary>
    public abstract void Fail(Exception reason);
}

/// <inheritdoc cref="StoreWrite"/>
internal sealed class StoreWrite<T>(Func<SqliteSession, T> work, Action<T>? committed) : StoreWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Task => completion.Task;

    public override bool TryRun(SqliteSession session, Action? then)
    {
        try
        {
            result = work(session);
            then?.Invoke();
            return true;
        }
        catch (Exception thrown)
        {
            Failure = thrown;
            return false;
        }
    }

    public override void Complete()
    {
        if (Failure is null)
        {
            committed?.Invoke(result);
            completion.SetResult(result);
        }
        else
        {
            completion.SetException(Failure);
        }
    }

    public override void Fail(Exception reason) => completion.SetException(reason);
}
