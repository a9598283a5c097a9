//! Looking for what fades, and counting what came.

use std::collections::{BTreeMap, HashMap};

use channels::Channel;
use database::{Database, Error, Tx};
use jiff::{SignedDuration, Timestamp};
use jobs::Enqueue;
use platform::Brand;
use primitives::Id;

use super::judge::{Piece, pace, silence};
use super::store::look::{PieceRow, Talk};
use super::store::{self, New};
use super::{AFTER, LookForFading};

/// How often a brand is looked at.
const EVERY: SignedDuration = SignedDuration::from_hours(6);
/// Posts of how long ago make the usual.
const POSTS: SignedDuration = SignedDuration::from_hours(180 * 24);
/// Comings-back of how long ago make the usual.
const RETURNS: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How many are counted in one transaction.
const AT_ONCE: i64 = 100;

/// Asks for brands to be looked at whose turn it is: recurring work.
///
/// # Errors
/// What the database met.
pub async fn look_due(database: &Database) -> Result<usize, Error> {
    let mut tx = database.read().await?;
    let before = tx.now() - EVERY;
    let due = store::look::brands_due(before, &mut tx).await?;
    drop(tx);
    if due.is_empty() {
        return Ok(0);
    }
    let mut tx = database.begin().await?;
    for brand in &due {
        let how = Enqueue::now().brand(*brand).once(format!("fading:{brand}"));
        jobs::enqueue(&mut tx, &LookForFading { brand: *brand }, how).await?;
    }
    tx.commit().await?;
    Ok(due.len())
}

/// Looks at a brand: what fades is proposed, once. How much is new.
///
/// # Errors
/// What the database met.
pub async fn look(brand: Id<Brand>, database: &Database) -> Result<usize, Error> {
    let mut tx = database.read().await?;
    let now = tx.now();
    let rows = store::look::pieces(brand, now - POSTS, &mut tx).await?;
    let talks = store::look::talks(brand, now - RETURNS, &mut tx).await?;
    drop(tx);
    let posts = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let mut found = fading_posts(&rows, now);
    let (talking, returns) = fading_talks(&talks, now);
    found.extend(talking);
    let mut tx = database.begin().await?;
    let mut count = 0;
    for new in &found {
        if store::propose(brand, new, tx.now() + AFTER, &mut tx).await? {
            count += 1;
        }
    }
    store::look::looked(brand, posts, returns, &mut tx).await?;
    tx.commit().await?;
    Ok(count)
}

fn fading_posts(rows: &[PieceRow], now: Timestamp) -> Vec<New> {
    let mut of: HashMap<Id<Channel>, Vec<&PieceRow>> = HashMap::new();
    for row in rows {
        of.entry(row.channel).or_default().push(row);
    }
    let mut found = Vec::new();
    for row in rows {
        let others = &of[&row.channel];
        let others = others.iter().filter(|other| other.publication != row.publication);
        let others: Vec<&Piece> = others.map(|other| &other.piece).collect();
        if let Some(pace) = pace(&row.piece, &others, now) {
            found.push(New {
                channel: row.channel,
                publication: Some(row.publication),
                conversation: None,
                recent: pace.recent,
                usual: pace.usual,
                compared: pace.compared,
                total: pace.total,
            });
        }
    }
    found
}

/// The conversations that fade, and over how many comings-back the usual is known.
fn fading_talks(talks: &[Talk], now: Timestamp) -> (Vec<New>, i64) {
    let mut returns: BTreeMap<Id<Channel>, Vec<SignedDuration>> = BTreeMap::new();
    for talk in talks {
        let of_channel = returns.entry(talk.channel).or_default();
        for pair in talk.said.windows(2) {
            if let [(false, ours), (true, theirs)] = pair {
                of_channel.push(theirs.duration_since(*ours));
            }
        }
    }
    let known = returns.values().map(Vec::len).sum::<usize>();
    let mut found = Vec::new();
    for talk in talks.iter().filter(|talk| talk.may_fade) {
        let Some((false, since)) = talk.said.last() else { continue };
        let theirs = talk.said.iter().filter(|(inbound, _)| *inbound).count();
        let theirs = i64::try_from(theirs).unwrap_or(i64::MAX);
        if let Some(silence) = silence(*since, theirs, &returns[&talk.channel], now) {
            found.push(New {
                channel: talk.channel,
                publication: None,
                conversation: Some(talk.conversation),
                recent: silence.hours,
                usual: silence.usual,
                compared: silence.compared,
                total: theirs,
            });
        }
    }
    (found, i64::try_from(known).unwrap_or(i64::MAX))
}

/// Counts what came in the seven days after: recurring work. How many were counted.
///
/// # Errors
/// What the database met.
pub async fn measure_due(database: &Database) -> Result<usize, Error> {
    let mut count = 0;
    loop {
        if store::effect::to_measure(1, &mut database.read().await?).await?.is_empty() {
            return Ok(count);
        }
        let mut tx: Tx = database.begin().await?;
        for one in store::effect::to_measure(AT_ONCE, &mut tx).await? {
            store::effect::measure(&one, AFTER, &mut tx).await?;
            count += 1;
        }
        tx.commit().await?;
    }
}
