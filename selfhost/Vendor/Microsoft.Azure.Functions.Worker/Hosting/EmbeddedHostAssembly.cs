using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Compat.Functions;

/// <summary>Puts the embedded host together from what the app configured.</summary>
internal sealed class EmbeddedHostAssembly(WebApplicationBuilder builder, FunctionPipeline pipeline, Assembly caller)
{
    private readonly FunctionAssemblies assemblies = FunctionAssemblies.From(Roots(builder, caller));

    /// <summary>On simulated time nothing runs by itself: no loops, no server.</summary>
    private bool Simulated => builder.Services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider))?.ImplementationInstance is SimulatedClock;

    private bool Listens => builder.Services.Any(service => service.ServiceType == typeof(WebHosting)) && !Simulated;

    public IHost Build()
    {
        EmbeddedHostOptions options = EmbeddedHostOptions.From(builder.Configuration);
        HostJson hostJson = HostJson.Load(builder.Configuration, builder.Environment.ContentRootPath);
        AddServices(options, hostJson);
        foreach (IEmbeddedExtension extension in assemblies.Extensions())
        {
            extension.Configure(builder.Services, builder.Configuration);
        }

        AddServer(options);
        WebApplication app = builder.Build();
        try
        {
            return Bind(app, options);
        }
        catch (StoreException unusable)
        {
            ((IDisposable)app).Dispose();
            throw new EmbeddedHostException(unusable.Message, unusable);
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    private static IEnumerable<Assembly> Roots(WebApplicationBuilder builder, Assembly caller)
    {
        string[] named = (builder.Configuration["SelfHost:FunctionAssemblies"] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return named.Length > 0
            ? named.Select(FunctionAssemblies.Named)
            : new[] { caller, Assembly.GetEntryAssembly() }.OfType<Assembly>();
    }

    private void AddServices(EmbeddedHostOptions options, HostJson hostJson)
    {
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(hostJson);
        services.AddSingleton(_ => DataFolder.Hold(options.Data));
        services.AddSingleton(provider => StoreIn(provider.GetRequiredService<DataFolder>(), options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => AccessToken.For(options));
        services.AddSingleton(pipeline);
        services.AddSingleton<PumpSet>();
        services.AddSingleton<IParameterBinding, ContextParameters>();
        services.AddSingleton<IParameterBinding, NamedParameters>();
        if (!Simulated)
        {
            services.AddHostedService<PumpRunner>();
        }
    }

    private static SqliteStore StoreIn(DataFolder held, EmbeddedHostOptions options, TimeProvider time)
    {
        SqliteStore store = SqliteStore.Open(Path.Combine(held.Path, Path.GetFileName(options.DatabasePath)), options.Durability);
        store.Time = time;
        return store;
    }

    private void AddServer(EmbeddedHostOptions options)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(12));
        if (Listens)
        {
            builder.WebHost.UseKestrelHttpsConfiguration().UseUrls([.. options.Urls]);
            return;
        }

        builder.Services.AddSingleton<IServer, NoServer>();
    }

    private IHost Bind(WebApplication app, EmbeddedHostOptions options)
    {
        // Before any client of the app opens the same file: the folder is held, and the file goes by the host's clock.
        KnownSchemas.RefuseNewer(app.Services.GetRequiredService<SqliteStore>());
        FunctionCatalog catalog = FunctionCatalog.Bind(Methods(app.Services), app.Services);
        PumpSet pumps = app.Services.GetRequiredService<PumpSet>();
        foreach (IPump pump in app.Services.GetServices<IPump>())
        {
            pumps.Add(PumpStage.Messages, pump);
        }

        if (Listens)
        {
            foreach (Action<IEndpointRouteBuilder> map in app.Services.GetServices<Action<IEndpointRouteBuilder>>())
            {
                map(app);
            }
        }

        return new EmbeddedHost(app, options, catalog, Listens);
    }

    private IEnumerable<MethodInfo> Methods(IServiceProvider services) =>
        services.GetServices<FunctionTypes>().SelectMany(chosen => chosen.Types).ToList() is { Count: > 0 } types
            ? types.SelectMany(FunctionAssemblies.FunctionMethodsOf)
            : assemblies.FunctionMethods();
}
