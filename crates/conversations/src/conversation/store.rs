use database::{Error, IntoValue, Params, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Role, Teammate};
use primitives::Id;

use super::{
    About, Conversation, ConversationRow, ConversationState, Person, Priority, Reading, StateWord,
};
use crate::promise::Promised;

/// The columns of a conversation, of the table named `c`.
pub(crate) const COLUMNS: &str = "c.id, c.brand_id, c.channel_id, c.kind, c.state, c.identity_id, \
    c.publication_id, c.about_remote_id, c.about_url, c.about_text, c.preview, c.message_count, \
    c.last_message_at, c.waiting_since, c.resolved_by, c.resolved_at, c.paused_by, c.paused_at, \
    c.snoozed_until, c.merged_into, c.assignee_id, c.priority, c.unread, c.language, c.due_at, \
    c.at_risk_at, c.due_kind, c.created_at, c.feeling, c.harm, c.spam, c.intents";

/// The columns of a person, of the table named `i`.
pub(crate) const PERSON: &str = "i.handle, i.name, i.profile_url, i.avatar_url";

fn state(row: &Row) -> Result<ConversationState, Error> {
    let missing = || Error::other("a conversation's state lacks its instant");
    let paused_at = || row.get::<Option<Timestamp>>("paused_at")?.ok_or_else(missing);
    Ok(match row.get::<StateWord>("state")? {
        StateWord::Open => ConversationState::Open,
        StateWord::Pending => {
            ConversationState::Pending { by: row.get("paused_by")?, at: paused_at()? }
        }
        StateWord::Snoozed => ConversationState::Snoozed {
            until: row.get::<Option<_>>("snoozed_until")?.ok_or_else(missing)?,
            by: row.get("paused_by")?,
            at: paused_at()?,
        },
        StateWord::Resolved => ConversationState::Resolved {
            by: row.get("resolved_by")?,
            at: row.get::<Option<_>>("resolved_at")?.ok_or_else(missing)?,
        },
        StateWord::Merged => ConversationState::Merged {
            into: row.get::<Option<_>>("merged_into")?.ok_or_else(missing)?,
        },
    })
}

fn read(row: &Row) -> Result<Conversation, Error> {
    Ok(Conversation {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        channel: row.get("channel_id")?,
        kind: row.get("kind")?,
        state: state(row)?,
        assignee: row.get("assignee_id")?,
        priority: row.get("priority")?,
        unread: row.get("unread")?,
        language: row.get("language")?,
        reading: reading(row)?,
        identity: row.get("identity_id")?,
        about: About {
            publication: row.get("publication_id")?,
            remote_id: row.get("about_remote_id")?,
            url: row.get("about_url")?,
            text: row.get("about_text")?,
        },
        preview: row.get("preview")?,
        message_count: row.get("message_count")?,
        last_message_at: row.get("last_message_at")?,
        waiting_since: row.get("waiting_since")?,
        promised: promised(row)?,
        created_at: row.get("created_at")?,
    })
}

fn reading(row: &Row) -> Result<Reading, Error> {
    Ok(Reading {
        feeling: row.get("feeling")?,
        harm: row.get("harm")?,
        spam: row.get("spam")?,
        intents: crate::judgement::intents_of(&row.get::<String>("intents")?),
    })
}

fn promised(row: &Row) -> Result<Option<Promised>, Error> {
    let (due_at, at_risk_at) =
        (row.get::<Option<_>>("due_at")?, row.get::<Option<_>>("at_risk_at")?);
    let Some((due_at, kind)) = due_at.zip(row.get::<Option<_>>("due_kind")?) else {
        return Ok(None);
    };
    Ok(Some(Promised { kind, due_at, at_risk_at: at_risk_at.unwrap_or(due_at) }))
}

fn read_person(row: &Row) -> Result<Option<Person>, Error> {
    let (Some(identity), Some(handle)) =
        (row.get("identity_id")?, row.get::<Option<String>>("handle")?)
    else {
        return Ok(None);
    };
    Ok(Some(Person {
        identity,
        handle,
        name: row.get("name")?,
        profile_url: row.get("profile_url")?,
        avatar_url: row.get("avatar_url")?,
    }))
}

pub(crate) fn read_row(row: &Row) -> Result<ConversationRow, Error> {
    Ok(ConversationRow { conversation: read(row)?, person: read_person(row)? })
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Conversation>,
    lock: &str,
    tx: &mut Tx,
) -> Result<Option<Conversation>, Error> {
    let text =
        format!("SELECT {COLUMNS} FROM conversation c WHERE c.brand_id = $1 AND c.id = $2{lock}");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn person(id: Id<Conversation>, tx: &mut Tx) -> Result<Option<Person>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT c.identity_id, i.handle, i.name, i.profile_url, i.avatar_url
                 FROM conversation c JOIN identity i ON i.id = c.identity_id WHERE c.id = $1"
            ),
            params![id],
        )
        .await?;
    row.as_ref().map_or(Ok(None), read_person)
}

pub(super) async fn longest_waiting(
    brand: Id<Brand>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    let waiting = "c.brand_id = $1 AND c.waiting_since IS NOT NULL";
    rows(waiting, "c.waiting_since, c.id", params![brand], limit, tx).await
}

pub(super) async fn rows(
    conditions: &str,
    order: &str,
    mut values: Params,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    values.push(limit.into_value());
    let text = format!(
        "SELECT {COLUMNS}, {PERSON} FROM conversation c LEFT JOIN identity i
         ON i.id = c.identity_id WHERE {conditions}
         ORDER BY {order} LIMIT ${}",
        values.len()
    );
    tx.query(&text, values).await?.iter().map(read_row).collect()
}

/// Puts it in a state that nobody waits in. What came until now is settled, but for what is only
/// put aside.
pub(super) async fn put(
    id: Id<Conversation>,
    state: ConversationState,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (mut resolved, mut paused, mut until) = ((None, None), (None, None), None);
    match state {
        ConversationState::Open | ConversationState::Merged { .. } => {}
        ConversationState::Resolved { by, at } => resolved = (by, Some(at)),
        ConversationState::Pending { by, at } => paused = (by, Some(at)),
        ConversationState::Snoozed { until: at_last, by, at } => {
            paused = (by, Some(at));
            until = Some(at_last);
        }
    }
    let settled = until.is_none().then(|| tx.now());
    tx.execute(
        sql!(
            "UPDATE conversation SET state = $2, resolved_by = $3, resolved_at = $4,
             paused_by = $5, paused_at = $6, snoozed_until = $7,
             settled_at = COALESCE($8, settled_at), waiting_since = NULL WHERE id = $1"
        ),
        params![id, state.word(), resolved.0, resolved.1, paused.0, paused.1, until, settled],
    )
    .await
    .map(drop)
}

/// Opens it. With `unsettled`, as if it had never been resolved: what came before waits again.
pub(crate) async fn reopen(
    id: Id<Conversation>,
    unsettled: bool,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET state = 'open', resolved_by = NULL, resolved_at = NULL,
             paused_by = NULL, paused_at = NULL, snoozed_until = NULL,
             settled_at = CASE WHEN $2 THEN NULL ELSE settled_at END WHERE id = $1"
        ),
        params![id, unsettled],
    )
    .await
    .map(drop)
}

/// Holds a conversation that is put aside until that very instant; its brand.
pub(super) async fn lock_snoozed(
    id: Id<Conversation>,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<Option<Id<Brand>>, Error> {
    let text = format!(
        "SELECT brand_id FROM conversation WHERE id = $1 AND state = 'snoozed'
         AND snoozed_until = $2{}",
        tx.for_update()
    );
    let row = tx.query_opt(&text, params![id, until]).await?;
    row.map(|row| row.get("brand_id")).transpose()
}

/// Copies state and time to the rows by which a label's list is in order.
pub(crate) async fn copy_to_labels(
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute_many(
        sql!(
            "UPDATE conversation_label SET
             state = (SELECT c.state FROM conversation c WHERE c.id = conversation_id),
             last_message_at =
               (SELECT c.last_message_at FROM conversation c WHERE c.id = conversation_id)
             WHERE conversation_id = $1"
        ),
        conversations.iter().map(|id| params![*id]).collect(),
    )
    .await
    .map(drop)
}

pub(super) async fn assignee(
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<Id<Teammate>>, Error> {
    let row = tx
        .query_opt(sql!("SELECT assignee_id FROM conversation WHERE id = $1"), params![id])
        .await?;
    row.map_or(Ok(None), |row| row.get("assignee_id"))
}

/// What a teammate is in the brand.
pub(crate) async fn role_of(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Option<Role>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT role FROM membership WHERE brand_id = $1 AND teammate_id = $2"),
            params![brand, teammate],
        )
        .await?;
    row.map(|row| row.get("role")).transpose()
}

pub(super) async fn assign(
    id: Id<Conversation>,
    to: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("UPDATE conversation SET assignee_id = $2 WHERE id = $1"), params![id, to])
        .await
        .map(drop)
}

pub(super) async fn prioritise(
    id: Id<Conversation>,
    priority: Priority,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("UPDATE conversation SET priority = $2 WHERE id = $1"), params![id, priority])
        .await
        .map(drop)
}

pub(super) async fn mark_read(
    brand: Id<Brand>,
    id: Id<Conversation>,
    read: bool,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET unread = $3 WHERE brand_id = $1 AND id = $2 AND unread <> $3"
        ),
        params![brand, id, !read],
    )
    .await
    .map(drop)
}
