using Rettidig.Cli.Terminal;
using Rettidig.Domain;

namespace Rettidig.Cli.Reporting;

/// <summary>A file that names placements, one a line, as events name them: those a person has chosen to read closely.</summary>
internal static class SelectedCases
{
    /// <summary>Null where no file was named.</summary>
    /// <exception cref="Refused">It cannot be read, or a line is no placement.</exception>
    public static IReadOnlySet<PlacementKey>? Read(string? file)
    {
        if (file is null)
        {
            return null;
        }

        string[] lines = Lines(file);
        int bad = Array.FindIndex(lines, line => line.Trim().Length > 0 && !PlacementKey.TryParse(line.Trim(), out _));
        return bad < 0
            ? lines.Where(line => line.Trim().Length > 0).Select(line => PlacementKey.Parse(line.Trim())).ToHashSet()
            : throw Refused.AsWritten($"{file}, linje {bad + 1}: forventede en anbringelse som 999/S-2024-001 (kommune, skråstreg, reference).");
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"--cases: {file} kan ikke læses; det skal være en fil med én anbringelse pr. linje, som 999/S-2024-001.");
        }
    }
}
