//! A conversation and its messages as they are read.

use channels::ItemKind;
use channels::publication::StateName;
use conversations::{
    Conversation, ConversationKind, ConversationState, Direction, Message, Person, Priority,
    StateWord as Standing,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::reading::{FeelingWord, HarmWord, IntentWord, JudgementBody};
use crate::areas::api::publications::StateWord;
use crate::areas::api::shared::{Ident, Moment, word};

word! {
    /// What began a conversation.
    ConversationKindWord(ConversationKind);
    /// Where a conversation stands.
    ConversationStateWord(Standing);
    /// How urgent a conversation is.
    PriorityWord(Priority);
    /// Which way a message goes.
    DirectionWord(Direction);
    /// What a message is.
    MessageKindWord(ItemKind);
}

/// A thread with one person on a channel, or the reactions to one piece.
#[derive(Serialize, ToSchema)]
#[schema(as = Conversation)]
pub struct ConversationBody {
    pub id: Ident,
    channel: Ident,
    kind: ConversationKindWord,
    /// Where it stands.
    state: ConversationStateWord,
    /// When it comes back, for one that is snoozed.
    snoozed_until: Option<Moment>,
    resolved_at: Option<Moment>,
    /// The teammate who resolved it.
    resolved_by: Option<Ident>,
    /// The teammate whose it is.
    assignee: Option<Ident>,
    priority: PriorityWord,
    /// Whether something of theirs came that nobody has opened.
    unread: bool,
    /// What they write in, as far as it is known.
    #[schema(example = "fr")]
    language: Option<String>,
    /// How the author of their last message feels; null where that is not known.
    feeling: Option<FeelingWord>,
    /// Whom their last message hurts: `insult`, `hate`, `threat`; null for nobody.
    harm: Option<HarmWord>,
    /// Whether their last message is spam.
    spam: bool,
    /// What their last message wants.
    intents: Vec<IntentWord>,
    /// With whom; for reactions, who reacted last.
    person: Option<PersonBody>,
    about: AboutBody,
    /// The beginning of its last message.
    preview: String,
    message_count: i64,
    last_message_at: Moment,
    /// Since when it waits for an answer; null when it does not.
    waiting_since: Option<Moment>,
    created_at: Moment,
}

/// Someone on a network.
#[derive(Serialize, ToSchema)]
#[schema(as = Person)]
pub struct PersonBody {
    id: Ident,
    #[schema(example = "camille.example")]
    handle: String,
    #[schema(example = "Camille Roux")]
    name: String,
    profile_url: Option<String>,
}

/// The piece that a conversation answers or reacts to.
#[derive(Serialize, ToSchema)]
#[schema(as = About)]
pub struct AboutBody {
    /// The publication, when the piece is one of Parvis’s.
    publication: Option<Ident>,
    url: Option<String>,
    text: Option<String>,
}

impl From<Person> for PersonBody {
    fn from(person: Person) -> Self {
        Self {
            id: person.identity.into(),
            handle: person.handle,
            name: person.name,
            profile_url: person.profile_url,
        }
    }
}

impl ConversationBody {
    /// A conversation, and who it is with.
    pub fn new(conversation: Conversation, person: Option<Person>) -> Self {
        let (resolved_at, resolved_by) = match conversation.state {
            ConversationState::Resolved { by, at } => (Some(at.into()), by.map(Ident::from)),
            _ => (None, None),
        };
        let snoozed_until = match conversation.state {
            ConversationState::Snoozed { until, .. } => Some(until.into()),
            _ => None,
        };
        Self {
            id: conversation.id.into(),
            channel: conversation.channel.into(),
            kind: conversation.kind.into(),
            state: conversation.state.word().into(),
            snoozed_until,
            resolved_at,
            resolved_by,
            assignee: conversation.assignee.map(Ident::from),
            priority: conversation.priority.into(),
            unread: conversation.unread,
            language: conversation.language,
            feeling: conversation.reading.feeling.map(FeelingWord::from),
            harm: conversation.reading.harm.map(HarmWord::from),
            spam: conversation.reading.spam,
            intents: conversation.reading.intents.into_iter().map(IntentWord::from).collect(),
            person: person.map(PersonBody::from),
            about: AboutBody {
                publication: conversation.about.publication.map(Ident::from),
                url: conversation.about.url,
                text: conversation.about.text,
            },
            preview: conversation.preview,
            message_count: conversation.message_count,
            last_message_at: conversation.last_message_at.into(),
            waiting_since: conversation.waiting_since.map(Moment::from),
            created_at: conversation.created_at.into(),
        }
    }
}

/// One thing said in a conversation, or one reaction.
#[derive(Serialize, ToSchema)]
#[schema(as = Message)]
pub struct MessageBody {
    id: Ident,
    direction: DirectionWord,
    kind: MessageKindWord,
    /// Who said it, for theirs.
    person: Option<PersonBody>,
    /// The teammate who wrote it, for ours; null when it was written at the network.
    teammate: Option<Ident>,
    text: String,
    url: Option<String>,
    /// How it is sent, for what was written in Parvis.
    publication: Option<Ident>,
    publication_state: Option<StateWord>,
    /// Why it failed, is held or needs a person.
    reason: Option<String>,
    pictures: Vec<PictureBody>,
    sent_at: Moment,
    /// How it is read, for theirs that have words.
    pub judgement: Option<JudgementBody>,
}

/// A picture of a message.
#[derive(Serialize, ToSchema)]
#[schema(as = Picture)]
pub struct PictureBody {
    /// Its address at the network; null for one of the brand’s.
    url: Option<String>,
    /// The brand’s picture; null for one at the network.
    media: Option<Ident>,
    alt_text: String,
}

impl From<Message> for MessageBody {
    fn from(message: Message) -> Self {
        let theirs = message.pictures.into_iter().map(|picture| PictureBody {
            url: Some(picture.url),
            media: None,
            alt_text: picture.alt_text,
        });
        let ours = message.media.into_iter().map(|media| PictureBody {
            url: None,
            media: Some(media.media.into()),
            alt_text: media.alt_text,
        });
        let sent = message.publication;
        let state = |state: StateName| StateWord::from(state);
        Self {
            id: message.id.into(),
            direction: message.direction.into(),
            kind: message.kind.into(),
            person: message.person.map(PersonBody::from),
            teammate: message.teammate.map(Ident::from),
            text: message.text,
            url: message.url,
            publication: sent.as_ref().map(|sent| sent.id.into()),
            publication_state: sent.as_ref().map(|sent| state(sent.state)),
            reason: sent.and_then(|sent| sent.reason),
            pictures: theirs.chain(ours).collect(),
            sent_at: message.sent_at.into(),
            judgement: None,
        }
    }
}
