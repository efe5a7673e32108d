using System.Text;
using Spectre.Console;

namespace Rettidig.Cli.Terminal;

/// <summary>
/// Where a command writes: results on the one stream, what went wrong on the other. Colours and a moving progress bar
/// only where a person looks at a terminal; a file or a pipe gets plain text.
/// </summary>
public sealed class Screen(IAnsiConsole output, TextWriter errors)
{
    /// <summary>What a terminal has always had; also the width of what goes into a file.</summary>
    private const int PlainWidth = 80;

    /// <summary>A table reads worse on the whole of a very wide screen.</summary>
    private const int WidestUseful = 120;

    public IAnsiConsole Output => output;

    /// <summary>The streams of this process.</summary>
    public static Screen OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Over(Console.Out, Console.Error, plain: Console.IsOutputRedirected);
    }

    /// <summary>Other streams than those of the process.</summary>
    public static Screen Over(TextWriter output, TextWriter errors, bool plain)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = plain ? PlainWidth : Math.Min(console.Profile.Width, WidestUseful);
        return new Screen(console, errors);
    }

    /// <summary>One line, however long: a path or a command that is folded cannot be pasted.</summary>
    public void Line(string text = "") => output.Profile.Out.Writer.WriteLine(text);

    /// <summary>Running text, folded to the width.</summary>
    public void Paragraph(string text) => output.WriteLine(text);

    /// <summary>A paragraph behind a word that says what kind it is; its lines stand under each other.</summary>
    public void Marked(string mark, string text)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        output.Write(grid.AddRow(new Text(mark), new Text(text)));
    }

    public void Error(string text) => errors.WriteLine(text);

    /// <summary>Shows how far the work is, on a terminal; nothing of it remains when it is done.</summary>
    /// <param name="work">Is handed what to call now and then: how much is done, from 0 to 1, and in words.</param>
    public Task<T> ProgressAsync<T>(Func<Action<double, string>, Task<T>> work)
    {
        bool shown = output.Profile.Capabilities.Interactive && output.Profile.Capabilities.Ansi;
        return shown ? BarAsync(work) : work((_, _) => { });
    }

    private Task<T> BarAsync<T>(Func<Action<double, string>, Task<T>> work) =>
        output.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask("Begynder", maxValue: 1);
                return await work((done, words) =>
                {
                    task.Value = done;
                    task.Description = Markup.Escape(words);
                });
            });
}
