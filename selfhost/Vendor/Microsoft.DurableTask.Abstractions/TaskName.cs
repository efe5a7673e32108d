namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or an activity. Names are compared without regard to case.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    public TaskName(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The name; <see langword="null"/> only in a default value.</summary>
    public string Name { get; }

    public static implicit operator string(TaskName value) => value.Name;

    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new TaskName(value);

    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    public override int GetHashCode() => Name is null ? 0 : Name.GetHashCode(StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Name ?? string.Empty;
}
