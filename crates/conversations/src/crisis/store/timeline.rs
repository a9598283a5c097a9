use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Actor;
use primitives::Id;
use serde_json::Value;

use crate::crisis::{Crisis, Entry, EntryKind, Line};

pub(in crate::crisis) async fn write(
    crisis: Id<Crisis>,
    kind: EntryKind,
    words: &str,
    data: &Value,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let id: Id<Entry> = tx.new_id();
    tx.execute(
        sql!(
            "INSERT INTO crisis_entry (id, crisis_id, brand_id, at, teammate_id, kind, words, data,
             number) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT COALESCE(MAX(e.number), 0) + 1
             FROM crisis_entry e WHERE e.crisis_id = $2))"
        ),
        params![
            id,
            crisis,
            actor.brand(),
            tx.now(),
            actor.teammate_id(),
            kind,
            words,
            data.to_string()
        ],
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn has(
    crisis: Id<Crisis>,
    kind: EntryKind,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text =
        sql!("SELECT id FROM crisis_entry WHERE crisis_id = $1 AND kind = $2 ORDER BY id LIMIT 1");
    Ok(tx.query_opt(text, params![crisis, kind]).await?.is_some())
}

fn entry(row: &Row) -> Result<Line, Error> {
    let data: String = row.get("data")?;
    Ok(Line::Own {
        at: row.get("at")?,
        by: row.get("name")?,
        entry: Entry {
            kind: row.get("kind")?,
            words: row.get("words")?,
            data: serde_json::from_str(&data).map_err(|e| Error::other(e.to_string()))?,
        },
    })
}

pub(in crate::crisis) async fn own(crisis: Id<Crisis>, tx: &mut Tx) -> Result<Vec<Line>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT e.at, e.kind, e.words, e.data, t.name FROM crisis_entry e
                 LEFT JOIN teammate t ON t.id = e.teammate_id WHERE e.crisis_id = $1
                 ORDER BY e.number DESC, e.id DESC LIMIT 1000"
            ),
            params![crisis],
        )
        .await?;
    rows.iter().rev().map(entry).collect()
}

/// Answers in its conversations since it was opened, but for those that the room gave: they are
/// one line there.
pub(in crate::crisis) async fn answers(
    crisis: &Crisis,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Line>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT o.sent_at, o.text, o.conversation_id, t.name, i.name AS person
                 FROM message o JOIN conversation c ON c.id = o.conversation_id
                 LEFT JOIN teammate t ON t.id = o.teammate_id
                 LEFT JOIN identity i ON i.id = c.identity_id
                 LEFT JOIN publication p ON p.id = o.publication_id
                 WHERE o.direction = 'outbound' AND o.sent_at >= $2 AND o.sent_at <= $3
                 AND o.undelivered IS NULL
                 AND COALESCE(p.state, 'published')
                 NOT IN ('failed', 'cancelled', 'held', 'needs_person')
                 AND o.conversation_id IN (SELECT k.conversation_id FROM crisis_message k
                   WHERE k.crisis_id = $1 AND k.left_out_at IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM crisis_message a WHERE a.crisis_id = $1
                   AND a.conversation_id = o.conversation_id AND a.answered_at = o.sent_at)
                 ORDER BY o.sent_at DESC, o.id DESC LIMIT 1000"
            ),
            params![crisis.id, crisis.opened_at, until],
        )
        .await?;
    let lines = rows.iter().rev().map(|row| {
        Ok(Line::Answer {
            at: row.get("sent_at")?,
            by: row.get("name")?,
            conversation: row.get("conversation_id")?,
            to: row.get::<Option<String>>("person")?.unwrap_or_default(),
            words: row.get("text")?,
        })
    });
    lines.collect()
}

/// Posts that the brand's pause held meanwhile.
pub(in crate::crisis) async fn held(
    crisis: &Crisis,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Line>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT s.at, s.data, p.id, p.content FROM publication_step s
                 JOIN publication p ON p.id = s.publication_id
                 WHERE p.brand_id = $1 AND p.purpose = 'post' AND p.after_id IS NULL
                 AND s.kind = 'held' AND s.at >= $2 AND s.at <= $3
                 AND p.updated_at >= $2 ORDER BY s.at DESC, s.id DESC LIMIT 1000"
            ),
            params![crisis.brand, crisis.opened_at, until],
        )
        .await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows.iter().rev() {
        let data: String = row.get("data")?;
        let content: String = row.get("content")?;
        let by = |text: &str, key: &str| {
            let value: Option<Value> = serde_json::from_str(text).ok();
            value.and_then(|value| value.get(key)?.as_str().map(str::to_owned))
        };
        if by(&data, "by").as_deref() != Some("brand_pause") {
            continue;
        }
        lines.push(Line::Held {
            at: row.get("at")?,
            publication: row.get("id")?,
            words: by(&content, "text").unwrap_or_default(),
        });
    }
    Ok(lines)
}
