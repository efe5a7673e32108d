using Microsoft.Extensions.Configuration;
using Rettidig.Functions.Pages;

namespace Rettidig.Unit.Tests.Pages;

public class SiteAddressTests
{
    [Theory]
    [InlineData(null, null, "http://localhost:7071/placements/101/P-7")]
    [InlineData(null, "http://*:8080;https://*:8443", "http://localhost:8080/placements/101/P-7")]
    [InlineData("https://rettidig.kommune.dk", null, "https://rettidig.kommune.dk/placements/101/P-7")]
    [InlineData("https://kommune.dk/rettidig", "http://*:8080", "https://kommune.dk/rettidig/placements/101/P-7")]
    public void A_case_is_found_where_people_open_Rettidig(string? given, string? urls, string address) =>
        Assert.Equal(address, Read(given, urls).Placement("101", "P-7").AbsoluteUri);

    [Theory]
    [InlineData("rettidig.kommune.dk")]
    [InlineData("ftp://rettidig.kommune.dk")]
    public void An_address_that_is_not_whole_is_refused_with_a_remedy(string given) =>
        Assert.Contains("fx https://", Assert.Throws<InvalidOperationException>(() => Read(given, null)).Message, StringComparison.Ordinal);

    private static SiteAddress Read(string? given, string? urls) => SiteAddress.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Site:BaseUrl"] = given, ["SelfHost:Urls"] = urls })
        .Build());
}
