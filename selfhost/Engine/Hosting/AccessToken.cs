using System.Security.Cryptography;
using System.Text;

namespace Rettidig.SelfHost.Hosting;

/// <summary>The one key of HTTP functions on one machine.</summary>
public sealed class AccessToken
{
    private readonly byte[] token;

    private AccessToken(string token)
    {
        Value = token;
        this.token = Encoding.UTF8.GetBytes(token);
    }

    public string Value { get; }

    /// <summary>The configured token, else the one in the data folder, which is made when missing and readable by its owner alone.</summary>
    public static AccessToken For(EmbeddedHostOptions options) => new(options.Token ?? Kept(Path.Combine(options.Data, "token")));

    /// <summary>Takes equally long however much of it is right.</summary>
    public bool Matches(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), token);

    private static string Kept(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: >= EmbeddedHostOptions.ShortestToken } kept)
        {
            return kept;
        }

        string made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var creation = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, creation);
        writer.WriteLine(made);
        return made;
    }
}
