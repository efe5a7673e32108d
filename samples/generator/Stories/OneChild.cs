using NodaTime;
using NodaTime.Text;

namespace Rettidig.Samples.Stories;

/// <summary>
/// One placement from the decision to the return home, to be read line by line: a declined offer renewed, a plan without its
/// part on the family, a foster family that chases, a late review, a new caseworker.
/// </summary>
internal sealed class OneChild
{
    private const string Reference = "S-2024-101";
    private static readonly string FosterFamily = Site.Numbered("foster-family", 71).Id;
    private readonly List<EventLine> lines = [];

    public static List<EventLine> Tell()
    {
        var story = new OneChild();
        story.Beginning();
        story.SpringWithoutPlan();
        story.SupportForTheMother();
        story.SummerOfTheLateReview();
        story.AutumnWithNewCaseworker();
        story.WinterAndSpring();
        story.WayHome();
        var told = story.lines.OrderBy(line => line.Time.ToInstant()).Select((line, at) => line with { Id = $"{Reference}.h{at + 1:D2}" });
        return [.. Office.Only("mg01", "ts11", "as12", "dh15"), .. told];
    }

    private void Beginning()
    {
        Told("2024-03-04 10:15", "placement.decided", day => new
        {
            decidedOn = day,
            consent = "with",
            emergency = false,
            birthDate = new LocalDate(2015, 6, 9),
            custodyHolders = new[] { "fm-1" },
            caseworker = "as12",
            residenceMunicipality = EventLines.Municipality,
        });
        Told("2024-03-08 14:05", "parents.informed", day => new { informedOn = day });
        Told("2024-03-11 11:30", "support-person.offered", day => new { custodyHolder = "fm-1", offeredOn = day, purposeExplained = false });
        Told("2024-03-13 09:20", "placement.started", _ => new { startedOn = new LocalDate(2024, 3, 18), site = Site.Numbered("foster-family", 71) });
        Told("2024-03-19 13:10", "support-person.answered", day => new { custodyHolder = "fm-1", answeredOn = day, answer = "declined", distressed = false });
    }

    private void SpringWithoutPlan()
    {
        Told("2024-04-08 10:00", "grief-support.offered", day => new { offeredOn = day });
        Told("2024-04-11 09:45", "parent-support.assessed", day => new { assessedOn = day });
        Told("2024-04-15 08:55", "child-plan.chased", day => new { chasedOn = day, site = FosterFamily });
        Told("2024-05-16 14:30", "visit.held", day => new { heldOn = day, onSite = true, by = "caseworker", childSpokenWith = true, alone = true });
        Told("2024-05-21 15:10", "child-plan.adopted", day => new { adoptedOn = day, version = 1, kind = "barnets-plan", contents = new[] { "purpose", "measure", "goals", "duration" } });
        Told("2024-05-27 08:40", "child-plan.chased", day => new { chasedOn = day, site = FosterFamily });
        Told("2024-05-29 12:00", "child-plan.handed-over", day => new { handedOverOn = day, version = 1, site = FosterFamily, form = "written" });
        Told("2024-06-03 16:20", "child-plan.received", day => new { receivedOn = day, version = 1, site = FosterFamily });
    }

    private void SupportForTheMother()
    {
        Told("2024-04-18 11:15", "support-person.offered", day => new { custodyHolder = "fm-1", offeredOn = day, purposeExplained = true });
        Told("2024-04-24 10:40", "support-person.answered", day => new { custodyHolder = "fm-1", answeredOn = day, answer = "accepted" });
        Told("2024-05-06 13:50", "support-person.granted", day => new { custodyHolder = "fm-1", grantedOn = day, hoursPerMonth = 8 });
        Told("2024-05-08 09:30", "parent-support.decided", day => new { decidedOn = day, outcome = "granted", kinds = new[] { "familiebehandling" } });
        Told("2024-05-30 10:05", "parent-support.started", day => new { startedOn = day, kind = "familiebehandling" });
        Told("2024-06-04 13:00", "parent-plan.adopted", day => new { adoptedOn = day, version = 1, goals = 3, withParents = true });
        Told("2024-06-04 13:10", "parent-plan.consent", day => new { recipient = "familiehuset", given = true, on = day });
        Told("2024-06-06 09:00", "parent-plan.shared", day => new { recipient = "familiehuset", version = 1, on = day });
    }

    private void SummerOfTheLateReview()
    {
        Told("2024-07-02 14:45", "review.held", day => new
        {
            heldOn = day,
            measureChanged = false,
            planRevision = "needed",
            custodyHolder = "contacted",
            nextReviewOn = new LocalDate(2025, 1, 6),
        });
        Told("2024-07-02 15:00", "parent-plan.revision-offered", day => new { offeredOn = day });
        Told("2024-07-25 11:25", "child-plan.revised", day => new
        {
            revisedOn = day,
            version = 2,
            kind = "barnets-plan",
            contents = new[] { "purpose", "measure", "goals", "family-support", "duration" },
        });
        Told("2024-07-30 09:15", "child-plan.handed-over", day => new { handedOverOn = day, version = 2, site = FosterFamily, form = "written" });
        Told("2024-08-06 10:30", "parent-plan.goals-revised", day => new { revisedOn = day, goals = 2 });
    }

    private void AutumnWithNewCaseworker()
    {
        Told("2024-09-16 08:30", "caseworker.changed", _ => new { caseworker = "dh15", effectiveOn = new LocalDate(2024, 10, 1) });
        Told("2024-10-09 09:10", "caseworker.handover-accepted", day => new { caseworker = "dh15", acceptedOn = day });
        Told("2024-10-22 15:20", "visit.held", day => new { heldOn = day, onSite = true, by = "caseworker", childSpokenWith = true, alone = true });
        Told("2024-11-07 12:40", "parent-plan.followed-up", day => new { heldOn = day, formal = false });
    }

    private void WinterAndSpring()
    {
        Told("2025-01-06 13:30", "review.held", day => new
        {
            heldOn = day,
            measureChanged = false,
            planRevision = "not-needed",
            custodyHolder = "contacted",
            nextReviewOn = new LocalDate(2025, 5, 5),
        });
        Told("2025-02-28 11:00", "support-person.ended", day => new { custodyHolder = "fm-1", endedOn = day });
        Told("2025-03-04 14:50", "visit.held", day => new { heldOn = day, onSite = true, by = "caseworker", childSpokenWith = true, alone = false });
        Told("2025-03-18 10:20", "wellbeing.surveyed", day => new { surveyedOn = day, who = "child" });
        Told("2025-03-21 09:35", "wellbeing.surveyed", day => new { surveyedOn = day, who = "parents" });
        Told("2025-03-24 10:10", "support-person.offered", day => new { custodyHolder = "fm-1", offeredOn = day, purposeExplained = true });
        Told("2025-03-27 13:15", "support-person.answered", day => new { custodyHolder = "fm-1", answeredOn = day, answer = "accepted" });
        Told("2025-04-03 09:50", "support-person.granted", day => new { custodyHolder = "fm-1", grantedOn = day, hoursPerMonth = 5 });
    }

    private void WayHome()
    {
        Told("2025-04-07 08:45", "return-home.requested", day => new { requestedOn = day });
        Told("2025-04-11 14:00", "return-home.decided", day => new { decidedOn = day, periodEndsOn = new LocalDate(2025, 6, 27) });
        Told("2025-04-14 10:25", "meeting.booked", _ => new { meeting = "m-1", startsAt = "2025-04-29T10:00:00+02:00", withParents = true });
        Told("2025-04-29 11:45", "meeting.held", day => new { meeting = "m-1", heldOn = day, parentsAttended = true });
        Told("2025-05-05 14:15", "review.held", day => new
        {
            heldOn = day,
            measureChanged = true,
            planRevision = "not-needed",
            custodyHolder = "contacted",
            nextReviewOn = new LocalDate(2025, 7, 7),
        });
        Told("2025-05-13 12:30", "parent-plan.followed-up", day => new { heldOn = day, formal = true });
        Told("2025-06-17 15:05", "visit.held", day => new { heldOn = day, onSite = true, by = "caseworker", childSpokenWith = true, alone = true });
        Told("2025-06-20 09:40", "placement.ended", _ => new { endedOn = new LocalDate(2025, 6, 27), reason = "returned-home" });
    }

    private void Told(string moment, string name, Func<LocalDate, object> data)
    {
        var at = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(moment).Value;
        var time = Copenhagen.At(at.Date, at.Hour, at.Minute);
        lines.Add(new("numbered when all is told", name, Reference, time, data(at.Date)));
    }
}
