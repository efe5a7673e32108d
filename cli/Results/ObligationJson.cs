using System.Text.Json;
using NodaTime.Text;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Cli.Results;

/// <summary>A row of <c>obligations.jsonl</c>; keys and their order are part of the contract.</summary>
internal static class ObligationJson
{
    public static void Write(Utf8JsonWriter json, PlacementObligation row)
    {
        Obligation obligation = row.Obligation;
        json.WriteString("placement", row.Placement.Subject);
        json.WriteString("duty", obligation.DutyId);
        json.WriteString("occurrence", obligation.Occurrence);
        if (obligation.CustodyHolder is { } holder)
        {
            json.WriteString("custodyHolder", holder);
        }

        json.WriteString("kind", obligation.Kind.ToString());
        json.WriteString("term", obligation.Term == Term.Statutory ? "statutory" : "municipal");
        json.WriteString("anchoredOn", LocalDatePattern.Iso.Format(obligation.AnchoredOn));
        json.WriteString("due", LocalDatePattern.Iso.Format(obligation.Due));
        if (obligation.LawDue is { } law)
        {
            json.WriteString("lawDue", LocalDatePattern.Iso.Format(law));
        }

        json.WriteString("status", obligation.Status.ToString());
        if (obligation.ClosedOn is { } closed)
        {
            json.WriteString("closedOn", LocalDatePattern.Iso.Format(closed));
        }

        json.WriteBoolean("breach", obligation.Breach);
        json.WriteStartArray("defects");
        foreach (Defect defect in obligation.Defects)
        {
            json.WriteStringValue(defect.Id);
        }

        json.WriteEndArray();
        json.WriteString("law", obligation.Law);
        json.WriteString("explanation", obligation.Explanation);
    }
}
