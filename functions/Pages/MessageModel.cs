namespace Rettidig.Functions.Pages;

/// <summary>A page that says one thing: not found, no access, an error.</summary>
public sealed record MessageModel(string Title, string Text);
