using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Published;

/// <summary>
/// Writes a published member as C# without a body that does anything: what a caller sees of it is all that is of use here.
/// </summary>
/// <param name="type">The type it is a member of.</param>
/// <param name="baseArguments">What a constructor gives to its base class, in brackets, or nothing.</param>
internal sealed partial class StubMember(PublishedType type, string baseArguments)
{
    private const string Nothing = " => throw null!;";

    public string Write(PublishedMember member) => Obsolete(member) + member switch
    {
        { IsConstructor: true } => $"{Access(member)} {PlainName}({Parameters(member)}){Base(member)} {{ throw null!; }}",
        { IsEvent: true } => $"{Modifiers(member)}event {Qualified(member.Type!)} {member.Name} {{ add {{ }} remove {{ }} }}",
        { Accessors: { } accessors } => $"{Modifiers(member)}{Qualified(member.Type!)} {PropertyName(member)} {{ {string.Join(' ', Accessors(accessors, HasNoBody(member)))} }}",
        { Parameters: not null } => Method(member),
        { Type: { } held } => $"public {(member.Has("const") ? "const " : member.Has("static") ? "static " : "")}{(member.Has("readonly") ? "readonly " : "")}{Qualified(held)} {member.Name}{Constant(member, held)};",
        _ => $"{member.Name} = {member.Value},",
    };

    /// <summary>Names with their namespaces are taken from the root: within <c>Microsoft.Azure</c> the name <c>Azure.Core</c> would be looked for in the wrong place.</summary>
    public static string Qualified(string text) => DottedName().Replace(text, "global::$0");

    public static string Parameters(PublishedMember member, bool withDefaults = true) => string.Join(", ", member.Parameters!.Select(parameter =>
        $"{parameter.Modifier}{Qualified(parameter.Type)} @{parameter.Name}{(parameter.Default is null || !withDefaults ? "" : $" = {Default(parameter.Type, parameter.Default)}")}"));

    private string PlainName => type.Name.Split('<')[0];

    private bool IsInterface => type.Kind == "interface";

    private string Method(PublishedMember member)
    {
        string name = member.Name switch
        {
            "op_Implicit" => $"implicit operator {Qualified(member.Type!)}",
            "op_Explicit" => $"explicit operator {Qualified(member.Type!)}",
            "op_Equality" => $"{member.Type} operator ==",
            "op_Inequality" => $"{member.Type} operator !=",
            _ => $"{Qualified(member.Type!)} {member.Name}",
        };
        string constraints = member.Has("override") ? "" : Qualified(member.Constraints);
        return $"{Modifiers(member)}{name}({Parameters(member)}){constraints}{(HasNoBody(member) ? ";" : Nothing)}";
    }

    private bool HasNoBody(PublishedMember member) => (IsInterface && !member.Has("virtual") && !member.Has("static")) || member.Has("abstract");

    private string Modifiers(PublishedMember member) => (IsInterface ? "" : Access(member) + " ") + (member switch
    {
        _ when member.Has("static") => "static ",
        _ when member.Has("abstract") => IsInterface ? "" : OverridesObject(member) ? "abstract override " : "abstract ",
        _ when member.Has("override") => "override ",
        _ when member.Has("virtual") && type.Kind is "class" or "abstract class" => "virtual ",
        _ => "",
    });

    private static string Access(PublishedMember member) => member.Has("protected") ? "protected" : "public";

    private static bool OverridesObject(PublishedMember member) =>
        member is { Name: "Equals", Parameters: [{ Type: "object" or "object?" }] } or { Name: "GetHashCode" or "ToString", Parameters: [] };

    private static string PropertyName(PublishedMember member) => member.Parameters is null ? member.Name : $"this[{Parameters(member)}]";

    /// <summary>Bodies for what a listing calls <c>get; set; (protected)</c>: the access follows the word it is about.</summary>
    private static IEnumerable<string> Accessors(string accessors, bool bodiless) => AccessorWord().Matches(accessors).Select(word =>
        $"{(word.Groups["access"].Success ? word.Groups["access"].Value + " " : "")}{word.Groups["word"].Value}{(bodiless ? ";" : word.Groups["word"].Value == "get" ? Nothing : " { }")}");

    /// <summary>The constructor with which a record copies itself gives what it copies to the record it derives from.</summary>
    private string Base(PublishedMember member) => !type.IsRecord || member.Parameters is not [{ } copied] || copied.Type != type.FullName ? baseArguments
        : type.Bases[0].StartsWith("IEquatable<", StringComparison.Ordinal) ? "" : $" : base(@{copied.Name})";

    private static string Obsolete(PublishedMember member) =>
        member.Markers.FirstOrDefault(marker => marker.StartsWith("Obsolete(", StringComparison.Ordinal)) is { } obsolete ? $"[{obsolete}] " : "";

    private static string Constant(PublishedMember member, string held) => member.Value is null ? "" : $" = {Default(held, member.Value)}";

    /// <summary>A value of an enum is listed with the enum's own name alone, and <c>null</c> also where it is of a type parameter.</summary>
    private static string Default(string type, string value) =>
        EnumValue().Match(value) is { Success: true } named ? $"{Qualified(type.TrimEnd('?'))}.{named.Groups[1].Value}" : value == "null" ? "default" : value;

    [GeneratedRegex(@"(?<![\w.:""])(?:[A-Za-z_]\w*\.)+[A-Za-z_]\w*")]
    private static partial Regex DottedName();

    [GeneratedRegex(@"^[A-Za-z]\w*\.(\w+)$")]
    private static partial Regex EnumValue();

    [GeneratedRegex(@"(?<word>get|set|init);(?: \((?<access>[a-z ]+)\))?")]
    private static partial Regex AccessorWord();
}
