using System.Globalization;

namespace Rettidig.SelfHost.Hosting;

/// <summary>The data folder, held by one process at a time: two engines on one file would do every piece of work twice.</summary>
public sealed class DataFolder : IDisposable
{
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
        Directory(path);
        string file = System.IO.Path.Combine(path, "lock");
        try
        {
            var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Write(held, Environment.ProcessId);
            return new DataFolder(path, held);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Unwritable(path, denied);
        }
        catch (IOException taken)
        {
            throw new EmbeddedHostException(
                $"Mappen {path} bruges allerede af {Holder(file)}: stop den først, eller vælg en anden mappe med SelfHost:Data.", taken);
        }
    }

    public void Dispose() => held.Dispose();

    private static void Directory(string path)
    {
        try
        {
            System.IO.Directory.CreateDirectory(path);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, denied);
        }
    }

    private static EmbeddedHostException Unwritable(string path, Exception reason) => new(
        $"Mappen {path} kan ikke oprettes eller skrives i: vælg en mappe, som du må skrive i, med SelfHost:Data.", reason);

    private static void Write(FileStream held, int process)
    {
        held.SetLength(0);
        held.Write(System.Text.Encoding.ASCII.GetBytes(process.ToString(CultureInfo.InvariantCulture)));
        held.Flush();
    }

    private static string Holder(string file)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return $"en anden proces (pid {reader.ReadToEnd().Trim()})";
        }
        catch (IOException)
        {
            // Windows keeps a locked file from being read as well.
            return "en anden proces";
        }
    }
}
