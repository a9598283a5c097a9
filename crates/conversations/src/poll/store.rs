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
                 (SELECT (SELECT MAX(c.last_message_at) FROM conversation c
                   WHERE c.channel_id = $1 AND c.reactions = half.reactions
                   AND c.state = states.word) AS at
                  FROM (SELECT 'open' AS word UNION ALL SELECT 'pending' UNION ALL
                    SELECT 'snoozed' UNION ALL SELECT 'resolved') AS states
                  CROSS JOIN (SELECT TRUE AS reactions UNION ALL SELECT FALSE) AS half) AS lasts"
            ),
            params![channel],
        )
        .await?;
    row.get("last")
}
