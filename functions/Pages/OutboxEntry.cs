using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Pages;

/// <summary>One mail in the folder. <paramref name="Id"/> is its file name without ".eml".</summary>
public sealed record OutboxEntry(string Id, DateTimeOffset? Date, string To, string Subject, MailKind? Kind);
