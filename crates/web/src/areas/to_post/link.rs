//! The same screen from the link of a letter: this post and nothing else, without a password.
//! Looking changes nothing: programs that guard letter boxes look too.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};
use platform::media::Media;
use platform::{Brand, Secret, Teammate};
use primitives::{Id, Language};
use publishing::by_hand::{Opened, Through};

use super::act::{self, Wish};
use super::files as archive;
use super::load::{self, Place};
use super::view::ToPostPage;
use crate::areas::media::Wanted;
use crate::parts::link_button;
use crate::security::Visitor;
use crate::{Form, Frame, House, Page, Refusal, Shape, Width, guest, page_samples};

/// The screen, or a word for who comes too late.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    match open(&house, &visitor, &token).await? {
        Through::Open(opened) => {
            let (frame, page) = page(&house, &visitor, &token, *opened, Form::empty()).await?;
            Ok(guest::show(&frame, StatusCode::OK, &page))
        }
        Through::Over { brand, teammate } => {
            let mut tx = house.database().read().await?;
            let found = Brand::for_system(brand, &mut tx).await?;
            let (brand, _) = found.ok_or(Refusal::NotFound)?;
            let language = language_of(teammate, &brand, &mut tx).await?;
            let frame = guest::frame(&house, &visitor, &brand, language, base(&token));
            let to = format!("/b/{}/to-post", brand.slug);
            Ok(guest::show(&frame, StatusCode::OK, &EndedPage { to }))
        }
    }
}

/// All its files.
pub async fn files(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let opened = opened(&house, &visitor, &token).await?;
    let media = &opened.hand.publication.content.media;
    Ok(guest::private(archive::all(&house.kit.media, media).await?))
}

/// One of its pictures or films.
pub async fn media(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, id)): Path<(String, Id<Media>)>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let opened = opened(&house, &visitor, &token).await?;
    let carried = &opened.hand.publication.content.media;
    if !carried.iter().any(|one| one.media == id) {
        return Err(Refusal::NotFound);
    }
    let mut tx = house.database().read().await?;
    let media = Media::find(id, &opened.actor, &mut tx).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    let answer = crate::areas::media::picture(&house.kit.media, &media, &wanted, &headers).await?;
    Ok(guest::private(answer))
}

/// Takes the word that it is there.
pub async fn posted(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::Posted, house, visitor, token, form).await
}

/// Puts it off.
pub async fn snooze(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::Snooze, house, visitor, token, form).await
}

/// Hands it over.
pub async fn reassign(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::Reassign, house, visitor, token, form).await
}

/// Gives it up.
pub async fn give_up(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    wish(Wish::GiveUp, house, visitor, token, form).await
}

async fn wish(
    wish: Wish,
    house: House,
    visitor: Visitor,
    token: String,
    form: Form,
) -> Result<Response, Refusal> {
    let opened = opened(&house, &visitor, &token).await?;
    house.limits.try_as(visitor.address, &format!("to-post:{}", opened.link.id))?;
    let id = opened.hand.publication.id;
    let mut tx = house.database().begin().await?;
    let connectors = &house.kit.connectors;
    let done = act::act(wish, id, &form, connectors, &opened.actor, &mut tx).await;
    match done {
        Ok(did) => {
            opened.link.use_up(&mut tx).await?;
            tx.commit().await?;
            let (frame, _) = page(&house, &visitor, &token, opened, form).await?;
            Ok(guest::private(did.go(base(&token), &frame.words)))
        }
        Err(error) => {
            drop(tx);
            let (frame, mut page) = page(&house, &visitor, &token, opened, form).await?;
            page.asks = act::refuse(&mut page.form, error, &frame.words)?;
            Ok(guest::show(&frame, StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

fn base(token: &str) -> String {
    format!("/to-post/{token}")
}

async fn open(house: &House, visitor: &Visitor, token: &str) -> Result<Through, Refusal> {
    let mut tx = house.database().read().await?;
    let through = Opened::by(&Secret::received(token), &mut tx).await?;
    through.ok_or_else(|| guest::refuse(house, visitor))
}

/// What still opens; the rest is like an address that is none.
async fn opened(house: &House, visitor: &Visitor, token: &str) -> Result<Opened, Refusal> {
    match open(house, visitor, token).await? {
        Through::Open(opened) => Ok(*opened),
        Through::Over { .. } => Err(Refusal::Stale),
    }
}

async fn language_of(
    teammate: Id<Teammate>,
    brand: &Brand,
    tx: &mut database::Tx,
) -> Result<Language, Refusal> {
    Ok(Teammate::by_id(teammate, tx).await?.map_or(brand.language, |one| one.language))
}

async fn page(
    house: &House,
    visitor: &Visitor,
    token: &str,
    opened: Opened,
    form: Form,
) -> Result<(Frame, ToPostPage), Refusal> {
    let mut tx = house.database().read().await?;
    let found = Brand::for_system(opened.link.brand, &mut tx).await?;
    let (brand, _) = found.ok_or(Refusal::NotFound)?;
    let language = match opened.actor.teammate_id() {
        Some(id) => language_of(id, &brand, &mut tx).await?,
        None => brand.language,
    };
    let base = base(token);
    let place = Place { media: format!("{base}/media"), base: base.clone(), guest: true };
    let page = load::page(opened.hand, place, form, &brand, &opened.actor, house, &mut tx).await?;
    Ok((guest::frame(house, visitor, &brand, language, base), page))
}

/// What a link that opens nothing any more leads to.
pub struct EndedPage {
    to: String,
}

impl Page for EndedPage {
    fn samples() -> Vec<Self> {
        vec![Self { to: "/b/le-fournil-de-louise/to-post".to_owned() }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("to-post-ended-title")
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.card.stack {
                h1 { (self.title(frame)) }
                p { (words.t("to-post-ended-lead")) }
                div.row { (link_button(&words.t("to-post-ended-go"), &self.to, "button-primary")) }
            }
        }
    }
}

page_samples!(EndedPage);
