using Rettidig.Samples.Cases;
using Rettidig.Samples.Stories;

namespace Rettidig.Samples;

/// <summary>The files under <c>samples/</c> that a program writes, with their whole content.</summary>
public static class SampleFiles
{
    private const ulong Seed = 52_36_20;

    /// <summary>Every file by its path below <c>samples/</c>; two calls give the same characters.</summary>
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>
    {
        ["52-sager.jsonl"] = EventLines.Write(FiftyTwoCases()),
        ["et-barn.jsonl"] = EventLines.Write(OneChild.Tell()),
        ["rules/999.json"] = "{\"siteNotices\": true}\n",
    };

    /// <summary>The folder <c>samples/</c> of the repository that holds <paramref name="start"/>.</summary>
    public static string FolderFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rettidig.slnx")))
            {
                return Path.Combine(folder.FullName, "samples");
            }
        }

        throw new DirectoryNotFoundException($"Expected Rettidig.slnx in a folder above {start}; run inside the repository, or name a folder.");
    }

    private static List<EventLine> FiftyTwoCases()
    {
        var dice = new Dice(Seed);
        var logs = CasePlans.Deal(dice).Select(plan => CaseStory.Tell(plan, dice.Fork())).ToList();
        Mishaps.Befall(logs, dice);
        return [.. Office.Arrives(), .. logs.SelectMany(log => log.Close())];
    }
}
