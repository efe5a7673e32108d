using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>
/// Tries a property on invented cases. The cases of a plain run are the same every time, so that a red test is never an
/// accident; <c>RETTIDIG_PROPERTY_RUNS=50</c> tries fifty times as many, and new ones.
/// </summary>
internal static class Property
{
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("RETTIDIG_PROPERTY_RUNS") ?? "1", CultureInfo.InvariantCulture);

    public static void Holds(int cases, Action<InventedCase> property) => Holds(cases, InventedCases.All, property);

    public static void Holds<T>(int cases, Arbitrary<T> arbitrary, Action<T> property)
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(cases * Times);
        Check.One(Times == 1 ? TheSame(config) : config, Prop.ForAll(arbitrary, property));
    }

    /// <summary>On the cases of a plain run, however many are asked for: for what is counted over all of them.</summary>
    public static void HoldsOnTheSame(int cases, Action<InventedCase> property) =>
        Check.One(TheSame(Config.QuickThrowOnFailure.WithMaxTest(cases)), Prop.ForAll(InventedCases.All, property));

    private static Config TheSame(Config config) => config.WithReplay(20151231, 1);
}
