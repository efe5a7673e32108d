using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class InvocationTests : IDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly Journal journal = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Middleware_stands_around_the_function_in_the_order_it_was_added()
    {
        await RunOnce(builder => builder
            .UseMiddleware<Named>()
            .UseMiddleware(async (context, next) =>
            {
                journal.Write("second in");
                await next();
                journal.Write("second out");
            })
            .UseWhen(context => context.FunctionDefinition.Name == "Another", (_, _) => throw new InvalidOperationException("Not this function.")));

        Assert.Equal(["first in: Hourly", "second in", "ran with 42", "second out", "first out", "scope disposed"], journal.Lines);
    }

    [Fact]
    public async Task A_scope_lives_as_long_as_its_invocation()
    {
        await RunOnce(_ => { });

        Assert.Equal(["ran with nothing", "scope disposed"], journal.Lines);
    }

    private async Task RunOnce(Action<FunctionsApplicationBuilder> configure)
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal, typeof(Hourly));
        builder.Services.AddSingleton<TimeProvider>(new SimulatedClock(TestApp.Monday));
        builder.Services.AddScoped<Scoped>();
        configure(builder);
        using IHost host = builder.Build();
        await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddHours(1));
    }

    internal sealed class Scoped(Journal journal) : IDisposable
    {
        public void Dispose() => journal.Write("scope disposed");
    }

    internal sealed class Named(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Write($"first in: {context.FunctionDefinition.Name}");
            context.Items["answer"] = 42;
            await next(context);
            journal.Write("first out");
        }
    }

    internal sealed class Hourly(Journal journal, Scoped scoped)
    {
        [Function("Hourly")]
        public async ValueTask RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Assert.Same(scoped, context.InstanceServices.GetRequiredService<Scoped>());
            Assert.Equal(context.CancellationToken, cancellationToken);
            journal.Write($"ran with {(context.Items.TryGetValue("answer", out object? answer) ? answer : "nothing")}");
        }
    }
}
