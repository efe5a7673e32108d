using System.Globalization;
using System.Text.Json;

namespace Rettidig.Bench;

/// <summary>One measured figure, as it is printed: <c>{"name","value","unit"}</c>.</summary>
/// <param name="Name">What was measured: <c>evaluate 100 events</c>.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what: <c>µs</c>, <c>KiB</c>, <c>orchestrations/s</c>.</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line. Four significant digits are more than a shared machine can measure.</summary>
    public override string ToString() => JsonSerializer.Serialize(this with { Value = Rounded(Value) }, Plain);

    /// <summary>Reads a line that a child process printed.</summary>
    public static Figure Parse(string line) => JsonSerializer.Deserialize<Figure>(line, Plain) ?? throw new FormatException("Expected a figure as one JSON object on one line.");

    private static double Rounded(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
