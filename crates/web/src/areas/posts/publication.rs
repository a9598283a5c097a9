//! One publication's page, and what a person does to it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::publication::{
    ChangeError, DecideError, PersonSays, Publication, PublicationState, Purpose,
};
use maud::{Markup, html};
use primitives::Id;

use super::publication_card::{ShownPublication, names, sample_states};
use super::shown::headline;
use super::{preview, problems, steps};
use crate::parts::{Tone, crumbs, icon, notice, page_header_under};
use crate::words::args;
use crate::{Form, Frame, Go, InBrand, Page, Refusal, Shape, Width, page_samples};

type AtPublication = Path<(String, Id<Publication>)>;

/// The page.
pub async fn get(here: InBrand, Path((_brand, id)): AtPublication) -> Result<Response, Refusal> {
    Ok(here.show(&load(&here, id).await?))
}

async fn load(here: &InBrand, id: Id<Publication>) -> Result<PublicationPage, Refusal> {
    let mut tx = here.read().await?;
    let publication = Publication::load(id, &here.actor, &mut tx).await;
    let publication = publication.map_err(problems::of_load)?;
    let names = names(here, &mut tx).await?;
    let shown = ShownPublication::load(publication, &names, here, &mut tx).await?;
    Ok(PublicationPage { shown, error: None })
}

/// Keeps it back.
pub async fn hold(here: InBrand, Path((_brand, id)): AtPublication) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let mut publication =
        Publication::load(id, &here.actor, &mut tx).await.map_err(problems::of_load)?;
    publication.hold(&here.actor, &mut tx).await.map_err(problems::of_change)?;
    conversations::reply_settled(id, &mut tx).await?;
    tx.commit().await?;
    let undo = here.url(&format!("publications/{id}/hold/end"));
    Ok(back(&here, &publication).saying("publications-was-held").undo(undo).into_response())
}

/// Lets it go, or tries it again.
pub async fn release(
    here: InBrand,
    Path((_brand, id)): AtPublication,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let mut publication =
        Publication::load(id, &here.actor, &mut tx).await.map_err(problems::of_load)?;
    let failed = matches!(publication.state, PublicationState::Failed { .. });
    publishing::guard::release(&mut publication, &here.actor, &mut tx).await?;
    conversations::reply_settled(id, &mut tx).await?;
    tx.commit().await?;
    let said = if failed { "publications-was-retried" } else { "publications-was-released" };
    Ok(back(&here, &publication).saying(said).into_response())
}

/// Gives it up.
pub async fn cancel(here: InBrand, Path((_brand, id)): AtPublication) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let mut publication =
        Publication::load(id, &here.actor, &mut tx).await.map_err(problems::of_load)?;
    publication.cancel(&here.actor, &mut tx).await.map_err(problems::of_change)?;
    conversations::reply_settled(id, &mut tx).await?;
    tx.commit().await?;
    Ok(back(&here, &publication).saying("publications-was-cancelled").into_response())
}

/// Takes a person's word: `says` is `there` (with a link), `send` or `leave`.
pub async fn decide(
    here: InBrand,
    Path((_brand, id)): AtPublication,
    form: Form,
) -> Result<Response, Refusal> {
    let link = Some(form.get("link").trim().to_owned()).filter(|link| !link.is_empty());
    let (says, said) = match form.get("says") {
        "there" => (PersonSays::ItIsThere { url: link }, "publications-was-confirmed"),
        "send" => (PersonSays::SendIt, "publications-was-sent"),
        "leave" => (PersonSays::GiveUp, "publications-was-cancelled"),
        _ => return Err(Refusal::Malformed),
    };
    let mut tx = here.begin().await?;
    let mut publication =
        Publication::load(id, &here.actor, &mut tx).await.map_err(problems::of_load)?;
    match publication.decide(says, &here.actor, &mut tx).await {
        Ok(()) => {
            conversations::reply_settled(id, &mut tx).await?;
            publishing::by_hand::settled(&publication, &here.actor, &mut tx).await?;
            tx.commit().await?;
            Ok(back(&here, &publication).saying(said).into_response())
        }
        Err(error @ (DecideError::NotALink | DecideError::LinkNeeded)) => {
            drop(tx);
            let needed = matches!(error, DecideError::LinkNeeded);
            let key = if needed { "publications-link-needed" } else { "publications-not-a-link" };
            let mut page = load(&here, id).await?;
            page.error = Some(here.words().t(key));
            Ok(here.refused(&page))
        }
        Err(DecideError::Change(ChangeError::NotAllowed(error))) => Err(error.into()),
        Err(error) => Err(problems::of_decide(error)),
    }
}

/// After a change: the post it belongs to, or its own page.
fn back(here: &InBrand, publication: &Publication) -> Go {
    match publication.purpose {
        Purpose::Post { post, .. } => here.go(&format!("posts/{post}")),
        Purpose::Reply { conversation } => here.go(&format!("inbox/{conversation}")),
    }
}

/// One publication.
pub struct PublicationPage {
    shown: ShownPublication,
    error: Option<String>,
}

impl Page for PublicationPage {
    fn samples() -> Vec<Self> {
        let states = sample_states().into_iter().enumerate();
        let mut pages: Vec<_> = states
            .map(|(index, state)| Self {
                shown: ShownPublication::sample(state, index % 3),
                error: None,
            })
            .collect();
        pages[7].error = Some("Ce n’est pas une adresse.".to_owned());
        pages
    }

    fn title(&self, frame: &Frame) -> String {
        let words = &frame.words;
        let title = headline(&self.shown.publication.content.text, &words.t("posts-without-words"));
        words.tn(
            "publications-one",
            args![title => title, network => self.shown.channel.network.as_str()],
        )
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let publication = &self.shown.publication;
        let channel = &self.shown.channel;
        let content = &publication.content;
        let above = match publication.purpose {
            Purpose::Post { post, .. } => {
                (words.t("publications-the-post"), frame.url(&format!("posts/{post}")))
            }
            Purpose::Reply { conversation } => (
                words.t("publications-the-conversation"),
                frame.url(&format!("inbox/{conversation}")),
            ),
        };
        let crumbs = crumbs(
            frame,
            &[(&words.t("publications-title"), &frame.url("publications")), (&above.0, &above.1)],
        );
        html! {
            (page_header_under(crumbs, &self.title(frame), html! {}, self.shown.pills(frame)))
            div.columns {
                div.stack.stack-lg {
                    @if let Some(error) = &self.error { (notice(Tone::Danger, error, html! {})) }
                    div.stack { (self.shown.advice(frame)) }
                    @if let Some(url) = self.shown.permalink() {
                        div.row { a.button href=(url) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.tn("publications-see-on", args![network => channel.network.as_str()])) } }
                    }
                    (self.shown.parts(frame))
                    section.stack aria-labelledby="happened" {
                        h2 id="happened" { (words.t("publications-what-happened")) }
                        (steps::story(words, &self.shown.steps))
                    }
                }
                aside.stack aria-label=(words.t("publications-sent-text")) {
                    article.preview data-look="plain" {
                        div.preview-head { (channel.mark("")) div.preview-names { span.preview-name { (channel.name) } span.preview-handle { (channel.account()) } } }
                        p.preview-text { (preview::marked(&content.text, None)) }
                        @if !content.media.is_empty() {
                            div.preview-media data-count=(content.media.len()) {
                                @for media in &content.media {
                                    img src=(frame.url(&format!("media/{}?side=480", media.media))) alt=(media.alt_text) width=(media.width) height=(media.height);
                                }
                            }
                        }
                    }
                    div.card { dl.facts {
                        dt { (words.t("publications-fact-account")) } dd { (channel.account()) }
                        dt { (words.t("publications-fact-due")) } dd { (words.moment(publication.due_at)) }
                        dt { (words.t("publications-fact-attempts")) } dd { (words.number(publication.attempts)) }
                    } }
                }
            }
        }
    }
}

page_samples!(PublicationPage);
