using System.Text.RegularExpressions;

namespace Rettidig.Functions.Mail;

/// <summary>An e-mail address with the name shown beside it; the name may be empty.</summary>
/// <exception cref="FormatException">The address is not one plain ASCII address of at most 254 characters.</exception>
public sealed partial record Mailbox
{
    public Mailbox(string address, string name = "")
    {
        if (!IsAddress(address))
        {
            throw new FormatException(
                "Der skulle stå én mailadresse som navn@kommune.dk, men det gør der ikke (den vises ikke her). Ret den i fagsystemet eller i den indstilling, den kommer fra.");
        }

        Address = address;
        Name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public string Address { get; }

    /// <summary>On one line: a line break in a name would end the header it stands in.</summary>
    public string Name { get; }

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    public static bool IsAddress(string? text) => text is { Length: <= 254 } && Shape().IsMatch(text);

    /// <summary>Reads "navn@kommune.dk" or "Rettidig &lt;navn@kommune.dk&gt;".</summary>
    public static Mailbox Parse(string text)
    {
        int open = text.LastIndexOf('<');
        return open >= 0 && text.TrimEnd().EndsWith('>')
            ? new Mailbox(text[(open + 1)..].Trim().TrimEnd('>'), text[..open].Trim().Trim('"'))
            : new Mailbox(text.Trim());
    }

    public override string ToString() => Name.Length == 0 ? Address : $"{Name} <{Address}>";

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\z")]
    private static partial Regex Shape();
}
