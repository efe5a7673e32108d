namespace Rettidig.Domain.Rules;

/// <summary>One thing an occurrence is looked over for.</summary>
/// <param name="Defect">What is lacking where it is.</param>
/// <param name="IsLacking">Whether it is.</param>
/// <param name="Only">In Danish, where it is only looked for under one law: "kun serviceloven". Empty elsewhere.</param>
public sealed record DefectCheck(Defect Defect, Func<Situation, bool> IsLacking, string Only = "");
