use database::{Error, Tx, params, sql};
use platform::Brand;
use primitives::Id;

pub(super) async fn pulse(brand: Id<Brand>, tx: &mut Tx) -> Result<String, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT (SELECT MAX(received_at) FROM message WHERE brand_id = $1) AS message,
                 (SELECT MAX(at) FROM conversation_change WHERE brand_id = $1) AS change,
                 (SELECT id FROM conversation_note WHERE brand_id = $1
                   ORDER BY id DESC LIMIT 1) AS note,
                 (SELECT id FROM escalation_event WHERE brand_id = $1
                   ORDER BY id DESC LIMIT 1) AS event,
                 (SELECT id FROM message_act WHERE brand_id = $1 ORDER BY id DESC LIMIT 1) AS act,
                 (SELECT state FROM message_act WHERE brand_id = $1
                   ORDER BY id DESC LIMIT 1) AS act_state"
            ),
            params![brand],
        )
        .await?;
    let instant = |name: &str| row.get::<Option<i64>>(name).map(|at| at.unwrap_or_default());
    let id = |name: &str| -> Result<String, Error> {
        let id: Option<Id<Brand>> = row.get(name)?;
        Ok(id.map(|id| id.to_string()).unwrap_or_default())
    };
    let state: Option<String> = row.get("act_state")?;
    Ok(format!(
        "{:x}.{:x}.{}.{}.{}{}",
        instant("message")?,
        instant("change")?,
        id("note")?,
        id("event")?,
        id("act")?,
        state.unwrap_or_default()
    ))
}
