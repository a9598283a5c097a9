//! The days one writes about in the coming three months, and which kinds a brand sees.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use publishing::holidays::{self, Choice, Family, Moment};
use serde::Deserialize;

use super::words::of_holidays;
use crate::parts::{crumbs, csrf, empty_state, icon, page_header_under, submit};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// From which day.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    from: String,
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let today = here.words().now().map(|now| here.words().local(now).date()).unwrap_or_default();
    let from = asked.from.parse::<Date>().ok().filter(|day| (1..=9000).contains(&day.year()));
    let from = from.unwrap_or(today);
    let mut tx = here.read().await?;
    let choice = Choice::of(&here.actor, &mut tx).await.map_err(of_holidays)?;
    drop(tx);
    let to = from.checked_add(3.months()).unwrap_or(from);
    let moments = holidays::between(from, to, &choice.families, here.brand.zone.time_zone());
    Ok(here.show(&DaysPage { from, today, moments, families: choice.families }))
}

/// Chooses the kinds.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let wanted = |family: &Family| form.all("family").any(|name| name == family.as_str());
    let families = Family::ALL.iter().copied().filter(wanted).collect();
    let mut tx = here.begin().await?;
    Choice { families }.keep(&here.actor, &mut tx).await.map_err(of_holidays)?;
    tx.commit().await?;
    Ok(here.go("calendar/days").saying("calendar-days-kept").into_response())
}

/// The days one writes about.
pub struct DaysPage {
    from: Date,
    today: Date,
    moments: Vec<Moment>,
    families: Vec<Family>,
}

impl DaysPage {
    fn moment(&self, frame: &Frame, moment: &Moment) -> Markup {
        let words = &frame.words;
        let name = words.t(&format!("moment-{}", moment.key));
        html! {
            li.item.moment {
                span.moment-day { span.strong { (moment.day.day()) } " " (words.short_weekday(moment.day.weekday())) }
                div.item-body {
                    p.item-title { (name) }
                    p.item-meta {
                        span { (words.t(&format!("calendar-family-{}", moment.family))) }
                        @if moment.until != moment.day { span { (words.tn("calendar-days-until", args![day => words.date(moment.until)])) } }
                    }
                }
                @if frame.may(Right::Draft) && moment.day >= self.today {
                    form.item-end method="post" action=(frame.url("calendar/ideas")) {
                        (csrf(frame))
                        input type="hidden" name="moment" value=(moment.key);
                        input type="hidden" name="date" value=(moment.day);
                        input type="hidden" name="back" value="calendar/days";
                        button.button.button-small aria-label=(words.tn("calendar-days-draft-of", args![name => &name])) { (icon("pencil")) (words.t("calendar-days-draft")) }
                    }
                }
            }
        }
    }

    fn choice(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.card.form method="post" action=(frame.url("calendar/days")) {
                (csrf(frame))
                fieldset.fieldset.stack.stack-sm {
                    legend { (words.t("calendar-days-choice")) }
                    @for family in Family::ALL {
                        label.check {
                            input type="checkbox" name="family" value=(family) checked[self.families.contains(family)];
                            span { (words.t(&format!("calendar-family-{family}"))) span.hint { (words.t(&format!("calendar-family-{family}-hint"))) } }
                        }
                    }
                }
                div.form-actions { (submit(&words.t("calendar-days-keep"), "button-primary")) }
            }
        }
    }
}

impl Page for DaysPage {
    fn samples() -> Vec<Self> {
        let today: Date = "2026-11-23".parse().expect("a day of the samples");
        let zone = jiff::tz::TimeZone::get("Europe/Paris").expect("a zone of the samples");
        let from: Date = "2026-01-01".parse().expect("a day of the samples");
        let to: Date = "2026-12-31".parse().expect("a day of the samples");
        let moments = holidays::between(from, to, Family::ALL, &zone);
        vec![
            Self { from: today, today, moments: vec![], families: vec![] },
            Self { from, today, moments, families: Family::ALL.to_vec() },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("calendar-days-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("calendar", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-calendar"), &frame.url("calendar"))]);
        let lead = words.tn("calendar-days-lead", args![day => words.date(self.from)]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (lead) }, html! {}))
            div.columns {
                div.stack {
                    @if self.moments.is_empty() {
                        (empty_state("calendar-plus", &words.t("calendar-days-none"), &words.t("calendar-days-none-lead"), html! {}))
                    }
                    @for month in self.moments.chunk_by(|a, b| a.day.month() == b.day.month()) {
                        section.stack.stack-sm {
                            h2.month-name { (words.month_of(month[0].day)) }
                            ul.list.card.card-flush { @for moment in month { (self.moment(frame, moment)) } }
                        }
                    }
                    @let on = self.from.checked_add(3.months()).unwrap_or(self.from);
                    p { a.button href=(frame.url(&format!("calendar/days?from={on}"))) { (words.t("calendar-days-on")) (icon("arrow-right")) } }
                }
                aside { @if frame.may(Right::Draft) { (self.choice(frame)) } }
            }
        }
    }
}

page_samples!(DaysPage);
