using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Compat.Functions;

/// <summary>The HTTP functions and where they are found.</summary>
internal sealed partial class HttpFunctions(HostJson hostJson, AccessToken token, ILogger<HttpFunctions> log)
{
    private readonly List<(FunctionEntry Function, HttpTriggerAttribute Trigger, string Route)> functions = [];

    public void Add(FunctionEntry function, HttpTriggerAttribute trigger)
    {
        string route = Parsed(function, $"{hostJson.RoutePrefix}/{(string.IsNullOrEmpty(trigger.Route) ? function.Name : trigger.Route)}");
        (FunctionEntry Function, HttpTriggerAttribute Trigger, string Route) other = functions.FirstOrDefault(known => Same(known.Route, route) && Meet(known.Trigger, trigger));
        if (other.Function is not null)
        {
            throw new InvalidOperationException(
                $"The HTTP functions '{other.Function.Name}' and '{function.Name}' answer the same requests, /{route}: give them different routes or methods.");
        }

        functions.Add((function, trigger, route));
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach ((FunctionEntry function, HttpTriggerAttribute trigger, string route) in functions)
        {
            var endpoint = new HttpFunctionEndpoint(function, trigger.AuthLevel, token, log);
            if (trigger.Methods is { Length: > 0 } methods)
            {
                endpoints.MapMethods(route, methods.Select(method => method.ToUpperInvariant()), endpoint.AnswerAsync);
            }
            else
            {
                endpoints.Map(route, endpoint.AnswerAsync);
            }
        }
    }

    /// <summary>The worker in Azure builds no endpoint at all when one of its routes cannot be read, so such a route is refused here too.</summary>
    private static string Parsed(FunctionEntry function, string route)
    {
        try
        {
            return RoutePatternFactory.Parse(route).RawText!.Trim('/');
        }
        catch (RoutePatternException exception)
        {
            throw new InvalidOperationException(
                $"The route of the HTTP function '{function.Name}' becomes {route}, which no Functions worker can read: {exception.Message}", exception);
        }
    }

    private static bool Same(string one, string other) =>
        string.Equals(PlainParameter().Replace(one, "{}"), PlainParameter().Replace(other, "{}"), StringComparison.OrdinalIgnoreCase);

    private static bool Meet(HttpTriggerAttribute one, HttpTriggerAttribute other) =>
        one.Methods is not { Length: > 0 } || other.Methods is not { Length: > 0 } || one.Methods.Intersect(other.Methods, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>Without a constraint, of which two may tell requests apart.</summary>
    [GeneratedRegex(@"\{[^{}:?*=]+\}")]
    private static partial Regex PlainParameter();
}
