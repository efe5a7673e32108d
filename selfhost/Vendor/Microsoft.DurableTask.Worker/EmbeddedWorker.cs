using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Durable;

namespace Microsoft.DurableTask.Worker;

/// <summary>Gives the engine code that is written against the Durable Task surface.</summary>
internal sealed class EmbeddedWorker(DurableEngine engine, DataConverter converter, ILoggerFactory logs)
{
    /// <summary>Everything in a registry.</summary>
    public void Add(DurableTaskRegistry registry)
    {
        foreach ((TaskName name, ITaskOrchestrator orchestrator) in registry.Orchestrators)
        {
            AddOrchestrator(name, context => orchestrator.RunAsync(context, context.GetInput(orchestrator.InputType)));
        }

        foreach ((TaskName name, ITaskActivity activity) in registry.Activities)
        {
            AddActivity(name, activity.InputType, (call, input, _) => activity.RunAsync(new EmbeddedActivityContext(call), input));
        }
    }

    public void AddOrchestrator(string name, Func<EmbeddedOrchestrationContext, Task<object?>> run) =>
        engine.AddOrchestrator(name, async turn =>
        {
            try
            {
                return converter.Serialize(await run(new EmbeddedOrchestrationContext(turn, converter, logs)));
            }
            catch (TaskFailedException failed)
            {
                throw new FailureException(Describe(failed));
            }
        });

    public void AddActivity(string name, Type inputType, Func<ActivityCall, object?, CancellationToken, Task<object?>> run) =>
        engine.AddActivity(name, async (call, cancellation) =>
            converter.Serialize(await run(call, converter.Deserialize(call.Input, inputType), cancellation)));

    /// <summary>The failure of the orchestrator, with that of its task inside.</summary>
    private static Failure Describe(TaskFailedException failed) =>
        Failure.Of(failed) with { Inner = failed.FailureDetails.ToFailure() };
}
