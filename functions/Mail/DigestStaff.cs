namespace Rettidig.Functions.Mail;

/// <summary>A member of staff, who may be named: staff are not the protected persons.</summary>
public sealed record DigestStaff(string Id, string Name);
