use channels::{Channel, Publication};
use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use crate::measured::store::{COLUMNS, FIGURES, LATEST, with_reading};
use crate::measured::{MeasuredPost, Reading};

/// Publications of posts that appeared and are not followed yet: the net under the verb.
pub(crate) async fn not_followed(
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<(Id<Publication>, Id<Brand>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.brand_id FROM publication p LEFT JOIN measured_post m
                 ON m.publication_id = p.id WHERE p.state = 'published' AND p.purpose = 'post'
                 AND p.part = 0 AND m.id IS NULL ORDER BY p.due_at, p.id LIMIT $1"
            ),
            params![most],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("brand_id")?))).collect()
}

/// Channels with posts whose reading is due, the longest waiting first.
pub(crate) async fn channels_due(
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<(Id<Channel>, Id<Brand>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT m.channel_id, m.brand_id, MIN(m.measure_due_at) AS due
                 FROM measured_post m JOIN channel c ON c.id = m.channel_id
                 WHERE m.measure_due_at <= $1 AND c.removed_at IS NULL AND c.mode = 'api'
                 AND c.state = 'connected' GROUP BY m.channel_id, m.brand_id
                 ORDER BY due, m.channel_id LIMIT $2"
            ),
            params![tx.now(), most],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("channel_id")?, row.get("brand_id")?))).collect()
}

/// A channel's posts whose reading is due, each with its latest reading.
pub(crate) async fn due(
    channel: Id<Channel>,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<(MeasuredPost, Option<Reading>)>, Error> {
    let text = format!(
        "SELECT {COLUMNS}, {FIGURES} FROM measured_post m {LATEST} WHERE m.channel_id = $1
         AND m.measure_due_at <= $2 ORDER BY m.measure_due_at, m.id LIMIT $3"
    );
    tx.query(&text, params![channel, tx.now(), most]).await?.iter().map(with_reading).collect()
}

/// Notes that posts were read: their next reading, and since when the network lacks them.
pub(crate) async fn were_read(posts: &[MeasuredPost], tx: &mut Tx) -> Result<(), Error> {
    let text = sql!(
        "UPDATE measured_post SET read_at = $2, measure_due_at = $3, gone_at = $4,
         trouble = NULL WHERE id = $1"
    );
    let rows = posts.iter().map(|post| params![post.id, post.read_at, post.due_at, post.gone_at]);
    tx.execute_many(text, rows.collect()).await.map(drop)
}

/// Puts off the due readings of a channel, with the reason.
pub(crate) async fn put_off(
    channel: Id<Channel>,
    until: Timestamp,
    trouble: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE measured_post SET measure_due_at = $3, trouble = $4 WHERE channel_id = $1
             AND measure_due_at <= $2"
        ),
        params![channel, tx.now(), until, trouble],
    )
    .await
    .map(drop)
}
