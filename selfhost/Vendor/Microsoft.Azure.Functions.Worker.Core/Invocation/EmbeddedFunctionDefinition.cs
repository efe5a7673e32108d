using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Compat.Functions;

internal sealed class EmbeddedFunctionDefinition(string name, MethodInfo method) : FunctionDefinition
{
    public override string PathToAssembly => method.Module.Assembly.Location;

    public override string EntryPoint => $"{method.DeclaringType?.FullName}.{method.Name}";

    public override string Id => name;

    public override string Name => name;
}
