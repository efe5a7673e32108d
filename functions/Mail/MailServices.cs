using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rettidig.Functions.Pages;
using SendGrid;

namespace Rettidig.Functions.Mail;

public static class MailServices
{
    /// <summary>Mail: what composes it, and the one way it leaves, chosen by the settings.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        MailSettings settings = MailSettings.Read(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PageRenderer>();
        services.AddSingleton(settings).AddSingleton<MailComposer>();
        return settings switch
        {
            { SendGrid: { } sendGrid } => services.AddSingleton(sendGrid).AddSingleton<ISendGridClient>(Client(sendGrid)).AddSingleton<IMailTransport, SendGridTransport>(),
            { Smtp: { } smtp } => services.AddSingleton(smtp).AddSingleton<IMailTransport, SmtpTransport>(),
            _ => services.AddSingleton<IMailTransport, OutboxFolder>(),
        };
    }

    private static SendGridClient Client(SendGridSettings settings) =>
        new(new SendGridClientOptions { ApiKey = settings.Key }.SetDataResidency(settings.Region));
}
