using NodaTime;
using Rettidig.Cli.Simulate;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Reports;
using Rettidig.Functions.Notices;

namespace Rettidig.Cli.Results;

/// <summary>What came of a simulation, as of its last day.</summary>
/// <param name="Until">The last day.</param>
/// <param name="Obligations">Every obligation, in the order of the file.</param>
/// <param name="Notices">Every notice, in ordinal order of the keys.</param>
/// <param name="Mails">Every mail, in the order they went.</param>
/// <param name="Report">Ankestyrelsen's tables.</param>
/// <param name="DeadLetters">The events that were refused.</param>
internal sealed record Outcome(
    LocalDate Until,
    IReadOnlyList<PlacementObligation> Obligations,
    IReadOnlyList<Notice> Notices,
    IReadOnlyList<OutboxMail> Mails,
    Report Report,
    IReadOnlyList<DeadLetter> DeadLetters);

/// <summary>An obligation and whose it is.</summary>
internal sealed record PlacementObligation(PlacementKey Placement, Obligation Obligation);
