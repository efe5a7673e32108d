using System.Text.Json;
using Rettidig.Tests.Node;

namespace Rettidig.Contract.Tests.Published;

/// <summary>What a build for Azure would give to the compiler for a project: the arguments of <c>-p:AzurePackages=true</c>, as MSBuild says them.</summary>
/// <param name="Folder">Where the project stands; file names in the arguments are relative to it.</param>
/// <param name="Compiler">The compiler of the SDK.</param>
/// <param name="Arguments">Settings, references and sources.</param>
internal sealed record ProjectCompilation(string Folder, string Compiler, IReadOnlyList<string> Arguments)
{
    private const string Reference = "/reference:";
    private const string Output = "/out:";

    /// <summary>What only the embedded host brings along.</summary>
    private static readonly string[] Embedded = ["Rettidig.Compat.", "Rettidig.SelfHost.", "Microsoft.Data.Sqlite.", "SQLitePCLRaw."];

    /// <summary>The name of what is made of it.</summary>
    public string Assembly => Path.GetFileNameWithoutExtension(Arguments.Single(argument => argument.StartsWith(Output, StringComparison.Ordinal)));

    public IEnumerable<string> Sources => Arguments.Where(argument => argument.Trim('"').EndsWith(".cs", StringComparison.Ordinal) && !argument.StartsWith('/'));

    /// <summary>Framework, packages and projects, but for those of <paramref name="replaced"/>.</summary>
    public IEnumerable<string> References(IReadOnlyCollection<string> replaced) => Arguments
        .Where(argument => argument.StartsWith(Reference, StringComparison.Ordinal))
        .Where(argument => Path.GetFileName(argument) is var file
            && !Embedded.Any(prefix => file.StartsWith(prefix, StringComparison.Ordinal)) && !replaced.Contains(Path.GetFileNameWithoutExtension(file)));

    /// <summary>All but the references and where results go.</summary>
    public IEnumerable<string> Settings => Arguments.Where(argument =>
        !argument.StartsWith(Reference, StringComparison.Ordinal) && !argument.StartsWith(Output, StringComparison.Ordinal)
        && !argument.StartsWith("/refout:", StringComparison.Ordinal) && !argument.StartsWith("/doc:", StringComparison.Ordinal) && argument != "/noconfig");

    /// <param name="project">Its folder, from the root of the repository.</param>
    /// <param name="azurePackages">The one switch.</param>
    public static async Task<ProjectCompilation> OfAsync(string project, bool azurePackages = true)
    {
        string folder = Path.Combine(Checkout.Root, project);
        (int exit, string output) = await CSharpCompiler.RunAsync(folder,
        [
            "msbuild", "-nologo", $"-p:Configuration={Configuration}", $"-p:AzurePackages={(azurePackages ? "true" : "false")}", "-t:Compile",
            // The compiler is asked for, not run; an output that is new is no reason not to ask.
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false", "-p:NonExistentFile=always",
            "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath",
        ]);
        Assert.True(exit == 0, $"MSBuild could not say how {project} is compiled:\n{output}");
        using JsonDocument answer = JsonDocument.Parse(output);
        string compiler = Path.Combine(answer.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore", "csc.dll");
        return new ProjectCompilation(folder, compiler,
            [.. answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)]);
    }

    /// <summary>The tests are built as what they test is.</summary>
    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
}
