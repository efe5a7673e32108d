using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;

namespace Rettidig.Cli.DryRun;

/// <summary>What a service will send, if nothing new comes. Staff ids and references, no names and no addresses; as JSON in <c>docs/forklaring.md</c>.</summary>
/// <param name="From">The moment it is seen from, Copenhagen time.</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Mails">In the order they go.</param>
internal sealed record Forecast(DateTimeOffset From, LocalDate Until, IReadOnlyList<ForeseenMail> Mails);

/// <summary>One mail to come.</summary>
/// <param name="At">When it goes, Copenhagen time.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Municipality">Three digits.</param>
/// <param name="Recipient">A staff id, a site or <c>operator</c>.</param>
/// <param name="Notices">What it reminds of; none in a digest.</param>
internal sealed record ForeseenMail(DateTimeOffset At, MailKind Kind, string Municipality, string Recipient, IReadOnlyList<ForeseenNotice> Notices);

/// <summary>One step a mail carries.</summary>
/// <param name="Key">The step's key.</param>
/// <param name="Placement">The subject.</param>
/// <param name="Duty">The duty's id.</param>
/// <param name="Title">Its Danish title.</param>
/// <param name="Occurrence">Which of its occurrences.</param>
/// <param name="Due">The due day.</param>
/// <param name="Step">Which rung.</param>
/// <param name="Role">In which role the recipient gets it.</param>
internal sealed record ForeseenNotice(string Key, string Placement, string Duty, string Title, string Occurrence, LocalDate Due, StepName Step, Role Role);
