namespace Rettidig.SelfHost.Tables.Filters;

/// <summary>
/// Reads the OData filters that the Table service takes: <c>eq ne gt ge lt le and or not</c>, parentheses, and literals
/// of every type. <c>not</c> binds tightest, then <c>and</c>, then <c>or</c>.
/// </summary>
internal sealed class FilterParser
{
    /// <summary>The service takes at most fifteen comparisons; this only keeps a hostile filter from exhausting the stack.</summary>
    private const int DeepestNesting = 200;

    private readonly List<FilterToken> tokens;
    private int position;
    private int depth;

    private FilterParser(string filter) => tokens = FilterLexer.Read(filter);

    public static FilterNode Parse(string? filter)
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            return new FilterNode.Everything();
        }

        var parser = new FilterParser(filter);
        FilterNode node = parser.Disjunction();
        return parser.position == parser.tokens.Count ? node : throw parser.Unexpected("'and', 'or' or the end");
    }

    private FilterNode Disjunction()
    {
        FilterNode left = Conjunction();
        while (TakeWord("or"))
        {
            left = new FilterNode.Or(left, Conjunction());
        }

        return left;
    }

    private FilterNode Conjunction()
    {
        FilterNode left = Negation();
        while (TakeWord("and"))
        {
            left = new FilterNode.And(left, Negation());
        }

        return left;
    }

    private FilterNode Negation()
    {
        if (++depth > DeepestNesting)
        {
            throw TableError.BadInput($"The filter is nested more than {DeepestNesting} deep. Simplify it.");
        }

        FilterNode node = TakeWord("not") ? new FilterNode.Not(Negation()) : Term();
        depth--;
        return node;
    }

    private FilterNode Term()
    {
        if (Take(FilterTokenKind.Open))
        {
            FilterNode inner = Disjunction();
            return Take(FilterTokenKind.Close) ? inner : throw Unexpected("')'");
        }

        FilterToken left = Operand();
        if (Peek is not { Kind: FilterTokenKind.Word } word || Comparisons.Find(word.Text) is not { } comparison)
        {
            return Alone(left);
        }

        position++;
        return Compared(left, comparison, Operand());
    }

    private FilterToken Operand() =>
        Peek is { Kind: FilterTokenKind.Word or FilterTokenKind.Literal } ? tokens[position++] : throw Unexpected("a property or a value");

    private FilterNode Alone(FilterToken operand) => operand switch
    {
        { Kind: FilterTokenKind.Literal, Value: bool value } => new FilterNode.Constant(value),
        { Kind: FilterTokenKind.Word } => new FilterNode.Flag(operand.Text),
        _ => throw Unexpected("one of eq, ne, gt, ge, lt, le"),
    };

    private static FilterNode Compared(FilterToken left, Comparison comparison, FilterToken right) => (left.Value, right.Value) switch
    {
        (null, { } value) => new FilterNode.Compare(left.Text, comparison, value),
        ({ } value, null) => new FilterNode.Compare(right.Text, comparison.Mirrored(), value),
        ({ } a, { } b) => new FilterNode.Constant(comparison.Holds(a, b)),
        _ => throw TableError.BadInput($"The filter compares the properties {left.Text} and {right.Text} with each other. Compare a property with a value."),
    };

    private FilterToken? Peek => position < tokens.Count ? tokens[position] : null;

    private bool Take(FilterTokenKind kind)
    {
        bool found = Peek?.Kind == kind;
        position += found ? 1 : 0;
        return found;
    }

    private bool TakeWord(string word)
    {
        bool found = Peek is { Kind: FilterTokenKind.Word } token && token.Text == word;
        position += found ? 1 : 0;
        return found;
    }

    private TableError Unexpected(string expected) =>
        TableError.BadInput(Peek is { } token
            ? $"The filter cannot be read: expected {expected} at character {token.Start}, found '{token.Text}'."
            : $"The filter cannot be read: expected {expected}, but it ends.");
}
