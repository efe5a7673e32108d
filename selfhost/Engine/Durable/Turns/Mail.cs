using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>What one turn takes in.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Messages">In the order of arrival.</param>
internal sealed record Mail(string Instance, List<InboxMessage> Messages)
{
    /// <summary>Takes what is taken in out of the file.</summary>
    public void Remove(SqliteSession session)
    {
        long upTo = 0;
        foreach (InboxMessage message in Messages)
        {
            upTo = Math.Max(upTo, message.Seq);
            if (message.Activity != 0)
            {
                ActivityRows.Remove(session, message.Activity);
            }
        }

        if (upTo > 0)
        {
            InboxRows.Remove(session, Instance, upTo);
        }
    }
}
