using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NSubstitute;
using Rettidig.Domain;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;
using Rettidig.Functions.SiteLinks;
using Rettidig.Unit.Tests.Mail;

namespace Rettidig.Unit.Tests.Pages;

/// <summary>What a placement site meets when it opens a link and answers.</summary>
public class SiteLinkTests
{
    private static readonly LocalDate Today = new(2026, 12, 3);

    private readonly SiteLinkSigner signer = new(new SiteLinkSettings("0123456789abcdef0123456789abcdef", 90));
    private readonly TimeProvider clock = Substitute.For<TimeProvider>();
    private readonly List<ServiceBusMessage> sent = [];
    private readonly ServiceBusSender bus = Substitute.For<ServiceBusSender>();
    private readonly SiteLinkFunctions site;

    public SiteLinkTests()
    {
        ServiceBusClient client = Substitute.For<ServiceBusClient>();
        client.CreateSender("placement-events").Returns(bus);
        bus.SendMessageAsync(Arg.Do<ServiceBusMessage>(sent.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        At(new DateTimeOffset(2026, 12, 3, 10, 15, 0, TimeSpan.Zero));
        site = new SiteLinkFunctions(signer, new SiteAnswerSender(client), MailSamples.Renderer, clock, NullLogger<SiteLinkFunctions>.Instance);
    }

    [Fact]
    public async Task Opening_a_link_asks_and_sends_nothing()
    {
        (int status, string html) = await GetAsync(Link(SiteLinkPurpose.Ask, 2));

        Assert.Equal(200, status);
        Assert.Equal(["Vi har modtaget planen", "Vi mangler planen"], MailSamples.Open(html).QuerySelectorAll("form[method=post] button").Select(button => button.TextContent));
        Assert.Empty(sent);
    }

    [Fact]
    public async Task Where_there_is_no_plan_yet_it_cannot_have_been_received()
    {
        (_, string html) = await GetAsync(Link(SiteLinkPurpose.Ask, null));

        Assert.Equal("Vi mangler planen", Assert.Single(MailSamples.Open(html).QuerySelectorAll("button")).TextContent);
    }

    [Fact]
    public async Task Pressing_received_tells_the_case_on_which_day_and_of_which_version()
    {
        (_, string html) = await GetAsync(Link(SiteLinkPurpose.Ask, 2));
        (int status, string thanks) = await PostAsync(MailSamples.Open(html).QuerySelectorAll("form").First().GetAttribute("action")!);

        Assert.Equal(200, status);
        Assert.Contains("Tak for svaret", thanks, StringComparison.Ordinal);
        CaseEvent read = Read(Assert.Single(sent));
        Assert.Equal(new PlacementKey("101", "P-7"), read.Placement);
        Assert.Equal("urn:rettidig:site-link", read.Source);
        Assert.Equal(new ChildPlanReceived(Today, 2, "sted-4"), read.Fact);
    }

    [Fact]
    public async Task Pressing_lacking_tells_the_case_that_the_site_chased()
    {
        await PostAsync(Link(SiteLinkPurpose.Chased, null));

        Assert.Equal(new ChildPlanChased(Today, "sted-4"), Read(Assert.Single(sent)).Fact);
    }

    [Theory]
    [InlineData(SiteLinkPurpose.Received)]
    [InlineData(SiteLinkPurpose.Chased)]
    public async Task Pressing_twice_is_the_same_event(SiteLinkPurpose purpose)
    {
        await PostAsync(Link(purpose, 2));
        At(new DateTimeOffset(2026, 12, 3, 10, 16, 0, TimeSpan.Zero));
        await PostAsync(Link(purpose, 2));

        Assert.Equal(2, sent.Count);
        Assert.Single(sent.Select(message => message.MessageId).Distinct());
        Assert.Single(sent.Select(message => Read(message).Id).Distinct());
        Assert.InRange(sent[0].MessageId!.Length, 1, 128);
    }

    [Fact]
    public async Task A_site_that_still_lacks_the_plan_another_day_chases_again()
    {
        await PostAsync(Link(SiteLinkPurpose.Chased, 2));

        // 00:30 in Copenhagen is another day, though it is still the same one in UTC.
        At(new DateTimeOffset(2026, 12, 3, 23, 30, 0, TimeSpan.Zero));
        await PostAsync(Link(SiteLinkPurpose.Chased, 2));

        Assert.Equal(2, sent.Select(message => Read(message).Id).Distinct().Count());
        Assert.Equal(new ChildPlanChased(new LocalDate(2026, 12, 4), "sted-4"), Read(sent[1]).Fact);
    }

    [Theory]
    [InlineData(SiteLinkPurpose.Ask)]
    [InlineData(SiteLinkPurpose.Registered)]
    public async Task A_link_that_asks_does_not_answer(SiteLinkPurpose purpose)
    {
        (int status, _) = await PostAsync(Link(purpose, 2));

        Assert.Equal(200, status);
        Assert.Empty(sent);
    }

    [Fact]
    public async Task An_expired_link_says_so_and_what_to_do()
    {
        string token = Link(SiteLinkPurpose.Received, 2);
        At(new DateTimeOffset(2027, 3, 4, 10, 0, 0, TimeSpan.Zero));

        foreach ((int status, string html) in new[] { await GetAsync(token), await PostAsync(token) })
        {
            Assert.Equal(410, status);
            Assert.Contains("Det virkede til og med 3. marts 2027.", html, StringComparison.Ordinal);
            Assert.Contains("ring til den sagsbehandler", html, StringComparison.Ordinal);
        }

        Assert.Empty(sent);
    }

    [Fact]
    public async Task A_forged_link_says_nothing_of_why()
    {
        foreach ((int status, string html) in new[] { await GetAsync("abc"), await PostAsync("abc") })
        {
            Assert.Equal(404, status);
            Assert.Contains("Linket virker ikke", html, StringComparison.Ordinal);
        }

        Assert.Empty(sent);
    }

    [Fact]
    public async Task When_the_bus_is_away_the_site_is_asked_to_try_again()
    {
        bus.SendMessageAsync(Arg.Any<ServiceBusMessage>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromException(new ServiceBusException("away", ServiceBusFailureReason.ServiceCommunicationProblem)));

        (int status, string html) = await PostAsync(Link(SiteLinkPurpose.Received, 2));

        Assert.Equal(503, status);
        Assert.Contains("prøv igen", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SiteLinkPurpose.Ask)]
    [InlineData(SiteLinkPurpose.Registered)]
    [InlineData(SiteLinkPurpose.Received)]
    [InlineData(SiteLinkPurpose.Chased)]
    public async Task No_page_shows_the_case_or_the_site(SiteLinkPurpose purpose)
    {
        (_, string html) = await GetAsync(Link(purpose, 2));
        string read = MailSamples.Open(html).DocumentElement.TextContent;

        Assert.DoesNotContain("P-7", read, StringComparison.Ordinal);
        Assert.DoesNotContain("sted-4", read, StringComparison.Ordinal);
        Assert.DoesNotContain("101", MailSamples.Open(html).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_kept_by_no_one_and_tells_no_one_where_the_reader_came_from()
    {
        var context = new DefaultHttpContext();
        await (await site.ShowAsync(context.Request, Link(SiteLinkPurpose.Ask, 2))).ExecuteAsync(context);

        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.Equal("no-referrer", context.Response.Headers["Referrer-Policy"]);
        Assert.Contains("default-src 'none'", context.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    private string Link(SiteLinkPurpose purpose, int? version) => signer.Sign(new PlacementKey("101", "P-7"), "sted-4", purpose, version, Today);

    private void At(DateTimeOffset now) => clock.GetUtcNow().Returns(now);

    private CaseEvent Read(ServiceBusMessage message) => Assert.IsType<EventReading.OfCase>(
        EventReader.Read(message.Body.ToMemory().Span, Instant.FromDateTimeOffset(clock.GetUtcNow()))).Event;

    private async Task<(int Status, string Html)> GetAsync(string token)
    {
        var context = new DefaultHttpContext();
        return await BodyAsync(context, await site.ShowAsync(context.Request, token));
    }

    private async Task<(int Status, string Html)> PostAsync(string token)
    {
        var context = new DefaultHttpContext();
        return await BodyAsync(context, await site.AnswerAsync(context.Request, token, CancellationToken.None));
    }

    private static async Task<(int Status, string Html)> BodyAsync(DefaultHttpContext context, IResult result)
    {
        var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
