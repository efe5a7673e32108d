namespace Rettidig.Cli.Costs;

/// <summary>
/// What an installation costs: fixed by the month, and for each year of a placement. Counted operations times list prices,
/// and what is assumed beside them; each assumption is set high.
/// </summary>
internal sealed class CostModel(PriceList prices, CountedOperations counted)
{
    private const decimal HoursOfMonth = 730;
    private const decimal MonthsOfYear = 12;

    /// <summary>How often an instance asks an empty queue, by the hour: the longest pause of the backend is half a minute.</summary>
    private const decimal PollsOfHour = 120;

    /// <summary>Durable Functions' own queue messages and rows, for each turn.</summary>
    private const decimal OwnOperationsOfTurn = 10;

    private const decimal SecondsOfExecution = 1;
    private const decimal LogGigabytesOfMonth = 1;
    private const decimal StateGigabytes = 1;
    private const decimal EndpointGigabytesOfMonth = 1;

    /// <summary>The app asks for its secrets once a day.</summary>
    private const decimal DaysOfMonth = HoursOfMonth / 24;

    /// <summary>The months' lines that a private network adds.</summary>
    public IReadOnlyList<CostLine> PrivateNetworkMonth =>
    [
        new("private endepunkter", $"{Installation.PrivateEndpoints} × {DanishNumbers.Short(HoursOfMonth)} timer", prices["endpoint-hours"].OfMonth(Installation.PrivateEndpoints * HoursOfMonth)),
        new("data gennem dem", $"{DanishNumbers.Short(EndpointGigabytesOfMonth)} GB", prices["endpoint-gigabytes"].OfMonth(EndpointGigabytesOfMonth)),
        new("private DNS-zoner", $"{Installation.PrivateZones}", prices["zone-months"].OfMonth(Installation.PrivateZones)),
    ];

    /// <summary>The rest of a month without placements.</summary>
    public IReadOnlyList<CostLine> OtherMonth =>
    [
        new("Service Bus, grundpris", "1", prices["bus-month"].OfMonth(1)),
        new("varsler på logs", $"{Installation.LogAlerts}", prices["log-alert-months"].OfMonth(Installation.LogAlerts)),
        new("varsler på et tal", $"{Installation.MetricAlerts}", prices["metric-alert-months"].OfMonth(Installation.MetricAlerts)),
        new("køer, som Durable Functions spørger", DanishNumbers.Short(QueuePolls), prices["queue-operations"].OfMonth(QueuePolls)),
        new("udførelser", DanishNumbers.Short(FixedExecutions), prices["executions"].OfMonth(FixedExecutions)),
        new("tid", $"{DanishNumbers.Short(GigabyteSeconds(FixedExecutions))} GB-sekunder", prices["gigabyte-seconds"].OfMonth(GigabyteSeconds(FixedExecutions))),
        new("tabeller, operationer", DanishNumbers.Short(Fixed(Tables)), prices["table-operations"].OfMonth(Fixed(Tables))),
        new("tabeller, lagret", $"{DanishNumbers.Short(StateGigabytes)} GB", prices["table-gigabyte-months"].OfMonth(StateGigabytes)),
        new("logs", $"{DanishNumbers.Short(LogGigabytesOfMonth)} GB", prices["log-gigabytes"].OfMonth(LogGigabytesOfMonth)),
        new("nøgleboks, operationer", DanishNumbers.Short(Installation.Secrets * DaysOfMonth), prices["vault-operations"].OfMonth(Installation.Secrets * DaysOfMonth)),
    ];

    /// <summary>SendGrid's smallest paid plan; nothing where the municipality has an SMTP server.</summary>
    public CostLine MailMonth => new("SendGrid Essentials", "1", prices["mails"].Usd);

    /// <summary>What each year of a placement adds; nothing that is free is taken off.</summary>
    public IReadOnlyList<CostLine> PlacementYear =>
    [
        new("udførelser", DanishNumbers.Short(Each(Executions)), prices["executions"].Of(Each(Executions))),
        new("tid", $"{DanishNumbers.Short(GigabyteSeconds(Each(Executions)))} GB-sekunder", prices["gigabyte-seconds"].Of(GigabyteSeconds(Each(Executions)))),
        new("tabeller", DanishNumbers.Short(Each(Tables)), prices["table-operations"].Of(Each(Tables))),
        new("Durable Functions' egne køer og tabeller", DanishNumbers.Short(OwnOperations), prices["queue-operations"].Of(OwnOperations)),
        new("Service Bus", DanishNumbers.Short(Each(Bus)), prices["bus-operations"].Of(Each(Bus))),
    ];

    /// <summary>A placement's share of the mails that <see cref="MailMonth"/> pays for.</summary>
    public CostLine MailYear => new("mails, del af SendGrids månedspris", DanishNumbers.Short(Each(Mails)), prices["mails"].Of(Each(Mails)));

    /// <summary>A month in Azure before there is a placement.</summary>
    public decimal Month(bool privateNetwork) => OtherMonth.Sum(line => line.Usd) + (privateNetwork ? PrivateNetworkMonth.Sum(line => line.Usd) : 0);

    private static readonly string[] Executions = ["function (Tick)", "function (IngestEvents)", "orchestrator turn", "activity"];
    private static readonly string[] Tables = ["table.get", "table.query", "table.write", "table.transaction"];
    private static readonly string[] Bus = ["bus.send", "bus.receive"];
    private static readonly string[] Mails = ["mails"];

    private static decimal QueuePolls => Installation.HubQueues * PollsOfHour * HoursOfMonth;

    private decimal OwnOperations => OwnOperationsOfTurn * counted.PlacementYear["orchestrator turn"];

    private decimal FixedExecutions => Fixed(Executions);

    private static decimal GigabyteSeconds(decimal executions) => executions * SecondsOfExecution * Installation.Gigabytes;

    private decimal Fixed(IEnumerable<string> kinds) => kinds.Sum(kind => counted.FixedYear[kind]) / MonthsOfYear;

    private decimal Each(IEnumerable<string> kinds) => kinds.Sum(kind => counted.PlacementYear[kind]);
}
