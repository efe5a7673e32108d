namespace Rettidig.Simulation.Tests;

/// <summary>The settings file of municipality 101, which a test may write anew before the service starts again.</summary>
public sealed class ChosenRules : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-rules-");

    public ChosenRules(string json) => Write(json);

    /// <summary>The file itself.</summary>
    public string File => Path.Combine(folder.FullName, "101.json");

    public string Setting => $"--Rules={folder.FullName}";

    public void Write(string json) => System.IO.File.WriteAllText(File, json);

    public void Dispose() => folder.Delete(recursive: true);
}
