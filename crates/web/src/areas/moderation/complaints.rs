//! « What do authors say against our decisions? »

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::moderation::{
    Complaint, ComplaintError, ComplaintState, Ruling, Statement, TellAuthor,
};
use jobs::Enqueue;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::room_tabs;
use super::samples::{sample_complaint, sample_ruling};
use super::shown::{decision_badge, ground_line};
use crate::parts::{
    Field, Tone, badge, crumbs, csrf, empty_state, error_summary, notice, page_header,
    page_header_under, time,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let complaints = Complaint::list(&here.actor, &mut tx).await?;
    Ok(here.show(&ComplaintsPage { complaints }))
}

/// Shows one.
pub async fn one(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Complaint>)>,
) -> Result<Response, Refusal> {
    Ok(here.show(&ComplaintPage::load(&here, id, Form::empty()).await?))
}

/// Answers one.
pub async fn answer(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Complaint>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let reverses = form.get("outcome") == "reversed";
    let mut tx = here.begin().await?;
    let connectors = &here.house.kit.connectors;
    let words = form.get("words").to_owned();
    let answered = Complaint::answer(id, reverses, &words, connectors, &here.actor, &mut tx).await;
    let key = match answered {
        Ok(complaint) => {
            let statement = Statement::of(complaint.ruling, &here.actor, &mut tx).await?;
            let sent = statement.can_be_sent(connectors, &here.actor, &mut tx).await?.is_some();
            if sent {
                let job = TellAuthor { ruling: complaint.ruling, brand: here.brand.id };
                jobs::enqueue(&mut tx, &job, Enqueue::now().brand(here.brand.id)).await?;
            }
            tx.commit().await?;
            let key = if sent { "moderation-answered-sent" } else { "moderation-answered" };
            return Ok(here.go("moderation/complaints").saying(key).into_response());
        }
        Err(ComplaintError::Empty) => "moderation-complaint-empty",
        Err(ComplaintError::TooLong) => "moderation-too-long",
        Err(ComplaintError::SamePerson) => "moderation-complaint-same-person",
        Err(ComplaintError::Answered) => "moderation-complaint-answered",
        Err(error) => return Err(error.into()),
    };
    drop(tx);
    form.refuse("words", here.words().t(key));
    Ok(here.refused(&ComplaintPage::load(&here, id, form).await?))
}

fn state_badge(frame: &Frame, state: ComplaintState) -> Markup {
    let tone = match state {
        ComplaintState::Open => "warning",
        ComplaintState::Upheld => "",
        ComplaintState::Reversed => "success",
    };
    badge(&frame.words.t(&format!("moderation-complaint-{state}")), tone)
}

/// The complaints, those without an answer above.
pub struct ComplaintsPage {
    complaints: Vec<Complaint>,
}

impl Page for ComplaintsPage {
    fn samples() -> Vec<Self> {
        let all = ComplaintState::ALL.iter().map(|state| sample_complaint(*state)).collect();
        vec![Self { complaints: vec![] }, Self { complaints: all }]
    }

    fn title(&self, frame: &Frame) -> String {
        let open = self.complaints.iter().filter(|one| one.state == ComplaintState::Open);
        frame.words.tn("moderation-complaints-title", args![count => open.count()])
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-complaints-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation/complaints"))
                @if self.complaints.is_empty() {
                    (empty_state("scale", &words.t("moderation-complaints-none"), &words.t("moderation-complaints-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for complaint in &self.complaints { li {
                        a.item href=(frame.url(&format!("moderation/complaints/{}", complaint.id))) {
                            div.item-body {
                                p.item-title.clip-2 { (complaint.words) }
                                p.item-meta.clip-2 { (complaint.about) }
                                p.item-meta {
                                    @if let Some(handle) = &complaint.handle { span { "@" (handle) } }
                                    (time(words, complaint.at, &words.relative(complaint.at)))
                                }
                            }
                            div.item-end { (state_badge(frame, complaint.state)) }
                        }
                    } } }
                }
            }
        }
    }
}

page_samples!(ComplaintsPage);

/// One complaint, beside the decision it is against.
pub struct ComplaintPage {
    complaint: Complaint,
    ruling: Ruling,
    may_answer: bool,
    form: Form,
}

impl ComplaintPage {
    async fn load(here: &InBrand, id: Id<Complaint>, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let complaint = Complaint::load(id, &here.actor, &mut tx).await?;
        let ruling = Ruling::load(complaint.ruling, &here.actor, &mut tx).await?;
        let may_answer = complaint.may_answer(&here.actor, &mut tx).await?;
        Ok(Self { complaint, ruling, may_answer, form })
    }

    fn answering(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = &self.form;
        let choice = |value: &str, key: &str| {
            html! {
                label.choice {
                    input type="radio" name="outcome" value=(value) data-key=(key) checked[form.get("outcome") == value] required;
                    span { span.choice-title { (words.t(&format!("moderation-outcome-{value}"))) } span.hint { (words.t(&format!("moderation-outcome-{value}-hint"))) } }
                }
            }
        };
        html! {
            form.card.form method="post" action=(frame.url(&format!("moderation/complaints/{}", self.complaint.id))) {
                (csrf(frame))
                h2.h3 { (words.t("moderation-answer")) }
                (error_summary(words, form))
                fieldset.fieldset {
                    legend { (words.t("moderation-field-outcome")) }
                    div.choices { (choice("upheld", "u")) (choice("reversed", "r")) }
                }
                (Field::new(form, "words", &words.t("moderation-field-answer")).lines(5).required().with("maxlength", "4000").hint(words.t("moderation-field-answer-hint")))
                div.form-actions { button.button.button-primary data-key="e" data-submit-key { (words.t("moderation-answer-go")) } }
            }
        }
    }
}

impl Page for ComplaintPage {
    fn samples() -> Vec<Self> {
        let page = |state: ComplaintState, may_answer: bool| Self {
            complaint: sample_complaint(state),
            ruling: sample_ruling(1),
            may_answer,
            form: Form::empty(),
        };
        vec![
            page(ComplaintState::Open, true),
            page(ComplaintState::Open, false),
            page(ComplaintState::Reversed, true),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        let handle = self.complaint.handle.as_deref().unwrap_or_default();
        frame.words.tn("moderation-complaint-title", args![handle => handle])
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (complaint, ruling) = (&self.complaint, &self.ruling);
        let all = words.t("moderation-tab-complaints");
        let above = crumbs(frame, &[(&all, &frame.url("moderation/complaints"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (state_badge(frame, complaint.state)) }, html! {}))
            div.stack.stack-lg {
                section.card.stack.stack-sm {
                    h2.h3 { (words.t("moderation-complaint-words")) }
                    blockquote.moderation-said { (complaint.words) }
                    p.small.muted { (time(words, complaint.at, &words.moment(complaint.at))) }
                }
                section.card.stack.stack-sm {
                    div.card-head { h2.h3 { (words.t("moderation-complaint-against")) } (decision_badge(words, ruling)) }
                    blockquote.moderation-said { (ruling.said) }
                    @if let Some(ground) = &ruling.ground { p { (ground_line(words, ground)) } }
                    p { (ruling.reason) }
                    p { a href=(frame.url(&format!("moderation/rulings/{}", ruling.id))) { (words.t("moderation-see-ruling")) } }
                }
                @if complaint.state == ComplaintState::Open {
                    @if self.may_answer { (self.answering(frame)) }
                    @else { (notice(Tone::Info, &words.t("moderation-complaint-same-person"), html! {})) }
                } @else {
                    section.card.stack.stack-sm {
                        h2.h3 { (words.t("moderation-complaint-answer")) }
                        blockquote.moderation-said { (complaint.answer) }
                        @if let Some(at) = complaint.answered_at { p.small.muted { (time(words, at, &words.moment(at))) } }
                    }
                }
            }
        }
    }
}

page_samples!(ComplaintPage);
