namespace Rettidig.Domain.Reports;

/// <summary>The counts of a group so far. Nothing of a placement is kept.</summary>
internal abstract class GroupTally
{
    public abstract void Add(ReportedCase placement);

    public abstract CountedGroup Counted();
}

/// <inheritdoc/>
internal sealed class GroupTally<T>(FigureGroup<T> group) : GroupTally
{
    private readonly int[] counts = new int[group.Figures.Count];
    private readonly int[] among = new int[group.Figures.Count];
    private int leftOut;

    public override void Add(ReportedCase placement)
    {
        foreach (T item in group.Items(placement))
        {
            if (group.LeftOut(item))
            {
                leftOut++;
                continue;
            }

            Count(item);
        }
    }

    public override CountedGroup Counted() => new(
        group.Id,
        group.Title,
        group.Definition,
        group.LeftOutText,
        leftOut,
        [.. group.Figures.Select((figure, i) => new CountedFigure(figure.Id, figure.Text, counts[i], among[i], figure.IsPart))]);

    private void Count(T item)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            Figure<T> figure = group.Figures[i];
            if (figure.Among(item))
            {
                among[i]++;
                counts[i] += figure.Counts(item) ? 1 : 0;
            }
        }
    }
}
