namespace Azure.Data.Tables;

/// <summary>Reads the connection string of a storage account.</summary>
internal static class StorageConnection
{
    /// <summary>The account and key that every storage emulator has, published in its documentation.</summary>
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string EmulatorEndpoint = "http://127.0.0.1:10002/" + EmulatorAccount;

    /// <exception cref="FormatException">A part lacks. The message names parts and repeats no value: one of them is the key.</exception>
    public static (Uri Endpoint, TableSharedKeyCredential Credential) Parse(string connectionString)
    {
        Dictionary<string, string> parts = Parts(connectionString);
        if (parts.TryGetValue("UseDevelopmentStorage", out string? emulator) && emulator.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            return (new Uri(EmulatorEndpoint), new TableSharedKeyCredential(EmulatorAccount, EmulatorKey));
        }

        string account = Given(parts, "AccountName");
        return (Endpoint(parts, account), Credential(account, Given(parts, "AccountKey")));
    }

    private static Uri Endpoint(Dictionary<string, string> parts, string account)
    {
        string text = parts.TryGetValue("TableEndpoint", out string? whole)
            ? whole
            : $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{Given(parts, "EndpointSuffix")}";
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new FormatException("The address of the tables is not one: TableEndpoint, or DefaultEndpointsProtocol and EndpointSuffix, must make an http or https address.");
    }

    private static TableSharedKeyCredential Credential(string account, string key)
    {
        try
        {
            return new TableSharedKeyCredential(account, key);
        }
        catch (FormatException)
        {
            throw new FormatException("The AccountKey of the connection string is not base64: copy it whole, as the portal shows it.");
        }
    }

    private static string Given(Dictionary<string, string> parts, string name) => parts.TryGetValue(name, out string? value) && value.Length > 0
        ? value
        : throw new FormatException(
            $"The connection string has no {name}. It needs AccountName, AccountKey and EndpointSuffix or TableEndpoint; or it is " +
            $"'UseDevelopmentStorage=true' or 'Embedded=<path of the data file>'. It has: {(parts.Count == 0 ? "nothing" : string.Join(", ", parts.Keys))}.");

    private static Dictionary<string, string> Parts(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A key ends in equals signs: only the first one separates.
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("A part of the connection string has no name: write Name=value;Name=value.");
            }

            parts[part[..equals]] = part[(equals + 1)..];
        }

        return parts;
    }
}
