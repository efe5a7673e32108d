using System.Text;

namespace Rettidig.Cli.Results;

/// <summary>Rows for a spreadsheet, as Danish ones want them: semicolons between fields, quotes where a field needs them.</summary>
internal static class CsvRow
{
    public static void Append(StringBuilder file, params ReadOnlySpan<string> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            file.Append(i == 0 ? "" : ";").Append(Quoted(fields[i]));
        }

        file.Append("\r\n");
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(";\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
