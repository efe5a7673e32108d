using System.Text;
using System.Text.Json;
using NodaTime;
using Rettidig.Functions.Deliveries;

namespace Rettidig.Unit.Tests.Deliveries;

public sealed class DeliveryEventTests
{
    private const string Mail = "0123456789abcdef0123";

    [Theory]
    [InlineData("processed", DeliveryKind.Processed)]
    [InlineData("deferred", DeliveryKind.Deferred)]
    [InlineData("delivered", DeliveryKind.Delivered)]
    [InlineData("bounce", DeliveryKind.Bounced)]
    [InlineData("dropped", DeliveryKind.Dropped)]
    public void What_SendGrid_posts_is_understood(string name, DeliveryKind kind)
    {
        DeliveryEvent told = Assert.Single(Read($$"""
            [{"email":"anna@kommune.example","event":"{{name}}","timestamp":1796277600,"rettidig_mail":"{{Mail}}","status":"5.1.1",
              "reason":"550 5.1.1 <anna@kommune.example> unknown","category":["rettidig-reminder"],"sg_event_id":"x","smtp-id":"<y>"}]
            """));

        Assert.Equal(new DeliveryEvent(Mail, kind, Instant.FromUnixTimeSeconds(1796277600), "5.1.1"), told);
        Assert.DoesNotContain("anna", told.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"event":"open","timestamp":1796277600,"rettidig_mail":"0123456789abcdef0123"}""")]
    [InlineData("""{"event":"delivered","timestamp":1796277600}""")]
    [InlineData("""{"event":"delivered","timestamp":1796277600,"rettidig_mail":"../../head"}""")]
    [InlineData("""{"event":"delivered","timestamp":-1,"rettidig_mail":"0123456789abcdef0123"}""")]
    [InlineData("""{"event":7,"timestamp":1796277600,"rettidig_mail":"0123456789abcdef0123"}""")]
    public void What_is_not_about_a_mail_of_ours_is_passed_over(string told) => Assert.Empty(Read($"[{told}]"));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{]")]
    public void What_is_no_list_of_events_is_refused(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    [Fact]
    public void A_status_that_is_none_is_left_out() =>
        Assert.Null(Assert.Single(Read($$"""[{"event":"bounce","timestamp":1796277600,"rettidig_mail":"{{Mail}}","status":"anna@kommune.example"}]""")).Status);

    private static IReadOnlyList<DeliveryEvent> Read(string body) => DeliveryEventReader.Read(Encoding.UTF8.GetBytes(body));
}
