using System.Globalization;
using System.Text;
using NodaTime.Text;
using Rettidig.Cli.Results;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;
using Rettidig.Functions.Mail;

namespace Rettidig.Cli.DryRun;

/// <summary>A forecast for a spreadsheet, as Danish ones want it: semicolons, a row a step, and a row a mail that carries none.</summary>
internal static class ForecastCsv
{
    public static string Write(Forecast forecast)
    {
        var file = new StringBuilder();
        CsvRow.Append(file, "at", "kind", "municipality", "recipient", "role", "placement", "duty", "title", "step", "due");
        foreach (ForeseenMail mail in forecast.Mails)
        {
            string[] head = [mail.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), ChoiceNames<MailKind>.Text(mail.Kind), mail.Municipality, mail.Recipient];
            if (mail.Notices.Count == 0)
            {
                CsvRow.Append(file, [.. head, "", "", "", "", "", ""]);
            }

            foreach (ForeseenNotice notice in mail.Notices)
            {
                CsvRow.Append(file, [.. head, notice.Role.Text(), notice.Placement, notice.Duty, notice.Title, notice.Step.Text(), LocalDatePattern.Iso.Format(notice.Due)]);
            }
        }

        return file.ToString();
    }
}
