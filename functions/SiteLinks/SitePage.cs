using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.SiteLinks;

/// <summary>A page for a placement site. It knows nothing of the case: the link it came from is opaque to everyone else.</summary>
/// <param name="Title">What the page says in a few words.</param>
/// <param name="Lines">Paragraphs.</param>
/// <param name="Buttons">Each posts to one link.</param>
public sealed record SitePage(string Title, IReadOnlyList<string> Lines, IReadOnlyList<SiteButton> Buttons)
{
    private const string Contact = "Er I i tvivl, så ring til den sagsbehandler, I plejer at tale med.";

    internal static SitePage Ask(IReadOnlyList<SiteButton> answers) => new(
        "Har I fået planen?",
        ["Når I trykker, får sagsbehandleren besked. I skal ikke skrive noget.", Contact],
        answers);

    internal static SitePage Registered(IReadOnlyList<SiteButton> answers) => new(
        "Vi har noteret, at I mangler planen",
        ["Sagsbehandleren er blevet bedt om at sende den. Svar igen, hvis I stadig mangler den, eller når den er kommet.", Contact],
        answers);

    internal static SitePage Confirm(SiteButton answer) => new(
        answer.Label, ["Tryk på knappen, så får sagsbehandleren besked.", Contact], [answer]);

    internal static SitePage ThanksReceived() => new(
        "Tak for svaret", ["Vi har noteret, at I har modtaget planen. I kan lukke siden."], []);

    internal static SitePage ThanksChased() => new(
        "Tak for svaret",
        ["Vi har noteret, at I mangler planen, og sagsbehandleren får besked. I kan lukke siden.", "Kommer planen ikke, kan I bruge linket igen en anden dag."],
        []);

    internal static SitePage Expired(LocalDate on) => new(
        "Linket er udløbet",
        [$"Det virkede til og med {DanishDates.Long(on)}. Har I fået en nyere mail, så brug linket i den.", Contact],
        []);

    internal static SitePage Forged() => new(
        "Linket virker ikke",
        ["Noget af adressen mangler eller er ændret. Åbn mailen igen, og tryk på linket, eller kopiér hele adressen.", Contact],
        []);

    internal static SitePage Trouble() => new(
        "Det lykkedes ikke lige nu",
        ["Jeres svar er ikke noteret. Gå tilbage, og prøv igen om nogle minutter.", Contact],
        []);
}

/// <summary>A button that answers, and where it posts to.</summary>
public sealed record SiteButton(string Label, string Action, bool Second = false);
