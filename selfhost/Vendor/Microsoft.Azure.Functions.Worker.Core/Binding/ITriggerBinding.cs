namespace Rettidig.Compat.Functions;

/// <summary>One kind of trigger: hooks the functions that use it to what starts them. Registered in the services by the extension it belongs to.</summary>
internal interface ITriggerBinding
{
    /// <summary>The attribute that names this trigger.</summary>
    Type TriggerAttribute { get; }

    /// <summary>Called once for each function with this trigger, when the host is built and before anything runs.</summary>
    void Bind(FunctionEntry function);
}
