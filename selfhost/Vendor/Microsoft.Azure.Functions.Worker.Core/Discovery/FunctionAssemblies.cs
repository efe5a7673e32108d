using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Compat.Functions;

/// <summary>
/// The assemblies of an app: its own, and everything they refer to that may hold functions or extensions. A function may
/// be in a class library, and the process may have been started by another program (a test runner, a command line).
/// </summary>
internal sealed class FunctionAssemblies
{
    private static readonly string[] NeverFunctions = ["System.", "Microsoft.", "Azure.", "netstandard", "mscorlib", "WindowsBase", "xunit."];
    private static readonly string Attributes = typeof(FunctionAttribute).Assembly.GetName().Name!;
    private static readonly string Core = typeof(FunctionAssemblies).Assembly.GetName().Name!;

    private FunctionAssemblies(IReadOnlyList<Assembly> all) => All = all;

    /// <summary>In the order they were reached.</summary>
    public IReadOnlyList<Assembly> All { get; }

    /// <summary>What the roots are and reach.</summary>
    public static FunctionAssemblies From(IEnumerable<Assembly> roots)
    {
        var reached = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        var queue = new Queue<Assembly>(roots);
        while (queue.TryDequeue(out Assembly? assembly))
        {
            if (!reached.TryAdd(assembly.FullName!, assembly))
            {
                continue;
            }

            foreach (AssemblyName name in assembly.GetReferencedAssemblies().Where(MayMatter))
            {
                if (Load(name) is { } referenced)
                {
                    queue.Enqueue(referenced);
                }
            }
        }

        return new FunctionAssemblies([.. reached.Values]);
    }

    /// <summary>The assembly with a configured name, such as <c>Contoso.Functions</c>.</summary>
    public static Assembly Named(string name) => Load(new AssemblyName(name)) ?? throw new InvalidOperationException(
        $"SelfHost:FunctionAssemblies names the assembly '{name}', which cannot be loaded: write the name without .dll of an assembly beside the program.");

    /// <summary>The public methods marked as functions.</summary>
    public IEnumerable<MethodInfo> FunctionMethods() =>
        All.Where(assembly => Refers(assembly, Attributes)).SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(FunctionMethodsOf);

    public static IEnumerable<MethodInfo> FunctionMethodsOf(Type type) =>
        type is { IsClass: true } && (!type.IsAbstract || type.IsSealed) && !type.ContainsGenericParameters
            ? type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Where(method => method.IsDefined(typeof(FunctionAttribute)))
            : [];

    /// <summary>What the referenced extensions bring.</summary>
    public IEnumerable<IEmbeddedExtension> Extensions() =>
        from assembly in All
        where assembly.GetName().Name == Core || Refers(assembly, Core)
        from mark in assembly.GetCustomAttributes<EmbeddedExtensionAttribute>()
        select (IEmbeddedExtension)Activator.CreateInstance(mark.Extension, nonPublic: true)!;

    private static bool Refers(Assembly assembly, string name) =>
        assembly.GetReferencedAssemblies().Any(reference => reference.Name == name);

    private static bool MayMatter(AssemblyName name) =>
        !NeverFunctions.Any(prefix => name.Name!.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) && name.Name is not "System";

    private static Assembly? Load(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            // A reference that is not there cannot hold functions that run here.
            return null;
        }
    }
}
