use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::Actor;
use platform::Brand;
use platform::brand::Held;
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::chain::{self, Turn};
use super::timeline::{self, StepKind};
use super::{
    Failure, Frozen, HeldBy, NeedsPerson, Publication, PublicationState, Purpose, reconcile,
    settle, store,
};
use crate::channel::{Channel, Mode};
use crate::connector::Connector;
use crate::kit::ChannelKit;
use crate::outcome::{NetworkError, Rejection};
use crate::prepared::{Prepared, Staged};

/// Between the keys of parts due at one instant, so that keys that are dates sort as the parts.
const BETWEEN_PARTS: SignedDuration = SignedDuration::from_millis(100);

/// The job that moves one publication as far as it can go now.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deliver {
    /// The publication.
    pub publication: Id<Publication>,
}

impl jobs::Job for Deliver {
    const KIND: &'static str = "deliver";
}

/// What is left to do for a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing: it rests until a person acts, for ever when published.
    Rest,
    /// Come back at this instant.
    At(Timestamp),
}

/// One move: look again at once, or leave.
pub(super) enum Move {
    Again,
    Leave(Next),
}

/// Moves a publication as far as it can go now. Safe to call at any time, from several
/// instances, after any crash: every change of state is guarded by the state it starts from.
pub async fn deliver(kit: &ChannelKit, id: Id<Publication>) -> Result<Next, database::Error> {
    // A publication makes a handful of moves in a row at most; the bound only guards against a
    // connector whose answers would make it turn in circles.
    for _ in 0..12 {
        match one_move(kit, id).await? {
            Move::Again => {}
            Move::Leave(next) => return Ok(next),
        }
    }
    Ok(Next::At(kit.database.ambient().now() + kit.fence.first_retry))
}

async fn one_move(kit: &ChannelKit, id: Id<Publication>) -> Result<Move, database::Error> {
    let mut tx = kit.database.read().await?;
    let now = tx.now();
    let Some(publication) = store::load(id, &mut tx).await? else {
        return Ok(Move::Leave(Next::Rest));
    };
    let channel = Channel::of_system(publication.channel, &mut tx).await?;
    drop(tx);
    let Some(channel) = channel else { return Ok(Move::Leave(Next::Rest)) };
    match &publication.state {
        PublicationState::Planned if publication.due_at > now => {
            Ok(Move::Leave(Next::At(publication.due_at)))
        }
        PublicationState::Planned => prepare(kit, &publication, &channel).await,
        PublicationState::Prepared { next_at, .. } if *next_at > now => {
            Ok(Move::Leave(Next::At(*next_at)))
        }
        PublicationState::Prepared { .. } => stage_and_send(kit, &publication, &channel).await,
        PublicationState::Sending { lease_until, .. } if *lease_until > now => {
            Ok(Move::Leave(Next::At(*lease_until)))
        }
        PublicationState::Sending { .. } => settle::sender_died(kit, &publication).await,
        PublicationState::Uncertain { next_at, .. } if *next_at > now => {
            Ok(Move::Leave(Next::At(*next_at)))
        }
        PublicationState::Uncertain { .. } => reconcile::look(kit, &publication, &channel).await,
        PublicationState::Processing { check_after, .. } if *check_after > now => {
            Ok(Move::Leave(Next::At(*check_after)))
        }
        PublicationState::Processing { .. } => {
            reconcile::ask_again(kit, &publication, &channel).await
        }
        PublicationState::Published { .. }
        | PublicationState::Failed { .. }
        | PublicationState::Held { .. }
        | PublicationState::Cancelled
        | PublicationState::NeedsPerson { .. } => Ok(Move::Leave(Next::Rest)),
    }
}

/// Planned → prepared: the payload is frozen, its fingerprint taken, its key chosen.
async fn prepare(
    kit: &ChannelKit,
    publication: &Publication,
    channel: &Channel,
) -> Result<Move, database::Error> {
    let mut tx = kit.database.begin().await?;
    // The one read before was outside a transaction: read again, locked.
    let Some(mut publication) = still_as(publication, &mut tx).await? else {
        return Ok(Move::Again);
    };
    let publisher = kit.connectors.get(&channel.network).map(|c| c.publish());
    let before = chain::turn(&publication, channel, publisher.flatten(), &mut tx).await?;
    match before {
        Turn::Come(reply_to) => publication.content.reply_to = reply_to,
        Turn::Wait => return Ok(Move::Leave(Next::Rest)),
        Turn::GivenUp => return given_up(&publication, tx).await,
        Turn::Unanswerable => {
            let reason = Failure::Rejected(Rejection::ReplyTargetGone);
            return settle::failed(&publication, reason, "", tx).await;
        }
    }
    if let Some(reason) = paused(&publication, &mut tx).await? {
        return hold(&publication, reason, tx).await;
    }
    if let Some(reason) = kit.last_look.look(&publication, &mut tx).await? {
        return hold(&publication, reason, tx).await;
    }
    let state = match publisher {
        _ if channel.mode == Mode::Assisted => {
            return settle::needs_person(&publication, NeedsPerson::Assisted, "", tx).await;
        }
        Some(Some(publisher)) => {
            match publisher.prepare(&publication.content, &channel.limits, tx.now()) {
                Ok(payload) => {
                    let after = BETWEEN_PARTS.saturating_mul(part_number(&publication));
                    let frozen = Frozen {
                        fingerprint: fingerprint(&publication),
                        payload,
                        send_key: publisher
                            .send_key(*publication.id.bytes(), publication.due_at + after),
                        at: tx.now(),
                    };
                    PublicationState::Prepared { frozen, next_at: tx.now() }
                }
                Err(error) => return settle::not_accepted(kit, &publication, error, tx).await,
            }
        }
        _ => {
            let what = "publishing".to_owned();
            let error = NetworkError::Unsupported { what };
            return settle::not_accepted(kit, &publication, error, tx).await;
        }
    };
    if store::write::put_state(&publication, &state, publication.attempts, None, &mut tx).await? {
        if publication.place.after.is_some() {
            store::write::rewrite(&publication, &mut tx).await?;
        }
        let actor = Actor::system(publication.brand);
        timeline::note(publication.id, StepKind::Prepared, &actor, json!({}), &mut tx).await?;
        tx.commit().await?;
    }
    Ok(Move::Again)
}

fn part_number(publication: &Publication) -> i32 {
    i32::try_from(publication.place.part).unwrap_or(i32::MAX)
}

/// What a part would have answered was given up: so is it.
async fn given_up(publication: &Publication, mut tx: Tx) -> Result<Move, database::Error> {
    let (state, step) = (PublicationState::Cancelled, StepKind::Cancelled);
    settle::put(publication, &state, step, json!({}), &mut tx).await?;
    tx.commit().await?;
    Ok(Move::Leave(Next::Rest))
}

/// Prepared → sending → what came of it. Staging makes nothing visible, so a crash before the
/// state says `sending` costs nothing; a crash after it leaves the publication in doubt.
async fn stage_and_send(
    kit: &ChannelKit,
    publication: &Publication,
    channel: &Channel,
) -> Result<Move, database::Error> {
    let Some(connector) = kit.connectors.get(&channel.network).cloned() else {
        let tx = kit.database.begin().await?;
        let error = NetworkError::Unsupported { what: channel.network.clone() };
        return settle::not_accepted(kit, publication, error, tx).await;
    };
    let PublicationState::Prepared { frozen, .. } = &publication.state else {
        return Ok(Move::Again);
    };
    let mut frozen = frozen.clone();
    if let Some(until) = settle::rate_limited_until(channel.id, kit).await? {
        return Ok(Move::Leave(Next::At(until)));
    }
    // A paused brand's pictures are not even uploaded.
    let mut tx = kit.database.begin().await?;
    if let Some(reason) = paused(publication, &mut tx).await? {
        return hold(publication, reason, tx).await;
    }
    tx.commit().await?;

    let prepared = prepared(publication, &frozen, None);
    match publish_of(&connector)?.stage(&kit.call(channel), &prepared).await {
        Ok(Staged::Ready(payload)) => frozen.payload = payload,
        Ok(Staged::Later { payload, after }) => {
            frozen.payload = payload;
            return staged_later(kit, publication, frozen, after).await;
        }
        Err(error) => {
            let tx = kit.database.begin().await?;
            return settle::not_accepted(kit, publication, error, tx).await;
        }
    }
    let Some(sending) = begin_sending(kit, publication, frozen).await? else {
        return Ok(Move::Again);
    };
    let PublicationState::Sending { frozen, since, .. } = &sending.state else {
        return Ok(Move::Again);
    };
    let prepared = self::prepared(&sending, frozen, Some(*since));
    let answer = publish_of(&connector)?.send(&kit.call(channel), &prepared).await;
    settle::answered(kit, &sending, answer).await
}

/// What was uploaded is kept, and looked at again once the network has worked on it.
async fn staged_later(
    kit: &ChannelKit,
    publication: &Publication,
    frozen: Frozen,
    after: SignedDuration,
) -> Result<Move, database::Error> {
    let mut tx = kit.database.begin().await?;
    let began = publication.due_at.max(frozen.at);
    if tx.now() - kit.fence.patience > began {
        let detail = "the network is still working on what was uploaded";
        return settle::failed(publication, Failure::GaveUp, detail, tx).await;
    }
    let next_at = tx.now() + after;
    let state = PublicationState::Prepared { frozen, next_at };
    store::write::put_state(publication, &state, publication.attempts, None, &mut tx).await?;
    tx.commit().await?;
    Ok(Move::Leave(Next::At(next_at)))
}

/// The door of the fence: in one transaction, looks at the pauses a last time and writes that
/// the request is leaving. `None` when it may not leave, or someone else moved it first.
async fn begin_sending(
    kit: &ChannelKit,
    publication: &Publication,
    frozen: Frozen,
) -> Result<Option<Publication>, database::Error> {
    let mut tx = kit.database.begin().await?;
    let Some(mut publication) = still_as(publication, &mut tx).await? else { return Ok(None) };
    if let Some(reason) = paused(&publication, &mut tx).await? {
        hold(&publication, reason, tx).await?;
        return Ok(None);
    }
    let state = PublicationState::Sending {
        frozen,
        since: tx.now(),
        lease_until: tx.now() + kit.fence.lease,
    };
    let attempt = publication.attempts + 1;
    if !store::write::put_state(&publication, &state, attempt, Some(kit.instance), &mut tx).await? {
        return Ok(None);
    }
    let actor = Actor::system(publication.brand);
    let data = json!({ "attempt": attempt });
    timeline::note(publication.id, StepKind::Sending, &actor, data, &mut tx).await?;
    tx.commit().await?;
    publication.state = state;
    publication.attempts = attempt;
    Ok(Some(publication))
}

/// Reads the publication again, locked, and gives it if nobody moved it since `seen`.
pub(super) async fn still_as(
    seen: &Publication,
    tx: &mut Tx,
) -> Result<Option<Publication>, database::Error> {
    let now = store::load_locked(seen.id, tx).await?;
    Ok(now.filter(|p| p.state.name() == seen.state.name() && p.attempts == seen.attempts))
}

async fn paused(publication: &Publication, tx: &mut Tx) -> Result<Option<HeldBy>, database::Error> {
    let answer = matches!(publication.purpose, Purpose::Reply { .. });
    match Brand::holds_back(publication.brand, answer, tx).await? {
        Held::Nothing => {}
        Held::Posts if store::write::goes_through(publication.id, tx).await? => {}
        Held::Posts | Held::Everything => return Ok(Some(HeldBy::BrandPause)),
    }
    let channel = Channel::of_system(publication.channel, tx).await?;
    Ok(channel.and_then(|channel| channel.paused_at).map(|_| HeldBy::ChannelPause))
}

async fn hold(
    publication: &Publication,
    reason: HeldBy,
    mut tx: Tx,
) -> Result<Move, database::Error> {
    let state = PublicationState::Held { reason };
    if store::write::put_state(publication, &state, publication.attempts, None, &mut tx).await? {
        let actor = Actor::system(publication.brand);
        let data = json!({ "by": reason.as_str() });
        timeline::note(publication.id, StepKind::Held, &actor, data, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(Move::Again)
}

pub(super) fn publish_of(
    connector: &std::sync::Arc<dyn Connector>,
) -> Result<&dyn crate::connector::Publish, database::Error> {
    connector.publish().ok_or_else(|| {
        database::Error::other("a prepared publication is on a network that can't publish")
    })
}

pub(super) fn prepared(
    publication: &Publication,
    frozen: &Frozen,
    sending_since: Option<Timestamp>,
) -> Prepared {
    Prepared {
        publication: publication.id,
        content: publication.content.clone(),
        payload: frozen.payload.clone(),
        send_key: frozen.send_key.clone(),
        prepared_at: frozen.at,
        sending_since,
    }
}

/// The hash of what people will see: the words as a network may rewrite them, the pictures, and
/// what is answered.
fn fingerprint(publication: &Publication) -> String {
    let content = &publication.content;
    let mut hash = Sha256::new();
    hash.update(primitives::text::normalise_for_fingerprint(&content.text));
    for media in &content.media {
        hash.update(&media.hash);
    }
    if let Some(target) = &content.reply_to {
        hash.update(&target.remote_id);
    }
    if let Some(poll) = &content.poll {
        poll.choices.iter().for_each(|choice| hash.update(choice));
    }
    hex::encode(hash.finalize())
}
