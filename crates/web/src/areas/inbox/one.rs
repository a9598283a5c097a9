use axum::extract::{Path, Query};
use axum::response::Response;
use channels::publication::Purpose;
use channels::{Channel, Publication};
use conversations::{Conversation, MessagePage, Person};
use database::Tx;
use primitives::Id;
use publishing::Post;

use super::list::{Asked, Listed, listed};
use super::view::InboxPage;
use crate::{Form, InBrand, Refusal};

/// A conversation, opened beside the list.
pub struct Opened {
    /// The conversation.
    pub conversation: Conversation,
    /// Its channel.
    pub channel: Channel,
    /// Who it is with.
    pub person: Option<Person>,
    /// Its last messages.
    pub messages: MessagePage,
    /// The post of ours that it is about.
    pub post: Option<Id<Post>>,
    /// How long an answer may be, in the network's own count.
    pub most: u64,
    /// What is being written.
    pub form: Form,
}

/// Opens a conversation.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let (listed, opened) = open(&here, id, &asked, Form::empty()).await?;
    Ok(here.show(&InboxPage::of_conversation(listed, opened)))
}

/// Reads a conversation and the list beside it.
pub async fn open(
    here: &InBrand,
    id: Id<Conversation>,
    asked: &Asked,
    form: Form,
) -> Result<(Listed, Opened), Refusal> {
    let mut tx = here.read().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let channel = Channel::load(conversation.channel, &here.actor, &mut tx).await?;
    let person = conversation.person(&mut tx).await?;
    let messages = conversation.messages(None, 100, &here.actor, &mut tx).await?;
    let post = post_about(here, &conversation, &mut tx).await?;
    let asked = Asked { tab: tab_of(&conversation, asked), ..asked.clone() };
    let listed = listed(here, &asked, &mut tx).await?;
    let most = u64::from(channel.limits.text.max);
    Ok((listed, Opened { conversation, channel, person, messages, post, most, form }))
}

/// Without a tab in the address, the one where the conversation is found.
fn tab_of(conversation: &Conversation, asked: &Asked) -> String {
    if !asked.tab.is_empty() {
        return asked.tab.clone();
    }
    let tab = if conversation.kind.is_reactions() {
        "reactions"
    } else if !conversation.is_open() {
        "resolved"
    } else if conversation.waiting_since.is_some() {
        "waiting"
    } else {
        "open"
    };
    tab.to_owned()
}

async fn post_about(
    here: &InBrand,
    conversation: &Conversation,
    tx: &mut Tx,
) -> Result<Option<Id<Post>>, Refusal> {
    let Some(publication) = conversation.about.publication else { return Ok(None) };
    let publication = Publication::load(publication, &here.actor, tx).await;
    Ok(publication.ok().and_then(|publication| match publication.purpose {
        Purpose::Post { post, .. } => Some(post.cast()),
        Purpose::Reply { .. } => None,
    }))
}
