namespace Rettidig.Domain.Rules;

/// <summary>
/// The columns of a row that only looks at what has come: closed with the fact itself, never reminded of, and shown as
/// met with defects where something is lacking.
/// </summary>
internal static class Remark
{
    public static IReadOnlyList<Closer> Closed(string text) => [Closer.Itself("straks; det, der mangler, bemærkes på sagen", text)];

    /// <summary>Something good practice wants.</summary>
    public static DefectCheck Wanting(string id, string text, Func<Situation, bool> isLacking) => new(new Defect(id, text, Statutory: false), isLacking);

    /// <summary>Something the law demands: lacking it is a breach.</summary>
    public static DefectCheck Demanding(string id, string text, Func<Situation, bool> isLacking) => new(new Defect(id, text, Statutory: true), isLacking);
}
