namespace Rettidig.Functions.Notices;

/// <summary>Where a notice stands.</summary>
public enum NoticeState
{
    /// <summary>Due and not sent: it is in the outbox.</summary>
    Pending,

    /// <summary>A higher step of the same obligation went instead.</summary>
    Superseded,

    /// <summary>Its step fell away before it was sent: the obligation was closed, moved or retracted.</summary>
    Withdrawn,

    /// <summary>A mail with it is being sent. Found so by a later attempt, nobody knows whether it went.</summary>
    Sending,

    /// <summary>The mail service has it.</summary>
    Sent,

    /// <summary>The mail service says that it arrived.</summary>
    Delivered,

    /// <summary>It came back. It goes to the next in line and is <see cref="Pending"/> again, unless there is none.</summary>
    Bounced,

    /// <summary>Nobody could take it.</summary>
    Failed,
}

/// <summary>What a state says.</summary>
internal static class NoticeStates
{
    /// <summary>Whether a mail with the notice has been handed over, whatever came of it.</summary>
    public static bool IsHandled(this NoticeState state) =>
        state is NoticeState.Sending or NoticeState.Sent or NoticeState.Delivered or NoticeState.Bounced or NoticeState.Failed;
}
