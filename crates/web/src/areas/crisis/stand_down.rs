//! Standing down: each post that was held, or is about to leave, one by one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::{Channel, Publication};
use conversations::crisis::{Crisis, CrisisError, Decision, StandDown, ToReview};
use maud::{Markup, Render, html};
use platform::Right;
use primitives::Id;
use primitives::text::shorten;

use super::{carry_out, list, problem, rehearsal_mark};
use crate::parts::{
    Field, Tone, badge, channel_mark, crumbs, csrf, empty_state, error_summary, icon, notice,
    page_header_under, submit,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

type At = Path<(String, Id<Crisis>)>;

/// Shows it.
pub async fn get(here: InBrand, Path((_, id)): At) -> Result<Response, Refusal> {
    let page = load(&here, id, Form::empty()).await?;
    if !page.crisis.runs() {
        return Ok(here.go(&format!("crisis/{id}/review")).into_response());
    }
    Ok(here.show(&page))
}

/// Decides of one post.
pub async fn review(
    here: InBrand,
    Path((_, id, publication)): Path<(String, Id<Crisis>, Id<Publication>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let decision: Decision = form.get("decision").parse().map_err(|_| Refusal::Malformed)?;
    let page = format!("crisis/{id}/stand-down");
    let (moved_to, reason) = (form.get("moved_to"), form.get("reason"));
    let mut tx = here.begin().await?;
    let done =
        Crisis::review(id, publication, decision, moved_to, reason, &here.actor, &mut tx).await;
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(here.go(&page).saying("crisis-reviewed").into_response())
        }
        Err(error) => {
            drop(tx);
            let Some(said) = problem(here.words(), &error) else { return Err(error.into()) };
            let mut page = load(&here, id, Form::empty()).await?;
            page.wrong = Some((publication, said));
            Ok(here.refused(&page))
        }
    }
}

/// Ends the crisis, and carries out what was decided.
pub async fn end(here: InBrand, Path((_, id)): At, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let mut tx = here.begin().await?;
    let ended = Crisis::end(id, form.get("lessons"), &here.actor, &mut tx).await;
    match ended {
        Ok(decided) => {
            let stays = carry_out(&decided, &here.actor, &mut tx).await?;
            tx.commit().await?;
            let key = if stays == 0 { "crisis-ended" } else { "crisis-ended-stays" };
            let go = here.go(&format!("crisis/{id}/review")).saying(key);
            Ok(go.with("count", stays.to_string()).into_response())
        }
        Err(CrisisError::Over) => Ok(here.go(&format!("crisis/{id}/review")).into_response()),
        Err(error) => {
            drop(tx);
            let Some(said) = problem(here.words(), &error) else { return Err(error.into()) };
            form.refuse("", said);
            Ok(here.refused(&load(&here, id, form).await?))
        }
    }
}

async fn load(here: &InBrand, id: Id<Crisis>, form: Form) -> Result<StandDownPage, Refusal> {
    let mut tx = here.read().await?;
    let crisis = Crisis::load(id, &here.actor, &mut tx).await?;
    let pauses = crisis.pauses(&mut tx).await?;
    let all = crisis.stand_down(&here.actor, &mut tx).await?;
    let channels = Channel::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let form = if form.is_refused() { form } else { form.with("lessons", crisis.lessons.clone()) };
    Ok(StandDownPage { crisis, pauses, all, channels, form, wrong: None })
}

/// The posts, the lessons, the end.
pub struct StandDownPage {
    crisis: Crisis,
    pauses: bool,
    all: StandDown,
    channels: Vec<Channel>,
    form: Form,
    wrong: Option<(Id<Publication>, String)>,
}

impl StandDownPage {
    fn post(&self, frame: &Frame, post: &ToReview) -> Markup {
        let words = &frame.words;
        let publication = &post.publication;
        let channel = self.channels.iter().find(|channel| channel.id == publication.channel);
        let key = if post.held { "crisis-held-due" } else { "crisis-soon-due" };
        let wrong = self.wrong.as_ref().filter(|(id, _)| *id == publication.id);
        html! {
            li.card.stack.stack-sm #{ "p-" (publication.id) } {
                div.card-head {
                    @if let Some(channel) = channel { (channel_mark(channel, "")) }
                    p.grow { (words.tn(key, args![when => words.moment(publication.due_at)])) }
                    @match &post.reviewed {
                        Some(done) => (badge(&words.t(&format!("crisis-decided-{}", done.decision.as_str().replace('_', "-"))), "success")),
                        None => (badge(&words.t("crisis-undecided"), "warning")),
                    }
                }
                p.crisis-words { (shorten(&publication.content.text, 400)) }
                @if let Some(done) = &post.reviewed {
                    p.small.muted {
                        (words.tn("crisis-reviewed-by", args![name => done.by.clone().unwrap_or_default(), when => words.short_moment(done.at)]))
                        @if !done.reason.is_empty() { " – " (done.reason) }
                    }
                }
                @if let Some((_, said)) = wrong { p.error role="alert" { (said) } }
                @if frame.may(Right::Publish) { (self.choices(frame, post)) }
            }
        }
    }

    fn choices(&self, frame: &Frame, post: &ToReview) -> Markup {
        let words = &frame.words;
        let action =
            frame.url(&format!("crisis/{}/stand-down/{}", self.crisis.id, post.publication.id));
        let release = if post.held { "crisis-do-release-now" } else { "crisis-do-release" };
        html! {
            form.stack.stack-sm method="post" action=(action) {
                (csrf(frame))
                div.row {
                    button.button.button-small name="decision" value="release" { (icon("play")) (words.t(release)) }
                    button.button.button-small name="decision" value="keep" { (icon("circle-pause")) (words.t("crisis-do-keep")) }
                }
                div.crisis-line-form {
                    input.input type="datetime-local" name="moved_to" aria-label=(words.t("crisis-do-move-when"));
                    button.button.button-small name="decision" value="move" { (icon("clock")) (words.t("crisis-do-move")) }
                }
                div.crisis-line-form {
                    input.input name="reason" maxlength="500" aria-label=(words.t("crisis-do-reason")) placeholder=(words.t("crisis-do-reason"));
                    button.button.button-small name="decision" value="give_up" { (icon("x")) (words.t("crisis-do-give-up")) }
                }
            }
        }
    }
}

impl Page for StandDownPage {
    fn samples() -> Vec<Self> {
        let of = |rehearsal, pauses| Self {
            crisis: list::sample_crisis(rehearsal),
            pauses,
            all: StandDown::default(),
            channels: vec![],
            form: Form::empty(),
            wrong: None,
        };
        vec![of(false, false), of(false, true), of(true, true)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("crisis-stand-down-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (title, address) = (words.t("crisis-title"), frame.url("crisis"));
        let room = frame.url(&format!("crisis/{}", self.crisis.id));
        let undecided = self.all.undecided() as i64;
        html! {
            @if self.crisis.rehearsal { (rehearsal_mark(words)) }
            (page_header_under(crumbs(frame, &[(&title, &address), (&self.crisis.name, &room)]), &self.title(frame), html! { (words.t("crisis-stand-down-lead")) }, html! {}))
            div.stack.stack-lg {
                @if !self.pauses {
                    (empty_state("circle-check", &words.t("crisis-nothing-held"), &words.t("crisis-nothing-held-lead"), html! {}))
                } @else if self.all.posts.is_empty() {
                    (empty_state("circle-check", &words.t("crisis-nothing-to-review"), &words.t("crisis-nothing-to-review-lead"), html! {}))
                } @else {
                    section.stack aria-labelledby="posts" {
                        h2.section-title #posts { (words.tn("crisis-posts-to-review", args![count => self.all.posts.len() as i64, undecided => undecided])) }
                        ul.stack { @for post in &self.all.posts { (self.post(frame, post)) } }
                    }
                }
                @if frame.may(Right::Converse) {
                    form.form.card method="post" action=(frame.url(&format!("crisis/{}/stand-down", self.crisis.id))) {
                        (csrf(frame)) (error_summary(words, &self.form))
                        (Field::new(&self.form, "lessons", &words.t("crisis-lessons")).lines(6).hint(words.t("crisis-lessons-hint")).render())
                        @if undecided > 0 && !self.form.is_refused() {
                            (notice(Tone::Warning, &words.tn("crisis-wrong-undecided", args![count => undecided]), html! {}))
                        }
                        div.form-actions { (submit(&words.t("crisis-end"), "button-primary")) }
                    }
                }
            }
        }
    }
}

page_samples!(StandDownPage);
