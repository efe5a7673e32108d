using Azure.Data.Tables;

namespace Rettidig.Functions.Storage;

/// <summary>The tables of the product, and what their keys are. Separator in keys is <c>:</c>; references never hold one.</summary>
public sealed class Tables(TableServiceClient service)
{
    /// <summary><c>{municipality}:{placement}</c> · <c>e:{seq:D10}</c>, <c>id:{sha256 of source and id}</c>, <c>head</c>. The log, the truth.</summary>
    public TableClient CaseEvents { get; } = service.GetTableClient("CaseEvents");

    /// <summary><c>{municipality}:{placement}</c> · <c>{duty}:{occurrence}</c>. What the rules make of the log.</summary>
    public TableClient Obligations { get; } = service.GetTableClient("Obligations");

    /// <summary><c>{municipality}</c> · <c>{due}:{placement}:{duty}:{occurrence}</c>. What is open, by date.</summary>
    public TableClient OpenByDue { get; } = service.GetTableClient("OpenByDue");

    /// <summary><c>{municipality}:{placement}</c> · step key without the partition. The ledger of notices.</summary>
    public TableClient Notices { get; } = service.GetTableClient("Notices");

    /// <summary><c>{municipality}</c> · <c>{recipient}:{step key}</c>. What waits to be sent.</summary>
    public TableClient Outbox { get; } = service.GetTableClient("Outbox");

    /// <summary><c>{municipality}</c> · staff id. Mail, team, leader, absence, substitute.</summary>
    public TableClient Staff { get; } = service.GetTableClient("Staff");

    /// <summary><c>{municipality}</c> · placement. Open placements and when they wake.</summary>
    public TableClient Placements { get; } = service.GetTableClient("Placements");

    /// <summary><c>{municipality}</c> · placement. Facts written but not yet looked at.</summary>
    public TableClient Unreconciled { get; } = service.GetTableClient("Unreconciled");

    /// <summary><c>{municipality}</c> · <c>{manager}:{ISO week}</c>. What was sent, for the trend.</summary>
    public TableClient Digests { get; } = service.GetTableClient("Digests");

    /// <summary><c>all</c> · municipality. Which municipalities there are (docs/decisions/0005).</summary>
    public TableClient Municipalities { get; } = service.GetTableClient("Municipalities");

    /// <summary>The mail's <c>rettidig_mail</c> · notice key, or <c>digest:{municipality}:{manager}:{week}</c>. What each mail held, for what the mail service says of it later.</summary>
    public TableClient Mails { get; } = service.GetTableClient("Mails");

    /// <summary><c>{municipality}</c> · <c>p:{sha256 of placement}</c>, <c>n:{year}</c>. That placements were erased, and how many.</summary>
    public TableClient Erased { get; } = service.GetTableClient("Erased");

    /// <summary><c>{municipality}</c> · unix milliseconds. What a municipality has chosen over time (docs/decisions/0008).</summary>
    public TableClient RuleVersions { get; } = service.GetTableClient("RuleVersions");

    /// <summary><c>{municipality}</c> · placement. When placements ended that nothing is open in.</summary>
    public TableClient Ended { get; } = service.GetTableClient("Ended");

    /// <summary><c>{municipality}</c> · the mail's <c>rettidig_mail</c>. Mails of which nobody knew whether they went, for a month.</summary>
    public TableClient Uncertain { get; } = service.GetTableClient("Uncertain");

    /// <summary>All of them, in the order of the design.</summary>
    public IReadOnlyList<TableClient> All =>
        [CaseEvents, Obligations, OpenByDue, Notices, Outbox, Staff, Placements, Unreconciled, Digests, Municipalities, Mails, Erased, Ended, RuleVersions, Uncertain];
}
