use database::{Error, Row, Tx, params, sql};
use members::Identity;
use platform::{Actor, Brand, Teammate};
use primitives::{Id, Language};

use super::super::ground::Ground;
use super::super::ruling::{Reached, Ruling, ToWrite, ToldHow};
use super::{json, of_json};
use crate::act::{Deed, DeedState};

pub async fn insert(new: &ToWrite, actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
    let message = &new.message;
    let ground = new.ground.as_ref().map(json).transpose()?;
    let key = new.ground.as_ref().map(Ground::key).unwrap_or_default();
    tx.execute(
        sql!(
            "INSERT INTO ruling (id, brand_id, message_id, conversation_id, channel_id, identity_id,
             decision, ground, ground_key, reason, rule_id, automated, decided_by, at, language,
             said, said_at, sanction_id, deed_id, reached)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19, $20)"
        ),
        params![
            new.id,
            actor.brand(),
            message.id,
            message.conversation,
            message.channel,
            message.person.as_ref().map(|person| person.identity),
            new.decision,
            ground,
            key,
            &new.reason,
            new.rule,
            new.automated,
            actor.teammate_id().filter(|_| !new.automated),
            tx.now(),
            new.language.tag(),
            &message.text,
            message.sent_at,
            new.sanction,
            new.deed,
            new.reached
        ],
    )
    .await
    .map(drop)
}

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT r.id, r.brand_id, r.message_id, r.conversation_id, r.channel_id, r.identity_id,
             r.decision, r.ground, r.reason, r.rule_id, r.automated, r.decided_by, r.at, r.language,
             r.said, r.said_at, r.sanction_id, r.reached, r.told_at, r.told_how, r.undone_at,
             r.undone_by, r.undone_because, i.name, i.handle, t.name AS by_name,
             u.name AS rule_name, a.state AS deed_state, k.state AS complaint FROM ruling r
             LEFT JOIN identity i ON i.id = r.identity_id
             LEFT JOIN teammate t ON t.id = r.decided_by
             LEFT JOIN moderation_rule u ON u.id = r.rule_id
             LEFT JOIN message_act a ON a.id = r.deed_id
             LEFT JOIN complaint k ON k.ruling_id = r.id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Ruling, Error> {
    let ground: Option<String> = row.get("ground")?;
    let reached = match (row.get("reached")?, row.get::<Option<DeedState>>("deed_state")?) {
        (Reached::Asked, Some(DeedState::Done)) => Reached::Done,
        (Reached::Asked, Some(DeedState::Failed)) => Reached::Failed,
        (reached, _) => reached,
    };
    Ok(Ruling {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        message: row.get("message_id")?,
        conversation: row.get("conversation_id")?,
        channel: row.get("channel_id")?,
        identity: row.get("identity_id")?,
        name: row.get("name")?,
        handle: row.get("handle")?,
        decision: row.get("decision")?,
        ground: ground.map(|ground| of_json(&ground)).transpose()?,
        reason: row.get("reason")?,
        rule: row.get("rule_id")?,
        rule_name: row.get("rule_name")?,
        automated: row.get("automated")?,
        by: row.get("decided_by")?,
        by_name: row.get("by_name")?,
        at: row.get("at")?,
        language: row.get::<String>("language")?.parse().unwrap_or(Language::Fr),
        said: row.get("said")?,
        said_at: row.get("said_at")?,
        sanction: row.get("sanction_id")?,
        reached,
        told_at: row.get("told_at")?,
        told_how: row.get("told_how")?,
        undone_at: row.get("undone_at")?,
        undone_by: row.get("undone_by")?,
        undone_because: row.get("undone_because")?,
        complaint: row.get("complaint")?,
    })
}

pub async fn load(brand: Id<Brand>, id: Id<Ruling>, tx: &mut Tx) -> Result<Option<Ruling>, Error> {
    let text = select!("WHERE r.brand_id = $1 AND r.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

/// A decision of a rule that no network was asked about yet, and that was not undone.
pub async fn to_enforce(
    brand: Id<Brand>,
    id: Id<Ruling>,
    tx: &mut Tx,
) -> Result<Option<Ruling>, Error> {
    let text = select!(
        "WHERE r.brand_id = $1 AND r.id = $2 AND r.reached = 'asked' AND r.deed_id IS NULL
         AND r.undone_at IS NULL"
    );
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

/// A rule's decision, by what was asked of the network.
pub async fn of_deed(
    brand: Id<Brand>,
    deed: Id<Deed>,
    tx: &mut Tx,
) -> Result<Option<Ruling>, Error> {
    let text = select!("WHERE r.brand_id = $1 AND r.deed_id = $2 ORDER BY r.id LIMIT 1");
    tx.query_opt(text, params![brand, deed]).await?.as_ref().map(read).transpose()
}

pub async fn list(
    brand: Id<Brand>,
    of: Option<Id<Identity>>,
    before: Option<Id<Ruling>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Ruling>, Error> {
    let before = before.unwrap_or_else(|| Id::from_uuid(uuid::Uuid::max()));
    let rows = match of {
        Some(identity) => {
            let text = select!(
                "WHERE r.brand_id = $1 AND r.identity_id = $2 AND r.id < $3
                 ORDER BY r.id DESC LIMIT $4"
            );
            tx.query(text, params![brand, identity, before, limit]).await?
        }
        None => {
            let text = select!("WHERE r.brand_id = $1 AND r.id < $2 ORDER BY r.id DESC LIMIT $3");
            tx.query(text, params![brand, before, limit]).await?
        }
    };
    rows.iter().map(read).collect()
}

pub async fn asked(id: Id<Ruling>, deed: Id<Deed>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE ruling SET deed_id = $2 WHERE id = $1"), params![id, deed])
        .await
        .map(drop)
}

pub async fn reached(id: Id<Ruling>, reached: Reached, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE ruling SET reached = $2 WHERE id = $1"), params![id, reached])
        .await
        .map(drop)
}

pub async fn told(
    brand: Id<Brand>,
    id: Id<Ruling>,
    how: ToldHow,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE ruling SET told_at = $3,
             told_how = CASE WHEN told_how = 'sent' THEN 'sent' ELSE $4 END
             WHERE id = $1 AND brand_id = $2"
        ),
        params![id, brand, tx.now(), how],
    )
    .await
    .map(drop)
}

/// Undoes it; false when it was undone already.
pub async fn undo(
    brand: Id<Brand>,
    id: Id<Ruling>,
    by: Option<Id<Teammate>>,
    because: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let undone = tx
        .execute(
            sql!(
                "UPDATE ruling SET undone_at = $3, undone_by = $4, undone_because = $5
                 WHERE id = $1 AND brand_id = $2 AND undone_at IS NULL"
            ),
            params![id, brand, tx.now(), by, because],
        )
        .await?;
    Ok(undone > 0)
}
