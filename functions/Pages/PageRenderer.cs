using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Pages;

/// <summary>
/// Turns a Razor component and its parameters into a whole HTML document. The components encode what they show;
/// æ, ø and å stay readable in the source. Nothing interactive: no scripts, no state between calls.
/// </summary>
public sealed class PageRenderer(ILoggerFactory logs)
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>Renders a page whose one parameter is named Page.</summary>
    /// <param name="page">The model the page shows.</param>
    /// <param name="links">How the page leads on; see <see cref="PageLinks.Of"/>.</param>
    public Task<string> RenderAsync<TComponent>(object page, PageLinks? links = null)
        where TComponent : IComponent =>
        RenderAsync(typeof(PageRoot), new Dictionary<string, object?>
        {
            [nameof(PageRoot.Component)] = typeof(TComponent),
            [nameof(PageRoot.Parameters)] = new Dictionary<string, object> { ["Page"] = page },
            [nameof(PageRoot.Links)] = links ?? PageLinks.None,
        });

    public async Task<string> RenderAsync(Type component, IDictionary<string, object?> parameters)
    {
        await using var renderer = new HtmlRenderer(Services, logs);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
        return html.ReplaceLineEndings("\n");
    }
}
