using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Events;
using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Cli.Start;

/// <summary>What a person can try with a service that has just started; every line can be pasted as it stands.</summary>
internal static class Banner
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(8);

    public static void Show(Terminal.Screen screen, IServiceProvider services)
    {
        string site = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        string token = Signed(site, services.GetRequiredService<BusKey>(), now + TokenLife);
        string code = services.GetRequiredService<AccessToken>().Value;
        screen.Line(Text(site, token, code, Instant.FromDateTimeOffset(now)));
    }

    private static string Signed(string site, BusKey key, DateTimeOffset until) => SasToken.Create($"{site}/{IngestEvents.Topic}", key.Name, key.Value, until);

    private static string Text(string site, string token, string code, Instant now) => $$"""

        Rettidig kører på {{site}}. Ctrl-C stopper den; start den igen med ./run.sh.

        Prøv i en anden terminal, i samme mappe:

          ./run.sh send samples/et-barn.jsonl

        Eller send en afgørelse, som et fagsystem gør det, over Service Bus:

          curl -i '{{site}}/{{IngestEvents.Topic}}/messages' \
            -H 'Authorization: {{token}}' \
            -H 'BrokerProperties: {"MessageId":"proeve-{{now.ToUnixTimeSeconds()}}"}' \
            -H 'Content-Type: application/cloudevents+json' \
            -d '{{Decision(now)}}'

        Se i en browser:

          overblik   {{site}}/?code={{code}}
          sagen      {{site}}/placements/999/PROEVE-1?code={{code}}
          udbakken   {{site}}/outbox?code={{code}}

        Mails sendes kl. 7 på hverdage; det, der haster, inden for et kvarter i kontortiden.

        """;

    /// <summary>A decision without consent made today: the child's plan should have been there before it.</summary>
    private static string Decision(Instant now)
    {
        LocalDate today = CopenhagenTime.DateOf(now);
        string time = OffsetDateTimePattern.Rfc3339.Format(now.InZone(CopenhagenTime.Zone).ToOffsetDateTime().With((LocalTime clock) => new LocalTime(clock.Hour, clock.Minute, clock.Second)));
        string day = LocalDatePattern.Iso.Format(today);
        string born = LocalDatePattern.Iso.Format(today.PlusYears(-9));
        return $$$"""{"specversion":"1.0","id":"proeve-{{{now.ToUnixTimeSeconds()}}}","source":"urn:example:fagsystem-999","type":"dk.rettidig.placement.decided.v1","subject":"999/PROEVE-1","time":"{{{time}}}","data":{"decidedOn":"{{{day}}}","consent":"without","emergency":false,"birthDate":"{{{born}}}","custodyHolders":["M"],"caseworker":"as12"}}""";
    }
}
