//! What the link of a letter opens: one post to read, and two buttons. Looking changes nothing:
//! programs that guard letter boxes look too.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use channels::Channel;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::media::Media;
use platform::{Actor, Brand, Secret};
use primitives::Id;
use publishing::approval::{ApprovalError, Opened, Request, RequestState};
use publishing::comment::{Comment, CommentError};
use publishing::guard::{self, Finding};

use super::one::said;
use super::shown::{
    self, ShownPost, answer_form, picture_of, read_answer, shown_channels, state_badge, steps,
    wanted,
};
use crate::areas::checks::panel::to_read;
use crate::areas::posts::problems;
use crate::areas::together::thread::{Said, say_form, thread};
use crate::parts::{Tone, notice};
use crate::security::Visitor;
use crate::words::args;
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, guest, page_samples};

/// The post, and the two buttons.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let (frame, page) = load(&house, &visitor, &token, Form::empty()).await?;
    Ok(guest::show(&frame, StatusCode::OK, &page))
}

/// Takes the answer.
pub async fn post(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = house.database().begin().await?;
    let opened = Opened::by(&Secret::received(&token), &mut tx).await?;
    let Some(opened) = opened else { return Err(guest::refuse(&house, &visitor)) };
    house.limits.try_as(visitor.address, &format!("approve:{}", opened.link.id))?;
    let (field, key) =
        match opened.request.answer(read_answer(&form), &opened.speaker, &mut tx).await {
            Ok(request) => {
                opened.link.use_up(&mut tx).await?;
                tx.commit().await?;
                let go = Go::to(format!("/approve/{token}")).saying(said(&request));
                return Ok(guest::private(go));
            }
            Err(ApprovalError::SayWhat) => ("words", "approvals-say-what"),
            Err(ApprovalError::Changed) => ("", "approvals-changed"),
            Err(ApprovalError::Settled) => ("", "approvals-settled"),
            Err(ApprovalError::NotAsked) => ("", "approvals-not-asked"),
            Err(error) => return Err(error.into()),
        };
    drop(tx);
    let (frame, mut page) = load(&house, &visitor, &token, form).await?;
    page.form.refuse(field, frame.words.t(key));
    Ok(guest::show(&frame, StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// Says something of it.
pub async fn comment(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = house.database().begin().await?;
    let opened = Opened::by(&Secret::received(&token), &mut tx).await?;
    let Some(opened) = opened else { return Err(guest::refuse(&house, &visitor)) };
    house.limits.try_as(visitor.address, &format!("comment:{}", opened.link.id))?;
    match opened.comment(form.get("words"), &mut tx).await {
        Ok(_) | Err(CommentError::Empty) => {}
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    let go = Go::to(format!("/approve/{token}")).saying("together-said");
    Ok(guest::private(go))
}

/// A picture of the post.
pub async fn media(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, id)): Path<(String, Id<Media>)>,
    Query(wanted): Query<crate::areas::media::Wanted>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    let opened = Opened::by(&Secret::received(&token), &mut tx).await?;
    let Some(opened) = opened else { return Err(guest::refuse(&house, &visitor)) };
    drop(tx);
    let media = picture_of(&opened.post, id).ok_or(Refusal::NotFound)?;
    let answer = crate::areas::media::picture(&house.kit.media, media, &wanted, &headers).await?;
    Ok(guest::private(answer))
}

async fn load(
    house: &House,
    visitor: &Visitor,
    token: &str,
    form: Form,
) -> Result<(Frame, LetterPage), Refusal> {
    let mut tx = house.database().read().await?;
    let opened = Opened::by(&Secret::received(token), &mut tx).await?;
    let Some(opened) = opened else { return Err(guest::refuse(house, visitor)) };
    let found = Brand::for_system(opened.link.brand, &mut tx).await?;
    let (brand, system): (Brand, Actor) = found.ok_or(Refusal::NotFound)?;
    let channels = Channel::all(&system, &mut tx).await.map_err(problems::of_channel)?;
    let channels = shown_channels(&channels, &house.kit.connectors);
    let outside = opened.speaker.is_outside();
    let comments = Comment::of_post(opened.post.id, &system, &mut tx).await?;
    let comments = comments.into_iter().filter(|comment| comment.shared || !outside);
    // Someone who works here reads in their own language.
    let language = match opened.link.person.teammate {
        Some(id) => platform::Teammate::by_id(id, &mut tx).await?.map(|t| t.language),
        None => None,
    };
    let base = format!("/approve/{token}");
    let frame = guest::frame(house, visitor, &brand, language.unwrap_or(brand.language), base);
    let at = opened.request.wanted.as_ref().map(|wanted| wanted.at);
    let findings = guard::look(&opened.post, at, &system, &mut tx).await?;
    let page = LetterPage {
        findings,
        name: opened.link.person.name.clone(),
        key: opened.speaker.key(),
        comments: comments.map(Said::from).collect(),
        request: opened.request,
        shown: ShownPost::new(opened.post, &channels),
        now: tx.now(),
        form,
    };
    Ok((frame, page))
}

/// What the link of a letter opens.
pub struct LetterPage {
    name: String,
    key: String,
    request: Request,
    shown: ShownPost,
    /// What the checks say of it.
    findings: Vec<Finding>,
    comments: Vec<Said>,
    now: Timestamp,
    form: Form,
}

impl Page for LetterPage {
    fn samples() -> Vec<Self> {
        let page = |state, key: &str| Self {
            name: "Paul Duval".to_owned(),
            key: key.to_owned(),
            request: shown::sample_request(state),
            shown: ShownPost::sample(),
            findings: crate::areas::checks::panel::sample(),
            comments: vec![Said::sample()],
            now: "2026-11-23T08:00:00Z".parse().unwrap_or_default(),
            form: Form::empty(),
        };
        let mut refused = page(RequestState::Waiting, "karim");
        refused.form.refuse("words", "Dites ce qui est à changer.");
        let mut pages: Vec<_> = RequestState::ALL.iter().map(|s| page(*s, "karim")).collect();
        pages.push(refused);
        pages.push(page(RequestState::Waiting, "louise"));
        pages
    }

    fn title(&self, frame: &Frame) -> String {
        let waits = self.request.awaits(&self.key);
        frame.words.t(if waits { "approvals-letter-title" } else { "approvals-letter-done" })
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let request = &self.request;
        html! {
            div.stack.stack-lg {
                header.stack.stack-sm {
                    h1 { (self.title(frame)) }
                    p.page-lead { (words.tn("approvals-letter-lead", args![name => &self.name])) }
                    p { strong { (words.t("approvals-wanted-for")) } " " (wanted(words, request, Some(self.now))) }
                    @if !request.note.is_empty() { p.card.card-quiet.pre { (request.note) } }
                }
                @if let Some(error) = self.form.error("") { (notice(Tone::Warning, error, html! {})) }
                (self.shown.previews(frame))
                @if request.awaits(&self.key) {
                    (to_read(frame, &self.findings, &self.shown.channels))
                    div.card { (answer_form(frame, &frame.url(""), request, &self.form)) }
                } @else {
                    div.card.stack { (state_badge(words, request)) (steps(frame, request)) }
                }
                section.stack aria-labelledby="comments" {
                    h2 id="comments" { (words.t("together-comments")) }
                    (thread(frame, &self.comments, None))
                    (say_form(frame, &frame.url("comments"), &Form::empty(), None))
                }
            }
        }
    }
}

page_samples!(LetterPage);
