using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Rettidig.Tests.Node;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>Entra tokens against a service that looks at whom they are for, who gave them and until when, over https.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_token_for_storage_opens_the_tables()
    {
        using var service = await SecureService.StartAsync();
        TableClient table = service.Client(new UnsignedTokens()).GetTableClient("Cases");

        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["N"] = 7 });

        Assert.Equal(7, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("N"));
    }

    [Fact]
    public async Task A_token_for_something_else_is_refused_with_the_services_code()
    {
        using var service = await SecureService.StartAsync();
        TableServiceClient client = service.Client(new UnsignedTokens(), new TableAudience("https://vault.azure.net"));

        RequestFailedException refusal = await Assert.ThrowsAsync<RequestFailedException>(() => client.CreateTableAsync("Cases"));

        Assert.Equal((403, "AuthenticationFailed"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public void A_token_is_never_sent_in_the_clear() =>
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://account.table.core.windows.net"), new UnsignedTokens()));

    [Theory]
    [InlineData(null, "https://storage.azure.com/.default")]
    [InlineData("AzurePublic", "https://storage.azure.com/.default")]
    [InlineData("AzureChina", "https://storage.azure.cn/.default")]
    [InlineData("AzureGov", "https://storage.azure.us/.default")]
    [InlineData("https://account.table.core.windows.net/", "https://account.table.core.windows.net/.default")]
    [InlineData("https://storage.azure.com/.default", "https://storage.azure.com/.default")]
    public async Task A_token_is_asked_for_the_audience_of_the_cloud(string? audience, string scope)
    {
        var wire = new Wire(_ => Wire.Answer(204));
        TableClientOptions options = wire.Options();
        options.Audience = audience is null ? default(TableAudience?) : new TableAudience(audience);
        var tokens = new UnsignedTokens();
        var client = new TableClient(new Uri("https://account.table.core.windows.net"), "Cases", tokens, options);

        await client.DeleteEntityAsync("p", "r");

        Assert.Equal(scope, tokens.Scope);
        Assert.StartsWith("Bearer ", wire.Sent[0].Authorization, StringComparison.Ordinal);
    }

    /// <summary>Azurite over https, with a certificate that is thrown away with it.</summary>
    private sealed class SecureService(Azurite azurite, DirectoryInfo folder) : IDisposable
    {
        public static async Task<SecureService> StartAsync()
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("https-");
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
            string certificateFile = Path.Combine(folder.FullName, "certificate.pem");
            string keyFile = Path.Combine(folder.FullName, "key.pem");
            await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
            return new SecureService(await Azurite.StartAsync(certificateFile, keyFile), folder);
        }

        public TableServiceClient Client(TokenCredential tokens, TableAudience? audience = null)
        {
            var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
            return new TableServiceClient(azurite.Endpoint, tokens, new TableClientOptions { Transport = new HttpClientTransport(handler), Audience = audience });
        }

        public void Dispose()
        {
            azurite.Dispose();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Tokens like Entra's, for whatever is asked for. Nobody has signed them: the emulator looks at the rest.</summary>
    private sealed class UnsignedTokens : TokenCredential
    {
        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scope = Assert.Single(requestContext.Scopes);
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            DateTimeOffset expiry = now.AddHours(1);
            string claims = JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["aud"] = Scope.Replace("/.default", "", StringComparison.Ordinal),
                ["iss"] = "https://sts.windows.net/00000000-0000-0000-0000-000000000000/",
                ["iat"] = now.ToUnixTimeSeconds() - 60,
                ["nbf"] = now.ToUnixTimeSeconds() - 60,
                ["exp"] = expiry.ToUnixTimeSeconds(),
            });
            return new AccessToken($"{Encode("""{"typ":"JWT","alg":"RS256"}""")}.{Encode(claims)}.{Encode("nobody")}", expiry);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
