using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Rettidig.Functions;
using Rettidig.Functions.Settings;

try
{
    FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
    builder.AddRettidig();
    await builder.Build().RunAsync();
    return 0;
}
catch (SettingException broken)
{
    await Console.Error.WriteLineAsync(broken.Message);
    return 1;
}
