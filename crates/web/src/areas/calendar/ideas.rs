//! Ideas: drafts that have no day yet, beside the calendar, or alone on a phone.

use maud::{Markup, html};
use platform::Right;

use super::grid::View;
use super::page::CalendarPage;
use crate::Frame;
use crate::areas::posts::shown::headline;
use crate::parts::{csrf, icon};
use crate::words::args;

impl CalendarPage {
    /// The column beside the calendar: chips that can be dragged onto a day, and back.
    pub(super) fn ideas_beside(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            aside.ideas.no-print aria-labelledby="ideas-title" {
                div.ideas-head {
                    h2 #ideas-title { (icon("lightbulb")) (words.t("calendar-ideas")) }
                    a.button.button-quiet.button-icon.button-small href=(self.address(frame, |place| place.without_ideas = true)) aria-label=(words.t("calendar-ideas-hide")) { (icon("x")) }
                }
                (self.new_idea(frame, "idea"))
                div.ideas-drop data-drop-date="" aria-label=(words.t("calendar-ideas")) role="group" {
                    ul.chips { @for idea in &self.ideas { (self.chip(frame, idea, false)) } }
                    @if self.ideas.is_empty() { p.muted.small.ideas-none { (words.t("calendar-ideas-none")) } }
                }
                p.small { a href=(frame.url("posts?state=draft")) { (words.t("calendar-ideas-all")) } }
            }
        }
    }

    fn new_idea(&self, frame: &Frame, id: &str) -> Markup {
        let words = &frame.words;
        if !frame.may(Right::Draft) {
            return html! {};
        }
        html! {
            form.new-idea method="post" action=(frame.url("calendar/ideas")) {
                (csrf(frame))
                input type="hidden" name="back" value=(self.place.path());
                label.visually-hidden for=(id) { (words.t("calendar-idea-new")) }
                input.input id=(id) name="text" maxlength="2000" placeholder=(words.t("calendar-idea-new")) autocomplete="off" required;
                button.button.button-icon aria-label=(words.t("calendar-idea-add")) { (icon("plus")) }
            }
        }
    }

    /// All of them, each with a field for its day: works with a thumb and without script.
    pub(super) fn ideas_alone(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (self.new_idea(frame, "idea"))
            @if self.ideas.is_empty() { p.muted { (words.t("calendar-ideas-none")) } }
            @else {
                ul.list.card.card-flush.ideas-list { @for idea in &self.ideas {
                    @let name = headline(&idea.excerpt, &words.t("posts-without-words"));
                    li {
                        a.idea-name href=(frame.url(&format!("posts/{}/edit", idea.post))) { (name) }
                        @if frame.may(Right::Draft) {
                            form.row method="post" action=(frame.url(&format!("posts/{}/wanted", idea.post))) {
                                (csrf(frame))
                                input type="hidden" name="back" value=(self.place.but(|place| place.view = View::Ideas).path());
                                label.visually-hidden for={ "w-" (idea.post) } { (words.tn("calendar-idea-day-of", args![name => &name])) }
                                input.input type="date" id={ "w-" (idea.post) } name="date" min=(self.today) required;
                                button.button { (words.t("calendar-idea-day")) }
                            }
                        }
                    }
                } }
            }
        }
    }
}
