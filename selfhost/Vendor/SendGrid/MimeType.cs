namespace SendGrid;

/// <summary>The types of content that a mail commonly has.</summary>
public class MimeType
{
    public static readonly string Text = "text/plain";

    public static readonly string Html = "text/html";
}
