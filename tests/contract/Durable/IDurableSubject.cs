using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>Something that runs orchestrations, with a clock the test moves.</summary>
public interface IDurableSubject : IAsyncDisposable
{
    DurableTaskClient Client { get; }

    DateTimeOffset Now { get; }

    /// <summary>What orchestrators and activities logged, as the reader of the log sees it.</summary>
    IReadOnlyList<string> Logged { get; }

    /// <summary>Registers the code and starts; called again it is a restart of the process, with other code perhaps.</summary>
    Task StartAsync(Action<DurableTaskRegistry> register);

    /// <summary>Returns when nothing happens any more without time passing.</summary>
    Task SettleAsync();

    /// <summary>Lets time pass, with everything that falls due on the way.</summary>
    Task PassAsync(TimeSpan time);
}
