using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Bus;

namespace Rettidig.Contract.Tests.Bus;

/// <summary>The REST data plane, over HTTP, as <c>curl</c> would use it. Source: "Send Message" and "Send Message Batch" of the Service Bus REST API.</summary>
public sealed class RestContract : IAsyncLifetime
{
    private static readonly BusAddress Orders = new("orders");

    private readonly DataFile file = new();
    private readonly HttpClient http = new();
    private NoticedClock clock = null!;
    private WebApplication app = null!;
    private MessageBus bus = null!;
    private BusKey key = null!;

    private string Address => app.Urls.First();

    public async Task InitializeAsync()
    {
        file.Store.Time = clock = new NoticedClock(file.Clock);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["SelfHost:Queues:orders:MaxDeliveryCount"] = "10";
        builder.Configuration["SelfHost:Topics:news:Subscriptions"] = "first,second";
        builder.Services.AddSingleton(file.Store);
        builder.Services.AddMessageBus(builder.Configuration);
        app = builder.Build();
        foreach (Action<IEndpointRouteBuilder> map in app.Services.GetServices<Action<IEndpointRouteBuilder>>())
        {
            map(app);
        }

        await app.StartAsync();
        bus = app.Services.GetRequiredService<MessageBus>();
        key = app.Services.GetRequiredService<BusKey>();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await file.DisposeAsync();
        clock.Dispose();
    }

    [Fact]
    public async Task A_signed_message_is_taken_with_its_properties()
    {
        using HttpRequestMessage request = Post("orders", "{\"id\":\"æ\"}", "application/cloudevents+json");
        request.Headers.Add("BrokerProperties", "{\"MessageId\":\"m-1\",\"Label\":\"news\",\"CorrelationId\":\"c\",\"TimeToLive\":60}");
        request.Headers.Add("Priority", "\"High\"");

        Assert.Equal(HttpStatusCode.Created, (await http.SendAsync(request)).StatusCode);

        BusMessage message = Assert.Single(await bus.ReceiveAsync(Orders)).Message;
        Assert.Equal("{\"id\":\"æ\"}", Encoding.UTF8.GetString(message.Body));
        Assert.Equal(("m-1", "news", "c", TimeSpan.FromMinutes(1)), (message.MessageId, message.Subject, message.CorrelationId, message.TimeToLive));
        Assert.Equal("application/cloudevents+json; charset=utf-8", message.ContentType);
        Assert.Equal("High", Assert.Single(message.Properties).Value);
    }

    [Fact]
    public async Task A_batch_is_taken_as_a_whole()
    {
        using HttpRequestMessage request = Post(
            "news",
            """[{"Body":"one","BrokerProperties":{"MessageId":"1","TimeToLiveTimeSpan":"00:00:40"}},{"Body":"two","UserProperties":{"Priority":"High","Size":7,"Rush":true}}]""",
            "application/vnd.microsoft.servicebus.json");

        Assert.Equal(HttpStatusCode.Created, (await http.SendAsync(request)).StatusCode);

        IReadOnlyList<BusDelivery> received = await bus.ReceiveAsync(new BusAddress("news", "second"), 10);
        Assert.Equal(["one", "two"], received.Select(delivery => Encoding.UTF8.GetString(delivery.Message.Body)));
        Assert.Equal(("1", TimeSpan.FromSeconds(40)), (received[0].Message.MessageId, received[0].Message.TimeToLive));
        Assert.Equal(["High", 7, true], received[1].Message.Properties.Values);
        Assert.Equal(2, bus.Count(new BusAddress("news", "first")).Active);
    }

    [Fact]
    public async Task A_sender_on_this_machine_finds_the_key_in_a_file_for_the_owner_alone()
    {
        string path = Path.Combine(Path.GetDirectoryName(file.Path)!, "servicebus.connection");
        string connection = (await File.ReadAllTextAsync(path)).Trim();

        Assert.Equal($"Endpoint=http://localhost:7071/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={key.Value}", connection);
        Assert.Equal(32, Convert.FromBase64String(key.Value).Length);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(key, await BusKey.OpenAsync(file.Store));
        Assert.DoesNotContain(key.Value, key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_request_without_a_token_is_refused() => RefusedAsync(HttpStatusCode.Unauthorized, "MissingToken", request => request.Headers.Remove("Authorization"));

    [Fact]
    public Task A_token_that_is_not_one_is_refused() => RefusedAsync(HttpStatusCode.Unauthorized, "MalformedToken", request => Authorize(request, "SharedAccessSignature sr=x&sig=y"));

    [Fact]
    public Task A_token_signed_with_another_key_is_refused() =>
        RefusedAsync(HttpStatusCode.Unauthorized, "InvalidSignature", request => Authorize(request, SasToken.Create(Address + "/orders", key.Name, "another", Later)));

    [Fact]
    public Task A_token_of_another_key_name_is_refused() =>
        RefusedAsync(HttpStatusCode.Unauthorized, "InvalidSignature", request => Authorize(request, SasToken.Create(Address + "/orders", "Other", key.Value, Later)));

    [Fact]
    public Task A_token_whose_expiry_was_changed_is_refused() =>
        RefusedAsync(HttpStatusCode.Unauthorized, "InvalidSignature", request => Authorize(
            request, SasToken.Create(Address, key.Name, key.Value, Later).Replace($"se={Later.ToUnixTimeSeconds()}", $"se={Later.ToUnixTimeSeconds() + 1}", StringComparison.Ordinal)));

    [Fact]
    public Task An_expired_token_is_refused() =>
        RefusedAsync(HttpStatusCode.Unauthorized, "ExpiredToken", request => Authorize(request, SasToken.Create(Address, key.Name, key.Value, file.Clock.GetUtcNow())));

    [Fact]
    public Task A_token_for_another_queue_is_refused() =>
        RefusedAsync(HttpStatusCode.Unauthorized, "InvalidAudience", request => Authorize(request, SasToken.Create(Address + "/order", key.Name, key.Value, Later)));

    [Fact]
    public async Task A_token_is_made_as_Service_Bus_documents_it()
    {
        // The same fields computed by hand: HMAC-SHA256 over the encoded resource, a line feed and the expiry.
        const string Resource = "http%3A%2F%2Flocalhost%3A7071%2Forders";
        byte[] signature = System.Security.Cryptography.HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(Resource + "\n1796000000"));

        string token = SasToken.Create("http://localhost:7071/orders", "RootManageSharedAccessKey", "key", DateTimeOffset.FromUnixTimeSeconds(1796000000));

        Assert.Equal($"SharedAccessSignature sr={Resource}&sig={WebUtility.UrlEncode(Convert.ToBase64String(signature))}&se=1796000000&skn=RootManageSharedAccessKey", token);
        using HttpRequestMessage request = Post("orders", "x", "text/plain");
        Authorize(request, SasToken.Create(Address, key.Name, key.Value, Later));
        Assert.Equal(HttpStatusCode.Created, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task What_does_not_exist_is_gone()
    {
        using HttpRequestMessage request = Post("nowhere", "x", "text/plain");

        HttpResponseMessage answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("'nowhere'", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("[]", "BrokerProperties must be")]
    [InlineData("{\"MessageId\":5}", "MessageId must be")]
    [InlineData("{\"TimeToLive\":-1}", "TimeToLive must be")]
    [InlineData("{\"ScheduledEnqueueTimeUtc\":\"soon\"}", "ScheduledEnqueueTimeUtc must be")]
    public Task Properties_that_cannot_be_are_refused(string properties, string named) =>
        RefusedAsync(HttpStatusCode.BadRequest, named, request => request.Headers.TryAddWithoutValidation("BrokerProperties", properties));

    [Theory]
    [InlineData("{}", "JSON array")]
    [InlineData("[{}]", "must have a Body")]
    [InlineData("[{\"Body\":\"a\",\"UserProperties\":{\"x\":[]}}]", "user property x")]
    public Task A_batch_that_cannot_be_is_refused(string batch, string named) =>
        RefusedAsync(HttpStatusCode.BadRequest, named, request => request.Content = new StringContent(batch, Encoding.UTF8, "application/vnd.microsoft.servicebus.json"));

    [Theory]
    [InlineData((256 * 1024) + 1)]
    [InlineData(3 * 1024 * 1024)]
    public Task A_message_above_256_KiB_is_refused(int bytes) =>
        RefusedAsync(HttpStatusCode.Forbidden, "262144", request => request.Content = new ByteArrayContent(new byte[bytes]));

    [Fact]
    public async Task A_refusal_is_written_as_Service_Bus_writes_it()
    {
        using HttpRequestMessage request = Post("nowhere", "x", "text/plain");

        HttpResponseMessage answer = await http.SendAsync(request);

        XElement error = XElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(("application/xml", "Error", "410"), (answer.Content.Headers.ContentType!.MediaType, error.Name.LocalName, error.Element("Code")!.Value));
        Assert.StartsWith("EntityNotFound", error.Element("Detail")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_within_the_window_is_answered_as_taken_and_dropped()
    {
        for (int time = 0; time < 2; time++)
        {
            using HttpRequestMessage request = Post("orders", "x", "text/plain");
            request.Headers.Add("BrokerProperties", "{\"MessageId\":\"same\"}");
            Assert.Equal(HttpStatusCode.Created, (await http.SendAsync(request)).StatusCode);
        }

        Assert.Equal(1, bus.Count(Orders).Active);
    }

    [Fact]
    public async Task A_message_is_locked_renewed_and_deleted_where_its_location_says()
    {
        await bus.SendAsync("news", new BusMessage { MessageId = "m-1", Body = "krop"u8.ToArray(), ContentType = "text/plain", Subject = "s", Properties = new Dictionary<string, object> { ["Priority"] = "Høj", ["Size"] = 7 } });

        HttpResponseMessage locked = await SendAsync(HttpMethod.Post, "/news/subscriptions/first/messages/head?timeout=1");

        Assert.Equal((HttpStatusCode.Created, "krop", "text/plain"), (locked.StatusCode, await locked.Content.ReadAsStringAsync(), locked.Content.Headers.ContentType!.MediaType));
        JsonElement properties = JsonSerializer.Deserialize<JsonElement>(locked.Headers.GetValues("BrokerProperties").Single());
        Assert.Equal(("m-1", "s", 1, 1), (properties.GetProperty("MessageId").GetString(), properties.GetProperty("Label").GetString(), properties.GetProperty("DeliveryCount").GetInt32(), properties.GetProperty("SequenceNumber").GetInt32()));
        Assert.Equal("Høj", JsonSerializer.Deserialize<string>(locked.Headers.GetValues("Priority").Single()));
        Assert.Equal("7", locked.Headers.GetValues("Size").Single());
        string location = locked.Headers.Location!.AbsolutePath;
        Assert.Equal($"/news/subscriptions/first/messages/1/{properties.GetProperty("LockToken").GetString()}", location);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Post, "/news/subscriptions/first/messages/head")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, location)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Delete, location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, location)).StatusCode);
        Assert.Equal(0, bus.Count(new BusAddress("news", "first")).Active);
        Assert.Equal(1, bus.Count(new BusAddress("news", "second")).Active);
    }

    [Fact]
    public async Task A_dead_letter_is_read_with_its_reason_and_can_be_unlocked_or_taken()
    {
        await bus.SendAsync("orders", new BusMessage { MessageId = "m-1" });
        BusDelivery delivery = Assert.Single(await bus.ReceiveAsync(Orders));
        await bus.DeadLetterAsync(Orders, delivery.LockToken, "missing-field", "Feltet heldOn mangler. Ret det på sagen.");

        HttpResponseMessage locked = await SendAsync(HttpMethod.Post, "/orders/$deadletterqueue/messages/head");
        Assert.Equal("missing-field", JsonSerializer.Deserialize<string>(locked.Headers.GetValues("DeadLetterReason").Single()));
        Assert.Equal("Feltet heldOn mangler. Ret det på sagen.", JsonSerializer.Deserialize<string>(locked.Headers.GetValues("DeadLetterErrorDescription").Single()));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Put, locked.Headers.Location!.AbsolutePath)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Delete, "/orders/$DeadLetterQueue/messages/head")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, "/orders/$deadletterqueue/messages/head")).StatusCode);
    }

    [Theory]
    [InlineData("POST", HttpStatusCode.Created)]
    [InlineData("DELETE", HttpStatusCode.OK)]
    public async Task A_receiver_waits_for_a_message_as_long_as_its_timeout_says(string method, HttpStatusCode found)
    {
        Task<HttpResponseMessage> waiting = SendAsync(new HttpMethod(method), "/orders/messages/head?timeout=60");
        await clock.UntilSomebodyWaitsAsync();
        Assert.False(waiting.IsCompleted);

        await bus.SendAsync("orders", new BusMessage { MessageId = "m-1", Body = "krop"u8.ToArray() });

        HttpResponseMessage answer = await waiting;
        Assert.Equal((found, "krop"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task When_no_message_comes_within_the_timeout_that_is_the_answer()
    {
        Task<HttpResponseMessage> waiting = SendAsync(HttpMethod.Post, "/news/subscriptions/first/messages/head?timeout=60");
        await clock.UntilSomebodyWaitsAsync();
        file.Clock.JumpTo(file.Clock.GetUtcNow() + TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);

        file.Clock.JumpTo(file.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.NoContent, (await waiting).StatusCode);
    }

    [Fact]
    public async Task A_message_whose_lock_runs_out_meanwhile_is_found()
    {
        await bus.SendAsync("orders", new BusMessage { MessageId = "m-1" });
        Assert.Single(await bus.ReceiveAsync(Orders));
        Task<HttpResponseMessage> waiting = SendAsync(HttpMethod.Post, "/orders/messages/head?timeout=120");
        await clock.UntilSomebodyWaitsAsync();

        file.Clock.JumpTo(file.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));

        HttpResponseMessage answer = await waiting;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("\"DeliveryCount\":2", answer.Headers.GetValues("BrokerProperties").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/orders/messages/head?timeout=-1")]
    [InlineData("DELETE", "/orders/messages/head?timeout=soon")]
    [InlineData("POST", "/orders/messages/head?timeout=3601")]
    [InlineData("POST", "/orders/messages?timeout=1.5")]
    public async Task A_timeout_that_is_no_number_of_seconds_is_refused(string method, string path)
    {
        HttpResponseMessage answer = await SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("timeout must be", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_sent_with_a_timeout_is_taken_at_once()
    {
        using HttpRequestMessage request = Post("orders", "x", "text/plain");
        request.RequestUri = new Uri($"{Address}/orders/messages?timeout=60");

        Assert.Equal(HttpStatusCode.Created, (await http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/nowhere/messages/head")]
    [InlineData("/news/subscriptions/nobody/messages/head")]
    [InlineData("/news/messages/head")]
    public async Task Where_there_is_no_queue_nothing_is_received(string path) => Assert.Equal(HttpStatusCode.Gone, (await SendAsync(HttpMethod.Post, path)).StatusCode);

    [Fact]
    public async Task Nothing_is_received_without_a_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + "/orders/messages/head");

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.SendAsync(request)).StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, Address + path);
        Authorize(request, SasToken.Create(Address, key.Name, key.Value, Later));
        return await http.SendAsync(request);
    }

    private DateTimeOffset Later => file.Clock.GetUtcNow().AddHours(1);

    private HttpRequestMessage Post(string entity, string body, string contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/{entity}/messages") { Content = new StringContent(body, Encoding.UTF8, contentType) };
        Authorize(request, SasToken.Create($"{Address}/{entity}", key.Name, key.Value, Later));
        return request;
    }

    private static void Authorize(HttpRequestMessage request, string token)
    {
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", token);
    }

    private async Task RefusedAsync(HttpStatusCode status, string named, Action<HttpRequestMessage> change)
    {
        using HttpRequestMessage request = Post("orders", "x", "text/plain");
        change(request);

        HttpResponseMessage answer = await http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(bus.Peek(Orders));
    }
}
