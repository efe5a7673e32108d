using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Rettidig.Orchestrations.Watch;

namespace Rettidig.Unit.Tests.Architecture;

/// <summary>
/// What the analyzers in the real Durable Functions package (1.6 and later) hold as a warning, so as an error in the build
/// for Azure: DURABLE2002. They are not in the embedded one.
/// </summary>
public sealed partial class ActivityTests
{
    private static readonly Dictionary<Type, string> Keywords = new() { [typeof(string)] = "string", [typeof(int)] = "int", [typeof(bool)] = "bool" };

    [Fact]
    public void An_orchestration_expects_of_an_activity_the_very_type_that_it_returns()
    {
        Dictionary<string, string> returned = typeof(Watchdog).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, method => Name(method.ReturnType.GetGenericArguments().SingleOrDefault(typeof(void))), StringComparer.Ordinal);
        (string File, string Expected, string Activity)[] calls = [.. Repository.Files("*.cs", "orchestrations").SelectMany(file =>
            Call().Matches(File.ReadAllText(Repository.Full(file))).Select(call => (file, call.Groups["type"].Value, call.Groups["activity"].Value)))];

        Assert.True(calls.Length >= 10);
        Assert.All(calls, call => Assert.True(
            returned[call.Activity] == call.Expected, $"{call.File} expects {call.Expected} of {call.Activity}, which returns {returned[call.Activity]}."));
    }

    private static string Name(Type type) => type switch
    {
        { IsArray: true } => $"{Name(type.GetElementType()!)}[]",
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ => Keywords.GetValueOrDefault(type, type.Name),
    };

    [GeneratedRegex(@"\.CallActivityAsync<(?<type>.+?)>\(\s*nameof\((?<activity>\w+)\)")]
    private static partial Regex Call();
}
