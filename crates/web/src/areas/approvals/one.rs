//! One request: everything that helps to decide, and what may be done about it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::Id;
use publishing::approval::{ApprovalError, Approver, Request, RequestState, Speaker, key_of};
use publishing::guard::{self, Finding};

use super::list::{Line, lines, note};
use super::shown::{
    self, ShownPost, answer_form, awaited, read_answer, state_badge, steps, wanted,
};
use crate::areas::checks::panel::to_read;
use crate::areas::together::discussion::Discussion;
use crate::parts::{Tone, crumbs, csrf, icon, notice, one_button, page_header_under, secret};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Request>)>,
) -> Result<Response, Refusal> {
    let page = RequestPage::load(&here, id, Form::empty()).await?;
    Ok(here.show(&page))
}

/// Takes one's answer.
pub async fn answer(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Request>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let request = Request::load(id, &here.actor, &mut tx).await?;
    let speaker = Speaker::Teammate(here.actor.clone());
    let answered = request.answer(read_answer(&form), &speaker, &mut tx).await;
    let (field, key) = match answered {
        Ok(request) => {
            tx.commit().await?;
            return Ok(here.go("approvals").saying(said(&request)).into_response());
        }
        Err(ApprovalError::SayWhat) => ("words", "approvals-say-what"),
        Err(ApprovalError::Changed) => ("", "approvals-changed"),
        Err(ApprovalError::Settled) => ("", "approvals-settled"),
        Err(ApprovalError::NotAsked) => ("", "approvals-not-asked"),
        Err(error) => return Err(error.into()),
    };
    drop(tx);
    form.refuse(field, here.words().t(key));
    let page = RequestPage::load(&here, id, form).await?;
    Ok(here.refused(&page))
}

/// What is said once someone has answered.
pub(super) fn said(request: &Request) -> &'static str {
    match request.state {
        RequestState::Waiting => "approvals-said-next",
        RequestState::Agreed => "approvals-said-agreed",
        _ => "approvals-said-refused",
    }
}

/// Hands a place to someone else.
pub async fn reassign(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Request>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let request = Request::load(id, &here.actor, &mut tx).await?;
    let to = match form.get("to").parse::<Id<Teammate>>() {
        Ok(id) => Approver::Teammate { id },
        Err(_) => Approver::Outside {
            name: form.get("name").to_owned(),
            email: form.get("email").to_owned(),
        },
    };
    match request.reassign(form.get("from"), to, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            let back = format!("approvals/{id}");
            Ok(here.go(&back).saying("approvals-said-reassigned").into_response())
        }
        Err(ApprovalError::NotAnAddress) => {
            drop(tx);
            form.refuse("email", here.words().t("approvals-not-an-address"));
            let page = RequestPage::load(&here, id, form).await?;
            Ok(here.refused(&page))
        }
        Err(error) => Err(error.into()),
    }
}

/// Shows the link of someone outside, once, to be handed over by other means than a letter.
pub async fn link(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Request>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let request = Request::load(id, &here.actor, &mut tx).await?;
    let token = request.hand_link(form.get("key"), &here.actor, &mut tx).await?;
    tx.commit().await?;
    let mut page = RequestPage::load(&here, id, Form::empty()).await?;
    page.link = Some(format!("{}/approve/{}", here.house.settings.base_url, token.reveal()));
    Ok(here.show(&page))
}

/// Takes the request back.
pub async fn withdraw(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Request>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let request = Request::load(id, &here.actor, &mut tx).await?;
    request.withdraw(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let post = format!("posts/{}", request.post);
    Ok(here.go(&post).saying("approvals-said-withdrawn").into_response())
}

/// One request.
pub struct RequestPage {
    line: Line,
    /// What the checks say of it.
    findings: Vec<Finding>,
    me: String,
    team: Vec<(String, String)>,
    discussion: Discussion,
    link: Option<String>,
    now: Timestamp,
    form: Form,
}

impl RequestPage {
    async fn load(here: &InBrand, id: Id<Request>, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let request = Request::load(id, &here.actor, &mut tx).await?;
        let line = lines(here, vec![request], &mut tx).await?.pop().ok_or(Refusal::NotFound)?;
        let at = line.request.wanted.as_ref().map(|wanted| wanted.at);
        let findings = guard::look(&line.shown.post, at, &here.actor, &mut tx).await?;
        let team = Membership::of_brand(&here.actor, &mut tx).await?;
        let team = team.iter().map(|m| (m.teammate.to_string(), m.name.to_string())).collect();
        let back = format!("approvals/{id}");
        let discussion = Discussion::load(here, &line.shown, back, &mut tx).await?;
        let me = here.actor.teammate_id().map(key_of).unwrap_or_default();
        Ok(Self { line, findings, me, team, discussion, link: None, now: tx.now(), form })
    }

    fn address(&self, frame: &Frame, what: &str) -> String {
        frame.url(&format!("approvals/{}/{what}", self.line.request.id))
    }

    fn decide(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let request = &self.line.request;
        html! {
            section.card.stack aria-labelledby="decide" {
                div.spread { h2 id="decide" { (words.t("approvals-who")) } (state_badge(words, request)) }
                @if let Some(error) = self.form.error("") { p.error role="alert" { (error) } }
                (note(frame, &self.line))
                @if request.awaits(&self.me) {
                    (answer_form(frame, &self.address(frame, "answer"), request, &self.form))
                }
                (steps(frame, request))
                @if request.state == RequestState::Waiting { (self.more(frame)) }
            }
        }
    }

    /// Passing a place on, handing a link, taking it back.
    fn more(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let request = &self.line.request;
        let runs = frame.may(Right::ManageBrand);
        let movable: Vec<_> =
            request.awaited().into_iter().filter(|asked| runs || asked.key == self.me).collect();
        let error = self.form.error("email");
        html! {
            @if let Some(link) = &self.link {
                (notice(Tone::Info, &words.t("approvals-link-title"), html! {
                    p { (words.t("approvals-link-lead")) }
                    (secret(words, link))
                }))
            }
            @if runs {
                @for asked in request.awaited().into_iter().filter(|asked| asked.teammate.is_none()) {
                    form method="post" action=(self.address(frame, "link")) {
                        (csrf(frame))
                        input type="hidden" name="key" value=(asked.key);
                        button.button.button-small { (icon("link")) (words.tn("approvals-get-link", args![name => &asked.name])) }
                    }
                }
            }
            @if !movable.is_empty() {
                details.disclosure open[error.is_some()] {
                    summary { (words.t("approvals-reassign")) }
                    form.form method="post" action=(self.address(frame, "place")) {
                        (csrf(frame))
                        div.field {
                            label for="from" { (words.t("approvals-reassign-from")) }
                            select.select id="from" name="from" { @for asked in &movable { option value=(asked.key) { (asked.name) } } }
                        }
                        div.field {
                            label for="to" { (words.t("approvals-reassign-to")) }
                            select.select id="to" name="to" {
                                @for (id, name) in &self.team { option value=(id) selected[self.form.get("to") == id] { (name) } }
                                option value="" selected[error.is_some()] { (words.t("approvals-reassign-outside")) }
                            }
                        }
                        div.fields-inline {
                            div.field {
                                label for="name" { (words.t("approvals-outside-name")) " " span.optional { (words.t("approvals-if-outside")) } }
                                input.input id="name" name="name" value=(self.form.get("name")) autocomplete="off";
                            }
                            div.field {
                                label for="email" { (words.t("approvals-outside-email")) " " span.optional { (words.t("approvals-if-outside")) } }
                                input.input id="email" name="email" type="email" value=(self.form.get("email")) autocomplete="off"
                                    aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| "email-error")];
                                @if let Some(error) = error { p.error id="email-error" { (error) } }
                            }
                        }
                        div.form-actions { button.button { (words.t("approvals-reassign-go")) } }
                    }
                }
            }
            @if frame.may(Right::Draft) {
                (one_button(frame, &self.address(frame, "end"), &words.t("approvals-withdraw"), "button-quiet button-small"))
            }
        }
    }
}

impl Page for RequestPage {
    fn samples() -> Vec<Self> {
        let page = |state, me: &str, link: Option<String>| Self {
            line: Line {
                request: shown::sample_request(state),
                shown: ShownPost::sample(),
                asked_by: "Inès Le Goff".to_owned(),
            },
            findings: crate::areas::checks::panel::sample(),
            me: me.to_owned(),
            team: vec![("1".to_owned(), "Louise Moreau".to_owned())],
            discussion: Discussion::sample(),
            link,
            now: "2026-11-23T08:00:00Z".parse().unwrap_or_default(),
            form: Form::empty(),
        };
        let mut refused = page(RequestState::Waiting, "karim", None);
        refused.form.refuse("words", "Dites ce qui est à changer.");
        let link = Some("https://parvis.example/approve/abc".to_owned());
        let mut pages = vec![refused, page(RequestState::Waiting, "karim", link)];
        pages.extend(RequestState::ALL.iter().map(|state| page(*state, "nobody", None)));
        pages
    }

    fn title(&self, frame: &Frame) -> String {
        self.line.shown.title(&frame.words)
    }

    fn shape(&self) -> Shape {
        Shape::Room("approvals", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("approvals-title"), &frame.url("approvals"))]);
        let request = &self.line.request;
        html! {
            (page_header_under(above, &self.title(frame), html! {
                span.sentence {
                    (wanted(words, request, Some(self.now))) "."
                    @if request.state == RequestState::Waiting { " " (awaited(words, request)) "." }
                }
            }, html! {
                a.button href=(frame.url(&format!("posts/{}", request.post))) { (icon("file-text")) (words.t("approvals-see-post")) }
            }))
            // On a phone, in this order: what is asked, the two buttons, what was said.
            div.columns.columns-between {
                div.stack.stack-lg {
                    (self.line.shown.previews(frame))
                    @if request.state == RequestState::Waiting { (to_read(frame, &self.findings, &self.line.shown.channels)) }
                }
                aside.stack aria-label=(words.t("approvals-who")) { (self.decide(frame)) }
                (self.discussion.section(frame))
            }
        }
    }
}

page_samples!(RequestPage);
