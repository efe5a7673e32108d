using NodaTime;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Digests;

/// <summary>A digest before it is sent.</summary>
/// <param name="Day">The Copenhagen date.</param>
/// <param name="Kind">What goes out.</param>
/// <param name="Content">What it says; null when nothing goes out.</param>
/// <param name="Totals">The figures to keep.</param>
internal sealed record DigestDraft(LocalDate Day, DigestMailKind Kind, MailContent? Content, DigestTotals Totals);
