using NodaTime;
using NodaTime.Text;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>Builds the log of one invented placement. Facts arrive at ten in the morning of their day unless said otherwise.</summary>
internal sealed class CaseBuilder
{
    public static readonly PlacementKey Key = new("999", "S-1");

    /// <summary>A municipality that has turned on every duty there is.</summary>
    public static readonly MunicipalRules AllOn = new() { DutiesOn = RuleBook.Standard.Duties.Where(duty => !duty.OnByDefault).Select(duty => duty.Id).ToHashSet() };

    private readonly List<CaseEvent> log = [];

    public IReadOnlyList<CaseEvent> Log => log;

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Instant At(string iso) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(iso).Value.InZoneLeniently(CopenhagenTime.Zone).ToInstant();

    /// <summary>Adds a fact; arrives at <paramref name="at"/> ("2026-03-02 10:00"), by default at ten on its own day.</summary>
    public CaseBuilder Add(Fact fact, string? at = null, string? id = null)
    {
        Instant time = at is null ? CopenhagenTime.InstantOf(fact.Day!.Value, new LocalTime(10, 0)) : At(at);
        log.Add(new CaseEvent("urn:test", id ?? $"e{log.Count + 1}", "dk.rettidig.test.v1", Key, time, time, fact));
        return this;
    }

    public CaseBuilder Decided(string on, bool consent = true, bool emergency = false, string birth = "2016-05-20", string[]? holders = null, string? at = null) =>
        Add(new PlacementDecided(Date(on), consent ? PlacementConsent.With : PlacementConsent.Without, emergency, Date(birth), holders ?? ["mor"], "ab12", null, null), at);

    public CaseBuilder Started(string on, string site = "sted-1", string? at = null) =>
        Add(new PlacementStarted(Date(on), new PlacementSite(site, SiteKind.FosterFamily, "sted@example.dk")), at);

    public CaseBuilder Moved(string on, string site) => Add(new SiteChanged(Date(on), new PlacementSite(site, SiteKind.FosterFamily, null)));

    public CaseBuilder Ended(string on, string? at = null) => Add(new PlacementEnded(Date(on), EndReason.ReturnedHome), at);

    public CaseBuilder Offered(string on, string holder = "mor") => Add(new SupportPersonOffered(holder, Date(on), null));

    public CaseBuilder Answered(string on, OfferAnswer answer, string holder = "mor", bool? distressed = null) =>
        Add(new SupportPersonAnswered(holder, Date(on), answer, distressed));

    public CaseBuilder Granted(string on, decimal hours = 6, string holder = "mor") => Add(new SupportPersonGranted(holder, Date(on), hours));

    public CaseBuilder Plan(string on, int version = 1) => Add(new ChildPlanAdopted(Date(on), version, ChildPlanKind.BarnetsPlan, [PlanContent.Goals]));

    public CaseBuilder Revised(string on, int version) => Add(new ChildPlanRevised(Date(on), version, ChildPlanKind.BarnetsPlan, [PlanContent.Goals]));

    public CaseBuilder HandedOver(string on, string site = "sted-1", int version = 1, HandOverForm form = HandOverForm.Written) =>
        Add(new ChildPlanHandedOver(Date(on), version, site, form));

    public CaseBuilder Chased(string on, string site = "sted-1", string? at = null) => Add(new ChildPlanChased(Date(on), site), at);

    public CaseBuilder Review(string on, string? next = null, bool revise = false, CustodyHolderContact contact = CustodyHolderContact.Contacted) =>
        Add(new ReviewHeld(Date(on), false, revise ? PlanRevisionNeed.Needed : PlanRevisionNeed.NotNeeded, contact, next is null ? null : Date(next)));

    public CaseBuilder Rhythm(string on, string next) => Add(new ReviewRhythmDecided(Date(on), Date(next)));

    public CaseBuilder Visit(string on, bool onSite = true, Visitor by = Visitor.Caseworker, bool spokenWith = true) =>
        Add(new VisitHeld(Date(on), onSite, by, spokenWith, null));

    public CaseFile Fold() => CaseFile.Fold(Key, log);

    public Agenda On(string today, MunicipalRules? rules = null) => new RuleBook(rules ?? MunicipalRules.Default).Evaluate(Fold(), Date(today));

    /// <summary>The obligations of one duty as of a day, in the order of their occurrences, where every duty is on.</summary>
    public IReadOnlyList<Obligation> Of(string duty, string today) => [.. On(today, AllOn).Obligations.Where(obligation => obligation.DutyId == duty)];

    /// <summary>The only obligation of a duty.</summary>
    public Obligation One(string duty, string today) => Assert.Single(Of(duty, today));
}
