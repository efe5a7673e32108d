namespace Rettidig.Functions.Notices;

/// <summary>What came of a mail that may or may not have gone, in Danish.</summary>
public static class DoubtWords
{
    public static string Of(UncertainFate fate) => fate switch
    {
        UncertainFate.Open => "sendes én gang til",
        UncertainFate.SentAgain => "sendt én gang til",
        UncertainFate.NextInLine => "sendt til den næste i rækken",
        UncertainFate.Answered => "mailtjenesten har svaret",
        _ => throw new InvalidOperationException($"Bug in Rettidig: the fate {fate} has no Danish word."),
    };
}
