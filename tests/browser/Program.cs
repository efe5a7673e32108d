using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rettidig.Browser.Tests.Service;
using Rettidig.Functions;
using Rettidig.Functions.Mail;

// The service as it is, but at another time, with a clock that runs faster, and with mail that takes a while:
// seven o'clock on a Monday comes when the test wants it, and a kill can land while a mail is on its way.
FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
var begins = DateTimeOffset.Parse(builder.Configuration["Test:Begins"]!, CultureInfo.InvariantCulture);
int speed = int.Parse(builder.Configuration["Test:Speed"]!, CultureInfo.InvariantCulture);
var gate = DateTimeOffset.Parse(builder.Configuration["Test:Gate"]!, CultureInfo.InvariantCulture);
var time = new FastTime(begins, speed, gate);
builder.Services.AddSingleton(time);
builder.Services.AddSingleton<TimeProvider>(time);
builder.ConfigureFunctionsWebApplication();
builder.AddRettidig();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton<OutboxFolder>();
builder.Services.AddSingleton<IMailTransport>(services => new SlowMail(services.GetRequiredService<OutboxFolder>(), builder.Configuration["Test:MailLog"]!));
builder.Services.AddHostedService<Pulse>();
builder.Build().Run();
