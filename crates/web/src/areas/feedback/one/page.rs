//! The page of a case: who said it, its course, what its authors are told.

use conversations::feedback::{Case, Category, Event, Source, Told};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::samples;
use crate::areas::feedback::state_badge;
use crate::parts::{badge, crumbs, page_header_under};
use crate::words::args;
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// One thing asked or complained of.
pub struct CasePage {
    pub(super) case: Case,
    pub(super) sources: Vec<Source>,
    pub(super) course: Vec<Event>,
    pub(super) told: Vec<Told>,
    pub(super) categories: Vec<Category>,
    pub(super) others: Vec<(Id<Case>, String)>,
    pub(super) now: Timestamp,
    pub(super) form: Form,
    /// The draft that was refused.
    pub(super) wrong: Option<Id<Told>>,
}

impl Page for CasePage {
    fn samples() -> Vec<Self> {
        samples::samples()
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

page_samples!(CasePage);
