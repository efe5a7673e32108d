using NodaTime;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Notices;

/// <summary>What leaves on the topic <c>notices</c>: a notice that is due, or one that no longer is, as a CloudEvent.</summary>
public sealed record NoticeEvent
{
    /// <summary>A step of the ladder has come: show it, or send it on.</summary>
    public const string Due = "dk.rettidig.notice.due.v1";

    /// <summary>A notice that was due is so no longer, before a mail with it went: take it away.</summary>
    public const string Withdrawn = "dk.rettidig.notice.withdrawn.v1";

    /// <summary>The version of CloudEvents.</summary>
    public required string Specversion { get; init; }

    /// <summary>Unique for the source. The same id again is the same event again.</summary>
    public required string Id { get; init; }

    /// <summary>This installation of Rettidig.</summary>
    public required string Source { get; init; }

    /// <summary><see cref="Due"/> or <see cref="Withdrawn"/>.</summary>
    public required string Type { get; init; }

    /// <summary><c>{municipality}/{placement}</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>When the step was first due at a look.</summary>
    public required Instant Time { get; init; }

    /// <summary>Of the data.</summary>
    public required string Datacontenttype { get; init; }

    public required NoticeData Data { get; init; }
}

/// <summary>The notice. References only: who a role is, the case system knows.</summary>
public sealed record NoticeData
{
    /// <summary>The step key: the same for a notice and its withdrawal.</summary>
    public required string Notice { get; init; }

    /// <summary>The duty's id.</summary>
    public required string Duty { get; init; }

    /// <summary>The duty's name in Danish.</summary>
    public required string Title { get; init; }

    /// <summary>Where the duty stands.</summary>
    public string? Law { get; init; }

    /// <summary>Which of the duty's occurrences.</summary>
    public required string Occurrence { get; init; }

    /// <summary>The rung of the ladder.</summary>
    public required StepName Step { get; init; }

    /// <summary>Whom it is for.</summary>
    public required Role Role { get; init; }

    /// <summary>For a duty to one holder of custody: which.</summary>
    public string? CustodyHolder { get; init; }

    /// <summary>For a notice to a site: which.</summary>
    public string? Site { get; init; }

    /// <summary>The working day it falls on.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The day the duty is due.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>Whether it cannot wait for a morning.</summary>
    public required bool Urgent { get; init; }
}
