using System.Runtime.InteropServices;

namespace Rettidig.Cli.Terminal;

/// <summary>
/// Ctrl-C and SIGTERM, heard from the beginning of a command: System.CommandLine hears them only when the command has waited
/// for something for the first time, and a simulation never waits.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a command has to stop; the service finishes the mail in its hands.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] heard;

    public Interruption() => heard = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    /// <summary>What a shell expects of a program that was interrupted: 130 after Ctrl-C, 143 after SIGTERM.</summary>
    public int ExitCode { get; private set; } = 130;

    /// <exception cref="OperationCanceledException">It was interrupted, and stopped or had its time.</exception>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> command)
    {
        Task<int> running = Task.Run(() => command(stop.Token));
        return await Task.WhenAny(running, OverdueAsync()) == running ? await running : throw new OperationCanceledException(stop.Token);
    }

    public void Dispose() => Array.ForEach(heard, registration => registration.Dispose());

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        ExitCode = signal.Signal == PosixSignal.SIGTERM ? 143 : 130;
        stop.Cancel();
    }

    private async Task OverdueAsync()
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(TimeToStop);
    }
}
