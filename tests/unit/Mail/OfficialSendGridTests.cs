using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.Functions.Mail;
using Rettidig.Unit.Tests.Node;
using SendGrid;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

/// <summary>The same mail sent by us and by SendGrid's official client for Node, to one local server: what goes over the wire is the same.</summary>
public sealed class OfficialSendGridTests : IAsyncLifetime
{
    private const string Key = "SG.test-key";

    private readonly List<(string Line, string? Authorization, string? ContentType, JsonNode Body)> seen = [];
    private WebApplication server = null!;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(async context =>
        {
            HttpRequest request = context.Request;
            seen.Add(($"{request.Method} {request.Path}", request.Headers.Authorization, request.ContentType?.Split(';')[0], (await JsonNode.ParseAsync(request.Body))!));
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });
        await server.StartAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Our_client_sends_what_the_official_client_sends_for_the_same_mail(bool sandbox)
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3), Item(4, "P-8")));

        Assert.IsType<MailOutcome.Sent>(await SendAsync(mail, sandbox));
        Assert.Equal("sent 202", await NodeScript.RunAsync("sendgrid.mjs", [Url, Key], ForOfficialClient(mail, sandbox).ToJsonString()));

        Assert.Equal(2, seen.Count);
        Assert.Equal((seen[1].Line, seen[1].Authorization, seen[1].ContentType), (seen[0].Line, seen[0].Authorization, seen[0].ContentType));
        Assert.Equal("POST /v3/mail/send", seen[0].Line);
        Assert.True(JsonNode.DeepEquals(seen[1].Body, seen[0].Body), $"Ours:\n{seen[0].Body}\nThe official client's:\n{seen[1].Body}");
    }

    [Fact]
    public async Task Categories_and_custom_arguments_say_nothing_of_anyone()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));

        await SendAsync(mail, sandbox: false);

        JsonNode body = Assert.Single(seen).Body;
        Assert.Equal("""["rettidig-reminder"]""", body["categories"]!.ToJsonString());
        Assert.Equal($$"""{"rettidig_mail":"{{mail.Id}}"}""", body["custom_args"]!.ToJsonString());
        Assert.Null(body["personalizations"]![0]!["custom_args"]);
    }

    private string Url => server.Urls.First();

    private async Task<MailOutcome> SendAsync(MailMessage mail, bool sandbox)
    {
        using var http = new HttpClient();
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = Key, Host = Url });
        return await new SendGridTransport(client, new SendGridSettings(Key, Sandbox: sandbox), TimeProvider.System, NullLogger<SendGridTransport>.Instance)
            .SendAsync(mail, CancellationToken.None);
    }

    /// <summary>The mail as the documentation of <c>@sendgrid/mail</c> says to write it.</summary>
    private static JsonObject ForOfficialClient(MailMessage mail, bool sandbox)
    {
        var official = new JsonObject
        {
            ["to"] = new JsonObject { ["email"] = mail.To.Address, ["name"] = mail.To.Name },
            ["from"] = new JsonObject { ["email"] = mail.From.Address, ["name"] = mail.From.Name },
            ["subject"] = mail.Subject,
            ["text"] = mail.Text,
            ["html"] = mail.Html,
            ["headers"] = new JsonObject { ["Message-ID"] = mail.MessageId, ["Auto-Submitted"] = "auto-generated" },
            ["categories"] = new JsonArray("rettidig-reminder"),
            ["customArgs"] = new JsonObject { ["rettidig_mail"] = mail.Id },
            ["trackingSettings"] = new JsonObject
            {
                ["clickTracking"] = new JsonObject { ["enable"] = false, ["enableText"] = false },
                ["openTracking"] = new JsonObject { ["enable"] = false },
            },
        };
        if (sandbox)
        {
            official["mailSettings"] = new JsonObject { ["sandboxMode"] = new JsonObject { ["enable"] = true } };
        }

        return official;
    }
}
