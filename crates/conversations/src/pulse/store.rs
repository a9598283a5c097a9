use database::{Error, Tx, params, sql};
use jiff::SignedDuration;
use platform::Brand;
use primitives::Id;

/// How long the sending of the last answer is watched.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_mins(3);

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
                   ORDER BY id DESC LIMIT 1) AS act_state,
                 (SELECT p.state FROM message m JOIN publication p ON p.id = m.publication_id
                   WHERE m.brand_id = $1 AND m.received_at > $2
                   ORDER BY m.received_at DESC, m.id DESC LIMIT 1) AS answer_state"
            ),
            params![brand, tx.now() - ON_ITS_WAY],
        )
        .await?;
    let instant = |name: &str| row.get::<Option<i64>>(name).map(|at| at.unwrap_or_default());
    let id = |name: &str| -> Result<String, Error> {
        let id: Option<Id<Brand>> = row.get(name)?;
        Ok(id.map(|id| id.to_string()).unwrap_or_default())
    };
    let state: Option<String> = row.get("act_state")?;
    let answer: Option<String> = row.get("answer_state")?;
    Ok(format!(
        "{:x}.{:x}.{}.{}.{}{}.{}",
        instant("message")?,
        instant("change")?,
        id("note")?,
        id("event")?,
        id("act")?,
        state.unwrap_or_default(),
        answer.unwrap_or_default()
    ))
}
