using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>What was offered, answered and granted to the custody holder whom an occurrence concerns.</summary>
internal static class OfHolder
{
    public static ReadOnlySpan<Recorded<SupportPersonOffered>> Offers(Situation s) =>
        s.File.About<SupportPersonOffered>(static offer => offer.Fact.CustodyHolder, s.Anchor.CustodyHolder);

    public static ReadOnlySpan<Recorded<SupportPersonAnswered>> Answers(Situation s) =>
        s.File.About<SupportPersonAnswered>(static answer => answer.Fact.CustodyHolder, s.Anchor.CustodyHolder);

    public static ReadOnlySpan<Recorded<SupportPersonAnswered>> Acceptances(Situation s) =>
        s.File.About<SupportPersonAnswered>(static answer => answer.Fact.Answer == OfferAnswer.Accepted ? answer.Fact.CustodyHolder : null, s.Anchor.CustodyHolder);

    public static ReadOnlySpan<Recorded<SupportPersonGranted>> Grants(Situation s) => Grants(s.File, s.Anchor.CustodyHolder);

    public static ReadOnlySpan<Recorded<SupportPersonGranted>> Grants(CaseFile file, string? holder) =>
        file.About<SupportPersonGranted>(static grant => grant.Fact.CustodyHolder, holder);

    public static ReadOnlySpan<Recorded<SupportPersonGranted>> GrantsWithHours(Situation s) =>
        s.File.About<SupportPersonGranted>(static grant => grant.Fact.HoursPerMonth > 0 ? grant.Fact.CustodyHolder : null, s.Anchor.CustodyHolder);

    public static ReadOnlySpan<Recorded<SupportPersonEnded>> Ends(CaseFile file, string holder) =>
        file.About<SupportPersonEnded>(static end => end.Fact.CustodyHolder, holder);
}
