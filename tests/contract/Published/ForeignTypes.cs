namespace Rettidig.Contract.Tests.Published;

/// <summary>
/// Types of packages that have no listing and that a listing names in a member the product does not use:
/// declared so far that the listing can be compiled.
/// </summary>
internal static class ForeignTypes
{
    public const string Assembly = "Foreign";

    public const string Source = """
        using System;

        namespace DurableTask.Core
        {
            public interface IExceptionPropertiesProvider { }
            public class OrchestrationRuntimeState { }
            public class TaskActivity { }
            public class TaskOrchestration { }
            public class TaskOrchestrationExecutor { }
        }
        namespace DurableTask.Core.Entities
        {
            public class EntityId { }
            public class TaskEntity { }
        }
        namespace DurableTask.Core.History
        {
            public class HistoryEvent { }
        }
        namespace EllipticCurve
        {
            public class PublicKey { }
        }
        namespace Newtonsoft.Json
        {
            public class JsonReader { }
            public class JsonSerializer { }
            public class JsonWriter { }
            public abstract class JsonConverter
            {
                public virtual bool CanRead => throw null;
                public abstract bool CanConvert(Type objectType);
                public abstract object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer);
                public abstract void WriteJson(JsonWriter writer, object value, JsonSerializer serializer);
            }
        }
        """;
}
