use std::collections::HashMap;

use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand, Teammate};
use primitives::{Id, Language};

use crate::crisis::{HoldingStatement, NewStatement, StatementText};

fn language(row: &Row) -> Result<Language, Error> {
    Ok(if row.get::<String>("language")? == "en" { Language::En } else { Language::Fr })
}

pub(in crate::crisis) async fn list(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<HoldingStatement>, Error> {
    let texts = tx
        .query(
            sql!(
                "SELECT statement_id, channel_id, language, words FROM holding_statement_text
                 WHERE brand_id = $1 ORDER BY statement_id, id"
            ),
            params![brand],
        )
        .await?;
    let mut by_statement: HashMap<Id<HoldingStatement>, Vec<StatementText>> = HashMap::new();
    for row in &texts {
        by_statement.entry(row.get("statement_id")?).or_default().push(StatementText {
            channel: row.get("channel_id")?,
            language: language(row)?,
            words: row.get("words")?,
        });
    }
    let rows = tx
        .query(
            sql!(
                "SELECT s.id, s.title, s.situation, s.approved_at, s.changed_at, t.name
                 FROM holding_statement s LEFT JOIN teammate t ON t.id = s.approved_by
                 WHERE s.brand_id = $1 AND s.removed_at IS NULL ORDER BY s.title, s.id"
            ),
            params![brand],
        )
        .await?;
    let statements = rows.iter().map(|row| {
        let id = row.get("id")?;
        let (approved_at, name): (Option<Timestamp>, Option<String>) =
            (row.get("approved_at")?, row.get("name")?);
        Ok(HoldingStatement {
            id,
            title: row.get("title")?,
            situation: row.get("situation")?,
            texts: by_statement.remove(&id).unwrap_or_default(),
            approved: approved_at.map(|at| (name, at)),
            changed_at: row.get("changed_at")?,
        })
    });
    statements.collect()
}

pub(in crate::crisis) async fn put(
    actor: &Actor,
    id: Id<HoldingStatement>,
    new: &NewStatement,
    tx: &mut Tx,
) -> Result<(), Error> {
    let brand = actor.brand();
    tx.execute(
        sql!(
            "INSERT INTO holding_statement (id, brand_id, title, situation, created_by,
             created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
             ON CONFLICT (id) DO UPDATE SET title = excluded.title,
             situation = excluded.situation, changed_at = excluded.changed_at,
             approved_by = NULL, approved_at = NULL"
        ),
        params![id, brand, &new.title, &new.situation, actor.teammate_id(), tx.now()],
    )
    .await?;
    let forget = sql!("DELETE FROM holding_statement_text WHERE statement_id = $1");
    tx.execute(forget, params![id]).await?;
    let rows = new.texts.iter().map(|text| {
        let line: Id<StatementText> = tx.new_id();
        params![line, id, brand, text.channel, text.language.tag(), &text.words]
    });
    let rows = rows.collect();
    tx.execute_many(
        sql!(
            "INSERT INTO holding_statement_text (id, statement_id, brand_id, channel_id, language,
             words) VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        rows,
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn approve(
    id: Id<HoldingStatement>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE holding_statement SET approved_by = $2, approved_at = $3 WHERE id = $1"),
        params![id, by, tx.now()],
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn set_removed(
    brand: Id<Brand>,
    id: Id<HoldingStatement>,
    removed: bool,
    tx: &mut Tx,
) -> Result<(), Error> {
    let at = removed.then(|| tx.now());
    tx.execute(
        sql!("UPDATE holding_statement SET removed_at = $3 WHERE brand_id = $1 AND id = $2"),
        params![brand, id, at],
    )
    .await
    .map(drop)
}
