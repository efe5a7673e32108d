using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.Functions.Mail;
using SendGrid;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

public class SendGridTests
{
    [Fact]
    public async Task A_mail_taken_is_sent() => Assert.IsType<MailOutcome.Sent>(await SendAsync(_ => new HttpResponseMessage(HttpStatusCode.Accepted)));

    [Fact]
    public async Task The_mail_is_sent_whole_and_nobody_tracks_who_reads_it()
    {
        JsonElement body = default;
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));

        await SendAsync(
            request =>
            {
                body = JsonDocument.Parse(request.Content!.ReadAsStream()).RootElement.Clone();
                return new HttpResponseMessage(HttpStatusCode.Accepted);
            },
            mail);

        Assert.Equal("anna@kommune.example", body.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal("rettidig@kommune.example", body.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal([("text/plain", mail.Text), ("text/html", mail.Html)], body.GetProperty("content").EnumerateArray()
            .Select(part => (part.GetProperty("type").GetString()!, part.GetProperty("value").GetString()!)));
        Assert.Equal(mail.MessageId, body.GetProperty("headers").GetProperty("Message-ID").GetString());
        Assert.Equal(mail.Id, body.GetProperty("custom_args").GetProperty("rettidig_mail").GetString());
        Assert.False(body.GetProperty("tracking_settings").GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.False(body.GetProperty("tracking_settings").GetProperty("open_tracking").GetProperty("enable").GetBoolean());
        Assert.DoesNotContain(mail.Key, body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_is_busy_is_tried_again_when_it_asks_for_it(int status)
    {
        MailOutcome outcome = await SendAsync(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(90));
            return response;
        });

        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<MailOutcome.Retry>(outcome).After);
    }

    [Fact]
    public async Task A_service_that_does_not_say_when_is_tried_again_all_the_same() =>
        Assert.Null(Assert.IsType<MailOutcome.Retry>(await SendAsync(_ => new HttpResponseMessage(HttpStatusCode.BadGateway))).After);

    [Theory]
    [InlineData(400, "modtagerens adresse")]
    [InlineData(413, "for stor")]
    public async Task A_mail_refused_has_failed_with_a_reason_to_act_on(int status, string reason)
    {
        MailOutcome outcome = await SendAsync(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("anna@kommune.example is bad") });

        string said = Assert.IsType<MailOutcome.Failed>(outcome).Reason;
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "SendGrid:ApiKey")]
    [InlineData(403, "Mail:From")]
    public async Task A_key_or_a_sender_that_is_refused_is_no_fault_of_the_recipients_and_the_mail_waits(int status, string remedy)
    {
        MailOutcome outcome = await SendAsync(_ => new HttpResponseMessage((HttpStatusCode)status));

        Assert.Contains(remedy, Assert.IsType<MailOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_refused_for_its_sender_waits_and_one_refused_for_its_recipient_goes_to_the_next_in_line()
    {
        static HttpResponseMessage Refused(string field) => new(HttpStatusCode.BadRequest)
        {
            Content = new StringContent($$"""{"errors":[{"message":"anna@kommune.example is bad","field":"{{field}}","help":null}]}"""),
        };

        MailOutcome.Retry sender = Assert.IsType<MailOutcome.Retry>(await SendAsync(_ => Refused("from.email")));
        Assert.Contains("from.email", sender.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", sender.Reason, StringComparison.Ordinal);
        Assert.IsType<MailOutcome.Failed>(await SendAsync(_ => Refused("personalizations.0.to.0.email")));
    }

    [Fact]
    public async Task A_pause_SendGrid_asks_for_is_kept_for_every_mail()
    {
        var clock = new SelfHost.Time.SimulatedClock(new DateTimeOffset(2026, 12, 3, 6, 0, 0, TimeSpan.Zero));
        int asked = 0;
        using var http = new HttpClient(new Service(_ =>
        {
            var response = new HttpResponseMessage(++asked == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.Accepted);
            response.Headers.RetryAfter = asked == 1 ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(90)) : null;
            return response;
        }));
        SendGridTransport transport = Transport(http, clock);
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));

        Assert.IsType<MailOutcome.Retry>(await transport.SendAsync(mail, CancellationToken.None));
        clock.JumpTo(clock.GetUtcNow() + TimeSpan.FromSeconds(89));
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<MailOutcome.Retry>(await transport.SendAsync(mail, CancellationToken.None)).After);
        Assert.Equal(1, asked);
        clock.JumpTo(clock.GetUtcNow() + TimeSpan.FromSeconds(1));

        Assert.IsType<MailOutcome.Sent>(await transport.SendAsync(mail, CancellationToken.None));
    }

    [Fact]
    public async Task A_limit_given_in_SendGrids_own_header_is_kept_too()
    {
        MailOutcome outcome = await SendAsync(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.Add("X-RateLimit-Reset", DateTimeOffset.MaxValue.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
            return response;
        });

        Assert.True(Assert.IsType<MailOutcome.Retry>(outcome).After > TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task A_gateway_that_gave_up_leaves_it_open_whether_the_mail_went() =>
        Assert.IsType<MailOutcome.Ambiguous>(await SendAsync(_ => new HttpResponseMessage(HttpStatusCode.GatewayTimeout)));

    [Fact]
    public async Task A_connection_that_was_never_made_is_tried_again() => Assert.IsType<MailOutcome.Retry>(
        await SendAsync(_ => throw new HttpRequestException(HttpRequestError.ConnectionError)));

    [Fact]
    public async Task An_answer_that_was_lost_leaves_it_open_whether_the_mail_went() => Assert.IsType<MailOutcome.Ambiguous>(
        await SendAsync(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded)));

    [Fact]
    public async Task An_answer_that_did_not_come_in_time_leaves_it_open_too() => Assert.IsType<MailOutcome.Ambiguous>(
        await SendAsync(_ => throw new TaskCanceledException("timeout", new TimeoutException())));

    private static async Task<MailOutcome> SendAsync(Func<HttpRequestMessage, HttpResponseMessage> answer, MailMessage? mail = null)
    {
        using var http = new HttpClient(new Service(answer));
        return await Transport(http, TimeProvider.System).SendAsync(mail ?? await ComposeAsync(Reminder(Item(-3))), CancellationToken.None);
    }

    private static SendGridTransport Transport(HttpClient http, TimeProvider time) => new(
        new SendGridClient(http, new SendGridClientOptions { ApiKey = "SG.test" }), new SendGridSettings("SG.test"), time, NullLogger<SendGridTransport>.Instance);

    private sealed class Service(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
