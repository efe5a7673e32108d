namespace Rettidig.Compat.Functions;

/// <summary>A named value from outside is not of its parameter's type. The value itself is left out: it may be anything.</summary>
internal sealed class ParameterConversionException(string parameter, Type type, Exception reason)
    : Exception($"The value of '{parameter}' is not a valid {type.Name}.", reason);
