using System.Text.Json.Serialization;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.Explanations;

/// <summary>One step and what became of it.</summary>
/// <param name="Key">The step's key, which is also that of its notice.</param>
/// <param name="Duty">The duty's id.</param>
/// <param name="Occurrence">Which of the duty's occurrences.</param>
/// <param name="Step">Which rung.</param>
/// <param name="Role">Whom it goes to.</param>
/// <param name="Day">The working day it falls on.</param>
/// <param name="Due">The due day it is about: another than the obligation's own where that has moved since.</param>
/// <param name="State">What became of it.</param>
/// <param name="Recipient">Who got it: a staff id, a site or <c>operator</c>; null before it is sent.</param>
/// <param name="SentAt">When it was sent, Copenhagen time.</param>
public sealed record ExplainedStep(
    string Key,
    string Duty,
    string Occurrence,
    StepName Step,
    Role Role,
    LocalDate Day,
    LocalDate Due,
    StepState State,
    string? Recipient = null,
    DateTimeOffset? SentAt = null)
{
    /// <summary>The day it went, or is to go.</summary>
    [JsonIgnore]
    public LocalDate ShownOn => SentAt is { } sent ? CopenhagenTime.DateOf(Instant.FromDateTimeOffset(sent)) : Day;
}

/// <summary>What became of a step.</summary>
public enum StepState
{
    /// <summary>Its day has not come, or its mail waits.</summary>
    ToCome,

    Sent,

    /// <summary>The mail service says that it arrived.</summary>
    Delivered,

    /// <summary>The mail service did not say whether it took it; it goes once more, unless the service says first.</summary>
    Uncertain,

    /// <summary>It was sent after an attempt that may have gone too.</summary>
    SentTwice,

    /// <summary>A higher step of the same obligation goes or went instead.</summary>
    Superseded,

    /// <summary>The mail could not be delivered; the next in line gets it.</summary>
    Failed,
}
