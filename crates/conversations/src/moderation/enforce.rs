//! What is done at networks, by jobs: never twice, and what can't be done comes back to a person.

use channels::{Channel, ChannelKit, NetworkError};
use database::{Error, Tx};
use jobs::Enqueue;
use platform::{Actor, Brand};
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::case::{self, Because};
use super::ruling::{Reached, Ruling};
use super::sanction::{AtNetwork, Sanction};
use super::store;
use crate::act::{ActError, Deed};
use crate::conversation::Conversation;

/// The job that does at the network what a rule decided.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Enforce {
    /// The decision.
    pub ruling: Id<Ruling>,
    /// In which brand.
    pub brand: Id<Brand>,
    /// Whether a person is asked when the network can't.
    pub asks: bool,
    /// Whether the author is sent the statement of reasons.
    pub tells: bool,
}

impl jobs::Job for Enforce {
    const KIND: &'static str = "enforce_ruling";
    const MAX_ATTEMPTS: u32 = 10;
}

/// The job that sends an author the statement of reasons, or the answer to their complaint: `web`
/// words it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TellAuthor {
    /// The decision.
    pub ruling: Id<Ruling>,
    /// In which brand.
    pub brand: Id<Brand>,
}

impl jobs::Job for TellAuthor {
    const KIND: &'static str = "tell_author";
    const MAX_ATTEMPTS: u32 = 6;
}

/// The job that has the network block an author, or let them back; it runs again at the end.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SanctionAtNetwork {
    /// The sanction.
    pub sanction: Id<Sanction>,
    /// In which brand.
    pub brand: Id<Brand>,
}

impl jobs::Job for SanctionAtNetwork {
    const KIND: &'static str = "sanction_at_network";
    const MAX_ATTEMPTS: u32 = 10;
}

/// Does what a rule decided, once; for the job.
///
/// # Errors
/// What the database met.
pub async fn enforce(kit: &ChannelKit, job: &Enforce) -> Result<(), Error> {
    let mut tx = kit.database.begin().await?;
    let system = Actor::system(job.brand);
    let Some(ruling) = store::rulings::to_enforce(job.brand, job.ruling, &mut tx).await? else {
        return Ok(());
    };
    let Some(act) = ruling.decision.act() else { return Ok(()) };
    let message = crate::message::store::by_id(job.brand, ruling.message, &mut tx).await?;
    let Some(message) = message else { return Ok(()) };
    let loaded = Conversation::load(message.conversation, &system, &mut tx).await;
    let Ok(conversation) = loaded else { return Ok(()) };
    let asked = conversation.act(message.id, act, &kit.connectors, &system, &mut tx).await;
    match asked {
        Ok(deed) => {
            store::rulings::asked(ruling.id, deed.id, &mut tx).await?;
            if job.tells {
                let tell = TellAuthor { ruling: ruling.id, brand: job.brand };
                jobs::enqueue(&mut tx, &tell, Enqueue::now().brand(job.brand)).await?;
            }
        }
        Err(ActError::Database(error)) => return Err(error),
        Err(_) => {
            store::rulings::reached(ruling.id, Reached::Cannot, &mut tx).await?;
            let (was, now) = (ruling.decision.to_string(), Reached::Cannot.to_string());
            ruling.note("ruling.cannot", "", was, now, &system, &mut tx).await?;
            if job.asks {
                ask(&ruling, &message, Because::Cannot, &system, &mut tx).await?;
            }
        }
    }
    tx.commit().await
}

async fn ask(
    ruling: &Ruling,
    message: &crate::Message,
    because: Because,
    system: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let look = case::look_of(message);
    let why = match ruling.rule {
        Some(rule) => store::runs::why(rule, message.id, tx).await?,
        None => Vec::new(),
    };
    let rule = ruling.rule.map(|rule| (rule, why.as_slice()));
    case::open(&look, because, rule, system, tx).await.map(drop)
}

/// The network refused what a rule had decided: a person looks at it. In the transaction that
/// notes the refusal.
pub(crate) async fn deed_failed(
    deed: Id<Deed>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let Some(ruling) = store::rulings::of_deed(brand, deed, tx).await? else { return Ok(()) };
    let system = Actor::system(brand);
    let message = crate::message::store::by_id(brand, ruling.message, tx).await?;
    if let Some(message) = message.filter(|_| ruling.undone_at.is_none()) {
        let (was, now) = (ruling.decision.to_string(), Reached::Failed.to_string());
        ruling.note("ruling.failed", "", was, now, &system, tx).await?;
        ask(&ruling, &message, Because::Refused, &system, tx).await?;
    }
    Ok(())
}

/// Has the network block an author, or let them back, as the sanction stands now; for the job.
///
/// # Errors
/// Passing trouble, so that the job comes back; anything else is written down.
pub async fn sanction_at_network(
    kit: &ChannelKit,
    job: &SanctionAtNetwork,
    last: bool,
) -> Result<(), Error> {
    let mut tx = kit.database.read().await?;
    let found = store::sanctions::load(job.brand, job.sanction, &mut tx).await?;
    let Some(sanction) = found else { return Ok(()) };
    let (holds, now) = (sanction.holds_at(tx.now()), tx.now());
    let person = store::sanctions::remote_id(job.brand, sanction.identity, &mut tx).await?;
    let channel = Channel::of_system(sanction.channel, &mut tx).await?;
    // Another ban of the same person may outlive this one.
    let others = store::sanctions::list(job.brand, Some(sanction.identity), 50, &mut tx).await?;
    drop(tx);
    let banned = others.iter().any(|one| {
        one.kind == sanction.kind && one.channel == sanction.channel && one.holds_at(now)
    });
    let asked = matches!(sanction.network, AtNetwork::Asked | AtNetwork::Failed) && holds;
    let ends = matches!(sanction.network, AtNetwork::Blocked) && !holds;
    if !holds && sanction.lifted_at.is_none() {
        note_end(kit, &sanction, job.brand).await?;
    }
    if !asked && !ends {
        return Ok(());
    }
    if ends && banned {
        return set(kit, &sanction, job.brand, AtNetwork::Ended, None).await;
    }
    let outcome = match channel.filter(|channel| channel.removed_at.is_none()).zip(person) {
        None => Err(NetworkError::Unsupported { what: "channel".to_owned() }),
        Some((channel, person)) => {
            let connector = kit.connectors.get(&channel.network).cloned();
            match connector.as_ref().and_then(|connector| connector.moderate()) {
                Some(moderate) if moderate.blocks() => {
                    moderate.block(&kit.call(&channel), &person, holds).await
                }
                _ => Err(NetworkError::Unsupported { what: "block".to_owned() }),
            }
        }
    };
    let (state, detail) = match outcome {
        Ok(()) => (if holds { AtNetwork::Blocked } else { AtNetwork::Ended }, None),
        Err(NetworkError::Unsupported { .. }) => (AtNetwork::Cannot, None),
        Err(error) => {
            let passing =
                matches!(error, NetworkError::Retry { .. } | NetworkError::RateLimited { .. });
            if passing && !last {
                return Err(Error::other(error.to_string()));
            }
            let words: String = error.to_string().replace('\0', "").chars().take(500).collect();
            (AtNetwork::Failed, Some(words))
        }
    };
    set(kit, &sanction, job.brand, state, detail).await
}

async fn set(
    kit: &ChannelKit,
    sanction: &Sanction,
    brand: Id<Brand>,
    state: AtNetwork,
    detail: Option<String>,
) -> Result<(), Error> {
    let mut tx = kit.database.begin().await?;
    store::sanctions::at_network(sanction.id, state, detail.as_deref(), &mut tx).await?;
    let what = match state {
        AtNetwork::Blocked => "sanction.blocked",
        AtNetwork::Ended => "sanction.unblocked",
        AtNetwork::Cannot => "sanction.cannot_block",
        _ => "sanction.block_failed",
    };
    let reason = detail.unwrap_or_default();
    sanction.note(what, &reason, &Actor::system(brand), &mut tx).await?;
    tx.commit().await
}

async fn note_end(kit: &ChannelKit, sanction: &Sanction, brand: Id<Brand>) -> Result<(), Error> {
    let mut tx = kit.database.begin().await?;
    if store::sanctions::note_end(sanction.id, &mut tx).await? {
        sanction.note("sanction.ended", "", &Actor::system(brand), &mut tx).await?;
    }
    tx.commit().await
}
