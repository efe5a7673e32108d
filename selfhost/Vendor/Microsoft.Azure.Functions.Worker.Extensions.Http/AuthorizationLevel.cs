namespace Microsoft.Azure.Functions.Worker;

/// <summary>Who may call an HTTP function. On one machine there is one token, and every level but <see cref="Anonymous"/> asks for it.</summary>
public enum AuthorizationLevel
{
    /// <summary>Anyone.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>Who holds a function key.</summary>
    Function = 2,

    /// <summary>Who holds a system key.</summary>
    System = 3,

    /// <summary>Who holds the master key.</summary>
    Admin = 4,
}
