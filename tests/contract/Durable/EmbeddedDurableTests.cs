using Microsoft.DurableTask.Client;

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
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_page_that_holds_nothing_is_refused_with_its_size(int size)
    {
        await RegisterAsync(_ => { });

        ArgumentOutOfRangeException refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: size)).AsPages().GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal(("pageSize", size), (refused.ParamName, refused.ActualValue));
    }

    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}

public sealed class EmbeddedDeterminism : DeterminismContract
{
    private protected override IDurableSubject NewSubject() => new EmbeddedSubject();
}
