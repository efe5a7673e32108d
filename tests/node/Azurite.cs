namespace Rettidig.Tests.Node;

/// <summary>Azurite's Table service, Microsoft's emulator of a storage account: in memory, on a free port.</summary>
public sealed class Azurite : IDisposable
{
    /// <summary>Of the account that every emulator has, published in its documentation.</summary>
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Held to the end of the process, since it runs as long as its input is open.</summary>
    private static readonly Lazy<Task<Azurite>> One = new(() => StartAsync());

    private readonly NodeProgram server;

    private Azurite(NodeProgram server, Uri endpoint)
    {
        this.server = server;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    public string ConnectionString => $"DefaultEndpointsProtocol={Endpoint.Scheme};AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint};";

    /// <summary>One for all tests of a run, each of which has tables of its own.</summary>
    public static Task<Azurite> SharedAsync() => One.Value;

    /// <summary>One of one's own, empty. With a certificate and its key, PEM files: over https, and with Entra tokens.</summary>
    public static async Task<Azurite> StartAsync(params string[] certificateAndKey)
    {
        (NodeProgram server, string port) = await NodeProgram.StartAsync("azurite.mjs", certificateAndKey);
        return new Azurite(server, new Uri($"{(certificateAndKey.Length > 0 ? "https" : "http")}://127.0.0.1:{port}/{Account}"));
    }

    public void Dispose() => server.Dispose();
}
