namespace Rettidig.Compat.Functions;

/// <summary>Registered by <c>ConfigureFunctionsWebApplication()</c>: the app listens on HTTP.</summary>
internal sealed class WebHosting;
