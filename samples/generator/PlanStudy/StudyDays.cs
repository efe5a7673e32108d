using NodaTime;

namespace Rettidig.Samples.PlanStudy;

/// <summary>The days of the study: when the cases were counted, and when those of each age began.</summary>
internal static class StudyDays
{
    /// <summary>The stream opens in the autumn of the count; what had happened before is recorded on its first day.</summary>
    public static readonly Coverage Coverage = new(new LocalDate(2018, 9, 3), new LocalDate(2018, 11, 30));

    /// <summary>Nothing that owes something within weeks happens later: it would not be due yet when the cases are counted.</summary>
    public static readonly LocalDate LastReview = new(2018, 10, 31);

    public static LocalDate Start(Age age, Dice dice)
    {
        var (from, to) = age switch
        {
            Age.New => (new LocalDate(2018, 9, 5), new LocalDate(2018, 11, 14)),
            Age.Young => (new LocalDate(2018, 6, 11), new LocalDate(2018, 8, 10)),
            Age.Recent => (new LocalDate(2016, 2, 8), new LocalDate(2018, 4, 13)),
            _ => (new LocalDate(2012, 2, 6), new LocalDate(2015, 12, 14)),
        };
        return WorkDays.OnOrBefore(Between(from, to, dice));
    }

    public static LocalDate Between(LocalDate from, LocalDate to, Dice dice) => from.PlusDays(dice.Between(0, Days(from, to)));

    public static int Days(LocalDate from, LocalDate to) => Period.Between(from, to, PeriodUnits.Days).Days;
}
