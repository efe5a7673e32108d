using System.Text;

namespace Rettidig.Cli.Terminal;

/// <summary>A new file that nobody else can read: it holds personal data.</summary>
internal static class PrivateFile
{
    /// <exception cref="Refused">It is there already, or cannot be written.</exception>
    public static StreamWriter Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"{path} kan ikke skrives: den er der måske allerede, eller mappen mangler. Vælg noget andet med --out.");
        }
    }
}
