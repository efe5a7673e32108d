using Microsoft.Azure.Functions.Worker.Middleware;

namespace Rettidig.Compat.Functions;

/// <summary>The middleware of the app, in the order it was added.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> added) => middleware.Add(added);

    public FunctionExecutionDelegate Around(FunctionExecutionDelegate function) =>
        Enumerable.Reverse(middleware).Aggregate(function, (next, outer) => outer(next));
}
