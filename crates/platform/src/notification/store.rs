use database::{Error, Row, Tx, params, sql};
use primitives::Id;
use serde_json::Value as Json;

use super::Notification;
use crate::{Brand, Role, Subject, Teammate};

macro_rules! select {
    () => {
        "SELECT id, brand_id, kind, subject_kind, subject_id, data, created_at, read_at \
         FROM notification "
    };
}

/// The brand's teammates who have no unread news of this kind about this subject.
pub(super) async fn untold(
    brand: Id<Brand>,
    kind: &str,
    subject: &Subject,
    tx: &mut Tx,
) -> Result<Vec<(Id<Teammate>, Role)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT m.teammate_id, m.role FROM membership m \
                 JOIN teammate t ON t.id = m.teammate_id \
                 WHERE m.brand_id = $1 AND t.disabled_at IS NULL AND NOT EXISTS ( \
                   SELECT 1 FROM notification n WHERE n.teammate_id = m.teammate_id \
                   AND n.read_at IS NULL AND n.brand_id = m.brand_id AND n.kind = $2 \
                   AND n.subject_kind = $3 AND n.subject_id IS NOT DISTINCT FROM $4) \
                 ORDER BY m.teammate_id"
            ),
            params![brand, kind, subject.kind.as_ref(), subject.id],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("teammate_id")?, row.get("role")?))).collect()
}

pub(super) async fn insert(
    brand: Id<Brand>,
    teammates: &[Id<Teammate>],
    kind: &str,
    subject: &Subject,
    data: &Json,
    tx: &mut Tx,
) -> Result<u64, Error> {
    if teammates.is_empty() {
        return Ok(0);
    }
    let (now, data) = (tx.now(), data.to_string());
    let rows = teammates
        .iter()
        .map(|teammate| {
            let id = tx.new_id::<Notification>();
            params![id, brand, teammate, kind, subject.kind.as_ref(), subject.id, &data, now]
        })
        .collect();
    tx.execute_many(
        sql!(
            "INSERT INTO notification (id, brand_id, teammate_id, kind, subject_kind, \
             subject_id, data, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        rows,
    )
    .await
}

pub(super) async fn unread(
    teammate: Id<Teammate>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<i64, Error> {
    tx.query_one(
        sql!(
            "SELECT COUNT(*) AS unread FROM notification \
             WHERE teammate_id = $1 AND brand_id = $2 AND read_at IS NULL"
        ),
        params![teammate, brand],
    )
    .await?
    .get("unread")
}

pub(super) async fn list(
    teammate: Id<Teammate>,
    brand: Id<Brand>,
    before: Option<Id<Notification>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Notification>, Error> {
    let rows = match before {
        Some(before) => {
            tx.query(
                sql!(
                    select!(),
                    "WHERE teammate_id = $1 AND brand_id = $2 AND id < $3 ORDER BY id DESC LIMIT $4"
                ),
                params![teammate, brand, before, limit],
            )
            .await?
        }
        None => {
            tx.query(
                sql!(
                    select!(),
                    "WHERE teammate_id = $1 AND brand_id = $2 ORDER BY id DESC LIMIT $3"
                ),
                params![teammate, brand, limit],
            )
            .await?
        }
    };
    rows.iter().map(read).collect()
}

pub(super) async fn mark_read(
    id: Id<Notification>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE notification SET read_at = COALESCE(read_at, $3) \
                 WHERE id = $1 AND teammate_id = $2"
            ),
            params![id, teammate, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn mark_all_read(
    teammate: Id<Teammate>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<u64, Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE notification SET read_at = $3 \
             WHERE teammate_id = $1 AND brand_id = $2 AND read_at IS NULL"
        ),
        params![teammate, brand, now],
    )
    .await
}

pub(super) async fn settle(brand: Id<Brand>, subject: &Subject, tx: &mut Tx) -> Result<u64, Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE notification SET read_at = $4 WHERE brand_id = $1 AND subject_kind = $2 \
             AND subject_id = $3 AND read_at IS NULL"
        ),
        params![brand, subject.kind.as_ref(), subject.id, now],
    )
    .await
}

fn read(row: &Row) -> Result<Notification, Error> {
    Ok(Notification {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        kind: row.get("kind")?,
        subject: Subject {
            kind: row.get::<String>("subject_kind")?.into(),
            id: row.get("subject_id")?,
        },
        data: serde_json::from_str(&row.get::<String>("data")?).unwrap_or_default(),
        created_at: row.get("created_at")?,
        read_at: row.get("read_at")?,
    })
}
