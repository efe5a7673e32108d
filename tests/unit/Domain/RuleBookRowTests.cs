using System.Text.RegularExpressions;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>The list is complete: every row of the source documents is a duty, or is said not to be one and why.</summary>
public partial class RuleBookRowTests
{
    /// <summary>The rows of law.md, sections 1 and K, and of barnets-lov.md, as they stand there.</summary>
    private static readonly string[] SourceRows =
    [
        "SP-01", "SP-02", "SP-03", "SP-04", "SP-05", "SP-06", "SP-07", "SP-08", "SP-09", "SP-10", "SP-11", "SP-12", "SP-13", "SP-14", "SP-15", "SP-16", "SP-17", "SP-18", "SP-19", "SP-20", "SP-21", "SP-22",
        "PS-01", "PS-02", "PS-03", "PS-04", "PS-05", "PS-06", "PS-07", "PS-08", "PS-09", "PS-10", "PS-11",
        "PP-01", "PP-02", "PP-03", "PP-04", "PP-05", "PP-06", "PP-07", "PP-08", "PP-09", "PP-10", "PP-11", "PP-12", "PP-13", "PP-14", "PP-15", "PP-16", "PP-17", "PP-18", "PP-19", "PP-20", "PP-21",
        "PH-01", "PH-02", "PH-03", "PH-04", "PH-05", "PH-06", "PH-07", "PH-08", "PH-09", "PH-10", "PH-11", "PH-12", "PH-13", "PH-14", "PH-15", "PH-16", "PH-17", "PH-18", "PH-19", "PH-20", "PH-21", "PH-22",
        "AP-01", "AP-02", "AP-03", "AP-04", "AP-05", "AP-06", "AP-07", "AP-08", "AP-09", "AP-10", "AP-11", "AP-12", "AP-13", "AP-14", "AP-15", "AP-16", "AP-17", "AP-18", "AP-19",
        "HO-01", "HO-02", "HO-03", "HO-04", "HO-05", "HO-06", "HO-07", "HO-08", "HO-09",
        "RV-01", "RV-02", "RV-03", "RV-04", "RV-05", "RV-06", "RV-07", "RV-08", "RV-09", "RV-10", "RV-11", "RV-12", "RV-13", "RV-14", "RV-15",
        "TV-01", "TV-02", "TV-03", "TV-04", "TV-05", "TV-06",
        "CW-01", "CW-02", "CW-03", "CW-04",
        "OT-01", "OT-02", "OT-03", "OT-04", "OT-05", "OT-06", "OT-07", "OT-08", "OT-09", "OT-10", "OT-11", "OT-12",
        "BL-01", "BL-02", "BL-03", "BL-04", "BL-05", "BL-06", "BL-07", "BL-08", "BL-09", "BL-10", "BL-11", "BL-12", "BL-13", "BL-14", "BL-15", "BL-16", "BL-17",
        "BL-18", "BL-19", "BL-20", "BL-21", "BL-22", "BL-23", "BL-24", "BL-25", "BL-26", "BL-27", "BL-28", "BL-29",
    ];

    /// <summary>So much of a title is read in the lines of a digest in plain text.</summary>
    private const int RoomInADigest = 30;

    /// <summary>The duties of duties.md.</summary>
    private static readonly string[] NamedDuties =
    [
        "support-person-offer", "support-person-answer", "support-person-reoffer", "support-person-grant", "support-person-proposal",
        "parent-support-assessment", "parent-support-decision", "parent-support-start", "parent-plan", "parent-plan-revision-offer", "parent-plan-goals", "parent-plan-follow-up", "parent-plan-consent",
        "child-plan-before-decision", "child-plan-emergency", "emergency-purpose", "child-plan", "child-plan-provisional", "emergency-approval", "emergency-final-decision", "rehearing",
        "child-plan-contents", "adulthood-goals", "youth-plan", "plan-handover", "revised-plan-handover", "site-chase",
        "first-review", "next-review", "review-basis", "plan-revision", "revision-decision", "supervision-visit", "supervision-year",
        "information-to-parents", "grief-support", "caseworker-handover", "targeted-support-phase", "targeted-support-status", "meeting-reminder",
        "return-request", "return-period", "youth-support", "complaint", "wellbeing-survey",
    ];

    private static IReadOnlyList<Duty> Duties => RuleBook.Standard.Duties;

    [Fact]
    public void Every_row_of_the_source_documents_is_a_duty_or_is_said_not_to_be_one()
    {
        Assert.Equal(170, SourceRows.Distinct().Count());
        Assert.Equal(SourceRows.Order(), Duties.SelectMany(duty => duty.Rows).Concat(NotRules.Rows.Select(row => row.Row)).Distinct().Where(row => RowId().IsMatch(row)).Order());
    }

    [Fact]
    public void No_row_is_both() =>
        Assert.Empty(Duties.SelectMany(duty => duty.Rows).Intersect(NotRules.Rows.Select(row => row.Row)));

    [Fact]
    public void Every_row_that_is_no_duty_says_why()
    {
        Assert.Distinct(NotRules.Rows.Select(row => row.Row));
        Assert.All(NotRules.Rows, row => Assert.True(row.Reason.Length > 30 && row.What.Length > 5, row.Row));
    }

    [Fact]
    public void Every_duty_of_the_table_of_duties_is_there() => Assert.Empty(NamedDuties.Except(Duties.Select(duty => duty.Id)));

    [Fact]
    public void The_rows_written_here_are_those_of_the_source_documents()
    {
        // The documents lie beside the repository on some machines only; test.sh says where.
        if (Environment.GetEnvironmentVariable("RETTIDIG_DOMAIN") is not { Length: > 0 } folder)
        {
            return;
        }

        IEnumerable<string> law = FirstCell().Matches(File.ReadAllText(Path.Combine(folder, "law.md"))).Select(match => match.Groups[1].Value);
        IEnumerable<string> barnetsLov = BarnetsLovRow().Matches(File.ReadAllText(Path.Combine(folder, "barnets-lov.md")).Split("**Source.**")[0]).Select(match => match.Value);
        IEnumerable<string> duties = DutyCell().Matches(File.ReadAllText(Path.Combine(folder, "duties.md")).Split("## The ladder")[0]).Select(match => match.Groups[1].Value);

        Assert.Equal(SourceRows.Order(), law.Concat(barnetsLov).Distinct().Order());
        Assert.Equal(NamedDuties.Order(), duties.Order());
    }

    [Fact]
    public void Every_row_of_the_rule_book_carries_all_its_columns()
    {
        Assert.Distinct(Duties.Select(duty => duty.Id));
        Assert.Distinct(Duties.Select(duty => duty.Title.Length > RoomInADigest ? duty.Title[..RoomInADigest] : duty.Title));
        Assert.All(Duties, duty =>
        {
            Assert.Matches("^[a-z][a-z-]+$", duty.Id);
            Assert.NotEmpty(duty.Rows);
            Assert.NotEmpty(duty.Starts.Text);
            Assert.NotEmpty(duty.Due.Text);
            Assert.NotEmpty(duty.Law.Latest);
            Assert.Equal(duty.IsNotice, duty.Closes.Count == 0);
            Assert.All(duty.Closes, closer => Assert.NotEmpty(closer.Text));
            Assert.Contains(duty.Responsible, new[] { Role.Caseworker, Role.TeamLeader });
        });
    }

    [Fact]
    public void What_lacks_has_one_name_in_a_duty() =>
        Assert.All(Duties, duty => Assert.Distinct(duty.Defects.Select(check => check.Defect.Id)));

    [Fact]
    public void The_law_is_always_on_and_only_habits_wait_to_be_chosen() =>
        Assert.All(Duties.Where(duty => !duty.OnByDefault), duty => Assert.True(duty.Kind is DutyKind.Method or DutyKind.Practice, duty.Id));

    [Fact]
    public void What_the_table_of_duties_names_is_on_where_nothing_is_chosen() =>
        Assert.All(Duties.Where(duty => NamedDuties.Contains(duty.Id)), duty => Assert.True(duty.OnByDefault, duty.Id));

    [GeneratedRegex("^[A-Z]{2}-[0-9]{2}$")]
    private static partial Regex RowId();

    [GeneratedRegex(@"^\| ([A-Z]{2}-[0-9]{2}) \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("BL-[12][0-9]")]
    private static partial Regex BarnetsLovRow();

    [GeneratedRegex(@"^\| ([a-z]+(?:-[a-z]+)*)(?: \([^)]*\))? \| [A-Z]", RegexOptions.Multiline)]
    private static partial Regex DutyCell();
}
