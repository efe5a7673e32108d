using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rettidig.Unit.Tests.Mail;

/// <summary>Certificates made for one test: an authority, and what it says of a server.</summary>
internal sealed class TestCertificates : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-tls-");
    private readonly X509Certificate2 authority;

    public TestCertificates()
    {
        var request = new CertificateRequest("CN=Rettidig test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority = request.CreateSelfSigned(Now.AddYears(-2), Now.AddYears(2));
    }

    /// <summary>What trusts this authority and no other.</summary>
    public X509Certificate2Collection Authorities => [X509CertificateLoader.LoadCertificate(authority.RawData)];

    /// <summary>A server's certificate and key, as files.</summary>
    /// <param name="host">The name it is for.</param>
    /// <param name="expired">Whether its time is over.</param>
    public (string Certificate, string Key) For(string host, bool expired = false)
    {
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset end = expired ? Now.AddDays(-1) : Now.AddYears(1);
        using X509Certificate2 certificate = request.Create(authority, Now.AddYears(-1), end, Guid.NewGuid().ToByteArray());
        return (Write($"{host}.crt", certificate.ExportCertificatePem()), Write($"{host}.key", serverKey.ExportPkcs8PrivateKeyPem()));
    }

    /// <summary>The authority's certificate as a file.</summary>
    public string AuthorityFile() => Write("ca.crt", authority.ExportCertificatePem());

    public void Dispose()
    {
        authority.Dispose();
        key.Dispose();
        folder.Delete(recursive: true);
    }

    private string Write(string name, string pem)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, pem);
        return path;
    }
}
