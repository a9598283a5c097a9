//! Reading messages as they come in, and those that came before.

use channels::ItemKind;
use database::{Database, Error, Tx};
use jiff::Timestamp;
use language::{Analyser, Asked};
use platform::Brand;
use primitives::Id;

use super::store::{self, Read};
use super::{Judgement, analyser};
use crate::conversation::Conversation;
use crate::message::Direction;
use crate::message::Message;
use crate::message::store::NewMessage;

/// How many older messages are read in one transaction, and how many transactions one run makes.
const AT_ONCE: usize = 500;
const ROUNDS: usize = 8;

/// A message to read.
pub(super) struct ToRead {
    pub message: Id<Message>,
    pub brand: Id<Brand>,
    pub conversation: Id<Conversation>,
    pub at: Timestamp,
    pub text: String,
}

/// What came in and has words.
pub(crate) struct Came(Vec<ToRead>);

impl Came {
    /// Those of these messages that are to be read.
    pub fn of(messages: &[NewMessage]) -> Self {
        let theirs = messages
            .iter()
            .filter(|new| new.direction == Direction::Inbound && !new.by_machine())
            .filter(|new| has_words(new.kind, &new.text));
        let to_read = |new: &NewMessage| ToRead {
            message: new.id,
            brand: new.brand,
            conversation: new.conversation,
            at: new.sent_at,
            text: new.text.clone(),
        };
        Self(theirs.map(to_read).collect())
    }
}

fn has_words(kind: ItemKind, text: &str) -> bool {
    let said = !matches!(kind, ItemKind::Like | ItemKind::Share | ItemKind::Follow);
    said && !text.trim().is_empty()
}

/// Reads what came, once its messages are stored.
pub(crate) async fn at_arrival(brand: Id<Brand>, came: Came, tx: &mut Tx) -> Result<(), Error> {
    if came.0.is_empty() {
        return Ok(());
    }
    let analyser = analyser(brand, tx).await?;
    store::keep(came.0.iter().map(|one| read(one, &analyser)).collect(), tx).await
}

fn read(one: &ToRead, analyser: &Analyser) -> Read {
    let judgement = Judgement::of_analysis(&analyser.read(&one.text, Asked::Auto), one.at);
    Read { message: one.message, brand: one.brand, conversation: one.conversation, judgement }
}

/// Reads messages that came before messages were read, newest first: recurring work. It stops and
/// goes on at any time, and several programs may run it. How many were read.
///
/// # Errors
/// What the database met.
pub async fn read_older(database: &Database) -> Result<usize, Error> {
    let mut done = 0;
    for _ in 0..ROUNDS {
        if store::older::walk(false, &mut database.read().await?).await?.is_none() {
            return Ok(done);
        }
        let mut tx = database.begin().await?;
        // Another program is at it when the row is held.
        let Some(down_to) = store::older::walk(true, &mut tx).await? else { return Ok(done) };
        let (older, last) = store::older::older(down_to, AT_ONCE, &mut tx).await?;
        let mut rows = Vec::with_capacity(older.len());
        for one in older.iter().filter(|one| !one.text.trim().is_empty()) {
            let analyser = analyser(one.brand, &mut tx).await?;
            rows.push(read(one, &analyser));
        }
        done += rows.len();
        store::keep(rows, &mut tx).await?;
        store::older::walked(last, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(done)
}

/// Works out anew how these conversations' last messages are read, when messages changed place.
pub(crate) async fn sum_up_anew(
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<(), Error> {
    for conversation in conversations {
        let last = store::last_of(*conversation, tx).await?;
        store::sum_up(*conversation, last.as_ref(), tx).await?;
    }
    Ok(())
}
