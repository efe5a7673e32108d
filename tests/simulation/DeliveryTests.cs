using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Deliveries;
using Rettidig.Functions.Digests;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Pages;

namespace Rettidig.Simulation.Tests;

/// <summary>What the mail service says of a mail later, and what becomes of the notices in it.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task What_arrived_is_delivered()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));

        await TellAsync(municipality, mail, DeliveryKind.Processed, DeliveryKind.Deferred, DeliveryKind.Delivered);

        Notice[] carried = await CarriedAsync(municipality, mail);
        Assert.NotEmpty(carried);
        Assert.All(carried, notice => Assert.Equal(NoticeState.Delivered, notice.State));
        Assert.All(carried, notice => Assert.True(notice.DeliveredAt > notice.SentAt && notice.DeferredAt is not null));
    }

    [Theory]
    [InlineData(DeliveryKind.Bounced)]
    [InlineData(DeliveryKind.Dropped)]
    public async Task What_came_back_goes_to_the_next_in_line_within_the_hour(DeliveryKind kind)
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));

        await TellAsync(municipality, mail, DeliveryKind.Delivered, kind);
        await municipality.DayAsync("2026-03-03", 10);

        MailMessage next = Assert.Single(municipality.Mails.To("sb-2@kommune.dk"));
        Assert.NotEqual(mail.MessageId, next.MessageId);
        Notice[] carried = await CarriedAsync(municipality, next);
        Assert.NotEmpty(carried);
        Assert.All(carried, notice => Assert.Equal((NoticeState.Sent, "sb-2", "sb-1"), (notice.State, notice.Recipient, string.Join(' ', notice.Tried))));
        Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
    }

    [Fact]
    public async Task Told_again_a_bounce_changes_nothing()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        await TellAsync(municipality, mail, DeliveryKind.Bounced, DeliveryKind.Bounced);
        await municipality.DayAsync("2026-03-03", 10);

        await TellAsync(municipality, mail, DeliveryKind.Bounced, DeliveryKind.Delivered);
        await municipality.DayAsync("2026-03-03", 12);

        Assert.Single(municipality.Mails.To("sb-2@kommune.dk"));
        Assert.All(await CarriedAsync(municipality, municipality.Mails.To("sb-2@kommune.dk")[0]), notice => Assert.Equal(["sb-1"], notice.Tried));
        Assert.Empty(municipality.Mails.To("tl-1@kommune.dk"));
    }

    [Fact]
    public async Task What_was_met_before_it_came_back_is_not_sent_again()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        Notice[] carried = await CarriedAsync(municipality, mail);
        Assert.All(carried, notice => Assert.Equal("support-person-offer", notice.DutyId));
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-03" });

        await TellAsync(municipality, mail, DeliveryKind.Bounced);
        await municipality.DayAsync("2026-03-03", 12);

        Assert.Empty(municipality.Mails.To("sb-2@kommune.dk"));
    }

    [Fact]
    public async Task What_comes_back_from_everyone_ends_with_the_operator_and_is_shown_as_failed()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        int told = 0;
        while (told < municipality.Mails.Sent.Count)
        {
            Assert.InRange(told, 0, 20);
            await TellAsync(municipality, municipality.Mails.Sent[told++], DeliveryKind.Bounced);
            await municipality.DayAsync("2026-03-03", 9 + told / 4, told % 4 * 15);
        }

        Assert.Equal("drift@kommune.dk", municipality.Mails.Sent[^1].To.Address);
        Notice last = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "support-person-offer", Step: StepName.Due });
        Assert.Equal((NoticeState.Bounced, "sb-1 sb-2 tl-1 chef-1 operator:reminders"), (last.State, string.Join(' ', last.Tried)));
    }

    [Fact]
    public async Task A_mail_service_that_leaves_it_open_twice_is_not_asked_a_third_time()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        var asked = new List<string>();
        municipality.Mails.Answer = mail =>
        {
            asked.Add(mail.To.Address);
            return mail.To.Address == "sb-1@kommune.dk" ? new MailOutcome.Ambiguous("intet svar") : new MailOutcome.Sent();
        };
        await PlaceAsync(municipality);

        await municipality.DayAsync("2026-03-03", 12);

        Assert.Equal(["sb-1@kommune.dk", "sb-1@kommune.dk", "sb-2@kommune.dk"], asked);
        Notice due = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "support-person-offer", Step: StepName.Due });
        Assert.Equal((NoticeState.Sent, 2, "sb-2"), (due.State, due.Ambiguous, due.Recipient));
    }

    [Fact]
    public async Task A_mail_the_service_speaks_of_before_it_is_sent_again_is_not_sent_again()
    {
        await using SimulatedMunicipality municipality = await StartAsync(mail => new MailOutcome.Ambiguous("intet svar"), until: (7, 0));
        Notice open = Assert.Single(await municipality.NoticesAsync(), notice => notice.State == NoticeState.Sending);

        await TellAsync(municipality, MailMessage.IdOf(open.Mail!), DeliveryKind.Processed);
        municipality.Mails.Answer = _ => new MailOutcome.Sent();
        await municipality.DayAsync("2026-03-03", 12);

        Assert.Empty(municipality.Mails.Sent);
        Assert.Equal(NoticeState.Sent, (await municipality.NoticesAsync()).Single(notice => notice.Key == open.Key).State);
    }

    [Fact]
    public async Task A_digest_that_came_back_goes_to_the_next_in_line()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        await municipality.DayAsync("2026-03-09", 9);
        MailMessage digest = Assert.Single(municipality.Mails.To("chef-1@kommune.dk"), mail => mail.Kind == MailKind.Digest);

        await TellAsync(municipality, digest, DeliveryKind.Bounced, DeliveryKind.Bounced);
        await municipality.DayAsync("2026-03-09", 15);

        MailMessage next = Assert.Single(municipality.Mails.To("drift@kommune.dk"), mail => mail.Kind == MailKind.Digest);
        Assert.Equal(digest.Subject, next.Subject);
        Assert.Single(municipality.Mails.To("chef-1@kommune.dk"), mail => mail.Kind == MailKind.Digest);
    }

    [Fact]
    public async Task A_digest_the_mail_service_leaves_open_twice_goes_to_the_next_in_line()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        List<MailMessage> digests = Open(municipality);

        await municipality.DayAsync("2026-03-09", 15);

        Assert.Equal(["chef-1@kommune.dk", "chef-1@kommune.dk", "drift@kommune.dk"], digests.Select(mail => mail.To.Address));
        Assert.Equal(digests[0].MessageId, digests[1].MessageId);
        Assert.Single(municipality.Mails.Sent, mail => mail.Kind == MailKind.Digest);
    }

    [Fact]
    public async Task A_digest_that_was_being_sent_when_the_process_died_is_counted_and_sent_once_more()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        var digests = new List<MailMessage>();
        municipality.Mails.Answer = mail =>
        {
            if (mail.Kind == MailKind.Digest)
            {
                digests.Add(mail);
                // What the process has not recorded when it dies is as if it had never answered.
                return digests.Count == 1 ? throw new IOException("the process died") : new MailOutcome.Sent();
            }

            return new MailOutcome.Sent();
        };

        await municipality.DayAsync("2026-03-09", 15);

        Assert.Equal(["chef-1@kommune.dk", "chef-1@kommune.dk"], digests.Select(mail => mail.To.Address));
        Assert.Equal(digests[0].MessageId, digests[1].MessageId);
        DigestEntry kept = Assert.Single(await municipality.Services.GetRequiredService<DigestLedger>().ReadAsync("101", "chef-1", CancellationToken.None), entry => entry.Ambiguous > 0);
        Assert.Equal((1, 0, true, false), (kept.Ambiguous, kept.Unanswered, kept.IsDone, kept.IsSending));
        UncertainMail told = Assert.Single(await UncertainAsync(municipality));
        Assert.Equal((MailKind.Digest, "chef-1", UncertainFate.SentAgain), (told.Kind, told.Recipient, told.Fate));
        Assert.Contains("stoppede", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_died_under_way_and_then_has_no_answer_goes_to_the_next_in_line_not_a_third_time()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        var digests = new List<string>();
        municipality.Mails.Answer = mail =>
        {
            if (mail.Kind != MailKind.Digest)
            {
                return new MailOutcome.Sent();
            }

            digests.Add(mail.To.Address);
            return digests.Count switch
            {
                1 => throw new IOException("the process died"),
                2 => new MailOutcome.Ambiguous("intet svar"),
                _ => new MailOutcome.Sent(),
            };
        };

        await municipality.DayAsync("2026-03-09", 15);

        Assert.Equal(["chef-1@kommune.dk", "chef-1@kommune.dk", "drift@kommune.dk"], digests);
        Assert.Equal(UncertainFate.NextInLine, Assert.Single(await UncertainAsync(municipality)).Fate);
    }

    [Fact]
    public async Task The_overview_shows_a_mail_nobody_knows_of_until_and_after_it_is_sent_once_more()
    {
        await using SimulatedMunicipality municipality = await StartAsync(mail => new MailOutcome.Ambiguous("SendGrid svarede ikke i tide."), until: (7, 0));
        Assert.Equal(UncertainFate.Open, Assert.Single(await UncertainAsync(municipality)).Fate);
        string open = await OverviewAsync(municipality);
        Assert.Contains("Mails, man ikke ved, om er sendt", open, StringComparison.Ordinal);
        Assert.Contains("SendGrid svarede ikke i tide.", open, StringComparison.Ordinal);
        Assert.Contains("sendes én gang til", open, StringComparison.Ordinal);

        municipality.Mails.Answer = _ => new MailOutcome.Sent();
        await municipality.DayAsync("2026-03-03", 12);

        Assert.Contains("sendt én gang til", await OverviewAsync(municipality), StringComparison.Ordinal);
        await municipality.DayAsync("2026-03-18", 12);
        Assert.DoesNotContain("Mails, man ikke ved", await OverviewAsync(municipality), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_the_service_speaks_of_later_is_no_longer_open_on_the_overview()
    {
        await using SimulatedMunicipality municipality = await StartAsync(mail => new MailOutcome.Ambiguous("intet svar"), until: (7, 0));
        Notice open = Assert.Single(await municipality.NoticesAsync(), notice => notice.State == NoticeState.Sending);

        await TellAsync(municipality, MailMessage.IdOf(open.Mail!), DeliveryKind.Delivered);

        Assert.Equal(UncertainFate.Answered, Assert.Single(await UncertainAsync(municipality)).Fate);
    }

    [Fact]
    public async Task A_digest_the_service_speaks_of_before_it_fails_to_answer_is_not_sent_again_and_not_told_of_as_open()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        List<MailMessage> digests = ToldWhileSent(municipality, DeliveryKind.Delivered, new MailOutcome.Ambiguous("intet svar"));

        await municipality.DayAsync("2026-03-09", 15);

        Assert.Single(digests);
        Assert.Empty(await UncertainAsync(municipality));
    }

    [Fact]
    public async Task A_digest_that_came_back_before_the_service_answered_goes_to_the_next_in_line_once()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        List<MailMessage> digests = ToldWhileSent(municipality, DeliveryKind.Dropped, new MailOutcome.Sent());

        await municipality.DayAsync("2026-03-09", 15);

        Assert.Equal(["chef-1@kommune.dk", "drift@kommune.dk"], digests.Select(mail => mail.To.Address));
    }

    [Fact]
    public async Task A_digest_the_service_speaks_of_before_it_is_sent_again_is_not_sent_again()
    {
        await using SimulatedMunicipality municipality = await StartAsync();
        List<MailMessage> digests = Open(municipality);
        for (int minute = 0; digests.Count == 0; minute++)
        {
            await municipality.DayAsync("2026-03-09", 7 + (minute / 60), minute % 60);
        }

        await TellAsync(municipality, Assert.Single(digests), DeliveryKind.Processed, DeliveryKind.Delivered);
        await municipality.DayAsync("2026-03-09", 15);

        Assert.Single(digests);
    }

    [Fact]
    public async Task Only_a_post_that_SendGrid_signed_changes_anything()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using SimulatedMunicipality municipality = await StartAsync(key: key);
        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        string told = $$"""[{"event":"delivered","timestamp":1772521300,"rettidig_mail":"{{mail.Id}}","email":"sb-1@kommune.dk"}]""";

        Assert.Equal(403, await PostAsync(municipality, told, signer: null));
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(403, await PostAsync(municipality, told, stranger));
        Assert.Equal(400, await PostAsync(municipality, "{}", key));
        Assert.Equal(413, await PostAsync(municipality, new string(' ', 3 * 1024 * 1024), key));
        Assert.All(await CarriedAsync(municipality, mail), notice => Assert.Equal(NoticeState.Sent, notice.State));

        Assert.Equal(204, await PostAsync(municipality, told, key));

        Assert.All(await CarriedAsync(municipality, mail), notice => Assert.Equal(NoticeState.Delivered, notice.State));
    }

    [Fact]
    public async Task Without_a_key_there_is_nothing_to_post_to()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");

        Assert.Equal(404, await PostAsync(municipality, "[]", signer: null));
    }

    private static Task<IReadOnlyList<UncertainMail>> UncertainAsync(SimulatedMunicipality municipality) =>
        municipality.Services.GetRequiredService<UncertainMails>().ReadAsync("101", CancellationToken.None);

    private static async Task<string> OverviewAsync(SimulatedMunicipality municipality)
    {
        StartModel figures = await municipality.Services.GetRequiredService<StartFigures>().ReadAsync(CancellationToken.None);
        return await municipality.Services.GetRequiredService<PageRenderer>().RenderAsync<StartPage>(figures, PageLinks.None);
    }

    /// <summary>Every digest there is an attempt at; the manager's are never answered.</summary>
    private static List<MailMessage> Open(SimulatedMunicipality municipality)
    {
        var digests = new List<MailMessage>();
        municipality.Mails.Answer = mail =>
        {
            if (mail.Kind != MailKind.Digest)
            {
                return new MailOutcome.Sent();
            }

            digests.Add(mail);
            return mail.To.Address == "chef-1@kommune.dk" ? new MailOutcome.Ambiguous("intet svar") : new MailOutcome.Sent();
        };
        return digests;
    }

    /// <summary>A mail service that tells what became of the first digest, and only then answers that it took it, or does not answer.</summary>
    private static List<MailMessage> ToldWhileSent(SimulatedMunicipality municipality, DeliveryKind kind, MailOutcome answer)
    {
        var digests = new List<MailMessage>();
        municipality.Mails.Answer = mail =>
        {
            if (mail.Kind != MailKind.Digest)
            {
                return new MailOutcome.Sent();
            }

            digests.Add(mail);
            if (digests.Count > 1)
            {
                return new MailOutcome.Sent();
            }

            Instant now = Instant.FromDateTimeOffset(municipality.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            DeliveryDesk desk = municipality.Services.GetRequiredService<DeliveryDesk>();
            Task.Run(() => desk.TakeAsync(new DeliveryEvent(mail.Id, kind, now, null), municipality.Services.GetRequiredService<DurableTaskClient>(), CancellationToken.None)).Wait();
            return answer;
        };
        return digests;
    }

    private static async Task<int> PostAsync(SimulatedMunicipality municipality, string body, ECDsa? signer)
    {
        var context = new DefaultHttpContext { RequestServices = municipality.Services };
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        context.Request.Body = new MemoryStream(bytes);
        if (signer is not null)
        {
            string timestamp = municipality.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            byte[] signature = signer.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. bytes], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            context.Request.Headers[DeliverySignature.TimestampHeader] = timestamp;
            context.Request.Headers[DeliverySignature.SignatureHeader] = Convert.ToBase64String(signature);
        }

        DeliveryFunction function = ActivatorUtilities.CreateInstance<DeliveryFunction>(municipality.Services);
        IResult result = await function.RunAsync(context.Request, municipality.Services.GetRequiredService<DurableTaskClient>(), CancellationToken.None);
        await result.ExecuteAsync(context);
        return context.Response.StatusCode;
    }

    /// <summary>Decided on a Monday afternoon: the offer of a support person is reminded of on Tuesday at seven.</summary>
    private static async Task<SimulatedMunicipality> StartAsync(
        Func<MailMessage, MailOutcome>? answer = null, (int Hour, int Minute)? until = null, ECDsa? key = null)
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings:
        [
            "--Mail:From=rettidig@kommune.dk", "--SendGrid:ApiKey=SG.test", $"--SendGrid:WebhookKey={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}",
        ]);
        municipality.Mails.Answer = answer ?? municipality.Mails.Answer;
        await PlaceAsync(municipality);
        (int hour, int minute) = until ?? (8, 30);
        await municipality.DayAsync("2026-03-03", hour, minute);
        return municipality;
    }

    private static async Task PlaceAsync(SimulatedMunicipality municipality)
    {
        await municipality.DayAsync("2026-03-02", 17);
        await municipality.PlaceAsync("2026-03-02");
    }

    private static async Task<Notice[]> CarriedAsync(SimulatedMunicipality municipality, MailMessage mail) =>
        [.. (await municipality.NoticesAsync()).Where(notice => notice.Mail == mail.Key)];

    private static Task TellAsync(SimulatedMunicipality municipality, MailMessage mail, params DeliveryKind[] kinds) => TellAsync(municipality, mail.Id, kinds);

    private static async Task TellAsync(SimulatedMunicipality municipality, string mail, params DeliveryKind[] kinds)
    {
        Instant now = Instant.FromDateTimeOffset(municipality.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        foreach (DeliveryKind kind in kinds)
        {
            now += Duration.FromSeconds(5);
            await municipality.Services.GetRequiredService<DeliveryDesk>().TakeAsync(
                new DeliveryEvent(mail, kind, now, kind == DeliveryKind.Bounced ? "5.1.1" : null),
                municipality.Services.GetRequiredService<DurableTaskClient>(),
                CancellationToken.None);
        }

        await municipality.SettleAsync();
    }
}
