using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Mail;

/// <summary>How mail goes by SMTP. There is no setting that sends without TLS.</summary>
/// <param name="Host">Smtp:Host: the name the server's certificate must be for.</param>
/// <param name="Port">Smtp:Port; 587 unless it is given.</param>
/// <param name="TlsFirst">Whether TLS comes before the first word (port 465), or is asked for with STARTTLS.</param>
/// <param name="User">Smtp:User; null: the server takes mail from this machine without.</param>
/// <param name="Password">Smtp:Password.</param>
public sealed record SmtpSettings(string Host, int Port = 587, bool TlsFirst = false, string? User = null, string? Password = null)
{
    internal const string HostName = "Smtp:Host";

    private const int PortOfTls = 465;

    /// <summary>Smtp:CaFile, read: authorities that are trusted instead of the machine's; null: the machine's.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>How long one step of the conversation may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Keeps the password out of messages.</summary>
    public override string ToString() => $"{Host}:{Port}";

    /// <summary>Null where there is no host.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message says which and what to write.</exception>
    public static SmtpSettings? Read(IConfiguration configuration)
    {
        if (MailSetting.Given(configuration, HostName) is not { } host)
        {
            return null;
        }

        int port = ReadPort(MailSetting.Given(configuration, "Smtp:Port"));
        string? user = MailSetting.Given(configuration, "Smtp:User");
        string? password = configuration["Smtp:Password"] is { Length: > 0 } given ? given : null;
        if (user is null != password is null)
        {
            throw new InvalidOperationException($"Indstillingen {(user is null ? "Smtp:User" : "Smtp:Password")} mangler: skriv både Smtp:User og Smtp:Password, eller ingen af dem, hvis serveren ikke kræver login.");
        }

        return new SmtpSettings(host, port, port == PortOfTls, user, password) { Authorities = ReadAuthorities(MailSetting.Given(configuration, "Smtp:CaFile")) };
    }

    private static int ReadPort(string? given) => given is null ? 587
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535 ? port
        : throw new InvalidOperationException($"Indstillingen Smtp:Port er \"{given}\", men skal være et helt tal, fx 587 (STARTTLS) eller 465 (TLS fra første ord).");

    private static X509Certificate2Collection? ReadAuthorities(string? file)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            return authorities.Count > 0 ? authorities : throw new CryptographicException();
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException($"Indstillingen Smtp:CaFile er \"{file}\", som ikke kan læses som certifikater i PEM: ret den, eller fjern den, hvis maskinen selv kender udstederen.", unusable);
        }
    }
}
