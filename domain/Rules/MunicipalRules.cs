using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Domain.Rules;

/// <summary>
/// What a municipality chooses for itself: <c>rules/{municipality}.json</c>, described in <c>docs/indstillinger.md</c> and
/// <c>rules/rules.schema.json</c>. What is left out has its default.
/// </summary>
public sealed record MunicipalRules
{
    /// <summary>Nothing chosen.</summary>
    public static readonly MunicipalRules Default = new();

    /// <summary>Whether placement sites get notices. Off until the municipality turns it on: they often go to a private mailbox.</summary>
    public bool SiteNotices { get; init; }

    /// <summary>The day of the weekly digest.</summary>
    public IsoDayOfWeek DigestDay { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The time of the weekly digest, Copenhagen.</summary>
    public LocalTime DigestTime { get; init; } = new(7, 0);

    /// <summary>When no mail goes.</summary>
    public QuietHours QuietHours { get; init; } = QuietHours.None;

    /// <summary>The terms chosen, as <see cref="DutyTerm.NameIn"/> names them.</summary>
    public IReadOnlyDictionary<string, Counted> Terms { get; init; } = FrozenDictionary<string, Counted>.Empty;

    /// <summary>The ladders chosen: for all duties, for a kind, or for a duty.</summary>
    public IReadOnlyDictionary<string, LadderChoice> Ladders { get; init; } = FrozenDictionary<string, LadderChoice>.Empty;

    /// <summary>The Method and Practice duties that are turned off.</summary>
    public IReadOnlySet<string> DutiesOff { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The duties that are turned on of those that are off where nothing is chosen.</summary>
    public IReadOnlySet<string> DutiesOn { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether a duty is on.</summary>
    public bool Has(Duty duty) => duty.OnByDefault ? !DutiesOff.Contains(duty.Id) : DutiesOn.Contains(duty.Id);

    /// <summary>Reads a file's text.</summary>
    /// <param name="json">The text; comments and a comma too many are forgiven.</param>
    /// <param name="file">The file's name, for the error.</param>
    /// <exception cref="RulesException">The text is not usable settings; the message says where, what was expected and what to do.</exception>
    public static MunicipalRules Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return SettingsReader.Read(new SettingsNode(file, "$", document.RootElement));
        }
        catch (JsonException unreadable)
        {
            throw new RulesException($"{file}: filen er ikke gyldig JSON (linje {unreadable.LineNumber + 1}): ret den, eller slet den for at bruge standardvalgene.", unreadable);
        }
    }
}
