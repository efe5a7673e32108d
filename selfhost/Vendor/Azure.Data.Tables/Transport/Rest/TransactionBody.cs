using System.Text;

namespace Azure.Data.Tables;

/// <summary>Writes the operations of a transaction into one body. Source: "Performing entity group transactions".</summary>
internal sealed class TransactionBody
{
    private readonly string batch = "batch_" + Guid.NewGuid().ToString("D");
    private readonly string changeset = "changeset_" + Guid.NewGuid().ToString("D");
    private readonly MemoryStream bytes = new();

    public TransactionBody(Uri endpoint, IEnumerable<TableRequest> operations)
    {
        Line($"--{batch}");
        Line($"Content-Type: multipart/mixed; boundary={changeset}");
        Line();
        foreach (TableRequest operation in operations)
        {
            Write(endpoint, operation);
        }

        Line($"--{changeset}--");
        Line($"--{batch}--");
    }

    public string ContentType => $"multipart/mixed; boundary={batch}";

    public byte[] ToArray() => bytes.ToArray();

    private void Write(Uri endpoint, TableRequest operation)
    {
        Line($"--{changeset}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line();
        Line($"{operation.Method} {RestTransport.Below(endpoint, operation.Path)} HTTP/1.1");
        foreach ((string name, string value) in operation.Headers())
        {
            Line($"{name}: {value}");
        }

        Line();
        bytes.Write(operation.Body ?? []);
        Line();
    }

    private void Line(string text = "") => bytes.Write(Encoding.UTF8.GetBytes(text + "\r\n"));
}
