using System.CommandLine;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Costs;

/// <summary><c>rettidig cost</c>: what an installation in Azure costs, from counted operations and list prices.</summary>
internal static class CostCommand
{
    private const int PlacementsOfAMunicipality = 500;

    private static readonly Option<int> Placements = new("--placements")
    {
        HelpName = "ANTAL",
        Description = "Hvor mange anbringelser der er ad gangen.",
        DefaultValueFactory = _ => PlacementsOfAMunicipality,
    };

    private static readonly Option<string?> Prices = new("--prices")
    {
        HelpName = "FIL",
        Description = "Egne priser i stedet for udgavens: en fil som cli/Costs/prices.json, med alle eller nogle af dem.",
    };

    private static readonly Option<bool> Tables = new("--tables") { Description = "Skriv tabellerne, som docs/hvad-det-koster.md holder." };

    public static Command Create(Screen screen)
    {
        var command = new Command("cost", "Regn ud, hvad en installation i Azure koster: fast om måneden og for hvert anbringelsesår, af talte operationer og listepriser.")
        {
            Placements,
            Prices,
            Tables,
        };
        command.SetAction(parsed => Run(screen, parsed));
        return command;
    }

    private static int Run(Screen screen, ParseResult parsed)
    {
        int placements = parsed.GetValue(Placements);
        if (placements < 0)
        {
            throw Refused.AsWritten("--placements skal være et helt tal, mindst 0.");
        }

        PriceList prices = parsed.GetValue(Prices) is { } file ? PriceList.OfFile(file) : PriceList.OfRelease;
        var model = new CostModel(prices, CountedOperations.OfRelease);
        if (parsed.GetValue(Tables))
        {
            screen.Line(string.Join("\n\n", Sections(model, prices).Select(lines => string.Join('\n', lines))));
        }
        else
        {
            CostScreen.Write(screen, model, prices, placements);
        }

        return 0;
    }

    /// <summary>In the order of the page.</summary>
    internal static IEnumerable<IEnumerable<string>> Sections(CostModel model, PriceList prices) =>
        [CostTables.Counted(CountedOperations.OfRelease), CostTables.Prices(prices), CostTables.Month(model), CostTables.PlacementYear(model)];
}
