using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.SiteLinks;

internal static partial class Log
{
    [LoggerMessage(6101, LogLevel.Information, "A placement site answered {Purpose} for {Placement}.")]
    public static partial void Answered(ILogger logger, string placement, SiteLinkPurpose purpose);

    [LoggerMessage(6102, LogLevel.Error, "The answer {Id} of a placement site could not be sent to the topic placement-events; the site was asked to try again.")]
    public static partial void AnswerNotSent(ILogger logger, string id, Exception error);
}
