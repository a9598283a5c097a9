use database::{Error, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use super::super::complaint::{Complaint, ComplaintState};
use super::super::ruling::Ruling;

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT k.id, k.ruling_id, k.words, k.at, k.state, k.answer, k.answered_by,
             k.answered_at, i.handle, r.said, r.decided_by FROM complaint k
             JOIN ruling r ON r.id = k.ruling_id LEFT JOIN identity i ON i.id = r.identity_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Complaint, Error> {
    Ok(Complaint {
        id: row.get("id")?,
        ruling: row.get("ruling_id")?,
        words: row.get("words")?,
        at: row.get("at")?,
        state: row.get("state")?,
        answer: row.get("answer")?,
        answered_by: row.get("answered_by")?,
        answered_at: row.get("answered_at")?,
        handle: row.get("handle")?,
        about: crate::ingest::preview(&row.get::<String>("said")?),
        decided_by: row.get("decided_by")?,
    })
}

/// Writes it down; false when there is one against that decision.
pub async fn insert(
    brand: Id<Brand>,
    id: Id<Complaint>,
    ruling: Id<Ruling>,
    words: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let made = tx
        .execute(
            sql!(
                "INSERT INTO complaint (id, brand_id, ruling_id, words, at, state, answer)
                 VALUES ($1, $2, $3, $4, $5, 'open', '') ON CONFLICT (ruling_id) DO NOTHING"
            ),
            params![id, brand, ruling, words, tx.now()],
        )
        .await?;
    Ok(made > 0)
}

pub async fn load(
    brand: Id<Brand>,
    id: Id<Complaint>,
    tx: &mut Tx,
) -> Result<Option<Complaint>, Error> {
    let text = select!("WHERE k.brand_id = $1 AND k.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub async fn of_ruling(
    brand: Id<Brand>,
    ruling: Id<Ruling>,
    tx: &mut Tx,
) -> Result<Option<Complaint>, Error> {
    let text = select!("WHERE k.brand_id = $1 AND k.ruling_id = $2");
    tx.query_opt(text, params![brand, ruling]).await?.as_ref().map(read).transpose()
}

pub async fn list(brand: Id<Brand>, limit: usize, tx: &mut Tx) -> Result<Vec<Complaint>, Error> {
    let text = select!(
        "WHERE k.brand_id = $1 ORDER BY CASE WHEN k.state = 'open' THEN 0 ELSE 1 END, k.id DESC
         LIMIT $2"
    );
    tx.query(text, params![brand, limit]).await?.iter().map(read).collect()
}

/// Answers it; false when it was answered already.
pub async fn answer(
    brand: Id<Brand>,
    id: Id<Complaint>,
    state: ComplaintState,
    words: &str,
    by: Id<Teammate>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let answered = tx
        .execute(
            sql!(
                "UPDATE complaint SET state = $3, answer = $4, answered_by = $5, answered_at = $6
                 WHERE id = $1 AND brand_id = $2 AND state = 'open'"
            ),
            params![id, brand, state, words, by, tx.now()],
        )
        .await?;
    Ok(answered > 0)
}
