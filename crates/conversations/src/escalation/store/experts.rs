use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::Brand;
use primitives::Id;

use crate::escalation::{Expert, ExpertAbsence, ExpertEdit, Setting};
use crate::hours::store::{day, number};

/// Those of the book, with their absences that are not over on that day.
pub(in crate::escalation) async fn experts(
    brand: Id<Brand>,
    today: Date,
    tx: &mut Tx,
) -> Result<Vec<Expert>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, name, email, fields, language FROM expert
                 WHERE brand_id = $1 AND removed_at IS NULL ORDER BY name, id"
            ),
            params![brand],
        )
        .await?;
    let mut experts = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let absences = tx
        .query(
            sql!(
                "SELECT id, expert_id, first_day, last_day FROM expert_absence
                 WHERE brand_id = $1 AND last_day >= $2 ORDER BY first_day, id"
            ),
            params![brand, number(today)],
        )
        .await?;
    for row in &absences {
        let whose: Id<Expert> = row.get("expert_id")?;
        let days = day(row.get("first_day")?).zip(day(row.get("last_day")?));
        if let Some(expert) = experts.iter_mut().find(|expert| expert.id == whose)
            && let Some((from, until)) = days
        {
            expert.absences.push(ExpertAbsence { id: row.get("id")?, from, until });
        }
    }
    Ok(experts)
}

fn read(row: &Row) -> Result<Expert, Error> {
    let language: String = row.get("language")?;
    Ok(Expert {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        fields: row.get("fields")?,
        language: language
            .parse()
            .map_err(|_| Error::other(format!("a language {language:?} is stored")))?,
        absences: Vec::new(),
    })
}

pub(in crate::escalation) async fn insert_expert(
    brand: Id<Brand>,
    id: Id<Expert>,
    edit: &ExpertEdit,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO expert (id, brand_id, name, email, fields, language, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            id,
            brand,
            edit.name.as_str(),
            edit.email.as_str(),
            edit.fields.as_str(),
            edit.language.tag(),
            now
        ],
    )
    .await
    .map(drop)
}

pub(in crate::escalation) async fn update_expert(
    brand: Id<Brand>,
    id: Id<Expert>,
    edit: &ExpertEdit,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE expert SET name = $3, email = $4, fields = $5, language = $6
             WHERE brand_id = $1 AND id = $2"
        ),
        params![
            brand,
            id,
            edit.name.as_str(),
            edit.email.as_str(),
            edit.fields.as_str(),
            edit.language.tag()
        ],
    )
    .await
    .map(drop)
}

pub(in crate::escalation) async fn set_expert_removed(
    brand: Id<Brand>,
    id: Id<Expert>,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE expert SET removed_at = $3 WHERE brand_id = $1 AND id = $2"),
        params![brand, id, at],
    )
    .await
    .map(drop)
}

pub(in crate::escalation) async fn insert_absence(
    brand: Id<Brand>,
    expert: Id<Expert>,
    from: Date,
    until: Date,
    tx: &mut Tx,
) -> Result<(), Error> {
    let id: Id<ExpertAbsence> = tx.new_id();
    tx.execute(
        sql!(
            "INSERT INTO expert_absence (id, brand_id, expert_id, first_day, last_day)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![id, brand, expert, number(from), number(until)],
    )
    .await
    .map(drop)
}

pub(in crate::escalation) async fn remove_absence(
    brand: Id<Brand>,
    expert: Id<Expert>,
    id: Id<ExpertAbsence>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let gone = tx
        .execute(
            sql!("DELETE FROM expert_absence WHERE brand_id = $1 AND expert_id = $2 AND id = $3"),
            params![brand, expert, id],
        )
        .await?;
    Ok(gone > 0)
}

pub(in crate::escalation) async fn setting(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Setting, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT holding_counts FROM escalation_setting WHERE brand_id = $1"),
            params![brand],
        )
        .await?;
    let counts = row.map(|row| row.get("holding_counts")).transpose()?;
    Ok(Setting { holding_counts: counts.unwrap_or_default() })
}

pub(in crate::escalation) async fn set_setting(
    brand: Id<Brand>,
    setting: Setting,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO escalation_setting (brand_id, holding_counts) VALUES ($1, $2)
             ON CONFLICT (brand_id) DO UPDATE SET holding_counts = excluded.holding_counts"
        ),
        params![brand, setting.holding_counts],
    )
    .await
    .map(drop)
}
