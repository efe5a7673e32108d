using NodaTime;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Duties tied to a birthday are known from the decision on, and first reminded of six months before.</summary>
internal static class Birthdays
{
    public const string LadderNote = "første påmindelse 6 måneder før";

    private const int FirstReminderMonths = 6;

    /// <summary>The birthday as an anchor, where the child is placed when it comes; null where it had come before the decision.</summary>
    public static Anchor? While(CaseFile file, int age, int monthsBefore = 0)
    {
        LocalDate day = file.Decision!.Fact.BirthDate.PlusYears(age).PlusMonths(-monthsBefore);
        string label = monthsBefore == 0 ? $"fylder {age} år" : $"{monthsBefore} måneder før {age} år";
        return day > file.Decision.Day ? Anchor.On(file, file.Decision, label) with { Day = day } : null;
    }

    /// <summary>The due day with its steps counted from the decision and the first of them six months ahead.</summary>
    public static DueDate Before(Situation s, DueDate due) =>
        due with { FirstReminderOn = due.Day.PlusMonths(-FirstReminderMonths), StepsFrom = s.File.Decision!.Day };
}
