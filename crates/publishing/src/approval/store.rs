use std::collections::HashMap;

use database::{Error, IntoValue, Row, Tx, params, placeholders, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::Id;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Answer, AskedStep, Path, Request, RequestState, Scope, Step};
use crate::local_time::LocalSchedule;
use crate::post::Post;

macro_rules! select {
    () => {
        "SELECT r.id, r.brand_id, r.post_id, r.state, r.content_hash, r.steps, r.step, \
         r.wanted_local, r.wanted_zone, r.wanted_at, r.asked_by, r.note, r.reminded, \
         r.created_at, r.settled_at FROM approval_request r \
         JOIN post ON post.id = r.post_id AND post.deleted_at IS NULL "
    };
}

fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::other("the steps of an approval can't be read"))
}

fn to_json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value)
        .map_err(|_| Error::other("the steps of an approval can't be written"))
}

fn scope_id(scope: Scope, brand: Id<Brand>) -> Id<Scope> {
    match scope {
        Scope::Brand => brand.cast(),
        Scope::Channel(id) => id.cast(),
        Scope::Campaign(id) => id.cast(),
    }
}

pub(super) async fn paths(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Path>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, scope_kind, scope_id, steps, created_at FROM approval_path
                 WHERE brand_id = $1 ORDER BY scope_kind, created_at, id"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(read_path).collect()
}

fn read_path(row: &Row) -> Result<Path, Error> {
    let scope = match row.get::<String>("scope_kind")?.as_str() {
        "channel" => Scope::Channel(row.get("scope_id")?),
        "campaign" => Scope::Campaign(row.get("scope_id")?),
        _ => Scope::Brand,
    };
    Ok(Path {
        id: row.get("id")?,
        scope,
        steps: from_json(&row.get::<String>("steps")?)?,
        created_at: row.get("created_at")?,
    })
}

pub(super) async fn set_path(
    scope: Scope,
    steps: &[Step],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        tx.new_id::<Path>(),
        actor.brand(),
        scope.kind(),
        scope_id(scope, actor.brand()),
        to_json(&steps)?,
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO approval_path (id, brand_id, scope_kind, scope_id, steps, created_at,
             updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
             ON CONFLICT (brand_id, scope_kind, scope_id)
             DO UPDATE SET steps = excluded.steps, updated_at = excluded.updated_at"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn remove_path(scope: Scope, actor: &Actor, tx: &mut Tx) -> Result<bool, Error> {
    let removed = tx
        .execute(
            sql!(
                "DELETE FROM approval_path
                 WHERE brand_id = $1 AND scope_kind = $2 AND scope_id = $3"
            ),
            params![actor.brand(), scope.kind(), scope_id(scope, actor.brand())],
        )
        .await?;
    Ok(removed > 0)
}

pub(super) async fn insert(request: &Request, tx: &mut Tx) -> Result<(), Error> {
    let wanted = request.wanted.as_ref();
    let values = params![
        request.id,
        request.brand,
        request.post,
        request.state,
        request.content_hash.as_str(),
        to_json(&request.steps)?,
        request.step,
        wanted.map(|at| at.local.to_string()),
        wanted.map(|at| at.zone.clone()),
        wanted.map(|at| at.at),
        request.asked_by,
        request.note.as_str(),
        request.reminded,
        request.created_at,
        request.settled_at
    ];
    tx.execute(
        sql!(
            "INSERT INTO approval_request (id, brand_id, post_id, state, content_hash, steps, step,
             wanted_local, wanted_zone, wanted_at, asked_by, note, reminded, created_at, settled_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        values,
    )
    .await
    .map(drop)
}

/// Holds other changes of this request back until the transaction ends.
pub(super) async fn lock(id: Id<Request>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE approval_request SET step = step WHERE id = $1"), params![id])
        .await
        .map(drop)
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Request>,
    tx: &mut Tx,
) -> Result<Option<Request>, Error> {
    let rows = tx
        .query(
            sql!(select!(), "WHERE r.brand_id = $1 AND r.id = $2 ORDER BY r.id"),
            params![brand, id],
        )
        .await?;
    Ok(whole(&rows, tx).await?.pop())
}

pub(super) async fn of_post(
    brand: Id<Brand>,
    post: Id<Post>,
    tx: &mut Tx,
) -> Result<Vec<Request>, Error> {
    let rows = tx
        .query(
            sql!(select!(), "WHERE r.brand_id = $1 AND r.post_id = $2 ORDER BY r.id DESC"),
            params![brand, post],
        )
        .await?;
    whole(&rows, tx).await
}

pub(super) async fn waiting(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Request>, Error> {
    let rows = tx
        .query(
            sql!(
                select!(),
                "WHERE r.brand_id = $1 AND r.state = 'waiting' \
                 ORDER BY CASE WHEN r.wanted_at IS NULL THEN 1 ELSE 0 END, r.wanted_at, r.id"
            ),
            params![brand],
        )
        .await?;
    whole(&rows, tx).await
}

pub(super) async fn settled(
    brand: Id<Brand>,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Request>, Error> {
    let rows = tx
        .query(
            sql!(
                select!(),
                "WHERE r.brand_id = $1 AND r.state <> 'waiting' \
                 ORDER BY r.settled_at DESC, r.id DESC LIMIT $2"
            ),
            params![brand, most],
        )
        .await?;
    whole(&rows, tx).await
}

/// What waits, of every brand, and is wanted before that instant: a person was not told that it
/// is late yet.
pub(super) async fn wanted_before(at: Timestamp, tx: &mut Tx) -> Result<Vec<Request>, Error> {
    let rows = tx
        .query(
            sql!(
                select!(),
                "WHERE r.state = 'waiting' AND r.wanted_at < $1 AND r.reminded < 4 \
                 ORDER BY r.wanted_at, r.id LIMIT 500"
            ),
            params![at],
        )
        .await?;
    whole(&rows, tx).await
}

/// What waits in a brand: what someone outside may see is chosen by who is asked.
pub(crate) async fn for_outside(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Request>, Error> {
    waiting(brand, tx).await
}

async fn whole(rows: &[Row], tx: &mut Tx) -> Result<Vec<Request>, Error> {
    let mut requests: Vec<Request> = rows.iter().map(read).collect::<Result<_, _>>()?;
    let ids: Vec<_> = requests.iter().map(|request| request.id).collect();
    let mut answers = answers(&ids, tx).await?;
    for request in &mut requests {
        request.answers = answers.remove(&request.id).unwrap_or_default();
    }
    Ok(requests)
}

fn read(row: &Row) -> Result<Request, Error> {
    Ok(Request {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        post: row.get("post_id")?,
        state: row.get("state")?,
        content_hash: row.get("content_hash")?,
        steps: from_json::<Vec<AskedStep>>(&row.get::<String>("steps")?)?,
        step: usize::try_from(row.get::<i64>("step")?).unwrap_or_default(),
        wanted: wanted(row)?,
        asked_by: row.get("asked_by")?,
        note: row.get("note")?,
        reminded: row.get("reminded")?,
        created_at: row.get("created_at")?,
        settled_at: row.get("settled_at")?,
        answers: Vec::new(),
    })
}

fn wanted(row: &Row) -> Result<Option<LocalSchedule>, Error> {
    let local: Option<String> = row.get("wanted_local")?;
    let local = local.and_then(|local| local.parse().ok());
    let (Some(local), Some(at)) = (local, row.get::<Option<Timestamp>>("wanted_at")?) else {
        return Ok(None);
    };
    let zone = row.get::<Option<String>>("wanted_zone")?.unwrap_or_default();
    let moved = LocalSchedule::resolve(local, &zone).ok().and_then(|resolved| resolved.moved);
    Ok(Some(LocalSchedule { local, zone, at, moved }))
}

pub(super) async fn answers(
    requests: &[Id<Request>],
    tx: &mut Tx,
) -> Result<HashMap<Id<Request>, Vec<Answer>>, Error> {
    let mut found: HashMap<Id<Request>, Vec<Answer>> = HashMap::new();
    if requests.is_empty() {
        return Ok(found);
    }
    let text = format!(
        "SELECT request_id, step, approver, name, agrees, words, at, void_at FROM approval_answer
         WHERE request_id IN ({}) ORDER BY id",
        placeholders(1, requests.len())
    );
    let values = requests.iter().map(|id| id.into_value()).collect();
    for row in &tx.query(&text, values).await? {
        let answer = Answer {
            step: usize::try_from(row.get::<i64>("step")?).unwrap_or_default(),
            approver: row.get("approver")?,
            name: row.get("name")?,
            agrees: row.get("agrees")?,
            words: row.get("words")?,
            at: row.get("at")?,
            void: row.get::<Option<Timestamp>>("void_at")?.is_some(),
        };
        found.entry(row.get("request_id")?).or_default().push(answer);
    }
    Ok(found)
}

pub(super) async fn insert_answer(
    request: &Request,
    key: &str,
    name: &str,
    agrees: bool,
    words: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        tx.new_id::<Answer>(),
        request.id,
        request.step,
        key,
        name,
        agrees,
        words,
        request.content_hash.as_str(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO approval_answer (id, request_id, step, approver, name, agrees, words,
             content_hash, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn put_step(id: Id<Request>, step: usize, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE approval_request SET step = $2 WHERE id = $1"), params![id, step])
        .await
        .map(drop)
}

pub(super) async fn put_steps(
    id: Id<Request>,
    steps: &[AskedStep],
    tx: &mut Tx,
) -> Result<(), Error> {
    let steps = to_json(&steps)?;
    tx.execute(sql!("UPDATE approval_request SET steps = $2 WHERE id = $1"), params![id, steps])
        .await
        .map(drop)
}

pub(super) async fn put_reminded(id: Id<Request>, reminded: i64, tx: &mut Tx) -> Result<(), Error> {
    let sql = sql!("UPDATE approval_request SET reminded = $2 WHERE id = $1");
    tx.execute(sql, params![id, reminded]).await.map(drop)
}

/// Settles one that waits; false when it was settled meanwhile.
pub(super) async fn settle(
    id: Id<Request>,
    state: RequestState,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let settled = tx
        .execute(
            sql!(
                "UPDATE approval_request SET state = $2, settled_at = $3
                 WHERE id = $1 AND state = 'waiting'"
            ),
            params![id, state, now],
        )
        .await?;
    Ok(settled > 0)
}

/// What was agreed to has changed: it is agreed to no more.
pub(super) async fn withdraw(id: Id<Request>, tx: &mut Tx) -> Result<(), Error> {
    let sql = sql!("UPDATE approval_request SET state = 'withdrawn' WHERE id = $1");
    tx.execute(sql, params![id]).await.map(drop)
}

/// From the first step again, for other words.
pub(super) async fn read_anew(id: Id<Request>, hash: &str, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!("UPDATE approval_answer SET void_at = $2 WHERE request_id = $1 AND void_at IS NULL"),
        params![id, now],
    )
    .await?;
    tx.execute(
        sql!("UPDATE approval_request SET content_hash = $2, step = 0 WHERE id = $1"),
        params![id, hash],
    )
    .await
    .map(drop)
}

/// Whether these words of the post were agreed to, or let through.
pub(super) async fn is_agreed(
    brand: Id<Brand>,
    post: Id<Post>,
    hash: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id FROM approval_request WHERE brand_id = $1 AND post_id = $2
                 AND content_hash = $3 AND state IN ('agreed', 'bypassed') ORDER BY id LIMIT 1"
            ),
            params![brand, post, hash],
        )
        .await?;
    Ok(row.is_some())
}

/// The time it is wanted for shows in the calendar.
pub(super) async fn set_wanted(
    post: Id<Post>,
    at: &LocalSchedule,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE post SET wanted_local = $2, wanted_zone = $3, wanted_at = $4
             WHERE id = $1 AND state = 'draft'"
        ),
        params![post, at.local.to_string(), at.zone.as_str(), at.at],
    )
    .await
    .map(drop)
}
