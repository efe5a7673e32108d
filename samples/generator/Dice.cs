namespace Rettidig.Samples;

/// <summary>
/// Chance from a fixed seed: SplitMix64, written out here because the bytes of System.Random may change with the runtime.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for one case, so that a change in one story leaves the others as they were.</summary>
    public Dice Fork() => new(Next());

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public bool Percent(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>So many of each card, in an order of chance: the counts are exact, only who gets what is not.</summary>
    public List<T> Deal<T>(params (int Count, T Card)[] deck) =>
        Shuffle(deck.SelectMany(cards => Enumerable.Repeat(cards.Card, cards.Count)));

    public List<T> Shuffle<T>(IEnumerable<T> cards)
    {
        var shuffled = cards.ToList();
        for (var last = shuffled.Count - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }

    private ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
