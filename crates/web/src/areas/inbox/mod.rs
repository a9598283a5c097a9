//! The inbox: what people say to the brand, and the answers.

mod acts;
mod answers;
mod asked;
mod bulk;
mod care;
mod files;
mod filing;
mod heard;
mod judgement;
mod labels;
mod list;
mod merge;
mod notes;
mod one;
mod presence;
mod ready;
mod reply;
mod state;
mod view;
mod views;

use axum::response::Response;
use conversations::{ActError, Conversation, ConversationError, LabelError, NoteError};

use primitives::Id;

use crate::route::Routes;
use crate::{Form, InBrand, Refusal};

/// The routes.
pub fn routes() -> Routes {
    const ONE: &str = "/b/{brand}/inbox/{conversation}";
    Routes::new()
        .get("/b/{brand}/inbox", list::get)
        .get("/b/{brand}/inbox/pulse", presence::pulse)
        .get("/b/{brand}/inbox/heard", heard::get)
        .post("/b/{brand}/inbox/heard", heard::post)
        .post("/b/{brand}/inbox/bulk", bulk::post)
        .post("/b/{brand}/inbox/changes/{at}/end", state::undo)
        .get("/b/{brand}/inbox/labels", labels::get)
        .post("/b/{brand}/inbox/labels", labels::post)
        .post("/b/{brand}/inbox/labels/{label}", labels::change)
        .post("/b/{brand}/inbox/labels/{label}/end", labels::end)
        .post("/b/{brand}/inbox/views", views::post)
        .post("/b/{brand}/inbox/views/{view}/end", views::end)
        .post("/b/{brand}/inbox/notes/{note}/end", notes::end)
        .get(ONE, one::get)
        .upload("/b/{brand}/inbox/{conversation}/replies", reply::post)
        .post("/b/{brand}/inbox/{conversation}/replies/count", reply::count)
        .post("/b/{brand}/inbox/{conversation}/notes", notes::post)
        .post("/b/{brand}/inbox/{conversation}/assignee", care::assign)
        .post("/b/{brand}/inbox/{conversation}/priority", care::prioritise)
        .post("/b/{brand}/inbox/{conversation}/labels", care::label)
        .post("/b/{brand}/inbox/{conversation}/resolution", state::resolve)
        .post("/b/{brand}/inbox/{conversation}/resolution/end", state::reopen)
        .post("/b/{brand}/inbox/{conversation}/pending", state::pending)
        .post("/b/{brand}/inbox/{conversation}/snooze", state::snooze)
        .post("/b/{brand}/inbox/{conversation}/reading", state::read)
        .post("/b/{brand}/inbox/{conversation}/reading/end", state::unread)
        .post("/b/{brand}/inbox/{conversation}/presence", presence::post)
        .post("/b/{brand}/inbox/{conversation}/presence/end", presence::end)
        .post("/b/{brand}/inbox/{conversation}/merge", merge::merge)
        .post("/b/{brand}/inbox/{conversation}/merge/end", merge::unmerge)
        .post("/b/{brand}/inbox/{conversation}/takes/{other}", merge::takes)
        .post("/b/{brand}/inbox/{conversation}/messages/{message}/split", merge::split)
        .post("/b/{brand}/inbox/{conversation}/messages/{message}/acts", acts::post)
        .get("/b/{brand}/inbox/{conversation}/messages/{message}/pictures/{number}", acts::picture)
        .post("/b/{brand}/inbox/{conversation}/messages/{message}/judgement", judgement::post)
        .post("/b/{brand}/inbox/{conversation}/messages/{message}/judgement/end", judgement::end)
        .post("/b/{brand}/inbox/{conversation}/filing", filing::post)
        .post("/b/{brand}/inbox/{conversation}/filing/end", filing::end)
        .get("/b/{brand}/settings/corrections", judgement::list)
        .post("/b/{brand}/settings/corrections/{message}/end", judgement::withdraw)
        .get("/b/{brand}/inbox/{conversation}/messages/{message}/files/{number}", files::get)
}

impl From<ConversationError> for Refusal {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotFound
            | ConversationError::NoSuchTeammate
            | ConversationError::NoSuchLabel => Refusal::NotFound,
            ConversationError::InThePast => Refusal::Stale,
            ConversationError::NotAllowed(error) => error.into(),
            ConversationError::Database(error) => error.into(),
        }
    }
}

/// Opens a conversation with a draft in its composer.
pub async fn drafted(
    here: &InBrand,
    conversation: Id<Conversation>,
    text: String,
) -> Result<Response, Refusal> {
    let form = Form::empty().with("text", text);
    let (listed, opened) = one::open(here, conversation, &asked::Asked::default(), form).await?;
    Ok(here.show(&view::InboxPage::of_conversation(listed, opened)))
}

/// A label's refusal that no field can show.
fn of_label(error: LabelError) -> Refusal {
    match error {
        LabelError::NotFound => Refusal::NotFound,
        LabelError::NotAllowed(error) => error.into(),
        LabelError::Database(error) => error.into(),
        other => Refusal::fault(other),
    }
}

fn of_note(error: NoteError) -> Refusal {
    match error {
        NoteError::NotFound => Refusal::NotFound,
        NoteError::NotAllowed(error) => error.into(),
        NoteError::Database(error) => error.into(),
        other => Refusal::fault(other),
    }
}

fn of_act(error: ActError) -> Refusal {
    match error {
        ActError::NotFound => Refusal::NotFound,
        ActError::NotOffered | ActError::ChannelGone => Refusal::Stale,
        ActError::NotAllowed(error) => error.into(),
        ActError::Database(error) => error.into(),
    }
}
