namespace Rettidig.Domain.Rules;

/// <summary>One thing an occurrence is looked over for.</summary>
/// <param name="Defect">What is lacking where it is.</param>
/// <param name="IsLacking">Whether it is.</param>
public sealed record DefectCheck(Defect Defect, Func<Situation, bool> IsLacking);
