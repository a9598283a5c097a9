//! Which messages belong to a crisis: negative ones, and those that hold its words.

use database::{Error, Tx};
use language::{Reading, Term};
use platform::Brand;
use primitives::Id;

use super::store::messages::{self, Candidate};
use super::{Crisis, store};
use crate::message::Message;

/// How many messages of the past are looked at when a room opens.
const MOST: i64 = 20_000;

/// Adds those of these new messages that belong to the crisis that runs; called by whatever takes
/// messages in, once they are judged.
pub(crate) async fn gather(
    brand: Id<Brand>,
    new: &[Id<Message>],
    tx: &mut Tx,
) -> Result<(), Error> {
    if new.is_empty() {
        return Ok(());
    }
    let running = store::running(brand, tx).await?;
    for crisis in running.iter().filter(|crisis| !crisis.rehearsal) {
        let found = messages::candidates_among(brand, new, tx).await?;
        add(crisis, found, tx).await?;
    }
    Ok(())
}

/// Adds what was said since the crisis began.
pub(super) async fn gather_since(crisis: &Crisis, tx: &mut Tx) -> Result<(), Error> {
    let only_negative = crisis.words.is_empty();
    let found =
        messages::candidates_since(crisis.brand, crisis.since, only_negative, MOST, tx).await?;
    add(crisis, found, tx).await
}

async fn add(crisis: &Crisis, found: Vec<Candidate>, tx: &mut Tx) -> Result<(), Error> {
    let terms = Term::parse_all(crisis.words.lines());
    let belongs = |candidate: &Candidate| {
        candidate.at >= crisis.since && (candidate.negative || holds(&terms, &candidate.text))
    };
    let found: Vec<Candidate> = found.into_iter().filter(belongs).collect();
    messages::add(crisis, &found, tx).await
}

fn holds(terms: &[Term], text: &str) -> bool {
    if terms.is_empty() {
        return false;
    }
    let reading = Reading::of(text);
    terms.iter().any(|term| term.find(&reading, text).is_some())
}
