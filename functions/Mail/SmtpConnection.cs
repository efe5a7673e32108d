using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Rettidig.Functions.Mail;

/// <summary>
/// One conversation with an SMTP server: lines out, replies in. It cannot be used for mail before it is encrypted, and
/// gives up a step that takes too long.
/// </summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    /// <summary>RFC 5321 allows 512; nobody says more than this in good faith.</summary>
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly TcpClient client = new();
    private readonly SmtpSettings settings;
    private readonly TimeProvider time;
    private Stream stream = Stream.Null;
    private byte[] buffer = new byte[LongestLine];
    private int filled;

    private SmtpConnection(SmtpSettings settings, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
    }

    public static async Task<SmtpConnection> OpenAsync(SmtpSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var connection = new SmtpConnection(settings, time);
        try
        {
            await connection.StepAsync(token => connection.client.ConnectAsync(settings.Host, settings.Port, token).AsTask(), cancellationToken);
            connection.stream = connection.client.GetStream();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Encrypts what follows. The certificate must be for the host, valid, and from an authority that is trusted.</summary>
    /// <exception cref="SmtpException">It is not, or somebody spoke into the plain conversation.</exception>
    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        if (filled > 0)
        {
            throw new SmtpException($"{settings} sagde mere, end den blev spurgt om, før TLS. Det kan være en anden, der blander sig; intet er sendt.");
        }

        var encrypted = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = encrypted;
        try
        {
            await StepAsync(token => encrypted.AuthenticateAsClientAsync(Options(), token), cancellationToken);
        }
        catch (AuthenticationException refused)
        {
            throw new SmtpException($"Certifikatet fra {settings} kan ikke godkendes; intet er sendt. Det skal være gyldigt, gælde navnet i Smtp:Host og komme fra en udsteder, maskinen stoler på (eller en i Smtp:CaFile).", refused);
        }
    }

    /// <summary>Says a line and reads the reply.</summary>
    public async Task<SmtpReply> AskAsync(string line, CancellationToken cancellationToken)
    {
        await WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => StepAsync(
        async token =>
        {
            await stream.WriteAsync(bytes, token);
            await stream.FlushAsync(token);
        },
        cancellationToken);

    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            string line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            {
                break;
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new IOException($"{settings} does not speak SMTP: expected a reply of three digits and a text.");
    }

    public ValueTask DisposeAsync()
    {
        stream.Dispose();
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf((byte)'\n')) < 0)
        {
            int read = 0;
            await StepAsync(async token => read = filled < buffer.Length ? await stream.ReadAsync(buffer.AsMemory(filled), token) : 0, cancellationToken);
            filled += read > 0 ? read : throw new EndOfStreamException($"{settings} ended the conversation.");
        }

        string line = Encoding.UTF8.GetString(buffer, 0, end).TrimEnd('\r');
        filled -= end + 1;
        buffer.AsSpan(end + 1, filled).CopyTo(buffer);
        return line;
    }

    /// <exception cref="TimeoutException">It took longer than the settings have patience.</exception>
    private async Task StepAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(settings.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await step(both.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{settings} took longer than {settings.Patience.TotalSeconds} seconds.", late);
        }
    }

    private SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
        if (settings.Authorities is { } authorities)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return options;
    }
}
