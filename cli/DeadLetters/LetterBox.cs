using System.CommandLine;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;

namespace Rettidig.Cli.DeadLetters;

/// <summary>Whose dead letters: a subscription's or a queue's.</summary>
/// <param name="Entity">The topic or the queue: where what is sent again goes.</param>
/// <param name="Subscription">Null for a queue.</param>
internal sealed record LetterBox(string Entity, string? Subscription)
{
    private static readonly Option<string?> Topic = new("--topic")
    {
        HelpName = "EMNE",
        Description = $"Emnet. Uden: {IngestEvents.Topic}, hændelserne ind; {NoticeTopic.Name} er varslerne ud.",
    };

    private static readonly Option<string?> Sub = new("--subscription")
    {
        HelpName = "NAVN",
        Description = $"Abonnementet på emnet. Uden: {IngestEvents.Subscription} eller, for {NoticeTopic.Name}, {NoticeTopic.Subscription}.",
    };

    private static readonly Option<string?> Queue = new("--queue")
    {
        HelpName = "KØ",
        Description = "En kø i stedet for et emne og et abonnement.",
    };

    /// <summary>Below the namespace.</summary>
    public string Path => Subscription is null ? $"{Entity}/$deadletterqueue" : $"{Entity}/subscriptions/{Subscription}/$deadletterqueue";

    /// <summary>What a command must have behind it to be about this one.</summary>
    public string Named => (Entity, Subscription) switch
    {
        (IngestEvents.Topic, IngestEvents.Subscription) => "",
        (NoticeTopic.Name, NoticeTopic.Subscription) => $" --topic {Entity}",
        (_, null) => $" --queue {Entity}",
        _ => $" --topic {Entity} --subscription {Subscription}",
    };

    public static void AddTo(Command command)
    {
        command.Add(Topic);
        command.Add(Sub);
        command.Add(Queue);
    }

    /// <exception cref="Refused">The options name none, or two.</exception>
    public static LetterBox Find(ParseResult parsed) => (parsed.GetValue(Topic), parsed.GetValue(Sub), parsed.GetValue(Queue)) switch
    {
        (null, null, { } queue) => new LetterBox(Name(queue, "--queue"), null),
        (_, _, not null) => throw Refused.AsWritten("Skriv enten --queue eller --topic og --subscription."),
        (var topic, { } subscription, null) => new LetterBox(Name(topic ?? IngestEvents.Topic, "--topic"), Name(subscription, "--subscription")),
        (null or IngestEvents.Topic, null, null) => new LetterBox(IngestEvents.Topic, IngestEvents.Subscription),
        (NoticeTopic.Name, null, null) => new LetterBox(NoticeTopic.Name, NoticeTopic.Subscription),
        _ => throw Refused.AsWritten("Skriv også abonnementet på emnet: --subscription NAVN."),
    };

    /// <summary>As Service Bus names things; anything else would lead elsewhere.</summary>
    private static string Name(string given, string option) =>
        given.Length is > 0 and <= 260 && given.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or '~')
            && !given.Contains("..", StringComparison.Ordinal) && given[0] != '/'
            ? given
            : throw Refused.AsWritten($"{option}: '{given}' er ikke et navn på Service Bus.");
}
