namespace Rettidig.Functions.Mail;

/// <summary>The figures of one digest, kept so that the next one can show the trend.</summary>
public sealed record DigestTotals(int Overdue, int Escalated, int DueSoon, int Chases);
