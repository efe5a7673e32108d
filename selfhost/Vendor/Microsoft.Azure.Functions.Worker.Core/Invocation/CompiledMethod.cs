using System.Linq.Expressions;
using System.Reflection;

namespace Rettidig.Compat.Functions;

/// <summary>A method as a delegate over boxed arguments, whatever it returns.</summary>
internal sealed class CompiledMethod
{
    private readonly Func<object?, object?[], object?> call;
    private readonly Func<object?, Task<object?>> finish;

    private CompiledMethod(Func<object?, object?[], object?> call, Func<object?, Task<object?>> finish)
    {
        this.call = call;
        this.finish = finish;
    }

    public static CompiledMethod Of(MethodInfo method)
    {
        ParameterExpression instance = Expression.Parameter(typeof(object));
        ParameterExpression arguments = Expression.Parameter(typeof(object[]));
        MethodCallExpression body = Expression.Call(
            method.IsStatic ? null : Expression.Convert(instance, method.ReflectedType!),
            method,
            method.GetParameters().Select((parameter, i) =>
                Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType)));
        Expression boxed = method.ReturnType == typeof(void)
            ? Expression.Block(body, Expression.Constant(null))
            : Expression.Convert(body, typeof(object));
        return new CompiledMethod(
            Expression.Lambda<Func<object?, object?[], object?>>(boxed, instance, arguments).Compile(),
            FinishOf(method.ReturnType));
    }

    public Task<object?> InvokeAsync(object? instance, object?[] arguments) => finish(call(instance, arguments));

    private static Func<object?, Task<object?>> FinishOf(Type type) => type switch
    {
        _ when type == typeof(Task) => returned => AfterTask((Task)returned!),
        _ when type == typeof(ValueTask) => returned => AfterTask(((ValueTask)returned!).AsTask()),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Task<>) => Generic(nameof(AfterTaskOf), type),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ValueTask<>) => Generic(nameof(AfterValueTaskOf), type),
        _ => Task.FromResult,
    };

    private static Func<object?, Task<object?>> Generic(string name, Type type) =>
        typeof(CompiledMethod).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()[0])
            .CreateDelegate<Func<object?, Task<object?>>>();

    private static async Task<object?> AfterTask(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> AfterTaskOf<T>(object? task) => await (Task<T>)task!;

    private static async Task<object?> AfterValueTaskOf<T>(object? task) => await (ValueTask<T>)task!;
}
