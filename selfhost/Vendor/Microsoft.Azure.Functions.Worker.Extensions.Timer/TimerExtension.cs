using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Compat.Functions;
using Rettidig.SelfHost.Schedules;

[assembly: EmbeddedExtension(typeof(TimerExtension))]

namespace Rettidig.Compat.Functions;

internal sealed class TimerExtension : IEmbeddedExtension
{
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ScheduleStore>();
        services.AddSingleton<SchedulePump>();
        services.AddSingleton<ITriggerBinding, TimerTriggerBinding>();
    }
}
