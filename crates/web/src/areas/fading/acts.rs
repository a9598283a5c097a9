//! Relaunching: one press prepares a reply or a post; nothing leaves before someone sends it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::{Channel, Poll};
use conversations::Conversation;
use conversations::fading::{Fading, TookPart, Way};
use database::Tx;
use platform::Right;
use primitives::{Id, Language};
use publishing::Post;
use publishing::post::{Edit, Extras, PostSource};

use crate::words::args;
use crate::{Form, InBrand, Refusal, Words};

type Place = Path<(String, Id<Fading>)>;

/// How long a poll is open, in minutes.
const POLL_MINUTES: u32 = 24 * 60;

/// Prepares the relaunch, and opens what was prepared.
pub async fn relaunch(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let way: Way = form.get("way").parse().map_err(|_| Refusal::Malformed)?;
    let mut tx = here.begin().await?;
    let fading = Fading::load(id, &here.actor, &mut tx).await?;
    let channel = fading.channel(&here.actor, &mut tx).await?;
    let people = fading.took_part(&here.actor, &mut tx).await?;
    let first = people.first();
    let polls = way == Way::Poll && fading.publication.is_some() && channel.limits.poll.is_some();
    match first.filter(|_| !polls) {
        Some(first) => in_conversation(here, &fading, way, first, tx).await,
        None => as_post(here, &fading, way, &channel, tx).await,
    }
}

/// A reply, in the composer of the conversation.
async fn in_conversation(
    here: InBrand,
    fading: &Fading,
    way: Way,
    first: &TookPart,
    mut tx: Tx,
) -> Result<Response, Refusal> {
    let conversation = Conversation::load(first.conversation, &here.actor, &mut tx).await?;
    let language = match conversation.language.as_deref() {
        Some("fr") => Language::Fr,
        Some("en") => Language::En,
        _ => here.brand.language,
    };
    let words = Words::new(language);
    let name = first.name.split(' ').next().unwrap_or_default();
    let subject = if fading.publication.is_some() { "post" } else { "conversation" };
    let text = words.tn(&format!("fading-draft-{subject}-{way}"), args![name => name]);
    fading.relaunch(way, None, &here.actor, &mut tx).await?;
    tx.commit().await?;
    crate::areas::inbox::drafted(&here, conversation.id, text).await
}

/// A draft of a post.
async fn as_post(
    here: InBrand,
    fading: &Fading,
    way: Way,
    channel: &Channel,
    mut tx: Tx,
) -> Result<Response, Refusal> {
    let words = Words::new(here.brand.language);
    let about = primitives::text::shorten(&fading.words, 80).into_owned();
    let text = words.tn(&format!("fading-post-{way}"), args![about => about]);
    let poll = channel.limits.poll.filter(|_| way == Way::Poll).map(|limits| Poll {
        choices: vec![words.t("fading-poll-yes"), words.t("fading-poll-no")],
        minutes: POLL_MINUTES.clamp(limits.min_minutes, limits.max_minutes),
        several: false,
    });
    let edit = Edit {
        text,
        variants: vec![(channel.id, None).into()],
        extras: Extras { poll, ..Extras::default() },
        ..Edit::default()
    };
    let post = Post::begin(edit, PostSource::Written, &here.actor, &mut tx).await;
    let post = post.map_err(Refusal::fault)?;
    fading.relaunch(way, Some(post.id.cast()), &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("posts/{}", post.id)).saying("fading-drafted").into_response())
}

/// Sets it aside, with a way back.
pub async fn dismiss(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let fading = Fading::load(id, &here.actor, &mut tx).await?;
    fading.dismiss(form.get("reason"), &here.actor, &mut tx).await?;
    tx.commit().await?;
    let back = here.url(&format!("fading/{id}/dismissal/end"));
    Ok(here.go("fading").saying("fading-dismissed").undo(back).into_response())
}

/// Proposes it again.
pub async fn propose_again(here: InBrand, Path((_brand, id)): Place) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let fading = Fading::load(id, &here.actor, &mut tx).await?;
    fading.propose_again(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("fading").saying("fading-proposed-again").into_response())
}
