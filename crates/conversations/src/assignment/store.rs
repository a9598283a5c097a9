use channels::Channel;
use database::{Error, IntoValue, Row, Tx, params, sql};
use jiff::civil::Date;
use platform::{Brand, Right, Teammate};
use primitives::Id;

use super::absence::{Absence, NewAbsence};
use super::choose::Candidate;
use super::rule::{NewRule, Rule};
use crate::conversation::{Conversation, ConversationRow, open_of_assignee};
use crate::hours::store::{day, number};
use crate::label::Label;
use crate::promise;

pub(super) async fn has_rules(brand: Id<Brand>, tx: &mut Tx) -> Result<bool, Error> {
    let one = sql!("SELECT id FROM assignment_rule WHERE brand_id = $1 ORDER BY id LIMIT 1");
    Ok(tx.query_opt(one, params![brand]).await?.is_some())
}

pub(super) async fn rules(brand: Id<Brand>, lock: &str, tx: &mut Tx) -> Result<Vec<Rule>, Error> {
    let text = format!(
        "SELECT id, channel_id, label_id, way, last_teammate FROM assignment_rule
         WHERE brand_id = $1 ORDER BY position, id{lock}"
    );
    let mut rules = Vec::new();
    for row in tx.query(&text, params![brand]).await? {
        let id: Id<Rule> = row.get("id")?;
        let members = tx
            .query(
                sql!(
                    "SELECT teammate_id FROM assignment_member WHERE rule_id = $1
                     ORDER BY position, teammate_id"
                ),
                params![id],
            )
            .await?;
        rules.push(Rule {
            id,
            says: NewRule {
                channel: row.get("channel_id")?,
                label: row.get("label_id")?,
                way: row.get("way")?,
                team: members.iter().map(|row| row.get("teammate_id")).collect::<Result<_, _>>()?,
            },
            last: row.get("last_teammate")?,
        });
    }
    Ok(rules)
}

pub(super) async fn knows(brand: Id<Brand>, rule: &NewRule, tx: &mut Tx) -> Result<bool, Error> {
    promise::knows(brand, rule.channel, rule.label, tx).await
}

pub(super) async fn insert(brand: Id<Brand>, rule: &Rule, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO assignment_rule (id, brand_id, channel_id, label_id, way, created_at,
             position) VALUES ($1, $2, $3, $4, $5, $6,
             (SELECT COALESCE(MAX(position), 0) + 1 FROM assignment_rule WHERE brand_id = $2))"
        ),
        params![rule.id, brand, rule.says.channel, rule.says.label, rule.says.way, tx.now()],
    )
    .await?;
    members(rule, tx).await
}

async fn members(rule: &Rule, tx: &mut Tx) -> Result<(), Error> {
    let rows = rule.says.team.iter().zip(1i64..).map(|(id, at)| params![rule.id, *id, at]);
    tx.execute_many(
        sql!("INSERT INTO assignment_member (rule_id, teammate_id, position) VALUES ($1, $2, $3)"),
        rows.collect(),
    )
    .await
    .map(drop)
}

pub(super) async fn update(brand: Id<Brand>, rule: &Rule, tx: &mut Tx) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE assignment_rule SET channel_id = $3, label_id = $4, way = $5
                 WHERE id = $1 AND brand_id = $2"
            ),
            params![rule.id, brand, rule.says.channel, rule.says.label, rule.says.way],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    tx.execute(sql!("DELETE FROM assignment_member WHERE rule_id = $1"), params![rule.id]).await?;
    members(rule, tx).await?;
    Ok(true)
}

pub(super) async fn remove(brand: Id<Brand>, id: Id<Rule>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM assignment_rule WHERE id = $1 AND brand_id = $2"),
        params![id, brand],
    )
    .await
    .map(drop)
}

pub(super) async fn gave(rule: Id<Rule>, to: Id<Teammate>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE assignment_rule SET last_teammate = $2 WHERE id = $1"),
        params![rule, to],
    )
    .await
    .map(drop)
}

/// What is open, may be answered and is nobody's.
pub(super) struct Free {
    pub channel: Id<Channel>,
    pub labels: Vec<Id<Label>>,
    pub preview: String,
}

pub(super) async fn free(
    brand: Id<Brand>,
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<Free>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT channel_id, preview FROM conversation WHERE brand_id = $1 AND id = $2
                 AND state = 'open' AND reactions = FALSE AND assignee_id IS NULL
                 AND waiting_since IS NOT NULL"
            ),
            params![brand, id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let labels = tx
        .query(
            sql!(
                "SELECT label_id FROM conversation_label WHERE conversation_id = $1
                 ORDER BY label_id"
            ),
            params![id],
        )
        .await?;
    Ok(Some(Free {
        channel: row.get("channel_id")?,
        labels: labels.iter().map(|row| row.get("label_id")).collect::<Result<_, _>>()?,
        preview: row.get("preview")?,
    }))
}

/// Gives it to a teammate, unless someone has it already.
pub(super) async fn take(
    id: Id<Conversation>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let taken = tx
        .execute(
            sql!("UPDATE conversation SET assignee_id = $2 WHERE id = $1 AND assignee_id IS NULL"),
            params![id, teammate],
        )
        .await?;
    Ok(taken > 0)
}

/// How a teammate stands in the brand, today.
pub(super) async fn stands(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Candidate, Error> {
    let today = number(today(brand, tx).await?);
    let away = sql!(
        "SELECT id FROM absence WHERE brand_id = $1 AND teammate_id = $2 AND from_day <= $3
         AND until_day >= $3 ORDER BY id LIMIT 1"
    );
    let away = tx.query_opt(away, params![brand, teammate, today]).await?.is_some();
    let open = sql!(
        "SELECT COUNT(*) AS n FROM conversation WHERE assignee_id = $2 AND state = 'open'
         AND brand_id = $1 AND reactions = FALSE"
    );
    let open = tx.query_one(open, params![brand, teammate]).await?.get("n")?;
    let most =
        sql!("SELECT most FROM assignment_capacity WHERE brand_id = $1 AND teammate_id = $2");
    let most = tx.query_opt(most, params![brand, teammate]).await?;
    let most = most.map(|row| row.get("most")).transpose()?;
    let role = promise::role_of(brand, teammate, tx).await?;
    let here = !away && role.is_some_and(|role| role.may(Right::Converse));
    Ok(Candidate { teammate, here, open, most })
}

pub(super) async fn set_capacity(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    most: Option<i64>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let Some(most) = most else {
        let gone = sql!("DELETE FROM assignment_capacity WHERE brand_id = $1 AND teammate_id = $2");
        return tx.execute(gone, params![brand, teammate]).await.map(drop);
    };
    tx.execute(
        sql!(
            "INSERT INTO assignment_capacity (brand_id, teammate_id, most) VALUES ($1, $2, $3)
             ON CONFLICT (brand_id, teammate_id) DO UPDATE SET most = excluded.most"
        ),
        params![brand, teammate, most],
    )
    .await
    .map(drop)
}

/// Whether it is the first that waits, of what nobody can take now.
pub(super) async fn wait(
    brand: Id<Brand>,
    id: Id<Conversation>,
    rule: Id<Rule>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let new = tx
        .execute(
            sql!(
                "INSERT INTO assignment_waiting (conversation_id, brand_id, rule_id, since)
                 VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
            ),
            params![id, brand, rule, tx.now()],
        )
        .await?;
    Ok(new > 0)
}

/// Everything open that waits and is nobody's waits for the rules; how many.
pub(super) async fn wait_all(brand: Id<Brand>, tx: &mut Tx) -> Result<u64, Error> {
    let Some(rule) = rules(brand, "", tx).await?.first().map(|rule| rule.id) else { return Ok(0) };
    tx.execute(
        sql!(
            "INSERT INTO assignment_waiting (conversation_id, brand_id, rule_id, since)
             SELECT c.id, c.brand_id, $2, $3 FROM conversation c WHERE c.brand_id = $1
             AND c.waiting_since IS NOT NULL AND c.assignee_id IS NULL AND c.state = 'open'
             AND c.reactions = FALSE ON CONFLICT DO NOTHING"
        ),
        params![brand, rule, tx.now()],
    )
    .await
}

pub(super) async fn brands_waiting(tx: &mut Tx) -> Result<Vec<Id<Brand>>, Error> {
    let all = sql!("SELECT DISTINCT brand_id FROM assignment_waiting ORDER BY brand_id");
    tx.query(all, params![]).await?.iter().map(|row| row.get("brand_id")).collect()
}

pub(super) async fn waiting(
    brand: Id<Brand>,
    limit: i64,
    tx: &mut Tx,
) -> Result<Vec<Id<Conversation>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT conversation_id FROM assignment_waiting WHERE brand_id = $1
                 ORDER BY since, conversation_id LIMIT $2"
            ),
            params![brand, limit],
        )
        .await?;
    rows.iter().map(|row| row.get("conversation_id")).collect()
}

/// Forgets what no longer waits for anyone; how many.
pub(super) async fn forget_taken(brand: Id<Brand>, tx: &mut Tx) -> Result<u64, Error> {
    tx.execute(
        sql!(
            "DELETE FROM assignment_waiting WHERE brand_id = $1 AND conversation_id NOT IN
             (SELECT c.id FROM conversation c WHERE c.brand_id = $1 AND c.state = 'open'
              AND c.assignee_id IS NULL AND c.waiting_since IS NOT NULL)"
        ),
        params![brand],
    )
    .await
}

/// The day it is at the brand's.
pub(super) async fn today(brand: Id<Brand>, tx: &mut Tx) -> Result<Date, Error> {
    let found = Brand::for_system(brand, tx).await?;
    let zone = found.map_or(jiff::tz::TimeZone::UTC, |(brand, _)| brand.zone.time_zone().clone());
    Ok(zone.to_datetime(tx.now()).date())
}

pub(super) async fn absences(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Absence>, Error> {
    let today = number(today(brand, tx).await?);
    let rows = tx
        .query(
            sql!(
                "SELECT a.id, a.teammate_id, a.from_day, a.until_day, a.note, t.name
                 FROM absence a LEFT JOIN teammate t ON t.id = a.teammate_id
                 WHERE a.brand_id = $1 AND a.until_day >= $2 ORDER BY a.from_day, a.id"
            ),
            params![brand, today],
        )
        .await?;
    let read = |row: &Row| {
        let date = |name: &str| -> Result<Date, Error> {
            day(row.get(name)?).ok_or_else(|| Error::other("a day beyond calendars"))
        };
        Ok(Absence {
            id: row.get("id")?,
            says: NewAbsence {
                teammate: row.get("teammate_id")?,
                from: date("from_day")?,
                until: date("until_day")?,
                note: row.get("note")?,
            },
            name: row.get::<Option<String>>("name")?.unwrap_or_default(),
        })
    };
    rows.iter().map(read).collect()
}

pub(super) async fn add_absence(
    brand: Id<Brand>,
    new: &NewAbsence,
    tx: &mut Tx,
) -> Result<Id<Absence>, Error> {
    let id = tx.new_id();
    tx.execute(
        sql!(
            "INSERT INTO absence (id, brand_id, teammate_id, from_day, until_day, note, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![id, brand, new.teammate, number(new.from), number(new.until), &new.note, tx.now()],
    )
    .await?;
    Ok(id)
}

pub(super) async fn remove_absence(
    brand: Id<Brand>,
    id: Id<Absence>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM absence WHERE brand_id = $1 AND id = $2"), params![brand, id])
        .await
        .map(drop)
}

pub(super) async fn open_of(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    open_of_assignee(params![brand, teammate.into_value()], tx).await
}
