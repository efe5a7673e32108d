using Rettidig.Domain.Rules;
using Rettidig.Functions.Mail;

namespace Rettidig.Cli.Results;

/// <summary>The Danish words of results.</summary>
internal static class ResultWords
{
    public static string Of(MailKind? kind) => kind switch
    {
        MailKind.Reminder => "påmindelser",
        MailKind.Urgent => "hastepåmindelser",
        MailKind.Digest => "ugeoversigter",
        MailKind.AllOnTime => "alt er rettidigt",
        MailKind.SiteNotice => "beskeder til steder",
        MailKind.Operator => "til driften",
        null => "ukendte",
        _ => throw new InvalidOperationException($"Bug in Rettidig: the mail kind {kind} has no Danish word."),
    };

    public static string Of(DutyKind kind) => kind switch
    {
        DutyKind.Statute => "lov",
        DutyKind.Guidance => "vejledning",
        DutyKind.Method => "metode",
        DutyKind.Practice => "praksis",
        _ => throw new InvalidOperationException($"Bug in Rettidig: the kind {kind} has no Danish word."),
    };
}
