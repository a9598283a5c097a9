//! What a brand's export holds, table by table, in the order in which rows may be put back.
//!
//! To add a table of a brand: its line here (a test compares this list with the schema). What
//! belongs to people or machines rather than to the brand stays out: see [`LEFT_OUT`].

/// One kind of record of a brand.
pub struct Table {
    /// The table; its file is `NAME.jsonl`.
    pub name: &'static str,
    /// Which of its rows are the brand's (`$1`), and in which order.
    pub of_brand: &'static str,
    /// Columns that are yes or no: SQLite has no kind of its own for them.
    pub bools: &'static [&'static str],
    /// Columns that are never written.
    pub secret: &'static [&'static str],
}

const fn table(name: &'static str) -> Table {
    Table { name, of_brand: "brand_id = $1 ORDER BY id", bools: &[], secret: &[] }
}

impl Table {
    const fn through(mut self, of_brand: &'static str) -> Self {
        self.of_brand = of_brand;
        self
    }

    const fn bools(mut self, bools: &'static [&'static str]) -> Self {
        self.bools = bools;
        self
    }

    const fn without(mut self, secret: &'static [&'static str]) -> Self {
        self.secret = secret;
        self
    }
}

/// What an export holds.
pub const TABLES: &[Table] = &[
    table("media_folder")
        .through("brand_id = $1 ORDER BY CASE WHEN parent_id IS NULL THEN 0 ELSE 1 END, id"),
    table("media"),
    table("topic"),
    table("campaign"),
    table("campaign_step"),
    table("channel").without(&["credentials", "refresh_lease_until"]),
    table("post"),
    table("variant"),
    table("post_media")
        .through("post_id IN (SELECT id FROM post WHERE brand_id = $1) ORDER BY post_id, media_id"),
    table("post_version").bools(&["closed"]),
    table("template"),
    table("tracking").through("brand_id = $1 ORDER BY brand_id").bools(&["tracked"]),
    table("publication").bools(&["through_crisis"]),
    table("publication_step")
        .through("publication_id IN (SELECT id FROM publication WHERE brand_id = $1) ORDER BY id"),
    table("slot"),
    table("slot_channel").through(
        "slot_id IN (SELECT id FROM slot WHERE brand_id = $1) ORDER BY slot_id, channel_id",
    ),
    table("queue_place"),
    table("recurrence").bools(&["ends_when_used"]),
    table("recurrence_run"),
    table("approval_path"),
    table("approval_request"),
    table("approval_answer")
        .through("request_id IN (SELECT id FROM approval_request WHERE brand_id = $1) ORDER BY id")
        .bools(&["agrees"]),
    table("post_comment").bools(&["shared"]),
    table("portal").bools(&["may_comment", "may_approve"]),
    table("charter").through("brand_id = $1 ORDER BY brand_id"),
    table("charter_word"),
    table("charter_format").through("brand_id = $1 ORDER BY format"),
    table("charter_channel").through("brand_id = $1 ORDER BY channel_id").bools(&["personal"]),
    table("charter_regulated").through("brand_id = $1 ORDER BY kind").bools(&["active"]),
    table("guard_setting").through("brand_id = $1 ORDER BY guard").bools(&["active"]),
    table("guard_acceptance"),
    table("feed"),
    table("feed_item")
        .through("feed_id IN (SELECT id FROM feed WHERE brand_id = $1) ORDER BY feed_id, item_key"),
    table("post_import"),
    table("post_import_line").through(
        "import_id IN (SELECT id FROM post_import WHERE brand_id = $1) ORDER BY import_id, line",
    ),
    table("identity"),
    table("interaction"),
    table("conversation").bools(&["reactions", "unread", "spam"]),
    table("conversation_change"),
    table("conversation_note"),
    table("conversation_view").bools(&["shared"]),
    table("label"),
    table("conversation_label").through("brand_id = $1 ORDER BY conversation_id, label_id"),
    table("message").bools(&["holding", "machine"]).without(&["search_key"]),
    table("expert"),
    table("expert_absence"),
    table("escalation_setting")
        .through("brand_id = $1 ORDER BY brand_id")
        .bools(&["holding_counts"]),
    table("escalation").bools(&["with_notes"]),
    table("escalation_asked"),
    table("escalation_event"),
    table("message_judgement")
        .through("brand_id = $1 ORDER BY message_id")
        .bools(&["spam", "corrected"]),
    table("judgement_correction").bools(&["spam"]),
    table("judgement_lesson").through("brand_id = $1 ORDER BY brand_id"),
    table("fading"),
    table("fading_look").through("brand_id = $1 ORDER BY brand_id"),
    table("message_act"),
    table("unplaced_item"),
    table("opening_hours").through("brand_id = $1 ORDER BY brand_id"),
    table("opening_exception"),
    table("promise_setting")
        .through("brand_id = $1 ORDER BY brand_id")
        .bools(&["reminds", "letters"]),
    table("promise_policy").bools(&["working"]),
    table("promise")
        .through("brand_id = $1 ORDER BY conversation_id, kind, since")
        .bools(&["working"]),
    table("inbox_check"),
    table("inbox_check_found").through("brand_id = $1 ORDER BY message_id"),
    table("saved_reply"),
    table("saved_reply_use"),
    table("article"),
    table("article_opinion")
        .through("brand_id = $1 ORDER BY article_id, reader")
        .bools(&["useful"]),
    table("help_search").through("brand_id = $1 ORDER BY language, words_key"),
    table("help_gap_dismissed").through("brand_id = $1 ORDER BY gap_key"),
    table("help").through("brand_id = $1 ORDER BY brand_id").bools(&["open"]),
    table("house_rules").through("brand_id = $1 ORDER BY brand_id").bools(&["opened"]),
    table("house_clause"),
    table("moderation_rule").bools(&["active"]),
    table("moderation_run"),
    table("moderation_case"),
    table("ruling").bools(&["automated"]),
    table("sanction"),
    table("complaint"),
    table("moderation_log"),
    table("proposed_answer").through("brand_id = $1 ORDER BY conversation_id"),
    table("crisis").bools(&["rehearsal"]),
    table("crisis_alert"),
    table("crisis_message"),
    table("crisis_entry"),
    table("crisis_task"),
    table("crisis_action"),
    table("crisis_review").through("brand_id = $1 ORDER BY crisis_id, publication_id"),
    table("holding_statement"),
    table("holding_statement_text"),
    table("feedback_category"),
    table("feedback_case"),
    table("feedback_source").through("brand_id = $1 ORDER BY case_id, conversation_id"),
    table("feedback_told"),
    table("feedback_event"),
    table("insights_import"),
    table("measured_post").bools(&["paid"]),
    table("figure_snapshot").through(
        "measured_post_id IN (SELECT id FROM measured_post WHERE brand_id = $1) ORDER BY id",
    ),
    table("activity"),
];

/// Tables of a brand that an export leaves out: who works here, what opens doors, what runs.
#[cfg(test)]
pub const LEFT_OUT: &[&str] = &[
    "membership",
    "invitation",
    "api_token",
    "idempotent_answer",
    "notification",
    "job",
    "channel_authorization",
    "post_presence",
    "conversation_presence",
    "moderation_trial",
    "channel_watch",
    "letter_taken",
    "webhook",
    "webhook_delivery",
    "queue_turn",
    "queue_change",
    "signed_link",
    "calendar_choice",
    "calendar_link",
    "calendar_change",
    "guard_hold",
    "checked_link",
    "hand_posting",
    "hand_rule",
    "hand_rule_channel",
    // Who is told and who gets what: teammates stay behind.
    "promise_step",
    "promise_notice",
    "assignment_rule",
    "assignment_member",
    "assignment_capacity",
    "assignment_waiting",
    "absence",
    "crisis_setting",
    "crisis_watcher",
    "crisis_role",
    "feedback_summary",
];

#[cfg(test)]
mod tests {
    use super::{LEFT_OUT, TABLES};

    /// Every table that names a brand, or hangs from one that does, is exported or left out on
    /// purpose.
    #[test]
    fn no_table_of_a_brand_is_forgotten() {
        let schema: String = database::MIGRATIONS.iter().map(|migration| migration.sql).collect();
        let mut forgotten = Vec::new();
        for statement in schema.split("CREATE TABLE ").skip(1) {
            let name = statement.split([' ', '(']).next().unwrap_or_default();
            let body = statement.split(");").next().unwrap_or_default();
            let of_brand = body.contains("brand_id")
                || TABLES.iter().any(|table| body.contains(&format!("REFERENCES {} ", table.name)));
            let known = TABLES.iter().any(|table| table.name == name) || LEFT_OUT.contains(&name);
            if of_brand && !known {
                forgotten.push(name.to_owned());
            }
        }
        assert!(forgotten.is_empty(), "{forgotten:?}: exported or left out? see tables.rs");
    }
}
