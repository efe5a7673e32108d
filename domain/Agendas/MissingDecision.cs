using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Agendas;

/// <summary>Facts have come about a placement that nobody has decided on, as far as we know: the operator is told the next working day.</summary>
internal static class MissingDecision
{
    /// <summary>As keys and files name it.</summary>
    public const string Id = "missing-decision";

    /// <summary>In Danish.</summary>
    public const string Title = "Afgørelsen om anbringelse mangler";

    public static Step? Of(CaseFile file, OfficeDays days)
    {
        if (file.IsDecided || file.FirstArrival is not { } arrival)
        {
            return null;
        }

        LocalDate arrived = CopenhagenTime.DateOf(arrival);
        string day = DanishDates.Iso(arrived);
        return new Step
        {
            Key = $"{file.Placement.Partition}:{Id}:{day}:{day}:{StepName.Notify.Text()}:{Role.Operator.Text()}",
            DutyId = Id,
            Occurrence = day,
            Due = arrived,
            Name = StepName.Notify,
            Role = Role.Operator,
            Day = days.Next(arrived),
        };
    }
}
