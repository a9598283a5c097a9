use database::{Error, Tx, params, sql};
use primitives::Id;

use crate::conversation::{Conversation, store as conversations};
use crate::ingest::preview;

/// Notes a holding reply, in these words: who waits still does.
pub(super) async fn held(
    conversation: Id<Conversation>,
    text: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET unread = FALSE, message_count = message_count + 1,
             last_message_at = $2, preview = $3 WHERE id = $1"
        ),
        params![conversation, tx.now(), preview(text)],
    )
    .await?;
    conversations::copy_to_labels(&[conversation], tx).await
}

/// Notes that the conversation has been answered now, in these words.
pub(super) async fn answered(
    conversation: Id<Conversation>,
    text: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET waiting_since = NULL, unread = FALSE, message_count = message_count + 1,
             last_message_at = $2, preview = $3 WHERE id = $1"
        ),
        params![conversation, tx.now(), preview(text)],
    )
    .await?;
    conversations::copy_to_labels(&[conversation], tx).await
}
