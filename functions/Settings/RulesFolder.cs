using Microsoft.Extensions.Configuration;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Rules;

namespace Rettidig.Functions.Settings;

/// <summary>The municipalities' own choices: files <c>{municipality}.json</c> in the folder of the setting <c>Rules</c> (default <c>rules</c>, if it is there).</summary>
public static class RulesFolder
{
    private const string Key = "Rules";
    private const string Default = "rules";

    /// <summary>The schema lies beside the files that name it.</summary>
    private const string Schema = ".schema.json";

    /// <exception cref="SettingException">The folder is set and not there, a file name is no municipality, or a file cannot be used.</exception>
    internal static RuleBooks Read(IConfiguration configuration)
    {
        string? given = configuration.Given(Key);
        string folder = Path.GetFullPath(given ?? Default);
        if (!Directory.Exists(folder))
        {
            return given is null
                ? new RuleBooks(new Dictionary<string, MunicipalRules>())
                : throw new SettingException($"Indstillingen {Key} er \"{given}\", som ikke er en mappe: opret den, eller fjern indstillingen for at bruge standardreglerne.");
        }

        return ReadAll(folder);
    }

    /// <summary>The rule books of every file in a folder.</summary>
    /// <exception cref="SettingException">A file name is no municipality, or a file cannot be used.</exception>
    public static RuleBooks ReadAll(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Where(file => !file.EndsWith(Schema, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        return new RuleBooks(files.ToDictionary(Municipality, Parse, StringComparer.Ordinal));
    }

    private static string Municipality(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        return name.Length == 3 && name.All(char.IsAsciiDigit)
            ? name
            : throw new SettingException($"Filen {file} er ikke navngivet efter en kommune: forventet tre cifre, som 101.json. Omdøb den, eller flyt den væk.");
    }

    private static MunicipalRules Parse(string file)
    {
        try
        {
            return MunicipalRules.Parse(File.ReadAllText(file), file);
        }
        catch (RulesException unusable)
        {
            throw new SettingException(unusable.Message, unusable);
        }
    }
}
