using System.Text.Json;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Costs;

/// <summary>The prices an installation is computed from: those of this release, or those of a file of the same form.</summary>
internal sealed class PriceList(IReadOnlyList<ListPrice> prices)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = false };

    public IReadOnlyList<ListPrice> All => prices;

    public ListPrice this[string id] => prices.Single(price => price.Id == id);

    public static PriceList OfRelease { get; } = new(CostFile.Read<ListPrice[]>("prices.json", Json));

    /// <summary>A file's prices. One that is not there is taken from the release.</summary>
    /// <exception cref="Refused">The file cannot be read, or holds a price that cannot be meant.</exception>
    public static PriceList OfFile(string file)
    {
        ListPrice[] own = Read(file);
        if (own.FirstOrDefault(price => OfRelease.All.All(known => known.Id != price.Id)) is { } unknown)
        {
            throw Refused.AsWritten($"{file}: prisen \"{unknown.Id}\" kendes ikke. De, der bruges, er {string.Join(", ", OfRelease.All.Select(price => price.Id))}.");
        }

        if (own.FirstOrDefault(price => price.Usd < 0 || price.Per <= 0 || price.Free < 0 || price.Read == default || price.Source is null) is { } unusable)
        {
            throw Refused.AsWritten($"{file}: prisen \"{unusable.Id}\" skal have usd (mindst 0), per (større end 0), read (en dato som 2026-11-22) og source (adressen, den er læst på).");
        }

        return new PriceList([.. OfRelease.All.Select(known => own.LastOrDefault(price => price.Id == known.Id) ?? known)]);
    }

    private static ListPrice[] Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ListPrice[]>(File.ReadAllText(file), Json)!;
        }
        catch (JsonException malformed)
        {
            throw Refused.AsWritten($"{file} er ikke en liste af priser (linje {malformed.LineNumber + 1}). Begynd med en kopi af cli/Costs/prices.json.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"Filen {file} kan ikke læses: se efter, at navnet er rigtigt, og at du har adgang.");
        }
    }
}
