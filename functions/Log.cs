using Microsoft.Extensions.Logging;
using Rettidig.Functions.Digests;

namespace Rettidig.Functions;

/// <summary>What the app says while it runs. References only: no names, no addresses, no payloads. Event ids 2000 to 2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "Event {Type} for {Placement} is number {Seq} in its log.")]
    public static partial void EventAccepted(this ILogger logger, string type, string placement, long seq);

    [LoggerMessage(2002, LogLevel.Information, "Event {Type} for {Placement} was there already, as number {Seq}.")]
    public static partial void EventDoubled(this ILogger logger, string type, string placement, long seq);

    [LoggerMessage(2003, LogLevel.Warning, "Message {Message} was refused ({Code}, field '{Field}') and is dead-lettered.")]
    public static partial void EventRefused(this ILogger logger, long message, string code, string field);

    [LoggerMessage(2004, LogLevel.Information, "Staff member {Staff} in {Municipality} is known as of {Time}.")]
    public static partial void StaffKept(this ILogger logger, string staff, string municipality, string time);

    [LoggerMessage(2010, LogLevel.Debug, "Looked at {Placement} up to event {Seq}: {Obligations} obligations, closed: {Closed}.")]
    public static partial void Reconciled(this ILogger logger, string placement, long seq, int obligations, bool closed);

    [LoggerMessage(2011, LogLevel.Warning, "The facts of {Placement} had waited for five minutes; it is woken.")]
    public static partial void LostSignal(this ILogger logger, string placement);

    [LoggerMessage(2012, LogLevel.Warning, "The settings of {Municipality} have changed since the service ran last. Placements follow at their next look; `rettidig reconsider --municipality {Municipality}` makes them follow now.")]
    public static partial void RulesChanged(this ILogger logger, string municipality);

    [LoggerMessage(2013, LogLevel.Error, "The topic of notices did not take {Notices} notices ({Reason}). The mails go all the same; the notices are told at the next look. See that the topic exists and that the app may send to it, or set Notices:Publish to false.")]
    public static partial void NoticesUntold(this ILogger logger, int notices, string reason);

    [LoggerMessage(2020, LogLevel.Information, "Mail {Mail} with {Notices} notices is sent.")]
    public static partial void BundleSent(this ILogger logger, string mail, int notices);

    [LoggerMessage(2021, LogLevel.Warning, "Mail {Mail} with {Notices} notices was refused: {Reason}. They go to the next in line.")]
    public static partial void BundleRefused(this ILogger logger, string mail, int notices, string reason);

    [LoggerMessage(2022, LogLevel.Warning, "Notice {Notice} may have gone with {Earlier} already; it goes once more with {Mail}.")]
    public static partial void AmbiguousSend(this ILogger logger, string notice, string earlier, string mail);

    [LoggerMessage(2023, LogLevel.Debug, "Notice {Notice} changed while it was about to be sent; it is read again.")]
    public static partial void NoticeChangedMeanwhile(this ILogger logger, string notice);

    [LoggerMessage(2030, LogLevel.Information, "The digest of {Municipality} for {Manager} in {Week} is done: {Kind}.")]
    public static partial void DigestDone(this ILogger logger, string municipality, string manager, string week, DigestMailKind kind);

    [LoggerMessage(2040, LogLevel.Information, "Started {Instance}.")]
    public static partial void DueWorkStarted(this ILogger logger, string instance);
}
