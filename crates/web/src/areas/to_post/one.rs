//! The screen of one post, for someone who is signed in.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Publication;
use primitives::Id;
use publishing::by_hand::ByHand;

use super::act::{self, Wish};
use super::files as archive;
use super::load::{self, Place};
use super::view::ToPostPage;
use crate::{Form, InBrand, Refusal};

type AtPublication = Path<(String, Id<Publication>)>;

/// The screen.
pub async fn get(here: InBrand, Path((_brand, id)): AtPublication) -> Result<Response, Refusal> {
    Ok(here.show(&page(&here, id, Form::empty()).await?))
}

async fn page(here: &InBrand, id: Id<Publication>, form: Form) -> Result<ToPostPage, Refusal> {
    let mut tx = here.read().await?;
    let hand = ByHand::load(id, &here.actor, &mut tx).await?;
    let next = load::next(&hand, &here.actor, here.words(), &mut tx).await?;
    let place =
        Place { base: here.url(&format!("to-post/{id}")), media: here.url("media"), guest: false };
    let page = load::page(hand, place, form, &here.brand, &here.actor, &here.house, &mut tx);
    Ok(ToPostPage { next, ..page.await? })
}

/// All its files.
pub async fn files(here: InBrand, Path((_brand, id)): AtPublication) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let hand = ByHand::load(id, &here.actor, &mut tx).await?;
    drop(tx);
    archive::all(&here.house.kit.media, &hand.publication.content.media).await
}

/// Takes the word that it is there.
pub async fn posted(
    here: InBrand,
    Path((_brand, id)): AtPublication,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::Posted, here, id, form).await
}

/// Puts it off.
pub async fn snooze(
    here: InBrand,
    Path((_brand, id)): AtPublication,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::Snooze, here, id, form).await
}

/// Hands it over.
pub async fn reassign(
    here: InBrand,
    Path((_brand, id)): AtPublication,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::Reassign, here, id, form).await
}

/// Gives it up.
pub async fn give_up(
    here: InBrand,
    Path((_brand, id)): AtPublication,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::GiveUp, here, id, form).await
}

async fn wish(
    wish: Wish,
    here: InBrand,
    id: Id<Publication>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let connectors = &here.house.kit.connectors;
    let done = act::act(wish, id, &form, connectors, &here.actor, &mut tx).await;
    match done {
        Ok(did) => {
            tx.commit().await?;
            let to = here.url(&format!("to-post/{id}"));
            Ok(did.go(to, here.words()).into_response())
        }
        Err(error) => {
            drop(tx);
            let asks = act::refuse(&mut form, error, here.words())?;
            let page = page(&here, id, form).await?;
            Ok(here.refused(&ToPostPage { asks, ..page }))
        }
    }
}
