namespace Rettidig.Contract.Tests.Published;

/// <summary>
/// What a class implements of its interfaces without showing it. A listing has only what is shown, and C# takes no class
/// that lacks a member of its interface; a caller who has the class sees no difference.
/// </summary>
internal sealed class StubInterfaces(IReadOnlyDictionary<string, PublishedType> known)
{
    private const string Nothing = " => throw null!;";

    public IEnumerable<string> Members(PublishedType type) =>
        type.Kind == "interface" ? [] : type.Bases.SelectMany(name => known.TryGetValue(name, out PublishedType? listed) ? Listed(type, listed) : OfPlatform(name));

    private static IEnumerable<string> Listed(PublishedType type, PublishedType listed) => listed.Kind != "interface" ? []
        : listed.Members.Where(member => !type.Members.Any(own => own.Name == member.Name && Types(own).SequenceEqual(Types(member)))).Select(member => Explicit(listed, member));

    private static IEnumerable<string> Types(PublishedMember member) => (member.Parameters ?? []).Select(parameter => parameter.Type);

    private static string Explicit(PublishedType listed, PublishedMember member)
    {
        string name = $"{StubMember.Qualified(member.Type!)} {StubMember.Qualified(listed.FullName)}.{member.Name}";
        return member.Accessors is { } accessors
            ? $"{name} {{ {accessors.Replace("get;", "get" + Nothing, StringComparison.Ordinal).Replace("set;", "set { }", StringComparison.Ordinal)} }}"
            : $"{name}({StubMember.Parameters(member, withDefaults: false)}){Nothing}";
    }

    private static IEnumerable<string> OfPlatform(string name)
    {
        string arguments = name.IndexOf('<', StringComparison.Ordinal) is > 0 and var start ? StubMember.Qualified(name[(start + 1)..^1]) : "";
        return name.Split('<')[0] switch
        {
            "IEnumerable" when arguments.Length == 0 => ["IEnumerator IEnumerable.GetEnumerator()" + Nothing],
            "IEnumerable" => [$"IEnumerator<{arguments}> IEnumerable<{arguments}>.GetEnumerator(){Nothing}"],
            "ICollection" => Collection($"ICollection<{arguments}>", arguments),
            "IDictionary" => [$"ICollection<{PublishedParameter.Split(arguments).Last()}> IDictionary<{arguments}>.Values{Nothing}"],
            "Microsoft.Extensions.Hosting.IHostApplicationBuilder" => [$"global::Microsoft.Extensions.Configuration.IConfigurationManager global::{name}.Configuration{Nothing}"],
            _ => Array.Empty<string>(),
        };
    }

    private static string[] Collection(string name, string item) =>
    [
        $"void {name}.Add({item} item){Nothing}", $"bool {name}.Contains({item} item){Nothing}", $"bool {name}.Remove({item} item){Nothing}",
        $"void {name}.CopyTo({item}[] items, int index){Nothing}", $"bool {name}.IsReadOnly{Nothing}",
    ];
}
