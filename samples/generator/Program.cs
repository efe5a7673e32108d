using Rettidig.Samples;

// dotnet run --project samples/generator [FOLDER]: writes the sample files, by default over the committed ones.
var folder = args.Length > 0 ? args[0] : SampleFiles.FolderFrom(AppContext.BaseDirectory);
foreach (var (name, content) in SampleFiles.All())
{
    var path = Path.Combine(folder, name);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, content);
    Console.WriteLine($"{path}: {content.Count(c => c == '\n')} linjer");
}
