using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Hosting;
using Rettidig.Functions.Settings;

namespace Rettidig.Functions.Storage;

/// <summary>Makes the tables that are missing before the first function runs.</summary>
internal sealed class TableCreation(Tables tables) : IHostedService
{
    /// <exception cref="SettingException">The tables cannot be reached with the setting there is.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (TableClient table in tables.All)
            {
                await table.CreateIfNotExistsAsync(cancellationToken);
            }
        }
        catch (RequestFailedException refused)
        {
            throw new SettingException(
                $"Lagerkontoen i indstillingen Storage afviser appen (svar {refused.Status} {refused.ErrorCode}): se efter, at nøglen er rigtig, eller at appens identitet har rollen Storage Table Data Contributor.", refused);
        }
        catch (AggregateException away) when (away.InnerException is RequestFailedException)
        {
            throw new SettingException("Lagerkontoen i indstillingen Storage svarer ikke: se efter, at adressen er rigtig, og at der er adgang til den herfra.", away);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
