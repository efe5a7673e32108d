using System.Text;

namespace Azure.Data.Tables;

/// <summary>Where a page ended: two keys, in base64, so that a token is one word per key whatever they hold.</summary>
internal static class PageToken
{
    public static string Of(string partition, string row) => Encode(partition) + " " + Encode(row);

    /// <returns>Null for no token.</returns>
    /// <exception cref="RequestFailedException">400: the token is not one that was given.</exception>
    public static (string Partition, string Row)? Read(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            string[] words = token.Split(' ');
            return (Decode(words[0]), Decode(words[1]));
        }
        catch (Exception malformed) when (malformed is FormatException or IndexOutOfRangeException)
        {
            throw TableErrors.Failure(400, "InvalidInput", "The continuation token is not one that a page of this query gave. Begin without a token.");
        }
    }

    private static string Encode(string word) => Convert.ToBase64String(Encoding.UTF8.GetBytes(word));

    private static string Decode(string word) => Encoding.UTF8.GetString(Convert.FromBase64String(word));
}
