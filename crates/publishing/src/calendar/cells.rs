use std::collections::HashMap;

use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Right};

use super::{CalendarError, Key, Narrowed, Occasion, store};

/// A stretch of time of a calendar: a day, an hour.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many occasions it holds.
    pub count: i64,
    /// The first of them, by time.
    pub first: Vec<Occasion>,
}

/// What each stretch `[from, to)` holds: how many occasions, and the first `most(total)` of
/// them, where `total` counts all stretches together.
pub async fn cells(
    stretches: &[(Timestamp, Timestamp)],
    most: impl Fn(i64) -> i64,
    narrowed: &Narrowed,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Cell>, CalendarError> {
    actor.must(Right::Read)?;
    let brand = actor.brand();
    let mut cells = vec![Cell::default(); stretches.len()];
    let counts = store::counts(brand, stretches, narrowed, tx).await?;
    for (at, count) in counts {
        if let Some(cell) = usize::try_from(at).ok().and_then(|at| cells.get_mut(at)) {
            cell.count += count;
        }
    }
    let total = cells.iter().map(|cell| cell.count).sum();
    let most = most(total);
    if total == 0 || most <= 0 {
        return Ok(cells);
    }
    let first = store::first(brand, stretches, most, narrowed, tx).await?;
    let mut keys: Vec<Vec<(Key, bool)>> = vec![Vec::new(); stretches.len()];
    for (at, key, draft) in first {
        if let Some(cell) = usize::try_from(at).ok().and_then(|at| keys.get_mut(at)) {
            cell.push((key, draft));
        }
    }
    for cell in &mut keys {
        cell.sort();
        cell.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    }
    let wanted: Vec<_> = keys.iter().flatten().copied().collect();
    let mut found = store::occasions(brand, &wanted, tx).await?;
    for (cell, keys) in cells.iter_mut().zip(keys) {
        cell.first = keys.iter().filter_map(|key| found.remove(key)).collect();
    }
    Ok(cells)
}

/// A page of a list: the occasions from an instant on, by time, after the one that the page
/// before ended with.
pub async fn agenda(
    from: Timestamp,
    to: Option<Timestamp>,
    after: Option<Key>,
    most: i64,
    narrowed: &Narrowed,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Occasion>, CalendarError> {
    actor.must(Right::Read)?;
    let brand = actor.brand();
    let mut keys = store::agenda(brand, from, to, after, most, narrowed, tx).await?;
    keys.sort();
    keys.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let mut found: HashMap<_, _> = store::occasions(brand, &keys, tx).await?;
    Ok(keys.iter().filter_map(|key| found.remove(key)).collect())
}
