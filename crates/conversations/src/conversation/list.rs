//! Lists of conversations in the order of their last messages, narrowed in many ways.
//!
//! Of what a list is narrowed to, one thing leads: that whose index is in the list's order. The
//! rest is checked on its rows, of which a bounded number is looked at, so that a list takes no
//! longer however large the inbox and however rare what is looked for.

mod store;

use database::{Error, Tx};
use platform::Brand;
use primitives::Id;

use super::{ConversationRow, Cursor, Filter};

/// A page, with where the looking stopped when it stopped before the page was full.
pub(super) async fn list(
    brand: Id<Brand>,
    filter: &Filter,
    limit: usize,
    tx: &mut Tx,
) -> Result<(Vec<ConversationRow>, Option<Cursor>), Error> {
    let rows = store::rows(brand, filter, limit, tx).await?;
    if rows.len() >= limit {
        return Ok((rows, None));
    }
    let stopped = store::stopped_at(brand, filter, tx).await?;
    Ok((rows, stopped))
}

/// How many, up to `most`.
pub(super) async fn count(
    brand: Id<Brand>,
    filter: &Filter,
    most: i64,
    tx: &mut Tx,
) -> Result<i64, Error> {
    store::count(brand, filter, most, tx).await
}

/// The conditions of a filter on the conversation named `c`, for searches.
pub(crate) fn on_rows(filter: &Filter, first: usize) -> (Vec<String>, database::Params) {
    store::on_rows(filter, first)
}
