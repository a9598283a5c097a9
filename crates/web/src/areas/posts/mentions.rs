//! People to mention: those the brand has met, and its own accounts.

use axum::Json;
use axum::extract::Query;
use channels::Channel;
use members::identity::{Identity, IdentityError};
use platform::Right;
use primitives::text::fold;
use serde::{Deserialize, Serialize};

use super::problems;
use super::shown::ShownChannel;
use crate::{InBrand, Refusal};

/// How many are proposed.
const MOST: i64 = 8;

/// What was typed after the at sign.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    /// Only people of this network, where one writes for one.
    #[serde(default)]
    network: String,
}

/// Someone to mention.
#[derive(Debug, Serialize)]
pub struct Proposed {
    /// The key of their network.
    network: String,
    /// What is written, without its at sign.
    handle: String,
    name: String,
}

/// People whose handle or name begins so.
pub async fn get(
    here: InBrand,
    Query(asked): Query<Asked>,
) -> Result<Json<Vec<Proposed>>, Refusal> {
    here.must(Right::Draft)?;
    let begins = asked.q.trim().trim_start_matches('@');
    let mut tx = here.read().await?;
    let channels = Channel::all(&here.actor, &mut tx).await.map_err(problems::of_channel)?;
    let found = Identity::beginning(begins, MOST * 4, &here.actor, &mut tx).await;
    let found = found.map_err(|error| match error {
        IdentityError::NotFound => Refusal::NotFound,
        IdentityError::NotAllowed(error) => error.into(),
        IdentityError::Database(error) => error.into(),
    })?;
    let folded = fold(begins);
    let connectors = &here.house.kit.connectors;
    let ours =
        channels.iter().map(|channel| ShownChannel::of(channel, connectors)).filter_map(|c| {
            let matches =
                fold(&c.handle).starts_with(&folded) || fold(&c.name).starts_with(&folded);
            matches.then_some(Proposed { network: c.key, handle: c.handle, name: c.name })
        });
    let met = found.into_iter().map(|known| Proposed {
        network: known.network,
        handle: known.handle,
        name: known.name,
    });
    let mut all: Vec<Proposed> = met
        .chain(ours)
        .filter(|one| asked.network.is_empty() || one.network == asked.network)
        .collect();
    all.truncate(usize::try_from(MOST).unwrap_or_default());
    Ok(Json(all))
}
