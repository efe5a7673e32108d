namespace Rettidig.Domain.Agendas;

/// <summary>How an obligation stands on a day.</summary>
public enum ObligationStatus
{
    /// <summary>Open, due later.</summary>
    Pending,

    /// <summary>Open, due today.</summary>
    Due,

    /// <summary>Open, due before today.</summary>
    Overdue,

    /// <summary>Closed in time.</summary>
    Met,

    /// <summary>Closed after it was due.</summary>
    MetLate,

    /// <summary>Closed in time but with defects.</summary>
    MetWithDefects,

    /// <summary>Never closed: what it was about ended first.</summary>
    NotClosed,
}
