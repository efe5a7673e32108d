namespace Microsoft.DurableTask.Worker;

/// <summary>
/// What type the waits for an event want it as. Those that wait for the same name must agree, as in the real one: which
/// of them gets the next event is not theirs to choose.
/// </summary>
internal sealed class EventTypes
{
    private readonly Dictionary<string, (Type Type, List<Task> Waits)> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">Somebody waits for this name with another type.</exception>
    public void Check(string name, Type type)
    {
        if (byName.TryGetValue(name, out (Type Type, List<Task> Waits) known) && known.Type != type && known.Waits.Exists(IsOpen))
        {
            throw new ArgumentException(
                $"The event '{name}' is already waited for as {known.Type.FullName}, now as {type.FullName}: wait for one name with one type.", nameof(name));
        }
    }

    public void Add(string name, Type type, Task wait)
    {
        if (!byName.TryGetValue(name, out (Type Type, List<Task> Waits) known) || known.Type != type)
        {
            known = byName[name] = (type, []);
        }

        known.Waits.RemoveAll(earlier => !IsOpen(earlier));
        if (IsOpen(wait))
        {
            known.Waits.Add(wait);
        }
    }

    /// <summary>The real one forgets a wait when an event answers it, not when it is cancelled.</summary>
    private static bool IsOpen(Task wait) => !wait.IsCompletedSuccessfully;
}
