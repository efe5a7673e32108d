namespace Rettidig.Compat.Functions;

/// <summary>Registered in the services, it says which classes hold the functions, and no assembly is searched: one test assembly holds many small apps.</summary>
internal sealed record FunctionTypes(params IReadOnlyList<Type> Types);
