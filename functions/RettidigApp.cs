using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rettidig.Functions.Deliveries;
using Rettidig.Functions.Departures;
using Rettidig.Functions.Digests;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Events;
using Rettidig.Functions.Health;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Pages;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Reconsiderations;
using Rettidig.Functions.Reminders;
using Rettidig.Functions.Reports;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Settings;
using Rettidig.Functions.SiteLinks;
using Rettidig.Functions.Storage;
using Rettidig.Functions.Ticks;
using Rettidig.Orchestrations.Digests;
using Rettidig.Orchestrations.Placements;
using Rettidig.Orchestrations.Reconsiderations;
using Rettidig.Orchestrations.Reminders;
using Rettidig.Orchestrations.Retention;
using Rettidig.Orchestrations.Watch;

namespace Rettidig.Functions;

/// <summary>What the app is made of, a call a feature. The service, the command line and the tests build the same app.</summary>
public static class RettidigApp
{
    /// <summary>Everything. Register another <see cref="TimeProvider"/> before, to live in another time.</summary>
    /// <exception cref="SettingException">A setting is missing or cannot be used; the message says which and how to mend it.</exception>
    public static FunctionsApplicationBuilder AddRettidig(this FunctionsApplicationBuilder builder)
    {
        builder.AddEmbeddedTopics();
        builder.Services.TryAddSingleton(TimeProvider.System);
        try
        {
            builder.AddFeatures();
        }
        catch (InvalidOperationException unusable)
        {
            // Nothing but settings is read here, so whatever is wrong is one of them.
            throw new SettingException(unusable.Message, unusable);
        }

        return builder;
    }

    private static void AddFeatures(this FunctionsApplicationBuilder builder) =>
        builder.Services
            .AddSettings(builder.Configuration)
            .AddStorage(builder.Configuration)
            .AddEvents(builder.Configuration)
            .AddPlacements()
            .AddRules()
            .AddReconsiderations()
            .AddNotices()
            .AddReminders()
            .AddDigests()
            .AddReports()
            .AddTicks()
            .AddMail(builder.Configuration)
            .AddDeliveries()
            .AddErasure()
            .AddPages(builder.Configuration)
            .AddSiteLinks(builder.Configuration)
            .AddSingleton<Readiness>();

    private static void AddEmbeddedTopics(this FunctionsApplicationBuilder builder)
    {
        // Where the app brings its own bus along, these are its topics; a bus of Azure's has them already (infra/).
        var topics = new Dictionary<string, string?>
        {
            [$"SelfHost:Topics:{IngestEvents.Topic}:Subscriptions"] = IngestEvents.Subscription,
            [$"SelfHost:Topics:{NoticeTopic.Name}:Subscriptions"] = NoticeTopic.Subscription,
        };
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = topics });
    }

    private static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(RulesFolder.Read(configuration))
        .AddSingleton(OperatorSettings.Read(configuration))
        .AddSingleton(RetentionSettings.Read(configuration))
        .AddSingleton(NoticeSettings.Read(configuration))
        .AddSingleton(LinkSettings.Read(configuration));

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => StorageSettings.Connect(configuration))
        .AddSingleton<Tables>()
        .AddHostedService<TableCreation>();

    private static IServiceCollection AddEvents(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => BusSettings.Connect(configuration))
        .AddSingleton<CaseLog>()
        .AddSingleton<CaseFiles>()
        .AddSingleton<PlacementLogs>()
        .AddSingleton<CaseEventIntake>()
        .AddSingleton<StaffBook>();

    private static IServiceCollection AddPlacements(this IServiceCollection services) => services
        .AddSingleton<Municipalities>()
        .AddSingleton<UnreconciledList>()
        .AddSingleton<Obligations>()
        .AddSingleton<OpenPlacements>()
        .AddSingleton<IOpenPlacements>(provider => provider.GetRequiredService<OpenPlacements>())
        .AddSingleton<IPlacementDesk, PlacementDesk>()
        .AddSingleton<PlacementNames>()
        .AddSingleton<PlacementViews>();

    private static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<RuleVersions>()
        .AddHostedService<RulesLoading>();

    private static IServiceCollection AddReconsiderations(this IServiceCollection services) => services
        .AddSingleton<IReconsiderDesk, ReconsiderDesk>();

    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<NoticeLedger>()
        .AddSingleton<NoticeTopic>()
        .AddSingleton<Outbox>()
        .AddSingleton<MailTrail>()
        .AddSingleton<UncertainMails>();

    private static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<RecipientLookups>()
        .AddSingleton<ReminderItems>()
        .AddSingleton<OperatorLetters>()
        .AddSingleton<SiteLetters>()
        .AddSingleton<BundleLetters>()
        .AddSingleton<BundleListing>()
        .AddSingleton<BundleDoubts>()
        .AddSingleton<BundleSending>()
        .AddSingleton<IReminderDesk, ReminderDesk>();

    private static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton<DigestLedger>()
        .AddSingleton<DigestWriting>()
        .AddSingleton<DigestSending>()
        .AddSingleton<IDigestDesk, DigestDesk>();

    private static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<CaseloadReports>();

    private static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<DeliverySignature>()
        .AddSingleton<DigestReturns>()
        .AddSingleton<DeliveryDesk>();

    private static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddSingleton<EndedPlacements>()
        .AddSingleton<ErasedPlacements>()
        .AddSingleton<IRetention, Retention>()
        .AddSingleton<HeldRows>()
        .AddSingleton<PlacementErasure>()
        .AddSingleton<PlacementExport>()
        .AddSingleton<StaffRecords>()
        .AddSingleton<MunicipalityTables>()
        .AddSingleton<MunicipalityHoldings>()
        .AddSingleton<MunicipalityReturn>()
        .AddSingleton<MunicipalityErasure>();

    private static IServiceCollection AddTicks(this IServiceCollection services) => services
        .AddSingleton<DueWork>()
        .AddSingleton<DueWorkStarter>();
}
