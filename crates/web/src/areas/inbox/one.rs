use axum::extract::{Path, Query};
use std::collections::HashMap;

use axum::response::{IntoResponse, Response};
use channels::publication::Purpose;
use channels::{Act, AttachedMedia, Channel, Publication};
use conversations::escalation::{Escalation, Happened};
use conversations::feedback::{self, Category, Filed};
use conversations::judgement::{self, Judgement, Weighed};
use conversations::{
    Change, Conversation, ConversationState, Deed, KnownPerson, Label, Message, MessagePage, Note,
    Person, Present,
};
use database::Tx;
use primitives::Id;
use publishing::Post;

use super::asked::Asked;
use super::list::{Listed, listed, tab_of};
use super::ready::Ready;
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
    /// What is known of them.
    pub known: Option<KnownPerson>,
    /// Its last messages.
    pub messages: MessagePage,
    /// How theirs are read, with the words that weighed.
    pub readings: HashMap<Id<Message>, (Judgement, Vec<Weighed>)>,
    /// What was filed of it, and where it may be filed.
    pub filed: Vec<Filed>,
    pub categories: Vec<Category>,
    /// What was asked of the network about them.
    pub deeds: Vec<Deed>,
    /// What the network offers on each.
    pub offers: Vec<(Id<Message>, Vec<Act>)>,
    /// Whether it takes an answer that only the person reads.
    pub privately: bool,
    /// What teammates say among themselves.
    pub notes: Vec<Note>,
    /// What is asked about it, and was.
    pub escalations: Vec<Escalation>,
    /// The course of that.
    pub asked_course: Vec<Happened>,
    /// What was changed of it.
    pub changes: Vec<Change>,
    /// Its labels.
    pub labels: Vec<Label>,
    /// Conversations that were put with it.
    pub merged: Vec<Id<Conversation>>,
    /// Colleagues who have it open.
    pub others: Vec<Present>,
    /// The post of ours that it is about, with its first picture.
    pub post: Option<(Id<Post>, Option<AttachedMedia>)>,
    /// How long an answer may be, in the network's own count.
    pub most: u64,
    /// Ready replies.
    pub ready: Ready,
    /// What is being written.
    pub form: Form,
    /// A colleague's answer that came while this one was written.
    pub meanwhile: Option<Message>,
    /// What they may not do, for a while.
    pub sanctions: Vec<conversations::moderation::Sanction>,
    /// Whether a rule laid out the answer that is being written.
    pub proposed: bool,
    /// The names that a note may speak to.
    pub names: Vec<String>,
}

/// Opens a conversation.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    drop(tx);
    // Whoever follows an old link finds the messages where they went.
    if let ConversationState::Merged { into } = conversation.state {
        return Ok(here.go(&format!("inbox/{into}")).into_response());
    }
    let form = super::ready::proposed(&here, &conversation).await?;
    let (listed, opened) = open(&here, id, &asked, form).await?;
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
    let actor = &here.actor;
    let conversation = Conversation::load(id, actor, &mut tx).await?;
    let channel = Channel::load(conversation.channel, actor, &mut tx).await?;
    let messages = conversation.messages(None, 100, actor, &mut tx).await?;
    let ids: Vec<_> = messages.messages.iter().map(|message| message.id).collect();
    let deeds = conversation.deeds(&ids, actor, &mut tx).await.map_err(super::of_act)?;
    let readings = readings(here, &messages, &mut tx).await?;
    let connectors = &here.house.kit.connectors;
    let offers = messages.messages.iter().map(|m| (m.id, m.offers(&channel, connectors)));
    let offers = offers.collect();
    let last = messages.messages.iter().rev().find(|message| message.person.is_some());
    let privately = last.is_some_and(|last| last.can_be_answered_privately(&channel, connectors));
    let team = platform::membership::Membership::of_brand(actor, &mut tx).await;
    let team = team.map_err(Refusal::fault)?;
    let listed = listed(here, &tab_of(&conversation, asked), &mut tx).await?;
    let opened = Opened {
        person: conversation.person(&mut tx).await?,
        known: conversation.known_person(5, actor, &mut tx).await?,
        readings,
        filed: feedback::filed_of(id, actor, &mut tx).await?,
        categories: Category::all(actor, &mut tx).await?,
        deeds,
        offers,
        privately,
        notes: conversation.notes(actor, &mut tx).await.map_err(super::of_note)?,
        escalations: conversation.escalations(actor, &mut tx).await?,
        asked_course: conversation.escalation_course(actor, &mut tx).await?,
        changes: conversation.changes(actor, &mut tx).await?,
        labels: conversation.labels(actor, &mut tx).await?,
        merged: conversation.merged_into_it(actor, &mut tx).await?,
        others: conversation.others_present(actor, &mut tx).await?,
        post: post_about(here, &conversation, &mut tx).await?,
        most: u64::from(channel.limits.text.max),
        meanwhile: None,
        ready: Ready::to(here, last, &mut tx).await?,
        sanctions: sanctions(here, &conversation, &mut tx).await?,
        proposed: form.has("proposed"),
        names: team.into_iter().map(|member| member.name.to_string()).collect(),
        messages,
        channel,
        conversation,
        form,
    };
    Ok((listed, opened))
}

async fn sanctions(
    here: &InBrand,
    conversation: &Conversation,
    tx: &mut Tx,
) -> Result<Vec<conversations::moderation::Sanction>, Refusal> {
    let Some(identity) = conversation.identity else { return Ok(Vec::new()) };
    let now = tx.now();
    let all = conversations::moderation::Sanction::list(Some(identity), &here.actor, tx).await?;
    Ok(all.into_iter().filter(|sanction| sanction.holds_at(now)).collect())
}

async fn readings(
    here: &InBrand,
    part: &MessagePage,
    tx: &mut Tx,
) -> Result<HashMap<Id<Message>, (Judgement, Vec<Weighed>)>, Refusal> {
    let brand = here.actor.brand();
    let ids: Vec<_> = part.messages.iter().map(|message| message.id).collect();
    let mut read = judgement::of(brand, &ids, tx).await?;
    let theirs: Vec<_> = part.messages.iter().filter(|m| read.contains_key(&m.id)).collect();
    let why = judgement::why(brand, &theirs, tx).await?;
    let both = why.into_iter().filter_map(|(id, weighed)| Some((id, (read.remove(&id)?, weighed))));
    Ok(both.collect())
}

async fn post_about(
    here: &InBrand,
    conversation: &Conversation,
    tx: &mut Tx,
) -> Result<Option<(Id<Post>, Option<AttachedMedia>)>, Refusal> {
    let Some(publication) = conversation.about.publication else { return Ok(None) };
    let publication = Publication::load(publication, &here.actor, tx).await;
    Ok(publication.ok().and_then(|publication| match publication.purpose {
        Purpose::Post { post, .. } => {
            Some((post.cast(), publication.content.media.into_iter().next()))
        }
        Purpose::Reply { .. } => None,
    }))
}
