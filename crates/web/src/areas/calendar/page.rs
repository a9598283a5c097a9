use std::collections::BTreeMap;

use channels::publication::StateName;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::grid::View;
use super::group::{Group, Narrowed};
use crate::areas::posts::shown::{ShownChannel, headline, state_key};
use crate::parts::{empty_state, icon, link_button, page_header, state, time};
use crate::words::args;
use crate::{Frame, Page, Shape, Width, page_samples};

/// The calendar.
pub struct CalendarPage {
    pub(super) view: View,
    pub(super) date: Date,
    pub(super) today: Date,
    pub(super) days: Vec<Date>,
    pub(super) found: BTreeMap<Date, Vec<Group>>,
    pub(super) channels: Vec<ShownChannel>,
    pub(super) narrowed: Narrowed,
}

impl CalendarPage {
    fn address(&self, frame: &Frame, view: View, date: Date) -> String {
        let mut path = format!("calendar?view={}&date={date}", view.name());
        if let Some(channel) = self.narrowed.channel {
            path += &format!("&channel={channel}");
        }
        if let Some(state) = self.narrowed.state {
            path += &format!("&state={state}");
        }
        frame.url(&path)
    }

    /// How many chips a day shows before « + n ».
    fn most(&self) -> usize {
        match self.view {
            View::Month => 3,
            View::Week => 20,
            View::Day => 400,
        }
    }

    fn bar(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let name = self.view.name();
        let beside = |by| self.address(frame, self.view, self.view.beside(self.date, by));
        html! {
            div.calendar-bar {
                div.button-group {
                    a.button.button-icon href=(beside(-1)) rel="prev" data-key="p" aria-label=(words.t(&format!("calendar-previous-{name}"))) { (icon("chevron-left")) }
                    a.button href=(self.address(frame, self.view, self.today)) data-key="t" { (words.t("calendar-today")) }
                    a.button.button-icon href=(beside(1)) rel="next" data-key="n" aria-label=(words.t(&format!("calendar-next-{name}"))) { (icon("chevron-right")) }
                }
                (self.filters(frame))
                div.button-group.end {
                    @for view in [View::Month, View::Week, View::Day] {
                        a.button href=(self.address(frame, view, self.date)) aria-current=[(view == self.view).then_some("page")] {
                            (words.t(&format!("calendar-{}", view.name())))
                        }
                    }
                }
            }
        }
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.row.calendar-filters method="get" action=(frame.url("calendar")) {
                input type="hidden" name="view" value=(self.view.name());
                input type="hidden" name="date" value=(self.date);
                label.visually-hidden for="channel" { (words.t("calendar-channel")) }
                select.select id="channel" name="channel" data-auto-submit {
                    option value="" { (words.t("calendar-every-channel")) }
                    @for channel in &self.channels {
                        option value=(channel.id) selected[self.narrowed.channel == Some(channel.id)] { (channel.network) " " (channel.account()) }
                    }
                }
                label.visually-hidden for="state" { (words.t("calendar-state")) }
                select.select id="state" name="state" data-auto-submit {
                    option value="" { (words.t("calendar-every-state")) }
                    @for state in StateName::ALL.iter().filter(|state| **state != StateName::Cancelled) {
                        option value=(state) selected[self.narrowed.state == Some(*state)] { (words.t(&format!("state-{}", state_key(*state)))) }
                    }
                }
                noscript { button.button { (words.t("calendar-filter")) } }
            }
        }
    }

    fn chip(&self, frame: &Frame, group: &Group) -> Markup {
        let words = &frame.words;
        let name = headline(&group.excerpt, &words.t("posts-without-words"));
        let state = words.t(&format!("state-{}", state_key(group.state)));
        let shown: Vec<_> = group
            .channels
            .iter()
            .filter_map(|id| self.channels.iter().find(|channel| channel.id == *id))
            .collect();
        let networks: Vec<_> = shown.iter().map(|channel| channel.network.as_str()).collect();
        let label = words.tn("calendar-chip", args![
            name => &name, networks => networks.join(", "), time => words.time(group.local.time()), state => &state
        ]);
        let movable = group.movable && frame.may(Right::Publish);
        let to = movable.then(|| frame.url(&format!("posts/{}/schedule", group.post)));
        html! {
            li {
                a.chip href=(frame.url(&format!("posts/{}", group.post))) data-state=(state_key(group.state)) title=(label)
                    data-draggable=[to] {
                    span.visually-hidden { (label) }
                    span.marks aria-hidden="true" { @for channel in shown.iter().take(3) { (channel.mark("network-sm")) } @if shown.len() > 3 { "+" (shown.len() - 3) } }
                    time datetime=(group.at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()) aria-hidden="true" { (words.time(group.local.time())) }
                    span.chip-text aria-hidden="true" { (name) }
                }
            }
        }
    }

    fn day(&self, frame: &Frame, day: Date) -> Markup {
        let words = &frame.words;
        let groups = self.found.get(&day).map_or(&[][..], Vec::as_slice);
        let more = groups.len().saturating_sub(self.most());
        let open = self.address(frame, View::Day, day);
        let outside = self.view == View::Month && day.month() != self.date.month();
        html! {
            div.day {
                span.day-name { (words.short_weekday(day.weekday())) }
                a href=(open) aria-current=[(day == self.today).then_some("date")] {
                    (day.day()) span.visually-hidden { @if outside { " " (words.month(day.month())) } ", " (words.tn("calendar-count", args![count => groups.len()])) }
                }
                @if frame.may(Right::Draft) && day >= self.today {
                    a.day-add href=(frame.url(&format!("posts/new?date={day}"))) title=(words.t("calendar-write"))
                        aria-label=(words.tn("calendar-write-on", args![day => words.day(day)])) { (icon("plus")) }
                }
            }
            @if !groups.is_empty() {
                ul.chips { @for group in groups.iter().take(self.most()) { (self.chip(frame, group)) } }
                @if more > 0 { a.chip-more href=(open) { (words.tn("calendar-more", args![count => more])) } }
            }
        }
    }

    fn class(&self, day: Date) -> String {
        let outside = self.view == View::Month && day.month() != self.date.month();
        let marks =
            [(outside, "outside"), (day < self.today, "past"), (day == self.today, "today-cell")];
        marks.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
    }

    fn month(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            table.calendar {
                caption.visually-hidden { (words.tn("calendar-caption", args![when => words.month_of(self.date)])) }
                thead { tr {
                    @for day in self.days.iter().take(7) {
                        th scope="col" { span aria-hidden="true" { (words.short_weekday(day.weekday())) } span.visually-hidden { (words.weekday(day.weekday())) } }
                    }
                } }
                tbody { @for week in self.days.chunks(7) { tr {
                    @for day in week { td class=(self.class(*day)) data-drop-date=(day) { (self.day(frame, *day)) } }
                } } }
            }
        }
    }

    fn week(&self, frame: &Frame) -> Markup {
        html! {
            ol.week { @for day in &self.days {
                li class=(self.class(*day)) data-drop-date=(day) { (self.day(frame, *day)) }
            } }
        }
    }

    fn one_day(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let groups = self.found.get(&self.date).map_or(&[][..], Vec::as_slice);
        let write = frame.url(&format!("posts/new?date={}", self.date));
        html! {
            @if groups.is_empty() {
                (empty_state("calendar-days", &words.t("calendar-empty-day"), &words.t("calendar-empty-day-lead"), html! {
                    @if frame.may(Right::Draft) && self.date >= self.today { (link_button(&words.t("calendar-write"), &write, "button-primary")) }
                }))
            } @else {
                div.card.card-flush { ul.list { @for group in groups.iter().take(self.most()) { li {
                    a.item href=(frame.url(&format!("posts/{}", group.post))) {
                        span.day-time { (time(words, group.at, &words.time(group.local.time()))) }
                        div.item-body {
                            p.item-title.clip { (headline(&group.excerpt, &words.t("posts-without-words"))) }
                            p.item-meta { @for id in &group.channels { @if let Some(channel) = self.channels.iter().find(|c| c.id == *id) {
                                (channel.mark("network-sm")) span { (channel.account()) }
                            } } }
                        }
                        div.item-end { (state(words, state_key(group.state))) }
                    }
                } } } }
                @if groups.len() > self.most() { p.muted { (words.tn("calendar-more", args![count => groups.len() - self.most()])) } }
            }
        }
    }

    fn lead(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let own = |day: &&Date| self.view != View::Month || day.month() == self.date.month();
        let count: usize =
            self.days.iter().filter(own).filter_map(|day| self.found.get(day)).map(Vec::len).sum();
        let zone = words.zone().iana_name().unwrap_or("UTC");
        let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        html! { (words.tn("calendar-lead", args![count => count, city => city])) }
    }
}

impl Page for CalendarPage {
    fn samples() -> Vec<Self> {
        let date: Date = "2026-11-23".parse().expect("a day of the samples");
        let channels = ShownChannel::samples();
        let zone = jiff::tz::TimeZone::get("Europe/Paris").expect("a zone of the samples");
        let page = |view: View, full: usize, narrowed| {
            let days = view.days(date);
            let chosen = days.iter().enumerate().filter(|(n, _)| n % 3 == 0).take(full);
            let group = |day: &Date, n: usize| {
                let local = day.at(7 + n as i8, 30, 0, 0);
                let at = zone.to_timestamp(local).unwrap_or_default();
                let state = StateName::ALL[n % StateName::ALL.len()];
                Group {
                    post: Id::from_uuid(uuid::Uuid::from_u128(n as u128)),
                    at,
                    local,
                    excerpt: "La bûche de Noël est arrivée au fournil".to_owned(),
                    channels: channels.iter().take(1 + n % 3).map(|c| c.id).collect(),
                    state,
                    movable: state == StateName::Planned,
                }
            };
            let found =
                chosen.map(|(n, day)| (*day, (0..1 + n % 11).map(|n| group(day, n)).collect()));
            Self {
                view,
                date,
                today: date,
                found: found.collect(),
                days,
                channels: channels.clone(),
                narrowed,
            }
        };
        let narrowed = Narrowed { channel: Some(channels[0].id), state: Some(StateName::Planned) };
        vec![
            page(View::Month, 0, Narrowed::default()),
            page(View::Month, 99, Narrowed::default()),
            page(View::Week, 99, narrowed),
            page(View::Day, 0, Narrowed::default()),
            page(View::Day, 99, Narrowed::default()),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        let words = &frame.words;
        let title = match self.view {
            View::Month => words.month_of(self.date),
            View::Day => words.day(self.date),
            View::Week => {
                let (first, last) = (self.days[0], self.days[self.days.len() - 1]);
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
        html! {
            (page_header(&self.title(frame), self.lead(frame), html! {}))
            (self.bar(frame))
            @match self.view {
                View::Month => (self.month(frame)),
                View::Week => (self.week(frame)),
                View::Day => (self.one_day(frame)),
            }
            @if self.view != View::Day && frame.may(Right::Publish) {
                p.hint.only-wide.calendar-hint { (words.t("calendar-drag-hint")) }
            }
        }
    }
}

page_samples!(CalendarPage);
