namespace Rettidig.Domain.Events.Reading;

/// <summary>What a field should have held, in the words of a refusal.</summary>
internal static class Expectation
{
    public const string Date = "en dato, der findes, som 2026-03-02";
    public const string Timestamp = "et tidspunkt med tidszone, som 2026-03-02T10:15:00+01:00";
    public const string Flag = "true eller false";
    public const string Count = "et helt tal, 0 eller større";
    public const string Hours = "et antal timer pr. måned, 0 eller større";
    public const string Reference = "en reference på 1-40 tegn af bogstaver a-z, tal, punktum, bindestreg og understregning";
    public const string References = "en liste af referencer på 1-40 tegn af bogstaver a-z, tal, punktum, bindestreg og understregning";
    public const string Texts = "en liste af tekster";
    public const string Email = "en mailadresse som navn@kommune.dk";
    public const string Object = "et objekt";

    public static string Text(int longest) => $"en tekst på 1-{longest} tegn";

    public static string Choice<T>()
        where T : struct, Enum => "en af " + string.Join(", ", ChoiceNames<T>.All);

    public static string Choices<T>()
        where T : struct, Enum => "en liste af " + string.Join(", ", ChoiceNames<T>.All);
}
