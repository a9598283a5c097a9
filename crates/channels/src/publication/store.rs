//! Publications as they are kept: rows read, one by one or with what they belong to.

pub(super) mod list;
pub(super) mod overdue;
pub(super) mod write;

use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{
    Failure, Frozen, HeldBy, NeedsPerson, Place, PostRef, Publication, PublicationState, Purpose,
    StateName, VariantRef,
};
use crate::channel::Channel;
use crate::outcome::Remote;

const COLUMNS: &str = "id, brand_id, channel_id, purpose, post_id, variant_id, conversation_id, \
    state, due_at, content, payload, fingerprint, send_key, prepared_at, attempts, checks, \
    lease_until, sending_since, next_at, reason, detail, remote_id, url, published_at, \
    late_alerted_at, created_by, created_at, updated_at, part, part_kind, after_id";

fn missing(what: &str) -> Error {
    Error::other(format!("a publication has no {what} in a state that needs one"))
}

fn frozen(row: &Row) -> Result<Frozen, Error> {
    let payload: Option<String> = row.get("payload")?;
    let payload = payload.ok_or_else(|| missing("payload"))?;
    Ok(Frozen {
        payload: serde_json::from_str(&payload).map_err(|e| Error::other(e.to_string()))?,
        fingerprint: row.get::<Option<String>>("fingerprint")?.unwrap_or_default(),
        send_key: row.get::<Option<String>>("send_key")?.ok_or_else(|| missing("key"))?,
        at: row.get::<Option<Timestamp>>("prepared_at")?.ok_or_else(|| missing("instant"))?,
    })
}

fn state(row: &Row) -> Result<PublicationState, Error> {
    let text = |name: &str| row.get::<Option<String>>(name).map(Option::unwrap_or_default);
    let instant = |name: &str| {
        row.get::<Option<Timestamp>>(name).and_then(|at| at.ok_or_else(|| missing(name)))
    };
    Ok(match row.get::<StateName>("state")? {
        StateName::Planned => PublicationState::Planned,
        StateName::Prepared => {
            PublicationState::Prepared { frozen: frozen(row)?, next_at: instant("next_at")? }
        }
        StateName::Sending => PublicationState::Sending {
            frozen: frozen(row)?,
            since: instant("sending_since")?,
            lease_until: instant("lease_until")?,
        },
        StateName::Processing => PublicationState::Processing {
            frozen: frozen(row)?,
            handle: text("detail")?,
            check_after: instant("next_at")?,
        },
        StateName::Published => PublicationState::Published {
            remote: Remote {
                id: text("remote_id")?,
                url: row.get("url")?,
                at: row.get("published_at")?,
            },
            at: instant("published_at")?,
        },
        StateName::Uncertain => PublicationState::Uncertain {
            frozen: frozen(row)?,
            since: instant("sending_since")?,
            next_at: instant("next_at")?,
            checks: row.get("checks")?,
            detail: text("detail")?,
        },
        StateName::Failed => PublicationState::Failed {
            reason: Failure::from_key(&text("reason")?),
            detail: text("detail")?,
        },
        StateName::Held => PublicationState::Held {
            reason: row.get::<Option<HeldBy>>("reason")?.unwrap_or(HeldBy::Person),
        },
        StateName::Cancelled => PublicationState::Cancelled,
        StateName::NeedsPerson => PublicationState::NeedsPerson {
            why: row.get::<Option<NeedsPerson>>("reason")?.unwrap_or(NeedsPerson::CannotTell),
            detail: text("detail")?,
            frozen: if row.get::<Option<String>>("send_key")?.is_some() {
                Some(frozen(row)?)
            } else {
                None
            },
        },
    })
}

fn read(row: &Row) -> Result<Publication, Error> {
    let purpose = match row.get::<String>("purpose")?.as_str() {
        "reply" => Purpose::Reply { conversation: row.get("conversation_id")? },
        _ => Purpose::Post { post: row.get("post_id")?, variant: row.get("variant_id")? },
    };
    let content: String = row.get("content")?;
    Ok(Publication {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        channel: row.get("channel_id")?,
        purpose,
        place: Place {
            part: row.get("part")?,
            kind: row.get("part_kind")?,
            after: row.get("after_id")?,
        },
        due_at: row.get("due_at")?,
        content: serde_json::from_str(&content).map_err(|e| Error::other(e.to_string()))?,
        state: state(row)?,
        attempts: row.get("attempts")?,
        created_by: row.get("created_by")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        late_alerted_at: row.get("late_alerted_at")?,
    })
}

/// Reads for a change: the row is locked on PostgreSQL until the transaction ends.
pub(super) async fn load_locked(
    id: Id<Publication>,
    tx: &mut Tx,
) -> Result<Option<Publication>, Error> {
    let text = format!("SELECT {COLUMNS} FROM publication WHERE id = $1{}", tx.for_update());
    tx.query_opt(&text, params![id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn load(id: Id<Publication>, tx: &mut Tx) -> Result<Option<Publication>, Error> {
    let text = format!("SELECT {COLUMNS} FROM publication WHERE id = $1");
    tx.query_opt(&text, params![id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn of_post(
    brand: Id<Brand>,
    post: Id<PostRef>,
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE post_id = $2 AND brand_id = $1 ORDER BY id"
    );
    tx.query(&text, params![brand, post]).await?.iter().map(read).collect()
}

/// Everything ever planned for a variant, in the order of its parts.
pub(super) async fn of_variant(
    brand: Id<Brand>,
    variant: Id<VariantRef>,
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE variant_id = $2 AND brand_id = $1
         ORDER BY part, id"
    );
    tx.query(&text, params![brand, variant]).await?.iter().map(read).collect()
}

/// What waits for a publication and may come, now that it is there.
pub(super) async fn after(id: Id<Publication>, tx: &mut Tx) -> Result<Vec<Publication>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE after_id = $1 AND state = 'planned' ORDER BY id"
    );
    tx.query(&text, params![id]).await?.iter().map(read).collect()
}

pub(super) async fn of_remote(
    channel: Id<Channel>,
    remote_id: &str,
    tx: &mut Tx,
) -> Result<Option<Publication>, Error> {
    let text =
        format!("SELECT {COLUMNS} FROM publication WHERE channel_id = $1 AND remote_id = $2");
    tx.query_opt(&text, params![channel, remote_id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn of_channel_in(
    channel: Id<Channel>,
    states: &[StateName],
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let names = states.iter().map(|s| format!("'{s}'")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE channel_id = $1 AND state IN ({names}) ORDER BY id"
    );
    tx.query(&text, params![channel]).await?.iter().map(read).collect()
}

/// Ids at the network that other publications of the channel own, since an instant.
pub(super) async fn taken(
    channel: Id<Channel>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<String>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT remote_id FROM publication WHERE channel_id = $1 AND published_at >= $2
                 AND remote_id IS NOT NULL ORDER BY published_at, id"
            ),
            params![channel, since],
        )
        .await?;
    rows.iter().map(|row| row.get("remote_id")).collect()
}
