using System.Net;
using Rettidig.Cli.Send;
using Rettidig.Cli.Terminal;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>Commands that talk with a Service Bus without keys: with the token of whoever is signed in.</summary>
public sealed class BusTokenTests
{
    [Theory]
    [InlineData(null, "Skriv navnerummets adresse med --to")]
    [InlineData("kommune", "'kommune' er ikke en adresse")]
    [InlineData("http://kommune.servicebus.windows.net", "ikke krypteret")]
    public void A_token_goes_nowhere_without_an_address_that_keeps_it(string? to, string said) => Assert.Contains(
        said, Assert.Throws<Refused>(() => BusConnection.WithToken("Bearer secret", to)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://kommune.servicebus.windows.net")]
    [InlineData("http://localhost:7071")]
    public void A_token_goes_over_TLS_or_to_this_machine(string to) =>
        Assert.Equal(("Bearer secret", to + "/"), (BusConnection.WithToken("Bearer secret", to).Token, BusConnection.WithToken("Bearer secret", to).Endpoint.ToString()));

    [Fact]
    public async Task A_token_that_is_refused_is_told_with_the_role_it_takes()
    {
        var wire = new Answering(HttpStatusCode.Unauthorized);
        using var http = new HttpClient(wire);
        var bus = new BusClient(http, BusConnection.WithToken("Bearer secret", "https://kommune.servicebus.windows.net"), TimeProvider.System);

        using BusAnswer answer = await bus.AskAsync(HttpMethod.Post, "placement-events/messages", null, CancellationToken.None);

        Assert.Equal("Bearer secret", wire.Authorization);
        Assert.Contains("Azure Service Bus Data Sender", answer.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Problem, StringComparison.Ordinal);
    }

    private sealed class Answering(HttpStatusCode status) : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorization = request.Headers.Authorization?.ToString();
            return Task.FromResult(new HttpResponseMessage(status));
        }
    }
}
