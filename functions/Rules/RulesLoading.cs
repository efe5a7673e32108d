using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Rules;

/// <summary>
/// At start: compares every municipality's settings with those it had when the service ran last, keeps what changed and
/// since when, and gives the rule books that history.
/// </summary>
internal sealed class RulesLoading(RuleBooks books, RuleVersions versions, Municipalities municipalities, TimeProvider time, ILogger<RulesLoading> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Instant now = time.Now();
        bool kept = await versions.WereKeptAsync(cancellationToken);
        Dictionary<string, Municipality> met = (await municipalities.ReadAsync(cancellationToken)).ToDictionary(municipality => municipality.Code, StringComparer.Ordinal);
        foreach (string code in met.Keys.Union(books.Chosen).Order(StringComparer.Ordinal))
        {
            books.Remember(code, await BringUpToDateAsync(code, kept ? met.GetValueOrDefault(code) : null, now, cancellationToken));
        }

        books.Loaded();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// The history with the settings of now as its last. A municipality met since versions are kept, of which there is none,
    /// had no file of its own until now.
    /// </summary>
    private async Task<IReadOnlyList<RulesInForce>> BringUpToDateAsync(string code, Municipality? metWithoutFile, Instant now, CancellationToken cancellationToken)
    {
        MunicipalRules chosen = books.ChoicesOf(code);
        List<RulesInForce> history = [.. await versions.ReadAsync(code, cancellationToken)];
        if (history.Count == 0)
        {
            await AddAsync(code, history, metWithoutFile is { } met ? new RulesInForce(met.Since, MunicipalRules.Default) : new RulesInForce(now, chosen), cancellationToken);
        }

        if (!SettingsText.AreSame(history[^1].Rules, chosen))
        {
            await AddAsync(code, history, new RulesInForce(now, chosen), cancellationToken);
            logger.RulesChanged(code);
        }

        // What is not kept of old versions, such as ladders, is that of now.
        return [.. history.SkipLast(1), history[^1] with { Rules = chosen }];
    }

    private async Task AddAsync(string code, List<RulesInForce> history, RulesInForce version, CancellationToken cancellationToken)
    {
        await versions.AddAsync(code, version, cancellationToken);
        history.Add(version);
    }
}
