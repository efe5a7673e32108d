using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rettidig.SelfHost.Bus;

/// <summary>The <c>timeout</c> of a request, in seconds: how long the service may take over it.</summary>
internal static class RequestTimeout
{
    /// <summary>Nobody holds a connection longer than this on purpose.</summary>
    private const int Longest = 3_600;

    /// <summary>Null where the request has none.</summary>
    /// <exception cref="BusError">It is no number of seconds.</exception>
    public static TimeSpan? Of(HttpRequest request)
    {
        if (request.Query["timeout"].ToString() is not { Length: > 0 } given)
        {
            return null;
        }

        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds <= Longest
            ? TimeSpan.FromSeconds(seconds)
            : throw new BusError(BusErrorKind.BadMessage, $"timeout must be a whole number of seconds, from 0 to {Longest}.");
    }
}
