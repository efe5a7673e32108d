using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Rettidig.Compat.Functions;

/// <summary>Checks the HTTP functions and gives them routes.</summary>
internal sealed class HttpTriggerBinding(HttpFunctions functions, IServiceProviderIsService services) : ITriggerBinding
{
    public Type TriggerAttribute => typeof(HttpTriggerAttribute);

    public void Bind(FunctionEntry function)
    {
        if (!services.IsService(typeof(WebHosting)))
        {
            throw new InvalidOperationException($"The app has the HTTP function '{function.Name}' but does not listen: call builder.ConfigureFunctionsWebApplication() in Program.cs.");
        }

        if (function.TriggerParameter.ParameterType != typeof(HttpRequest))
        {
            throw new InvalidOperationException(
                $"The HTTP function '{function.Name}' takes its trigger as {function.TriggerParameter.ParameterType.Name}: write [HttpTrigger(…)] HttpRequest {function.TriggerParameter.Name}.");
        }

        if (!CanAnswer(function.Method))
        {
            throw new InvalidOperationException(
                $"The HTTP function '{function.Name}' returns {function.Method.ReturnType.Name}, which is not an answer: return IActionResult or IResult, or Task of one.");
        }

        functions.Add(function, (HttpTriggerAttribute)function.Trigger);
    }

    private static bool CanAnswer(MethodInfo method)
    {
        Type type = method.ReturnType;
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
        {
            return true;
        }

        Type answer = type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
        return answer.IsAssignableTo(typeof(IResult)) || answer.IsAssignableTo(typeof(IActionResult));
    }
}
