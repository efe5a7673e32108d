using Azure.Data.Tables;
using Microsoft.Extensions.Hosting;

namespace Rettidig.Functions.Storage;

/// <summary>Makes the tables that are missing before the first function runs.</summary>
internal sealed class TableCreation(Tables tables) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (TableClient table in tables.All)
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
