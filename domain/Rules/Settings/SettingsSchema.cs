using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>
/// The JSON schema of a municipality's settings (draft 2020-12), drawn from the rule book: which duties there are, which
/// terms may be chosen and how far. It says what one value may be; how values must fit together, the reader checks.
/// </summary>
public static class SettingsSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, as the published file holds it.</summary>
    public static string Text() => Schema().ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    private static JsonObject Schema()
    {
        var shared = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "En kommunes indstillinger i Rettidig",
            ["description"] = "Filen rules/{kommune}.json. Hvad der er udeladt, har sin standardværdi. Se docs/indstillinger.md.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = Settings(shared),
        };
        schema["$defs"] = new JsonObject(shared.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value)));
        return schema;
    }

    private static JsonObject Settings(SortedDictionary<string, JsonObject> shared) => new()
    {
        ["$schema"] = new JsonObject { ["description"] = "Stien til dette skema, så en editor kan hjælpe." },
        ["siteNotices"] = Described("Om anbringelsesstederne får mail. Uden: false.", new JsonObject { ["type"] = "boolean" }),
        ["digestDay"] = Described("Dagen for lederens ugeoversigt. Uden: monday.", Weekday(SettingsReader.Week)),
        ["digestTime"] = Described("Klokkeslættet for lederens ugeoversigt. Uden: 07:00.", Time()),
        ["quietHours"] = QuietHours(),
        ["terms"] = Object(
            "Egne frister. Hver er et antal af én tidsenhed, fx { \"days\": 7 }.",
            TermReader.All().Select(entry => KeyValuePair.Create(entry.Term.NameIn(entry.Duty.Id), Shared(shared, TermText(entry.Duty, entry.Term), FormOf(entry.Term), () => Term(entry.Term))))),
        ["ladders"] = Object(
            "Hvornår trinnene på stigen falder: for alle pligter, for en slags eller for en enkelt. Det smalleste valg gælder.",
            LadderReader.Scopes.Select(scope => KeyValuePair.Create(scope, Shared(shared, ScopeText(scope), LadderReader.MayTurnOff(StepName.Escalate, scope) ? "stige" : "stige-for-lovens-pligter", () => Ladder(scope))))),
        ["duties"] = Object(
            "Hvilke pligter efter metode og praksis der er slået til.",
            RuleBook.Standard.Duties.Where(DutySwitches.MayTurnOff).Select(duty => KeyValuePair.Create(duty.Id, Described($"{duty.Title}. Uden: {(duty.OnByDefault ? "true" : "false")}.", new JsonObject { ["type"] = "boolean" })))),
    };

    private static JsonObject QuietHours()
    {
        JsonObject quiet = Object("Tider, hvor ingen mail sendes, heller ikke det, der haster. Uden: ingen.",
        [
            KeyValuePair.Create("from", Described("Hvornår de stille timer begynder.", Time())),
            KeyValuePair.Create("to", Described("Hvornår de ender; næste dag, når det er det tidligste af de to.", Time())),
            KeyValuePair.Create("days", Described("Ugedage, der er stille hele dagen.", List(Weekday(QuietHoursReader.WorkingDays), QuietHoursReader.MostDays))),
            KeyValuePair.Create("dates", Described("Datoer, der er stille hele dagen.", List(new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, QuietHoursReader.MostDates))),
        ]);
        quiet["dependentRequired"] = new JsonObject { ["from"] = new JsonArray("to"), ["to"] = new JsonArray("from") };
        return quiet;
    }

    /// <summary>What many settings have in common is written once and referred to.</summary>
    private static JsonObject Shared(SortedDictionary<string, JsonObject> shared, string description, string form, Func<JsonObject> schema)
    {
        shared.TryAdd(form, schema());
        return new JsonObject { ["description"] = description, ["$ref"] = $"#/$defs/{form}" };
    }

    private static string TermText(Duty duty, DutyTerm term)
    {
        string what = term.Meaning is { } meaning ? $"{duty.Title}, {meaning}" : duty.Title;
        string limit = term.Term == Rules.Term.Statutory ? $" Fristen er lovens ({duty.Law.Latest}) og kan kun gøres kortere." : "";
        return $"{what}. Uden: {term.Default}.{limit}";
    }

    /// <summary>Terms with the same limits have the same form: <c>frist-til-24-months</c>.</summary>
    private static string FormOf(DutyTerm term)
    {
        string least = term.Shortest is { } shortest ? $"-fra-{Plain(shortest)}" : term.Term == Rules.Term.Statutory ? "-lovens" : "";
        return $"frist{least}-til-{Plain(term.Longest)}";
    }

    private static string Plain(Counted counted) => $"{counted.Number}-{ChoiceNames<TermUnit>.Text(counted.Unit)}";

    private static JsonObject Term(DutyTerm term)
    {
        JsonObject schema = Object(null, TermReader.Units
            .Select(unit => (unit.Key, Range: TermRange.Of(term, unit.Value)))
            .Where(unit => unit.Range.Most >= unit.Range.Least)
            .Select(unit => KeyValuePair.Create(unit.Key, WholeNumber(unit.Range.Least, unit.Range.Most))));
        schema["minProperties"] = 1;
        schema["maxProperties"] = 1;
        return schema;
    }

    private static string ScopeText(string scope) => scope switch
    {
        LadderChoice.All => "Alle pligter.",
        _ when ChoiceNames<DutyKind>.Parse(scope) is { } kind => $"Alle pligter efter {KindText(kind)}.",
        _ => RuleBook.TitleOf(scope) + ".",
    };

    private static string KindText(DutyKind kind) => kind switch
    {
        DutyKind.Statute => "lov",
        DutyKind.Guidance => "vejledning",
        DutyKind.Method => "metode",
        _ => "praksis",
    };

    private static JsonObject Ladder(string scope) => Object(null, LadderChoice.Steps.Select(step => KeyValuePair.Create(step.Text(), Step(step, scope))));

    private static JsonObject Step(StepName step, string scope)
    {
        (int least, int most) = LadderReader.RangeOf(step);
        string counts = step is StepName.RemindEarly or StepName.Remind ? "Dage før fristen" : "Arbejdsdage efter fristen";
        return LadderReader.MayTurnOff(step, scope)
            ? new JsonObject { ["description"] = counts + "; false slår trinnet fra.", ["anyOf"] = new JsonArray(WholeNumber(least, most), new JsonObject { ["const"] = false }) }
            : Described(counts + ".", WholeNumber(least, most));
    }

    private static JsonObject Object(string? description, IEnumerable<KeyValuePair<string, JsonObject>> properties)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))),
        };
        return description is null ? schema : Described(description, schema);
    }

    private static JsonObject Described(string description, JsonObject schema)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    private static JsonObject WholeNumber(int least, int most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    private static JsonObject Time() => new() { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" };

    private static JsonObject Weekday(IEnumerable<IsoDayOfWeek> days) => new() { ["enum"] = new JsonArray([.. days.Select(day => (JsonNode)ChoiceNames<IsoDayOfWeek>.Text(day))]) };

    private static JsonObject List(JsonObject item, int most) => new() { ["type"] = "array", ["items"] = item, ["maxItems"] = most, ["uniqueItems"] = true };
}
