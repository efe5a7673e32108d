using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Rettidig.Contract.Tests.Surface;

/// <summary>The public members of an assembly, as a listing has them.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<PublicMember> Of(Assembly assembly) => [.. assembly.GetExportedTypes().SelectMany(Of)];

    private static IEnumerable<PublicMember> Of(Type type)
    {
        string name = TypeNames.Full(type);
        string header = $"{name} ({KindOf(type)})";
        yield return PublicMember.Of(header, Bases(type), header + Usage(type));
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield return Method(name, type.GetMethod("Invoke")!);
            yield break;
        }

        foreach (PublicMember member in type.IsEnum ? Values(name, type) : Members(name, type))
        {
            yield return member;
        }
    }

    private static IEnumerable<PublicMember> Values(string name, Type type) =>
        Enum.GetNames(type).Select(value => PublicMember.Of($"{name}::{value} = {Convert.ToInt64(Enum.Parse(type, value), CultureInfo.InvariantCulture)}", []));

    private static IEnumerable<PublicMember> Members(string name, Type type) =>
    [
        .. type.GetConstructors(Declared).Where(IsVisible).Where(constructor => !constructor.IsStatic).Select(constructor => Constructor(name, constructor)),
        .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => Field(name, field)),
        .. type.GetProperties(Declared).Where(property => Accessors(property).Any() && !IsOverride(Accessors(property).First())).Select(property => Property(name, property)),
        .. type.GetEvents(Declared).Where(happening => IsVisible(happening.AddMethod!)).Select(happening => PublicMember.Of($"{name}::event {happening.Name} : {TypeNames.Of(Nullability.Create(happening))}", [])),
        .. type.GetMethods(Declared).Where(method => IsVisible(method) && !IsOverride(method) && IsWritten(method)).Select(method => Method(name, method)),
    ];

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            return [];
        }

        IEnumerable<Type> inherited = type.BaseType?.GetInterfaces() ?? [];
        IEnumerable<Type> interfaces = type.GetInterfaces().Except(inherited).Where(candidate => candidate.IsVisible);
        Type? parent = type.BaseType == typeof(object) || type.BaseType == typeof(ValueType) ? null : type.BaseType;
        return new[] { parent }.OfType<Type>().Concat(interfaces).Select(TypeNames.Of);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>What overrides is public where it was declared first.</summary>
    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('<', StringComparison.Ordinal);

    private static IEnumerable<MethodInfo> Accessors(PropertyInfo property) => property.GetAccessors(nonPublic: true).Where(IsVisible);

    private static PublicMember Constructor(string type, ConstructorInfo constructor) =>
        PublicMember.Of($"{type}::.ctor({Parameters(constructor)}){Protected(constructor)}", []);

    private static PublicMember Field(string type, FieldInfo field) => PublicMember.Of(
        $"{type}::{field.Name} : {TypeNames.Of(Nullability.Create(field))}" + (field.IsLiteral ? $" = {Value(field.FieldType, field.GetRawConstantValue())} [const]" : field.IsStatic ? " [static]" : ""), []);

    private static PublicMember Property(string type, PropertyInfo property)
    {
        List<MethodInfo> accessors = [.. Accessors(property)];
        bool protectedAll = accessors.TrueForAll(accessor => !accessor.IsPublic);
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"{property.Name}[{string.Join(", ", index.Select(Parameter))}]";
        string marks = (accessors[0].IsStatic ? " [static]" : "") + (protectedAll ? " [protected]" : "");
        return PublicMember.Of(
            $"{type}::{name} : {TypeNames.Of(Nullability.Create(property))}{marks}",
            accessors.Select(accessor => Word(accessor) + (accessor.IsPublic || protectedAll ? "" : " (protected)")));
    }

    private static string Word(MethodInfo accessor) => accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set";

    private static PublicMember Method(string type, MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>" : "";
        string self = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        string signature = $"{type}::{method.Name}{generic}({self}{Parameters(method)}) : {TypeNames.Of(Nullability.Create(method.ReturnParameter))}";
        string marks = (method.IsStatic ? " [static]" : "") + Protected(method);
        return PublicMember.Of(signature + marks, [], signature + Constraints(method) + marks);
    }

    private static string Constraints(MethodInfo method) =>
        !method.IsGenericMethod ? "" : string.Concat(method.GetGenericArguments().Select(argument => (argument, words: Constraints(argument)))
            .Where(constrained => constrained.words.Count > 0)
            .Select(constrained => $" where {constrained.argument.Name} : {string.Join(", ", constrained.words)}"));

    private static List<string> Constraints(Type argument) =>
    [
        .. argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
        .. argument.GetGenericParameterConstraints().Select(TypeNames.Of),
        .. argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : Array.Empty<string>(),
    ];

    /// <summary>Where an attribute may stand, and how often.</summary>
    private static string Usage(Type type)
    {
        if (type.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(AttributeUsageAttribute)) is not { } usage)
        {
            return "";
        }

        var targets = (AttributeTargets)usage.ConstructorArguments[0].Value!;
        IEnumerable<string> words = Enum.GetValues<AttributeTargets>()
            .Where(target => target != AttributeTargets.All && targets.HasFlag(target))
            .Select(target => target.ToString())
            .Concat(usage.NamedArguments.Select(named => $"{named.MemberName}={((bool)named.TypedValue.Value! ? "true" : "false")}"));
        return $" [Usage({string.Join(", ", words)})]";
    }

    private static string Protected(MethodBase method) => method.IsPublic ? "" : " [protected]";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string how = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{how}{TypeNames.Of(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.ParameterType, parameter.DefaultValue)}" : "")}";
    }

    private static string Value(Type type, object? value) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ when type.IsEnum => Enum.GetName(type, value) ?? "default",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
