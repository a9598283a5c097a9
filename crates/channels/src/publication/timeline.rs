use database::{Error, Tx, params, sql, text_enum};
use jiff::Timestamp;
use platform::Teammate;
use platform::{Actor, Who};
use primitives::Id;
use serde_json::Value;

use super::Publication;

text_enum! {
    /// One kind of thing that happens to a publication, worded by `step-{kind}`.
    pub enum StepKind {
        /// Someone planned it.
        Planned => "planned",
        /// Someone changed its content before its time.
        Changed => "changed",
        /// Someone moved it in time.
        Rescheduled => "rescheduled",
        /// Its payload and key were frozen.
        Prepared => "prepared",
        /// A send began.
        Sending => "sending",
        /// The network took it and works on it.
        Processing => "processing",
        /// It appeared.
        Published => "published",
        /// The answer was lost.
        Uncertain => "uncertain",
        /// It was looked for and not seen, not long enough after the send to conclude.
        NotSeenYet => "not_seen_yet",
        /// It was looked for and is certainly not there: it may be sent again.
        Absent => "absent",
        /// Looking for it did not work.
        CheckFailed => "check_failed",
        /// Passing trouble: another attempt is planned.
        RetryPlanned => "retry_planned",
        /// The network asked to wait.
        RateLimited => "rate_limited",
        /// It failed.
        Failed => "failed",
        /// It was kept back.
        Held => "held",
        /// Someone released it.
        Released => "released",
        /// Someone gave it up.
        Cancelled => "cancelled",
        /// A person must act.
        NeedsPerson => "needs_person",
        /// A person said that it is there.
        Confirmed => "confirmed",
        /// A person said that it is not there.
        Denied => "denied",
        /// The alert that it is late was raised.
        Late => "late",
        /// Whoever posts it by hand was reminded.
        Reminded => "reminded",
        /// Whoever posts it by hand put it off.
        Snoozed => "snoozed",
        /// It was handed to someone else to post.
        Reassigned => "reassigned",
        /// It was not posted in time, and others were told.
        Escalated => "escalated",
    }
}

/// One thing that happened to a publication.
#[derive(Debug, Clone)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: StepKind,
    /// Who, when it was a person.
    pub teammate: Option<Id<Teammate>>,
    /// The details: `detail`, `until`, `attempt`, `url`…
    pub data: Value,
}

pub(super) async fn note(
    publication: Id<Publication>,
    kind: StepKind,
    actor: &Actor,
    data: Value,
    tx: &mut Tx,
) -> Result<(), Error> {
    let who = match actor.who() {
        Who::Teammate(_) => "teammate",
        Who::Token(..) => "token",
        Who::System => "system",
    };
    let values = params![
        tx.new_id::<Step>(),
        publication,
        tx.now(),
        kind,
        who,
        actor.teammate_id(),
        data.to_string()
    ];
    tx.execute(
        sql!(
            "INSERT INTO publication_step (id, publication_id, at, kind, actor_kind, actor_id, data)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn steps(publication: Id<Publication>, tx: &mut Tx) -> Result<Vec<Step>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT at, kind, actor_id, data FROM publication_step
                 WHERE publication_id = $1 ORDER BY id"
            ),
            params![publication],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Step {
                at: row.get("at")?,
                kind: row.get("kind")?,
                teammate: row.get("actor_id")?,
                data: serde_json::from_str(&row.get::<String>("data")?).unwrap_or(Value::Null),
            })
        })
        .collect()
}
