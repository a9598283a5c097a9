//! The setting, roles, checklist, follow-ups and reviewed posts.

use channels::Publication;
use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::{Brand, Teammate};
use primitives::Id;

use crate::crisis::{Crisis, CrisisSetting, FollowUp, InRole, Reviewed, Role, Task};

pub(in crate::crisis) async fn setting(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Option<CrisisSetting>, Error> {
    let text = sql!("SELECT watching, letters, checklist FROM crisis_setting WHERE brand_id = $1");
    let Some(row) = tx.query_opt(text, params![brand]).await? else { return Ok(None) };
    let watchers =
        sql!("SELECT teammate_id FROM crisis_watcher WHERE brand_id = $1 ORDER BY teammate_id");
    let watchers = tx.query(watchers, params![brand]).await?;
    let watchers: Result<_, Error> = watchers.iter().map(|row| row.get("teammate_id")).collect();
    Ok(Some(CrisisSetting {
        watching: row.get("watching")?,
        letters: row.get("letters")?,
        watchers: watchers?,
        checklist: row.get("checklist")?,
    }))
}

pub(in crate::crisis) async fn set_setting(
    brand: Id<Brand>,
    setting: &CrisisSetting,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO crisis_setting (brand_id, watching, letters, checklist, changed_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (brand_id) DO UPDATE
             SET watching = excluded.watching, letters = excluded.letters,
             checklist = excluded.checklist, changed_at = excluded.changed_at"
        ),
        params![brand, setting.watching, setting.letters, &setting.checklist, tx.now()],
    )
    .await?;
    tx.execute(sql!("DELETE FROM crisis_watcher WHERE brand_id = $1"), params![brand]).await?;
    let rows = setting.watchers.iter().map(|teammate| params![brand, *teammate]).collect();
    tx.execute_many(
        sql!("INSERT INTO crisis_watcher (brand_id, teammate_id) VALUES ($1, $2)"),
        rows,
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn roles(
    crisis: Id<Crisis>,
    tx: &mut Tx,
) -> Result<Vec<InRole>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT r.role, r.teammate_id, t.name FROM crisis_role r
                 JOIN teammate t ON t.id = r.teammate_id WHERE r.crisis_id = $1
                 ORDER BY r.role, t.name, t.id"
            ),
            params![crisis],
        )
        .await?;
    let roles = rows.iter().map(|row| {
        let (role, teammate, name) = (row.get("role")?, row.get("teammate_id")?, row.get("name")?);
        Ok(InRole { role, teammate, name })
    });
    roles.collect()
}

/// Those who have a part in it.
pub(in crate::crisis) async fn participants(
    crisis: Id<Crisis>,
    tx: &mut Tx,
) -> Result<Vec<Id<Teammate>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT DISTINCT teammate_id FROM crisis_role WHERE crisis_id = $1
                 ORDER BY teammate_id"
            ),
            params![crisis],
        )
        .await?;
    rows.iter().map(|row| row.get("teammate_id")).collect()
}

pub(in crate::crisis) async fn takes_part(
    crisis: Id<Crisis>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!(
        "SELECT role FROM crisis_role WHERE crisis_id = $1 AND teammate_id = $2 ORDER BY role
         LIMIT 1"
    );
    Ok(tx.query_opt(text, params![crisis, teammate]).await?.is_some())
}

/// False when they have it already.
pub(in crate::crisis) async fn give_role(
    crisis: &Crisis,
    role: Role,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let given = tx
        .execute(
            sql!(
                "INSERT INTO crisis_role (crisis_id, brand_id, role, teammate_id)
                 VALUES ($1, $2, $3, $4) ON CONFLICT (crisis_id, role, teammate_id) DO NOTHING"
            ),
            params![crisis.id, crisis.brand, role, teammate],
        )
        .await?;
    Ok(given == 1)
}

pub(in crate::crisis) async fn take_role(
    crisis: Id<Crisis>,
    role: Role,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text =
        sql!("DELETE FROM crisis_role WHERE crisis_id = $1 AND role = $2 AND teammate_id = $3");
    Ok(tx.execute(text, params![crisis, role, teammate]).await? == 1)
}

pub(in crate::crisis) async fn tasks(crisis: Id<Crisis>, tx: &mut Tx) -> Result<Vec<Task>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT k.id, k.words, k.done_at, t.name FROM crisis_task k
                 LEFT JOIN teammate t ON t.id = k.done_by WHERE k.crisis_id = $1
                 ORDER BY k.position, k.id"
            ),
            params![crisis],
        )
        .await?;
    let tasks = rows.iter().map(|row| {
        let name = row.get::<Option<String>>("name")?.unwrap_or_default();
        let done_at: Option<Timestamp> = row.get("done_at")?;
        let done = done_at.map(|at| (name, at));
        Ok(Task { id: row.get("id")?, words: row.get("words")?, done })
    });
    tasks.collect()
}

pub(in crate::crisis) async fn add_task(
    crisis: &Crisis,
    position: i64,
    words: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let id: Id<Task> = tx.new_id();
    tx.execute(
        sql!(
            "INSERT INTO crisis_task (id, crisis_id, brand_id, position, words)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![id, crisis.id, crisis.brand, position, words],
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn tick(
    task: Id<Task>,
    done: bool,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (by, at) = if done { (by, Some(tx.now())) } else { (None, None) };
    tx.execute(
        sql!("UPDATE crisis_task SET done_by = $2, done_at = $3 WHERE id = $1"),
        params![task, by, at],
    )
    .await
    .map(drop)
}

fn follow_up(row: &Row) -> Result<FollowUp, Error> {
    let due: Option<String> = row.get("due_on")?;
    Ok(FollowUp {
        id: row.get("id")?,
        words: row.get("words")?,
        teammate: row.get("teammate_id")?,
        name: row.get("name")?,
        due_on: due.and_then(|date| date.parse::<Date>().ok()),
        done_at: row.get("done_at")?,
    })
}

pub(in crate::crisis) async fn follow_ups(
    crisis: Id<Crisis>,
    tx: &mut Tx,
) -> Result<Vec<FollowUp>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT a.id, a.words, a.teammate_id, a.due_on, a.done_at, t.name
                 FROM crisis_action a LEFT JOIN teammate t ON t.id = a.teammate_id
                 WHERE a.crisis_id = $1 ORDER BY a.id"
            ),
            params![crisis],
        )
        .await?;
    rows.iter().map(follow_up).collect()
}

pub(in crate::crisis) async fn add_follow_up(
    crisis: &Crisis,
    words: &str,
    teammate: Option<Id<Teammate>>,
    due_on: Option<Date>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let id: Id<FollowUp> = tx.new_id();
    let due = due_on.map(|date| date.to_string());
    tx.execute(
        sql!(
            "INSERT INTO crisis_action (id, crisis_id, brand_id, words, teammate_id, due_on,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![id, crisis.id, crisis.brand, words, teammate, due, tx.now()],
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn tick_follow_up(
    id: Id<FollowUp>,
    done: bool,
    tx: &mut Tx,
) -> Result<(), Error> {
    let at = done.then(|| tx.now());
    tx.execute(sql!("UPDATE crisis_action SET done_at = $2 WHERE id = $1"), params![id, at])
        .await
        .map(drop)
}

pub(in crate::crisis) async fn reviewed(
    crisis: Id<Crisis>,
    tx: &mut Tx,
) -> Result<Vec<Reviewed>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT r.publication_id, r.decision, r.moved_to, r.reason, r.decided_at, t.name
                 FROM crisis_review r LEFT JOIN teammate t ON t.id = r.decided_by
                 WHERE r.crisis_id = $1 ORDER BY r.decided_at, r.publication_id"
            ),
            params![crisis],
        )
        .await?;
    let reviewed = rows.iter().map(|row| {
        Ok(Reviewed {
            publication: row.get("publication_id")?,
            decision: row.get("decision")?,
            moved_to: row.get("moved_to")?,
            reason: row.get("reason")?,
            by: row.get("name")?,
            at: row.get("decided_at")?,
        })
    });
    reviewed.collect()
}

pub(in crate::crisis) async fn review(
    crisis: &Crisis,
    reviewed: &Reviewed,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO crisis_review (crisis_id, publication_id, brand_id, decision, moved_to,
             reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (crisis_id, publication_id) DO UPDATE SET decision = excluded.decision,
             moved_to = excluded.moved_to, reason = excluded.reason,
             decided_by = excluded.decided_by, decided_at = excluded.decided_at"
        ),
        params![
            crisis.id,
            reviewed.publication,
            crisis.brand,
            reviewed.decision,
            &reviewed.moved_to,
            &reviewed.reason,
            by,
            reviewed.at
        ],
    )
    .await
    .map(drop)
}

/// Whether the room lets it through: its own posts are not looked at again.
pub(in crate::crisis) async fn goes_through(
    id: Id<Publication>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!("SELECT through_crisis FROM publication WHERE id = $1");
    tx.query_opt(text, params![id]).await?.map_or(Ok(false), |row| row.get("through_crisis"))
}
