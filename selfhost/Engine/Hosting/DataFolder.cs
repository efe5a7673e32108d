using System.Globalization;

namespace Rettidig.SelfHost.Hosting;

/// <summary>The data folder, held by one process at a time: two engines on one file would do every piece of work twice.</summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>Held open by the process that has the folder.</summary>
    internal const string LockFile = "lock";

    private readonly FileStream held;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    /// <summary>Makes the folder where it is missing and holds it until disposed.</summary>
    /// <exception cref="EmbeddedHostException">Another process holds it, or it cannot be written.</exception>
    public static DataFolder Hold(string path)
    {
        Make(path);
        FileStream held = Lock(path);
        try
        {
            // Beside the lock, not in it: a locked file cannot be read.
            File.WriteAllText(ProcessFile(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(path, held);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw Unwritable(path, failed);
        }
    }

    /// <summary>Whether a process holds the folder now. Changes nothing.</summary>
    /// <exception cref="EmbeddedHostException">It cannot be seen by this user.</exception>
    public static bool IsHeld(string path)
    {
        string file = System.IO.Path.Combine(path, LockFile);
        try
        {
            using FileStream free = File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException || IsReadOnly(none))
        {
            return false;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new EmbeddedHostException($"Det kan ikke ses, om tjenesten kører: denne bruger må ikke åbne {file}. Kør kommandoen som den bruger, tjenesten kører som.", denied);
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => held.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException || IsFull(denied) || IsReadOnly(denied))
        {
            throw Unwritable(path, denied);
        }
        catch (IOException taken)
        {
            throw new EmbeddedHostException(
                $"Mappen {path} bruges allerede af {Holder(path)}: stop den først, eller vælg en anden mappe med SelfHost:Data.", taken);
        }
    }

    private static void Make(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows() || Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                return;
            }

            // What is kept here is about people: for the owner alone.
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, denied);
        }
    }

    private static EmbeddedHostException Unwritable(string path, Exception reason) => new(
        IsFull(reason)
            ? $"Disken med mappen {path} er fuld: gør plads, og start igen."
            : $"Mappen {path} kan ikke oprettes eller skrives i: vælg en mappe, som du må skrive i, med SelfHost:Data.",
        reason);

    /// <summary>Whether a file could not be written because the disk is full: ENOSPC, or ERROR_DISK_FULL.</summary>
    public static bool IsFull(Exception failure) => failure is IOException { HResult: 28 or unchecked((int)0x80070070) };

    /// <summary>EROFS, or ERROR_WRITE_PROTECT: the disk is mounted for reading, so nobody holds anything there.</summary>
    private static bool IsReadOnly(Exception failure) => failure is IOException { HResult: 30 or unchecked((int)0x80070013) };

    private static string ProcessFile(string path) => System.IO.Path.Combine(path, "pid");

    private static string Holder(string path) =>
        File.Exists(ProcessFile(path)) ? $"en anden proces (pid {File.ReadAllText(ProcessFile(path)).Trim()})" : "en anden proces";
}
