using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>What sends mail.</summary>
public interface ISendGridClient
{
    /// <summary>The path of requests that give none.</summary>
    string? UrlPath { get; set; }

    /// <summary>Of the API: <c>v3</c>.</summary>
    string Version { get; set; }

    string MediaType { get; set; }

    Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default);

    Task<Response> RequestAsync(BaseClient.Method method, string? requestBody = null, string? queryParams = null, string? urlPath = null, CancellationToken cancellationToken = default);

    /// <summary>Hands the mail to SendGrid: 202 when it was taken, which is not yet delivered.</summary>
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
