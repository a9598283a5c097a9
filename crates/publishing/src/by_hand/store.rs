use channels::{Channel, Publication};
use database::{Error, Row, Tx, in_groups, params, placeholders, sql};
use jiff::{SignedDuration, Timestamp};
use platform::{Brand, Teammate};
use primitives::Id;

use super::{ByHand, Rules, Waiting};

/// What is known of the posting of a publication.
pub(super) struct Standing {
    pub publication: Id<Publication>,
    /// Who might post it, the one to prefer first.
    pub candidates: [Option<Id<Teammate>>; 4],
    /// The time it was asked for, that what follows belongs to.
    pub known_at: Option<Timestamp>,
    pub snoozed_until: Option<Timestamp>,
    pub reminded_at: Option<Timestamp>,
    pub escalated_at: Option<Timestamp>,
    /// When it was last asked for.
    pub asked_at: Option<Timestamp>,
    pub delay: SignedDuration,
    pub paused: bool,
}

const STANDING: &str = "SELECT p.id, h.assignee_id AS chosen, rc.assignee_id AS of_channel,
     r.assignee_id AS of_brand, po.author_id AS author, h.asked_at AS known_at, h.snoozed_until,
     h.reminded_at, h.escalated_at, COALESCE(r.escalate_after, b.late_after) AS delay,
     CASE WHEN b.paused_crisis IS NOT NULL AND p.through_crisis THEN NULL ELSE b.paused_at END
     AS brand_paused, c.paused_at AS channel_paused,
     (SELECT MAX(s.at) FROM publication_step s WHERE s.publication_id = p.id
      AND s.kind = 'needs_person') AS asked_at
     FROM publication p JOIN brand b ON b.id = p.brand_id JOIN channel c ON c.id = p.channel_id
     LEFT JOIN post po ON po.id = p.post_id
     LEFT JOIN hand_posting h ON h.publication_id = p.id
     LEFT JOIN hand_rule r ON r.brand_id = p.brand_id
     LEFT JOIN hand_rule_channel rc ON rc.channel_id = p.channel_id
     WHERE p.brand_id = $1 AND p.purpose = 'post' AND c.mode = 'assisted'";

pub(super) async fn standing(
    brand: Id<Brand>,
    publications: &[Id<Publication>],
    tx: &mut Tx,
) -> Result<Vec<Standing>, Error> {
    let mut found = Vec::with_capacity(publications.len());
    for group in in_groups(publications) {
        let places = placeholders(2, group.len());
        let text = format!("{STANDING} AND p.id IN ({places}) ORDER BY p.id");
        let mut values = params![brand];
        use database::IntoValue;
        values.extend(group.into_iter().map(IntoValue::into_value));
        for row in tx.query(&text, values).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Standing, Error> {
    let paused_at = |name: &str| row.get::<Option<Timestamp>>(name);
    Ok(Standing {
        publication: row.get("id")?,
        candidates: [
            row.get("chosen")?,
            row.get("of_channel")?,
            row.get("of_brand")?,
            row.get("author")?,
        ],
        known_at: row.get("known_at")?,
        snoozed_until: row.get("snoozed_until")?,
        reminded_at: row.get("reminded_at")?,
        escalated_at: row.get("escalated_at")?,
        asked_at: row.get("asked_at")?,
        delay: SignedDuration::from_micros(row.get("delay")?),
        paused: paused_at("brand_paused")?.is_some() || paused_at("channel_paused")?.is_some(),
    })
}

/// Writes what is known of a posting.
pub(super) async fn put(hand: &ByHand, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO hand_posting (publication_id, brand_id, assignee_id, asked_at,
             snoozed_until, reminded_at, escalated_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (publication_id) DO UPDATE SET assignee_id = excluded.assignee_id,
             asked_at = excluded.asked_at, snoozed_until = excluded.snoozed_until,
             reminded_at = excluded.reminded_at, escalated_at = excluded.escalated_at,
             updated_at = excluded.updated_at"
        ),
        params![
            hand.publication.id,
            hand.publication.brand,
            hand.assignee,
            hand.asked_at,
            hand.snoozed_until,
            hand.reminded_at,
            hand.escalated_at,
            now
        ],
    )
    .await
    .map(drop)
}

/// What may have to be reminded or escalated now, of every brand that is not paused.
pub(super) async fn to_look_at(tx: &mut Tx) -> Result<Vec<(Id<Publication>, Id<Brand>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.brand_id, p.due_at FROM publication p
                 JOIN brand b ON b.id = p.brand_id JOIN channel c ON c.id = p.channel_id
                 LEFT JOIN hand_posting h ON h.publication_id = p.id
                 LEFT JOIN hand_rule r ON r.brand_id = p.brand_id
                 WHERE p.state = 'needs_person' AND p.reason = 'assisted' AND p.purpose = 'post'
                 AND (b.paused_at IS NULL OR (b.paused_crisis IS NOT NULL AND p.through_crisis))
                 AND c.paused_at IS NULL AND (
                   h.asked_at IS NULL OR h.reminded_at IS NULL
                   OR (h.snoozed_until <= $1 AND h.reminded_at < h.snoozed_until)
                   OR (COALESCE(h.snoozed_until, h.asked_at)
                       + COALESCE(r.escalate_after, b.late_after) < $1
                       AND (h.escalated_at IS NULL OR h.escalated_at <= $2))
                   OR EXISTS (SELECT 1 FROM publication_step s WHERE s.publication_id = p.id
                       AND s.kind = 'needs_person' AND s.at > h.asked_at))
                 ORDER BY p.due_at, p.id LIMIT 500"
            ),
            params![tx.now(), tx.now() - super::AGAIN_AFTER],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("brand_id")?))).collect()
}

pub(super) async fn waiting(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Waiting, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT (SELECT COUNT(*) FROM channel WHERE brand_id = $1 AND mode = 'assisted'
                   AND removed_at IS NULL) AS channels,
                 (SELECT COUNT(*) FROM publication p
                   LEFT JOIN hand_posting h ON h.publication_id = p.id
                   WHERE p.brand_id = $1 AND p.state = 'needs_person' AND p.reason = 'assisted'
                   AND p.purpose = 'post' AND (h.assignee_id = $2 OR h.assignee_id IS NULL)
                   AND (h.snoozed_until IS NULL OR h.snoozed_until <= $3)) AS mine
                 FROM brand WHERE id = $1 ORDER BY id"
            ),
            params![brand, teammate, tx.now()],
        )
        .await?;
    let Some(row) = row else { return Ok(Waiting { any_channel: false, mine: 0 }) };
    Ok(Waiting { any_channel: row.get::<i64>("channels")? > 0, mine: row.get("mine")? })
}

pub(super) async fn rules(brand: Id<Brand>, tx: &mut Tx) -> Result<Rules, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT assignee_id, escalate_after, escalate_to_id FROM hand_rule
                 WHERE brand_id = $1 ORDER BY brand_id"
            ),
            params![brand],
        )
        .await?;
    let mut rules = Rules::default();
    if let Some(row) = row {
        rules.assignee = row.get("assignee_id")?;
        let after: Option<i64> = row.get("escalate_after")?;
        rules.escalate_after = after.map(SignedDuration::from_micros);
        rules.escalate_to = row.get("escalate_to_id")?;
    }
    let rows = tx
        .query(
            sql!(
                "SELECT channel_id, assignee_id FROM hand_rule_channel WHERE brand_id = $1
                 ORDER BY channel_id"
            ),
            params![brand],
        )
        .await?;
    for row in rows {
        rules.channels.push((row.get("channel_id")?, row.get("assignee_id")?));
    }
    Ok(rules)
}

pub(super) async fn put_rules(brand: Id<Brand>, rules: &Rules, tx: &mut Tx) -> Result<(), Error> {
    let after = rules.escalate_after.map(|after| i64::try_from(after.as_micros()).unwrap_or(0));
    tx.execute(
        sql!(
            "INSERT INTO hand_rule (brand_id, assignee_id, escalate_after, escalate_to_id)
             VALUES ($1, $2, $3, $4) ON CONFLICT (brand_id) DO UPDATE SET
             assignee_id = excluded.assignee_id, escalate_after = excluded.escalate_after,
             escalate_to_id = excluded.escalate_to_id"
        ),
        params![brand, rules.assignee, after, rules.escalate_to],
    )
    .await?;
    tx.execute(sql!("DELETE FROM hand_rule_channel WHERE brand_id = $1"), params![brand]).await?;
    for (channel, assignee) in &rules.channels {
        put_of_channel(brand, *channel, *assignee, tx).await?;
    }
    Ok(())
}

async fn put_of_channel(
    brand: Id<Brand>,
    channel: Id<Channel>,
    assignee: Id<Teammate>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO hand_rule_channel (channel_id, brand_id, assignee_id)
             VALUES ($1, $2, $3) ON CONFLICT (channel_id) DO UPDATE SET
             assignee_id = excluded.assignee_id"
        ),
        params![channel, brand, assignee],
    )
    .await
    .map(drop)
}
