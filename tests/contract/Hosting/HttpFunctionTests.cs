using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    private const string Token = "a-token-for-these-tests";

    private readonly TemporaryFolder data = new();
    private readonly Journal journal = new();
    private readonly HttpClient client = new();
    private IHost host = null!;

    public async Task InitializeAsync()
    {
        host = WebApp(typeof(Pages)).Build();
        await host.StartAsync();
        client.BaseAddress = new Uri(AddressOf(host));
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.StopAsync();
        host.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Parameters_of_the_route_arrive_by_name_and_type() =>
        Assert.Equal("P-7 of 101, page 2", await client.GetStringAsync("/placements/101/P-7/2"));

    [Fact]
    public async Task A_parameter_of_the_wrong_type_is_the_callers_mistake()
    {
        HttpResponseMessage answer = await client.GetAsync("/placements/101/P-7/two");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("The value of 'page' is not a valid Int32.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_action_result_writes_itself()
    {
        HttpResponseMessage answer = await client.PostAsJsonAsync("/echo", new[] { "æblegrød" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["æblegrød"], await answer.Content.ReadFromJsonAsync<string[]>() ?? []);
    }

    [Fact]
    public async Task A_function_answers_only_its_methods() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.GetAsync("/echo")).StatusCode);

    [Fact]
    public async Task A_function_without_a_route_is_found_under_its_name() =>
        Assert.Equal("anyone", await client.GetStringAsync("/Open"));

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("a-token-for-somebody-else", null, HttpStatusCode.Unauthorized)]
    [InlineData(Token, null, HttpStatusCode.OK)]
    [InlineData(null, "a-token-for-these-test", HttpStatusCode.Unauthorized)]
    [InlineData(null, Token, HttpStatusCode.OK)]
    public async Task A_function_that_asks_for_a_key_takes_it_from_the_header_or_the_link(string? header, string? code, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, code is null ? "/guarded" : $"/guarded?code={code}");
        if (header is not null)
        {
            request.Headers.Add("x-functions-key", header);
        }

        Assert.Equal(expected, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_browser_that_came_with_the_key_need_not_bring_it_to_the_next_page()
    {
        await client.GetAsync($"/guarded?code={Token}");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/guarded")).StatusCode);
    }

    [Fact]
    public async Task A_person_without_the_key_gets_a_page_to_type_it_in_that_keeps_the_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guarded?side=%222%22");
        request.Headers.Add("Accept", "text/html");

        HttpResponseMessage answer = await client.SendAsync(request);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("""action="/guarded">""", page, StringComparison.Ordinal);
        Assert.Contains("""name="side" value="&quot;2&quot;">""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_throws_answers_with_an_empty_500()
    {
        HttpResponseMessage answer = await client.GetAsync("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Other_parts_of_the_host_may_answer_requests_too() =>
        Assert.Equal("from beside", await client.GetStringAsync("/beside"));

    [Fact]
    public async Task A_request_and_its_function_share_one_scope_and_the_context_knows_the_request()
    {
        Assert.Equal("same scope", await client.GetStringAsync("/scope"));
    }

    [Fact]
    public async Task The_prefix_of_host_json_stands_before_every_route()
    {
        using var elsewhere = new TemporaryFolder();
        FunctionsApplicationBuilder builder = WebApp(typeof(Pages));
        builder.Configuration["SelfHost:Data"] = elsewhere.Path;
        builder.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = "v1";
        using IHost prefixed = builder.Build();
        await prefixed.StartAsync();

        Assert.Equal("anyone", await client.GetStringAsync(AddressOf(prefixed) + "/v1/Open"));
        await prefixed.StopAsync();
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        using var elsewhere = new TemporaryFolder();
        FunctionsApplicationBuilder builder = WebApp(typeof(Pages));
        builder.Configuration["SelfHost:Data"] = elsewhere.Path;
        builder.Configuration["SelfHost:Urls"] = AddressOf(host);
        using IHost second = builder.Build();

        string message = (await Assert.ThrowsAsync<EmbeddedHostException>(() => second.StartAsync())).Message;

        Assert.Equal($"Adressen {AddressOf(host)} er optaget af et andet program: stop det, eller vælg en anden port med SelfHost:Urls, fx SelfHost:Urls=http://localhost:7072.", message);
    }

    [Fact]
    public void Two_functions_that_would_answer_the_same_request_are_refused() =>
        Assert.Contains("'One' and 'Other' answer the same requests, /same/{second}", RefusalOf(typeof(SameRoute)), StringComparison.Ordinal);

    [Fact]
    public void A_route_that_the_worker_in_Azure_could_not_read_is_refused() =>
        Assert.Contains("'Root' becomes //, which no Functions worker can read", RefusalOf(typeof(RootRoute)), StringComparison.Ordinal);

    [Fact]
    public async Task A_route_that_takes_nothing_is_the_root_and_only_the_root()
    {
        using var elsewhere = new TemporaryFolder();
        FunctionsApplicationBuilder builder = WebApp(typeof(NothingRoute));
        builder.Configuration["SelfHost:Data"] = elsewhere.Path;
        using IHost rooted = builder.Build();
        await rooted.StartAsync();

        Assert.Equal("the root", await client.GetStringAsync(AddressOf(rooted)));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(AddressOf(rooted) + "/other")).StatusCode);
        await rooted.StopAsync();
    }

    [Fact]
    public void A_function_that_returns_no_answer_is_refused() =>
        Assert.Contains("'Number' returns Int32", RefusalOf(typeof(NoAnswer)), StringComparison.Ordinal);

    [Fact]
    public void An_app_with_HTTP_functions_that_does_not_listen_is_told_what_to_call()
    {
        using var elsewhere = new TemporaryFolder();

        string message = Assert.Throws<InvalidOperationException>(TestApp.Builder(elsewhere, journal, typeof(NoAnswer)).Build).Message;

        Assert.Contains("ConfigureFunctionsWebApplication()", message, StringComparison.Ordinal);
    }

    private FunctionsApplicationBuilder WebApp(params Type[] functions)
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal, functions).ConfigureFunctionsWebApplication();
        builder.Configuration["SelfHost:Token"] = Token;
        builder.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = "";
        builder.Services.AddScoped<PerScope>();
        builder.Services.AddSingleton<Action<IEndpointRouteBuilder>>(endpoints => endpoints.MapGet("/beside", () => "from beside"));
        return builder;
    }

    private string RefusalOf(Type functions)
    {
        using var elsewhere = new TemporaryFolder();
        FunctionsApplicationBuilder builder = WebApp(functions);
        builder.Configuration["SelfHost:Data"] = elsewhere.Path;
        return Assert.Throws<InvalidOperationException>(builder.Build).Message;
    }

    private static string AddressOf(IHost host) =>
        host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    internal sealed class PerScope;

    internal sealed class Pages(PerScope scoped)
    {
        [Function("Placement")]
        public IResult Placement(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "placements/{municipality}/{placement}/{page}")] HttpRequest request,
            string municipality,
            string placement,
            int page) => Results.Text($"{placement} of {municipality}, page {page}");

        [Function("Echo")]
        public async Task<IActionResult> EchoAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "echo")] HttpRequest request, CancellationToken cancellationToken) =>
            new ObjectResult(await request.ReadFromJsonAsync<string[]>(cancellationToken)) { StatusCode = StatusCodes.Status202Accepted };

        [Function("Open")]
        public static Task<IResult> OpenAsync([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.FromResult(Results.Text("anyone"));

        [Function("Guarded")]
        public IActionResult Guarded([HttpTrigger(AuthorizationLevel.Function, "get", Route = "guarded")] HttpRequest request) => new OkResult();

        [Function("Broken")]
        public IActionResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
            throw new InvalidOperationException("Not for the caller to read.");

        [Function("Scope")]
        public IResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scope")] HttpRequest request, FunctionContext context)
        {
            HttpContext http = context.GetHttpContext()!;
            bool same = http.Request == request && http.RequestServices.GetRequiredService<PerScope>() == scoped;
            return Results.Text(same ? "same scope" : "another scope");
        }
    }

    internal sealed class SameRoute
    {
        [Function("One")]
        public void One([HttpTrigger("get", "post", Route = "same/{first}")] HttpRequest request)
        {
        }

        [Function("Other")]
        public void Other([HttpTrigger("POST", Route = "same/{second}")] HttpRequest request)
        {
        }
    }

    internal sealed class NothingRoute
    {
        [Function("Root")]
        public IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{nothing:maxlength(0)?}")] HttpRequest request) => Results.Text("the root");
    }

    internal sealed class RootRoute
    {
        [Function("Root")]
        public IResult Root([HttpTrigger("get", Route = "/")] HttpRequest request) => Results.Text("nobody comes here");
    }

    internal sealed class NoAnswer
    {
        [Function("Number")]
        public int Number([HttpTrigger] HttpRequest request) => request.Headers.Count;
    }
}
