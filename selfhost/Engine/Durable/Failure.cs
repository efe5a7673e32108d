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
    private const int MostCauses = 50;

    /// <summary>Trying again cannot help: the code is not there.</summary>
    public bool IsNonRetriable { get; init; }

    /// <summary>The failure an exception carries, or the description of the exception itself.</summary>
    public static Failure Of(Exception exception) => Shortened(
        exception is FailureException carried
            ? carried.Failure
            : new Failure(
                exception.GetType().ToString(),
                exception.Message,
                exception.StackTrace,
                exception.InnerException is { } inner ? Of(inner) : null));

    /// <summary>
    /// Each child that fails its parent adds a cause, so there is no end to them, while JSON may be 64 deep: of more than
    /// <see cref="MostCauses"/> the outermost are kept, and the first of all.
    /// </summary>
    private static Failure Shortened(Failure failure)
    {
        var chain = new List<Failure>();
        for (Failure? next = failure; next is not null; next = next.Inner)
        {
            chain.Add(next);
        }

        return chain.Count <= MostCauses
            ? failure
            : chain.Take(MostCauses - 1).Reverse().Aggregate(chain[^1], (inner, outer) => outer with { Inner = inner });
    }

    internal string ToJson() => JsonSerializer.Serialize(this, FailureJson.Default.Failure);

    internal static Failure FromJson(string json) => JsonSerializer.Deserialize(json, FailureJson.Default.Failure)!;
}

/// <summary>Failures in the data file, without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Failure))]
internal sealed partial class FailureJson : JsonSerializerContext;
