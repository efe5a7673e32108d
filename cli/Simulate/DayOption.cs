using NodaTime;
using NodaTime.Text;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Simulate;

/// <summary>A day on the command line: as files write it, or as Danes do.</summary>
internal static class DayOption
{
    private static readonly LocalDatePattern Danish = LocalDatePattern.CreateWithInvariantCulture("dd-MM-uuuu");

    /// <summary>Null where nothing was given.</summary>
    /// <exception cref="Refused">It is no date.</exception>
    public static LocalDate? Read(string option, string? text)
    {
        if (text is null)
        {
            return null;
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true } iso ? iso.Value
            : Danish.Parse(text) is { Success: true } danish ? danish.Value
            : throw Refused.AsWritten($"{option}: '{text}' er ikke en dato; skriv den som 2026-06-30 eller 30-06-2026.");
    }
}
