using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Rettidig.Compat.Functions;

/// <summary>The functions of the app, each hooked to its trigger.</summary>
internal sealed class FunctionCatalog
{
    private FunctionCatalog(IReadOnlyList<FunctionEntry> functions) => Functions = functions;

    /// <summary>By name.</summary>
    public IReadOnlyList<FunctionEntry> Functions { get; }

    /// <summary>Checks the methods and binds every one of them to its trigger.</summary>
    /// <exception cref="InvalidOperationException">Two functions of one name, no trigger, two triggers, or a trigger nobody knows: names the method and what to do.</exception>
    public static FunctionCatalog Bind(IEnumerable<MethodInfo> methods, IServiceProvider services)
    {
        List<FunctionMethod> found = [.. methods.Select(FunctionMethod.Of).OrderBy(function => function.Name, StringComparer.Ordinal)];
        RefuseDoubles(found);
        var triggers = services.GetServices<ITriggerBinding>().ToDictionary(binding => binding.TriggerAttribute);
        List<(FunctionMethod Function, ITriggerBinding Trigger)> known = [.. found.Select(function => (function, TriggerOf(function, triggers)))];
        var bindings = services.GetServices<IParameterBinding>().ToList();
        var pipeline = services.GetRequiredService<FunctionPipeline>();
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        var functions = new List<FunctionEntry>(known.Count);
        foreach ((FunctionMethod function, ITriggerBinding trigger) in known)
        {
            var entry = new FunctionEntry(function, pipeline, bindings, scopes);
            trigger.Bind(entry);
            functions.Add(entry);
        }

        return new FunctionCatalog(functions);
    }

    /// <summary>Azure compares names of functions without regard to case.</summary>
    private static void RefuseDoubles(List<FunctionMethod> functions)
    {
        if (functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } doubles)
        {
            throw new InvalidOperationException(
                $"{doubles.Count()} functions have the name '{doubles.Key}': {string.Join(" and ", doubles.Select(function => function.Description))}. Give each a name of its own.");
        }
    }

    private static ITriggerBinding TriggerOf(FunctionMethod function, Dictionary<Type, ITriggerBinding> triggers) =>
        triggers.TryGetValue(function.Trigger.GetType(), out ITriggerBinding? trigger) ? trigger : throw new InvalidOperationException(
            $"The {function.Description} has the trigger {function.Trigger.GetType().Name}, which nothing in the app's references serves. " +
            $"Served are: {string.Join(", ", triggers.Keys.Select(known => known.Name).Order(StringComparer.Ordinal))}. " +
            "Add the extension it belongs to (HTTP functions need Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore and ConfigureFunctionsWebApplication()).");
}
