use std::collections::HashSet;

use database::{Error, Row, Tx, params, sql};
use platform::{Actor, Brand, Role};
use primitives::Id;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Becomes, DoneLine, ImportState, LineProblem, PostImport, Progress, Sheet};
use crate::Post;

fn json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::other("an import is JSON"))
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::other("an import can't be read"))
}

fn read(row: &Row, sheet: Sheet) -> Result<PostImport, Error> {
    Ok(PostImport {
        id: row.get("id")?,
        file_name: row.get("file_name")?,
        sheet,
        plan: of_json(&row.get::<String>("plan")?)?,
        state: row.get("state")?,
        by: row.get("created_by")?,
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
    })
}

pub(super) async fn insert(import: &PostImport, actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
    let sheet = json(&import.sheet)?;
    let values = params![
        import.id,
        actor.brand(),
        import.file_name.as_str(),
        sheet,
        json(&import.plan)?,
        import.state,
        import.by,
        import.created_at
    ];
    tx.execute(
        sql!(
            "INSERT INTO post_import (id, brand_id, file_name, sheet, plan, state, created_by,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<PostImport>,
    tx: &mut Tx,
) -> Result<Option<PostImport>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id, file_name, sheet, plan, state, created_by, created_at, ended_at
                 FROM post_import WHERE brand_id = $1 AND id = $2"
            ),
            params![brand, id],
        )
        .await?;
    row.map(|row| read(&row, of_json(&row.get::<String>("sheet")?)?)).transpose()
}

pub(super) async fn latest(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<PostImport>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, file_name, plan, state, created_by, created_at, ended_at
                 FROM post_import WHERE brand_id = $1 ORDER BY id DESC LIMIT 30"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(|row| read(row, Sheet::default())).collect()
}

/// An import that is running, and the one who brought it as they are today.
pub(super) async fn to_run(
    id: Id<PostImport>,
    tx: &mut Tx,
) -> Result<Option<(PostImport, Actor)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT i.brand_id, i.created_by, m.role FROM post_import i
                 LEFT JOIN membership m
                 ON m.brand_id = i.brand_id AND m.teammate_id = i.created_by
                 WHERE i.id = $1 AND i.state = 'running'"
            ),
            params![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let brand: Id<Brand> = row.get("brand_id")?;
    let Some(mut import) = load(brand, id, tx).await? else { return Ok(None) };
    let actor = match (row.get("created_by")?, row.get::<Option<Role>>("role")?) {
        (Some(teammate), Some(role)) => Actor::teammate(brand, teammate, role),
        _ => {
            // The one who had said yes is gone: the rest becomes drafts for those who stay.
            import.plan.becomes = Becomes::Draft;
            Actor::system(brand)
        }
    };
    Ok(Some((import, actor)))
}

pub(super) async fn set_plan(
    id: Id<PostImport>,
    plan: &super::Plan,
    tx: &mut Tx,
) -> Result<(), Error> {
    let plan = json(plan)?;
    tx.execute(sql!("UPDATE post_import SET plan = $2 WHERE id = $1"), params![id, plan])
        .await
        .map(drop)
}

/// Whether the state was `from` and is now `to`.
pub(super) async fn set_state(
    id: Id<PostImport>,
    from: ImportState,
    to: ImportState,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!("UPDATE post_import SET state = $3, ended_at = $4 WHERE id = $1 AND state = $2"),
            params![id, from, to, tx.now()],
        )
        .await?;
    Ok(changed > 0)
}

pub(super) async fn done_lines(id: Id<PostImport>, tx: &mut Tx) -> Result<HashSet<i64>, Error> {
    let rows = tx
        .query(
            sql!("SELECT line FROM post_import_line WHERE import_id = $1 ORDER BY line"),
            params![id],
        )
        .await?;
    rows.iter().map(|row| row.get("line")).collect()
}

/// Whether this is the first to take the line.
pub(super) async fn take_line(id: Id<PostImport>, line: i64, tx: &mut Tx) -> Result<bool, Error> {
    let taken = tx
        .execute(
            sql!(
                "INSERT INTO post_import_line (import_id, line) VALUES ($1, $2)
                 ON CONFLICT (import_id, line) DO NOTHING"
            ),
            params![id, line],
        )
        .await?;
    Ok(taken > 0)
}

pub(super) async fn close_line(
    id: Id<PostImport>,
    line: i64,
    post: Option<Id<Post>>,
    problems: &[LineProblem],
    tx: &mut Tx,
) -> Result<(), Error> {
    let problems = if problems.is_empty() { None } else { Some(json(&problems)?) };
    tx.execute(
        sql!(
            "UPDATE post_import_line SET post_id = $3, problem = $4
             WHERE import_id = $1 AND line = $2"
        ),
        params![id, line, post, problems],
    )
    .await
    .map(drop)
}

pub(super) async fn lines(id: Id<PostImport>, tx: &mut Tx) -> Result<Vec<DoneLine>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT line, post_id, problem FROM post_import_line WHERE import_id = $1
                 ORDER BY line"
            ),
            params![id],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let problems: Option<String> = row.get("problem")?;
            Ok(DoneLine {
                line: row.get("line")?,
                post: row.get("post_id")?,
                problems: problems.map_or(Ok(Vec::new()), |text| of_json(&text))?,
            })
        })
        .collect()
}

pub(super) async fn progress(id: Id<PostImport>, tx: &mut Tx) -> Result<Progress, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS done, COUNT(post_id) AS made, COUNT(problem) AS problems
                 FROM post_import_line WHERE import_id = $1"
            ),
            params![id],
        )
        .await?;
    Ok(Progress { done: row.get("done")?, made: row.get("made")?, problems: row.get("problems")? })
}
