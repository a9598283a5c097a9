//! Giving posts their places, and finding them others when a slot changes.

use database::Tx;
use jiff::{Timestamp, ToSpan};
use platform::Actor;
use primitives::Id;

use super::board::{Board, Queued};
use super::{Change, Move, QueueError, Replaced, Spot, store};
use crate::Post;
use crate::slot::Slot;

/// Schedules a post in a spot and writes its places.
pub(crate) async fn settle(
    post: &Post,
    spot: &Spot,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Post, QueueError> {
    store::leave(&[post.id], tx).await?;
    let post = post.schedule(&spot.local.to_string(), actor, tx).await?;
    for (slot, channel) in &spot.places {
        if !store::take(actor.brand(), *slot, spot.local, *channel, post.id, tx).await? {
            return Err(QueueError::DoesNotSuit);
        }
    }
    Ok(post)
}

/// Moves posts, all at once: places are left before any is taken.
pub(crate) async fn apply(moves: &[Move], actor: &Actor, tx: &mut Tx) -> Result<(), QueueError> {
    let posts: Vec<_> = moves.iter().map(|one| one.post).collect();
    store::leave(&posts, tx).await?;
    for one in moves {
        let post = Post::load(one.post, actor, tx).await?;
        match &one.to {
            Some(spot) => drop(settle(&post, spot, actor, tx).await?),
            None => drop(post.unschedule(actor, tx).await?),
        }
    }
    Ok(())
}

pub(crate) async fn note_change(
    slots: Vec<(Slot, bool)>,
    moves: &[Move],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Id<Change>, database::Error> {
    let change = Change { id: tx.new_id(), slots, moves: moves.to_vec(), undone: false };
    store::insert_change(actor.brand(), &change, tx).await?;
    Ok(change.id)
}

/// The posts that wait in a slot.
pub(crate) async fn inside(
    slot: &Slot,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Queued>, QueueError> {
    let board = Board::load(actor, tx).await?;
    let mut inside = board.queued(tx.now());
    inside.retain(|queued| queued.spot.places.iter().any(|(id, _)| *id == slot.id));
    Ok(inside)
}

/// Finds places for posts whose slot was changed or taken away: those that it still suits stay,
/// then the others go, the earliest first.
pub(crate) async fn replace(
    inside: Vec<Queued>,
    slot: Option<&Slot>,
    before: &Slot,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Replaced, QueueError> {
    let posts: Vec<_> = inside.iter().map(|queued| queued.post).collect();
    store::leave(&posts, tx).await?;
    let board = Board::load(actor, tx).await?;
    let mut away = Vec::new();
    for queued in inside {
        let own = [queued.post];
        match board.spot_at(queued.spot.local, &queued.needs, tx.now(), &own) {
            Some(here) => hold(&here, queued.post, actor, tx).await?,
            None => away.push(queued),
        }
    }
    let mut moves = Vec::new();
    let mut kept = 0;
    for queued in &away {
        // Loaded again at each turn: those before have taken their new places.
        let board = Board::load(actor, tx).await?;
        let to = match elsewhere(&board, queued, slot, tx.now()) {
            Some(spot) => {
                let post = Post::load(queued.post, actor, tx).await?;
                settle(&post, &spot, actor, tx).await?;
                spot
            }
            None => {
                kept += 1;
                Spot { local: queued.spot.local, places: Vec::new() }
            }
        };
        moves.push(Move { post: queued.post, from: Some(queued.spot.clone()), to: Some(to) });
    }
    let change = note_change(vec![(before.clone(), true)], &moves, actor, tx).await?;
    Ok(Replaced { change, moved: moves.len() - kept, kept })
}

/// The slot's new time of the same week, or the next opening that suits.
fn elsewhere(board: &Board, queued: &Queued, slot: Option<&Slot>, now: Timestamp) -> Option<Spot> {
    let own = [queued.post];
    let same_week = || {
        let slot = slot?;
        let was = i64::from(queued.spot.local.weekday().to_monday_one_offset());
        let day = queued.spot.local.date().checked_add((slot.weekday - was).days()).ok()?;
        board.spot_at(day.to_datetime(slot.time()), &queued.needs, now, &own)
    };
    same_week().or_else(|| board.next_for(&queued.needs, now, &own).ok())
}

/// Writes the places of a post that stays at its time.
async fn hold(
    spot: &Spot,
    post: Id<Post>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    for (slot, channel) in &spot.places {
        store::take(actor.brand(), *slot, spot.local, *channel, post, tx).await?;
    }
    Ok(())
}
