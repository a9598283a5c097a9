//! Asking for an agreement, or, for an owner, going without.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::Post;
use publishing::approval::{ApprovalError, Ask, Path as ApprovalPath, Request, RequestState};
use publishing::guard::{self, Finding};
use publishing::post::{PostState, ScheduleError};

use super::paths::{Named, step_words};
use super::shown::ShownPost;
use crate::areas::checks::panel::to_read;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::draft::proposed;
use crate::areas::posts::problems;
use crate::parts::{Field, Tone, crumbs, csrf, icon, notice, page_header_under};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows whom it would ask; a request that waits already is shown instead.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let mut tx = here.read().await?;
    let requests = Request::of_post(id, &here.actor, &mut tx).await?;
    if let Some(waiting) = requests.iter().find(|r| r.state == RequestState::Waiting) {
        return Ok(here.go(&format!("approvals/{}", waiting.id)).into_response());
    }
    drop(tx);
    let page = AskPage::load(&here, id, None).await?;
    Ok(here.show(&page))
}

/// Asks.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let ask = Ask { wanted: local(&form), note: form.get("note").to_owned() };
    match post.ask_approval(ask, &here.actor, &mut tx).await {
        Ok(request) => {
            tx.commit().await?;
            let said = match request.state {
                RequestState::Waiting => "approvals-said-asked",
                _ => "approvals-said-agreed",
            };
            Ok(here.go(&format!("posts/{id}/discussion")).saying(said).into_response())
        }
        Err(ApprovalError::NobodyToAsk) => {
            drop(tx);
            Ok(here.show(&AskPage::load(&here, id, Some(form)).await?))
        }
        Err(ApprovalError::Schedule(error)) => {
            drop(tx);
            let mut tx = here.read().await?;
            let channels = load_channels(&here, &mut tx).await?;
            drop(tx);
            let (_, said) = problems::schedule_words(error, &channels, here.words())?;
            form.refuse("", said);
            Ok(here.refused(&AskPage::load(&here, id, Some(form)).await?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Schedules it without, for a reason.
pub async fn bypass(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let done = match post.bypass_approval(form.get("reason"), &here.actor, &mut tx).await {
        Ok(_) => match local(&form) {
            Some(local) => post.schedule(&local, &here.actor, &mut tx).await,
            None => Err(ScheduleError::InThePast),
        },
        Err(ApprovalError::SayWhat) => {
            drop(tx);
            form.refuse("reason", here.words().t("approvals-say-why"));
            return Ok(here.refused(&AskPage::load(&here, id, Some(form)).await?));
        }
        Err(error) => return Err(error.into()),
    };
    match done {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go(&format!("posts/{id}")).saying("approvals-said-bypassed").into_response())
        }
        Err(error) => {
            drop(tx);
            let mut tx = here.read().await?;
            let channels = load_channels(&here, &mut tx).await?;
            drop(tx);
            let (_, said) = problems::schedule_words(error, &channels, here.words())?;
            form.refuse("", said);
            Ok(here.refused(&AskPage::load(&here, id, Some(form)).await?))
        }
    }
}

/// The clock reading of the form, if a date was chosen.
fn local(form: &Form) -> Option<String> {
    let (date, time) = (form.get("date").trim(), form.get("time").trim());
    (!date.is_empty()).then(|| format!("{date}T{time}"))
}

/// Asking for an agreement.
pub struct AskPage {
    shown: ShownPost,
    /// What the checks say of it.
    findings: Vec<Finding>,
    /// Who would be asked, a line for each step; none where nobody is.
    who: Vec<String>,
    owner: bool,
    form: Form,
}

impl AskPage {
    async fn load(here: &InBrand, id: Id<Post>, form: Option<Form>) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
        let applies = ApprovalPath::of(&post, &mut tx).await?;
        let named = Named::load(here, &mut tx).await?;
        let who = applies.steps.iter().map(|step| step_words(here.words(), step, &named)).collect();
        let channels = load_channels(here, &mut tx).await?;
        let planned = match &post.state {
            PostState::Scheduled(at) => Some(at),
            PostState::Draft => post.wanted.as_ref(),
        };
        let at = match planned {
            Some(planned) if planned.at > tx.now() => planned.local,
            _ => proposed(None, here.words()),
        };
        let zone = here.words().zone();
        let when = zone.to_timestamp(at).ok();
        let findings = guard::look(&post, when, &here.actor, &mut tx).await?;
        let form = form.unwrap_or_else(|| {
            Form::filled([
                ("date", &*at.date().to_string()),
                ("time", &*at.strftime("%H:%M").to_string()),
            ])
        });
        let owner = here.actor.may(Right::RemoveBrand);
        Ok(Self { shown: ShownPost::new(post, &channels), findings, who, owner, form })
    }

    fn when(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.fields-inline {
                (Field::new(&self.form, "date", &words.t("posts-date")).kind("date"))
                (Field::new(&self.form, "time", &words.t("posts-time")).kind("time"))
            }
        }
    }

    fn ask(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let action = frame.url(&format!("posts/{}/approval", self.shown.post.id));
        html! {
            form.card.form method="post" action=(action) {
                (csrf(frame))
                @if let Some(error) = self.form.error("") { p.error role="alert" { (error) } }
                div.stack.stack-sm {
                    p.strong { (words.t("approvals-will-be-asked")) }
                    ol.approval-steps { @for line in &self.who { li { (line) } } }
                }
                (self.when(frame))
                p.hint { (words.t("approvals-when-hint")) }
                (Field::new(&self.form, "note", &words.t("approvals-note")).lines(3))
                div.form-actions {
                    button.button.button-primary data-submit-key { (icon("check-check")) (words.t("approvals-ask")) }
                    a.button.button-quiet href=(frame.url(&format!("posts/{}", self.shown.post.id))) { (words.t("approvals-back-to-post")) }
                }
            }
            @if self.owner {
                details.disclosure open[self.form.error("reason").is_some()] {
                    summary { (words.t("approvals-bypass")) }
                    form.form method="post" action={ (action) "/bypass" } {
                        (csrf(frame))
                        p.hint { (words.t("approvals-bypass-lead")) }
                        input type="hidden" name="date" value=(self.form.get("date"));
                        input type="hidden" name="time" value=(self.form.get("time"));
                        (Field::new(&self.form, "reason", &words.t("approvals-bypass-why")).required())
                        div.form-actions { button.button.button-danger { (words.t("approvals-bypass-go")) } }
                    }
                }
            }
        }
    }
}

impl Page for AskPage {
    fn samples() -> Vec<Self> {
        let page = |who: &[&str], owner, form| Self {
            shown: ShownPost::sample(),
            findings: crate::areas::checks::panel::sample(),
            who: who.iter().map(|line| (*line).to_owned()).collect(),
            owner,
            form,
        };
        let mut refused = Form::filled([("date", "2020-01-01"), ("time", "09:00")]);
        refused.refuse("", "Cette heure est passée.");
        vec![
            page(&["Louise Moreau", "Paul Duval (hors de l’équipe)"], true, Form::empty()),
            page(&["Louise Moreau"], false, refused),
            page(&[], false, Form::empty()),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("approvals-ask-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let title = self.shown.title(words);
        let address = frame.url(&format!("posts/{}", self.shown.post.id));
        let above =
            crumbs(frame, &[(&words.t("posts-title"), &frame.url("posts")), (&title, &address)]);
        html! {
            (page_header_under(above, &self.title(frame), html! {}, html! {}))
            div.columns {
                div.stack {
                    @if self.who.is_empty() {
                        (notice(Tone::Info, &words.t("approvals-nobody"), html! {
                            p { (words.t("approvals-nobody-lead")) }
                            div.row { a.button href=(address) { (words.t("approvals-back-to-post")) } }
                        }))
                    } @else { (self.ask(frame)) (to_read(frame, &self.findings, &self.shown.channels)) }
                }
                aside.stack aria-label=(words.t("posts-preview")) { (self.shown.previews(frame)) }
            }
        }
    }
}

page_samples!(AskPage);
