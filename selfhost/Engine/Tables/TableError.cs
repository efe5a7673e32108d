namespace Rettidig.SelfHost.Tables;

/// <summary>A request that the Table service would refuse, with its HTTP status and error code.</summary>
/// <param name="status">The HTTP status, e.g. 412.</param>
/// <param name="code">The service's error code, e.g. <c>UpdateConditionNotSatisfied</c>.</param>
/// <param name="message">What was expected, what came, what to do.</param>
/// <param name="actionIndex">In a transaction: the index of the change that was refused.</param>
public sealed class TableError(int status, string code, string message, int? actionIndex = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public int? ActionIndex { get; } = actionIndex;

    internal static TableError BadInput(string message) => new(400, "InvalidInput", message);

    internal static TableError NoTable(string table) =>
        new(404, "TableNotFound", $"The table '{table}' does not exist. Create it first (CreateIfNotExists).");
}
