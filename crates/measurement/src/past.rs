//! Figures read before Parvis knew the post: a history moved in, the demonstration.

use channels::Publication;
use channels::publication::PublicationState;
use database::{Error, Tx};

use crate::measured::{Reading, store};

/// Follows a publication that appeared in the past, with the figures it had since. Nothing is
/// asked of its network, now or later; figures of the same instants are not looked for.
///
/// # Errors
/// What the database met.
pub async fn tell_past(
    publication: &Publication,
    readings: &[Reading],
    tx: &mut Tx,
) -> Result<(), Error> {
    let mut by_hand = publication.clone();
    if let PublicationState::Published { remote, .. } = &mut by_hand.state {
        // Without an id at its network, no figure is ever read there.
        remote.id.clear();
    }
    crate::publication_published(&by_hand, tx).await?;
    let Some(post) = store::id_of(publication.id, tx).await? else { return Ok(()) };
    let rows: Vec<_> = readings.iter().map(|reading| (post, *reading, None)).collect();
    store::insert_readings(&rows, tx).await?;
    match readings.iter().map(|reading| reading.at).max() {
        Some(at) => store::read_last(post, at, tx).await,
        None => Ok(()),
    }
}
