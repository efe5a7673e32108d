using System.Text;
using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Published;

/// <summary>
/// The C# of a whole listing: the same namespaces, types, members, constraints, default values, question marks and attribute
/// usages, and nothing inside. Compiled it is what a project that refers to the real package is compiled against.
/// </summary>
internal sealed partial class StubSource(PublishedListing listing, IReadOnlyDictionary<string, PublishedType> known)
{
    private const string Usings = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Linq.Expressions;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private readonly StubInterfaces hidden = new(known);

    private readonly Dictionary<string, PublishedType> own = listing.Types.ToDictionary(type => type.FullName, StringComparer.Ordinal);

    public string Write()
    {
        var text = new StringBuilder($"#nullable {(listing.IsAnnotated ? "enable" : "disable")}\n{Usings}");
        foreach (PublishedType type in listing.Types.Where(type => !own.ContainsKey(type.Container)))
        {
            text.AppendLine($"namespace {type.Container}").AppendLine("{").Append(Type(type)).AppendLine("}");
        }

        return text.ToString();
    }

    private string Type(PublishedType type) => type.Kind switch
    {
        "delegate" => Delegate(type),
        "enum" => Body(type, type.Members.Select(new StubMember(type, "").Write)),
        _ => Body(type, [.. Hidden(type), .. Written(type).Select(new StubMember(type, BaseArguments(type)).Write), .. hidden.Members(type), .. Nested(type)]),
    };

    private static string Delegate(PublishedType type)
    {
        PublishedMember invoke = type.Members.Single(member => member.Name == "Invoke");
        return $"public delegate {StubMember.Qualified(invoke.Type!)} {type.Name}({StubMember.Parameters(invoke)});\n";
    }

    private static string Body(PublishedType type, IEnumerable<string> members)
    {
        string bases = string.Join(", ", Bases(type).Select(StubMember.Qualified));
        string kind = type.IsRecord ? type.Kind.Replace("class", "record", StringComparison.Ordinal) : type.Kind;
        return $"{Attributes(type)}public {kind} {type.Name}{(bases.Length == 0 ? "" : " : " + bases)}\n{{\n{string.Join('\n', members)}\n}}\n";
    }

    private IEnumerable<string> Nested(PublishedType type) => listing.Types.Where(inner => inner.Container == type.FullName).Select(Type);

    /// <summary>A record writes its equality itself.</summary>
    private static IEnumerable<PublishedMember> Written(PublishedType type) => !type.IsRecord ? type.Members
        : type.Members.Where(member => member.Name is not ("EqualityContract" or "PrintMembers" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality" or "Equals"));

    private static IEnumerable<string> Bases(PublishedType type) =>
        type.IsRecord ? type.Bases.Where(name => !name.StartsWith("IEquatable<", StringComparison.Ordinal)) : type.Bases;

    /// <summary>What a listing does not show and C# would make public or leave out: no constructor, and what is inside a struct.</summary>
    private static IEnumerable<string> Hidden(PublishedType type) => type.Kind switch
    {
        "struct" => ["#pragma warning disable\nprivate readonly object @inside; private readonly int @number;\n#pragma warning restore"],
        "class" or "abstract class" or "sealed class" when !type.Constructors.Any() => [$"internal {type.Name.Split('<')[0]}() {{ }}"],
        _ => [],
    };

    private static string Attributes(PublishedType type)
    {
        string usage = UsageAttribute().Match(type.Attributes) is { Success: true } found ? $"[AttributeUsage({Usage(found.Groups[1].Value)})]\n" : "";
        return usage + ObsoleteAttribute().Match(type.Attributes).Value.Trim() + (type.Attributes.Contains("[Flags()]", StringComparison.Ordinal) ? "[Flags]\n" : "\n");
    }

    private static string Usage(string words)
    {
        ILookup<bool, string> split = words.Split(", ").ToLookup(word => word.Contains('=', StringComparison.Ordinal));
        return string.Join(", ", [string.Join(" | ", split[false].Select(word => $"AttributeTargets.{word}")), .. split[true]]);
    }

    /// <summary>A base class whose constructors all want something is given nothing of the right types.</summary>
    private string BaseArguments(PublishedType type)
    {
        if (type.Bases.FirstOrDefault() == "Azure.RequestFailedException")
        {
            return " : base(\"\")";
        }

        PublishedType? parent = type.Bases.Count == 0 ? null : known.GetValueOrDefault(type.Bases[0]) ?? known.Values.FirstOrDefault(candidate => candidate.Name.Contains('<') && candidate.FullName.Split('<')[0] == type.Bases[0].Split('<')[0]);
        PublishedMember? simplest = parent?.Constructors.MinBy(constructor => Required(constructor).Count());
        return simplest is null || !Required(simplest).Any() ? ""
            : $" : base({string.Join(", ", Required(simplest).Select(parameter => $"default({StubMember.Qualified(parameter.Type).TrimEnd('?')})!"))})";
    }

    private static IEnumerable<PublishedParameter> Required(PublishedMember constructor) => constructor.Parameters!.Where(parameter => parameter.Default is null);

    [GeneratedRegex(@"\[Usage\(([^)]*)\)\]")]
    private static partial Regex UsageAttribute();

    [GeneratedRegex(@"\[Obsolete\(""[^""]*""\)\]")]
    private static partial Regex ObsoleteAttribute();
}
