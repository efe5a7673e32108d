using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Explanations;

/// <summary>The words of obligations as people read them, the same on pages and in the terminal.</summary>
public static class DutyWords
{
    public static string Status(ObligationStatus status) => status switch
    {
        ObligationStatus.Pending => "Kommende",
        ObligationStatus.Due => "Forfalder i dag",
        ObligationStatus.Overdue => "Overskredet",
        ObligationStatus.Met => "Overholdt",
        ObligationStatus.MetLate => "Løst for sent",
        ObligationStatus.MetWithDefects => "Løst med mangler",
        ObligationStatus.NotClosed => "Ikke løst",
        _ => throw Unknown(status),
    };

    public static string Kind(DutyKind kind, Term term) => (kind, term) switch
    {
        (DutyKind.Statute, Term.Statutory) => "lovens frist",
        (DutyKind.Statute, _) => "lovens krav, kommunens frist",
        (DutyKind.Guidance, _) => "vejledning",
        (DutyKind.Method, _) => "metode",
        (DutyKind.Practice, _) => "god praksis",
        _ => throw Unknown(kind),
    };

    /// <summary>"barnets lov § 95 (reglerne fra 2024), lovens frist". What is no law has no regime worth naming.</summary>
    public static string Basis(ExplainedDuty duty)
    {
        string kind = Kind(duty.Kind, duty.Term);
        string regime = duty.Kind is DutyKind.Statute or DutyKind.Guidance ? $" ({Regime(duty.Regime)})" : "";
        return duty.Law.StartsWith(kind, StringComparison.Ordinal) ? duty.Law : $"{duty.Law}{regime}, {kind}";
    }

    private static string Regime(Regime regime) => regime switch
    {
        Domain.Rules.Regime.A => "reglerne til 2019",
        Domain.Rules.Regime.B => "reglerne 2020-2023",
        Domain.Rules.Regime.C => "reglerne fra 2024",
        _ => throw Unknown(regime),
    };

    public static string Step(StepName step) => step switch
    {
        StepName.RemindEarly => "tidlig påmindelse",
        StepName.Remind => "påmindelse",
        StepName.Due => "på fristdagen",
        StepName.Overdue => "efter fristen",
        StepName.Escalate => "eskalering",
        StepName.AtOnce => "besked straks",
        StepName.Notify => "besked",
        _ => throw Unknown(step),
    };

    public static string To(Role role) => role switch
    {
        Role.Caseworker => "til sagsbehandleren",
        Role.TeamLeader => "til teamlederen",
        Role.Manager => "til lederen",
        Role.Site => "til anbringelsesstedet",
        Role.Operator => "til driften",
        _ => throw Unknown(role),
    };

    /// <summary>The status, and how far away the due day is or was: "Overskredet, 3 dage over fristen", "Løst for sent, 12 dage".</summary>
    public static string Standing(ExplainedDuty duty, LocalDate today) => duty switch
    {
        { Status: ObligationStatus.MetLate, ClosedBy: { } closer } => $"{Status(duty.Status)}, {DanishDates.Days(Period.DaysBetween(duty.Due, closer.On))}",
        { IsOpen: true } when duty.Due != today => $"{Status(duty.Status)}, {DanishText.Distance(duty.Due, today)}",
        _ => Status(duty.Status),
    };

    /// <summary>"iværksat 30-11-2026 (placement.started, modtaget 02-12-2026)".</summary>
    public static string Anchor(ExplainedFact fact)
    {
        string dated = fact.DatedOn is { } own ? $" af {DanishDates.Short(own)}" : "";
        string late = fact.ReceivedOn is { } received && received != (fact.DatedOn ?? fact.On) ? $", modtaget {DanishDates.Short(received)}" : "";
        return $"{fact.Text} {DanishDates.Short(fact.On)}{(fact.Event is { } name ? $" ({name}{dated}{late})" : "")}";
    }

    /// <summary>What an open duty waits for: "opfølgningen er holdt". Empty for one that is closed, or that nothing closes.</summary>
    public static string Awaits(ExplainedDuty duty) => duty.IsOpen ? string.Join(", eller ", duty.Closes) : "";

    /// <summary>What closed a duty, with the days it came too late or in good time.</summary>
    public static string Closer(ExplainedFact fact, LocalDate due) => Anchor(fact) + (Period.DaysBetween(due, fact.On) switch
    {
        > 0 and var late => $", {DanishDates.Days(late)} for sent",
        0 => ", på fristdagen",
        var left => $", {DanishDates.Days(-left)} før fristen",
    });

    /// <summary>What became of a step, to follow it: ": sendt". Nothing for one to come.</summary>
    public static string After(StepState state) => state switch
    {
        StepState.Sent => ": sendt",
        StepState.Delivered => ": afleveret",
        StepState.Uncertain => ": uvist om sendt, sendes én gang til",
        StepState.SentTwice => ": sendt, måske to gange",
        StepState.Superseded => ": erstattet af et højere trin",
        StepState.Failed => ": kunne ikke afleveres",
        _ => "",
    };

    private static InvalidOperationException Unknown(object value) =>
        new($"Bug in Rettidig: {value.GetType().Name} {value} has no Danish word.");
}
