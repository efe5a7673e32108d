namespace Rettidig.Cli.Costs;

/// <summary>The computed part of docs/hvad-det-koster.md, in Markdown.</summary>
internal static class CostTables
{
    private static readonly (string Kind, string Words)[] Rows =
    [
        ("function (Tick)", "taktslag (`Tick`)"),
        ("function (IngestEvents)", "hændelser ind (`IngestEvents`)"),
        ("orchestrator turn", "trin i forløb (orkestrering)"),
        ("activity", "aktiviteter"),
        ("table.get", "tabeller: opslag"),
        ("table.query", "tabeller: forespørgsler"),
        ("table.write", "tabeller: skrivninger"),
        ("table.transaction", "tabeller: transaktioner (flere rækker)"),
        ("bus.send", "Service Bus: sendt"),
        ("bus.receive", "Service Bus: modtaget"),
        ("mails", "mails"),
    ];

    /// <summary>What was counted, and when.</summary>
    public static IEnumerable<string> Counted(CountedOperations counted) =>
    [
        $"Talt {DanishNumbers.Day(counted.Counted)}:",
        "",
        "| operation | fast pr. år | pr. anbringelsesår |",
        "|---|---|---|",
        .. Rows.Select(row => $"| {row.Words} | {DanishNumbers.Short(counted.FixedYear[row.Kind])} | {DanishNumbers.Tenth(counted.PlacementYear[row.Kind])} |"),
    ];

    /// <summary>The prices, each with where and when it was read.</summary>
    public static IEnumerable<string> Prices(PriceList prices) =>
    [
        "| hvad | USD | for | uden betaling om måneden | region | læst | kilde |",
        "|---|---|---|---|---|---|---|",
        .. prices.All.Select(price => $"| {price.What} | {DanishNumbers.Price(price.Usd)} | {Per(price)} | {(price.Free == 0 ? "" : DanishNumbers.Short(price.Free))} | {price.Region} | {DanishNumbers.Day(price.Read)} | [{Place(price.Source)}]({price.Source}) |"),
    ];

    /// <summary>A month before there is a placement.</summary>
    public static IEnumerable<string> Month(CostModel model) =>
    [
        "| hvad | antal | USD |",
        "|---|---|---|",
        .. model.PrivateNetworkMonth.Concat(model.OtherMonth).Select(Row),
        $"| **i alt i Azure** | | **{DanishNumbers.Amount(model.Month(privateNetwork: true))}** |",
        $"| uden privat netværk (`privateNetwork=false`) | | {DanishNumbers.Amount(model.Month(privateNetwork: false))} |",
        $"| {model.MailMonth.What}; intet, hvor kommunens egen SMTP-server bruges | {model.MailMonth.Count} | {DanishNumbers.Amount(model.MailMonth.Usd)} |",
    ];

    /// <summary>A year of a placement.</summary>
    public static IEnumerable<string> PlacementYear(CostModel model) =>
    [
        "| hvad | antal | USD |",
        "|---|---|---|",
        .. model.PlacementYear.Select(Row),
        $"| **i alt i Azure** | | **{DanishNumbers.Amount(model.PlacementYear.Sum(line => line.Usd))}** |",
        Row(model.MailYear),
    ];

    /// <summary>The host; on GitHub also whose repository.</summary>
    private static string Place(Uri source) =>
        source.Host == "github.com" ? string.Concat("github.com/", source.Segments[1], source.Segments[2].TrimEnd('/')) : source.Host;

    private static string Row(CostLine line) => $"| {line.What} | {line.Count} | {DanishNumbers.Amount(line.Usd)} |";

    private static string Per(ListPrice price) => price.Per == 1 ? price.Unit : $"{DanishNumbers.Short(price.Per)} {price.Unit}";
}
