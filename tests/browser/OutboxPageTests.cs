using Microsoft.Playwright;
using Rettidig.Browser.Tests.Service;

namespace Rettidig.Browser.Tests;

/// <summary>The page with the mails, in a browser as a person has one.</summary>
public sealed class OutboxPageTests(MondayMail monday) : IClassFixture<MondayMail>, IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }

    [Fact]
    public async Task The_outbox_lists_the_mails_and_shows_the_one_that_is_chosen()
    {
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync(monday.Address("outbox"));
        Assert.Equal("Udbakke", await page.Locator("h1").InnerTextAsync());

        ILocator first = page.Locator("tbody tr a").First;
        string subject = await first.InnerTextAsync();
        await first.ClickAsync();

        Assert.Equal(subject, await page.Locator("h1").InnerTextAsync());
        Assert.Contains("Rettidig", await page.FrameLocator("iframe").Locator("body").InnerTextAsync());
    }

    [Fact]
    public async Task Without_the_code_nobody_sees_the_outbox()
    {
        IPage page = await browser.NewPageAsync();
        IResponse? response = await page.GotoAsync(new Uri(monday.Url, "outbox").ToString());

        Assert.Equal(401, response!.Status);
    }

    [Fact]
    public async Task The_page_fits_a_narrow_screen()
    {
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await page.GotoAsync(monday.Address("outbox"));

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
