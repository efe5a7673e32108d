using Rettidig.Cli.Terminal;
using Spectre.Console;

namespace Rettidig.Cli.Costs;

/// <summary>What it costs, in a terminal of 80 columns.</summary>
internal static class CostScreen
{
    public static void Write(Screen screen, CostModel model, PriceList prices, int placements)
    {
        decimal azure = model.Month(privateNetwork: true);
        decimal year = model.PlacementYear.Sum(line => line.Usd);
        screen.Output.Write(TableOf("Fast om måneden, USD", model.PrivateNetworkMonth.Concat(model.OtherMonth), azure));
        screen.Output.Write(TableOf("Hvert anbringelsesår, USD", model.PlacementYear, year));
        screen.Paragraph($"{Words.Count(placements, "anbringelse", "anbringelser")}: {DanishNumbers.Amount(azure + (placements * year / 12))} USD om måneden i Azure. "
            + $"Uden privat netværk {DanishNumbers.Amount(model.Month(privateNetwork: false) + (placements * year / 12))}. {model.MailMonth.What} er {DanishNumbers.Amount(model.MailMonth.Usd)} om måneden.");
        screen.Paragraph($"Listepriser uden moms, læst fra {DanishNumbers.Day(prices.All.Min(price => price.Read))} til {DanishNumbers.Day(prices.All.Max(price => price.Read))}; 'rettidig cost --tables' viser hver enkelt med kilde. Dagens priser: kopiér cli/Costs/prices.json, ret den, og skriv --prices FIL.");
    }

    private static Table TableOf(string title, IEnumerable<CostLine> lines, decimal sum)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn(title).PadLeft(0))
            .AddColumn(new TableColumn("Antal").RightAligned())
            .AddColumn(new TableColumn("USD").RightAligned().PadRight(0));
        foreach (CostLine line in lines)
        {
            table.AddRow(new Text(line.What), new Text(line.Count), new Text(DanishNumbers.Amount(line.Usd)));
        }

        return table.AddRow(new Text("i alt", new Style(decoration: Decoration.Bold)), Text.Empty, new Text(DanishNumbers.Amount(sum), new Style(decoration: Decoration.Bold)));
    }
}
