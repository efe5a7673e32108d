namespace Rettidig.Functions.Digests;

/// <summary>What a manager got in a week.</summary>
public enum DigestMailKind
{
    /// <summary>Nothing, for there was nothing to tell.</summary>
    None,

    /// <summary>The digest.</summary>
    Digest,

    /// <summary>"Alt er rettidigt", once a month where there is nothing else.</summary>
    AllOnTime,
}
