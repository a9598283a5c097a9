use channels::Channel;
use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

/// Says when an inbox is to be read, without having read it.
pub(super) async fn due_at(channel: Id<Channel>, at: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE channel SET inbox_due_at = $2 WHERE id = $1 AND removed_at IS NULL"),
        params![channel, at],
    )
    .await
    .map(drop)
}

/// When the last message of the channel was said.
pub(super) async fn last_message_at(
    channel: Id<Channel>,
    tx: &mut Tx,
) -> Result<Option<Timestamp>, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT MAX(at) AS last FROM
                 (SELECT MAX(last_message_at) AS at FROM conversation
                  WHERE channel_id = $1 AND reactions = FALSE
                  UNION ALL SELECT MAX(last_message_at) AS at FROM conversation
                  WHERE channel_id = $1 AND reactions = TRUE) AS lasts"
            ),
            params![channel],
        )
        .await?;
    row.get("last")
}
