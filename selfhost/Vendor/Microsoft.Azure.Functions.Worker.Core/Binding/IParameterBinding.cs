using System.Reflection;

namespace Rettidig.Compat.Functions;

/// <summary>
/// Gives a value to parameters that are not the trigger. All that are registered are asked at the first invocation;
/// the one that knew the parameter is asked first from then on.
/// </summary>
internal interface IParameterBinding
{
    bool TryBind(ParameterInfo parameter, FunctionInvocation invocation, out object? value);
}
