using System.Text;
using Rettidig.Domain.Rules;

namespace Rettidig.Cli.Duties;

/// <summary>The rule book as a page of Markdown that a lawyer can hold against the law. Printed from the rows themselves, so that it says what the code does.</summary>
internal static class DutyPage
{
    private const string Heading = "| pligt | begynder, når | frist | lukkes, når | gentages og ophører | hvem | hjemmel |\n|---|---|---|---|---|---|---|\n";

    /// <summary>The page, with a line break at the end.</summary>
    public static string Text
    {
        get
        {
            var page = new StringBuilder(DutyPageWords.Introduction);
            foreach (Chapter chapter in RuleBook.Chapters)
            {
                page.Append($"\n## {chapter.Title}\n\n{Heading}");
                foreach (Duty duty in chapter.Duties)
                {
                    page.Append($"| {string.Join(" | ", DutyCells.Of(duty))} |\n");
                }
            }

            page.Append(DutyPageWords.Register);
            foreach ((string law, string period, Duty duty) in LawRegister.Of(RuleBook.Standard.Duties))
            {
                page.Append($"| {law} | {period} | {duty.Title} |\n");
            }

            page.Append(DutyPageWords.NotRules);
            foreach (NotRule row in NotRules.Rows)
            {
                page.Append($"| {row.Row} | {row.What} | {row.Reason} |\n");
            }

            return page.ToString();
        }
    }
}
