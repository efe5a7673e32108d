using System.Collections;
using System.Reflection;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>
/// Makes facts of any type of the contract from its constructor, so that a new event is tried from its first day. References
/// come from small pools: facts must meet.
/// </summary>
internal sealed class InventedFacts(Random dice, LocalDate first, int spanDays)
{
    public static readonly IReadOnlyList<Type> Types =
        [.. typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)];

    // What most duties turn on comes more often.
    private static readonly Type[] Frequent =
    [
        typeof(ReviewHeld), typeof(VisitHeld), typeof(ChildPlanAdopted), typeof(ChildPlanRevised), typeof(ChildPlanHandedOver), typeof(ChildPlanChased), typeof(SupportPersonOffered),
        typeof(SupportPersonAnswered), typeof(SiteChanged), typeof(ReviewRhythmDecided), typeof(ParentPlanAdopted), typeof(EventRetracted), typeof(CustodyChanged), typeof(MeetingBooked),
    ];

    private static readonly IReadOnlyList<Type[]> Subjects =
        [.. Types.GroupBy(type => type.Name[..(1 + type.Name[1..].TakeWhile(char.IsLower).Count())]).Select(group => group.ToArray())];

    private static readonly string[] Holders = ["mor", "far", "vaerge"];

    private static readonly Type[] Seldom = [typeof(PlacementDecided), typeof(PlacementStarted), typeof(PlacementEnded)];

    // And each case has a subject, so that what is rare meets what it goes with: all that begins with Parent, or with Provisional.
    private readonly Type[] subject = Subjects[dice.Next(Subjects.Count)];

    /// <summary>A type: the case's subject half of the time, the frequent ones a quarter; another decision, start or end seldom.</summary>
    public Type Type()
    {
        Type type = dice.Next(4) switch
        {
            0 or 1 => subject[dice.Next(subject.Length)],
            2 => Frequent[dice.Next(Frequent.Length)],
            _ => Types[dice.Next(Types.Count)],
        };
        return Seldom.Contains(type) && dice.Next(4) > 0 ? Type() : type;
    }

    /// <summary>A day of the case; every fourth at the end of a month, now and then the turn of a year.</summary>
    public LocalDate Day()
    {
        LocalDate day = first.PlusDays(dice.Next(spanDays));
        return dice.Next(12) switch
        {
            0 or 1 or 2 => day.With(DateAdjusters.EndOfMonth).PlusDays(-dice.Next(3)),
            3 => new LocalDate(day.Year, 12, 31),
            4 => new LocalDate(day.Year, 1, 1),
            _ => day,
        };
    }

    public Fact Make(Type type, LocalDate day)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        var fact = (Fact)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.Name!, parameter.ParameterType, day))]);
        IEnumerable<PropertyInfo> optional = type.GetProperties().Where(property => property.CanWrite && property.Name != nameof(Fact.Day) && constructor.GetParameters().All(parameter => parameter.Name != property.Name));
        foreach (PropertyInfo property in optional.Where(_ => dice.Next(2) == 0))
        {
            property.SetValue(fact, Value(property.Name, property.PropertyType, day));
        }

        return fact;
    }

    private object? Value(string name, Type type, LocalDate day)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return dice.Next(2) == 0 ? null : inner == typeof(LocalDate) ? day.PlusDays(dice.Next(420) - 10) : Value(name, inner, day);
        }

        return type switch
        {
            _ when type == typeof(LocalDate) => name switch { "BirthDate" => BirthDate(), "NextReviewOn" => day.PlusDays(dice.Next(400)), _ => day },
            _ when type == typeof(Instant) => CopenhagenTime.InstantOf(day, new LocalTime(dice.Next(24), 30)),
            _ when type == typeof(string) => Text(name),
            _ when type == typeof(bool) => dice.Next(2) == 0,
            _ when type == typeof(int) => dice.Next(6),
            _ when type == typeof(decimal) => (decimal)dice.Next(4),
            _ when type.IsEnum => OneOf(Enum.GetValues(type)),
            _ when type == typeof(PlacementSite) => new PlacementSite(Text("Site"), SiteKind.FosterFamily, null),
            _ when type == typeof(IReadOnlyList<string>) => Some(Holders).Cast<string>().ToArray(),
            _ when type.IsGenericType && type.GetGenericArguments() is [{ IsEnum: true } item] => Listed(item),
            _ => throw new NotSupportedException($"{name} is a {type.Name}: say here how one is made up."),
        };
    }

    /// <summary>From a newborn to nearly 18, so that 16th and 18th birthdays fall inside and outside; leap day children among them.</summary>
    private LocalDate BirthDate() => dice.Next(5) == 0 ? new LocalDate(2000 + (4 * dice.Next(6)), 2, 29) : first.PlusDays(-dice.Next(365 * 18));

    private string Text(string name) => name switch
    {
        "CustodyHolder" => (string)OneOf(Holders),
        "Site" => $"s{dice.Next(3)}",
        "Caseworker" => $"cd{dice.Next(3)}",
        _ => $"x{dice.Next(2)}",
    };

    private object OneOf(Array values) => values.GetValue(dice.Next(values.Length))!;

    private IEnumerable<object> Some(Array values) => values.Cast<object>().Where(_ => dice.Next(3) > 0);

    private object Listed(Type item)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (object value in Some(Enum.GetValues(item)))
        {
            list.Add(value);
        }

        return list;
    }
}
