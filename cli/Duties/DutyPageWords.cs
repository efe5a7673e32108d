namespace Rettidig.Cli.Duties;

/// <summary>What stands around the tables of the page.</summary>
internal static class DutyPageWords
{
    public const string Introduction = """
        # Pligterne

        Det er regelbogen: hver pligt, Rettidig holder øje med, som den står i koden. Siden er skrevet af programmet selv
        (`rettidig duties`), og en test holder den lig med reglerne. Den er ikke juridisk rådgivning.

        ## Sådan læses den

        - **Slags.** *Lov*: det står i loven. *Vejledning*: det står i vejledningen til loven. *Metode*: det er beskrevet i
          Socialstyrelsens metode eller foreslået af dem, der er berørt. *God praksis*: det, undersøgelserne viser, at
          kommuner gør, eller at det går galt uden.
        - **Brud** er kun en pligt i loven, hvor loven selv tæller dagene, og den er løst for sent, slet ikke eller uden det,
          loven kræver. Alt andet kan være for sent, aldrig et brud.
        - **Frist.** *Lovens frist* kan ingen forlænge. *Kommunens frist* er den, kommunen selv sætter; tallet her gælder,
          hvor den intet har valgt. Dage tælles fra dagen efter; måneder ender på samme dato, eller på den sidste i en kort
          måned. Ingen frist flytter sig for en weekend eller en helligdag.
        - **Begynder, når.** Det, der er sket, og den dag, det skete, ikke den dag Rettidig hørte om det. En pligt, der
          begynder med noget, fagsystemet ikke fortæller, begynder ikke.
        - **Ophører.** Når anbringelsen ophører, er det, der var forfaldet, ikke løst, og det, der ville forfalde senere,
          bortfalder. Undtagelsen er nævnt.
        - **Hvem** der har opgaven og bliver mindet om den: 14 og 3 dage før fristen, på dagen, og (med teamlederen) den
          første arbejdsdag efter; ti arbejdsdage efter får teamleder og chef besked. Hvor trappen er anderledes, står det.
          Hvor der ingen frist er, fordi der ses efter med det samme, mindes der ikke om noget.
        - **Hjemmel.** En pligt dømmes efter den lov, der gjaldt den dag, den begyndte: serviceloven til 31-12-2019, da
          revision af planen var en afgørelse; serviceloven 01-01-2020 til 31-12-2023; barnets lov fra 01-01-2024. Står der
          intet for en periode, gælder pligten ikke i den. Paragrafferne er holdt op mod LBK 798 af 2019, LBK 1089 af
          2023 og LBK 282 af 2025.
        - **Kilde.** Numre som RV-02 er rækkerne i det materiale, regelbogen er lavet efter; de står under pligtens navn.

        """;

    public const string Register = """

        ## Efter paragraf

        Pligterne i loven, i lovens orden.

        | hjemmel | gælder | pligt |
        |---|---|---|

        """;

    public const string NotRules = """

        ## Det, der ikke er en pligt her

        Resten af materialets rækker, og hvorfor ingen af dem kan være en regel om en frist i en anbringelse.

        | række | hvad den siger | hvorfor den ikke er en pligt |
        |---|---|---|

        """;
}
