namespace Rettidig.Cli.Costs;

/// <summary>A price as somebody published it.</summary>
/// <param name="Id">What the computation knows it by.</param>
/// <param name="What">What is paid for, in Danish.</param>
/// <param name="Usd">US dollars for <paramref name="Per"/> of it, without tax.</param>
/// <param name="Per">How many the price is for.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Free">How many are not paid for each month.</param>
/// <param name="Region">Where the price holds.</param>
/// <param name="Read">The day it was read.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record ListPrice(string Id, string What, decimal Usd, decimal Per, string Unit, decimal Free, string Region, DateOnly Read, Uri Source)
{
    /// <summary>What so many cost.</summary>
    public decimal Of(decimal count) => count / Per * Usd;

    /// <summary>What so many cost in a month in which nothing else is used.</summary>
    public decimal OfMonth(decimal count) => Of(Math.Max(0, count - Free));
}
