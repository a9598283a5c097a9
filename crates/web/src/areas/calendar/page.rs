use std::collections::BTreeMap;

use channels::Channel;
use channels::publication::StateName;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::{Right, Teammate};
use primitives::Id;
use publishing::Campaign;
use publishing::calendar::{Cell, Occasion};
use publishing::holidays::Moment;
use strategy::Topic;

use super::grid::{VIEWS, View};
use super::place::Place;
use crate::areas::posts::shown::{ShownChannel, state_key};
use crate::parts::{Tone, csrf, icon, notice, page_header, state};
use crate::words::args;
use crate::{Frame, Page, Shape, Width, page_samples};

/// The calendar.
pub struct CalendarPage {
    pub(super) place: Place,
    pub(super) today: Date,
    pub(super) shown: Shown,
    /// Drafts without a day.
    pub(super) ideas: Vec<Occasion>,
    /// Holidays and the like, by day.
    pub(super) moments: BTreeMap<Date, Vec<Moment>>,
    pub(super) known: Known,
    /// How many publications wait for a second look.
    pub(super) held: i64,
}

/// What a view shows.
pub(super) enum Shown {
    /// Days, each with its first posts.
    Month(Vec<(Date, Cell)>),
    /// Days of 24 hours.
    Hours(Vec<(Date, Vec<Cell>)>),
    /// Posts by time.
    List { lines: Vec<Occasion>, on: Option<String>, goes_on: bool },
    /// Nothing but the ideas.
    Ideas,
}

/// What filters and chips name.
#[derive(Clone, Default)]
pub(super) struct Known {
    pub channels: Vec<ShownChannel>,
    /// Those that are paused.
    pub paused: Vec<Id<Channel>>,
    pub topics: Vec<(Id<Topic>, String)>,
    pub campaigns: Vec<(Id<Campaign>, String)>,
    pub team: Vec<(Id<Teammate>, String)>,
}

impl CalendarPage {
    fn bar(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let name = self.place.view.name();
        let beside =
            |by| self.address(frame, |place| place.date = place.view.beside(place.date, by));
        html! {
            div.calendar-bar.no-print {
                @if self.place.view != View::Ideas {
                    div.button-group {
                        a.button.button-icon href=(beside(-1)) rel="prev" data-key="p" aria-label=(words.t(&format!("calendar-previous-{name}"))) { (icon("chevron-left")) }
                        a.button href=(self.address(frame, |place| place.date = self.today)) data-key="t" { (words.t("calendar-today")) }
                        a.button.button-icon href=(beside(1)) rel="next" data-key="n" aria-label=(words.t(&format!("calendar-next-{name}"))) { (icon("chevron-right")) }
                    }
                }
                (self.filters(frame))
                (self.active(frame))
                nav.button-group.views aria-label=(words.t("calendar-views")) {
                    @for view in VIEWS {
                        a.button.only-phone[view == View::Ideas] href=(self.address(frame, |place| place.view = view)) aria-current=[(view == self.place.view).then_some("page")] {
                            (words.t(&format!("calendar-{}", view.name())))
                        }
                    }
                }
            }
        }
    }

    /// What else one can do here.
    fn menu(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let paused = frame.brand.as_ref().is_some_and(|brand| brand.paused);
        let item = |href: String, picture: &str, key: &str| {
            html! { a.menu-item href=(href) { (icon(picture)) (words.t(key)) } }
        };
        let chooses = !matches!(self.place.view, View::List | View::Ideas);
        let shows_days = self.place.view != View::Ideas;
        html! {
            details.menu.menu-end {
                summary.button.button-quiet.button-icon aria-label=(words.t("calendar-more-actions")) { (icon("ellipsis")) }
                div.menu-panel {
                    @if frame.may(Right::Draft) && chooses {
                        (item(self.address(frame, |place| place.choosing = !place.choosing), "list-checks", if self.place.choosing { "calendar-choose-end" } else { "calendar-choose" }))
                    }
                    @if self.place.without_ideas { (item(self.address(frame, |place| place.without_ideas = false), "lightbulb", "calendar-ideas-show")) }
                    @if shows_days { (item(self.address(frame, |place| place.without_days = !place.without_days), "star", if self.place.without_days { "calendar-days-show" } else { "calendar-days-hide" })) }
                    (item(frame.url("calendar/days"), "calendar-plus", "calendar-days-coming"))
                    hr.menu-rule;
                    button.menu-item type="button" data-print="" hidden { (icon("printer")) (words.t("calendar-print")) }
                    @if frame.may(Right::Publish) { (item(frame.url("calendar/subscription"), "rss", "calendar-subscribe")) }
                    (item(frame.url("calendar/held"), "eye", "calendar-held"))
                    @if frame.may(Right::ManageBrand) && !paused { (item(frame.url("settings#pause"), "circle-pause", "calendar-pause-all")) }
                }
            }
        }
    }

    /// What keeps posts from leaving, where something does.
    fn standing(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if self.held > 0 {
                (notice(Tone::Warning, &words.tn("calendar-held-some", args![count => self.held]), html! {
                    div.row { a.button.button-small href=(frame.url("calendar/held")) { (icon("eye")) (words.t("calendar-held-look")) } }
                }))
            }
            @for id in &self.known.paused {
                @if let Some(channel) = self.known.channels.iter().find(|channel| channel.id == *id) {
                    (notice(Tone::Warning, &words.tn("calendar-channel-paused", args![network => channel.network.as_str(), account => channel.account()]), html! {
                        @if frame.may(Right::ManageChannels) {
                            form.row method="post" action=(frame.url(&format!("channels/{id}/pause/end"))) { (csrf(frame)) button.button.button-small { (icon("play")) (words.t("calendar-channel-resume")) } }
                        }
                    }))
                }
            }
        }
    }

    fn lead(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let zone = words.zone().iana_name().unwrap_or("UTC");
        let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        let own =
            |day: Date| self.place.view != View::Month || day.month() == self.place.date.month();
        let count = match &self.shown {
            Shown::Month(days) => {
                days.iter().filter(|(day, _)| own(*day)).map(|(_, cell)| cell.count).sum::<i64>()
            }
            Shown::Hours(days) => {
                days.iter().flat_map(|(_, cells)| cells).map(|cell| cell.count).sum()
            }
            Shown::List { .. } => {
                return html! { (words.tn("calendar-lead-list", args![city => city])) (self.narrowed_words(frame)) };
            }
            Shown::Ideas => return html! { (words.t("calendar-lead-ideas")) },
        };
        html! { (words.tn("calendar-lead", args![count => count, city => city])) (self.narrowed_words(frame)) }
    }

    /// What the colours mean, for paper.
    fn legend(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let states = [StateName::Planned, StateName::Published, StateName::Held, StateName::Failed];
        html! {
            ul.calendar-legend aria-hidden="true" {
                li { (state(words, "draft")) }
                @for one in states { li { (state(words, state_key(one))) } }
                li.end { "Parvis" @if let Some(brand) = &frame.brand { " · " (brand.name) } }
            }
        }
    }

    fn view(&self, frame: &Frame) -> Markup {
        match &self.shown {
            Shown::Month(days) => self.month(frame, days),
            Shown::Hours(days) => self.hours(frame, days),
            Shown::List { lines, on, goes_on } => self.list(frame, lines, on.as_deref(), *goes_on),
            Shown::Ideas => self.ideas_alone(frame),
        }
    }
}

impl Page for CalendarPage {
    fn samples() -> Vec<Self> {
        super::samples::pages()
    }

    fn title(&self, frame: &Frame) -> String {
        let words = &frame.words;
        let date = self.place.date;
        let title = match self.place.view {
            View::Month => words.month_of(date),
            View::Day => words.day(date),
            View::List => words.tn("calendar-list-of", args![day => words.date(date)]),
            View::Ideas => words.t("calendar-ideas"),
            View::Week => {
                let days = self.place.view.days(date);
                let (first, last) = (days[0], days[days.len() - 1]);
                let first = if first.month() == last.month() {
                    first.day().to_string()
                } else {
                    words.date(first)
                };
                words.tn("calendar-week-of", args![first => first, last => words.date(last)])
            }
        };
        let mut letters = title.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn shape(&self) -> Shape {
        Shape::Room("calendar", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let grid = !matches!(self.place.view, View::List | View::Ideas);
        let beside = !self.place.without_ideas && self.place.view != View::Ideas;
        let chooses = frame.may(Right::Draft)
            && (self.place.view == View::List || (self.place.choosing && grid));
        html! {
            (page_header(&self.title(frame), self.lead(frame), self.menu(frame)))
            (self.standing(frame))
            (self.bar(frame))
            div.calendar-sheet.with-ideas[beside] #calendar data-view=(self.place.view.name()) data-copies=(frame.url("calendar/copies")) {
                div.calendar-main { (self.view(frame)) }
                @if beside { (self.ideas_beside(frame)) }
            }
            @if chooses { (self.changes(frame)) }
            (self.legend(frame))
            @if grid && frame.may(Right::Draft) {
                p.hint.only-wide.calendar-hint.no-print { (words.t("calendar-drag-hint")) }
            }
        }
    }
}

page_samples!(CalendarPage);
