using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an app begins.</summary>
public class FunctionsApplication
{
    public FunctionsApplication()
    {
    }

    /// <summary>
    /// A builder whose configuration is, later ones winning: the defaults of the embedded host, <c>appsettings.json</c> beside the
    /// program, the environment, <paramref name="args"/>.
    /// </summary>
    /// <param name="args">The command line, such as <c>--SelfHost:Data=/var/lib/rettidig</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, Assembly.GetCallingAssembly());
}
