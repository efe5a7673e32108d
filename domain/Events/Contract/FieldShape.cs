using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Events.Contract;

/// <summary>The forms a field of the contract can have.</summary>
public enum FieldKind
{
    /// <summary><c>2026-03-02</c>, of the years 1900 to 2200.</summary>
    Date,

    /// <summary>RFC 3339, with an offset.</summary>
    Timestamp,

    Flag,

    /// <summary>A whole number from 0; digits in a string are understood too.</summary>
    Count,

    /// <summary>0 to 744 a month.</summary>
    Hours,

    Text,

    /// <summary>1 to 40 characters of a-z, A-Z, digits and <c>. _ -</c>.</summary>
    Reference,

    Email,

    /// <summary>One of a few words.</summary>
    Choice,

    List,

    Object,
}

/// <summary>What a field must hold: for the reader, for a refusal and for the printed contract alike.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Expected">In Danish, as a refusal says it.</param>
public sealed record FieldShape(FieldKind Kind, string Expected)
{
    /// <summary>The most characters of a <see cref="FieldKind.Text"/> or <see cref="FieldKind.Email"/>.</summary>
    public int Longest { get; init; }

    /// <summary>The fewest characters of a <see cref="FieldKind.Text"/>.</summary>
    public int Shortest { get; init; }

    /// <summary>The pattern of a <see cref="FieldKind.Reference"/> or <see cref="FieldKind.Email"/>, for the whole text.</summary>
    public string? Pattern { get; init; }

    /// <summary>The words of a <see cref="FieldKind.Choice"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What each item of a <see cref="FieldKind.List"/> is.</summary>
    public FieldShape? Item { get; init; }

    /// <summary>The fields of an <see cref="FieldKind.Object"/>.</summary>
    public IReadOnlyList<EventField> Fields { get; init; } = [];

    internal static FieldShape Date { get; } = new(FieldKind.Date, Expectation.Date);

    internal static FieldShape Timestamp { get; } = new(FieldKind.Timestamp, Expectation.Timestamp);

    internal static FieldShape Flag { get; } = new(FieldKind.Flag, Expectation.Flag);

    internal static FieldShape Count { get; } = new(FieldKind.Count, Expectation.Count);

    internal static FieldShape Hours { get; } = new(FieldKind.Hours, Expectation.Hours);

    internal static FieldShape Reference { get; } = new(FieldKind.Reference, Expectation.Reference) { Pattern = $"^{FieldReader.ReferencePattern}$" };

    internal static FieldShape References { get; } = new(FieldKind.List, Expectation.References) { Item = Reference };

    internal static FieldShape Texts { get; } = new(FieldKind.List, Expectation.Texts) { Item = Text(0, int.MaxValue) };

    internal static FieldShape Email { get; } = new(FieldKind.Email, Expectation.Email) { Pattern = $"^{FieldReader.EmailPattern}$", Longest = FieldReader.LongestEmail };

    internal static FieldShape Text(int shortest, int longest) => new(FieldKind.Text, Expectation.Text(longest)) { Shortest = shortest, Longest = longest };

    internal static FieldShape Choice<T>()
        where T : struct, Enum => Choices<T>.One;

    internal static FieldShape ListOf<T>()
        where T : struct, Enum => Choices<T>.Many;

    internal static FieldShape Object(IReadOnlyList<EventField> fields) => new(FieldKind.Object, Expectation.Object) { Fields = fields };

    private static class Choices<T>
        where T : struct, Enum
    {
        public static readonly FieldShape One = new(FieldKind.Choice, Expectation.Choice<T>()) { Words = [.. ChoiceNames<T>.All] };

        public static readonly FieldShape Many = new(FieldKind.List, Expectation.Choices<T>()) { Item = One };
    }
}
