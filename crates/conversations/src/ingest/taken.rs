//! Letters that answer a question put to an expert: they are that answer, and no conversation.

use channels::{Channel, InboxItem};
use database::{Error, Tx};

use super::{Ingested, store};
use crate::escalation::by_mail::{answer_by_mail, token_in};

/// Hands such letters over, each once; the items that are left.
pub(super) async fn hand_over(
    channel: &Channel,
    items: Vec<InboxItem>,
    done: &mut Ingested,
    tx: &mut Tx,
) -> Result<Vec<InboxItem>, Error> {
    let mut left = Vec::with_capacity(items.len());
    for item in items {
        match is_an_answer(channel, &item, tx).await? {
            Some(true) => done.handed_over += 1,
            Some(false) => done.seen_before += 1,
            None => left.push(item),
        }
    }
    Ok(left)
}

/// Whether it is one, and new.
async fn is_an_answer(
    channel: &Channel,
    item: &InboxItem,
    tx: &mut Tx,
) -> Result<Option<bool>, Error> {
    let Some(letter) = item.letter.as_deref().filter(|letter| letter.machine.is_none()) else {
        return Ok(None);
    };
    let headers = item.in_reply_to.iter().chain(letter.thread.iter().rev()).chain(&letter.to);
    let places = headers.chain([&letter.subject, &item.text, &letter.quoted]);
    let Some(token) = token_in(places.map(String::as_str)) else { return Ok(None) };
    if store::was_taken(channel, &item.remote_id, tx).await? {
        return Ok(Some(false));
    }
    let whole = match letter.quoted.as_str() {
        "" => item.text.clone(),
        quoted => format!("{}\n\n{quoted}", item.text),
    };
    if answer_by_mail(&token, &item.author.handle, &whole, tx).await?.is_none() {
        return Ok(None);
    }
    store::taken(channel, &item.remote_id, tx).await?;
    Ok(Some(true))
}
