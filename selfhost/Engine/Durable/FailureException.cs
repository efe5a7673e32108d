namespace Rettidig.SelfHost.Durable;

/// <summary>Carries a failure as it is: out of a step that failed, or into the history in place of the exception that was thrown.</summary>
public sealed class FailureException(Failure failure) : Exception(failure.Message)
{
    public Failure Failure { get; } = failure;

    /// <summary>The number of the failed step in the history; -1 when it is not the failure of a step.</summary>
    public int Step { get; init; } = -1;
}
