//! Where a conversation is put: done with, theirs to write, put aside, taken up again, unread.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::{Conversation, SnoozeUntil};
use http::StatusCode;
use jiff::Timestamp;
use primitives::Id;

use super::asked::Asked;
use crate::{Form, InBrand, Refusal};

type Place = Path<(String, Id<Conversation>)>;

/// Where the undo of what was done at an instant is.
pub fn undo_of(here: &InBrand, at: Timestamp, asked: &Asked) -> String {
    here.url(&format!("inbox/changes/{}/end{}", at.as_microsecond(), asked.query()))
}

/// Done with.
pub async fn resolve(
    here: InBrand,
    Path((_brand, id)): Place,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.resolve(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let undo = here.url(&format!("inbox/{id}/resolution/end"));
    let go = here.go(&format!("inbox{}", asked.query()));
    Ok(go.saying("inbox-resolved").undo(undo).into_response())
}

/// Taken up again.
pub async fn reopen(
    here: InBrand,
    Path((_brand, id)): Place,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.reopen(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let asked = Asked { tab: String::new(), ..asked };
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    Ok(go.saying("inbox-reopened").into_response())
}

/// The person is to write.
pub async fn pending(
    here: InBrand,
    Path((_brand, id)): Place,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.await_person(&here.actor, &mut tx).await?;
    let undo = undo_of(&here, tx.now(), &asked);
    tx.commit().await?;
    let go = here.go(&format!("inbox{}", asked.query()));
    Ok(go.saying("inbox-pending").undo(undo).into_response())
}

/// Put aside.
pub async fn snooze(
    here: InBrand,
    Path((_brand, id)): Place,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let Some(until) = until(&here, &form, tx.now()) else {
        let go = here.go(&format!("inbox/{id}{}", asked.query()));
        return Ok(go.saying("inbox-snooze-past").into_response());
    };
    conversation.snooze(until, &here.actor, &mut tx).await?;
    let undo = undo_of(&here, tx.now(), &asked);
    tx.commit().await?;
    let go = here.go(&format!("inbox{}", asked.query())).saying("inbox-snoozed");
    Ok(go.with("when", here.words().moment(until)).undo(undo).into_response())
}

/// The instant that a form chooses; none when it is past or says nothing.
pub fn until(here: &InBrand, form: &Form, now: Timestamp) -> Option<Timestamp> {
    let named = match form.get("until") {
        "" => form.get("at"),
        named => named,
    };
    let until = SnoozeUntil::named(named)?.instant(now, here.words().zone())?;
    (until > now).then_some(until)
}

/// Opened by someone: said by the page's script, once it is shown.
pub async fn read(here: InBrand, Path((_brand, id)): Place) -> Result<Response, Refusal> {
    mark(&here, id, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// To be looked at anew.
pub async fn unread(
    here: InBrand,
    Path((_brand, id)): Place,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    mark(&here, id, false).await?;
    let go = here.go(&format!("inbox{}", asked.query()));
    Ok(go.saying("inbox-marked-unread").into_response())
}

async fn mark(here: &InBrand, id: Id<Conversation>, read: bool) -> Result<(), Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    if conversation.unread == read {
        conversation.mark_read(read, &here.actor, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Takes back what was done at an instant.
pub async fn undo(
    here: InBrand,
    Path((_brand, at)): Path<(String, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let at = Timestamp::from_microsecond(at).map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    conversations::undo(at, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go(&format!("inbox{}", asked.query()));
    Ok(go.saying("inbox-undone").into_response())
}
