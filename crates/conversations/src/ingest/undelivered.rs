//! Letters of ours that came back: they are no answers any more.

use channels::{Channel, Undelivered};
use database::{Error, Tx};
use platform::Actor;
use platform::activity::{self, Subject};
use serde_json::json;

use super::store;
use crate::settle;

/// Notes what came back; whoever was to read it waits again.
pub(super) async fn note(
    channel: &Channel,
    returned: &[Undelivered],
    tx: &mut Tx,
) -> Result<(), Error> {
    let actor = Actor::system(channel.brand);
    for back in returned {
        let reason = back.reason.replace('\0', "");
        let Some(conversation) = store::came_back(channel, &back.letter, &reason, tx).await? else {
            continue;
        };
        settle::wait_for_want_of_answer(conversation, channel.brand, tx).await?;
        let (verb, data) = ("conversation.returned", json!({ "reason": reason }));
        activity::record(tx, &actor, verb, Subject::new("conversation", conversation), data)
            .await?;
    }
    Ok(())
}
