using NodaTime;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain;

public class MunicipalRulesTests
{
    [Fact]
    public void What_is_left_out_has_its_default() =>
        Assert.Equal(new MunicipalRules { SiteNotices = true, DigestDay = IsoDayOfWeek.Monday, DigestTime = new LocalTime(7, 0) }, MunicipalRules.Parse("""{"siteNotices": true}""", "rules/999.json"));

    [Fact]
    public void The_digest_has_its_own_day_and_hour() =>
        Assert.Equal((IsoDayOfWeek.Friday, new LocalTime(14, 30)), MunicipalRules.Parse("""{"digestDay": "friday", "digestTime": "14:30"}""", "x") is var rules ? (rules.DigestDay, rules.DigestTime) : default);

    [Theory]
    [InlineData("""{"siteNotices": "ja"}""", "$.siteNotices", "true eller false")]
    [InlineData("""{"digestDay": "mandag"}""", "$.digestDay", "monday")]
    [InlineData("""{"digestTime": "7"}""", "$.digestTime", "07:00")]
    [InlineData("""{"siteNotice": true}""", "$.siteNotice", "siteNotices")]
    [InlineData("[]", "$", "JSON-objekt")]
    public void A_wrong_choice_is_named_with_file_path_and_remedy(string json, string path, string expected)
    {
        string message = Assert.Throws<RulesException>(() => MunicipalRules.Parse(json, "rules/999.json")).Message;

        Assert.StartsWith($"rules/999.json: {path} ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_named_with_the_line() =>
        Assert.Contains("linje 2", Assert.Throws<RulesException>(() => MunicipalRules.Parse("{\n\"siteNotices\" true}", "rules/999.json")).Message, StringComparison.Ordinal);
}
