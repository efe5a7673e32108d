using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Cli.Settings;

/// <summary>What a municipality has chosen, in Danish lines a person can check against what was meant.</summary>
internal static class ChoiceLines
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static IEnumerable<string> Of(MunicipalRules rules) =>
    [
        $"Mail til anbringelsessteder: {(rules.SiteNotices ? "slået til" : "slået fra")}",
        $"Ugeoversigt: {DanishDates.Weekday(MondayPlus(rules.DigestDay))} kl. {Clock.Format(rules.DigestTime)}",
        $"Stille timer: {Quiet(rules.QuietHours)}",
        .. Section("Egne frister", rules.Terms.Select(term => $"{term.Key}: {term.Value}{Default(term.Key)}")),
        .. Section("Egne stiger", rules.Ladders.Select(ladder => $"{ladder.Key}: {string.Join(", ", ladder.Value.Days.Select(Step))}")),
        .. Section("Slået til", rules.DutiesOn.Select(id => $"{id} ({RuleBook.TitleOf(id)})")),
        .. Section("Slået fra", rules.DutiesOff.Select(id => $"{id} ({RuleBook.TitleOf(id)})")),
    ];

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines.Order(StringComparer.Ordinal)];
        return all.Length == 0 ? [$"{title}: ingen"] : [$"{title}:", .. all.Select(line => "  " + line)];
    }

    private static string Quiet(QuietHours quiet)
    {
        string[] parts =
        [
            .. quiet is { From: { } from, To: { } to } ? [$"fra {Clock.Format(from)} til {Clock.Format(to)}"] : Array.Empty<string>(),
            .. quiet.Days.Select(day => DanishDates.Weekday(MondayPlus(day))),
            .. quiet.Dates.Select(DanishDates.Short),
        ];
        return parts.Length == 0 ? "ingen" : string.Join(", ", parts);
    }

    private static string Default(string name) =>
        SettingsTable.Terms().FirstOrDefault(term => term.Name == name) is { } known ? $" (ellers {known.Default})" : "";

    private static string Step(KeyValuePair<StepName, int?> step) => step.Value is { } days
        ? $"{step.Key.Text()} {days} {(step.Key is StepName.RemindEarly or StepName.Remind ? "dage før" : "arbejdsdage efter")}"
        : $"{step.Key.Text()} fra";

    private static LocalDate MondayPlus(IsoDayOfWeek day) => new LocalDate(2026, 1, 5).PlusDays((int)day - 1);
}
