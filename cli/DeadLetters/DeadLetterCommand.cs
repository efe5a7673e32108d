using System.CommandLine;
using Rettidig.Cli.Send;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.DeadLetters;

/// <summary><c>rettidig deadletter list|show|resend|drop</c>: the events that could not be used.</summary>
internal static class DeadLetterCommand
{
    private static readonly BusOptions Bus = new();

    private static readonly Argument<long> Number = new("nr")
    {
        HelpName = "NR",
        Description = "Hændelsens nummer, som 'list' viser det.",
    };

    private static readonly Argument<long[]> Numbers = new("nr")
    {
        HelpName = "NR",
        Description = "Hændelsernes numre, som 'list' viser dem.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> All = new("--all") { Description = "Alle, der er lagt til side." };

    private static readonly Option<bool> Body = new("--body") { Description = "Vis også indholdet. Det kan være personoplysninger." };

    public static Command Create(Screen screen)
    {
        var command = new Command("deadletter", "Se de hændelser, der er lagt til side, fordi de ikke kunne bruges, og send dem igen, eller slet dem. Med --topic også varsler, som fagsystemet ikke tog imod.")
        {
            Sub("list", "Vis, hvad der er lagt til side og hvorfor.", (letters, queue, parsed, cancellation) => DeadLetterScreen.List(screen, letters, LetterBox.Find(parsed))),
            Sub("show", "Vis én hændelse; indholdet kun med --body.", (letters, queue, parsed, cancellation) => ShowAsync(screen, letters, parsed), Number, Body),
            Sub("resend", "Send hændelser ind igen, fx når det, der manglede, er på plads.", (letters, queue, parsed, cancellation) =>
                EachAsync(screen, letters, parsed, letter => queue.ResendAsync(letter, cancellation), "sendt ind igen"), Numbers, All),
            Sub("drop", "Slet hændelser for altid.", (letters, queue, parsed, cancellation) =>
                EachAsync(screen, letters, parsed, letter => queue.DropAsync(letter, cancellation), "slettet"), Numbers, All),
        };
        command.SetAction(parsed => DanishHelp.Write(screen, command));
        return command;
    }

    private static Command Sub(string name, string description, Func<IReadOnlyList<DeadLetter>, DeadLetterQueue, ParseResult, CancellationToken, Task<int>> work, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (Symbol symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        LetterBox.AddTo(command);
        Bus.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            BusConnection connection = Bus.Find(parsed);
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            var client = new BusClient(http, connection, TimeProvider.System);
            LetterBox box = LetterBox.Find(parsed);
            var queue = new DeadLetterQueue(client, new EventSender(client, TimeProvider.System, box.Entity), box.Path);
            return await queue.WithAllAsync(letters => work(letters, queue, parsed, cancellation), cancellation);
        });
        return command;
    }

    private static Task<int> ShowAsync(Screen screen, IReadOnlyList<DeadLetter> letters, ParseResult parsed) =>
        DeadLetterScreen.Show(screen, Find(letters, parsed.GetValue(Number), LetterBox.Find(parsed)), parsed.GetValue(Body));

    private static async Task<int> EachAsync(Screen screen, IReadOnlyList<DeadLetter> letters, ParseResult parsed, Func<DeadLetter, Task> work, string done)
    {
        IReadOnlyList<DeadLetter> chosen = Choose(letters, parsed);
        foreach (DeadLetter letter in chosen)
        {
            await work(letter);
        }

        screen.Line($"{Words.Count(chosen.Count, "hændelse", "hændelser")} er {done}.");
        return 0;
    }

    private static IReadOnlyList<DeadLetter> Choose(IReadOnlyList<DeadLetter> letters, ParseResult parsed)
    {
        long[] numbers = parsed.GetValue(Numbers) ?? [];
        return (numbers.Length > 0, parsed.GetValue(All)) switch
        {
            (true, false) => [.. numbers.Distinct().Select(number => Find(letters, number, LetterBox.Find(parsed)))],
            (false, true) => letters,
            _ => throw Refused.AsWritten($"Skriv numrene på hændelserne, eller --all for dem alle. Numrene vises af: rettidig deadletter list{LetterBox.Find(parsed).Named}"),
        };
    }

    private static DeadLetter Find(IReadOnlyList<DeadLetter> letters, long number, LetterBox box) =>
        letters.FirstOrDefault(letter => letter.Number == number)
        ?? throw Refused.AsItWent($"Ingen hændelse med nr. {number} er lagt til side. Se dem, der er, med: rettidig deadletter list{box.Named}");
}
