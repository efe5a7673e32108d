using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Azure.Data.Tables;

/// <summary>Reads the answers to the operations of a transaction out of the one to the whole.</summary>
internal static class TransactionAnswer
{
    /// <summary>One for each operation, in order; or a single refusal, of the operation that undid all.</summary>
    public static async Task<IReadOnlyList<Response>> ReadAsync(Response whole, CancellationToken cancellationToken)
    {
        var answers = new List<Response>();
        MultipartReader batch = Reader(whole.Headers.ContentType, whole.ContentStream!);
        while (await batch.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } changeset)
        {
            MultipartReader parts = Reader(changeset.ContentType, changeset.Body);
            while (await parts.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } part)
            {
                answers.Add(await PartAsync(part.Body, cancellationToken).ConfigureAwait(false));
            }
        }

        return answers;
    }

    /// <summary>The service begins the message of a refused operation with its index and a colon.</summary>
    public static int? IndexOf(string? message)
    {
        int colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;
    }

    private static MultipartReader Reader(string? contentType, Stream content)
    {
        string? boundary = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            ? type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"')
            : null;
        return boundary is null
            ? throw new InvalidDataException($"The answer to a transaction should be multipart/mixed with a boundary, this one is '{contentType}'. What answers is not a Table service.")
            : new MultipartReader(boundary, content);
    }

    private static async Task<Response> PartAsync(Stream part, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        await part.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        string text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart();
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string[] head = (end < 0 ? text : text[..end]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in head.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..Math.Max(colon, 0)].Trim()] = line[(colon + 1)..].Trim();
        }

        return new ComposedResponse(StatusOf(head), headers, end < 0 ? null : Encoding.UTF8.GetBytes(text[(end + 4)..].TrimEnd()));
    }

    /// <summary>Of a line like <c>HTTP/1.1 204 No Content</c>.</summary>
    private static int StatusOf(string[] head) =>
        head.Length > 0 && head[0].Split(' ') is [_, var status, ..] && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            ? code
            : throw new InvalidDataException("An answer within that to a transaction has no status line. What answers is not a Table service.");
}
