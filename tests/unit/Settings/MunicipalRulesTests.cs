using NodaTime;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Settings;

public class MunicipalRulesTests
{
    [Fact]
    public void What_is_left_out_has_its_default() =>
        Assert.Equal(new MunicipalRules { SiteNotices = true, DigestDay = IsoDayOfWeek.Monday, DigestTime = new LocalTime(7, 0) }, MunicipalRules.Parse("""{"siteNotices": true}""", "rules/999.json"));

    [Fact]
    public void The_digest_has_its_own_day_and_hour() =>
        Assert.Equal((IsoDayOfWeek.Friday, new LocalTime(14, 30)), MunicipalRules.Parse("""{"digestDay": "friday", "digestTime": "14:30"}""", "x") is var rules ? (rules.DigestDay, rules.DigestTime) : default);

    [Fact]
    public void A_file_that_is_no_JSON_is_named_with_the_line() =>
        Assert.Contains("linje 2", Assert.Throws<RulesException>(() => MunicipalRules.Parse("{\n\"siteNotices\" true}", "rules/999.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Comments_and_a_comma_too_many_are_forgiven() =>
        Assert.True(MunicipalRules.Parse("{\n// vores valg\n\"siteNotices\": true,\n}", "x").SiteNotices);
}
