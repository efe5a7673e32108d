using System.Text.Json;

namespace Microsoft.DurableTask.Converters;

/// <summary>JSON by System.Text.Json, with fields.</summary>
public class JsonDataConverter : DataConverter
{
    // Changing these would break what is already in histories.
    private static readonly JsonSerializerOptions DefaultOptions = new() { IncludeFields = true };

    private readonly JsonSerializerOptions options;

    public JsonDataConverter(JsonSerializerOptions? options = null) => this.options = options ?? DefaultOptions;

    public static JsonDataConverter Default { get; } = new();

    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, options);

    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, options);
}
