using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rettidig.Functions.Deliveries;
using Rettidig.Functions.Mail;
using Rettidig.SelfHost.Time;
using Rettidig.Unit.Tests.Node;

namespace Rettidig.Unit.Tests.Deliveries;

public sealed class DeliverySignatureTests : IDisposable
{
    private const string Body = """[{"event":"delivered","email":"anna@kommune.example","sg_event_id":"æøå"}]""";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly SimulatedClock clock = new(new DateTimeOffset(2026, 12, 3, 6, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_post_signed_with_the_accounts_key_is_taken()
    {
        (string signature, string timestamp) = Sign(Body);

        Assert.True(Verifies(signature, timestamp, Body));
    }

    [Fact]
    public async Task SendGrids_own_verifier_says_the_same()
    {
        (string signature, string timestamp) = Sign(Body);
        string[] signed = [PublicKey, signature, timestamp];

        Assert.Equal("true", await NodeScript.RunAsync("webhook.mjs", signed, Body));
        Assert.Equal("false", await NodeScript.RunAsync("webhook.mjs", signed, Body + " "));
        Assert.False(Verifies(signature, timestamp, Body + " "));
    }

    [Fact]
    public void A_post_signed_with_another_key_is_refused()
    {
        using ECDsa stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string timestamp = Seconds(TimeSpan.Zero);
        string signature = Convert.ToBase64String(stranger.SignData(Encoding.UTF8.GetBytes(timestamp + Body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        Assert.False(Verifies(signature, timestamp, Body));
    }

    [Fact]
    public void A_post_is_taken_for_a_day_as_long_as_SendGrid_tries_and_no_longer()
    {
        Assert.True(IsTaken(TimeSpan.FromHours(-24)));
        Assert.False(IsTaken(TimeSpan.FromHours(-24) - TimeSpan.FromSeconds(1)));
        Assert.True(IsTaken(TimeSpan.FromMinutes(5)));
        Assert.False(IsTaken(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("not base64", "1764741600")]
    [InlineData("AAAA", "1764741600")]
    [InlineData("AAAA", "99999999999999999999")]
    [InlineData("AAAA", "-1")]
    public void A_post_without_a_proper_signature_is_refused(string? signature, string? timestamp) =>
        Assert.False(Verifies(signature, timestamp, Body));

    [Fact]
    public void A_timestamp_that_was_not_signed_is_refused()
    {
        (string signature, _) = Sign(Body);

        Assert.False(Verifies(signature, Seconds(TimeSpan.FromSeconds(1)), Body));
    }

    public void Dispose() => key.Dispose();

    private string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private bool IsTaken(TimeSpan age)
    {
        (string signature, string timestamp) = Sign(Body, age);
        return Verifies(signature, timestamp, Body);
    }

    private bool Verifies(string? signature, string? timestamp, string body)
    {
        var settings = new MailSettings(new Mailbox("rettidig@kommune.example"), "") { SendGrid = new SendGridSettings("SG.x", WebhookKey: PublicKey) };
        using var verifier = new DeliverySignature(settings, clock);
        return verifier.Verifies(signature, timestamp, Encoding.UTF8.GetBytes(body));
    }

    private (string Signature, string Timestamp) Sign(string body, TimeSpan age = default)
    {
        string timestamp = Seconds(age);
        byte[] signature = key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return (Convert.ToBase64String(signature), timestamp);
    }

    private string Seconds(TimeSpan age) => (clock.GetUtcNow() + age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
