namespace Rettidig.Unit.Tests.Samples;

/// <summary>
/// Counts the committed lines and finds the figures that Ankestyrelsen published (Støtte efter servicelovens § 54 til forældre
/// til anbragte børn, 2021). A placement counts once, whichever custody holder it concerns.
/// </summary>
public sealed class PublishedFiguresTests
{
    private static readonly List<IGrouping<string, SampleLine>> Placements =
        [.. SampleLine.Read(SampleLine.FiftyTwo).DistinctBy(line => line.Id).Where(line => !line.Subject.Contains("/staff/")).GroupBy(line => line.Subject)];

    [Fact]
    public void Of_52_placements_36_were_offered_a_support_person_and_20_accepted()
    {
        Assert.Equal(52, Placements.Count);
        Assert.Equal(36, With("support-person.offered"));
        Assert.Equal(20, With("support-person.answered", answer => answer.Value("answer") == "accepted"));
        Assert.Equal(20, With("support-person.granted"));
    }

    [Theory]
    [InlineData(8, 0, 1)]
    [InlineData(4, 2, 4)]
    [InlineData(3, 5, 8)]
    [InlineData(2, 9, 12)]
    [InlineData(3, 12, 99)]
    public void The_support_person_is_granted_as_late_as_in_table_3_2(int placements, int afterMonths, int beforeMonths)
    {
        int granted = Placements.Count(lines => lines
            .Where(line => line.Name == "support-person.granted")
            .Any(line => line.Date("grantedOn") >= Start(lines).AddMonths(afterMonths) && line.Date("grantedOn") < Start(lines).AddMonths(beforeMonths)));

        Assert.Equal(placements, granted);
    }

    [Fact]
    public void Parent_support_in_38_a_support_person_in_20_at_least_one_in_44_none_in_8()
    {
        Assert.Equal(38, Placements.Count(HasParentSupport));
        Assert.Equal(20, Placements.Count(HasSupportPerson));
        Assert.Equal(14, Placements.Count(lines => HasParentSupport(lines) && HasSupportPerson(lines)));
        Assert.Equal(24, Placements.Count(lines => HasParentSupport(lines) && !HasSupportPerson(lines)));
        Assert.Equal(6, Placements.Count(lines => !HasParentSupport(lines) && HasSupportPerson(lines)));
        Assert.Equal(44, Placements.Count(HasSupport));
        Assert.Equal(8, Placements.Count(lines => !HasSupport(lines)));
    }

    [Fact]
    public void A_plan_for_the_parents_in_14_of_the_44()
    {
        Assert.Equal(14, With("parent-plan.adopted"));
        Assert.Equal(14, Placements.Count(lines => HasSupport(lines) && lines.Any(line => line.Name == "parent-plan.adopted")));
    }

    [Fact]
    public void The_need_for_support_is_assessed_in_28_of_52() => Assert.Equal(28, With("parent-support.assessed"));

    [Fact]
    public void A_formal_follow_up_in_8_and_some_contact_in_19_all_of_them_among_those_supported()
    {
        Assert.Equal(8, With("parent-plan.followed-up", line => line.Data.GetProperty("formal").GetBoolean()));
        Assert.Equal(19, With("parent-plan.followed-up"));
        Assert.All(Placements.Where(lines => lines.Any(line => line.Name == "parent-plan.followed-up")), lines => Assert.True(HasSupport(lines), lines.Key));
    }

    private static bool HasSupport(IEnumerable<SampleLine> lines) => HasParentSupport(lines) || HasSupportPerson(lines);

    private static bool HasSupportPerson(IEnumerable<SampleLine> lines) => lines.Any(line => line.Name == "support-person.granted");

    private static bool HasParentSupport(IEnumerable<SampleLine> lines) =>
        lines.Any(line => line.Name == "parent-support.decided" && line.Value("outcome") == "granted");

    private static DateOnly Start(IEnumerable<SampleLine> lines) => lines.Single(line => line.Name == "placement.started").Date("startedOn");

    private static int With(string name, Func<SampleLine, bool>? which = null) =>
        Placements.Count(lines => lines.Any(line => line.Name == name && (which is null || which(line))));
}
