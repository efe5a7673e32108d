using System.Collections.Frozen;
using System.Text;

namespace Rettidig.Domain.Events.Reading;

/// <summary>The words of a choice as events write them: <c>FosterFamily</c> is <c>foster-family</c>.</summary>
public static class ChoiceNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(value => Spell(value.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<T, string> Names = Values.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All words, in the order of the contract.</summary>
    public static IEnumerable<string> All => Enum.GetValues<T>().Select(Text);

    /// <summary>The word for a value.</summary>
    public static string Text(T value) => Names[value];

    /// <summary>The value for a word, or null.</summary>
    public static T? Parse(string word) => Values.TryGetValue(word, out T value) ? value : null;

    private static string Spell(string name)
    {
        var spelled = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && spelled.Length > 0)
            {
                spelled.Append('-');
            }

            spelled.Append(char.ToLowerInvariant(letter));
        }

        return spelled.ToString();
    }
}
