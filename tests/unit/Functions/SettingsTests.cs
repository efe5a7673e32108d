using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Rettidig.Domain;
using Rettidig.Functions.Settings;

namespace Rettidig.Unit.Tests.Functions;

public sealed class SettingsTests
{
    [Fact]
    public void A_case_link_leads_into_the_case_system()
    {
        LinkSettings links = LinkSettings.Read(With(("CaseSystem:Link", "https://fagsystem.kommune.dk/{municipality}/sag/{placement}")));

        Assert.Equal("https://fagsystem.kommune.dk/101/sag/P-7", links.CaseOf(new PlacementKey("101", "P-7")).ToString());
    }

    [Theory]
    [InlineData("https://fagsystem.kommune.dk/sag")]
    [InlineData("fagsystem/{placement}")]
    [InlineData("javascript:alert('{placement}')")]
    public void A_case_link_that_cannot_work_ends_the_start_with_a_sentence(string template)
    {
        var error = Assert.Throws<SettingException>(() => LinkSettings.Read(With(("CaseSystem:Link", template))));

        Assert.Contains("CaseSystem:Link", error.Message, StringComparison.Ordinal);
        Assert.Contains("https://", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operator_without_an_address_ends_the_start_where_mail_leaves_the_house()
    {
        var error = Assert.Throws<SettingException>(() => OperatorSettings.Read(With(("SendGrid:ApiKey", "SG.x"))));

        Assert.Contains("Operator:Mail", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operators_address_that_is_none_ends_the_start()
    {
        var error = Assert.Throws<SettingException>(() => OperatorSettings.Read(With(("Operator:Mail", "driften"))));

        Assert.Contains("driften", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage", "AccountName=konto;AccountKey=hemmelig!;EndpointSuffix=core.windows.net")]
    [InlineData("Storage", "AccountName=konto;AccountKey=aGVtbWVsaWc=")]
    [InlineData("Storage:tableServiceUri", "http://konto.table.core.windows.net")]
    [InlineData("Storage:tableServiceUri", "konto")]
    [InlineData("Storage", "")]
    public void A_storage_account_that_cannot_be_reached_by_what_is_written_ends_the_start_without_repeating_a_key(string key, string value)
    {
        var error = Assert.Throws<SettingException>(() => StorageSettings.Connect(With((key, value))));

        Assert.StartsWith($"Indstillingen {key} ", error.Message, StringComparison.Ordinal);
        Assert.Matches("skriv|Skriv", error.Message);
        Assert.DoesNotContain(" the ", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hemmelig", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("aGVtbWVsaWc", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage", "DefaultEndpointsProtocol=https;AccountName=konto;AccountKey=aGVtbWVsaWc=;EndpointSuffix=core.windows.net")]
    [InlineData("Storage:tableServiceUri", "https://konto.table.core.windows.net")]
    public void A_storage_account_is_named_by_a_connection_string_or_by_its_address(string key, string value)
    {
        TableServiceClient service = StorageSettings.Connect(With((key, value)));

        Assert.Equal(("konto", "https://konto.table.core.windows.net/"), (service.AccountName, service.Uri.ToString()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1,5")]
    [InlineData("altid")]
    public void A_time_to_keep_that_is_no_number_of_years_ends_the_start(string years)
    {
        var error = Assert.Throws<SettingException>(() => RetentionSettings.Read(With(("Retention:Years", years))));

        Assert.Contains(years, error.Message, StringComparison.Ordinal);
        Assert.Null(RetentionSettings.Read(With()).Years);
        Assert.Equal(5, RetentionSettings.Read(With(("Retention:Years", "5"))).Years);
    }

    [Fact]
    public void Notices_go_out_unless_somebody_says_false()
    {
        Assert.Equal((true, "urn:rettidig"), Notices());
        Assert.Equal((false, "urn:rettidig"), Notices(("Notices:Publish", "False")));
        Assert.Equal((true, "urn:kommune:101"), Notices(("Notices:Publish", "true"), ("Notices:Source", "urn:kommune:101")));

        static (bool, string) Notices(params (string Key, string Value)[] settings)
        {
            var read = NoticeSettings.Read(With(settings));
            return (read.Publishes, read.Source);
        }
    }

    [Theory]
    [InlineData("Notices:Publish", "nej")]
    [InlineData("Notices:Publish", "0")]
    [InlineData("Notices:Source", "kommunen i 101")]
    public void A_setting_of_notices_that_cannot_be_read_ends_the_start(string key, string value)
    {
        var error = Assert.Throws<SettingException>(() => NoticeSettings.Read(With((key, value))));

        Assert.StartsWith($"Indstillingen {key} er \"{value}\", men skal være ", error.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();
}
