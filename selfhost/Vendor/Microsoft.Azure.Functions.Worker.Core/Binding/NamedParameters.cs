using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Rettidig.Compat.Functions;

/// <summary>Parameters named as something the trigger knows by name, such as a parameter of the route; converted to the parameter's type.</summary>
internal sealed class NamedParameters : IParameterBinding
{
    public bool TryBind(ParameterInfo parameter, FunctionInvocation invocation, out object? value)
    {
        value = null;
        if (!invocation.BindingData.TryGetValue(parameter.Name!, out object? named))
        {
            return false;
        }

        value = Convert(named, parameter);
        return true;
    }

    private static object? Convert(object? named, ParameterInfo parameter)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (named is null || type.IsInstanceOfType(named))
        {
            return named;
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, named.ToString()!);
        }
        catch (Exception failure) when (failure is FormatException or NotSupportedException or ArgumentException)
        {
            throw new ParameterConversionException(parameter.Name!, type, failure);
        }
    }
}
