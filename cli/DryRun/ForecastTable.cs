using Rettidig.Cli.Results;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Mail;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Rettidig.Cli.DryRun;

/// <summary>A forecast in a terminal of 80 columns: a row a mail.</summary>
internal static class ForecastTable
{
    public static void Show(Screen screen, Forecast forecast)
    {
        screen.Paragraph($"Det sendes fra {Moment(forecast.From)} til og med {DanishDates.Short(forecast.Until)}, hvis der ikke kommer nyt. Intet er sendt eller ændret nu.");
        screen.Line();
        if (forecast.Mails.Count == 0)
        {
            screen.Line("Intet.");
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).ShowRowSeparators()
            .AddColumn(new TableColumn("Hvornår").NoWrap().PadLeft(0))
            .AddColumn(new TableColumn("Til").NoWrap())
            .AddColumn(new TableColumn("Hvad (pligt, frist, trin)").PadRight(0));
        foreach (ForeseenMail mail in forecast.Mails)
        {
            table.AddRow(new Text(Moment(mail.At)), new Text(mail.Recipient), new Rows(Lines(mail)));
        }

        screen.Output.Write(table);
        screen.Line(Words.Count(forecast.Mails.Count, "mail", "mails"));
        foreach (IGrouping<MailKind, ForeseenMail> kind in forecast.Mails.GroupBy(mail => mail.Kind).OrderBy(mails => mails.Key))
        {
            screen.Line($"  {ResultWords.Of(kind.Key),-32}{Words.Number(kind.Count()),6}");
        }
    }

    private static IEnumerable<IRenderable> Lines(ForeseenMail mail)
    {
        if (mail.Notices.Count == 0)
        {
            yield return new Text($"{(mail.Kind == MailKind.AllOnTime ? "alt er rettidigt" : "ugeoversigt")} for {mail.Municipality}");
        }

        foreach (IGrouping<(string Placement, Role Role), ForeseenNotice> about in mail.Notices.GroupBy(notice => (notice.Placement, notice.Role)))
        {
            yield return new Text($"{about.Key.Placement} {DutyWords.To(about.Key.Role)}", new Style(decoration: Decoration.Bold));
            foreach (ForeseenNotice notice in about.OrderBy(notice => notice.Due))
            {
                yield return new Padder(new Text($"{notice.Title} {DanishDates.Short(notice.Due)}, {DutyWords.Step(notice.Step)}"), new Padding(2, 0, 0, 0));
            }
        }
    }

    private static string Moment(DateTimeOffset at) => $"{DanishDates.Short(new NodaTime.LocalDate(at.Year, at.Month, at.Day))} {at.Hour:D2}.{at.Minute:D2}";
}
