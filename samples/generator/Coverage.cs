using NodaTime;

namespace Rettidig.Samples;

/// <summary>The time a file covers: what had happened before it opens is recorded on the day it does.</summary>
internal sealed record Coverage(LocalDate Opening, LocalDate Closing)
{
    public static readonly Coverage OfFiftyTwoCases = new(WorkDays.Opening, WorkDays.Closing);
}
