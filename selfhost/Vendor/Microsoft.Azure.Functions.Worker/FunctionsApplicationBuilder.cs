using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rettidig.Compat.Functions;
using Rettidig.SelfHost.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The configuration, services and middleware of an app, and the host made of them.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder builder;
    private readonly FunctionPipeline pipeline = new();
    private readonly Assembly caller;

    internal FunctionsApplicationBuilder(string[] args, Assembly caller)
    {
        this.caller = caller;
        EmbeddedHostException.EndProcessWhenUnhandled();
        builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // A file watcher for each host would exhaust the machine's in a test run, and nothing here changes its settings while it runs.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = AppContext.BaseDirectory,
        });
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new EmbeddedDefaults(builder.Configuration));
        EmbeddedLogging.Configure(builder.Logging);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)builder).Properties;

    public ConfigurationManager Configuration => builder.Configuration;

    public IHostEnvironment Environment => builder.Environment;

    public ILoggingBuilder Logging => builder.Logging;

    public IMetricsBuilder Metrics => builder.Metrics;

    public IServiceCollection Services => builder.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => builder.Configuration;

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)builder).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        pipeline.Add(middleware);
        return this;
    }

    /// <summary>Finds the functions, binds them to their triggers and returns the host, ready to start.</summary>
    public IHost Build() => new EmbeddedHostAssembly(builder, pipeline, caller).Build();
}
