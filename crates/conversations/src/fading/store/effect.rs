//! What came in the seven days after.

use channels::Publication;
use database::{Error, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use platform::Brand;
use primitives::Id;

use crate::conversation::Conversation;
use crate::fading::{Fading, FadingState};

/// The most measures that are read.
const MOST: i64 = 20_000;

/// Something whose seven days have gone.
pub(in crate::fading) struct ToMeasure {
    id: Id<Fading>,
    publication: Option<Id<Publication>>,
    conversation: Option<Id<Conversation>>,
    state: FadingState,
    post: Option<Id<()>>,
    from: Timestamp,
}

pub(in crate::fading) async fn to_measure(
    limit: i64,
    tx: &mut Tx,
) -> Result<Vec<ToMeasure>, Error> {
    let now = tx.now();
    let rows = tx
        .query(
            sql!(
                "SELECT id, publication_id, conversation_id, state, post_id, noticed_at, decided_at
                 FROM fading WHERE measured_at IS NULL AND measure_at <= $1
                 ORDER BY measure_at, id LIMIT $2"
            ),
            params![now, limit],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let state: FadingState = row.get("state")?;
            let decided: Option<Timestamp> = row.get("decided_at")?;
            let noticed: Timestamp = row.get("noticed_at")?;
            Ok(ToMeasure {
                id: row.get("id")?,
                publication: row.get("publication_id")?,
                conversation: row.get("conversation_id")?,
                state,
                post: row.get("post_id")?,
                from: decided.filter(|_| state == FadingState::Relaunched).unwrap_or(noticed),
            })
        })
        .collect()
}

/// Counts what came under it in that time; nothing for a relaunch of which nothing was sent.
pub(in crate::fading) async fn measure(
    one: &ToMeasure,
    after: SignedDuration,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (now, until) = (tx.now(), one.from + after);
    let came: i64 = tx
        .query_one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM interaction i WHERE i.publication_id = $1
                   AND i.at >= $3 AND i.at < $4) +
                 (SELECT COUNT(*) FROM message m WHERE m.conversation_id = $2
                   AND m.direction = 'inbound' AND m.sent_at >= $3 AND m.sent_at < $4) AS came"
            ),
            params![one.publication, one.conversation, one.from, until],
        )
        .await?
        .get("came")?;
    let sent: i64 = tx
        .query_one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM message m JOIN conversation c
                   ON c.id = m.conversation_id WHERE (c.id = $2 OR c.publication_id = $1)
                   AND m.direction = 'outbound' AND m.received_at >= $3 AND m.received_at < $4) +
                 (SELECT COUNT(*) FROM publication p WHERE p.post_id = $5
                   AND p.published_at >= $3 AND p.published_at < $4) AS sent"
            ),
            params![one.publication, one.conversation, one.from, until, one.post],
        )
        .await?
        .get("sent")?;
    let counted = one.state != FadingState::Relaunched || sent > 0;
    tx.execute(
        sql!(
            "UPDATE fading SET measured_at = $2, came = $3,
             state = CASE WHEN state = 'proposed' THEN 'passed' ELSE state END WHERE id = $1"
        ),
        params![one.id, now, counted.then_some(came)],
    )
    .await
    .map(drop)
}

/// What came after: of what was relaunched, and of what was not.
pub(in crate::fading) async fn measured(
    brand: Id<Brand>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<(Vec<i64>, Vec<i64>), Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT state, came FROM fading WHERE brand_id = $1 AND noticed_at >= $2
                 AND came IS NOT NULL ORDER BY noticed_at, id LIMIT $3"
            ),
            params![brand, since, MOST],
        )
        .await?;
    let (mut relaunched, mut others) = (Vec::new(), Vec::new());
    for row in &rows {
        let which = match row.get::<FadingState>("state")? {
            FadingState::Relaunched => &mut relaunched,
            _ => &mut others,
        };
        which.push(row.get("came")?);
    }
    Ok((relaunched, others))
}
