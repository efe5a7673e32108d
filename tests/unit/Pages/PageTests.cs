using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Pages;
using Rettidig.Unit.Tests.Mail;
using UncertainFate = Rettidig.Functions.Notices.UncertainFate;
using UncertainMail = Rettidig.Functions.Notices.UncertainMail;

namespace Rettidig.Unit.Tests.Pages;

public class PageTests
{
    private const string Hostile = "</p><script>alert(1)</script>\"><img src=x>";

    private static readonly LocalDate Today = new(2026, 12, 3);

    [Fact]
    public async Task The_overview_counts_and_leads_to_what_is_most_pressing()
    {
        IDocument page = await OpenAsync<StartPage>(Overview);

        Assert.Equal(
            ["1.432 åbne anbringelser", "1 frist er overskredet", "12 frister forfalder i denne uge", "3 påmindelser venter på at blive sendt", "0 hændelser er afvist"],
            page.QuerySelectorAll(".figures li").Select(figure => figure.TextContent));
        Assert.Equal("/placements/101/P-7", page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Contains("3 dage over fristen", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_came_with_a_key_keeps_it_from_page_to_page()
    {
        string html = await MailSamples.Renderer.RenderAsync<StartPage>(Overview, new PageLinks("a&b"));

        Assert.All(MailSamples.Open(html).QuerySelectorAll("a[href^='/']"), link => Assert.EndsWith("?code=a%26b", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_keeps_the_key_too()
    {
        string html = await MailSamples.Renderer.RenderAsync<OutboxPage>(new OutboxModel([], "anna", 1, 1, 0, false), new PageLinks("abc"));

        Assert.Equal("abc", MailSamples.Open(html).QuerySelector("form input[name=code]")!.GetAttribute("value"));
        Assert.Equal("anna", MailSamples.Open(html).QuerySelector("form input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_placement_shows_its_open_duties_by_due_date_and_how_they_stand()
    {
        IDocument page = await OpenAsync<PlacementPage>(Placement(
            Duty("Barnets plan", ObligationStatus.Pending, new LocalDate(2026, 12, 20)),
            Duty("Tilsyn", ObligationStatus.Due, Today),
            Duty("Første opfølgning", ObligationStatus.Overdue, new LocalDate(2026, 11, 30))));

        Assert.Equal(["Første opfølgning", "Tilsyn", "Barnets plan"], page.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Equal(
            ["Overskredet, 3 dage over fristen", "Forfalder i dag", "Kommende, om 17 dage"],
            page.QuerySelectorAll(".badge").Select(badge => badge.TextContent));
    }

    [Fact]
    public async Task A_duty_tells_what_it_counts_from_how_where_it_stands_and_what_was_sent()
    {
        IDocument page = await OpenAsync<PlacementPage>(Placement(Duty("Første opfølgning", ObligationStatus.Overdue, new LocalDate(2026, 11, 30)) with
        {
            Breach = true,
            Closes = ["opfølgningen er holdt", "en anden er"],
            Steps =
            [
                Step(StepName.Remind, Role.Caseworker, new LocalDate(2026, 11, 27), StepState.Sent) with { Recipient = "sb-12" },
                Step(StepName.Overdue, Role.TeamLeader, new LocalDate(2026, 12, 1), StepState.Failed),
                Step(StepName.Escalate, Role.Manager, new LocalDate(2026, 12, 14), StepState.ToCome),
            ],
        }));

        Assert.Equal(
            ["30. november 2026", "iværksat 30-08-2026 (placement.started)", "3 måneder efter 30-08-2026 → 30-11-2026, en mandag.", "barnets lov § 95 (reglerne fra 2024), lovens frist", "opfølgningen er holdt, eller en anden er"],
            page.QuerySelectorAll(".duty dd").Select(answer => answer.TextContent));
        Assert.Contains("Lovens krav er ikke overholdt.", page.QuerySelector(".duty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["27-11-2026 påmindelse til sagsbehandleren (sb-12): sendt", "01-12-2026 efter fristen til teamlederen: kunne ikke afleveres", "14-12-2026 eskalering til lederen"],
            page.QuerySelectorAll(".steps li").Select(step => step.TextContent));
    }

    [Fact]
    public async Task A_duty_that_is_closed_tells_by_what_and_what_was_lacking()
    {
        IDocument page = await OpenAsync<PlacementPage>(Placement(Duty("Grundlag", ObligationStatus.MetLate, new LocalDate(2026, 11, 2)) with
        {
            ClosedBy = new ExplainedFact("opfølgning afholdt", new LocalDate(2026, 11, 14), "review.held", "h-9", null, new LocalDate(2026, 11, 16)),
            Defects = [new Defect("no-visit", "tilsynsbesøg", true), new Defect("no-contact", "kontakt", true)],
        }));

        Assert.Equal("Løst for sent, 12 dage", page.QuerySelector(".badge")!.TextContent);
        Assert.Equal(
            ["opfølgning afholdt 14-11-2026 (review.held, modtaget 16-11-2026), 12 dage for sent", "tilsynsbesøg og kontakt"],
            page.QuerySelectorAll(".duty dd").TakeLast(2).Select(answer => answer.TextContent));
    }

    [Fact]
    public async Task A_reader_may_see_a_case_from_another_day()
    {
        string html = await MailSamples.Renderer.RenderAsync<PlacementPage>(Placement(), new PageLinks("abc"));
        IElement form = MailSamples.Open(html).QuerySelector("form")!;

        Assert.Equal("/placements/101/P-7", form.GetAttribute("action"));
        Assert.Equal("2026-12-03", form.QuerySelector("input[name=on]")!.GetAttribute("value"));
        Assert.Equal("abc", form.QuerySelector("input[name=code]")!.GetAttribute("value"));
        Assert.Equal(["/placements/101/P-7?code=abc", "/api/placements/101/P-7?on=2026-12-03&code=abc"], form.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_case_that_is_not_there_leads_to_those_it_may_have_been()
    {
        IDocument page = await OpenAsync<MessagePage>(new MessageModel("Sagen findes ikke her", "Se efter.") { Nearest = ["101/P-7", "101/P-71"] });

        Assert.Equal(["/placements/101/P-7", "/placements/101/P-71"], page.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Every_status_step_role_and_kind_has_its_words()
    {
        ExplainedDuty[] duties =
        [
            .. from status in Enum.GetValues<ObligationStatus>()
               from kind in Enum.GetValues<DutyKind>()
               select Duty("Opgave", status, Today) with
               {
                   Kind = kind,
                   Steps = [.. from step in Enum.GetValues<StepName>() from role in Enum.GetValues<Role>() select Step(step, role, Today, StepState.ToCome)],
               },
        ];

        IDocument page = await OpenAsync<PlacementPage>(Placement(duties));

        Assert.Equal(duties.Length, page.QuerySelectorAll(".duty").Length);
        Assert.Equal(7, page.QuerySelectorAll(".badge").Select(badge => badge.TextContent).Distinct().Count());
    }

    [Fact]
    public async Task What_comes_from_outside_is_shown_and_never_run()
    {
        PlacementExplanation placement = Placement(Duty(Hostile, ObligationStatus.Overdue, Today) with { Law = Hostile, Arithmetic = [Hostile], Anchor = new ExplainedFact(Hostile, Today, Hostile, Hostile), Defects = [new Defect(Hostile, Hostile, false)], Site = Hostile });
        var mail = new MailOnFile([new("Subject", Hostile), new("To", Hostile), new("From", Hostile)], null, null, Hostile, Hostile);
        IDocument[] pages =
        [
            await OpenAsync<PlacementPage>(placement with { Placement = Hostile, Caseworker = Hostile, Concerns = [new ExplainedConcern(Hostile, Hostile, Today, Hostile)] }),
            await OpenAsync<StartPage>(Overview with { Next = [new StartDuty("101", Hostile, Hostile, Today)] }),
            await OpenAsync<OutboxPage>(new OutboxModel([new OutboxEntry("2026-12-03T0700-0123456789abcdef0123", null, Hostile, Hostile, null)], Hostile, 1, 2, 51, true)),
            await OpenAsync<OutboxMailPage>(mail),
            await OpenAsync<MessagePage>(new MessageModel(Hostile, Hostile) { Nearest = [Hostile] }),
        ];

        Assert.All(pages, page => Assert.Empty(page.QuerySelectorAll("script, img")));
    }

    [Fact]
    public async Task A_mail_is_shown_in_a_frame_that_may_do_nothing()
    {
        MailMessage mail = await MailSamples.ComposeAsync(MailSamples.Reminder(MailSamples.Item(-3)));
        IDocument page = await OpenAsync<OutboxMailPage>(EmlReader.Read(EmlWriter.Write(mail)));

        IElement frame = page.QuerySelector("iframe")!;
        Assert.Equal("", frame.GetAttribute("sandbox"));
        Assert.Equal(mail.Html, frame.GetAttribute("srcdoc"));
        Assert.Equal(mail.Text.Trim(), page.QuerySelectorAll("pre").Last().TextContent.Trim());
    }

    [Fact]
    public async Task A_page_can_be_read_by_everyone()
    {
        IDocument page = await OpenAsync<OutboxPage>(new OutboxModel([], "", 1, 1, 0, false));

        Assert.Equal("da", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Udbakke – Rettidig", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("#" + page.QuerySelector("main")!.Id, page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden])"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
    }

    [Fact]
    public async Task The_overview_says_of_a_mail_nobody_knows_of_when_to_whom_why_and_what_came_of_it()
    {
        var mail = new UncertainMail("101", "0123456789abcdef0123", Instant.FromUtc(2026, 11, 30, 6, 1), MailKind.Digest, "chef-1", "SendGrid svarede ikke i tide.", UncertainFate.Open);
        var site = mail with { Mail = "1123456789abcdef0123", Kind = MailKind.SiteNotice, Recipient = null, Fate = UncertainFate.SentAgain };

        IDocument page = await OpenAsync<StartPage>(Overview with { Uncertain = [mail, site] });

        string[] rows = [.. page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())))];
        Assert.Equal(
            [
                "30-11-2026 kl. 07.01 | Ugeoversigt | chef-1 | 101 | SendGrid svarede ikke i tide. | sendes én gang til",
                "30-11-2026 kl. 07.01 | Besked til sted | anbringelsessted | 101 | SendGrid svarede ikke i tide. | sendt én gang til",
            ],
            rows);
        Assert.DoesNotContain("man ikke ved", (await OpenAsync<StartPage>(Overview)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static StartModel Overview => new(Today, 1432, 1, 12, 3, 0, [], [new StartDuty("101", "P-7", "Første opfølgning", new LocalDate(2026, 11, 30))]);

    private static PlacementExplanation Placement(params ExplainedDuty[] duties) =>
        new("101/P-7", Today, new LocalDate(2026, 8, 20), new LocalDate(2026, 8, 30), null, "sb-12", "sted-4", [.. duties.OrderBy(duty => duty.Due)], [], []);

    private static ExplainedDuty Duty(string title, ObligationStatus status, LocalDate due) => new(
        "first-review",
        title,
        "2026-08-30",
        DutyKind.Statute,
        Term.Statutory,
        Regime.C,
        "barnets lov § 95",
        new ExplainedFact("iværksat", new LocalDate(2026, 8, 30), "placement.started", "h-2", null, new LocalDate(2026, 8, 30)),
        due,
        ["3 måneder efter 30-08-2026 → 30-11-2026, en mandag."],
        "iværksat 30-08-2026 + 3 måneder = 30-11-2026",
        status);

    private static ExplainedStep Step(StepName step, Role role, LocalDate day, StepState state) =>
        new($"{step}:{role}", "first-review", "2026-08-30", step, role, day, new LocalDate(2026, 11, 30), state);

    private static async Task<IDocument> OpenAsync<TPage>(object model)
        where TPage : IComponent => MailSamples.Open(await MailSamples.Renderer.RenderAsync<TPage>(model));
}
