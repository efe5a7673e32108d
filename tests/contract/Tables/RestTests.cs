using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Rettidig.Contract.Tests.Tables;

/// <summary>What goes over the wire, and what is made of answers that an emulator does not give.</summary>
public sealed class RestTests
{
    private const string Account = "account";
    private static readonly string Key = Convert.ToBase64String("not a key of anything"u8);
    private static readonly string ConnectionString = $"DefaultEndpointsProtocol=https;AccountName={Account};AccountKey={Key};EndpointSuffix=core.windows.net";

    [Fact]
    public async Task A_request_is_signed_over_its_date_and_its_encoded_path()
    {
        var wire = new Wire(_ => Wire.Answer(204));

        await new TableClient(ConnectionString, "Cases", wire.Options()).DeleteEntityAsync("it's", "å 1");

        SentRequest sent = Assert.Single(wire.Sent);
        string path = "/Cases(PartitionKey='it%27%27s',RowKey='%C3%A5%201')";
        Assert.Equal(("DELETE", "https://account.table.core.windows.net" + path), (sent.Method, sent.Uri));
        byte[] signature = HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes($"{sent.Headers["x-ms-date"]}\n/account{path}"));
        Assert.Equal($"SharedKeyLite account:{Convert.ToBase64String(signature)}", sent.Authorization);
        Assert.Equal(("*", "2020-12-06"), (sent.Headers["If-Match"], sent.Headers["x-ms-version"]));
    }

    [Fact]
    public async Task A_changed_key_signs_the_next_request()
    {
        var wire = new Wire(_ => Wire.Answer(204));
        var credential = new TableSharedKeyCredential(Account, Key);
        var table = new TableClient(new Uri("https://account.table.core.windows.net/"), "Cases", credential, wire.Options());
        string other = Convert.ToBase64String("another"u8);

        credential.SetAccountKey(other);
        await table.DeleteEntityAsync("p", "r");

        byte[] signature = HMACSHA256.HashData("another"u8, Encoding.UTF8.GetBytes($"{wire.Sent[0].Headers["x-ms-date"]}\n/account/Cases(PartitionKey='p',RowKey='r')"));
        Assert.EndsWith(":" + Convert.ToBase64String(signature), wire.Sent[0].Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_busy_is_asked_again()
    {
        var wire = new Wire(number => number < 3 ? Wire.Answer(503, Refusal("ServerBusy", "Try again.")) : Wire.Answer(204));

        Response done = await new TableClient(ConnectionString, "Cases", wire.Options()).AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal((204, 3), (done.Status, wire.Sent.Count));
        Assert.Single(wire.Sent.Select(sent => sent.Headers["x-ms-client-request-id"]).Distinct());
    }

    [Theory]
    [InlineData("""{"odata.error":{"code":"AuthorizationFailure","message":{"lang":"en-US","value":"Not from there."}}}""", "application/json", "AuthorizationFailure")]
    [InlineData("""<?xml version="1.0" encoding="utf-8"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>AuthenticationFailed</m:code><m:message xml:lang="en-US">No.</m:message></m:error>""", "application/xml", "AuthenticationFailed")]
    [InlineData("a page of some proxy", "text/html", null)]
    [InlineData("<html><p>of some proxy", "text/html", null)]
    public async Task A_refusal_carries_the_services_code_however_it_is_written(string body, string type, string? code)
    {
        var wire = new Wire(_ => Wire.Answer(403, body, type));

        RequestFailedException refusal = await Assert.ThrowsAsync<RequestFailedException>(() => new TableClient(ConnectionString, "Cases", wire.Options()).AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((403, code), (refusal.Status, refusal.ErrorCode));
        Assert.NotNull(refusal.GetRawResponse());
    }

    [Fact]
    public async Task What_passes_a_limit_is_refused_before_anything_is_sent()
    {
        var wire = new Wire(_ => Wire.Answer(204));
        var table = new TableClient(ConnectionString, "Cases", wire.Options());
        TableEntity large = new("p", "r") { ["Bytes"] = new byte[(64 * 1024) + 1] };
        TableEntity largest = new("p", "r");
        for (int number = 0; number < 17; number++)
        {
            largest[$"B{number}"] = new byte[63 * 1024];
        }

        Assert.Equal("PropertyValueTooLarge", (await Assert.ThrowsAsync<RequestFailedException>(() => table.UpsertEntityAsync(large))).ErrorCode);
        Assert.Equal("EntityTooLarge", (await Assert.ThrowsAsync<RequestFailedException>(() => table.UpsertEntityAsync(largest))).ErrorCode);
        TableTransactionFailedException refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "a")), new(TableTransactionActionType.Add, large)]));
        Assert.Equal(("PropertyValueTooLarge", 1), (refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task A_transaction_that_grows_too_large_on_the_wire_is_refused_before_it_is_sent()
    {
        var wire = new Wire(_ => Wire.Answer(204));
        var table = new TableClient(ConnectionString, "Cases", wire.Options());

        // 60 × 60 KiB are less than 4 MiB; in base64 they are more.
        TableTransactionFailedException refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            Enumerable.Range(0, 60).Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{number}") { ["Bytes"] = new byte[60 * 1024] }))));

        Assert.Equal((413, "RequestBodyTooLarge"), (refusal.Status, refusal.ErrorCode));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public void A_page_without_rows_and_a_token_without_a_row_key_go_on()
    {
        var wire = new Wire(number => number == 1
            ? Wire.Answer(200, """{"value":[]}""", headers: ("x-ms-continuation-NextPartitionKey", "1!4!YQ--"))
            : Wire.Answer(200, """{"value":[{"PartitionKey":"b","RowKey":"1"}]}"""));

        List<TableEntity> rows = [.. new TableClient(ConnectionString, "Cases", wire.Options()).Query<TableEntity>("RowKey eq '1 & 2'", 5)];

        Assert.Equal("b", Assert.Single(rows).PartitionKey);
        Assert.Equal("https://account.table.core.windows.net/Cases()?$filter=RowKey%20eq%20%271%20%26%202%27&$top=5", wire.Sent[0].Uri);
        Assert.Equal(wire.Sent[0].Uri + "&NextPartitionKey=1%214%21YQ--", wire.Sent[1].Uri);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.0", 2.0)]
    [InlineData("1e3", 1000.0)]
    [InlineData("5000000000", 5000000000.0)]
    [InlineData("true", true)]
    [InlineData("\"2\"", "2")]
    public void A_value_without_a_type_is_read_by_its_looks(string json, object value)
    {
        var wire = new Wire(_ => Wire.Answer(200, $$"""{"odata.metadata":"x","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-11-30T07:00:00.1234567Z","V":{{json}},"Gone":null}"""));

        TableEntity entity = new TableClient(ConnectionString, "Cases", wire.Options()).GetEntity<TableEntity>("p", "r").Value;

        Assert.Equal(value, entity["V"]);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero).AddTicks(1234567), entity.Timestamp);
        Assert.Equal(new ETag("W/\"1\""), entity.ETag);
        Assert.False(entity.ContainsKey("Gone") || entity.ContainsKey("odata.metadata"));
    }

    [Theory]
    [InlineData("", "AccountName")]
    [InlineData("AccountKey=c2VjcmV0", "AccountName")]
    [InlineData("AccountName=a;EndpointSuffix=core.windows.net", "AccountKey")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0", "EndpointSuffix")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0!;EndpointSuffix=core.windows.net", "AccountKey")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=ftp://x", "TableEndpoint")]
    [InlineData("c2VjcmV0", "Name=value")]
    public void A_connection_string_that_lacks_something_is_refused_without_repeating_the_key(string connectionString, string named)
    {
        Exception refusal = Assert.ThrowsAny<Exception>(() => new TableServiceClient(connectionString == "" ? ";" : connectionString));

        Assert.IsType<FormatException>(refusal);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net", "https://a.table.core.windows.net/", "a")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://localhost:99/b", "http://localhost:99/b", "b")]
    public void A_connection_string_names_the_account_and_where_it_is(string connectionString, string uri, string account)
    {
        var service = new TableServiceClient(connectionString);

        Assert.Equal((uri, account), (service.Uri.ToString(), service.AccountName));
    }

    [Fact]
    public async Task A_transaction_refused_as_a_whole_names_no_action()
    {
        var wire = new Wire(_ => Wire.Answer(400, Refusal(TableErrorCode.InvalidInput.ToString(), "One of the request inputs is not valid.")));

        TableTransactionFailedException refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => new TableClient(ConnectionString, "Cases", wire.Options()).SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]));

        Assert.Equal((400, "InvalidInput", null), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
    }

    private static string Refusal(string code, string message) =>
        $$"""{ "odata.error": { "code": "{{code}}", "message": { "lang": "en-US", "value": "{{message}}" } } }""";
}
