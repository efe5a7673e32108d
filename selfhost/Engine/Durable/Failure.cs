using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rettidig.SelfHost.Durable;

/// <summary>An exception as histories keep it: by name and text, for the process that threw it may be long gone.</summary>
/// <param name="Type">The full name of the exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Where it was thrown.</param>
/// <param name="Inner">What caused it.</param>
public sealed record Failure(string Type, string Message, string? StackTrace = null, Failure? Inner = null)
{
    /// <summary>Trying again cannot help: the code is not there.</summary>
    public bool IsNonRetriable { get; init; }

    /// <summary>The failure an exception carries, or the description of the exception itself.</summary>
    public static Failure Of(Exception exception) =>
        exception is FailureException carried
            ? carried.Failure
            : new Failure(
                exception.GetType().ToString(),
                exception.Message,
                exception.StackTrace,
                exception.InnerException is { } inner ? Of(inner) : null);

    internal string ToJson() => JsonSerializer.Serialize(this, FailureJson.Default.Failure);

    internal static Failure FromJson(string json) => JsonSerializer.Deserialize(json, FailureJson.Default.Failure)!;
}

/// <summary>Failures in the data file, without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Failure))]
internal sealed partial class FailureJson : JsonSerializerContext;
