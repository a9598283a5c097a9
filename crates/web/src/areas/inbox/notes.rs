//! What teammates say among themselves.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::{Conversation, Note, NoteError};
use primitives::Id;

use super::asked::Asked;
use super::one::open;
use super::view::InboxPage;
use crate::{Form, InBrand, Refusal};

/// Says something.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let words = match conversation.note(form.get("note"), &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            let go = here.go(&format!("inbox/{id}{}", asked.query()));
            return Ok(go.saying("inbox-noted").into_response());
        }
        Err(NoteError::Empty) => here.words().t("inbox-note-empty"),
        Err(NoteError::TooLong) => here.words().t("inbox-note-too-long"),
        Err(other) => return Err(super::of_note(other)),
    };
    drop(tx);
    form.refuse("note", words);
    let (listed, opened) = open(&here, id, &asked, form).await?;
    Ok(here.refused(&InboxPage::of_conversation(listed, opened)))
}

/// Takes one away.
pub async fn end(
    here: InBrand,
    Path((_brand, note)): Path<(String, Id<Note>)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let note = Note::load(note, &here.actor, &mut tx).await.map_err(super::of_note)?;
    note.remove(&here.actor, &mut tx).await.map_err(super::of_note)?;
    tx.commit().await?;
    let go = here.go(&format!("inbox/{}{}", note.conversation, asked.query()));
    Ok(go.saying("inbox-note-removed").into_response())
}
