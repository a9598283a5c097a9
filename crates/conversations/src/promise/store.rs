pub(super) mod history;
pub(super) mod kept;
pub(super) mod lists;

use channels::Channel;
use database::{Error, IntoValue, Params, Row, Tx, params, sql};
use jiff::SignedDuration;
use platform::{Brand, Role, Teammate};
use primitives::Id;

use super::policy::{NewPolicy, Policy};
use super::setting::{Setting, Step, StepTo};
use crate::label::Label;

/// A duration as it is stored.
pub(super) fn micros(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

pub(super) fn duration(row: &Row, name: &str) -> Result<Option<SignedDuration>, Error> {
    Ok(row.get::<Option<i64>>(name)?.map(SignedDuration::from_micros))
}

pub(super) async fn setting(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<Setting>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT since, warning, reminds, letters FROM promise_setting WHERE brand_id = $1"
            ),
            params![brand],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Setting {
        since: row.get("since")?,
        warning: SignedDuration::from_micros(row.get("warning")?),
        reminds: row.get("reminds")?,
        letters: row.get("letters")?,
    }))
}

/// From now on something is promised.
pub(super) async fn begin(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO promise_setting (brand_id, since, warning, reminds, letters, changed_at)
             VALUES ($1, $2, $3, TRUE, TRUE, $2) ON CONFLICT (brand_id)
             DO UPDATE SET since = excluded.since, changed_at = excluded.changed_at"
        ),
        params![brand, tx.now(), micros(Setting::WARNING)],
    )
    .await
    .map(drop)
}

pub(super) async fn update_setting(
    brand: Id<Brand>,
    warning: SignedDuration,
    reminds: bool,
    letters: bool,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE promise_setting SET warning = $2, reminds = $3, letters = $4,
                 changed_at = $5 WHERE brand_id = $1"
            ),
            params![brand, micros(warning), reminds, letters, tx.now()],
        )
        .await?;
    Ok(changed > 0)
}

/// Whether the brand has that channel and that label, where they are named.
pub(crate) async fn knows(
    brand: Id<Brand>,
    channel: Option<Id<Channel>>,
    label: Option<Id<Label>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let here = sql!("SELECT id FROM channel WHERE brand_id = $1 AND id = $2 ORDER BY id");
    if let Some(channel) = channel
        && tx.query_opt(here, params![brand, channel]).await?.is_none()
    {
        return Ok(false);
    }
    let here = sql!("SELECT id FROM label WHERE brand_id = $1 AND id = $2 ORDER BY id");
    match label {
        Some(label) => Ok(tx.query_opt(here, params![brand, label]).await?.is_some()),
        None => Ok(true),
    }
}

pub(super) async fn policies(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Policy>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, name, channel_id, label_id, priority, first_within, next_within,
                 resolution_within, working FROM promise_policy WHERE brand_id = $1
                 ORDER BY position, id"
            ),
            params![brand],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Policy {
            id: row.get("id")?,
            says: NewPolicy {
                name: row.get("name")?,
                channel: row.get("channel_id")?,
                label: row.get("label_id")?,
                priority: row.get("priority")?,
                first: duration(row, "first_within")?,
                next: duration(row, "next_within")?,
                resolution: duration(row, "resolution_within")?,
                working: row.get("working")?,
            },
        })
    };
    rows.iter().map(read).collect()
}

fn said(policy: &NewPolicy) -> Params {
    params![
        &policy.name,
        policy.channel,
        policy.label,
        policy.priority,
        policy.first.map(micros),
        policy.next.map(micros),
        policy.resolution.map(micros),
        policy.working
    ]
}

pub(super) async fn insert_policy(
    brand: Id<Brand>,
    policy: &Policy,
    tx: &mut Tx,
) -> Result<(), Error> {
    let mut values = said(&policy.says);
    values.extend(params![policy.id, brand, tx.now()]);
    tx.execute(
        sql!(
            "INSERT INTO promise_policy (name, channel_id, label_id, priority, first_within,
             next_within, resolution_within, working, id, brand_id, created_at, position)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
             (SELECT COALESCE(MAX(position), 0) + 1 FROM promise_policy WHERE brand_id = $10))"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update_policy(
    brand: Id<Brand>,
    policy: &Policy,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let mut values = said(&policy.says);
    values.extend(params![policy.id, brand]);
    let changed = tx
        .execute(
            sql!(
                "UPDATE promise_policy SET name = $1, channel_id = $2, label_id = $3,
                 priority = $4, first_within = $5, next_within = $6, resolution_within = $7,
                 working = $8 WHERE id = $9 AND brand_id = $10"
            ),
            values,
        )
        .await?;
    Ok(changed > 0)
}

pub(super) async fn remove_policy(
    brand: Id<Brand>,
    id: Id<Policy>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM promise_policy WHERE brand_id = $1 AND id = $2"),
        params![brand, id],
    )
    .await
    .map(drop)
}

pub(super) async fn order_policies(all: &[Policy], tx: &mut Tx) -> Result<(), Error> {
    let rows = all.iter().zip(1i64..).map(|(policy, at)| params![policy.id, at]);
    tx.execute_many(sql!("UPDATE promise_policy SET position = $2 WHERE id = $1"), rows.collect())
        .await
        .map(drop)
}

pub(super) async fn steps(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Step>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, late_by, teammate_id FROM promise_step WHERE brand_id = $1
                 ORDER BY late_by, id"
            ),
            params![brand],
        )
        .await?;
    let read = |row: &Row| {
        let to = row.get::<Option<Id<Teammate>>>("teammate_id")?;
        Ok(Step {
            id: row.get("id")?,
            late_by: SignedDuration::from_micros(row.get("late_by")?),
            to: to.map_or(StepTo::Managers, StepTo::Teammate),
        })
    };
    rows.iter().map(read).collect()
}

pub(super) async fn insert_step(brand: Id<Brand>, step: &Step, tx: &mut Tx) -> Result<(), Error> {
    let teammate = match step.to {
        StepTo::Managers => None,
        StepTo::Teammate(teammate) => Some(teammate),
    };
    tx.execute(
        sql!(
            "INSERT INTO promise_step (id, brand_id, late_by, teammate_id, created_at)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![step.id, brand, micros(step.late_by), teammate.into_value(), tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn remove_step(
    brand: Id<Brand>,
    id: Id<Step>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let gone = tx
        .execute(
            sql!("DELETE FROM promise_step WHERE brand_id = $1 AND id = $2"),
            params![brand, id],
        )
        .await?;
    Ok(gone > 0)
}

/// What a teammate is in the brand, if they work there.
pub(crate) async fn role_of(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Option<Role>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT role FROM membership WHERE brand_id = $1 AND teammate_id = $2 ORDER BY role"
            ),
            params![brand, teammate],
        )
        .await?;
    row.map(|row| row.get("role")).transpose()
}
