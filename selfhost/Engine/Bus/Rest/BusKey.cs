using System.Security.Cryptography;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

/// <summary>The key that senders sign with: made once, kept in the store, and written into a connection string for senders on this machine.</summary>
public sealed record BusKey(string Name, string Value)
{
    public const string DefaultName = "RootManageSharedAccessKey";

    /// <summary>The file, in the data folder, that holds the connection string; readable by its owner alone.</summary>
    public const string FileName = "servicebus.connection";

    private const int Bytes = 32;

    /// <summary>The key of the store, made at the first call.</summary>
    public static async Task<BusKey> OpenAsync(SqliteStore store)
    {
        store.EnsureSchema(BusSchema.Part, BusSchema.Scripts);
        string value = await store.WriteAsync(session =>
        {
            session.Execute("INSERT OR IGNORE INTO bus_keys (name, key) VALUES ($1, $2)", DefaultName, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
            return session.First("SELECT key FROM bus_keys WHERE name = $1", row => row.GetString(0), DefaultName)!;
        }).ConfigureAwait(false);
        return new BusKey(DefaultName, value);
    }

    /// <summary>As Service Bus writes it.</summary>
    /// <param name="endpoint">The address of this host, e.g. <c>http://localhost:7071/</c>.</param>
    public string ConnectionString(string endpoint) =>
        $"Endpoint={endpoint.TrimEnd('/')}/;SharedAccessKeyName={Name};SharedAccessKey={Value}";

    /// <summary>Writes the connection string to <see cref="FileName"/> in the folder, mode 600. Whoever reads meanwhile finds the old one or the new one, never half of it.</summary>
    public async Task WriteFileAsync(string folder, string endpoint)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, FileName);
        string unfinished = path + ".tmp";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var writer = new StreamWriter(unfinished, options))
        {
            await writer.WriteLineAsync(ConnectionString(endpoint)).ConfigureAwait(false);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Keeps the key out of logs.</summary>
    public override string ToString() => $"BusKey {{ Name = {Name} }}";
}
