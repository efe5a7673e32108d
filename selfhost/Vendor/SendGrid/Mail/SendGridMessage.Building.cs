namespace SendGrid.Helpers.Mail;

public partial class SendGridMessage
{
    public void SetFrom(EmailAddress email) => From = email;

    public void SetFrom(string email, string? name = null) => SetFrom(new EmailAddress(email, name));

    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    public void AddTo(string email, string? name = null) => AddTo(new EmailAddress(email, name));

    /// <param name="email">Who gets the mail.</param>
    /// <param name="personalizationIndex">In which personalization; one that is not there yet is added.</param>
    /// <param name="personalization">Instead of the index: in this one.</param>
    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        (At(personalizationIndex, personalization).Tos ??= []).Add(email);

    public void AddTos(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null) =>
        (At(personalizationIndex, personalization).Tos ??= []).AddRange(emails);

    public void AddCc(string email, string? name = null) => AddCc(new EmailAddress(email, name));

    public void AddCc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        (At(personalizationIndex, personalization).Ccs ??= []).Add(email);

    public void AddBcc(string email, string? name = null) => AddBcc(new EmailAddress(email, name));

    public void AddBcc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        (At(personalizationIndex, personalization).Bccs ??= []).Add(email);

    public void SetSubject(string subject, int personalizationIndex = 0, Personalization? personalization = null) =>
        At(personalizationIndex, personalization).Subject = subject;

    public void SetGlobalSubject(string subject) => Subject = subject;

    public void AddContent(string mimeType, string text) => (Contents ??= []).Add(new Content(mimeType, text));

    public void AddContents(List<Content> contents) => (Contents ??= []).AddRange(contents);

    public void AddHeader(string headerKey, string headerValue, int personalizationIndex = 0, Personalization? personalization = null) =>
        (At(personalizationIndex, personalization).Headers ??= [])[headerKey] = headerValue;

    public void AddGlobalHeader(string key, string value) => (Headers ??= [])[key] = value;

    public void AddCustomArg(string customArgKey, string customArgValue, int personalizationIndex = 0, Personalization? personalization = null) =>
        (At(personalizationIndex, personalization).CustomArgs ??= [])[customArgKey] = customArgValue;

    public void AddCustomArgs(Dictionary<string, string> customArgs, int personalizationIndex = 0, Personalization? personalization = null)
    {
        foreach ((string key, string value) in customArgs)
        {
            AddCustomArg(key, value, personalizationIndex, personalization);
        }
    }

    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= [])[key] = value;

    public void AddCategory(string category) => (Categories ??= []).Add(category);

    public void AddCategories(List<string> categories) => (Categories ??= []).AddRange(categories);

    public void AddAttachment(Attachment attachment) => (Attachments ??= []).Add(attachment);

    public void AddAttachment(string filename, string base64Content, string? type = null, string? disposition = null, string? content_id = null) =>
        AddAttachment(new Attachment { Filename = filename, Content = base64Content, Type = type, Disposition = disposition, ContentId = content_id });

    public void SetSendAt(long sendAt, int personalizationIndex = 0, Personalization? personalization = null) =>
        At(personalizationIndex, personalization).SendAt = sendAt;

    public void SetGlobalSendAt(int sendAt) => SendAt = sendAt;

    public void SetBatchId(string batchId) => BatchId = batchId;

    /// <summary>SendGrid checks the mail, answers 200, and sends nothing.</summary>
    public void SetSandBoxMode(bool enable) => (MailSettings ??= new MailSettings()).SandboxMode = new SandboxMode { Enable = enable };

    public void SetBypassListManagement(bool enable) => (MailSettings ??= new MailSettings()).BypassListManagement = new BypassListManagement { Enable = enable };

    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new TrackingSettings()).ClickTracking = new ClickTracking { Enable = enable, EnableText = enableText };

    public void SetOpenTracking(bool enable, string? substitutionTag = null) =>
        (TrackingSettings ??= new TrackingSettings()).OpenTracking = new OpenTracking { Enable = enable, SubstitutionTag = substitutionTag };

    private Personalization At(int index, Personalization? given)
    {
        Personalizations ??= [];
        if (given is not null)
        {
            if (!Personalizations.Contains(given))
            {
                Personalizations.Add(given);
            }

            return given;
        }

        while (Personalizations.Count <= index)
        {
            Personalizations.Add(new Personalization());
        }

        return Personalizations[index];
    }
}
