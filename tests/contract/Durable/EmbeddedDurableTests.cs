namespace Rettidig.Contract.Tests.Durable;

public sealed class EmbeddedActivities : ActivityContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedRetries : RetryContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedTimers : TimerContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedEvents : ExternalEventContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedContinueAsNew : ContinueAsNewContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedLeftOpen : LeftOpenContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedSubOrchestrations : SubOrchestrationContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedInstances : InstanceContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedDeterminism : DeterminismContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}
