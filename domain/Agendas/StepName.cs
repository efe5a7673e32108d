namespace Rettidig.Domain.Agendas;

/// <summary>The rungs of the ladder.</summary>
public enum StepName
{
    /// <summary>14 days before due.</summary>
    RemindEarly,

    /// <summary>3 days before due.</summary>
    Remind,

    /// <summary>The due day.</summary>
    Due,

    /// <summary>The first working day after due.</summary>
    Overdue,

    /// <summary>10 working days after due.</summary>
    Escalate,

    /// <summary>The leader is told at once.</summary>
    AtOnce,

    /// <summary>Somebody is told something; there is nothing to be late with.</summary>
    Notify,
}
