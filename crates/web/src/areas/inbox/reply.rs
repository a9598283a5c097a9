use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::{Conversation, NewReply, ReplyError};
use maud::html;
use primitives::Id;

use super::list::Asked;
use super::one::open;
use super::view::{InboxPage, counter};
use crate::words::args;
use crate::{Form, InBrand, Refusal};

/// Answers. A refused answer comes back filled: nothing typed is lost.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let new = NewReply { text: text_of(&form), ..NewReply::default() };
    let error = match conversation.reply(new, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            let go = here.go(&format!("inbox/{id}"));
            return Ok(go.saying("inbox-answered").into_response());
        }
        Err(error) => error,
    };
    drop(tx);
    let words = here.words();
    let said = match error {
        ReplyError::Empty => words.t("inbox-reply-empty"),
        ReplyError::TooLong { used, most } => {
            let over = i64::try_from(used.saturating_sub(most)).unwrap_or(i64::MAX);
            words.tn("inbox-reply-too-long", args![over => over])
        }
        ReplyError::TooManyMedia { .. } => words.t("inbox-reply-too-many-pictures"),
        ReplyError::ChannelGone => words.t("inbox-reply-channel-gone"),
        ReplyError::NothingToAnswer => words.t("inbox-reply-nothing"),
        ReplyError::AnsweredMeanwhile { .. } => words.t("inbox-reply-meanwhile"),
        ReplyError::NotFound => return Err(Refusal::NotFound),
        ReplyError::NotAllowed(error) => return Err(error.into()),
        ReplyError::Database(error) => return Err(error.into()),
    };
    form.refuse("text", said);
    let (listed, opened) = open(&here, id, &asked, form).await?;
    Ok(here.refused(&InboxPage::of_conversation(listed, opened)))
}

/// How long the answer being written is, in the network's own count: a piece of the page.
pub async fn count(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let counted = conversation.count_reply(&text_of(&form), &here.actor, &mut tx).await;
    let count = counted.map_err(|_| Refusal::NotFound)?;
    Ok(html! { (counter(here.words(), count.used, count.max)) }.into_response())
}

fn text_of(form: &Form) -> String {
    form.get("text").replace("\r\n", "\n")
}
