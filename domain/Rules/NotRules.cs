namespace Rettidig.Domain.Rules;

/// <summary>A row of the source documents that is no duty here.</summary>
/// <param name="Row">Its id: <c>SP-09</c>.</param>
/// <param name="What">In Danish, what it says.</param>
/// <param name="Reason">In Danish, why nothing that happens in a placement can start or close it, or where else it is taken care of.</param>
public sealed record NotRule(string Row, string What, string Reason);

/// <summary>The rows of law.md and barnets-lov.md that cannot be duties. Together with those in the rule book they are all there is.</summary>
public static class NotRules
{
    private const string InTheReport = "Et tal, ikke en frist: det opgøres, når der tælles, og kan ikke overskrides.";
    private const string OfTheMunicipality = "En pligt for kommunen som helhed: ingen hændelse i en anbringelse begynder eller lukker den.";

    /// <summary>In the order of the source documents.</summary>
    public static IReadOnlyList<NotRule> Rows =>
    [
        new("SP-09", "En liste over kvalificerede støttepersoner", OfTheMunicipality),
        new("SP-15", "En bisidder er ikke en støtteperson", "Et skel, ikke en frist: hændelserne om støttepersonen handler kun om støttepersonen, og en bisidder lukker ingen pligt."),
        new("SP-17", "Tiden fra anbringelse til bevilling af støtteperson", InTheReport),
        new("PP-11", "Opfølgning på forældrenes og barnets plan på samme møde", "En anbefaling om at samle møder: de to opfølgninger har hver sin frist og lukkes hver for sig, men minder om sig selv i samme mail."),
        new("PH-06", "Den målrettede støttes samlede længde", InTheReport),
        new("PH-16", "En samarbejdsplan", "Valgfri i metoden: intet begynder den, og den kan ikke mangle."),
        new("PH-21", "Målgruppen for målrettet støtte", "Et skøn over, hvem metoden passer til; der er intet at nå."),
        new("PH-22", "Tværfaglig supervision", "Afdelingens eget arbejde uden noget mellemrum: ingen hændelse i en anbringelse begynder eller lukker det."),
        new("RV-14", "Sager, hvor fristen ikke er kommet, tælles ikke med", "En regel om, hvordan der tælles; en pligt, der ikke er forfalden, står som kommende og er hverken rettidig eller for sen."),
        new("CW-03", "Altid to sagsbehandlere på en sag", "Et forslag uden en begivenhed, der begynder det. Er sagsbehandleren fraværende, går påmindelserne til stedfortræderen eller lederen."),
        new("OT-03", "Støtte efter hjemgivelsen, så længe der er behov", "Ligger efter anbringelsens ophør, hvor anbringelsens pligter hører op."),
        new("OT-06", "Mægling efter anbringelsen", "Et forslag om at undersøge en metode: intet begynder den."),
        new("OT-11", "Støttepersoner pr. 31. december", InTheReport),
        new("OT-12", "Indberetning til Ankestyrelsen og KL", InTheReport),
        new("BL-17", "Revision af beredskabet hvert fjerde år", OfTheMunicipality),
    ];
}
