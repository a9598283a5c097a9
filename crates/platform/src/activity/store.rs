use database::{Error, Row, Tx, params, sql};
use primitives::Id;
use serde_json::Value as Json;

use super::{Activity, By, Subject};
use crate::{Brand, Teammate, webhook};

macro_rules! select {
    () => {
        "SELECT a.id, a.at, a.actor_kind, a.actor_id, a.verb, a.subject_kind, a.subject_id, a.data, \
         t.name AS teammate_name, k.name AS token_name, m.name AS maker_name \
         FROM activity a \
         LEFT JOIN teammate t ON a.actor_kind = 'teammate' AND t.id = a.actor_id \
         LEFT JOIN api_token k ON a.actor_kind = 'token' AND k.id = a.actor_id \
         LEFT JOIN teammate m ON m.id = k.teammate_id "
    };
}

pub(super) async fn insert(
    tx: &mut Tx,
    brand: Option<Id<Brand>>,
    actor_kind: &str,
    actor: Option<Id<Subject>>,
    verb: &str,
    subject: &Subject,
    data: &Json,
) -> Result<(), Error> {
    let id = tx.new_id::<Activity>();
    let at = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO activity (id, brand_id, actor_kind, actor_id, verb, subject_kind, \
             subject_id, data, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            id,
            brand,
            actor_kind,
            actor,
            verb,
            subject.kind.as_ref(),
            subject.id,
            data.to_string(),
            at
        ],
    )
    .await?;
    let Some(brand) = brand else { return Ok(()) };
    let act = webhook::Act { id, verb, subject, by: actor_kind };
    webhook::fan_out(brand, &act, data, tx).await
}

pub(super) async fn of_brand(
    brand: Id<Brand>,
    before: Option<Id<Activity>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Activity>, Error> {
    let rows = match before {
        Some(before) => {
            tx.query(
                sql!(select!(), "WHERE a.brand_id = $1 AND a.id < $2 ORDER BY a.id DESC LIMIT $3"),
                params![brand, before, limit],
            )
            .await?
        }
        None => {
            tx.query(
                sql!(select!(), "WHERE a.brand_id = $1 ORDER BY a.id DESC LIMIT $2"),
                params![brand, limit],
            )
            .await?
        }
    };
    rows.iter().map(read).collect()
}

pub(super) async fn about(
    brand: Id<Brand>,
    subject: &Subject,
    tx: &mut Tx,
) -> Result<Vec<Activity>, Error> {
    let rows = tx
        .query(
            sql!(
                select!(),
                "WHERE a.subject_id = $1 AND a.subject_kind = $2 AND a.brand_id = $3 \
                 ORDER BY a.id DESC LIMIT 200"
            ),
            params![subject.id, subject.kind.as_ref(), brand],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn of_account(
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Vec<Activity>, Error> {
    let rows = tx
        .query(
            sql!(
                select!(),
                "WHERE a.subject_id = $1 AND a.brand_id IS NULL AND a.actor_kind = 'teammate' \
                 AND a.actor_id = $1 ORDER BY a.id DESC LIMIT 100"
            ),
            params![teammate],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Activity, Error> {
    let by = match (row.get::<String>("actor_kind")?.as_str(), row.get("actor_id")?) {
        ("teammate", Some(id)) => By::Teammate { id, name: row.get("teammate_name")? },
        ("token", _) => {
            By::Token { token: row.get("token_name")?, teammate: row.get("maker_name")? }
        }
        _ => By::System,
    };
    Ok(Activity {
        id: row.get("id")?,
        at: row.get("at")?,
        by,
        verb: row.get("verb")?,
        subject: Subject {
            kind: row.get::<String>("subject_kind")?.into(),
            id: row.get("subject_id")?,
        },
        data: serde_json::from_str(&row.get::<String>("data")?).unwrap_or_default(),
    })
}
