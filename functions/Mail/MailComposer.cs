using Rettidig.Domain.Calendar;
using Rettidig.Functions.Pages;

namespace Rettidig.Functions.Mail;

/// <summary>Makes a mail of its content. The same envelope and content give the same mail, byte for byte.</summary>
public sealed class MailComposer(MailSettings settings, PageRenderer renderer)
{
    public async Task<MailMessage> ComposeAsync(MailEnvelope envelope, MailContent content)
    {
        string html = await renderer.RenderAsync(
            content.Component,
            new Dictionary<string, object?> { ["Mail"] = content, ["To"] = envelope.To });
        DateTimeOffset date = envelope.At.InZone(CopenhagenTime.Zone).ToDateTimeOffset();
        return new MailMessage(
            envelope.Key, content.Kind, envelope.To, settings.From, content.Subject, content.WriteText(envelope.To), html, date);
    }
}
