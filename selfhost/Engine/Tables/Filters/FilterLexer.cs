using System.Globalization;
using System.Text;

namespace Rettidig.SelfHost.Tables.Filters;

internal enum FilterTokenKind
{
    Open,
    Close,
    Word,
    Literal,
}

/// <summary>A piece of a filter. <see cref="Value"/> is set for literals alone.</summary>
internal sealed record FilterToken(FilterTokenKind Kind, string Text, int Start, object? Value = null);

/// <summary>Cuts a filter into parentheses, words and typed values.</summary>
internal sealed class FilterLexer
{
    private readonly string filter;
    private readonly List<FilterToken> tokens = [];
    private int position;

    private FilterLexer(string filter) => this.filter = filter;

    public static List<FilterToken> Read(string filter)
    {
        var lexer = new FilterLexer(filter);
        while (lexer.position < filter.Length)
        {
            lexer.Next();
        }

        return lexer.tokens;
    }

    private void Next()
    {
        int start = position;
        char first = filter[position];
        if (char.IsWhiteSpace(first))
        {
            position++;
        }
        else if (first is '(' or ')')
        {
            position++;
            tokens.Add(new FilterToken(first == '(' ? FilterTokenKind.Open : FilterTokenKind.Close, first.ToString(), start));
        }
        else if (first == '\'')
        {
            Add(start, Quoted());
        }
        else
        {
            Word(start);
        }
    }

    private void Word(int start)
    {
        while (position < filter.Length && !char.IsWhiteSpace(filter[position]) && filter[position] is not ('(' or ')' or '\''))
        {
            position++;
        }

        string word = filter[start..position];
        if (position < filter.Length && filter[position] == '\'')
        {
            Add(start, Typed(word, Quoted(), start));
        }
        else if (word is "true" or "false")
        {
            Add(start, word == "true");
        }
        else if (char.IsAsciiDigit(word[0]) || word[0] is '-' or '+' or '.')
        {
            Add(start, Number(word, start));
        }
        else
        {
            tokens.Add(new FilterToken(FilterTokenKind.Word, word, start));
        }
    }

    private void Add(int start, object value) => tokens.Add(new FilterToken(FilterTokenKind.Literal, filter[start..position], start, value));

    /// <summary>Text in quotes; a doubled quote is one.</summary>
    private string Quoted()
    {
        int start = position++;
        var text = new StringBuilder();
        while (position < filter.Length)
        {
            char next = filter[position++];
            if (next != '\'')
            {
                text.Append(next);
            }
            else if (position < filter.Length && filter[position] == '\'')
            {
                text.Append(next);
                position++;
            }
            else
            {
                return text.ToString();
            }
        }

        throw TableError.BadInput($"The filter cannot be read: the quote at character {start} is not closed.");
    }

    private static object Typed(string type, string text, int start)
    {
        try
        {
            return type switch
            {
                "datetime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                "guid" => Guid.Parse(text),
                "X" or "binary" => Convert.FromHexString(text),
                _ => throw new FormatException(),
            };
        }
        catch (FormatException)
        {
            throw TableError.BadInput($"The filter cannot be read: {type}'…' at character {start} is not a value. Known are datetime'…', guid'…', X'…' and binary'…'.");
        }
    }

    private static object Number(string word, int start)
    {
        if (word[^1] is 'L' or 'l' && long.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long large))
        {
            return large;
        }

        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            // Boxed apart: the two arms together would both be long.
            return whole is >= int.MinValue and <= int.MaxValue ? (object)(int)whole : whole;
        }

        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
            ? real
            : throw TableError.BadInput($"The filter cannot be read: '{word}' at character {start} is not a number. Write 5, 5L or 5.0.");
    }
}
