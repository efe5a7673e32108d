using NodaTime;
using Rettidig.Domain.Agendas;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>Reads <c>quietHours</c>.</summary>
internal static class QuietHoursReader
{
    /// <summary>Mail must be able to go on at least two days of a week.</summary>
    public const int MostDays = 3;

    /// <summary>Years of closed days, written one by one.</summary>
    public const int MostDates = 200;

    private const int LeastOpenMinutes = 60;

    public static readonly IReadOnlyList<string> Names = ["from", "to", "days", "dates"];

    public static readonly IReadOnlyList<IsoDayOfWeek> WorkingDays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static QuietHours Read(SettingsNode node)
    {
        QuietHours quiet = node.Properties(Names, "indstilling").Aggregate(QuietHours.None, (soFar, setting) => Apply(soFar, setting.Name, setting.Node));
        if (quiet.From is null != quiet.To is null)
        {
            throw node.Fault("har kun det ene af from og to: skriv begge, fx \"from\": \"16:00\", \"to\": \"07:00\"");
        }

        return quiet.From is null || OpenMinutes(quiet) >= LeastOpenMinutes
            ? quiet
            : throw node.Fault("lader ikke én time fri mellem 07:00 og 16:00, hvor mails sendes: gør de stille timer kortere");
    }

    private static QuietHours Apply(QuietHours quiet, string name, SettingsNode node) => name switch
    {
        "from" => quiet with { From = node.Time() },
        "to" => quiet with { To = node.Time() },
        "days" => quiet with { Days = List(node, "en liste af ugedage", "[\"friday\"]", MostDays, day => day.Weekday(WorkingDays)) },
        _ => quiet with { Dates = List(node, "en liste af datoer", "[\"2026-12-28\"]", MostDates, date => date.Date()) },
    };

    private static T[] List<T>(SettingsNode node, string expected, string example, int most, Func<SettingsNode, T> read)
    {
        T[] list = [.. node.Elements(expected, example).Select(read)];
        if (list.Length > most)
        {
            throw node.Fault($"har {list.Length} dage, men må højst have {most}: slet nogle af dem");
        }

        return list.Distinct().Count() == list.Length ? list : throw node.Fault("nævner den samme dag to gange: slet den ene");
    }

    private static int OpenMinutes(QuietHours quiet) =>
        Enumerable.Range(0, (int)Period.Between(OfficeHours.Morning, OfficeHours.Closes, PeriodUnits.Minutes).Minutes).Count(minute => !quiet.At(OfficeHours.Morning.PlusMinutes(minute)));
}
