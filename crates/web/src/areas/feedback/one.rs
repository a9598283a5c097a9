//! One case: who said it, its course, what its authors are told.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::feedback::{
    Case, CaseFilter, CaseState, Category, Event, FeedbackError, Source, Told, ToldState, WhyDraft,
};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::{Ambient, Id};

use super::list::sample_case;
use super::state_badge;
use crate::parts::{
    badge, crumbs, csrf, error_summary, page_header_under, time, timeline, timeline_line,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

type OfCase = Path<(String, Id<Case>)>;
type OfDraft = Path<(String, Id<Case>, Id<Told>)>;

/// The case.
pub async fn get(here: InBrand, Path((_brand, id)): OfCase) -> Result<Response, Refusal> {
    let page = page(&here, id, Form::empty()).await?;
    if let Some(into) = page.case.merged_into {
        return Ok(here.go(&format!("feedback/{into}")).into_response());
    }
    Ok(here.show(&page))
}

async fn page(here: &InBrand, id: Id<Case>, form: Form) -> Result<CasePage, Refusal> {
    let mut tx = here.read().await?;
    let actor = &here.actor;
    let case = Case::load(id, actor, &mut tx).await?;
    let open = CaseFilter { limit: 200, category: Some(case.category), ..CaseFilter::default() };
    let others = Case::list(&open, actor, &mut tx).await?.cases;
    let others = others.into_iter().filter(|one| one.id != id).map(|one| (one.id, one.title));
    Ok(CasePage {
        sources: case.sources(actor, &mut tx).await?,
        course: case.course(actor, &mut tx).await?,
        told: case.told(actor, &mut tx).await?,
        categories: Category::all(actor, &mut tx).await?,
        others: others.collect(),
        now: tx.now(),
        case,
        form,
        wrong: None,
    })
}

/// Moves it on.
pub async fn step(
    here: InBrand,
    Path((_brand, id)): OfCase,
    mut form: Form,
) -> Result<Response, Refusal> {
    let to: CaseState = form.get("state").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    match case.advance(to, form.get("reason"), &here.actor, &mut tx).await {
        Ok(_) => tx.commit().await?,
        Err(FeedbackError::ReasonMissing) => {
            drop(tx);
            form.refuse("reason", here.words().t("feedback-reason-missing"));
            return Ok(here.refused(&page(&here, id, form).await?));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-moved").into_response())
}

/// Puts it in another category.
pub async fn category(
    here: InBrand,
    Path((_brand, id)): OfCase,
    form: Form,
) -> Result<Response, Refusal> {
    let to = form.get("category").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    case.recategorise(to, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-recategorised").into_response())
}

/// Takes in the people of another.
pub async fn merge(
    here: InBrand,
    Path((_brand, id)): OfCase,
    form: Form,
) -> Result<Response, Refusal> {
    let other = form.get("other").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    case.merge(other, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-merged").into_response())
}

/// Sends what waited for a look.
pub async fn send(
    here: InBrand,
    Path((_brand, id, draft)): OfDraft,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    match case.send_draft(draft, form.get("words"), &here.actor, &mut tx).await {
        Ok(()) => tx.commit().await?,
        Err(FeedbackError::NotSendable) => {
            drop(tx);
            form.refuse("words", here.words().t("feedback-not-sendable"));
            let page = CasePage { wrong: Some(draft), ..page(&here, id, form).await? };
            return Ok(here.refused(&page));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-sent").into_response())
}

/// Sets it aside.
pub async fn drop_draft(
    here: InBrand,
    Path((_brand, id, draft)): OfDraft,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    case.drop_draft(draft, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-dropped").into_response())
}

/// One thing asked or complained of.
pub struct CasePage {
    case: Case,
    sources: Vec<Source>,
    course: Vec<Event>,
    told: Vec<Told>,
    categories: Vec<Category>,
    others: Vec<(Id<Case>, String)>,
    now: Timestamp,
    form: Form,
    /// The draft that was refused.
    wrong: Option<Id<Told>>,
}

impl CasePage {
    fn sample(ambient: &Ambient, state: CaseState, form: Form) -> Self {
        let case = sample_case(ambient, state);
        let at = case.filed_at;
        let source = |name: &str| Source {
            conversation: ambient.new_id(),
            message: ambient.new_id(),
            text: "Très déçue, le pain livré ce matin était rassis.".into(),
            name: name.into(),
            at,
        };
        let told = |state, because, name: &str| Told {
            id: ambient.new_id(),
            conversation: ambient.new_id(),
            step: CaseState::Received,
            state,
            words: "Bonjour, nous avons bien reçu votre réclamation.".into(),
            because,
            message: None,
            name: name.into(),
            at,
        };
        let event = |what: &str, detail: &str, by: Option<&str>| Event {
            what: what.into(),
            detail: detail.into(),
            by: by.map(str::to_owned),
            at,
        };
        let drafts = WhyDraft::ALL.iter().map(|why| told(ToldState::Draft, *why, "Anna Roux"));
        let rest = [ToldState::Sent, ToldState::Dropped];
        Self {
            case,
            sources: vec![source("Anna Roux"), source("")],
            course: vec![
                event("proposed", "Livraison", None),
                event("filed", "Livraison", Some("Louise Martin")),
                event("moved", "in_progress", Some("Louise Martin")),
                event("moved", "declined Le four est plein.", Some("Louise Martin")),
                event("joined", "Pain rassis", None),
                event("merged", "Pain rassis", None),
                event("category", "Magasin", None),
                event("reminded", "", None),
            ],
            told: drafts
                .chain(rest.into_iter().map(|state| told(state, WhyDraft::Chosen, "")))
                .collect(),
            categories: vec![super::categories::sample_category(ambient)],
            others: vec![(ambient.new_id(), "Pain rassis encore".into())],
            now: ambient.now(),
            form,
            wrong: None,
        }
    }
}

impl Page for CasePage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 27);
        let mut refused = Form::filled([("state", "declined"), ("reason", "")]);
        refused.refuse("reason", "…");
        let mut pages: Vec<Self> = CaseState::ALL
            .iter()
            .map(|state| Self::sample(&ambient, *state, Form::empty()))
            .collect();
        pages.push(Self::sample(&ambient, CaseState::InProgress, refused));
        pages
    }

    fn title(&self, frame: &Frame) -> String {
        let kind = self.case.kind;
        frame.words.tn(&format!("feedback-one-{kind}"), args![category => &self.case.category_name])
    }

    fn shape(&self) -> Shape {
        Shape::Room("feedback", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let case = &self.case;
        let trail = crumbs(frame, &[(&words.t("feedback-title"), &frame.url("feedback"))]);
        let lead = html! {
            (state_badge(words, case.state)) " "
            @if case.sleeps(self.now) { (badge(&words.t("feedback-sleeps"), "danger")) " " }
            (words.tn("feedback-looked-after", args![name => case.owner_name.as_str()]))
            @if case.state.is_open() { ", " (words.tn("feedback-due", args![when => words.moment(case.due_at)])) }
        };
        html! {
            (page_header_under(trail, &self.title(frame), lead, html! {}))
            div.stack.stack-lg {
                @if !case.reason.is_empty() { p.feedback-reason { strong { (words.t("feedback-reason-said")) } " " (case.reason) } }
                @if frame.may(Right::Converse) { (self.steps(frame)) }
                (self.drafts(frame))
                (self.said(frame))
                (self.past(frame))
                @if frame.may(Right::Converse) { (self.order(frame)) }
            }
        }
    }
}

impl CasePage {
    fn to(&self, frame: &Frame, what: &str) -> String {
        frame.url(&format!("feedback/{}/{what}", self.case.id))
    }

    fn steps(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let next = self.case.state.next();
        let reason =
            next.iter().any(|state| matches!(state, CaseState::Done | CaseState::Declined));
        let error = self.form.error("reason");
        html! {
            form.card.form method="post" action=(self.to(frame, "step")) {
                (csrf(frame))
                (error_summary(words, &self.form))
                h2 { (words.t("feedback-next")) }
                @if reason {
                    div.field {
                        label for="reason" { (words.t("feedback-reason")) }
                        textarea.textarea #reason name="reason" rows="3" maxlength="2000" aria-describedby="reason-hint" aria-invalid=[error.map(|_| "true")] { "\n" (self.form.get("reason")) }
                        p.hint #reason-hint { (words.t("feedback-reason-hint")) }
                        @if let Some(error) = error { p.error { (error) } }
                    }
                }
                div.form-actions {
                    @for (at, state) in next.iter().enumerate() {
                        button class=(if at == 0 { "button button-primary" } else { "button" }) name="state" value=(state) { (words.t(&format!("feedback-to-{state}"))) }
                    }
                }
                p.small.muted { (words.t("feedback-tells")) }
            }
        }
    }

    fn drafts(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let drafts: Vec<&Told> =
            self.told.iter().filter(|told| told.state == ToldState::Draft).collect();
        html! {
            @if !drafts.is_empty() {
                section.stack aria-labelledby="feedback-drafts" {
                    h2 #feedback-drafts { (words.tn("feedback-drafts", args![count => drafts.len()])) }
                    @for draft in drafts { (self.draft(frame, draft)) }
                }
            }
        }
    }

    fn draft(&self, frame: &Frame, draft: &Told) -> Markup {
        let words = &frame.words;
        let key = format!("words-{}", draft.id);
        let error = self.form.error("words").filter(|_| self.wrong == Some(draft.id));
        let text = if error.is_some() { self.form.get("words") } else { draft.words.as_str() };
        let name =
            if draft.name.is_empty() { words.t("inbox-someone") } else { draft.name.clone() };
        let step = words.t(&format!("feedback-state-{}", draft.step));
        html! {
            article.card.stack-sm {
                p { strong { (name) } ", " (step) " " a.small href=(frame.url(&format!("inbox/{}", draft.conversation))) { (words.t("feedback-see")) } }
                p.small.muted { (words.t(&format!("feedback-because-{}", draft.because))) }
                @if frame.may(Right::Converse) {
                    form.form method="post" action=(self.to(frame, &format!("drafts/{}", draft.id))) {
                        (csrf(frame))
                        div.field {
                            label.visually-hidden for=(key) { (words.tn("feedback-draft-to", args![name => name.as_str()])) }
                            textarea.textarea #(key) name="words" rows="4" required aria-invalid=[error.map(|_| "true")] { "\n" (text) }
                            @if let Some(error) = error { p.error { (error) } }
                        }
                        div.form-actions {
                            button.button.button-primary { (words.t("feedback-send")) }
                            button.button.button-quiet formaction=(self.to(frame, &format!("drafts/{}/end", draft.id))) formnovalidate { (words.t("feedback-drop")) }
                        }
                    }
                } @else { p.pre { (text) } }
            }
        }
    }

    fn said(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.stack aria-labelledby="feedback-said" {
                h2 #feedback-said { (words.tn("feedback-sources", args![count => self.sources.len()])) }
                ul.card.card-flush.list {
                    @for source in &self.sources {
                        li.item {
                            div.item-body {
                                p.item-title { a href=(frame.url(&format!("inbox/{}#m{}", source.conversation, source.message))) { @if source.name.is_empty() { (words.t("inbox-someone")) } @else { (source.name) } } }
                                p.pre { (source.text) }
                                p.item-meta {
                                    (time(words, source.at, &words.moment(source.at)))
                                    @for told in self.told.iter().filter(|told| told.conversation == source.conversation && told.state == ToldState::Sent) {
                                        ", " (words.tn("feedback-was-told", args![step => words.t(&format!("feedback-state-{}", told.step)), when => words.moment(told.at)]))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn past(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let lines: Vec<Markup> = self.course.iter().map(|event| happened(frame, event)).collect();
        html! {
            section.stack aria-labelledby="feedback-course" {
                h2 #feedback-course { (words.t("feedback-course")) }
                (timeline(&lines))
            }
        }
    }

    fn order(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            details.disclosure {
                summary { (words.t("feedback-order")) }
                div.stack {
                    form.form method="post" action=(self.to(frame, "category")) {
                        (csrf(frame))
                        div.field {
                            label for="category" { (words.t("feedback-by-category")) }
                            select.select #category name="category" {
                                @for one in &self.categories { option value=(one.id) selected[one.id == self.case.category] { (one.says.name) } }
                            }
                        }
                        div.form-actions { button.button { (words.t("feedback-recategorise")) } }
                    }
                    @if !self.others.is_empty() && !matches!(self.case.state, CaseState::Proposed | CaseState::Dismissed) {
                        form.form method="post" action=(self.to(frame, "sources")) {
                            (csrf(frame))
                            div.field {
                                label for="other" { (words.t("feedback-same-as")) }
                                select.select #other name="other" aria-describedby="other-hint" { @for (id, title) in &self.others { option value=(id) { (title) } } }
                                p.hint #other-hint { (words.t("feedback-same-hint")) }
                            }
                            div.form-actions { button.button { (words.t("feedback-merge")) } }
                        }
                    }
                }
            }
        }
    }
}

/// One line of the course.
fn happened(frame: &Frame, event: &Event) -> Markup {
    let words = &frame.words;
    let by = event.by.clone().unwrap_or_else(|| "Parvis".to_owned());
    let (title, body) = match event.what.as_str() {
        "moved" => {
            let (state, reason) = event.detail.split_once(' ').unwrap_or((&event.detail, ""));
            (words.t(&format!("feedback-state-{state}")), reason.to_owned())
        }
        what => {
            let key = format!("feedback-happened-{what}");
            (words.tn(&key, args![name => event.detail.as_str()]), String::new())
        }
    };
    let body = html! { p.small.muted { (by) } @if !body.is_empty() { p.pre { (body) } } };
    timeline_line(words, event.at, None, &title, body)
}

page_samples!(CasePage);
