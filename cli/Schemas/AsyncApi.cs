using System.Text.Json.Nodes;
using Rettidig.Domain.Events.Contract;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;

namespace Rettidig.Cli.Schemas;

/// <summary>The whole contract in one document: which topics, which way, which events. AsyncAPI 3.0.</summary>
internal static class AsyncApi
{
    public const string File = "asyncapi.json";
    private const string ContentType = "application/cloudevents+json";

    public static JsonObject Document()
    {
        string[] incoming = [.. EventType.All.Select(type => type.FullName)];
        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Rettidig",
                ["version"] = "1.0.0",
                ["description"] = "Hændelser ind fra fagsystemet og varsler ud til det: CloudEvents 1.0 i struktureret JSON, én pr. besked på Service Bus.",
                ["license"] = new JsonObject { ["name"] = "MIT" },
            },
            ["defaultContentType"] = ContentType,
            ["channels"] = new JsonObject
            {
                [IngestEvents.Topic] = Channel(IngestEvents.Topic, "Det, der sker i en sag.", incoming),
                [NoticeTopic.Name] = Channel(NoticeTopic.Name, "Varsler, som fagsystemet kan vise som advis eller sende videre.", NoticeSchemas.Types),
            },
            ["operations"] = new JsonObject
            {
                ["receiveEvents"] = Operation("receive", IngestEvents.Topic),
                ["sendNotices"] = Operation("send", NoticeTopic.Name),
            },
            ["components"] = new JsonObject
            {
                ["messages"] = new JsonObject(incoming.Concat(NoticeSchemas.Types).Select(type => KeyValuePair.Create(type, (JsonNode?)Message(type)))),
            },
        };
    }

    private static JsonObject Channel(string topic, string description, IEnumerable<string> types) => new()
    {
        ["address"] = topic,
        ["description"] = description,
        ["messages"] = new JsonObject(types.Select(type => KeyValuePair.Create(type, (JsonNode?)Reference($"#/components/messages/{type}")))),
    };

    private static JsonObject Operation(string action, string topic) => new() { ["action"] = action, ["channel"] = Reference($"#/channels/{topic}") };

    private static JsonObject Message(string type) => new()
    {
        ["name"] = type,
        ["contentType"] = ContentType,
        ["payload"] = Reference(EventSchemas.FileOf(type)),
    };

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
