namespace Rettidig.Samples;

/// <summary>
/// Ankestyrelsen's screening of 52 placements (Støtte efter servicelovens § 54 til forældre til anbragte børn, 2021):
/// the figures the sample carries. Derived figures are computed, so that they cannot differ.
/// </summary>
internal static class Figures
{
    public const int Placements = 52;

    // Table 3.1: a support person offered and documented, and accepted.
    public const int Offered = 36;
    public const int Accepted = 20;
    public const int NeverAccepted = Offered - Accepted;

    // Table 3.2: when the support person was granted.
    public const int GrantedAtStart = 8;
    public const int GrantedAfter2To4Months = 4;
    public const int GrantedAfter5To8Months = 3;
    public const int GrantedAfter9To12Months = 2;
    public const int GrantedAfterAYear = 3;

    // Table 4.3: support to the parents (§ 54, stk. 2), at least one of the two forms.
    public const int ParentSupport = 38;
    public const int AnySupport = 44;
    public const int BothForms = ParentSupport + Accepted - AnySupport;
    public const int OnlyParentSupport = ParentSupport - BothForms;
    public const int OnlySupportPerson = Accepted - BothForms;
    public const int NoSupport = Placements - AnySupport;

    // The need for support assessed and documented; a plan for the parents.
    public const int Assessed = 28;
    public const int ParentPlans = 14;

    // Of 20 supported cases read closely: a formal follow-up of the support, and contact at all.
    public const int ReadClosely = 20;
    public const int FormalFollowUps = 8;
    public const int SomeContact = 19;
}
