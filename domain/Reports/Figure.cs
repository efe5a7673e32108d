namespace Rettidig.Domain.Reports;

/// <summary>One row: of so many, so many are so.</summary>
/// <typeparam name="T">What is counted: a placement, a review, a version of the plan.</typeparam>
/// <param name="Id">Stable, for files: <c>late</c>.</param>
/// <param name="Text">In Danish.</param>
/// <param name="Counts">Whether one item is so.</param>
public sealed record Figure<T>(string Id, string Text, Func<T, bool> Counts)
{
    /// <summary>Which of the group's items the figure is a share of; all, unless it is a part of another row.</summary>
    public Func<T, bool> Among { get; init; } = _ => true;

    /// <summary>Whether it is a part of the row above it.</summary>
    public bool IsPart { get; init; }
}
