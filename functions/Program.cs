using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Rettidig.Functions;
using Rettidig.Functions.Settings;

try
{
    FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.AddRettidig();
    builder.Build().Run();
    return 0;
}
catch (SettingException broken)
{
    Console.Error.WriteLine(broken.Message);
    return 1;
}
