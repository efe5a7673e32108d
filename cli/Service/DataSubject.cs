using System.Text.RegularExpressions;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;

namespace Rettidig.Cli.Service;

/// <summary>Whose data is asked for: a placement's, or one of the staff's.</summary>
/// <param name="Name">As events name it in their subject: <c>101/P-7</c>, <c>101/staff/as12</c>.</param>
/// <param name="IsStaff">One of the staff.</param>
internal sealed partial record DataSubject(string Name, bool IsStaff)
{
    /// <summary>Where the service takes it away.</summary>
    public string Path => IsStaff ? $"api/staff/{Name.Replace("/staff/", "/", StringComparison.Ordinal)}" : $"api/placements/{Name}";

    /// <summary>Where the service shows everything.</summary>
    public string DataPath => IsStaff ? Path : $"{Path}/data";

    /// <exception cref="Refused">It is neither.</exception>
    public static DataSubject Parse(string given) =>
        PlacementKey.TryParse(given, out PlacementKey placement) ? new DataSubject(placement.Subject, IsStaff: false)
        : Staff().IsMatch(given) ? new DataSubject(given, IsStaff: true)
        : throw Refused.AsWritten($"'{given}' er hverken en anbringelse eller en medarbejder; skriv kommunens tre cifre og sagens reference, fx 101/P-7, eller medarbejderens id, fx 101/staff/as12.");

    [GeneratedRegex(@"\A[0-9]{3}/staff/[A-Za-z0-9._-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Staff();
}
