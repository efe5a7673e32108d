namespace Rettidig.SelfHost.Storage;

/// <summary>Whether a commit waits for the disk.</summary>
public enum StoreDurability
{
    /// <summary>A commit returns when the disk has it (<c>synchronous=FULL</c>): survives a power cut.</summary>
    Full,

    /// <summary>A unit returns at once, before it is committed: for a simulation, whose file is thrown away.</summary>
    None,
}
