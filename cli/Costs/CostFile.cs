using System.Text.Json;

namespace Rettidig.Cli.Costs;

/// <summary>The files of this folder, as the program carries them.</summary>
internal static class CostFile
{
    public static T Read<T>(string name, JsonSerializerOptions json)
    {
        using Stream file = typeof(CostFile).Assembly.GetManifestResourceStream($"Rettidig.Cli.Costs.{name}")
            ?? throw new InvalidOperationException($"Bug in the build: expected the resource {name} in the program.");
        return JsonSerializer.Deserialize<T>(file, json)!;
    }
}
