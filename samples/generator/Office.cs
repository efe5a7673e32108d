using NodaTime;

namespace Rettidig.Samples;

/// <summary>The people of the invented municipality: named after plants, at an address that cannot exist.</summary>
internal static class Office
{
    private static readonly Person[] People =
    [
        new("mg01", "Magna Gyldenris", "manager", "ledelsen", null),
        new("vp02", "Viggo Pilekrat", "manager", "ledelsen", null),
        new("ts11", "Tove Syrensky", "team-leader", "team-nord", "mg01"),
        new("bk21", "Bertil Kaprifol", "team-leader", "team-syd", "mg01"),
        new("el31", "Esther Lyngmose", "team-leader", "team-unge", "vp02"),
        new("as12", "Asta Skovmærke", "caseworker", "team-nord", "ts11"),
        new("bb13", "Bo Bregneblad", "caseworker", "team-nord", "ts11"),
        new("ck14", "Clara Klokkelyng", "caseworker", "team-nord", "ts11"),
        new("dh15", "Ditlev Hvidtjørn", "caseworker", "team-nord", "ts11"),
        new("es22", "Ella Slåenbær", "caseworker", "team-syd", "bk21"),
        new("fr23", "Frej Rønnebær", "caseworker", "team-syd", "bk21"),
        new("gt24", "Gerda Timianlund", "caseworker", "team-syd", "bk21"),
        new("hv25", "Hjalmar Vejbred", "caseworker", "team-syd", "bk21"),
        new("im32", "Iben Mjødurt", "caseworker", "team-unge", "el31"),
        new("jk33", "Jens-Kløver Engsvingel", "caseworker", "team-unge", "el31"),
        new("kb34", "Karla Blåmunke", "caseworker", "team-unge", "el31"),
        new("lp35", "Lauge Perikon", "caseworker", "team-unge", "el31"),
    ];

    // Sick leave with a substitute, a summer holiday without one, parental leave: who, told on, from, to, substitute.
    private static readonly (string Id, LocalDate Told, LocalDate From, LocalDate To, string? Substitute)[] Absences =
    [
        ("ck14", new(2024, 4, 15), new(2024, 4, 15), new(2024, 5, 31), "as12"),
        ("fr23", new(2024, 6, 24), new(2024, 7, 8), new(2024, 7, 28), null),
        ("ts11", new(2024, 10, 7), new(2024, 10, 14), new(2024, 10, 20), "bk21"),
        ("im32", new(2024, 11, 18), new(2024, 12, 2), new(2025, 5, 30), "kb34"),
        ("hv25", new(2025, 6, 16), new(2025, 7, 7), new(2025, 7, 27), "gt24"),
    ];

    public static IReadOnlyList<string> Caseworkers { get; } = [.. People.Where(p => p.Role == "caseworker").Select(p => p.Id)];

    /// <summary>A colleague in the same team, to take a case over.</summary>
    public static string ColleagueOf(string caseworker, Dice dice)
    {
        var team = People.Single(p => p.Id == caseworker).Team;
        return dice.Pick([.. People.Where(p => p.Role == "caseworker" && p.Team == team && p.Id != caseworker).Select(p => p.Id)]);
    }

    /// <summary>Everyone, from before the file begins, and each absence on the day it was told.</summary>
    public static IEnumerable<EventLine> Arrives()
    {
        var registered = new LocalDate(2024, 1, 29);
        var everyone = People.Select((person, at) => Line(person, "s1", Copenhagen.At(registered, 9, at), null));
        var absences = Absences.Select(away => Line(People.Single(p => p.Id == away.Id), "s2", Copenhagen.At(away.Told, 8, 0), away));
        return everyone.Concat(absences);
    }

    /// <summary>Everyone, from a day of one's own choice, and nobody ever away.</summary>
    public static IEnumerable<EventLine> ArrivesOn(LocalDate registered) =>
        People.Select((person, at) => Line(person, "s1", Copenhagen.At(registered, 9, at), null));

    /// <summary>Only those whom one case needs, none of them away.</summary>
    public static IEnumerable<EventLine> Only(params string[] ids) =>
        Arrives().Where(line => line.Id.EndsWith(".s1", StringComparison.Ordinal) && ids.Any(id => line.Subject == $"staff/{id}"));

    private static EventLine Line(Person person, string id, ZonedDateTime time, (string Id, LocalDate Told, LocalDate From, LocalDate To, string? Substitute)? away) =>
        new($"{person.Id}.{id}", "staff.upserted", $"staff/{person.Id}", time, new
        {
            id = person.Id,
            name = person.Name,
            email = $"{person.Id}@kommune999.example",
            role = person.Role,
            team = person.Team,
            leader = person.Leader,
            absentFrom = away?.From,
            absentTo = away?.To,
            substitute = away?.Substitute,
        });

    private sealed record Person(string Id, string Name, string Role, string Team, string? Leader);
}
