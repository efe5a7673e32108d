using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>A Table service over HTTP: Azure's, or Azurite. Retries, diagnostics and authentication are those of Azure.Core's pipeline.</summary>
internal sealed partial class RestTransport : TableTransport
{
    private static readonly RefusalParser Refusals = new();

    private readonly HttpPipeline pipeline;
    private readonly string version;

    private RestTransport(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        version = options.VersionText;
        pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options) { PerRetryPolicies = { authentication }, RequestFailedDetailsParser = Refusals });
    }

    public override Uri Endpoint { get; }

    /// <summary>The first word of the host; behind an address of numbers, as Azurite has it, the first of the path.</summary>
    public override string AccountName => Endpoint.HostNameType == UriHostNameType.Dns && !Endpoint.IsLoopback
        ? Endpoint.Host.Split('.')[0]
        : Endpoint.AbsolutePath.Trim('/').Split('/')[0];

    public static RestTransport Signed(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new RestTransport(endpoint, new SharedKeyLitePolicy(credential), options);
    }

    public static RestTransport WithTokens(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        if (endpoint.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException("A token is sent over https only: write the endpoint with https.", nameof(endpoint));
        }

        string scope = (options?.Audience ?? TableAudience.AzurePublicCloud).Scope();
        return new RestTransport(endpoint, new BearerTokenAuthenticationPolicy(credential, scope), options);
    }

    public static string Below(Uri endpoint, string path) => endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path;

    public override async Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken)
    {
        Check(() => TableLimits.CheckTableName(table));
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table });
        return Good(await SendAsync(new TableRequest(RequestMethod.Post, "Tables", null, body), cancellationToken).ConfigureAwait(false));
    }

    public override async Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken)
    {
        Response response = await SendAsync(new TableRequest(RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(table)}')"), cancellationToken).ConfigureAwait(false);
        return response.Status == 404 ? response : Good(response);
    }

    public override async Task<(Response Response, TableEntity? Entity)> GetAsync(
        string table, string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        string query = Query([("$select", select is null ? null : string.Join(',', select))]);
        Response response = await SendAsync(new TableRequest(RequestMethod.Get, TableRequest.Entity(table, partitionKey, rowKey) + query), cancellationToken).ConfigureAwait(false);
        if (response.Status == 404 && Refusal(response) is { ErrorCode: not "TableNotFound" })
        {
            return (response, null);
        }

        using JsonDocument json = JsonDocument.Parse(Good(response).Content);
        Dictionary<string, object> entity = EntityJson.Read(json.RootElement);
        if (response.Headers.ETag is { } etag)
        {
            entity[EntityProperty.ETag] = etag.ToString();
        }

        return (response, TableEntity.Over(entity));
    }

    public override RequestFailedException Missing(Response response) => Refusal(response);

    public override async Task<Response> SubmitAsync(string table, TableChange change, CancellationToken cancellationToken)
    {
        Check(() => TableLimits.CheckTransaction([change]));
        return Good(await SendAsync(TableRequest.Of(table, change), cancellationToken).ConfigureAwait(false));
    }

    public override async Task<IReadOnlyList<Response>> SubmitTransactionAsync(string table, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        Check(() => TableLimits.CheckTransaction(changes));
        var body = new TransactionBody(Endpoint, changes.Select(change => TableRequest.Of(table, change)));
        byte[] bytes = body.ToArray();
        Check(() => TableLimits.CheckTransactionBytes(bytes.LongLength));
        Response whole = Good(await SendAsync(new TableRequest(RequestMethod.Post, "$batch", null, bytes), cancellationToken, body.ContentType).ConfigureAwait(false));
        IReadOnlyList<Response> answers = await TransactionAnswer.ReadAsync(whole, cancellationToken).ConfigureAwait(false);
        return answers.FirstOrDefault(answer => answer.Status >= 400) is { } refused ? throw TransactionRefusal(refused) : answers;
    }

    private static RequestFailedException TransactionRefusal(Response refused)
    {
        RequestFailedException refusal = Refusal(refused);
        Refusals.TryParse(refused, out ResponseError? error, out _);
        refusal.Data[TableTransactionFailedException.IndexKey] = TransactionAnswer.IndexOf(error?.Message);
        return refusal;
    }

    private static Response Good(Response response) => response.IsError || response.Status >= 400 ? throw Refusal(response) : response;

    private static RequestFailedException Refusal(Response response) => new(response, innerException: null, Refusals);

    private static void Check(Action limits)
    {
        try
        {
            limits();
        }
        catch (TableError error)
        {
            throw TableErrors.Failure(error);
        }
    }

    private async Task<Response> SendAsync(TableRequest request, CancellationToken cancellationToken, string? contentType = null)
    {
        using HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = request.Method;
        message.Request.Uri.Reset(new Uri(Below(Endpoint, request.Path)));
        message.Request.Headers.Add("x-ms-version", version);
        foreach ((string name, string value) in request.Headers())
        {
            message.Request.Headers.SetValue(name, name == "Content-Type" && contentType is not null ? contentType : value);
        }

        message.Request.Content = request.Body is null ? null : RequestContent.Create(request.Body);
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response;
    }
}
