//! Writing down what came of a send, a check or a person's answer.

use database::{Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use platform::activity::{self, Subject};
use platform::notification::{self, Recipients};
use platform::{Actor, Right};
use primitives::Id;
use serde_json::{Value, json};

use super::deliver::{Move, Next};
use super::timeline::{self, StepKind};
use super::{
    Failure, NeedsPerson, Publication, PublicationState, Purpose, StateName, chain, store,
};
use crate::channel::Channel;
use crate::kit::ChannelKit;
use crate::outcome::{NetworkError, Outcome, Remote};

const LONGEST_RETRY: SignedDuration = SignedDuration::from_mins(15);
/// A publication that failed for want of authorization goes out by itself after reconnecting
/// only if it is not older than this; later, a person decides.
const STILL_FRESH: SignedDuration = SignedDuration::from_hours(24);

/// What a send came to. If this can't be written down, the lease expires and the publication is
/// found uncertain: never sent again blindly.
pub(super) async fn answered(
    kit: &ChannelKit,
    publication: &Publication,
    answer: Result<Outcome, NetworkError>,
) -> Result<Move, database::Error> {
    match answer {
        Ok(Outcome::Published(remote)) => published(kit, publication, remote).await,
        Ok(Outcome::Processing { handle, check_after }) => {
            processing(kit, publication, handle, check_after).await
        }
        Ok(Outcome::Uncertain { detail }) => uncertain(kit, publication, &detail).await,
        Err(error) => {
            let tx = kit.database.begin().await?;
            not_accepted(kit, publication, error, tx).await
        }
    }
}

/// It is there.
pub(super) async fn published(
    kit: &ChannelKit,
    publication: &Publication,
    remote: Remote,
) -> Result<Move, database::Error> {
    let mut tx = kit.database.begin().await?;
    let at = tx.now();
    let data = json!({ "url": remote.url });
    let state = PublicationState::Published { remote: remote.clone(), at };
    match store::write::put_state(publication, &state, publication.attempts, None, &mut tx).await {
        Ok(true) => {}
        Ok(false) => return Ok(Move::Again),
        Err(error) if error.is_unique_violation() => {
            // Another publication of the channel already owns this piece: only a person can
            // say which is which.
            drop(tx);
            let tx = kit.database.begin().await?;
            let detail = format!("another publication already is {}", remote.id);
            return needs_person(publication, NeedsPerson::CannotTell, &detail, tx).await;
        }
        Err(error) => return Err(error),
    }
    let actor = Actor::system(publication.brand);
    timeline::note(publication.id, StepKind::Published, &actor, data.clone(), &mut tx).await?;
    let subject = Subject::new("publication", publication.id);
    activity::record(&mut tx, &actor, "publication.published", subject, data).await?;
    chain::wake(publication, &mut tx).await?;
    tx.commit().await?;
    metrics::counter!("parvis_publications_published_total").increment(1);
    Ok(Move::Leave(Next::Rest))
}

async fn processing(
    kit: &ChannelKit,
    publication: &Publication,
    handle: String,
    check_after: Timestamp,
) -> Result<Move, database::Error> {
    let Some(frozen) = publication.state.frozen().cloned() else { return Ok(Move::Again) };
    let mut tx = kit.database.begin().await?;
    let state = PublicationState::Processing { frozen, handle, check_after };
    let data = json!({ "until": check_after.to_string() });
    put(publication, &state, StepKind::Processing, data, &mut tx).await?;
    tx.commit().await?;
    Ok(Move::Leave(Next::At(check_after)))
}

/// The request left and its answer can't be trusted.
pub(super) async fn uncertain(
    kit: &ChannelKit,
    publication: &Publication,
    detail: &str,
) -> Result<Move, database::Error> {
    let Some(frozen) = publication.state.frozen().cloned() else { return Ok(Move::Again) };
    let mut tx = kit.database.begin().await?;
    let since = match &publication.state {
        PublicationState::Sending { since, .. } => *since,
        _ => tx.now(),
    };
    let next_at = tx.now() + kit.fence.first_check;
    let state = PublicationState::Uncertain {
        frozen,
        since,
        next_at,
        checks: 0,
        detail: detail.to_owned(),
    };
    put(publication, &state, StepKind::Uncertain, json!({ "detail": detail }), &mut tx).await?;
    tx.commit().await?;
    metrics::counter!("parvis_publications_uncertain_total").increment(1);
    Ok(Move::Leave(Next::At(next_at)))
}

/// The sender's lease ran out without a word: it crashed, or was stopped, after the request may
/// have left.
pub(super) async fn sender_died(
    kit: &ChannelKit,
    publication: &Publication,
) -> Result<Move, database::Error> {
    uncertain(kit, publication, "Parvis stopped while sending").await?;
    Ok(Move::Again)
}

/// The network certainly did not take it: plan another attempt, or stop and say why.
pub(super) async fn not_accepted(
    kit: &ChannelKit,
    publication: &Publication,
    error: NetworkError,
    mut tx: Tx,
) -> Result<Move, database::Error> {
    let (reason, detail) = match error {
        NetworkError::Retry { detail, after } => {
            return retry_later(kit, publication, &detail, after, tx).await;
        }
        NetworkError::RateLimited { until } => return wait(publication, until, tx).await,
        NetworkError::Reauthorize { detail } => {
            if let Some(channel) = Channel::of_system(publication.channel, &mut tx).await? {
                channel
                    .needs_reconnection(&detail, &mut tx)
                    .await
                    .map_err(|e| database::Error::other(e.to_string()))?;
            }
            (Failure::Reauthorize, detail)
        }
        NetworkError::Rejected { reason, detail } => (Failure::Rejected(reason), detail),
        NetworkError::Unsupported { what } => (Failure::Unsupported, what),
    };
    failed(publication, reason, &detail, tx).await
}

async fn retry_later(
    kit: &ChannelKit,
    publication: &Publication,
    detail: &str,
    after: Option<SignedDuration>,
    mut tx: Tx,
) -> Result<Move, database::Error> {
    let Some(frozen) = publication.state.frozen().cloned() else {
        return failed(publication, Failure::GaveUp, detail, tx).await;
    };
    if tx.now() - kit.fence.patience > publication.due_at.max(frozen.at) {
        return failed(publication, Failure::GaveUp, detail, tx).await;
    }
    let doublings = u32::try_from(publication.attempts.clamp(0, 10)).unwrap_or(10);
    let wait = kit.fence.first_retry.saturating_mul(2_i32.saturating_pow(doublings));
    let wait = wait.min(LONGEST_RETRY).mul_f64(0.75 + tx.ambient().share() / 2.0);
    let next_at = tx.now() + after.map_or(wait, |after| after.clamp(wait, LONGEST_RETRY * 4));
    let state = PublicationState::Prepared { frozen, next_at };
    let data = json!({ "detail": detail, "until": next_at.to_string() });
    // The attempt is counted even when staging failed, so that waits grow.
    let attempts = publication.attempts + i64::from(!publication.state.is_sending());
    if store::write::put_state(publication, &state, attempts, None, &mut tx).await? {
        let actor = Actor::system(publication.brand);
        timeline::note(publication.id, StepKind::RetryPlanned, &actor, data, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(Move::Leave(Next::At(next_at)))
}

async fn wait(
    publication: &Publication,
    until: Timestamp,
    mut tx: Tx,
) -> Result<Move, database::Error> {
    let until = until.max(tx.now() + SignedDuration::from_secs(1));
    tx.execute(
        sql!("UPDATE channel SET rate_limited_until = $2 WHERE id = $1"),
        params![publication.channel, until],
    )
    .await?;
    if let Some(frozen) = publication.state.frozen().cloned() {
        let state = PublicationState::Prepared { frozen, next_at: until };
        let data = json!({ "until": until.to_string() });
        put(publication, &state, StepKind::RateLimited, data, &mut tx).await?;
    }
    tx.commit().await?;
    Ok(Move::Leave(Next::At(until)))
}

/// Until when the network asked this channel to wait, if that is still ahead.
pub(super) async fn rate_limited_until(
    channel: Id<Channel>,
    kit: &ChannelKit,
) -> Result<Option<Timestamp>, database::Error> {
    let mut tx = kit.database.read().await?;
    let now = tx.now();
    let row = tx
        .query_opt(sql!("SELECT rate_limited_until FROM channel WHERE id = $1"), params![channel])
        .await?;
    let until: Option<Timestamp> = row.map_or(Ok(None), |row| row.get("rate_limited_until"))?;
    Ok(until.filter(|until| *until > now))
}

pub(super) async fn failed(
    publication: &Publication,
    reason: Failure,
    detail: &str,
    mut tx: Tx,
) -> Result<Move, database::Error> {
    let state = PublicationState::Failed { reason, detail: detail.to_owned() };
    let data = json!({ "reason": reason.key(), "detail": detail });
    put(publication, &state, StepKind::Failed, data.clone(), &mut tx).await?;
    alert(publication, "publication_failed", data, &mut tx).await?;
    tx.commit().await?;
    metrics::counter!("parvis_publications_failed_total").increment(1);
    Ok(Move::Leave(Next::Rest))
}

pub(super) async fn needs_person(
    publication: &Publication,
    why: NeedsPerson,
    detail: &str,
    mut tx: Tx,
) -> Result<Move, database::Error> {
    let frozen = publication.state.frozen().cloned();
    let state = PublicationState::NeedsPerson { why, detail: detail.to_owned(), frozen };
    let data = json!({ "why": why.as_str(), "detail": detail });
    put(publication, &state, StepKind::NeedsPerson, data.clone(), &mut tx).await?;
    if why == NeedsPerson::Assisted && matches!(publication.purpose, Purpose::Post { .. }) {
        // Whose turn it is to post by hand, and how they are told, is for the room above.
        let subject = Subject::new("publication", publication.id);
        let actor = Actor::system(publication.brand);
        activity::record(&mut tx, &actor, "publication_needs_person", subject, data).await?;
    } else {
        alert(publication, "publication_needs_person", data, &mut tx).await?;
    }
    tx.commit().await?;
    Ok(Move::Leave(Next::Rest))
}

/// Moves it, guarded, and notes the step only if it moved.
pub(super) async fn put(
    publication: &Publication,
    state: &PublicationState,
    step: StepKind,
    data: Value,
    tx: &mut Tx,
) -> Result<bool, database::Error> {
    let moved = store::write::put_state(publication, state, publication.attempts, None, tx).await?;
    if moved {
        let actor = Actor::system(publication.brand);
        timeline::note(publication.id, step, &actor, data, tx).await?;
    }
    Ok(moved)
}

/// Records it in the brand's stream and tells those who can do something about it.
pub(super) async fn alert(
    publication: &Publication,
    kind: &'static str,
    data: Value,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let subject = Subject::new("publication", publication.id);
    let actor = Actor::system(publication.brand);
    activity::record(tx, &actor, kind, subject.clone(), data.clone()).await?;
    let right = match publication.purpose {
        Purpose::Post { .. } => Right::Publish,
        Purpose::Reply { .. } => Right::Converse,
    };
    let to = Recipients::Right(right);
    notification::notify(tx, publication.brand, kind, subject, data, to).await.map(drop)
}

/// After a channel is connected again, what failed for want of authorization is tried again.
pub(crate) async fn retry_after_reconnection(
    channel: Id<Channel>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    for publication in store::of_channel_in(channel, &[StateName::Failed], tx).await? {
        let fresh = publication.due_at + STILL_FRESH > tx.now();
        let unauthorized =
            PublicationState::Failed { reason: Failure::Reauthorize, detail: String::new() };
        if !fresh || !same_failure(&publication.state, &unauthorized) {
            continue;
        }
        let planned = PublicationState::Planned;
        if store::write::put_state(&publication, &planned, publication.attempts, None, tx).await? {
            timeline::note(publication.id, StepKind::Released, actor, json!({}), tx).await?;
            publication
                .queue(tx.now(), tx)
                .await
                .map_err(|e| database::Error::other(e.to_string()))?;
        }
    }
    Ok(())
}

fn same_failure(a: &PublicationState, b: &PublicationState) -> bool {
    match (a, b) {
        (
            PublicationState::Failed { reason: a, .. },
            PublicationState::Failed { reason: b, .. },
        ) => a == b,
        _ => false,
    }
}

impl PublicationState {
    /// What is frozen, in the states that carry it.
    pub fn frozen(&self) -> Option<&super::Frozen> {
        match self {
            Self::Prepared { frozen, .. }
            | Self::Sending { frozen, .. }
            | Self::Processing { frozen, .. }
            | Self::Uncertain { frozen, .. } => Some(frozen),
            _ => None,
        }
    }

    fn is_sending(&self) -> bool {
        matches!(self, Self::Sending { .. })
    }
}
