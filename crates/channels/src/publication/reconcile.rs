//! Settling a publication that is in doubt, by the network's own means.

use jiff::{SignedDuration, Timestamp};
use platform::Actor;
use serde_json::json;

use super::deliver::{Move, Next, prepared, publish_of, still_as};
use super::timeline::{self, StepKind};
use super::{NeedsPerson, Publication, PublicationState, settle, store};
use crate::channel::Channel;
use crate::connector::Repeat;
use crate::kit::ChannelKit;
use crate::outcome::{Found, NetworkError};

/// How far before the preparation other pieces of the channel are taken into account.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(24);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(10);

/// Looks whether an uncertain publication is there.
pub(super) async fn look(
    kit: &ChannelKit,
    publication: &Publication,
    channel: &Channel,
) -> Result<Move, database::Error> {
    let PublicationState::Uncertain { frozen, since, .. } = &publication.state else {
        return Ok(Move::Again);
    };
    let Some(connector) = kit.connectors.get(&channel.network).cloned() else {
        return ask_a_person(kit, publication, "this network is no longer known").await;
    };
    let publisher = publish_of(&connector)?;
    let mut tx = kit.database.read().await?;
    let taken = store::taken(channel.id, frozen.at - LOOK_BACK, &mut tx).await?;
    drop(tx);
    let prepared = prepared(publication, frozen, Some(*since));
    match publisher.find(&kit.call(channel), &prepared, &taken).await {
        Ok(Found::There(remote)) => settle::published(kit, publication, remote).await,
        Ok(Found::Absent) => absent(kit, publication, publisher.repeat()).await,
        Ok(Found::CannotTell(candidates)) => {
            let urls: Vec<_> = candidates.iter().filter_map(|c| c.url.clone()).collect();
            ask_a_person(kit, publication, &urls.join(" ")).await
        }
        Err(error) => could_not_look(kit, publication, channel, error).await,
    }
}

/// Not seen. With a record key, sending again is the same send; elsewhere it may still appear,
/// until the network has had time to settle.
async fn absent(
    kit: &ChannelKit,
    publication: &Publication,
    repeat: Repeat,
) -> Result<Move, database::Error> {
    let PublicationState::Uncertain { frozen, since, checks, detail, .. } = &publication.state
    else {
        return Ok(Move::Again);
    };
    let mut tx = kit.database.begin().await?;
    let Some(publication) = still_as(publication, &mut tx).await? else { return Ok(Move::Again) };
    // The request may have been on its way for as long as a lease lasts.
    let settled_at = *since + kit.fence.settle;
    let certain = repeat == Repeat::SameRecord || (tx.now() >= settled_at && *checks >= 1);
    if certain {
        let state = PublicationState::Prepared { frozen: frozen.clone(), next_at: tx.now() };
        settle::put(&publication, &state, StepKind::Absent, json!({}), &mut tx).await?;
        tx.commit().await?;
        return Ok(Move::Again);
    }
    let next_at = next_look(kit, *checks, tx.now()).max(settled_at.min(tx.now() + LONGEST_WAIT));
    let state = PublicationState::Uncertain {
        frozen: frozen.clone(),
        since: *since,
        next_at,
        checks: checks + 1,
        detail: detail.clone(),
    };
    let data = json!({ "until": next_at.to_string() });
    settle::put(&publication, &state, StepKind::NotSeenYet, data, &mut tx).await?;
    tx.commit().await?;
    Ok(Move::Leave(Next::At(next_at)))
}

async fn could_not_look(
    kit: &ChannelKit,
    publication: &Publication,
    channel: &Channel,
    error: NetworkError,
) -> Result<Move, database::Error> {
    let PublicationState::Uncertain { frozen, since, checks, detail, .. } = &publication.state
    else {
        return Ok(Move::Again);
    };
    let mut tx = kit.database.begin().await?;
    let now = tx.now();
    if let NetworkError::Reauthorize { detail } = &error {
        channel
            .needs_reconnection(detail, &mut tx)
            .await
            .map_err(|e| database::Error::other(e.to_string()))?;
    }
    if now - kit.fence.patience > *since {
        drop(tx);
        return ask_a_person(kit, publication, &error.to_string()).await;
    }
    let next_at = match &error {
        NetworkError::RateLimited { until } => (*until).max(now + kit.fence.first_check),
        _ => next_look(kit, *checks, now),
    };
    let state = PublicationState::Uncertain {
        frozen: frozen.clone(),
        since: *since,
        next_at,
        checks: checks + 1,
        detail: detail.clone(),
    };
    let data = json!({ "detail": error.to_string(), "until": next_at.to_string() });
    settle::put(publication, &state, StepKind::CheckFailed, data, &mut tx).await?;
    tx.commit().await?;
    Ok(Move::Leave(Next::At(next_at)))
}

fn next_look(kit: &ChannelKit, checks: i64, now: Timestamp) -> Timestamp {
    let doublings = u32::try_from(checks.clamp(0, 8)).unwrap_or(8);
    let wait = kit.fence.first_check.saturating_mul(2_i32.saturating_pow(doublings + 1));
    now + wait.min(LONGEST_WAIT)
}

async fn ask_a_person(
    kit: &ChannelKit,
    publication: &Publication,
    detail: &str,
) -> Result<Move, database::Error> {
    let tx = kit.database.begin().await?;
    settle::needs_person(publication, NeedsPerson::CannotTell, detail, tx).await
}

/// Asks about a publication that the network was processing.
pub(super) async fn ask_again(
    kit: &ChannelKit,
    publication: &Publication,
    channel: &Channel,
) -> Result<Move, database::Error> {
    let PublicationState::Processing { frozen, handle, .. } = &publication.state else {
        return Ok(Move::Again);
    };
    let Some(connector) = kit.connectors.get(&channel.network).cloned() else {
        return ask_a_person(kit, publication, "this network is no longer known").await;
    };
    let prepared = prepared(publication, frozen, None);
    match publish_of(&connector)?.check(&kit.call(channel), &prepared, handle).await {
        Err(NetworkError::Retry { detail, .. }) => {
            let mut tx = kit.database.begin().await?;
            let next_at = tx.now() + kit.fence.first_retry;
            let state = PublicationState::Processing {
                frozen: frozen.clone(),
                handle: handle.clone(),
                check_after: next_at,
            };
            if store::write::put_state(publication, &state, publication.attempts, None, &mut tx)
                .await?
            {
                let actor = Actor::system(publication.brand);
                let data = json!({ "detail": detail, "until": next_at.to_string() });
                let step = StepKind::CheckFailed;
                timeline::note(publication.id, step, &actor, data, &mut tx).await?;
                tx.commit().await?;
            }
            Ok(Move::Leave(Next::At(next_at)))
        }
        answer => settle::answered(kit, publication, answer).await,
    }
}
