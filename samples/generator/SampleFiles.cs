using Rettidig.Samples.Cases;
using Rettidig.Samples.PlanStudy;
using Rettidig.Samples.Stories;

namespace Rettidig.Samples;

/// <summary>The files under <c>samples/</c> that a program writes, with their whole content.</summary>
public static class SampleFiles
{
    private const ulong Seed = 52_36_20;
    private const ulong StudySeed = 225_204_125;

    /// <summary>Every file by its path below <c>samples/</c>; two calls give the same characters.</summary>
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>
    {
        ["52-sager.jsonl"] = EventLines.Write(FiftyTwoCases()),
        ["20-af-52-sager.txt"] = string.Concat(ReadClosely().Select(plan => $"{EventLines.Municipality}/{plan.Reference}\n")),
        ["225-sager.jsonl"] = EventLines.Write(StudiedCasesOf225()),
        ["et-barn.jsonl"] = EventLines.Write(OneChild.Tell()),
        ["rules/999.json"] = "{\n  \"$schema\": \"../../rules/rules.schema.json\",\n  \"siteNotices\": true\n}\n",
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

    // The study read 20 of the supported cases closely; here the 14 with a plan, the 5 others with contact, and one without.
    private static IEnumerable<CasePlan> ReadClosely()
    {
        var supported = CasePlans.Deal(new Dice(Seed)).Where(plan => plan.Family.AnySupport).ToList();
        var followed = supported.Where(plan => plan.Family.Plan == ParentPlan.Adopted || plan.Family.FollowUp != FollowUp.None).ToList();
        return [.. followed, .. supported.Except(followed).Take(Figures.ReadClosely - followed.Count)];
    }

    private static List<EventLine> StudiedCasesOf225()
    {
        var dice = new Dice(StudySeed);
        var cases = StudiedCases.Deal(dice);
        var logs = cases.Zip(StudyCasePlans.Deal(cases, dice), (studied, plan) => StudyStory.Tell(studied, plan, dice.Fork())).ToList();
        // The newest case has something on the last day, so that the file is counted as of it.
        logs[^1].TellOn(StudyDays.Coverage.Closing, "parents.informed", StudyDays.Coverage.Closing, new { informedOn = StudyDays.Coverage.Closing });
        return [.. Office.ArrivesOn(StudyDays.Coverage.Opening.PlusDays(-7)), .. logs.SelectMany(log => log.Close())];
    }
}
