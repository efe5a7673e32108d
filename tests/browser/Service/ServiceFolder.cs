using System.Net;
using System.Net.Sockets;

namespace Rettidig.Browser.Tests.Service;

/// <summary>What a service keeps between two starts, and the port it is reached on.</summary>
internal sealed class ServiceFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");

    public string Data => Path.Combine(folder.FullName, "data");

    public string MailLog => Path.Combine(folder.FullName, "mail.log");

    public Uri Url { get; } = new($"http://localhost:{FreePort()}/");

    /// <summary>The mails that set out, in order; one that set out twice is there twice.</summary>
    public IReadOnlyList<string> MailsOut() => Lines("out ");

    /// <summary>The mails that arrived.</summary>
    public IReadOnlyList<string> MailsIn() => Lines("in ");

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Lines(string prefix)
    {
        if (!File.Exists(MailLog))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(MailLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..])];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
