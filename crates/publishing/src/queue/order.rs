//! The order of the queue: exchanging places, going earlier or later, shuffling.

use database::Tx;
use jiff::Timestamp;
use jiff::civil::DateTime;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use primitives::Id;
use serde_json::json;

use super::board::{Board, Queued};
use super::{Change, Move, QueueError, Spot, WEEKS_AHEAD, place, take_turn};
use crate::Post;

/// Which way a post goes in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the opening before.
    Earlier,
    /// To the opening after.
    Later,
}

/// Puts a post of the queue in an opening: it takes it where it is free, and exchanges places
/// with whoever is there where each suits the other's.
pub async fn put(
    post: Id<Post>,
    local: DateTime,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(Id<Change>, DateTime), QueueError> {
    actor.must(Right::Publish)?;
    take_turn(actor, tx).await?;
    let board = Board::load(actor, tx).await?;
    let queued = board.queued(tx.now());
    let moving = queued.iter().find(|one| one.post == post).ok_or(QueueError::NotQueued)?;
    let moves =
        moves_to(&board, &queued, moving, local, tx.now()).ok_or(QueueError::DoesNotSuit)?;
    carry_out(&moves, "queue.moved", actor, tx).await.map(|change| (change, local))
}

/// Moves a post to the nearest opening before or after that it can take or exchange for.
pub async fn earlier_or_later(
    post: Id<Post>,
    way: Way,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(Id<Change>, DateTime), QueueError> {
    actor.must(Right::Publish)?;
    take_turn(actor, tx).await?;
    let board = Board::load(actor, tx).await?;
    let queued = board.queued(tx.now());
    let moving = queued.iter().find(|one| one.post == post).ok_or(QueueError::NotQueued)?;
    let times = board.times(tx.now(), WEEKS_AHEAD * 7);
    let mut around: Vec<DateTime> = match way {
        Way::Earlier => times.iter().filter(|at| at.at < moving.at).map(|at| at.local).collect(),
        Way::Later => times.iter().filter(|at| at.at > moving.at).map(|at| at.local).collect(),
    };
    if way == Way::Earlier {
        around.reverse();
    }
    let found = around
        .into_iter()
        .find_map(|local| Some((local, moves_to(&board, &queued, moving, local, tx.now())?)));
    let (local, moves) = found.ok_or(QueueError::NowhereToGo)?;
    carry_out(&moves, "queue.moved", actor, tx).await.map(|change| (change, local))
}

/// Mixes what waits in the queue; each post stays in slots that take its channels and topic, so
/// that topics keep theirs. Only posts of one channel when one is given.
pub async fn shuffle(
    channel: Option<Id<channels::Channel>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(Id<Change>, usize), QueueError> {
    actor.must(Right::Publish)?;
    take_turn(actor, tx).await?;
    let board = Board::load(actor, tx).await?;
    let mut queued = board.queued(tx.now());
    queued.retain(|one| channel.is_none_or(|channel| one.needs.channels.contains(&channel)));
    let all: Vec<Id<Post>> = queued.iter().map(|one| one.post).collect();
    let mut spots: Vec<Spot> = queued.iter().map(|one| one.spot.clone()).collect();
    let order = spots.clone();
    // A draw that changes nothing is drawn again; a queue that can't change is left alone.
    for _ in 0..8 {
        for last in (1..queued.len()).rev() {
            let other = below(last + 1, tx);
            let fits = |post: &Queued, spot: &Spot| {
                suits(post, spot).then(|| board.spot_at(spot.local, &post.needs, tx.now(), &all))?
            };
            if let (Some(a), Some(b)) =
                (fits(&queued[last], &spots[other]), fits(&queued[other], &spots[last]))
            {
                spots[last] = a;
                spots[other] = b;
            }
        }
        if spots.iter().zip(&order).any(|(a, b)| a.local != b.local) {
            break;
        }
    }
    let changed = queued.iter().zip(spots).filter(|(one, spot)| one.spot.local != spot.local);
    let moves: Vec<Move> = changed
        .map(|(one, to)| Move { post: one.post, from: Some(one.spot.clone()), to: Some(to) })
        .collect();
    let count = moves.len();
    carry_out(&moves, "queue.shuffled", actor, tx).await.map(|change| (change, count))
}

/// Two posts exchange spots when they are for the same channels.
fn suits(post: &Queued, spot: &Spot) -> bool {
    let mut needed = post.needs.channels.clone();
    let mut there: Vec<_> = spot.places.iter().map(|(_, channel)| *channel).collect();
    needed.sort();
    there.sort();
    needed == there
}

fn below(count: usize, tx: &Tx) -> usize {
    usize::try_from(tx.ambient().number() % u64::try_from(count.max(1)).unwrap_or(1)).unwrap_or(0)
}

/// The moves that put a post at a reading: its own, and that of whoever it exchanges with.
fn moves_to(
    board: &Board,
    queued: &[Queued],
    moving: &Queued,
    local: DateTime,
    now: Timestamp,
) -> Option<Vec<Move>> {
    if local == moving.spot.local {
        return None;
    }
    let there = board.at(local, &moving.needs.channels);
    let mut without = there.clone();
    without.push(moving.post);
    let spot = board.spot_at(local, &moving.needs, now, &without)?;
    let mut moves =
        vec![Move { post: moving.post, from: Some(moving.spot.clone()), to: Some(spot) }];
    let mut used = Vec::new();
    for other in there {
        // What was scheduled there by hand stays.
        let other = queued.iter().find(|one| one.post == other)?;
        let spot = board.spot_at(moving.spot.local, &other.needs, now, &without)?;
        // Two that come in exchange may not want the same channel.
        if other.needs.channels.iter().any(|channel| used.contains(channel)) {
            return None;
        }
        used.extend(&other.needs.channels);
        moves.push(Move { post: other.post, from: Some(other.spot.clone()), to: Some(spot) });
    }
    Some(moves)
}

async fn carry_out(
    moves: &[Move],
    verb: &'static str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Id<Change>, QueueError> {
    place::apply(moves, actor, tx).await?;
    let change = place::note_change(Vec::new(), moves, actor, tx).await?;
    let data = json!({ "count": moves.len() });
    activity::record(tx, actor, verb, Subject::only("queue"), data).await?;
    Ok(change)
}
