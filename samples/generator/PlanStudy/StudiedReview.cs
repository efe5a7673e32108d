using NodaTime;

namespace Rettidig.Samples.PlanStudy;

/// <summary>A review of a studied case.</summary>
internal sealed class StudiedReview(LocalDate held)
{
    public LocalDate Held => held;

    public Revision Revision { get; set; } = Revision.NotNeeded;

    public string Contact { get; set; } = "contacted";
}
