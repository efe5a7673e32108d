using Azure.Data.Tables;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>
/// What was met never becomes open again without a word: the look that finds it so says when and why, and that stays with
/// the obligation for as long as it is open.
/// </summary>
internal static class Reopening
{
    /// <summary>The column of the remark.</summary>
    public const string Column = "Reopened";

    /// <summary>The end of the explanation, in Danish; null for what is closed or never was.</summary>
    public static string? Of(Obligation obligation, TableEntity? known, LookReason look)
    {
        if (!obligation.IsOpen || known is null)
        {
            return null;
        }

        return IsMet(known)
            ? $"genåbnet {DanishDates.Short(look.On)}: var løst {DanishDates.Short(known.GetDate("ClosedOn")!.Value)}, men {Because(look)} er siden ændret"
            : known.GetString(Column);
    }

    private static bool IsMet(TableEntity row) =>
        Enum.Parse<ObligationStatus>(row.Text("Status")) is ObligationStatus.Met or ObligationStatus.MetLate or ObligationStatus.MetWithDefects;

    private static string Because(LookReason look) => look.FactsCame ? "sagens oplysninger" : "reglerne";
}
