using System.Text;
using NodaTime;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Events;

namespace Rettidig.Cli.Events;

/// <summary>A file of events, JSON Lines. It is read as a whole before anything is done with it: a file with faults is not half used.</summary>
public static class EventFile
{
    /// <summary>More than these make nobody wiser.</summary>
    private const int MostFaultsShown = 20;

    /// <summary>Every event of the file, in its order. Blank lines are passed over.</summary>
    /// <exception cref="Refused">The file cannot be read, holds nothing, or has faults: each with line, field and what was expected.</exception>
    public static IReadOnlyList<EventLine> Read(string path, CancellationToken cancellation = default)
    {
        var events = new List<EventLine>();
        var faults = new List<string>();
        int number = 0;
        foreach (ReadOnlyMemory<byte> line in Lines(Bytes(path)))
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (!line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                continue;
            }

            switch (EventReader.Read(line.Span, Instant.MinValue))
            {
                case EventReading.OfCase { Event: var read }:
                    events.Add(new EventLine(line, read.Source, read.Id, read.Time, read.Placement));
                    break;
                case EventReading.OfStaff { Event: var read }:
                    events.Add(new EventLine(line, read.Source, read.Id, read.Time, null));
                    break;
                case EventReading.Refused { Refusal: var refusal }:
                    faults.Add($"{path}, linje {number}{(refusal.Field.Length > 0 ? $", {refusal.Field}" : "")}: {refusal.Description}");
                    break;
            }
        }

        return faults.Count > 0 ? throw Faulty(path, faults)
            : events.Count > 0 ? events
            : throw Refused.AsWritten($"Filen {path} er tom: forventede én hændelse pr. linje (JSON Lines).");
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused.AsWritten($"Filen {path} findes ikke: skriv stien til en fil med én hændelse pr. linje, fx samples/52-sager.jsonl.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"{path} kan ikke læses: det skal være en fil, som du har adgang til.");
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            file = file[Encoding.UTF8.Preamble.Length..];
        }

        while (!file.IsEmpty)
        {
            int end = file.Span.IndexOf((byte)'\n');
            yield return end < 0 ? file : file[..end];
            file = end < 0 ? default : file[(end + 1)..];
        }
    }

    private static Refused Faulty(string path, List<string> faults)
    {
        var message = new StringBuilder().AppendJoin('\n', faults.Take(MostFaultsShown)).Append('\n');
        if (faults.Count > MostFaultsShown)
        {
            message.Append($"… og {Words.Count(faults.Count - MostFaultsShown, "fejl", "fejl")} mere.\n");
        }

        return Refused.AsWritten(message.Append($"{Words.Count(faults.Count, "linje", "linjer")} i {path} kan ikke bruges, og intet er sendt. Ret {(faults.Count == 1 ? "den" : "dem")} og prøv igen.").ToString());
    }
}
