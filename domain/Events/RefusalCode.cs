namespace Rettidig.Domain.Events;

/// <summary>The reasons under which events are refused; used as the dead-letter reason.</summary>
public static class RefusalCode
{
    public const string NotJson = "not-json";
    public const string TooLarge = "too-large";
    public const string UnknownType = "unknown-type";
    public const string MissingField = "missing-field";
    public const string MalformedField = "malformed-field";
    public const string BadSubject = "bad-subject";
    public const string PersonalNumber = "personal-number";
    public const string PlacementErased = "placement-erased";
    public const string DatedAhead = "dated-ahead";
}
