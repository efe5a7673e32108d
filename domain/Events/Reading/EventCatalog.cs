using System.Collections.Frozen;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Events.Reading;

/// <summary>Every event type of the contract and how its <c>data</c> is read. A new type is a new row.</summary>
internal static class EventCatalog
{
    public const string Prefix = "dk.rettidig.";
    public const string Suffix = ".v1";
    public const string StaffUpserted = "staff.upserted";

    private static readonly FrozenDictionary<string, Func<FieldReader, Fact>> Readers = new Dictionary<string, Func<FieldReader, Fact>>(StringComparer.Ordinal)
    {
        ["placement.decided"] = r => new PlacementDecided(
            r.Date("decidedOn"), r.Choice<PlacementConsent>("consent"), r.Flag("emergency"), r.Date("birthDate"), r.References("custodyHolders"),
            r.Reference("caseworker"), r.OptionalFlag("purposeStated"), r.OptionalText("residenceMunicipality", 40))
        {
            PurposeConsented = r.OptionalFlag("purposeConsented"),
            ChildConversation = r.OptionalChoice<ChildConversation>("childConversation"),
        },
        ["custody.changed"] = r => new CustodyChanged(r.References("custodyHolders"), r.Date("on")),
        ["placement.started"] = r => new PlacementStarted(r.Date("startedOn"), r.Object("site", ReadSite)),
        ["placement.site-changed"] = r => new SiteChanged(r.Date("changedOn"), r.Object("site", ReadSite))
        {
            Basis = r.OptionalChoice<SiteChangeBasis>("basis"),
            SiteStatement = r.OptionalFlag("siteStatement"),
        },
        ["placement.ended"] = r => new PlacementEnded(r.Date("endedOn"), r.Choice<EndReason>("reason")),
        ["caseworker.changed"] = r => new CaseworkerChanged(r.Reference("caseworker"), r.Date("effectiveOn")),
        ["caseworker.handover-accepted"] = r => new CaseworkerHandoverAccepted(r.Reference("caseworker"), r.Date("acceptedOn")),
        ["caseworker.change-considered"] = r => new CaseworkerChangeConsidered(r.Date("consideredOn")),
        ["municipality-move.announced"] = r => new MunicipalityMoveAnnounced(r.Date("movesOn")),
        ["case-file.transferred"] = r => new CaseFileTransferred(r.Date("transferredOn")),

        ["support-person.offered"] = r => new SupportPersonOffered(r.Reference("custodyHolder"), r.Date("offeredOn"), r.OptionalFlag("purposeExplained"))
        {
            AppealGuidance = r.OptionalFlag("appealGuidance"),
        },
        ["support-person.answered"] = r => new SupportPersonAnswered(
            r.Reference("custodyHolder"), r.Date("answeredOn"), r.Choice<OfferAnswer>("answer"), r.OptionalFlag("distressed")),
        ["support-person.granted"] = r => new SupportPersonGranted(r.Reference("custodyHolder"), r.Date("grantedOn"), r.Hours("hoursPerMonth"))
        {
            AppealGuidance = r.OptionalFlag("appealGuidance"),
        },
        ["support-person.proposed"] = r => new SupportPersonProposed(r.Reference("custodyHolder"), r.Date("proposedOn")),
        ["support-person.proposal-answered"] = r => new SupportPersonProposalAnswered(
            r.Reference("custodyHolder"), r.Date("answeredOn"), r.Choice<ProposalAnswer>("answer"), r.OptionalFlag("appealGuidance"), r.OptionalText("reason"))
        {
            Ground = r.OptionalChoice<RefusalGround>("ground"),
        },
        ["support-person.ended"] = r => new SupportPersonEnded(r.Reference("custodyHolder"), r.Date("endedOn")),
        ["support-person.contract-signed"] = r => new SupportPersonContractSigned(r.Reference("custodyHolder"), r.Date("signedOn")),
        ["support-person.start-meeting-held"] = r => new SupportPersonStartMeetingHeld(r.Reference("custodyHolder"), r.Date("heldOn")),
        ["support-person.use-noted"] = r => new SupportPersonUseNoted(r.Reference("custodyHolder"), r.Date("notedOn"), r.Flag("used")),
        ["support-person.hours-reported"] = r => new SupportPersonHoursReported(r.Reference("custodyHolder"), r.Date("reportedOn"), r.Hours("hours")),
        ["support-person.change-requested"] = r => new SupportPersonChangeRequested(r.Reference("custodyHolder"), r.Date("requestedOn")),

        ["parent-support.assessed"] = r => new ParentSupportAssessed(r.Date("assessedOn")),
        ["parent-support.decided"] = r => new ParentSupportDecided(r.Date("decidedOn"), r.Choice<ParentSupportOutcome>("outcome"), r.OptionalTexts("kinds")),
        ["parent-support.started"] = r => new ParentSupportStarted(r.Date("startedOn"), r.Text("kind")),
        ["parent-plan.adopted"] = r => new ParentPlanAdopted(r.Date("adoptedOn"), r.Count("version"), r.Count("goals"), r.Flag("withParents"))
        {
            Contents = r.OptionalChoices<ParentPlanContent>("contents"),
            Copied = r.OptionalFlag("copied"),
        },
        ["parent-plan.waived"] = r => new ParentPlanWaived(r.Date("waivedOn"), r.Text("reason")),
        ["parent-plan.waiver-approved"] = r => new ParentPlanWaiverApproved(r.Date("approvedOn")),
        ["parent-plan.requested"] = r => new ParentPlanRequested(r.Date("requestedOn")),
        ["parent-plan.postponed"] = r => new ParentPlanPostponed(r.Date("postponedOn")),
        ["parent-plan.revision-offered"] = r => new ParentPlanRevisionOffered(r.Date("offeredOn")),
        ["parent-plan.goals-revised"] = r => new ParentPlanGoalsRevised(r.Date("revisedOn"), r.Count("goals")),
        ["parent-plan.followed-up"] = r => new ParentPlanFollowedUp(r.Date("heldOn"), r.Flag("formal")),
        ["parent-plan.consent"] = r => new ParentPlanConsent(r.Reference("recipient"), r.Flag("given"), r.Date("on")),
        ["parent-plan.shared"] = r => new ParentPlanShared(r.Reference("recipient"), r.Count("version"), r.Date("on")),
        ["holistic-plan.adopted"] = r => new HolisticPlanAdopted(r.Date("adoptedOn"), r.Flag("consent")),
        ["running-support.noted"] = r => new RunningSupportNoted(r.Reference("measure"), r.Date("notedOn")),
        ["running-support.decided"] = r => new RunningSupportDecided(r.Reference("measure"), r.Date("decidedOn"), r.Flag("continues")),

        ["child-plan.adopted"] = r => new ChildPlanAdopted(r.Date("adoptedOn"), r.Count("version"), r.Choice<ChildPlanKind>("kind"), r.Choices<PlanContent>("contents"))
        {
            Insufficient = r.OptionalChoices<PlanContent>("insufficient") ?? [],
            GoalsAssigned = r.OptionalFlag("goalsAssigned"),
            Involved = r.OptionalChoices<PlanParticipant>("involved"),
        },
        ["child-plan.revised"] = r => new ChildPlanRevised(r.Date("revisedOn"), r.Count("version"), r.Choice<ChildPlanKind>("kind"), r.Choices<PlanContent>("contents"))
        {
            Insufficient = r.OptionalChoices<PlanContent>("insufficient") ?? [],
            GoalsAssigned = r.OptionalFlag("goalsAssigned"),
            Involved = r.OptionalChoices<PlanParticipant>("involved"),
        },
        ["child-plan.handed-over"] = r => new ChildPlanHandedOver(r.Date("handedOverOn"), r.Count("version"), r.Reference("site"), r.Choice<HandOverForm>("form"))
        {
            ParentPartsLimited = r.OptionalFlag("parentPartsLimited"),
        },
        ["child-plan.chased"] = r => new ChildPlanChased(r.Date("chasedOn"), r.Reference("site")),
        ["child-plan.received"] = r => new ChildPlanReceived(r.Date("receivedOn"), r.Count("version"), r.Reference("site")),
        ["assessment.completed"] = r => new AssessmentCompleted(r.Date("completedOn")),
        ["child-plan.gaps-reported"] = r => new ChildPlanGapsReported(r.Reference("site"), r.Date("reportedOn")),
        ["child-plan.quality-checked"] = r => new ChildPlanQualityChecked(r.Date("checkedOn"), r.Count("version")),
        ["child-plan.upheld"] = r => new ChildPlanUpheld(r.Date("upheldOn")),
        ["circumstances.changed"] = r => new CircumstancesChanged(r.Date("changedOn")),
        ["assessment.started"] = r => new AssessmentStarted(r.Date("startedOn"), r.OptionalDate("awareOn")),
        ["allocation-meeting.held"] = r => new AllocationMeetingHeld(r.Date("heldOn")),
        ["site.asked"] = r => new SiteAsked(r.Reference("site"), r.Date("askedOn"), r.Flag("planSent")),
        ["site-inspection.announced"] = r => new SiteInspectionAnnounced(r.Reference("site"), r.Date("visitOn")),
        ["site-concern.found"] = r => new SiteConcernFound(r.Reference("site"), r.Date("foundOn")),
        ["site-concern.notified"] = r => new SiteConcernNotified(r.Reference("site"), r.Date("notifiedOn")),

        ["review.held"] = r => new ReviewHeld(
            r.Date("heldOn"), r.Flag("measureChanged"), r.Choice<PlanRevisionNeed>("planRevision"), r.Choice<CustodyHolderContact>("custodyHolder"),
            r.OptionalDate("nextReviewOn")),
        ["review.rhythm-decided"] = r => new ReviewRhythmDecided(r.Date("decidedOn"), r.Date("nextReviewOn")),
        ["visit.held"] = r => new VisitHeld(r.Date("heldOn"), r.Flag("onSite"), r.Choice<Visitor>("by"), r.Flag("childSpokenWith"), r.OptionalFlag("alone"))
        {
            Advisers = r.OptionalCount("advisers"),
        },
        ["status-statement.received"] = r => new StatusStatementReceived(r.Date("receivedOn"), r.Choice<StatementSource>("from")),

        ["parents.informed"] = r => new ParentsInformed(r.Date("informedOn")) { SupportForms = r.OptionalFlag("supportForms") },
        ["parents.contacted"] = r => new ParentsContacted(r.Date("contactedOn"), r.Flag("reached")),
        ["parent-crisis.noted"] = r => new ParentCrisisNoted(r.Date("notedOn"), r.Flag("acute")),
        ["crisis-support.offered"] = r => new CrisisSupportOffered(r.Date("offeredOn")),
        ["parent-updates.agreed"] = r => new ParentUpdatesAgreed(r.Date("agreedOn")),
        ["parent-updates.sent"] = r => new ParentUpdateSent(r.Date("sentOn")),
        ["parent-updates.ended"] = r => new ParentUpdatesEnded(r.Date("endedOn")),
        ["grief-support.offered"] = r => new GriefSupportOffered(r.Date("offeredOn")),
        ["targeted-support.started"] = r => new TargetedSupportStarted(r.Date("startedOn")),
        ["targeted-support.phase-entered"] = r => new TargetedSupportPhaseEntered(r.Choice<SupportPhase>("phase"), r.Date("enteredOn")),
        ["targeted-support.status-noted"] = r => new TargetedSupportStatusNoted(r.Date("notedOn")),
        ["targeted-support.ended"] = r => new TargetedSupportEnded(r.Date("endedOn")),
        ["targeted-support.clarified"] = r => new TargetedSupportClarified(r.Date("clarifiedOn"), r.Flag("wished")),
        ["targeted-support.contact-given"] = r => new ContactPointGiven(r.Date("givenOn")),
        ["coordinator.assigned"] = r => new CoordinatorAssigned(r.Date("assignedOn")),
        ["placement-team.agreed"] = r => new PlacementTeamAgreed(r.Date("agreedOn")),
        ["meeting.booked"] = r => new MeetingBooked(r.Reference("meeting"), r.Timestamp("startsAt"), r.Flag("withParents"))
        {
            ParticipantsAgreed = r.OptionalFlag("participantsAgreed"),
            PlanAttached = r.OptionalFlag("planAttached"),
            YoungPersonInvited = r.OptionalFlag("youngPersonInvited"),
        },
        ["meeting.cancelled"] = r => new MeetingCancelled(r.Reference("meeting")),
        ["meeting.held"] = r => new MeetingHeld(r.Reference("meeting"), r.Date("heldOn"), r.OptionalFlag("parentsAttended")),
        ["network-meeting.held"] = r => new NetworkMeetingHeld(r.Date("heldOn"), r.OptionalDate("nextOn")),
        ["contact-plan.adopted"] = r => new ContactPlanAdopted(r.Date("adoptedOn"), r.OptionalDate("reviewOn")),
        ["contact-plan.reviewed"] = r => new ContactPlanReviewed(r.Date("reviewedOn"), r.OptionalDate("nextOn")),
        ["contact.held"] = r => new ContactHeld(r.Reference("contact"), r.Date("heldOn")),
        ["contact.feedback-noted"] = r => new ContactFeedbackNoted(r.Reference("contact"), r.Date("notedOn")),

        ["child-conversation.held"] = r => new ChildConversationHeld(r.Date("heldOn")),
        ["provisional-decision.executed"] = r => new ProvisionalDecisionExecuted(r.Timestamp("executedAt")),
        ["provisional-decision.notified"] = r => new ProvisionalDecisionNotified(r.Timestamp("notifiedAt")),
        ["provisional-decision.approved"] = r => new ProvisionalDecisionApproved(r.Date("approvedOn")),
        ["committee.decided"] = r => new CommitteeDecided(r.Date("decidedOn"), r.OptionalDate("rehearingOn")),
        ["return-home.requested"] = r => new ReturnHomeRequested(r.Date("requestedOn")),
        ["return-home.refused"] = r => new ReturnHomeRefused(r.Date("refusedOn")),
        ["return-home.decided"] = r => new ReturnHomeDecided(r.Date("decidedOn"), r.OptionalDate("periodEndsOn"))
        {
            SiteStatement = r.OptionalFlag("siteStatement"),
            PlanRevised = r.OptionalFlag("planRevised"),
        },
        ["youth-support.decided"] = r => new YouthSupportDecided(r.Date("decidedOn")),
        ["decision.notified"] = r => new DecisionNotified(r.Reference("decision"), r.Date("notifiedOn"), r.Flag("appealable"), r.Choice<DecidedBy>("decidedBy")),
        ["decision.explained"] = r => new DecisionExplained(r.Reference("decision"), r.Date("explainedOn")),
        ["concern-report.received"] = r => new ConcernReportReceived(r.Reference("report"), r.Timestamp("receivedAt")),
        ["concern-report.assessed"] = r => new ConcernReportAssessed(r.Reference("report"), r.Timestamp("assessedAt")),
        ["complaint.received"] = r => new ComplaintReceived(r.Reference("decision"), r.Date("receivedOn")),
        ["complaint.forwarded"] = r => new ComplaintForwarded(r.Reference("decision"), r.Date("forwardedOn")),
        ["wellbeing.surveyed"] = r => new WellbeingSurveyed(r.Date("surveyedOn"), r.Choice<SurveyedPerson>("who")),
        ["event.retracted"] = r => new EventRetracted(r.Text("retracts", EventReader.LongestId), r.Date("on")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all types about placements, without prefix and version.</summary>
    public static IEnumerable<string> CaseEventNames => Readers.Keys;

    /// <summary>The short name of a full type, or null when it is not one of ours.</summary>
    public static string? NameOf(string type)
    {
        if (!type.StartsWith(Prefix, StringComparison.Ordinal) || !type.EndsWith(Suffix, StringComparison.Ordinal) || type.Length <= Prefix.Length + Suffix.Length)
        {
            return null;
        }

        string name = type[Prefix.Length..^Suffix.Length];
        return name == StaffUpserted || Readers.ContainsKey(name) ? name : null;
    }

    public static Fact ReadFact(string name, FieldReader data) => Readers[name](data);

    public static StaffMember ReadStaff(FieldReader data) => new(
        data.Reference("id"), data.Text("name", 200), data.Email("email"), data.Choice<StaffRole>("role"), data.Reference("team"),
        data.OptionalReference("leader"), data.OptionalDate("absentFrom"), data.OptionalDate("absentTo"), data.OptionalReference("substitute"));

    private static PlacementSite ReadSite(FieldReader site) =>
        new(site.Reference("id"), site.Choice<SiteKind>("kind"), site.OptionalEmail("email"));
}
