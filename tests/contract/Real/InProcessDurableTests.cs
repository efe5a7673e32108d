using Rettidig.Contract.Tests.Durable;

namespace Rettidig.Contract.Tests.Real;

public sealed class InProcessActivities : ActivityContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessRetries : RetryContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessTimers : TimerContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessEvents : ExternalEventContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessContinueAsNew : ContinueAsNewContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessLeftOpen : LeftOpenContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessSubOrchestrations : SubOrchestrationContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessInstances : InstanceContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}

public sealed class InProcessDeterminism : DeterminismContract
{
    private protected override IDurableSubject NewSubject() => new InProcessSubject();
}
