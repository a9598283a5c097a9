//! What the page of a case is made of.

use conversations::feedback::{CaseState, Event, Told, ToldState};
use maud::{Markup, html};
use platform::Right;

use super::page::CasePage;
use crate::Frame;
use crate::parts::{csrf, error_summary, time, timeline, timeline_line};
use crate::words::args;

impl CasePage {
    fn to(&self, frame: &Frame, what: &str) -> String {
        frame.url(&format!("feedback/{}/{what}", self.case.id))
    }

    pub(super) fn steps(&self, frame: &Frame) -> Markup {
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

    pub(super) fn drafts(&self, frame: &Frame) -> Markup {
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

    pub(super) fn said(&self, frame: &Frame) -> Markup {
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

    pub(super) fn past(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let lines: Vec<Markup> = self.course.iter().map(|event| happened(frame, event)).collect();
        html! {
            section.stack aria-labelledby="feedback-course" {
                h2 #feedback-course { (words.t("feedback-course")) }
                (timeline(&lines))
            }
        }
    }

    pub(super) fn order(&self, frame: &Frame) -> Markup {
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
