use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::Id;

use super::{Template, TemplateEdit};

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Template>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, brand_id, kind, name, text, channel_id FROM template
                 WHERE brand_id = $1 AND removed_at IS NULL ORDER BY kind DESC, name, id"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Template {
                id: row.get("id")?,
                brand: row.get("brand_id")?,
                kind: row.get("kind")?,
                name: row.get("name")?,
                text: row.get("text")?,
                channel: row.get("channel_id")?,
            })
        })
        .collect()
}

pub(super) async fn insert(
    id: Id<Template>,
    edit: &TemplateEdit,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        actor.brand(),
        edit.kind,
        edit.name.as_str(),
        edit.text.as_str(),
        edit.channel,
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO template (id, brand_id, kind, name, text, channel_id, created_by,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update(
    id: Id<Template>,
    edit: &TemplateEdit,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![id, edit.kind, edit.name.as_str(), edit.text.as_str(), edit.channel];
    tx.execute(
        sql!("UPDATE template SET kind = $2, name = $3, text = $4, channel_id = $5 WHERE id = $1"),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn set_removed(
    brand: Id<Brand>,
    id: Id<Template>,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE template SET removed_at = $3 WHERE id = $1 AND brand_id = $2"),
        params![id, brand, at],
    )
    .await
    .map(drop)
}
