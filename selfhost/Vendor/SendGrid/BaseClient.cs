using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Requests to the SendGrid API.</summary>
public abstract class BaseClient : ISendGridClient
{
    private readonly HttpClient http;
    private readonly BaseClientOptions options;

    protected BaseClient(BaseClientOptions options)
        : this(new HttpClient(), options)
    {
    }

    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        http = httpClient;
        this.options = options;
        Version = options.Version ?? "v3";
        UrlPath = options.UrlPath;
    }

    /// <summary>The methods of HTTP that the API knows.</summary>
    public enum Method
    {
        DELETE = 0,
        GET = 1,
        PATCH = 2,
        POST = 3,
        PUT = 4,
    }

    public string? UrlPath { get; set; }

    public string Version { get; set; }

    public string MediaType { get; set; } = "application/json";

    /// <summary>Sends a request with the client's authorization and headers.</summary>
    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization ??= options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        foreach ((string name, string value) in options.RequestHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        HttpResponseMessage answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }

    /// <param name="method">Of HTTP.</param>
    /// <param name="requestBody">JSON.</param>
    /// <param name="queryParams">A JSON object: each property, or each element of a list, becomes a parameter.</param>
    /// <param name="urlPath">Below the version, e.g. <c>mail/send</c>.</param>
    /// <param name="cancellationToken">Gives up waiting; the request may have been carried out.</param>
    public async Task<Response> RequestAsync(Method method, string? requestBody = null, string? queryParams = null, string? urlPath = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), AddressOf(urlPath ?? UrlPath, queryParams));
        request.Content = requestBody is null ? null : new StringContent(requestBody, Encoding.UTF8, MediaType);
        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }

    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(msg);
        return RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);
    }

    private Uri AddressOf(string? path, string? queryParams)
    {
        string address = $"{options.Host?.TrimEnd('/')}/{Version}/{path}";
        return new Uri(queryParams is null ? address : address + "?" + Query(queryParams));
    }

    private static string Query(string json)
    {
        using JsonDocument parameters = JsonDocument.Parse(json);
        return string.Join('&', parameters.RootElement.EnumerateObject().SelectMany(parameter =>
            (parameter.Value.ValueKind == JsonValueKind.Array ? parameter.Value.EnumerateArray() : Enumerable.Repeat(parameter.Value, 1))
            .Select(value => $"{parameter.Name}={Uri.EscapeDataString(value.ToString())}")));
    }
}
