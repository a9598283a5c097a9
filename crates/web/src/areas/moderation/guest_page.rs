//! The statement of reasons as its author reads it, by the link; and their complaint.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use conversations::moderation::{Complaint, ComplaintError, ComplaintState, OpenStatement};
use http::StatusCode;
use maud::{Markup, html};
use platform::Secret;

use super::samples::{sample_complaint, sample_ruling};
use super::shown::ground_line;
use super::statement::{parts, redress, shown};
use crate::parts::{Field, Tone, csrf, error_summary, notice, submit};
use crate::security::Visitor;
use crate::words::args;
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, guest, page_samples};

/// The statement that a token opens, with the frame of its pages.
async fn opened(
    house: &House,
    visitor: &Visitor,
    token: &str,
    tx: &mut database::Tx,
) -> Result<(OpenStatement, Frame), Refusal> {
    let open = OpenStatement::by(&Secret::received(token), tx).await?;
    let open = open.ok_or_else(|| guest::refuse(house, visitor))?;
    let language = open.says.ruling.language;
    let frame = guest::frame(house, visitor, &open.brand, language, format!("/statement/{token}"));
    Ok((open, frame))
}

/// Shows it.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    let (open, frame) = opened(&house, &visitor, &token, &mut tx).await?;
    let now = tx.now();
    drop(tx);
    guest::note_seen(&house, &open.link, now).await?;
    let page = StatementPage::of(&open, &frame, now, Form::empty());
    Ok(guest::show(&frame, StatusCode::OK, &page))
}

/// Takes a complaint.
pub async fn complain(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = house.database().begin().await?;
    let (open, frame) = opened(&house, &visitor, &token, &mut tx).await?;
    house.limits.try_as(visitor.address, &format!("complaint:{}", visitor.address))?;
    let key = match open.complain(form.get("words"), &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            let to = Go::to(format!("/statement/{token}")).saying("moderation-complaint-taken");
            return Ok(guest::private(to.into_response()));
        }
        Err(ComplaintError::Empty) => "moderation-complaint-empty",
        Err(ComplaintError::TooLong) => "moderation-too-long",
        Err(ComplaintError::Closed) => "moderation-complaint-closed",
        Err(error) => return Err(error.into()),
    };
    form.refuse("words", frame.words.t(key));
    let page = StatementPage::of(&open, &frame, tx.now(), form);
    Ok(guest::show(&frame, StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// What an author reads of a decision.
pub struct StatementPage {
    parts: Vec<(String, Vec<String>)>,
    redress: Vec<String>,
    said: String,
    complaint: Option<Complaint>,
    may_complain: bool,
    undone: bool,
    ground: String,
    form: Form,
}

impl StatementPage {
    fn of(open: &OpenStatement, frame: &Frame, now: jiff::Timestamp, form: Form) -> Self {
        let (words, says) = (&frame.words, &open.says);
        let name = open.brand.name.as_str();
        let sanction = says.sanction.as_ref();
        Self {
            parts: parts(words, &says.ruling, sanction, says.channel.as_ref(), name),
            redress: redress(words, says),
            said: says.ruling.said.clone(),
            complaint: says.complaint.clone(),
            may_complain: open.may_complain(now),
            undone: says.ruling.undone_at.is_some(),
            ground: says.ruling.ground.as_ref().map_or_else(String::new, |g| ground_line(words, g)),
            form,
        }
    }

    fn complaining(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.card.form #complaint method="post" action=(frame.url("complaint")) {
                (csrf(frame))
                h2.h3 { (words.t("moderation-complain")) }
                p { (words.t("moderation-complain-lead")) }
                (error_summary(words, &self.form))
                (Field::new(&self.form, "words", &words.t("moderation-field-complaint")).lines(6).required().with("maxlength", "4000"))
                div.form-actions { (submit(&words.t("moderation-complain-go"), "button-primary")) }
            }
        }
    }

    fn answered(&self, frame: &Frame, complaint: &Complaint) -> Markup {
        let words = &frame.words;
        let (tone, key) = match complaint.state {
            ComplaintState::Open => (Tone::Info, "moderation-yours-open"),
            ComplaintState::Upheld => (Tone::Warning, "moderation-yours-upheld"),
            ComplaintState::Reversed => (Tone::Success, "moderation-yours-reversed"),
        };
        html! {
            (notice(tone, &words.t(key), html! {
                @if !complaint.answer.is_empty() { p.keep-lines { (complaint.answer) } }
            }))
            section.card.card-quiet.stack.stack-sm {
                h2.h3 { (words.tn("moderation-yours", args![when => words.moment(complaint.at)])) }
                p.keep-lines { (complaint.words) }
            }
        }
    }
}

impl Page for StatementPage {
    fn samples() -> Vec<Self> {
        let ruling = sample_ruling(1);
        let page = |complaint: Option<Complaint>, form: Form| Self {
            parts: vec![("Décision".to_owned(), vec!["Votre message est masqué.".to_owned()])],
            redress: vec!["Vous pouvez réclamer.".to_owned()],
            said: ruling.said.clone(),
            may_complain: complaint.is_none(),
            undone: complaint.as_ref().is_some_and(|one| one.state == ComplaintState::Reversed),
            complaint,
            ground: "Injure".to_owned(),
            form,
        };
        let mut refused = Form::empty();
        refused.refuse("words", "Dites pourquoi");
        vec![
            page(None, Form::empty()),
            page(None, refused),
            page(Some(sample_complaint(ComplaintState::Open)), Form::empty()),
            page(Some(sample_complaint(ComplaintState::Reversed)), Form::empty()),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-statement-title")
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.stack.stack-lg {
                header.stack.stack-sm {
                    h1 { (words.t("moderation-statement-title")) }
                    @if !self.ground.is_empty() { p.page-lead { (self.ground) } }
                }
                @if let Some(complaint) = &self.complaint { (self.answered(frame, complaint)) }
                @else if self.undone { (notice(Tone::Success, &words.t("moderation-undone-for-you"), html! {})) }
                section.card.stack.stack-sm {
                    h2.h3 { (words.t("moderation-your-message")) }
                    blockquote.moderation-said { @if self.said.is_empty() { (words.t("moderation-no-words")) } @else { (self.said) } }
                }
                div.card.stack { (shown(&self.parts)) }
                section.card.stack.stack-sm { h2.h3 { (words.t("moderation-so-redress")) } @for line in &self.redress { p { (line) } } }
                @if self.may_complain { (self.complaining(frame)) }
                @else if self.complaint.is_none() && !self.undone { p.muted { (words.t("moderation-complaint-closed")) } }
            }
        }
    }
}

page_samples!(StatementPage);
