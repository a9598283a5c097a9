//! Webhooks: addresses outside that are told, signed, what happens in a brand.
//!
//! Each act recorded in the stream of activity makes one delivery for each webhook that listens
//! to its noun, in the act's own transaction: nothing is told of what did not happen, and nothing
//! that happened is left out. A job sends it, signed as <https://www.standardwebhooks.com> has
//! it, and tries again for about a day; whoever receives it knows a repeat by its id.

mod deliver;
mod sign;
mod store;

use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use primitives::Id;
use serde_json::json;

use crate::field::Name;
use crate::vault::Vault;
use crate::{Actor, NotAllowed, Right, Subject, activity};

pub(crate) use deliver::{Act, fan_out};
pub use deliver::{DeliverWebhook, WebhookKit, deliver, purge};
pub use sign::{SIGNATURE, sign};

/// The nouns that a webhook may listen to.
pub const NOUNS: [&str; 8] =
    ["post", "publication", "conversation", "channel", "feed", "campaign", "media", "brand"];

/// The most webhooks a brand may have.
pub const MOST: usize = 20;

/// An address that is told what happens in a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Which one.
    pub id: Id<Webhook>,
    /// What it is for, as its maker wrote it.
    pub name: String,
    /// Where it is told.
    pub url: String,
    /// The nouns it is told of; none means all that happens.
    pub nouns: Vec<String>,
    /// Why nothing is sent to it, when nothing is.
    pub stopped: Option<Stopped>,
    /// Since when nothing has been taken.
    pub failing_since: Option<Timestamp>,
    /// Since when it is there.
    pub created_at: Timestamp,
}

text_enum! {
    /// Why nothing is sent to a webhook.
    pub enum Stopped {
        /// A person stopped it.
        Person => "person",
        /// It answered that it is gone for good (410).
        Gone => "gone",
        /// It took nothing for five days.
        Silent => "silent",
    }
}

text_enum! {
    /// Where a delivery stands.
    pub enum DeliveryState {
        /// To be sent, or sent again.
        Waiting => "waiting",
        /// Taken.
        Taken => "taken",
        /// Given up.
        GivenUp => "given_up",
    }
}

/// One telling of one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its id; receivers know a repeat by it.
    pub id: Id<Delivery>,
    /// What happened, `publication.published`.
    pub verb: String,
    /// What is sent.
    pub body: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// How many times it was sent.
    pub attempts: i64,
    /// What the address answered last.
    pub status: Option<i64>,
    /// What was seen when there was no answer.
    pub detail: Option<String>,
    /// When the act happened.
    pub created_at: Timestamp,
    /// When it was last sent.
    pub tried_at: Option<Timestamp>,
}

/// Why a webhook could not be made or changed.
#[derive(Debug, thiserror::Error)]
pub enum WebhookError {
    /// There is no such webhook in the actor's brand.
    #[error("there is no such webhook in this brand")]
    NotFound,
    /// Not an address that begins with `https://` or `http://`, or longer than 2,000 bytes.
    #[error("this is not an address of the web")]
    NotAnAddress,
    /// A noun that nothing happens to.
    #[error("nothing happens to a {0}")]
    UnknownNoun(String),
    /// A brand has at most [`MOST`].
    #[error("a brand has at most {MOST} webhooks")]
    TooMany,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// What a webhook is made from.
#[derive(Debug, Clone)]
pub struct NewWebhook {
    /// What it is for.
    pub name: Name,
    /// Where to tell.
    pub url: String,
    /// What to tell of; nothing means everything.
    pub nouns: Vec<String>,
}

impl Webhook {
    /// Adds a webhook; its secret (`whsec_…`) is shown once. Needs [`Right::ManageBrand`].
    pub async fn add(
        new: NewWebhook,
        vault: &Vault,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Webhook, String), WebhookError> {
        actor.must(Right::ManageBrand)?;
        let url = new.url.trim().to_owned();
        let parsed = url::Url::parse(&url).map_err(|_| WebhookError::NotAnAddress)?;
        if !matches!(parsed.scheme(), "https" | "http") || url.len() > 2000 {
            return Err(WebhookError::NotAnAddress);
        }
        if let Some(unknown) = new.nouns.iter().find(|noun| !NOUNS.contains(&noun.as_str())) {
            return Err(WebhookError::UnknownNoun(unknown.clone()));
        }
        if store::of_brand(actor.brand(), tx).await?.len() >= MOST {
            return Err(WebhookError::TooMany);
        }
        let secret = sign::new_secret(tx.ambient());
        let webhook = Webhook {
            id: tx.new_id(),
            name: new.name.to_string(),
            url,
            nouns: new.nouns,
            stopped: None,
            failing_since: None,
            created_at: tx.now(),
        };
        let sealed = vault.seal(tx.ambient(), &context(webhook.id), secret.as_bytes());
        store::insert(&webhook, sealed, actor, tx).await?;
        // The address may hold a secret of its own: only its host is written down.
        let host = parsed.host_str().unwrap_or_default();
        let data = json!({ "name": webhook.name, "host": host });
        let subject = Subject::new("webhook", webhook.id);
        activity::record(tx, actor, "webhook.added", subject, data).await?;
        Ok((webhook, secret))
    }

    /// The brand's webhooks, oldest first. Needs [`Right::ManageBrand`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Webhook>, WebhookError> {
        actor.must(Right::ManageBrand)?;
        Ok(store::of_brand(actor.brand(), tx).await?)
    }

    /// The webhook, if the actor's brand has it. Needs [`Right::ManageBrand`].
    pub async fn load(
        id: Id<Webhook>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Webhook, WebhookError> {
        let all = Webhook::all(actor, tx).await?;
        all.into_iter().find(|webhook| webhook.id == id).ok_or(WebhookError::NotFound)
    }

    /// Removes it, with its log.
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), WebhookError> {
        actor.must(Right::ManageBrand)?;
        store::remove(self.id, tx).await?;
        let data = json!({ "name": self.name });
        let subject = Subject::new("webhook", self.id);
        activity::record(tx, actor, "webhook.removed", subject, data).await?;
        Ok(())
    }

    /// Stops telling it, or begins again from now on.
    pub async fn stop(&self, stop: bool, actor: &Actor, tx: &mut Tx) -> Result<(), WebhookError> {
        actor.must(Right::ManageBrand)?;
        store::set_stopped(self.id, stop.then_some(Stopped::Person), tx).await?;
        let verb = if stop { "webhook.stopped" } else { "webhook.resumed" };
        let data = json!({ "name": self.name });
        activity::record(tx, actor, verb, Subject::new("webhook", self.id), data).await?;
        Ok(())
    }

    /// Sends it a `webhook.tried`, so that one sees whether it is taken.
    pub async fn send_trial(&self, actor: &Actor, tx: &mut Tx) -> Result<(), WebhookError> {
        actor.must(Right::ManageBrand)?;
        let subject = Subject::new("webhook", self.id);
        let act = Act { id: tx.new_id(), verb: "webhook.tried", subject: &subject, by: "teammate" };
        deliver::plan(self.id, actor.brand(), &act, &json!({ "name": self.name }), tx).await?;
        Ok(())
    }

    /// Its latest deliveries, newest first, older than `before`; at most 50.
    pub async fn log(
        &self,
        before: Option<Id<Delivery>>,
        tx: &mut Tx,
    ) -> Result<Vec<Delivery>, WebhookError> {
        Ok(store::log(self.id, before, 50, tx).await?)
    }

    /// Sends one of its deliveries once more.
    pub async fn send_again(
        &self,
        delivery: Id<Delivery>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), WebhookError> {
        actor.must(Right::ManageBrand)?;
        if !store::wait_again(self.id, delivery, tx).await? {
            return Err(WebhookError::NotFound);
        }
        deliver::enqueue(delivery, actor.brand(), tx).await?;
        Ok(())
    }
}

/// What its secret is sealed for.
fn context(id: Id<Webhook>) -> Vec<u8> {
    [b"webhook".as_slice(), id.bytes()].concat()
}
