using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Deliveries;

/// <summary>What deliveries have to say to the operator. Never an address. Event ids 6100 to 6199.</summary>
internal static partial class Log
{
    [LoggerMessage(6101, LogLevel.Information, "The mail service says of mail {Mail}: {Kind} {Status}.")]
    public static partial void Told(ILogger logger, string mail, DeliveryKind kind, string status);

    [LoggerMessage(6102, LogLevel.Warning, "A post to the delivery events was refused: {Reason}.")]
    public static partial void Refused(ILogger logger, string reason);
}
