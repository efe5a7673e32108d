using System.Net;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>Refusals that were decided here, of the embedded storage or before a request was sent, as the client throws them.</summary>
internal static class TableErrors
{
    public static RequestFailedException Failure(TableError error)
    {
        RequestFailedException failure = Failure(error.Status, error.Code, error.Message);
        failure.Data[TableTransactionFailedException.IndexKey] = error.ActionIndex;
        return failure;
    }

    public static RequestFailedException Failure(int status, string code, string message) =>
        new(status, $"{message}\nStatus: {status} ({(HttpStatusCode)status})\nErrorCode: {code}", code, innerException: null);
}
