//! What was said where Parvis can't read: an opinion left on a page, a private message on a
//! network without an interface, a remark in the shop. A teammate writes it down, and it is a
//! message like any other: it waits, it is promised an answer, it counts.

use channels::{Channel, ChannelError, InboxItem, ItemKind, RemoteProfile};
use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use members::identity::{Identity, IdentityError};
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use primitives::text::{fold, shorten};
use serde_json::{Value, json};

use crate::conversation::{Conversation, ConversationError};
use crate::ingest::take_in;
use crate::message::{self, Message};
use crate::readback;
use crate::typed;

/// The longest words that are taken, in characters.
pub const LONGEST: usize = 10_000;
/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// A clock that runs ahead this much is not a mistake.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// What a teammate writes down.
#[derive(Debug, Clone)]
pub struct Heard {
    /// Where it was said.
    pub channel: Id<Channel>,
    /// What it is: an answer, a mention, a private message or a review.
    pub kind: ItemKind,
    /// Who said it, as they are called there.
    pub name: String,
    /// Their page, where they have one.
    pub profile: Option<String>,
    /// The words.
    pub text: String,
    /// Of a review, the mark from one to five.
    pub stars: Option<u8>,
    /// Its public address, where it has one: the same address twice is refused.
    pub url: Option<String>,
    /// When it was said.
    pub at: Timestamp,
    /// The conversation that it goes on, with the same person on the same channel.
    pub follows: Option<Id<Conversation>>,
}

/// Why it was not taken down.
#[derive(Debug, thiserror::Error)]
pub enum HeardError {
    /// Nobody is named.
    #[error("nobody is named")]
    NoName,
    /// A name longer than names are.
    #[error("a name longer than {LONGEST_NAME} characters")]
    NameTooLong,
    /// No words, and no mark that would say something without them.
    #[error("there are no words")]
    NoWords,
    /// Longer than messages are.
    #[error("longer than {LONGEST} characters")]
    TooLong,
    /// A mark outside one to five.
    #[error("a mark is between one and five")]
    NotAMark,
    /// A link that is not an address of the web.
    #[error("this is not a link")]
    NotALink,
    /// It would have been said in the future.
    #[error("this instant has not come")]
    InTheFuture,
    /// Reactions are not written down.
    #[error("this is not something that is answered")]
    NotAMessage,
    /// It is here already.
    #[error("this was taken down already")]
    Already {
        /// Where.
        conversation: Id<Conversation>,
    },
    /// There is no such channel or conversation in the actor's brand.
    #[error("there is no such channel or conversation in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ConversationError> for HeardError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

impl From<ChannelError> for HeardError {
    fn from(error: ChannelError) -> Self {
        match error {
            ChannelError::NotAllowed(error) => Self::NotAllowed(error),
            ChannelError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

impl Conversation {
    /// Takes down what was said elsewhere; the conversation where it is.
    ///
    /// # Errors
    /// [`HeardError`].
    pub async fn take_down(
        heard: Heard,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Conversation>, HeardError> {
        actor.must(Right::Converse)?;
        let mut heard = checked(heard, tx.now())?;
        let channel = Channel::load(heard.channel, actor, tx).await?;
        if channel.removed_at.is_some() {
            return Err(HeardError::NotFound);
        }
        readback::hold_channel(channel.id, tx).await?;
        let answered = match heard.follows {
            Some(id) => Some(went_before(id, &mut heard, &channel, actor, tx).await?),
            None => None,
        };
        let item = item(&heard, &channel, answered.as_ref());
        let remote_id = item.remote_id.clone();
        if let Some(conversation) = message::store::where_is(channel.id, &remote_id, tx).await? {
            return Err(HeardError::Already { conversation });
        }
        take_in(&channel, &[item], tx).await?;
        let found = message::store::where_is(channel.id, &remote_id, tx).await?;
        let conversation = found.ok_or(HeardError::Database(Error::NoRow))?;
        let subject = Subject::new("conversation", conversation);
        let data = json!({ "kind": heard.kind, "network": channel.network_name });
        activity::record(tx, actor, "conversation.taken_down", subject, data).await?;
        Ok(conversation)
    }
}

impl Message {
    /// Of a review, the mark from one to five.
    pub fn stars(&self) -> Option<u8> {
        let stars = self.network_data.get("stars").and_then(Value::as_u64)?;
        u8::try_from(stars).ok().filter(|stars| (1..=5).contains(stars))
    }

    /// Whether a teammate wrote it down, rather than the network giving it.
    pub fn is_heard(&self) -> bool {
        self.network_data.get("heard").and_then(Value::as_bool) == Some(true)
    }
}

/// The last message of a conversation that goes on; its person is the one who speaks.
async fn went_before(
    id: Id<Conversation>,
    heard: &mut Heard,
    channel: &Channel,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Before, HeardError> {
    let conversation = Conversation::load(id, actor, tx).await?;
    if conversation.channel != channel.id || conversation.kind.is_reactions() {
        return Err(HeardError::NotFound);
    }
    let page = conversation.messages(None, 50, actor, tx).await?;
    let last = page.messages.into_iter().rev().find(|message| message.person.is_some());
    let last = last.ok_or(HeardError::NotFound)?;
    let (Some(message), Some(person)) = (last.remote_id, last.person) else {
        return Err(HeardError::NotFound);
    };
    heard.name = person.name;
    let identity = Identity::load(person.identity, actor, tx).await;
    Ok(Before { message, author: identity.map_err(of_identity)?.remote_id })
}

fn of_identity(error: IdentityError) -> HeardError {
    match error {
        IdentityError::NotFound => HeardError::NotFound,
        IdentityError::NotAllowed(error) => HeardError::NotAllowed(error),
        IdentityError::Database(error) => HeardError::Database(error),
    }
}

struct Before {
    message: String,
    author: String,
}

fn checked(mut heard: Heard, now: Timestamp) -> Result<Heard, HeardError> {
    if matches!(heard.kind, ItemKind::Like | ItemKind::Share | ItemKind::Follow) {
        return Err(HeardError::NotAMessage);
    }
    heard.name = typed::line(&heard.name);
    heard.name = heard.name.trim_start_matches('@').to_owned();
    heard.text = heard.text.trim().to_owned();
    if heard.kind != ItemKind::Review {
        heard.stars = None;
    }
    if heard.name.is_empty() && heard.follows.is_none() {
        return Err(HeardError::NoName);
    }
    if heard.name.chars().count() > LONGEST_NAME {
        return Err(HeardError::NameTooLong);
    }
    if heard.text.is_empty() && heard.stars.is_none() {
        return Err(HeardError::NoWords);
    }
    if heard.text.chars().count() > LONGEST {
        return Err(HeardError::TooLong);
    }
    if heard.stars.is_some_and(|stars| !(1..=5).contains(&stars)) {
        return Err(HeardError::NotAMark);
    }
    for link in [&mut heard.url, &mut heard.profile] {
        *link = link.take().map(|link| link.trim().to_owned()).filter(|link| !link.is_empty());
        if link.as_deref().is_some_and(|link| !is_link(link)) {
            return Err(HeardError::NotALink);
        }
    }
    if heard.at > now + AHEAD {
        return Err(HeardError::InTheFuture);
    }
    heard.at = heard.at.min(now);
    Ok(heard)
}

fn is_link(link: &str) -> bool {
    let parsed = url::Url::parse(link);
    link.len() <= 500
        && parsed.is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// As a network would have given it. Its id is its address, else who said what when: the same
/// thing written down twice is the same thing.
fn item(heard: &Heard, channel: &Channel, before: Option<&Before>) -> InboxItem {
    let who = fold(&heard.name);
    let remote_id = heard.url.clone().unwrap_or_else(|| {
        let words = fold(&shorten(&heard.text, 80));
        format!("heard {} {} {words}", heard.at.as_second() / 60, shorten(&who, 60))
    });
    // Networks that people post on by hand share one key here: the name keeps their people apart.
    let stranger = || format!("heard {} {who}", fold(&channel.network_name));
    let author = before.map_or_else(stranger, |before| before.author.clone());
    let mut data = json!({ "heard": true });
    if let Some(stars) = heard.stars {
        data["stars"] = json!(stars);
    }
    InboxItem {
        remote_id,
        kind: heard.kind,
        author: RemoteProfile {
            remote_id: author,
            handle: heard.name.clone(),
            name: heard.name.clone(),
            url: heard.profile.clone(),
            avatar_url: None,
            followers: None,
        },
        text: heard.text.clone(),
        url: heard.url.clone(),
        at: heard.at,
        in_reply_to: before.map(|before| before.message.clone()),
        root: None,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data,
        letter: None,
    }
}
