namespace Rettidig.Functions.Mail;

/// <summary>Dark on light, each at least 4.5:1 on white, so that the mail can be read in any client and printed.</summary>
internal static class MailColours
{
    public const string Ink = "#1d2b33";
    public const string Quiet = "#51616b";
    public const string Line = "#d9e0e4";
    public const string Ground = "#f3f5f6";
    public const string Brand = "#0f4c5c";
    public const string Late = "#a3201d";
    public const string Today = "#8a5300";
    public const string Coming = "#1f5f8b";
    public const string Good = "#1e6b3c";
}
