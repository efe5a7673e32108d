namespace Rettidig.Domain.Reports;

/// <summary>Figures that are shares of the same items, with the definition they share.</summary>
public abstract class FigureGroup
{
    /// <summary>Stable, for files: <c>first-review</c>.</summary>
    public required string Id { get; init; }

    /// <summary>In Danish.</summary>
    public required string Title { get; init; }

    /// <summary>What is counted and what the figures are shares of, in Danish, as the study has it.</summary>
    public required string Definition { get; init; }

    /// <summary>What is left out of every row, in Danish; null where nothing is.</summary>
    public string? LeftOutText { get; init; }

    /// <summary>Begins to count.</summary>
    internal abstract GroupTally Begin();
}

/// <inheritdoc/>
/// <typeparam name="T">What is counted.</typeparam>
public sealed class FigureGroup<T> : FigureGroup
{
    /// <summary>The items of one placement.</summary>
    public required Func<ReportedCase, IEnumerable<T>> Items { get; init; }

    /// <summary>Which items are left out, and only counted as such: those whose term has not run out.</summary>
    public Func<T, bool> LeftOut { get; init; } = _ => false;

    /// <summary>The rows.</summary>
    public required IReadOnlyList<Figure<T>> Figures { get; init; }

    internal override GroupTally Begin() => new GroupTally<T>(this);
}
