//! The list: everything from a day on, by time, with boxes to choose several.

use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use publishing::calendar::{Occasion, Standing};
use publishing::holidays::Moment;

use super::chip::standing_key;
use super::page::CalendarPage;
use super::words::format_words;
use crate::Frame;
use crate::areas::posts::shown::headline;
use crate::parts::{empty_state, icon, link_button, state, time};
use crate::words::args;

impl CalendarPage {
    pub(super) fn list(
        &self,
        frame: &Frame,
        lines: &[Occasion],
        on: Option<&str>,
        goes_on: bool,
    ) -> Markup {
        let words = &frame.words;
        html! {
            @if lines.is_empty() {
                (empty_state("calendar-days", &words.t("calendar-empty-list"), &words.t("calendar-empty-list-lead"), html! {
                    @if frame.may(Right::Draft) { (link_button(&words.t("calendar-write"), &frame.url("posts/new"), "button-primary")) }
                }))
            } @else {
                @if frame.may(Right::Draft) {
                    p.choose-all.no-print { label.check { input type="checkbox" data-choose-all; span { (words.t("calendar-choose-all")) } } }
                }
                div.card.card-flush.agenda data-choosing {
                    @for (day, lines) in self.by_day(frame, lines) {
                        section aria-labelledby={ "d-" (day) } {
                            h2.agenda-day id={ "d-" (day) } {
                                a href=(self.address(frame, |place| { place.view = super::grid::View::Day; place.date = day; })) { (words.day(day)) }
                                @for moment in self.moments.get(&day).map_or(&[][..], Vec::as_slice) { (self.note(frame, moment)) }
                            }
                            ul.list { @for occasion in lines { (self.line(frame, occasion)) } }
                        }
                    }
                }
                @if goes_on || on.is_some() {
                    nav.pagination.no-print aria-label=(words.t("parts-pages")) {
                        @if goes_on { a.button href=(self.address(frame, |_| {})) rel="prev" { (icon("arrow-left")) (words.t("calendar-list-start")) } }
                        @if let Some(on) = on { a.button.end href=(frame.url(on)) rel="next" { (words.t("calendar-list-on")) (icon("arrow-right")) } }
                    }
                }
            }
        }
    }

    fn note(&self, frame: &Frame, moment: &Moment) -> Markup {
        html! { span.day-note { (frame.words.t(&format!("moment-{}", moment.key))) } }
    }

    fn by_day<'a>(&self, frame: &Frame, lines: &'a [Occasion]) -> Vec<(Date, Vec<&'a Occasion>)> {
        let mut days: Vec<(Date, Vec<&Occasion>)> = Vec::new();
        for occasion in lines {
            let day = frame.words.local(occasion.at).date();
            match days.last_mut().filter(|(last, _)| *last == day) {
                Some((_, lines)) => lines.push(occasion),
                None => days.push((day, vec![occasion])),
            }
        }
        days
    }

    fn line(&self, frame: &Frame, occasion: &Occasion) -> Markup {
        let words = &frame.words;
        let name = headline(&occasion.excerpt, &words.t("posts-without-words"));
        let key = standing_key(occasion);
        let local = words.local(occasion.at);
        let topic = self.known.topics.iter().find(|(id, _)| Some(*id) == occasion.topic);
        let campaign = self.known.campaigns.iter().find(|(id, _)| Some(*id) == occasion.campaign);
        let author = self.known.team.iter().find(|(id, _)| Some(*id) == occasion.author);
        let mut about = vec![format_words(occasion.format, words)];
        let named = [topic.map(|(_, n)| n), campaign.map(|(_, n)| n), author.map(|(_, n)| n)];
        about.extend(named.into_iter().flatten().cloned());
        let href = match occasion.standing {
            Standing::Draft | Standing::Asked => format!("posts/{}/edit", occasion.post),
            Standing::Given(_) => format!("posts/{}", occasion.post),
        };
        html! {
            li.agenda-line {
                @if frame.may(Right::Draft) {
                    label.pick-line { input type="checkbox" name="post" value=(occasion.post) form="changes"; span.visually-hidden { (words.tn("calendar-choose-one", args![name => &name])) } }
                }
                a.item href=(frame.url(&href)) {
                    span.day-time { (time(words, occasion.at, &words.time(local.time()))) }
                    div.item-body {
                        p.item-title.clip { (name) }
                        p.item-meta {
                            span.marks { @for channel in self.channels_of(occasion) { (channel.mark("network-sm")) } }
                            span { (about.join(" · ")) }
                        }
                    }
                    div.item-end { (state(words, key)) }
                }
                @if frame.may(Right::Draft) {
                    a.button.button-quiet.button-icon.no-print href=(frame.url(&format!("calendar/copies/new?post={}", occasion.post))) aria-label=(words.tn("calendar-copy-to-of", args![name => &name])) title=(words.t("calendar-copy-to")) { (icon("copy")) }
                }
            }
        }
    }

    /// What is done to several posts at once.
    pub(super) fn changes(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.changes.no-print #changes method="post" action=(frame.url("calendar/changes")) data-changes="" {
                (crate::parts::csrf(frame))
                input type="hidden" name="back" value=(self.place.path());
                p.changes-count role="status" data-count-one=(words.t("calendar-chosen-one")) data-count-more=(words.t("calendar-chosen-more")) { (words.t("calendar-choose-lead")) }
                div.changes-actions {
                    details.menu.menu-up {
                        summary.button { (icon("clock")) (words.t("calendar-shift")) }
                        div.menu-panel.stack.stack-sm {
                            div.fields-inline {
                                div.field { label for="days" { (words.t("calendar-shift-days")) } input.input.input-short type="number" id="days" name="days" value="1" min="-366" max="366"; }
                                div.field { label for="hours" { (words.t("calendar-shift-hours")) } input.input.input-short type="number" id="hours" name="hours" value="0" min="-23" max="23"; }
                            }
                            p.hint { (words.t("calendar-shift-hint")) }
                            button.button.button-primary name="do" value="shift" { (words.t("calendar-shift-go")) }
                        }
                    }
                    details.menu.menu-up {
                        summary.button { (icon("calendar-days")) (words.t("calendar-to-date")) }
                        div.menu-panel.stack.stack-sm {
                            div.field { label for="to" { (words.t("calendar-to-date-field")) } input.input type="date" id="to" name="to" min=(self.today) value=(self.today.max(self.place.date)); }
                            p.hint { (words.t("calendar-to-date-hint")) }
                            button.button.button-primary name="do" value="to" { (words.t("calendar-to-date-go")) }
                        }
                    }
                    @if frame.may(Right::Publish) {
                        button.button name="do" value="hold" { (icon("pause")) (words.t("calendar-hold")) }
                        button.button name="do" value="release" { (icon("play")) (words.t("calendar-release")) }
                    }
                    button.button.button-danger name="do" value="remove" { (icon("trash-2")) (words.t("calendar-remove")) }
                }
            }
        }
    }
}
