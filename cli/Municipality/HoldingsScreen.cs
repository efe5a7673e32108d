using Rettidig.Cli.Terminal;
using Rettidig.Functions.Departures;
using Spectre.Console;

namespace Rettidig.Cli.Municipality;

/// <summary>What is held about a municipality, in a terminal of 80 columns.</summary>
internal static class HoldingsScreen
{
    public static void Write(Screen screen, MunicipalityCount count)
    {
        if (count is { Rows: 0, Instances: 0 })
        {
            screen.Line($"Der er intet om {count.Municipality}.");
            return;
        }

        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn($"Om {count.Municipality}").PadLeft(0))
            .AddColumn(new TableColumn("Antal").RightAligned().PadRight(0));
        table.AddRow("anbringelser", Words.Number(count.Placements));
        foreach ((string name, int rows) in count.Tables)
        {
            table.AddRow($"rækker i {name}", Words.Number(rows));
        }

        screen.Output.Write(table.AddRow("forløb i motoren", Words.Number(count.Instances)));
    }
}
