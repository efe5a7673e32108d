using System.Net;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rettidig.Contract.Tests.Durable;

namespace Rettidig.Contract.Tests.Real;

/// <summary>
/// Durable Task's own worker and client, over gRPC, with the orchestration service in memory that its makers test with.
/// The service outlives the worker, so that a test can start other code on the same instances. Time is the machine's: it
/// passes only by waiting, and <c>Time=Long</c> is to be left out.
/// </summary>
internal sealed class InProcessSubject : IDurableSubject
{
    /// <summary>How long nothing must have changed before nothing is believed to be going on.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly LogLines logs = new();
    private WebApplication? sidecar;
    private GrpcChannel? channel;
    private IHost? worker;

    public DurableTaskClient Client { get; private set; } = null!;

    public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public IReadOnlyList<string> Logged => logs.Lines;

    public async Task StartAsync(Action<DurableTaskRegistry> register)
    {
        await StopWorkerAsync();
        channel ??= GrpcChannel.ForAddress(await StartSidecarAsync());
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerFactory>(logs);
        builder.Services.AddDurableTaskWorker(durable => durable.UseGrpc(channel).AddTasks(register));
        builder.Services.AddDurableTaskClient(durable => durable.UseGrpc(channel).RegisterDirectly());
        worker = builder.Build();
        await worker.StartAsync();
        Client = worker.Services.GetRequiredService<DurableTaskClient>();
    }

    public async Task SettleAsync()
    {
        string seen = "";
        DateTimeOffset since = Now;
        while (Now - since < Quiet)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
            string now = await StateAsync();
            since = now == seen ? since : Now;
            seen = now;
        }
    }

    public async Task PassAsync(TimeSpan time)
    {
        await Task.Delay(time);
        await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopWorkerAsync();
        channel?.Dispose();
        if (sidecar is not null)
        {
            await sidecar.DisposeAsync();
        }
    }

    private async Task StopWorkerAsync()
    {
        if (worker is not null)
        {
            await worker.StopAsync();
            worker.Dispose();
            worker = null;
        }
    }

    private async Task<string> StartSidecarAsync()
    {
        var service = new InMemoryOrchestrationService(logs);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IOrchestrationService>(service).AddSingleton<IOrchestrationServiceClient>(service).AddSingleton<TaskHubGrpcServer>();
        sidecar = builder.Build();
        sidecar.MapGrpcService<TaskHubGrpcServer>();
        await sidecar.StartAsync();
        return sidecar.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    /// <summary>Everything about the instances that changes when one of them gets on.</summary>
    private async Task<string> StateAsync()
    {
        var all = new List<string>();
        await foreach (OrchestrationMetadata instance in Client.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            all.Add($"{instance.InstanceId} {instance.RuntimeStatus} {instance.LastUpdatedAt:O}");
        }

        return string.Join('\n', all.Order(StringComparer.Ordinal)) + logs.Lines.Count;
    }
}
