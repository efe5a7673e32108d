using NodaTime;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Settings;

public sealed class SettingsFileTests
{
    public static TheoryData<string> Good => [.. SettingsExamples.Good];

    public static TheoryData<string, string, string> Refused
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach ((string json, string path, string says) in SettingsExamples.Wrong.Concat(SettingsExamples.Unfitting))
            {
                data.Add(json, path, says);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void What_the_page_shows_is_taken(string json) => Assert.NotNull(MunicipalRules.Parse(json, "rules/999.json"));

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_used_is_named_with_file_path_and_remedy_in_one_sentence(string json, string path, string says)
    {
        string message = Assert.Throws<RulesException>(() => MunicipalRules.Parse(json, "rules/999.json")).Message;

        Assert.StartsWith($"rules/999.json: {path} ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", message.Replace("jf. ", "", StringComparison.Ordinal).Replace("stk. ", "", StringComparison.Ordinal).Replace("nr. ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_written_twice_is_refused() =>
        Assert.Contains("står to gange", Assert.Throws<RulesException>(() => MunicipalRules.Parse("""{"siteNotices": true, "siteNotices": false}""", "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_statutory_term_that_is_lengthened_by_a_day_is_refused_with_its_paragraph()
    {
        foreach ((Duty duty, DutyTerm term) in RuleBook.Standard.Duties.SelectMany(duty => duty.Terms.Select(term => (duty, term))).Where(entry => entry.term.Term == Term.Statutory))
        {
            // The longest that the term ever is, and a day more.
            int days = Enumerable.Range(0, 1461).Max(day => Period.DaysBetween(new LocalDate(2024, 1, 1).PlusDays(day), term.Default.From(new LocalDate(2024, 1, 1).PlusDays(day)))) + 1;
            string json = "{\"terms\": {\"" + term.NameIn(duty.Id) + "\": {\"days\": " + days + "}}}";

            string message = Assert.Throws<RulesException>(() => MunicipalRules.Parse(json, "x")).Message;

            Assert.Contains("kan ikke forlænges", message, StringComparison.Ordinal);
            Assert.Contains(duty.Law.C ?? duty.Law.B!, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_duty_of_method_and_practice_can_be_turned_off_and_no_other()
    {
        foreach (Duty duty in RuleBook.Standard.Duties)
        {
            string json = $$$"""{"duties": {"{{{duty.Id}}}": false}}""";
            if (duty.Kind is DutyKind.Method or DutyKind.Practice)
            {
                Assert.Equal([duty.Id], MunicipalRules.Parse(json, "x").DutiesOff);
            }
            else
            {
                Assert.Throws<RulesException>(() => MunicipalRules.Parse(json, "x"));
            }
        }
    }

    [Fact]
    public void The_published_schema_is_the_one_of_the_rule_book() =>
        Assert.True(
            File.ReadAllText(Repository.Full("rules/rules.schema.json")) == SettingsSchema.Text(),
            "The rule book has changed: run `dotnet run --project cli -- settings --schema > rules/rules.schema.json`.");

    [Fact]
    public void The_page_for_operators_has_the_tables_of_the_rule_book()
    {
        string page = File.ReadAllText(Repository.Full("docs/indstillinger.md"));

        Assert.All(
            new[] { SettingsTable.Text(), SettingsTable.Duties() },
            table => Assert.True(page.Contains(table, StringComparison.Ordinal), "The rule book has changed: run `dotnet run --project cli -- settings --tables` and put the two tables into docs/indstillinger.md."));
    }

    [Fact]
    public void Every_example_of_the_page_is_taken()
    {
        string[] examples = [.. File.ReadAllText(Repository.Full("docs/indstillinger.md")).Split("```json\n").Skip(1).Select(rest => rest.Split("```")[0])];

        Assert.True(examples.Length >= 6);
        Assert.All(examples, json => Assert.NotNull(MunicipalRules.Parse(json, "docs/indstillinger.md")));
    }
}
