using System.Collections;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Compat.Functions;

internal sealed class InvocationFeatures : IInvocationFeatures
{
    private Dictionary<Type, object>? features;

    public void Set<T>(T instance)
    {
        features ??= [];
        if (instance is null)
        {
            features.Remove(typeof(T));
            return;
        }

        features[typeof(T)] = instance;
    }

    public T? Get<T>() => features is not null && features.TryGetValue(typeof(T), out object? feature) ? (T)feature : default;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => (features ?? []).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
