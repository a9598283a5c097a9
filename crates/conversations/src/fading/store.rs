//! What fades, as it is proposed and decided.

pub(super) mod effect;
pub(super) mod look;

use channels::{Channel, Publication};
use database::{Error, Row, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use platform::{Brand, Teammate};
use primitives::Id;

use super::{Fading, TookPart, Way};
use crate::conversation::Conversation;
use crate::ingest::preview;

/// A thing is not proposed again before so long.
const REST: SignedDuration = SignedDuration::from_hours(30 * 24);

pub(super) struct New {
    pub channel: Id<Channel>,
    pub publication: Option<Id<Publication>>,
    pub conversation: Option<Id<Conversation>>,
    pub recent: i64,
    pub usual: i64,
    pub compared: i64,
    pub total: i64,
}

/// Proposes it, unless it was lately; whether it is new.
pub(super) async fn propose(
    brand: Id<Brand>,
    new: &New,
    measure_at: Timestamp,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let (id, now): (Id<Fading>, _) = (tx.new_id(), tx.now());
    let subject = if new.publication.is_some() { "post" } else { "conversation" };
    let known = tx
        .query_opt(
            sql!(
                "SELECT id FROM fading WHERE brand_id = $1 AND noticed_at > $2
                 AND (publication_id = $3 OR conversation_id = $4) ORDER BY id LIMIT 1"
            ),
            params![brand, now - REST, new.publication, new.conversation],
        )
        .await?;
    if known.is_some() {
        return Ok(false);
    }
    tx.execute(
        sql!(
            "INSERT INTO fading (id, brand_id, channel_id, subject, publication_id,
             conversation_id, noticed_at, recent, usual, compared, total, state, measure_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'proposed', $12)"
        ),
        params![
            id,
            brand,
            new.channel,
            subject,
            new.publication,
            new.conversation,
            now,
            new.recent,
            new.usual,
            new.compared,
            new.total,
            measure_at
        ],
    )
    .await?;
    Ok(true)
}

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT f.id, f.brand_id, f.channel_id, f.publication_id, f.conversation_id,
             f.noticed_at, f.recent, f.usual, f.compared, f.total, f.state, f.way, f.reason,
             f.decided_at, f.measured_at, f.came, v.text AS post_text, c.preview, i.name
             FROM fading f LEFT JOIN publication p ON p.id = f.publication_id
             LEFT JOIN post v ON v.id = p.post_id
             LEFT JOIN conversation c ON c.id = f.conversation_id
             LEFT JOIN identity i ON i.id = c.identity_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Fading, Error> {
    let post: Option<String> = row.get("post_text")?;
    let said: Option<String> = row.get("preview")?;
    Ok(Fading {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        channel: row.get("channel_id")?,
        publication: row.get("publication_id")?,
        conversation: row.get("conversation_id")?,
        noticed_at: row.get("noticed_at")?,
        recent: row.get("recent")?,
        usual: row.get("usual")?,
        compared: row.get("compared")?,
        total: row.get("total")?,
        state: row.get("state")?,
        way: row.get("way")?,
        reason: row.get("reason")?,
        decided_at: row.get("decided_at")?,
        measured_at: row.get("measured_at")?,
        came: row.get("came")?,
        words: post.map(|text| preview(&text)).or(said).unwrap_or_default(),
        person: row.get::<Option<String>>("name")?.unwrap_or_default(),
    })
}

/// What took up again by itself is not proposed any more.
macro_rules! still_proposed {
    () => {
        "f.brand_id = $1 AND f.state = 'proposed' AND NOT EXISTS (SELECT 1 FROM message m
           WHERE m.conversation_id = f.conversation_id AND m.direction = 'inbound'
           AND m.received_at > f.noticed_at)"
    };
}

pub(super) async fn list(
    brand: Id<Brand>,
    proposed: bool,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Fading>, Error> {
    let text = if proposed {
        select!(concat!(
            "WHERE ",
            still_proposed!(),
            " ORDER BY f.noticed_at DESC, f.id DESC LIMIT $2"
        ))
    } else {
        select!(
            "WHERE f.brand_id = $1 AND f.state IN ('relaunched', 'dismissed')
             ORDER BY f.decided_at DESC, f.id DESC LIMIT $2"
        )
    };
    tx.query(text, params![brand, limit]).await?.iter().map(read).collect()
}

pub(super) async fn count(brand: Id<Brand>, tx: &mut Tx) -> Result<i64, Error> {
    let text = sql!("SELECT COUNT(*) AS many FROM fading f WHERE ", still_proposed!());
    tx.query_one(text, params![brand]).await?.get("many")
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Fading>,
    tx: &mut Tx,
) -> Result<Option<Fading>, Error> {
    let text = select!("WHERE f.brand_id = $1 AND f.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn took_part(fading: &Fading, tx: &mut Tx) -> Result<Vec<TookPart>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT c.id, i.name, i.handle FROM conversation c
                 JOIN identity i ON i.id = c.identity_id
                 WHERE c.brand_id = $1 AND c.reactions = FALSE AND c.state <> 'merged'
                 AND (c.publication_id = $2 OR c.id = $3)
                 ORDER BY c.last_message_at DESC, c.id DESC LIMIT 5"
            ),
            params![fading.brand, fading.publication, fading.conversation],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(TookPart {
                conversation: row.get("id")?,
                name: row.get("name")?,
                handle: row.get("handle")?,
            })
        })
        .collect()
}

pub(super) async fn relaunch(
    fading: &Fading,
    way: Way,
    post: Option<Id<()>>,
    measure_at: Timestamp,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE fading SET state = 'relaunched', way = $2, post_id = $3, decided_by = $4,
                 decided_at = $5, measure_at = $6 WHERE id = $1 AND state = 'proposed'"
            ),
            params![fading.id, way, post, by, now, measure_at],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn dismiss(
    fading: &Fading,
    reason: &str,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE fading SET state = 'dismissed', reason = $2, decided_by = $3,
                 decided_at = $4 WHERE id = $1 AND state = 'proposed'"
            ),
            params![fading.id, reason, by, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn propose_again(fading: &Fading, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE fading SET state = 'proposed', reason = '', decided_by = NULL,
             decided_at = NULL WHERE id = $1 AND state = 'dismissed'"
        ),
        params![fading.id],
    )
    .await
    .map(drop)
}
