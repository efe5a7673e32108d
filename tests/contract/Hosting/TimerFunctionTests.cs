using System.Diagnostics;
using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Hosting;

public sealed class TimerFunctionTests : IDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly Journal journal = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_timer_function_runs_at_every_occurrence_and_sees_its_own_time()
    {
        (IHost host, SimulatedClock clock) = TestApp.Simulated(data, journal, TestApp.Monday, typeof(QuarterHourly));
        using (host)
        {
            await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddHours(1));
        }

        Assert.Equal(["10:15", "10:30", "10:45", "11:00"], journal.Lines);
        Assert.Equal(TestApp.Monday.AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task Eighteen_months_of_quarter_hours_take_a_few_seconds()
    {
        (IHost host, _) = TestApp.Simulated(data, journal, TestApp.Monday, typeof(QuarterHourly));
        var watch = Stopwatch.StartNew();
        using (host)
        {
            await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddDays(548));
        }

        Assert.Equal(548 * 24 * 4, journal.Lines.Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_was_missed_while_the_host_was_down_runs_once_and_says_it_is_late()
    {
        await RunFor(TestApp.Monday, TimeSpan.FromHours(1), typeof(Daily));
        await RunFor(TestApp.Monday.AddDays(3), TimeSpan.Zero, typeof(Daily));
        await RunFor(TestApp.Monday.AddDays(3).AddMinutes(5), TimeSpan.FromDays(1), typeof(Daily));

        Assert.Equal(["11:00 on time, last -", "10:00 late, last 03-02 11:00", "11:00 on time, last 03-03 11:00"], journal.Lines.Take(3));
    }

    [Fact]
    public async Task A_host_that_was_down_between_two_occurrences_runs_nothing_extra()
    {
        await RunFor(TestApp.Monday, TimeSpan.FromHours(2), typeof(Daily));
        await RunFor(TestApp.Monday.AddHours(20), TimeSpan.FromHours(1), typeof(Daily));

        Assert.Equal(["11:00 on time, last -"], journal.Lines);
    }

    [Fact]
    public async Task A_host_that_went_down_before_the_first_occurrence_makes_it_up()
    {
        await RunFor(TestApp.Monday, TimeSpan.FromMinutes(1), typeof(Daily));
        await RunFor(TestApp.Monday.AddHours(3), TimeSpan.Zero, typeof(Daily));

        Assert.Equal(["13:00 late, last -"], journal.Lines);
    }

    [Fact]
    public async Task A_timer_without_a_monitor_forgets_what_it_missed_and_one_run_on_startup_runs_at_once()
    {
        await RunFor(TestApp.Monday, TimeSpan.FromMinutes(1), typeof(Unmonitored));
        await RunFor(TestApp.Monday.AddDays(3), TimeSpan.FromMinutes(1), typeof(Unmonitored));

        Assert.Equal(["startup 10:00", "startup 10:00"], journal.Lines);
    }

    [Fact]
    public async Task A_failing_run_does_not_keep_the_next_one_from_coming()
    {
        (IHost host, _) = TestApp.Simulated(data, journal, TestApp.Monday, typeof(Failing));
        using (host)
        {
            await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddHours(2));
        }

        Assert.Equal(["11:00", "12:00"], journal.Lines);
    }

    [Fact]
    public async Task A_schedule_may_be_a_setting()
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal, typeof(Configured));
        builder.Services.AddSingleton<TimeProvider>(new SimulatedClock(TestApp.Monday));
        builder.Configuration["Tick"] = "0 0 12 * * *";
        using (IHost host = builder.Build())
        {
            await Simulation.Of(host.Services).RunUntilAsync(TestApp.Monday.AddHours(5));
        }

        Assert.Equal(["12:00"], journal.Lines);
    }

    [Fact]
    public void A_missing_setting_is_named_with_the_function_that_needs_it()
    {
        string message = Assert.Throws<EmbeddedHostException>(() => TestApp.Builder(data, journal, typeof(Configured)).Build()).Message;

        Assert.Contains("'Tick' mangler", message, StringComparison.Ordinal);
        Assert.Contains("Configured", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_that_cannot_be_read_ends_the_start_with_what_to_write()
    {
        FunctionsApplicationBuilder builder = TestApp.Builder(data, journal, typeof(Configured));
        builder.Configuration["Tick"] = "hvert kvarter";

        string message = Assert.Throws<EmbeddedHostException>(builder.Build).Message;

        Assert.Contains("'hvert kvarter' for funktionen Configured", message, StringComparison.Ordinal);
        Assert.Contains("'0 */15 * * * *'", message, StringComparison.Ordinal);
    }

    private async Task RunFor(DateTimeOffset start, TimeSpan length, Type functions)
    {
        (IHost host, _) = TestApp.Simulated(data, journal, start, functions);
        using (host)
        {
            await Simulation.Of(host.Services).RunUntilAsync(start + length);
        }
    }

    internal static string At(TimeProvider time) => time.GetUtcNow().ToString("HH:mm", CultureInfo.InvariantCulture);

    internal sealed class QuarterHourly(Journal journal, TimeProvider time)
    {
        [Function("QuarterHourly")]
        public void Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer) => journal.Write(At(time));
    }

    internal sealed class Daily(Journal journal, TimeProvider time)
    {
        [Function("Daily")]
        public Task RunAsync([TimerTrigger("0 0 11 * * *")] TimerInfo timer)
        {
            DateTime last = timer.ScheduleStatus!.Last;
            string shown = last == default ? "-" : last.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
            journal.Write($"{At(time)} {(timer.IsPastDue ? "late" : "on time")}, last {shown}");
            return Task.CompletedTask;
        }
    }

    internal sealed class Unmonitored(Journal journal, TimeProvider time)
    {
        [Function("Unmonitored")]
        public void Run([TimerTrigger("0 0 11 * * *", UseMonitor = false, RunOnStartup = true)] TimerInfo timer) =>
            journal.Write($"{(timer.ScheduleStatus is null && !timer.IsPastDue ? "startup" : "scheduled")} {At(time)}");
    }

    internal sealed class Failing(Journal journal, TimeProvider time)
    {
        [Function("Failing")]
        public async Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            await Task.Yield();
            journal.Write(At(time));
            throw new InvalidOperationException("The function failed.");
        }
    }

    internal sealed class Configured(Journal journal, TimeProvider time)
    {
        [Function("Configured")]
        public void Run([TimerTrigger("%Tick%")] TimerInfo timer) => journal.Write(At(time));
    }
}
