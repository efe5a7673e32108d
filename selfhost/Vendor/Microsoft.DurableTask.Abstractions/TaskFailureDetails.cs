using Rettidig.SelfHost.Durable;

namespace Microsoft.DurableTask;

/// <summary>An exception as it is kept in a history: by name and text, for the process that threw it may be long gone.</summary>
/// <param name="ErrorType">The full name of the exception's type.</param>
/// <param name="ErrorMessage">Its message.</param>
/// <param name="StackTrace">Where it was thrown.</param>
/// <param name="InnerFailure">What caused it.</param>
/// <param name="Properties">Further properties; the embedded engine keeps none.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Of(Failure.Of(exception));
    }

    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the failure is of this exception type or one derived from it, as far as the type can be found.</summary>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException($"{targetBaseExceptionType} is not a type of exception.", nameof(targetBaseExceptionType));
        }

        return targetBaseExceptionType.IsAssignableFrom(FindType(targetBaseExceptionType));
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    internal static TaskFailureDetails Of(Failure failure) =>
        new(failure.Type, failure.Message, failure.StackTrace, failure.Inner is { } inner ? Of(inner) : null, null);

    /// <summary>The failure that the exception reports, which for a failed task is the one of the task.</summary>
    internal static TaskFailureDetails Of(Exception exception) => exception switch
    {
        TaskFailedException failed => failed.FailureDetails,
        FailureException carried => Of(carried.Failure),
        _ => FromException(exception),
    };

    internal Failure ToFailure() => new(ErrorType, ErrorMessage, StackTrace, InnerFailure?.ToFailure());

    private Type? FindType(Type target) =>
        Type.GetType(ErrorType, throwOnError: false)
        ?? target.Assembly.GetType(ErrorType, throwOnError: false)
        ?? AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(ErrorType, throwOnError: false))
            .FirstOrDefault(type => type is not null);
}
