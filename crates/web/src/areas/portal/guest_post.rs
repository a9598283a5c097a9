//! One post, as a client reads it, with what they may say of it.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};
use platform::media::Media;
use primitives::Id;
use publishing::Post;
use publishing::approval::{ApprovalError, Request, RequestState};
use publishing::comment::CommentError;
use publishing::portal::GuestError;

use super::guest_page::{opened, planned};
use crate::areas::approvals::shown::{
    ShownPost, answer_form, picture_of, read_answer, sample_request, shown_channels,
};
use crate::areas::together::thread::{Said, say_form, thread};
use crate::parts::{Tone, badge, notice};
use crate::security::Visitor;
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, guest, page_samples};

type OfPost = Path<(String, Id<Post>)>;

/// The post.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, id)): OfPost,
) -> Result<Response, Refusal> {
    let (frame, page) = load(&house, &visitor, &token, id, Form::empty()).await?;
    Ok(guest::show(&frame, StatusCode::OK, &page))
}

/// Agrees, or asks for changes.
pub async fn answer(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, id)): OfPost,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = house.database().begin().await?;
    let (guest, _) = opened(&house, &visitor, &token, &mut tx).await?;
    house.limits.try_as(visitor.address, &format!("portal:{}:{id}", guest.link.id))?;
    let (field, key) = match guest.answer(id, read_answer(&form), &mut tx).await {
        Ok(request) => {
            tx.commit().await?;
            let said = match request.state {
                RequestState::Refused => "approvals-said-refused",
                _ => "portal-thanks",
            };
            return Ok(guest::private(Go::to(format!("/portal/{token}")).saying(said)));
        }
        Err(GuestError::Approval(ApprovalError::SayWhat)) => ("words", "approvals-say-what"),
        Err(GuestError::Approval(ApprovalError::Changed)) => ("", "approvals-changed"),
        Err(GuestError::Approval(ApprovalError::Settled)) => ("", "approvals-settled"),
        Err(GuestError::Approval(ApprovalError::NotAsked)) => ("", "approvals-not-asked"),
        Err(error) => return Err(error.into()),
    };
    drop(tx);
    let (frame, mut page) = load(&house, &visitor, &token, id, form).await?;
    page.form.refuse(field, frame.words.t(key));
    Ok(guest::show(&frame, StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// Says something.
pub async fn comment(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, id)): OfPost,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = house.database().begin().await?;
    let (guest, _) = opened(&house, &visitor, &token, &mut tx).await?;
    house.limits.try_as(visitor.address, &format!("comment:{}:{id}", guest.link.id))?;
    let to = format!("/portal/{token}/posts/{id}");
    match guest.comment(id, form.get("words"), &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(guest::private(Go::to(to).saying("together-said")))
        }
        Err(GuestError::Comment(CommentError::Empty)) => Ok(guest::private(Go::to(to))),
        Err(error) => Err(error.into()),
    }
}

/// A picture of a post in their sight.
pub async fn media(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, id)): Path<(String, Id<Media>)>,
    Query(wanted): Query<crate::areas::media::Wanted>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    let (guest, _) = opened(&house, &visitor, &token, &mut tx).await?;
    let planned = guest.planned(&mut tx).await?;
    drop(tx);
    let media = planned.iter().find_map(|planned| picture_of(&planned.post, id));
    let media = media.ok_or(Refusal::NotFound)?;
    let answer = crate::areas::media::picture(&house.kit.media, media, &wanted, &headers).await?;
    Ok(guest::private(answer))
}

async fn load(
    house: &House,
    visitor: &Visitor,
    token: &str,
    id: Id<Post>,
    form: Form,
) -> Result<(Frame, GuestPostPage), Refusal> {
    let mut tx = house.database().read().await?;
    let (guest, frame) = opened(house, visitor, token, &mut tx).await?;
    let planned = guest.post(id, &mut tx).await?;
    let comments = guest.comments(id, &mut tx).await?;
    let channels = guest.channels(&mut tx).await?;
    let channels = shown_channels(&channels, &house.kit.connectors);
    let page = GuestPostPage {
        at: planned.at,
        awaits_me: planned.awaits_me,
        request: planned.request,
        shown: ShownPost::new(planned.post, &channels),
        comments: comments.into_iter().map(Said::from).collect(),
        may_comment: guest.portal.may_comment,
        form,
    };
    Ok((frame, page))
}

/// One post, as a client reads it.
pub struct GuestPostPage {
    shown: ShownPost,
    at: Option<jiff::Timestamp>,
    request: Option<Request>,
    awaits_me: bool,
    comments: Vec<Said>,
    may_comment: bool,
    form: Form,
}

impl Page for GuestPostPage {
    fn samples() -> Vec<Self> {
        let page = |awaits_me, may_comment| Self {
            shown: ShownPost::sample(),
            at: "2026-11-24T08:00:00Z".parse().ok(),
            request: Some(sample_request(RequestState::Waiting)),
            awaits_me,
            comments: vec![Said::sample()],
            may_comment,
            form: Form::empty(),
        };
        let mut refused = page(true, true);
        refused.form.refuse("", "Le texte a changé.");
        vec![refused, page(false, false), Self { request: None, at: None, ..page(false, true) }]
    }

    fn title(&self, frame: &Frame) -> String {
        self.shown.title(&frame.words)
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let base = format!("posts/{}", self.shown.post.id);
        html! {
            div.stack.stack-lg {
                header.stack.stack-sm {
                    p { a href=(frame.url("")) { (words.t("portal-back")) } }
                    h1 { (self.title(frame)) }
                    p.page-lead {
                        @match self.at { Some(at) => (words.moment(at)), None => (words.t("approvals-no-time")) }
                        " "
                        @if self.awaits_me { (badge(&words.t("portal-awaits-you"), "warning")) }
                        @else if self.request.is_some() { (badge(&words.t("portal-in-review"), "")) }
                        @else { (planned(words, self.at)) }
                    }
                }
                @if let Some(error) = self.form.error("") { (notice(Tone::Warning, error, html! {})) }
                (self.shown.previews(frame))
                @if self.awaits_me && let Some(request) = &self.request {
                    div.card { (answer_form(frame, &frame.url(&format!("{base}/answer")), request, &self.form)) }
                }
                section.stack aria-labelledby="comments" {
                    h2 id="comments" { (words.t("together-comments")) }
                    (thread(frame, &self.comments, None))
                    @if self.may_comment { (say_form(frame, &frame.url(&format!("{base}/comments")), &Form::empty(), None)) }
                }
            }
        }
    }
}

page_samples!(GuestPostPage);
