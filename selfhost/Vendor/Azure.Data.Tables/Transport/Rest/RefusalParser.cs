using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Reads the service's code and message out of a refusal: OData in JSON, or XML where the service did not get so far as to look at what was asked for.</summary>
internal sealed class RefusalParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = Read(response) ?? (response.Headers.TryGetValue("x-ms-error-code", out string? code) ? new ResponseError(code, response.ReasonPhrase) : null);
        return error is not null;
    }

    private static ResponseError? Read(Response response)
    {
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
        {
            return null;
        }

        string text = response.Content.ToString();
        try
        {
            return text.AsSpan().TrimStart().StartsWith("<") ? ReadXml(text) : ReadJson(text);
        }
        catch (Exception foreign) when (foreign is JsonException or XmlException)
        {
            // Whatever answered is not the Table service; its status is all there is to tell.
            return null;
        }
    }

    private static ResponseError? ReadJson(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("odata.error", out JsonElement error)
            && error.TryGetProperty("code", out JsonElement code)
                ? new ResponseError(code.GetString(), error.TryGetProperty("message", out JsonElement message) ? Message(message) : null)
                : null;
    }

    private static string? Message(JsonElement message) => message.ValueKind switch
    {
        JsonValueKind.String => message.GetString(),
        JsonValueKind.Object when message.TryGetProperty("value", out JsonElement value) => value.GetString(),
        _ => null,
    };

    private static ResponseError? ReadXml(string text)
    {
        XElement error = XDocument.Parse(text.TrimStart('\uFEFF')).Root!;
        return Child("code") is { } code ? new ResponseError(code, Child("message")) : null;

        string? Child(string name) => error.Elements().FirstOrDefault(child => child.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
    }
}
