//! What the calendar is narrowed to: one quiet button, and a chip for each filter that is on.

use channels::publication::StateName;
use maud::{Markup, html};
use publishing::calendar::Shown;
use strategy::Format;

use super::page::CalendarPage;
use super::place::{Place, state_name};
use super::words::format_words;
use crate::Frame;
use crate::areas::posts::shown::state_key;
use crate::parts::icon;
use crate::words::args;

/// One choice of a filter: its value in the address, its name.
type Choices = Vec<(String, String)>;

impl CalendarPage {
    pub(super) fn filters(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let on = self.place.narrowed.count();
        html! {
            details.menu.filter-menu {
                summary.button {
                    (icon("funnel")) (words.t("calendar-filter"))
                    @if on > 0 { span.count { (on) } }
                }
                form.menu-panel.filter-panel method="get" action=(frame.url("calendar")) {
                    input type="hidden" name="view" value=(self.place.view.name());
                    input type="hidden" name="date" value=(self.place.date);
                    @for (name, value) in self.place.filters() {
                        @if matches!(name, "days" | "ideas" | "hours" | "choose") { input type="hidden" name=(name) value=(value); }
                    }
                    @for (name, label, every, choices) in self.fields(frame) {
                        @if !choices.is_empty() {
                            div.field {
                                label for={ "by-" (name) } { (label) }
                                select.select id={ "by-" (name) } name=(name) {
                                    option value="" { (every) }
                                    @for (value, shown) in choices { option value=(value) selected[self.is_on(name, &value)] { (shown) } }
                                }
                            }
                        }
                    }
                    div.row {
                        button.button.button-primary { (words.t("calendar-filter-apply")) }
                        @if on > 0 { a.button.button-quiet href=(self.address(frame, |place| place.narrowed = Default::default())) { (words.t("calendar-filter-none")) } }
                    }
                }
            }
        }
    }

    /// The filters that are on, each with a way to put it off.
    pub(super) fn active(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        if self.place.narrowed.count() == 0 {
            return html! {};
        }
        html! {
            ul.filter-chips aria-label=(words.t("calendar-filters-on")) {
                @for (name, label, _, choices) in self.fields(frame) {
                    @if let Some((_, shown)) = choices.iter().find(|(value, _)| self.is_on(name, value)) {
                        li { a.filter-chip href=(self.without(frame, name)) {
                            span.muted { (label) " " } (shown)
                            span.visually-hidden { ", " (words.t("calendar-filter-off")) } (icon("x"))
                        } }
                    }
                }
            }
        }
    }

    fn is_on(&self, name: &str, value: &str) -> bool {
        self.place.filters().iter().any(|(known, kept)| *known == name && kept == value)
    }

    fn without(&self, frame: &Frame, name: &str) -> String {
        self.address(frame, |place: &mut Place| {
            let narrowed = &mut place.narrowed;
            match name {
                "channel" => narrowed.channel = None,
                "campaign" => narrowed.campaign = None,
                "topic" => narrowed.topic = None,
                "format" => narrowed.format = None,
                "state" => narrowed.shown = None,
                _ => narrowed.author = None,
            }
        })
    }

    fn fields(&self, frame: &Frame) -> [(&'static str, String, String, Choices); 6] {
        let words = &frame.words;
        let known = &self.known;
        let channels = known.channels.iter().map(|channel| {
            (channel.id.to_string(), format!("{} {}", channel.network, channel.account()))
        });
        let campaigns = known.campaigns.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let topics = known.topics.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let team = known.team.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let formats = Format::ALL.iter().map(|f| (f.to_string(), format_words(*f, words)));
        let states = StateName::ALL.iter().filter(|state| **state != StateName::Cancelled);
        let states = states.map(|state| {
            let shown = words.t(&format!("state-{}", state_key(*state)));
            (state_name(Shown::State(*state)), shown)
        });
        let drafts = [
            (state_name(Shown::Drafts), words.t("state-draft")),
            (state_name(Shown::Asked), words.t("state-asked")),
        ];
        let field = |name: &'static str, choices: Choices| {
            let label = words.t(&format!("calendar-by-{name}"));
            (name, label, words.t(&format!("calendar-every-{name}")), choices)
        };
        [
            field("channel", channels.collect()),
            field("state", drafts.into_iter().chain(states).collect()),
            field("campaign", campaigns.collect()),
            field("topic", topics.collect()),
            field("format", formats.collect()),
            field("author", team.collect()),
        ]
    }

    /// One says how many filters are on, for titles.
    pub(super) fn narrowed_words(&self, frame: &Frame) -> Markup {
        let on = self.place.narrowed.count();
        html! { @if on > 0 { " " (frame.words.tn("calendar-narrowed", args![count => on])) } }
    }
}
