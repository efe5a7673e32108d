using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Compat.Functions;

/// <summary><c>%setting%</c> in the attribute of a trigger stands for the value of that setting.</summary>
internal static partial class NamedSettings
{
    /// <exception cref="EmbeddedHostException">The setting is missing.</exception>
    public static string Resolve(IConfiguration configuration, string text, FunctionEntry function) =>
        Name().Replace(text, match => configuration[match.Groups[1].Value] ?? throw new EmbeddedHostException(
            $"Indstillingen '{match.Groups[1].Value}' mangler, og funktionen {function.Name} henviser til den: giv den en værdi i appsettings.json, i miljøet eller på kommandolinjen."));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Name();
}
