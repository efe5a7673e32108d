using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Rettidig.Domain.Events.Contract;

namespace Rettidig.Cli.Schemas;

/// <summary>The printed contract: file names and what is in them.</summary>
internal static class SchemaFiles
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static IReadOnlyDictionary<string, string> All()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [AsyncApi.File] = Text(AsyncApi.Document()) };
        foreach (EventType type in EventType.All)
        {
            files[EventSchemas.FileOf(type.FullName)] = Text(EventSchemas.Of(type));
        }

        foreach (string type in NoticeSchemas.Types)
        {
            files[EventSchemas.FileOf(type)] = Text(NoticeSchemas.Of(type));
        }

        return files;
    }

    private static string Text(JsonObject document) => document.ToJsonString(Readable) + "\n";
}
