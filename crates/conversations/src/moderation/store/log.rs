use database::{Error, Params, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use super::super::log::{Entry, LogAsked, NewEntry};

pub async fn insert(
    new: NewEntry,
    brand: Id<Brand>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let id: Id<Entry> = tx.new_id();
    tx.execute(
        sql!(
            "INSERT INTO moderation_log (id, brand_id, at, what, teammate_id, rule_id, message_id,
             conversation_id, identity_id, ruling_id, about, reason, before, after)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        params![
            id,
            brand,
            tx.now(),
            new.what,
            by,
            new.rule,
            new.message,
            new.conversation,
            new.identity,
            new.ruling,
            new.about,
            new.reason,
            new.before,
            new.after
        ],
    )
    .await
    .map(drop)
}

fn read(row: &Row) -> Result<Entry, Error> {
    Ok(Entry {
        id: row.get("id")?,
        at: row.get("at")?,
        what: row.get("what")?,
        by: row.get("teammate_id")?,
        by_name: row.get("by_name")?,
        rule: row.get("rule_id")?,
        rule_name: row.get("rule_name")?,
        message: row.get("message_id")?,
        conversation: row.get("conversation_id")?,
        identity: row.get("identity_id")?,
        handle: row.get("handle")?,
        ruling: row.get("ruling_id")?,
        about: row.get("about")?,
        reason: row.get("reason")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}

pub async fn list(
    brand: Id<Brand>,
    asked: &LogAsked,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Entry>, Error> {
    let mut text = "SELECT l.id, l.at, l.what, l.teammate_id, l.rule_id, l.message_id,
         l.conversation_id, l.identity_id, l.ruling_id, l.about, l.reason, l.before, l.after,
         t.name AS by_name, r.name AS rule_name, i.handle FROM moderation_log l
         LEFT JOIN teammate t ON t.id = l.teammate_id
         LEFT JOIN moderation_rule r ON r.id = l.rule_id
         LEFT JOIN identity i ON i.id = l.identity_id WHERE l.brand_id = $1"
        .to_owned();
    let mut values: Params = params![brand];
    let mut add = |condition: &str, value: Params| {
        values.extend(value);
        text.push_str(" AND ");
        text.push_str(&condition.replace('?', &format!("${}", values.len())));
    };
    if !asked.what.is_empty() {
        let most = asked.what.chars().filter(|c| c.is_ascii_alphanumeric() || "._".contains(*c));
        add("l.what LIKE ?", params![format!("{}%", most.collect::<String>())]);
    }
    if let Some(by) = asked.by {
        add("l.teammate_id = ?", params![by]);
    }
    if let Some(rule) = asked.rule {
        add("l.rule_id = ?", params![rule]);
    }
    if let Some(identity) = asked.identity {
        add("l.identity_id = ?", params![identity]);
    }
    if let Some(since) = asked.since {
        add("l.at >= ?", params![since]);
    }
    if let Some(until) = asked.until {
        add("l.at < ?", params![until]);
    }
    if let Some(before) = asked.before {
        add("l.id < ?", params![before]);
    }
    values.extend(params![limit]);
    text.push_str(&format!(" ORDER BY l.id DESC LIMIT ${}", values.len()));
    tx.query(&text, values).await?.iter().map(read).collect()
}
