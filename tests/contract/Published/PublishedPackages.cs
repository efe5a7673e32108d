namespace Rettidig.Contract.Tests.Published;

/// <summary>
/// The real packages as far as a compiler sees them: an assembly of each listing, under the real name, with every public
/// member and no code. Compiled once for all tests.
/// </summary>
public sealed class PublishedPackages : IAsyncLifetime
{
    /// <summary>Each after those it refers to.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Azure.Core.Amqp", "Azure.Data.Tables", "Azure.Messaging.ServiceBus",
        "Microsoft.DurableTask.Abstractions", "Microsoft.DurableTask.Client", "Microsoft.DurableTask.Worker",
        "Microsoft.Azure.Functions.Worker.Core", "Microsoft.Azure.Functions.Worker.Extensions.Abstractions", "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask", "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer", "SendGrid",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("published-").FullName;
    private readonly Dictionary<string, ProjectCompilation> projects = [];
    private CSharpCompiler? compiler;

    /// <summary>Whether there are listings at all.</summary>
    public bool AreListed => PublishedListing.Folder is not null;

    /// <summary>What could not be compiled of the listings themselves.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (PublishedListing.Folder is not { } listings)
        {
            return;
        }

        compiler = new CSharpCompiler((await ProjectAsync("functions")).Compiler);
        Dictionary<string, PublishedListing> all = Names.ToDictionary(name => name, name => PublishedListing.Read(listings, name), StringComparer.Ordinal);
        Dictionary<string, PublishedType> types = all.Values.SelectMany(listing => listing.Types).DistinctBy(type => type.FullName).ToDictionary(type => type.FullName, StringComparer.Ordinal);
        var refused = new List<string>(await LibraryAsync(ForeignTypes.Assembly, ForeignTypes.Source, []));
        for (int i = 0; i < Names.Count; i++)
        {
            refused.AddRange(await LibraryAsync(Names[i], new StubSource(all[Names[i]], types).Write(), [ForeignTypes.Assembly, .. Names.Take(i)]));
        }

        Refused = refused;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The assembly of a package.</summary>
    public string Path(string package) => System.IO.Path.Combine(folder, package + ".dll");

    /// <summary>Compiles a project as the build for Azure would, but against these packages.</summary>
    /// <param name="project">Its folder, from the root of the repository.</param>
    /// <param name="others">Assemblies of projects compiled here before that it refers to.</param>
    /// <param name="more">Files to compile with it, or settings.</param>
    /// <returns>What the compiler found: errors, and warnings as the errors they are in the build.</returns>
    internal async Task<IReadOnlyList<string>> CompileProjectAsync(string project, IReadOnlyList<string> others, params string[] more)
    {
        ProjectCompilation compilation = await ProjectAsync(project);
        return await compiler!.CompileAsync(compilation.Folder,
        [
            .. compilation.Settings, $"/out:{Path(compilation.Assembly)}", $"/doc:{System.IO.Path.ChangeExtension(Path(compilation.Assembly), "xml")}",
            .. compilation.References([.. Names, .. others]), .. References([.. Names, .. others]), .. more,
        ]);
    }

    /// <summary>Compiles some sources of a project, as a library.</summary>
    /// <param name="project">Its folder, from the root of the repository.</param>
    /// <param name="chosen">Which, by their names from the folder of the project.</param>
    internal async Task<IReadOnlyList<string>> CompileSomeAsync(string project, Func<string, bool> chosen)
    {
        ProjectCompilation compilation = await ProjectAsync(project);
        projects[$"some of {project}"] = compilation with { Arguments = [.. compilation.Arguments.Except(compilation.Sources.Where(source => !source.Trim('"').StartsWith("obj/", StringComparison.Ordinal) && !chosen(source)))] };
        return await CompileProjectAsync($"some of {project}", [], "/target:library");
    }

    /// <summary>Compiles a few lines against the packages, with the settings of the product.</summary>
    internal async Task<IReadOnlyList<string>> CompileAsync(string source)
    {
        string file = System.IO.Path.Combine(folder, "Sample.cs");
        await File.WriteAllTextAsync(file, source);
        return await compiler!.CompileAsync(folder, await ArgumentsAsync("Sample", file, [ForeignTypes.Assembly, .. Names], "/nullable:enable", "/warnaserror+"));
    }

    private async Task<IReadOnlyList<string>> LibraryAsync(string name, string source, IEnumerable<string> references)
    {
        string file = System.IO.Path.ChangeExtension(Path(name), "cs");
        await File.WriteAllTextAsync(file, source);
        return await compiler!.CompileAsync(folder, await ArgumentsAsync(name, file, references, "/warn:0"));
    }

    private async Task<IEnumerable<string>> ArgumentsAsync(string name, string file, IEnumerable<string> references, params string[] settings) =>
        ["/target:library", "/nostdlib+", "/langversion:14.0", $"/out:{Path(name)}", .. settings, .. (await ProjectAsync("functions")).References([.. Names, "Rettidig.Orchestrations"]), .. References(references), file];

    private IEnumerable<string> References(IEnumerable<string> names) => names.Select(name => $"/reference:{Path(name)}");

    private async Task<ProjectCompilation> ProjectAsync(string project) =>
        projects.TryGetValue(project, out ProjectCompilation? known) ? known : projects[project] = await ProjectCompilation.OfAsync(project);
}
