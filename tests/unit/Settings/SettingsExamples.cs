namespace Rettidig.Unit.Tests.Settings;

/// <summary>Settings as the page for operators describes them: what can be written, and what is refused.</summary>
internal static class SettingsExamples
{
    /// <summary>Everything the page shows, a file each.</summary>
    public static readonly string[] Good =
    [
        "{}",
        """{"$schema": "./rules.schema.json", "siteNotices": true}""",
        """{"digestDay": "friday", "digestTime": "14:30"}""",
        """{"quietHours": {"from": "16:00", "to": "07:00", "days": ["friday"], "dates": ["2026-12-28", "2026-12-29"]}}""",
        """{"terms": {"support-person-answer": {"days": 7}, "support-person-reoffer.distressed": {"workingDays": 5}}}""",
        """{"terms": {"first-review": {"months": 2}, "complaint": {"weeks": 2}}}""",
        """{"terms": {"support-person-offer": {"days": 0}, "parent-plan-follow-up.reminders": {"months": 12}}}""",
        """{"ladders": {"all": {"remind": 5}, "method": {"escalate": false}, "first-review": {"remind-early": 30, "escalate": 5}}}""",
        """{"duties": {"grief-support": false, "wellbeing-survey": true}}""",
    ];

    /// <summary>What may not be written as a single value: the file, where it is wrong, and a piece of the sentence.</summary>
    public static readonly (string Json, string Path, string Says)[] Wrong =
    [
        ("[]", "$", "JSON-objekt"),
        ("""{"siteNotices": "ja"}""", "$.siteNotices", "true eller false"),
        ("""{"siteNotice": true}""", "$.siteNotice", "skriv siteNotices"),
        ("""{"digestDay": "mandag"}""", "$.digestDay", "monday"),
        ("""{"digestTime": "7"}""", "$.digestTime", "\"07:00\""),
        ("""{"quietHours": {"from": "16:00"}}""", "$.quietHours", "skriv begge"),
        ("""{"quietHours": {"until": "16:00"}}""", "$.quietHours.until", "skriv "),
        ("""{"quietHours": {"days": ["saturday"]}}""", "$.quietHours.days[0]", "ugedag"),
        ("""{"quietHours": {"days": ["monday", "tuesday", "wednesday", "thursday"]}}""", "$.quietHours.days", "højst have 3"),
        ("""{"quietHours": {"days": ["friday", "friday"]}}""", "$.quietHours.days", "to gange"),
        ("""{"quietHours": {"dates": ["28-12-2026"]}}""", "$.quietHours.dates[0]", "2026-12-28"),
        ("""{"terms": {"first-review": {"months": 4}}}""", "$.terms.first-review.months", "barnets lov § 95"),
        ("""{"terms": {"first-review": {"weeks": 13}}}""", "$.terms.first-review.weeks", "\"weeks\": 12"),
        ("""{"terms": {"complaint": {"months": 1}}}""", "$.terms.complaint.months", "retssikkerhedsbekendtgørelsen § 11"),
        ("""{"terms": {"child-plan-before-decision": {"days": 3}}}""", "$.terms.child-plan-before-decision", "er lovens (barnets lov §"),
        ("""{"terms": {"support-person-anser": {"days": 3}}}""", "$.terms.support-person-anser", "skriv support-person-answer"),
        ("""{"terms": {"support-person-answer": {"day": 3}}}""", "$.terms.support-person-answer.day", "skriv days"),
        ("""{"terms": {"support-person-answer": {"days": 3, "weeks": 1}}}""", "$.terms.support-person-answer", "ét af"),
        ("""{"terms": {"support-person-answer": {}}}""", "$.terms.support-person-answer", "ét af"),
        ("""{"terms": {"support-person-answer": 14}}""", "$.terms.support-person-answer", "JSON-objekt"),
        ("""{"terms": {"support-person-answer": {"days": 1.5}}}""", "$.terms.support-person-answer.days", "helt tal"),
        ("""{"terms": {"support-person-answer": {"months": 25}}}""", "$.terms.support-person-answer.months", "24"),
        ("""{"terms": {"targeted-support-phase": {"weeks": 7}}}""", "$.terms.targeted-support-phase.weeks", "fra 8"),
        ("""{"ladders": {"lov": {"remind": 5}}}""", "$.ladders.lov", "skriv "),
        ("""{"ladders": {"all": {"remind-late": 5}}}""", "$.ladders.all.remind-late", "skriv remind"),
        ("""{"ladders": {"all": {"remind": 0}}}""", "$.ladders.all.remind", "fra 1 til 180"),
        ("""{"ladders": {"all": {"escalate": false}}}""", "$.ladders.all.escalate", "loven"),
        ("""{"ladders": {"first-review": {"overdue": false}}}""", "$.ladders.first-review.overdue", "loven"),
        ("""{"duties": {"first-review": false}}""", "$.duties.first-review", "barnets lov § 95"),
        ("""{"duties": {"support-person-answer": false}}""", "$.duties.support-person-answer", "vejledning"),
        ("""{"duties": {"grief-support": "nej"}}""", "$.duties.grief-support", "true eller false"),
        ("""{"duties": {"greif-support": false}}""", "$.duties.greif-support", "skriv grief-support"),
    ];

    /// <summary>Values that are each right and do not fit together; a schema cannot say that.</summary>
    public static readonly (string Json, string Path, string Says)[] Unfitting =
    [
        ("""{"ladders": {"all": {"remind": 14}}}""", "$.ladders.all", "remind-early"),
        ("""{"ladders": {"all": {"remind": 10}, "method": {"remind-early": 9}}}""", "$.ladders.method", "remind-early"),
        ("""{"ladders": {"statute": {"overdue": 10}}}""", "$.ladders.statute", "escalate"),
        ("""{"quietHours": {"from": "06:00", "to": "16:00"}}""", "$.quietHours", "én time fri"),
        ("""{"quietHours": {"from": "16:00", "to": "08:00"}}""", "$.quietHours", "ugeoversigten"),
        ("""{"digestDay": "friday", "quietHours": {"days": ["friday"]}}""", "$.quietHours", "ugeoversigten"),
        ("""{"quietHours": {"dates": ["2026-02-30"]}}""", "$.quietHours.dates[0]", "en dato"),
    ];
}
