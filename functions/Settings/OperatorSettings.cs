using Microsoft.Extensions.Configuration;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Settings;

/// <summary>Who is written to when nobody else can be.</summary>
/// <param name="Mailbox"><c>Operator:Mail</c>, such as <c>drift@kommune.dk</c>.</param>
public sealed record OperatorSettings(Mailbox Mailbox)
{
    private const string Key = "Operator:Mail";

    /// <summary>The operator where no mail can leave the machine anyway. The name "invalid" is reserved and never delivered to.</summary>
    private const string LocalOperator = "Drift <drift@rettidig.invalid>";

    /// <exception cref="SettingException">The setting is missing though mail leaves the house, or is no address.</exception>
    public static OperatorSettings Read(IConfiguration configuration)
    {
        string? given = configuration.Given(Key);
        if (given is null && (configuration.Given("SendGrid:ApiKey") ?? configuration.Given("Smtp:Host")) is not null)
        {
            throw new SettingException($"Indstillingen {Key} mangler: skriv den adresse, der får det, ingen anden kan findes til, fx \"drift@kommune.dk\".");
        }

        try
        {
            return new OperatorSettings(Mailbox.Parse(given ?? LocalOperator));
        }
        catch (FormatException notAnAddress)
        {
            throw new SettingException($"Indstillingen {Key} er \"{given}\", som ikke er én mailadresse: skriv fx \"drift@kommune.dk\".", notAnAddress);
        }
    }
}
