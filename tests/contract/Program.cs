using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Rettidig.Compat.Functions;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Contract.Tests.Durable;

// What a test that needs a process of its own starts: an app without functions, or an engine to be killed.
switch (args)
{
    case ["app", string data]:
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([$"--SelfHost:Data={data}"]);
        builder.Services.AddSingleton(new FunctionTypes([]));
        builder.Build().Run();
        return 0;
    case ["engine", string file, string journal, string mode]:
        await KilledEngine.RunAsync(file, journal, finish: mode == "finish");
        return 0;
    default:
        Console.Error.WriteLine("This is a test assembly: run it with dotnet test.");
        return 2;
}
