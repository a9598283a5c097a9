use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use channels::{AttachedMedia, Channel, Mode};
use conversations::{Conversation, Message, NewReply, ReplyError};
use maud::html;
use primitives::Id;

use super::asked::Asked;
use super::one::open;
use super::view::{InboxPage, counter};
use super::{answers, ready};
use crate::areas::media::{Sent, worded};
use crate::words::args;
use crate::{Form, InBrand, Refusal};

/// Answers. A refused answer comes back filled: nothing typed is lost.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    sent: Sent,
) -> Result<Response, Refusal> {
    let Sent { mut form, files } = sent;
    let mut media = kept_pictures(&here, &form).await?;
    for file in files {
        let name = file.name.clone();
        match file.receive(&here.house, &here.actor).await {
            Ok(picture) => {
                media.push(AttachedMedia::of(&picture, form.get("alt").trim().to_owned()));
            }
            Err(error) => {
                let words = worded(error, &name, here.words())?;
                form.refuse("text", words);
            }
        }
    }
    if form.is_refused() {
        return refused(&here, id, &asked, form, &media, None).await;
    }
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    if form.has("saved") {
        let form = ready::put_in(&here, &conversation, form, &mut tx).await?;
        drop(tx);
        let (listed, opened) = open(&here, id, &asked, keeping(form, &media)).await?;
        return Ok(here.show(&InboxPage::of_conversation(listed, opened)));
    }
    if form.has("use") {
        let (put, sends) = answers::put_in(&here, &conversation, form, &mut tx).await?;
        form = put;
        if !sends {
            drop(tx);
            let (listed, opened) = open(&here, id, &asked, keeping(form, &media)).await?;
            return Ok(here.show(&InboxPage::of_conversation(listed, opened)));
        }
    }
    let channel = Channel::load(conversation.channel, &here.actor, &mut tx).await;
    let to = last_of_theirs(&here, &conversation, &mut tx).await?;
    let private = match (form.has("private"), &channel, &to) {
        (true, Ok(channel), Some(to)) => to.privately(channel, &here.house.kit.connectors),
        _ => None,
    };
    if form.has("private") && private.is_none() {
        drop(tx);
        form.refuse("text", here.words().t("inbox-reply-not-privately"));
        return refused(&here, id, &asked, form, &media, None).await;
    }
    let new = NewReply {
        text: text_of(&form),
        media: media.clone(),
        private,
        seen: form.get("seen").parse().ok(),
        ..NewReply::default()
    };
    let error = match conversation.reply(new, &here.actor, &mut tx).await {
        Ok(_) => {
            ready::note_use(&here, &form, to.as_ref(), &mut tx).await?;
            answers::note_use(&here, &form, &mut tx).await?;
            match form.get("then") {
                "resolve" => drop(conversation.resolve(&here.actor, &mut tx).await?),
                "pending" => drop(conversation.await_person(&here.actor, &mut tx).await?),
                _ => {}
            }
            tx.commit().await?;
            let by_hand = channel.is_ok_and(|channel| channel.mode == Mode::Assisted);
            let said = if by_hand { "inbox-answered-by-hand" } else { "inbox-answered" };
            let go = here.go(&format!("inbox/{id}{}", asked.query()));
            return Ok(go.saying(said).into_response());
        }
        Err(error) => error,
    };
    drop(tx);
    let words = here.words();
    let mut meanwhile = None;
    let said = match error {
        ReplyError::Empty => words.t("inbox-reply-empty"),
        ReplyError::TooLong { used, most } => {
            let over = i64::try_from(used.saturating_sub(most)).unwrap_or(i64::MAX);
            words.tn("inbox-reply-too-long", args![over => over])
        }
        ReplyError::TooManyMedia { .. } => words.t("inbox-reply-too-many-pictures"),
        ReplyError::ChannelGone => words.t("inbox-reply-channel-gone"),
        ReplyError::NothingToAnswer => words.t("inbox-reply-nothing"),
        ReplyError::AnsweredMeanwhile { answer } => {
            meanwhile = Some(*answer);
            words.t("inbox-reply-meanwhile")
        }
        ReplyError::NotFound => return Err(Refusal::NotFound),
        ReplyError::NotAllowed(error) => return Err(error.into()),
        ReplyError::Database(error) => return Err(error.into()),
    };
    form.refuse("text", said);
    refused(&here, id, &asked, form, &media, meanwhile).await
}

async fn refused(
    here: &InBrand,
    id: Id<Conversation>,
    asked: &Asked,
    form: Form,
    media: &[AttachedMedia],
    meanwhile: Option<Message>,
) -> Result<Response, Refusal> {
    let (listed, mut opened) = open(here, id, asked, keeping(form, media)).await?;
    opened.meanwhile = meanwhile;
    Ok(here.refused(&InboxPage::of_conversation(listed, opened)))
}

/// The pictures that came with an answer that was refused.
/// Pictures that came are in the library: they are not asked for again.
fn keeping(form: Form, media: &[AttachedMedia]) -> Form {
    let form = form.without(&["kept"]);
    media.iter().fold(form, |form, picture| form.with("kept", picture.media.to_string()))
}

async fn kept_pictures(here: &InBrand, form: &Form) -> Result<Vec<AttachedMedia>, Refusal> {
    let mut kept = Vec::new();
    let mut tx = here.read().await?;
    for id in form.all("kept").filter_map(|id| id.parse().ok()) {
        if let Some(media) = platform::media::Media::find(id, &here.actor, &mut tx).await? {
            kept.push(AttachedMedia::of(&media, form.get("alt").trim().to_owned()));
        }
    }
    Ok(kept)
}

async fn last_of_theirs(
    here: &InBrand,
    conversation: &Conversation,
    tx: &mut database::Tx,
) -> Result<Option<Message>, Refusal> {
    let page = conversation.messages(None, 100, &here.actor, tx).await?;
    Ok(page.messages.into_iter().rev().find(|message| message.person.is_some()))
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
