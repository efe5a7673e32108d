using Rettidig.SelfHost.Durable;

namespace Microsoft.DurableTask.Worker;

internal sealed class EmbeddedActivityContext(ActivityCall call) : TaskActivityContext
{
    public override TaskName Name => call.Name;

    public override string InstanceId => call.InstanceId;
}
