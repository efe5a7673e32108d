using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Rettidig.Contract.Tests.Mail;

/// <summary>What goes over the wire, held against SendGrid's published API: <c>POST /v3/mail/send</c>.</summary>
public sealed class SendGridContract : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private WebApplication server = null!;
    private int answer = 202;
    private (string Method, string Path, string? Authorization, string? ContentType, JsonNode? Body) seen;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_goes_out_as_the_api_wants_it()
    {
        SendGridMessage mail = MailHelper.CreateSingleEmail(new EmailAddress("fra@example.dk", "Rettidig"), new EmailAddress("til@example.dk", "Åse"), "Påmindelse", "Kære Åse", "<p>Kære Åse</p>");
        mail.AddCustomArg("notice", "n-1");
        mail.AddCategory("reminder");
        mail.AddHeader("X-Rettidig", "1");
        mail.SetReplyTo(new EmailAddress("svar@example.dk"));
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);
        mail.SetSandBoxMode(true);

        Response response = await Client().SendEmailAsync(mail);

        Assert.Equal((HttpStatusCode.Accepted, true, "id-1"), (response.StatusCode, response.IsSuccessStatusCode, response.DeserializeResponseHeaders()["X-Message-Id"]));
        Assert.Equal(("POST", "/v3/mail/send", "Bearer SG.key", "application/json; charset=utf-8"), (seen.Method, seen.Path, seen.Authorization, seen.ContentType));
        Expect(
            """
            {
              "from": { "name": "Rettidig", "email": "fra@example.dk" },
              "personalizations": [{
                "to": [{ "name": "Åse", "email": "til@example.dk" }], "subject": "Påmindelse",
                "headers": { "X-Rettidig": "1" }, "custom_args": { "notice": "n-1" } }],
              "content": [{ "type": "text/plain", "value": "Kære Åse" }, { "type": "text/html", "value": "<p>Kære Åse</p>" }],
              "categories": ["reminder"],
              "mail_settings": { "sandbox_mode": { "enable": true } },
              "tracking_settings": { "click_tracking": { "enable": false, "enable_text": false }, "open_tracking": { "enable": false } },
              "reply_to": { "email": "svar@example.dk" }
            }
            """);
    }

    [Fact]
    public async Task Plain_text_stands_before_html_whatever_came_first()
    {
        var mail = new SendGridMessage { From = new EmailAddress("a@example.dk"), Subject = "s", HtmlContent = "<b>h</b>" };
        mail.AddContent("text/calendar", "c");
        mail.AddTo("b@example.dk");
        mail.PlainTextContent = "t";

        await Client().SendEmailAsync(mail);

        Assert.Equal(["text/plain", "text/html", "text/calendar"], seen.Body!["content"]!.AsArray().Select(content => (string)content!["type"]!));
        Assert.Equal("s", (string)seen.Body["subject"]!);
    }

    [Fact]
    public async Task A_mail_to_several_shows_none_the_others()
    {
        SendGridMessage mail = MailHelper.CreateSingleEmailToMultipleRecipients(
            new EmailAddress("a@example.dk"), [new EmailAddress("b@example.dk"), new EmailAddress("c@example.dk")], "s", "t", null);

        await Client().SendEmailAsync(mail);

        Assert.Equal(
            ["b@example.dk", "c@example.dk"],
            seen.Body!["personalizations"]!.AsArray().Select(personalization => (string)Assert.Single(personalization!["to"]!.AsArray())!["email"]!));
    }

    [Fact]
    public async Task A_mailbox_named_twice_is_written_once()
    {
        var mail = new SendGridMessage { From = new EmailAddress("a@example.dk"), Subject = "s", PlainTextContent = "t" };
        mail.AddTos([new EmailAddress("b@example.dk"), new EmailAddress("B@example.dk", "B")]);

        await Client().SendEmailAsync(mail);

        Assert.Single(seen.Body!["personalizations"]![0]!["to"]!.AsArray());
    }

    [Fact]
    public async Task A_refusal_comes_back_with_its_body()
    {
        answer = 400;

        Response response = await Client().SendEmailAsync(MailHelper.CreateSingleEmail(new EmailAddress("a@example.dk"), new EmailAddress("b@example.dk"), "s", "t", null));

        Assert.Equal((HttpStatusCode.BadRequest, false), (response.StatusCode, response.IsSuccessStatusCode));
        Assert.Contains("does not contain a valid address", await response.Body.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_can_be_kept_in_Europe()
    {
        Assert.Equal("https://api.sendgrid.com", new SendGridClientOptions().Host);
        Assert.Equal("https://api.eu.sendgrid.com", new SendGridClientOptions { ApiKey = "SG.key" }.SetDataResidency("eu").Host);
        Assert.Throws<InvalidOperationException>(() => new SendGridClientOptions().SetDataResidency("moon"));
    }

    private SendGridClient Client() => new(http, new SendGridClientOptions { ApiKey = "SG.key", Host = server.Urls.First() });

    private void Expect(string json) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), seen.Body), seen.Body!.ToJsonString());

    private async Task AnswerAsync(HttpContext context)
    {
        seen = (context.Request.Method, context.Request.Path, context.Request.Headers.Authorization, context.Request.ContentType, await JsonNode.ParseAsync(context.Request.Body));
        context.Response.StatusCode = answer;
        context.Response.Headers["X-Message-Id"] = "id-1";
        await context.Response.WriteAsync(answer == 202 ? "" : """{"errors":[{"message":"The from email does not contain a valid address.","field":"from.email"}]}""");
    }
}
