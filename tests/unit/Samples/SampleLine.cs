using System.Text.Json;
using Rettidig.Samples;

namespace Rettidig.Unit.Tests.Samples;

/// <summary>One line of a committed sample, read as plain JSON: nothing of the generator's or the product's reading of it.</summary>
internal sealed record SampleLine(string Text, string Id, string Name, string Subject, string Time, JsonElement Data)
{
    public const string FiftyTwo = "52-sager.jsonl";
    public const string TwoHundredTwentyFive = "225-sager.jsonl";
    public const string OneChild = "et-barn.jsonl";

    public static string Folder { get; } = SampleFiles.FolderFrom(AppContext.BaseDirectory);

    /// <summary>Every line, one sent twice counted twice.</summary>
    public static List<SampleLine> Read(string file) => [.. File.ReadLines(Path.Combine(Folder, file)).Select(Parse)];

    public string Value(string field) => Data.GetProperty(field).GetString()!;

    public DateOnly Date(string field) => DateOnly.ParseExact(Data.GetProperty(field).GetString()!, "yyyy-MM-dd");

    private static SampleLine Parse(string line)
    {
        JsonElement root = JsonElement.Parse(line);
        string Field(string name) => root.GetProperty(name).GetString()!;
        return new(line, Field("id"), Field("type")["dk.rettidig.".Length..^".v1".Length], Field("subject"), Field("time"), root.GetProperty("data"));
    }
}
