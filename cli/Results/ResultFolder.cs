using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Results;

/// <summary>The folder that results are written to. An earlier result is replaced as a whole; anything else is left alone.</summary>
internal sealed class ResultFolder
{
    private ResultFolder(string path) => Path = path;

    public string Path { get; }

    /// <exception cref="Refused">There is something else than results there.</exception>
    public static ResultFolder At(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && !HoldsOnlyResults(path)))
        {
            throw Refused.AsWritten($"{path} findes og er ikke resultatet af en tidligere simulering: vælg en anden mappe med --out, eller flyt den.");
        }

        return new ResultFolder(path);
    }

    /// <summary>Writes beside and then moves, so that a run that is broken off leaves the earlier result as it was.</summary>
    public void Replace(Action<DirectoryInfo> write)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path));
        string beside = $"{full}.ny";
        try
        {
            DirectoryInfo staging = Fresh(beside);
            write(staging);
            if (Directory.Exists(full))
            {
                Directory.Delete(full, recursive: true);
            }

            staging.MoveTo(full);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            Discard(beside);
            throw Refused.AsItWent($"Resultatet kan ikke skrives i {Path}: vælg med --out en mappe, som du må skrive i, og hvor der er plads.");
        }
    }

    /// <summary>Half a result is of no use, and takes the room of a full disk.</summary>
    private static void Discard(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // It was never made, or is somebody else's: what went wrong is told already.
        }
    }

    private static DirectoryInfo Fresh(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Directory.CreateDirectory(path);
    }

    private static bool HoldsOnlyResults(string path) =>
        Directory.EnumerateFileSystemEntries(path).All(entry => ResultFiles.Names.Contains(System.IO.Path.GetFileName(entry)));
}
