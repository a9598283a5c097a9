//! What is done to a conversation: where it stands, whose it is, notes, acts at the network.

use axum::Json;
use axum::response::Response;
use channels::Act;
use conversations::{
    ActError, Conversation, ConversationError, Deed, DeedState, Label, LabelError, MergeError,
    Message, Note, NoteError, Priority, StateFilter,
};
use primitives::Id;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::one::with_person;
use super::shape::ConversationBody;
use crate::areas::api::shared::{At, Caller, Ident, Input, Kind, Listing, Moment, Problem, word};

word! {
    /// What is asked of the network.
    ActWord(Act);
    /// What came of it.
    ActStateWord(DeedState);
    /// Where a conversation is put.
    StandingWord(StateFilter);
    /// How urgent it is.
    UrgencyWord(Priority);
}

/// Where a conversation is put.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Standing)]
pub struct StandingBody {
    /// `open`, `pending` (the person is to write), `snoozed` or `resolved`.
    #[schema(inline)]
    state: StandingWord,
    /// When it comes back, for `snoozed`.
    until: Option<Moment>,
}

/// Put a conversation where it stands: open, waiting for the person, snoozed or resolved
#[utoipa::path(put, path = "/api/v1/conversations/{conversation}/standing", operation_id = "conversation_stand",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = StandingBody,
    responses((status = 200, description = "The conversation", body = ConversationBody)))]
pub async fn stand(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<StandingBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let actor = &caller.actor;
    let conversation = Conversation::load(id, actor, &mut tx).await?;
    let now = match (new.state.0, new.until) {
        (StateFilter::Open, _) => conversation.reopen(actor, &mut tx).await?,
        (StateFilter::Pending, _) => conversation.await_person(actor, &mut tx).await?,
        (StateFilter::Resolved, _) => conversation.resolve(actor, &mut tx).await?,
        (StateFilter::Snoozed, Some(until)) => {
            conversation.snooze(until.at(), actor, &mut tx).await?
        }
        (StateFilter::Snoozed, None) => return Err(Problem::field("until", "missing")),
        (StateFilter::All, _) => return Err(Problem::field("state", "out_of_range")),
    };
    let body = with_person(now, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Whose a conversation is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Assignee)]
pub struct AssigneeBody {
    /// The teammate, who may answer; null for nobody.
    teammate: Option<Ident>,
}

/// Give a conversation to a teammate, or to nobody
#[utoipa::path(put, path = "/api/v1/conversations/{conversation}/assignee", operation_id = "conversation_assign",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = AssigneeBody,
    responses((status = 200, description = "The conversation", body = ConversationBody)))]
pub async fn assign(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<AssigneeBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let to = new.teammate.map(Ident::of);
    let now = conversation.assign(to, &caller.actor, &mut tx).await?;
    let body = with_person(now, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// How urgent a conversation is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PriorityOf)]
pub struct PriorityBody {
    /// `low`, `normal`, `high` or `urgent`.
    priority: UrgencyWord,
}

/// Say how urgent a conversation is
#[utoipa::path(put, path = "/api/v1/conversations/{conversation}/priority", operation_id = "conversation_prioritise",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = PriorityBody,
    responses((status = 200, description = "The conversation", body = ConversationBody)))]
pub async fn prioritise(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<PriorityBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let now = conversation.prioritise(new.priority.0, &caller.actor, &mut tx).await?;
    let body = with_person(now, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// One of the brand’s labels.
#[derive(Serialize, ToSchema)]
#[schema(as = Label)]
pub struct LabelBody {
    id: Ident,
    name: String,
    #[schema(example = "#b3402a")]
    colour: String,
}

impl From<Label> for LabelBody {
    fn from(label: Label) -> Self {
        Self { id: label.id.into(), name: label.name, colour: label.colour }
    }
}

/// A label to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewLabel)]
pub struct NewLabelBody {
    #[schema(example = "Réclamation")]
    name: String,
    #[schema(example = "#b3402a")]
    colour: String,
}

/// The brand's labels
#[utoipa::path(get, path = "/api/v1/labels", operation_id = "labels", tag = "conversations",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "Every label, by name", body = Listing<LabelBody>)))]
pub async fn labels(caller: Caller) -> Result<Json<Listing<LabelBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Label::all(&caller.actor, &mut tx).await.map_err(of_label)?;
    Ok(Json(Listing { items: all.into_iter().map(LabelBody::from).collect(), next: None }))
}

/// Make a label
#[utoipa::path(post, path = "/api/v1/labels", operation_id = "label_make", tag = "conversations",
    security(("token" = ["conversations:write"])), request_body = NewLabelBody,
    responses((status = 201, description = "The label", body = LabelBody)))]
pub async fn make_label(
    caller: Caller,
    Input(new): Input<NewLabelBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let made = Label::make(&new.name, &new.colour, &caller.actor, &mut tx).await;
    let body = LabelBody::from(made.map_err(of_label)?);
    caller.created(tx, &body).await
}

fn of_label(error: LabelError) -> Problem {
    match error {
        LabelError::BadName => Problem::field("name", "out_of_range"),
        LabelError::BadColour => Problem::field("colour", "out_of_range"),
        LabelError::Taken => Problem::new(Kind::Conflict),
        LabelError::TooMany => Problem::new(Kind::State),
        LabelError::NotFound => Problem::not_found(),
        LabelError::NotAllowed(error) => error.into(),
        LabelError::Database(error) => error.into(),
    }
}

/// The labels of a conversation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LabelsOf)]
pub struct LabelsBody {
    /// All that it is to carry.
    labels: Vec<Ident>,
}

/// Say which labels a conversation carries
#[utoipa::path(put, path = "/api/v1/conversations/{conversation}/labels", operation_id = "conversation_label",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = LabelsBody,
    responses((status = 200, description = "What it carries now", body = Listing<LabelBody>)))]
pub async fn relabel(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<LabelsBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let actor = &caller.actor;
    let conversation = Conversation::load(id, actor, &mut tx).await?;
    let wanted: Vec<Id<Label>> = new.labels.into_iter().map(Ident::of).collect();
    for label in conversation.labels(actor, &mut tx).await? {
        if !wanted.contains(&label.id) {
            conversation.unlabel(label.id, actor, &mut tx).await?;
        }
    }
    for label in wanted {
        conversation.label(label, actor, &mut tx).await?;
    }
    let now = conversation.labels(actor, &mut tx).await?;
    let items: Vec<_> = now.into_iter().map(LabelBody::from).collect();
    caller.changed(tx, &Listing { items, next: None }).await
}

/// What a teammate says among colleagues; never sent.
#[derive(Serialize, ToSchema)]
#[schema(as = Note)]
pub struct NoteBody {
    id: Ident,
    /// Who says it.
    teammate: Option<Ident>,
    name: String,
    words: String,
    created_at: Moment,
}

impl From<Note> for NoteBody {
    fn from(note: Note) -> Self {
        Self {
            id: note.id.into(),
            teammate: note.teammate.map(Ident::from),
            name: note.name,
            words: note.words,
            created_at: note.created_at.into(),
        }
    }
}

/// A note to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewNote)]
pub struct NewNoteBody {
    /// The words; `@Name` tells a teammate.
    #[schema(example = "@Inès, c’est bien du seigle français ?")]
    words: String,
}

/// The internal notes of a conversation
#[utoipa::path(get, path = "/api/v1/conversations/{conversation}/notes", operation_id = "conversation_notes",
    tag = "conversations", security(("token" = ["conversations:read"])),
    params(("conversation" = Ident, Path, description = "The conversation")),
    responses((status = 200, description = "Oldest first", body = Listing<NoteBody>)))]
pub async fn notes(
    caller: Caller,
    At(id): At<Conversation>,
) -> Result<Json<Listing<NoteBody>>, Problem> {
    let mut tx = caller.read().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let notes = conversation.notes(&caller.actor, &mut tx).await.map_err(of_note)?;
    Ok(Json(Listing { items: notes.into_iter().map(NoteBody::from).collect(), next: None }))
}

/// Add an internal note to a conversation
#[utoipa::path(post, path = "/api/v1/conversations/{conversation}/notes", operation_id = "conversation_note",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = NewNoteBody,
    responses((status = 201, description = "The note", body = NoteBody)))]
pub async fn note(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<NewNoteBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let note = conversation.note(&new.words, &caller.actor, &mut tx).await.map_err(of_note)?;
    caller.created(tx, &NoteBody::from(note)).await
}

fn of_note(error: NoteError) -> Problem {
    match error {
        NoteError::Empty => Problem::field("words", "empty"),
        NoteError::TooLong => Problem::field("words", "out_of_range"),
        NoteError::NotFound => Problem::not_found(),
        NoteError::NotAllowed(error) => error.into(),
        NoteError::Database(error) => error.into(),
    }
}

/// What is asked of the network about a message.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAct)]
pub struct NewActBody {
    /// The message.
    message: Ident,
    /// `like`, `unlike`, `hide`, `unhide` or `delete`: what its network offers on it.
    #[schema(inline)]
    act: ActWord,
}

/// What was asked, and what came of it.
#[derive(Serialize, ToSchema)]
#[schema(as = Act)]
pub struct ActBody {
    id: Ident,
    message: Ident,
    act: ActWord,
    state: ActStateWord,
    /// Why it failed.
    reason: Option<String>,
    /// The network’s own words.
    detail: Option<String>,
    asked_at: Moment,
}

impl From<Deed> for ActBody {
    fn from(deed: Deed) -> Self {
        Self {
            id: deed.id.into(),
            message: deed.message.into(),
            act: deed.act.into(),
            state: deed.state.into(),
            reason: deed.reason,
            detail: deed.detail,
            asked_at: deed.asked_at.into(),
        }
    }
}

/// Ask the network to like, hide or delete a message
#[utoipa::path(post, path = "/api/v1/conversations/{conversation}/acts", operation_id = "conversation_act",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = NewActBody,
    responses((status = 201, description = "What was asked", body = ActBody)))]
pub async fn act(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<NewActBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let connectors = &caller.house.kit.connectors;
    let message: Id<Message> = new.message.of();
    let deed = conversation.act(message, new.act.0, connectors, &caller.actor, &mut tx).await;
    let deed = deed.map_err(|error| match error {
        ActError::NotFound => Problem::field("message", "no_such_message"),
        ActError::NotOffered => Problem::field("act", "not_offered"),
        ActError::ChannelGone => Problem::new(Kind::State).saying("api-channel-gone", &[]),
        ActError::NotAllowed(error) => error.into(),
        ActError::Database(error) => error.into(),
    })?;
    caller.created(tx, &ActBody::from(deed)).await
}

/// A conversation to take in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Merge)]
pub struct MergeBody {
    /// The one that leaves the lists.
    other: Ident,
}

/// Merge another conversation into this one
#[utoipa::path(post, path = "/api/v1/conversations/{conversation}/merge", operation_id = "conversation_merge",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = MergeBody,
    responses((status = 200, description = "The conversation, with the messages of both", body = ConversationBody)))]
pub async fn merge(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<MergeBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let now = conversation.merge(new.other.of(), &caller.actor, &mut tx).await;
    let body = with_person(now.map_err(of_merge)?, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Give a merged conversation its messages back
#[utoipa::path(delete, path = "/api/v1/conversations/{conversation}/merge", operation_id = "conversation_unmerge",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation that was merged")),
    responses((status = 200, description = "The conversation", body = ConversationBody)))]
pub async fn unmerge(caller: Caller, At(id): At<Conversation>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let now = conversation.unmerge(&caller.actor, &mut tx).await.map_err(of_merge)?;
    let body = with_person(now, &mut tx).await?;
    caller.changed(tx, &body).await
}

fn of_merge(error: MergeError) -> Problem {
    match error {
        MergeError::NotFound => ConversationError::NotFound.into(),
        MergeError::NotAlike | MergeError::NothingLeft | MergeError::NotMerged => {
            Problem::new(Kind::State)
        }
        MergeError::NotAllowed(error) => error.into(),
        MergeError::Database(error) => error.into(),
    }
}
