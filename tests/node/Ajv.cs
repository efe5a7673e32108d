using System.Text.Json.Nodes;

namespace Rettidig.Tests.Node;

/// <summary>ajv, the validator of JSON Schema that most programs in JavaScript use: independent of who wrote the schemas.</summary>
public static class Ajv
{
    /// <summary>What is wrong with each document by the schema of that file; nothing, where it is valid.</summary>
    /// <param name="schemas">The schemas, by file. <c>asyncapi</c> need not be among them.</param>
    /// <param name="documents">Documents, each with the file of its schema.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyDictionary<string, string> schemas, IEnumerable<(string Schema, string Document)> documents)
    {
        var request = new JsonObject
        {
            ["schemas"] = new JsonObject(schemas.Select(schema => KeyValuePair.Create(schema.Key, JsonNode.Parse(schema.Value)))),
            ["documents"] = new JsonArray([.. documents.Select(document => (JsonNode)new JsonObject { ["schema"] = document.Schema, ["document"] = JsonNode.Parse(document.Document) })]),
        };
        JsonArray findings = JsonNode.Parse(await NodeProgram.RunAsync("validate.mjs", request.ToJsonString()))!.AsArray();
        return [.. findings.Select(faults => string.Join("; ", faults!.AsArray().Select(fault => fault!.GetValue<string>())))];
    }
}
