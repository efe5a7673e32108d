using Rettidig.Cli.Terminal;

return await CommandLine.RunAsync(args, Screen.OfProcess());
