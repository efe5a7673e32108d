using System.Buffers.Text;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.SiteLinks;

namespace Rettidig.Unit.Tests.Pages;

public class SiteLinkSignerTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly LocalDate Today = new(2026, 12, 3);
    private static readonly PlacementKey Placement = new("101", "P-7");
    private static readonly SiteLinkSigner Signer = new(new SiteLinkSettings(Key, 90));

    [Theory]
    [InlineData(SiteLinkPurpose.Ask, 2)]
    [InlineData(SiteLinkPurpose.Received, 2)]
    [InlineData(SiteLinkPurpose.Chased, null)]
    public void A_link_is_read_back_as_it_was_signed(SiteLinkPurpose purpose, int? version)
    {
        var link = new SiteLink(Placement, "sted-4", purpose, version, Today.PlusDays(90));

        Assert.Equal(link, Assert.IsType<SiteLinkReading.Valid>(Signer.Read(Signer.Sign(link), Today)).Link);
    }

    [Fact]
    public void A_link_works_for_ninety_days_and_then_says_since_when_it_does_not()
    {
        string token = Signer.Sign(Placement, "sted-4", SiteLinkPurpose.Ask, 2, Today);

        Assert.IsType<SiteLinkReading.Valid>(Signer.Read(token, new LocalDate(2027, 3, 3)));
        Assert.Equal(new LocalDate(2027, 3, 3), Assert.IsType<SiteLinkReading.Expired>(Signer.Read(token, new LocalDate(2027, 3, 4))).On);
    }

    [Fact]
    public void A_link_changed_anywhere_is_forged()
    {
        string token = Signer.Sign(Placement, "sted-4", SiteLinkPurpose.Chased, 2, Today);
        byte[] bytes = Base64Url.DecodeFromChars(token);

        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 1;
            Assert.IsType<SiteLinkReading.Forged>(Signer.Read(Base64Url.EncodeToString(changed), Today));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("hej hej")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../etc/passwd")]
    public void What_was_never_a_link_is_forged(string token) =>
        Assert.IsType<SiteLinkReading.Forged>(Signer.Read(token, Today));

    [Fact]
    public void Every_shorter_piece_of_a_link_is_forged()
    {
        string token = Signer.Sign(Placement, "sted-4", SiteLinkPurpose.Chased, 2, Today);

        Assert.All(Enumerable.Range(0, token.Length), length => Assert.IsType<SiteLinkReading.Forged>(Signer.Read(token[..length], Today)));
    }

    [Fact]
    public void A_link_signed_with_another_key_is_forged()
    {
        var other = new SiteLinkSigner(new SiteLinkSettings("another key that is long enough!", 90));

        Assert.IsType<SiteLinkReading.Forged>(Signer.Read(other.Sign(Placement, "sted-4", SiteLinkPurpose.Chased, 2, Today), Today));
    }

    [Fact]
    public void A_link_shows_neither_case_nor_site()
    {
        string token = Signer.Sign(new PlacementKey("101", "SAGSNUMMER"), "STEDNAVN", SiteLinkPurpose.Received, 2, Today);
        string seen = token + Encoding.Latin1.GetString(Base64Url.DecodeFromChars(token));

        Assert.DoesNotContain("SAGS", seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("STED", seen, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_same_link_is_made_twice() => Assert.Equal(
        Signer.Sign(Placement, "sted-4", SiteLinkPurpose.Ask, 2, Today), Signer.Sign(Placement, "sted-4", SiteLinkPurpose.Ask, 2, Today));

    [Fact]
    public void On_one_machine_a_key_is_made_and_kept()
    {
        string folder = Directory.CreateTempSubdirectory("rettidig-key-").FullName;
        try
        {
            SiteLinkSettings first = Read(("ServiceBus", $"Embedded={Path.Combine(folder, "rettidig.db")}"));
            SiteLinkSettings second = Read(("ServiceBus", $"Embedded={Path.Combine(folder, "rettidig.db")}"));

            Assert.Equal(first, second);
            Assert.Equal(90, first.Days);
            Assert.Equal([Path.Combine(folder, "sitelinks.key")], Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("SiteLinks:Key", "for kort")]
    [InlineData("ServiceBus", "Endpoint=sb://x")]
    public void Without_a_good_key_the_reader_is_told_how_to_make_one(string name, string value) =>
        Assert.Contains("openssl rand", Assert.Throws<InvalidOperationException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SiteLinks:Key", "for kort")]
    [InlineData("SiteLinks:Days", "0")]
    [InlineData("SiteLinks:Days", "366")]
    [InlineData("ServiceBus", "Endpoint=sb://x")]
    public void What_is_wrong_with_them_ends_the_start_and_not_the_first_mail(string name, string value) =>
        Assert.StartsWith("Indstillingen SiteLinks:", Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddSiteLinks(With((name, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_start_makes_no_key()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        new ServiceCollection().AddSiteLinks(With(("ServiceBus", $"Embedded={Path.Combine(folder, "rettidig.db")}")));

        Assert.False(Directory.Exists(folder));
    }

    private static SiteLinkSettings Read(params (string Name, string Value)[] settings) => SiteLinkSettings.Read(With(settings));

    private static IConfiguration With(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
