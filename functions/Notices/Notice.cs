using Azure;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.Notices;

/// <summary>One step of one obligation in the ledger. Its key is the step's: whatever is repeated, there is one.</summary>
public sealed record Notice
{
    public required PlacementKey Placement { get; init; }

    /// <summary>The step key: <c>{municipality}:{placement}:{duty}:{occurrence}:{due}:{step}:{role}</c>.</summary>
    public required string Key { get; init; }

    public required string DutyId { get; init; }

    public required string Occurrence { get; init; }

    public required LocalDate Due { get; init; }

    public required StepName Step { get; init; }

    public required Role Role { get; init; }

    /// <summary>The site, for a notice to one.</summary>
    public string? Site { get; init; }

    /// <summary>The working day it falls on.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether it cannot wait for a morning round (<see cref="Domain.Agendas.Step.Urgent"/>).</summary>
    public bool Urgent { get; init; }

    public required NoticeState State { get; init; }

    /// <summary>When the step was first due at a look.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When the mail it goes with was first tried. Tried again, the mail keeps that date, so that it is the same mail.</summary>
    public Instant? SendingAt { get; init; }

    /// <summary>When the mail service took it.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>When the mail service said that it arrived.</summary>
    public Instant? DeliveredAt { get; init; }

    /// <summary>When the mail service last said that the recipient's server put it off.</summary>
    public Instant? DeferredAt { get; init; }

    /// <summary>When it was refused or came back last.</summary>
    public Instant? FailedAt { get; init; }

    /// <summary>How often a mail with it was handed to the mail service.</summary>
    public int Attempts { get; init; }

    /// <summary>How often an earlier attempt ended without anyone knowing whether the mail went.</summary>
    public int Ambiguous { get; init; }

    /// <summary>How often the mail service left it open whether it took a mail with it to this recipient. After the second time the next in line gets it.</summary>
    public int Unanswered { get; init; }

    /// <summary>Who got it, or is about to: staff id, <c>operator</c> or <c>site:…</c>.</summary>
    public string? Recipient { get; init; }

    /// <summary>Recipients whose mailbox refused it, in order.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Why it failed or came back; holds no address.</summary>
    public string? Reason { get; init; }

    /// <summary>The mail it went with: the key its Message-ID is made from.</summary>
    public string? Mail { get; init; }

    /// <summary>Whether the case system is still to be told of it as it stands: the bus was away when it was written.</summary>
    public bool Untold { get; init; }

    /// <summary>The version that was read.</summary>
    internal ETag ETag { get; init; }

    /// <summary>The key without the placement: the row in the ledger.</summary>
    public string Row => Key[(Placement.Partition.Length + 1)..];

    /// <summary>Whether it still waits for a mail to go.</summary>
    public bool Waits => State is NoticeState.Pending or NoticeState.Sending;

    /// <summary>
    /// Whether it was found only when the morning round of its day had gone or was about to: after an outage, a retraction
    /// or a changed rule. It goes the same day, since a day late is a day lost.
    /// </summary>
    public bool MissedItsMorning => CopenhagenTime.At(CreatedAt) >= Day.At(LastLookBeforeTheRound);

    /// <summary>Whether a mail with it has been handed over, whatever came of it.</summary>
    public bool IsHandled => State.IsHandled();

    /// <summary>As it was before a moment: what was sent later still waited.</summary>
    internal Notice AsOf(Instant before) => SentAt >= before || FailedAt >= before
        ? this with { State = NoticeState.Pending, SentAt = null, DeliveredAt = null, FailedAt = null, Recipient = null }
        : this;

    // The round of 07:00 lists within seconds; what is written in its last minute may or may not be seen.
    private static readonly LocalTime LastLookBeforeTheRound = new(6, 59);

    internal static Notice Of(PlacementKey placement, Step step, NoticeState state, Instant now) => new()
    {
        Placement = placement,
        Key = step.Key,
        DutyId = step.DutyId,
        Occurrence = step.Occurrence,
        Due = step.Due,
        Step = step.Name,
        Role = step.Role,
        Site = step.Site,
        Day = step.Day,
        Urgent = step.Urgent,
        State = state,
        CreatedAt = now,
    };
}
