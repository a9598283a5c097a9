//! « When are we there to answer? »

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::hours::{DayOfOwn, Holidays, Hours, HoursError, HoursSetting, Opening, OwnDay};
use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::week;
use crate::areas::brand::settings_tabs;
use crate::parts::{Choice, Field, choice, csrf, error_summary, one_button, page_header, submit};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let page = HoursPage::load(&here, None, None).await?;
    Ok(here.show(&page))
}

/// Sets the week.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    if let Some((week, holidays)) = week::read(&mut form, &words) {
        let mut tx = here.begin().await?;
        match Hours::set(week, holidays, &here.actor, &mut tx).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(here
                    .go("settings/hours")
                    .saying("promises-hours-saved")
                    .into_response());
            }
            Err(HoursError::NeverOpen) => form.refuse("mode", words.t("promises-hours-never")),
            Err(HoursError::Overlap) => form.refuse("mode", words.t("promises-hours-overlap")),
            Err(error) => return Err(error.into()),
        }
    }
    let page = HoursPage::load(&here, Some(form), None).await?;
    Ok(here.refused(&page))
}

/// Adds days of the brand's own.
pub async fn add_day(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    if let Some(given) = read_day(&mut form, &words) {
        let mut tx = here.begin().await?;
        match Hours::add_day(given, &here.actor, &mut tx).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(here.go("settings/hours").saying("promises-day-added").into_response());
            }
            Err(HoursError::Backwards) => {
                form.refuse("day_until", words.t("promises-day-backwards"))
            }
            Err(HoursError::TooLong) => form.refuse("day_until", words.t("promises-day-too-long")),
            Err(HoursError::Overlap) => form.refuse("open_from", words.t("promises-hours-overlap")),
            Err(HoursError::NoteTooLong) => form.refuse("note", words.t("promises-note-too-long")),
            Err(error) => return Err(error.into()),
        }
    }
    let page = HoursPage::load(&here, None, Some(form)).await?;
    Ok(here.refused(&page))
}

fn read_day(form: &mut Form, words: &crate::words::Words) -> Option<DayOfOwn> {
    let from = form.get("day_from").trim().parse::<Date>();
    let from = form.check("day_from", from, |_| words.t("promises-day-needed"))?;
    let until = form.get("day_until").trim().to_owned();
    let until = if until.is_empty() { Ok(from) } else { until.parse() };
    let until = form.check("day_until", until, |_| words.t("promises-day-needed"))?;
    let (open, close) = (form.get("open_from").trim(), form.get("open_until").trim());
    let mut openings = Vec::new();
    if !open.is_empty() || !close.is_empty() {
        let opening = Opening::parse(open, close);
        openings.push(form.check("open_from", opening, |_| words.t("promises-day-hours"))?);
    }
    Some(DayOfOwn { from, until, openings, note: form.get("note").to_owned() })
}

/// Takes days of the brand's own away.
pub async fn remove_day(
    here: InBrand,
    Path((_, day)): Path<(String, Id<OwnDay>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Hours::remove_day(day, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/hours").saying("promises-day-removed").into_response())
}

/// The hours, and the days of the brand's own.
pub struct HoursPage {
    week: Form,
    day: Form,
    days: Vec<OwnDay>,
}

impl HoursPage {
    async fn load(here: &InBrand, week: Option<Form>, day: Option<Form>) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let setting = Hours::setting(&here.actor, &mut tx).await?;
        let week = week.unwrap_or_else(|| week::form_of(&setting));
        Ok(Self { week, day: day.unwrap_or_else(Form::empty), days: setting.days })
    }
}

impl Page for HoursPage {
    fn samples() -> Vec<Self> {
        let empty = HoursSetting { week: None, holidays: Holidays::France, days: Vec::new() };
        let day = |text: &str| text.parse::<Date>().unwrap_or_default();
        let id = |second| primitives::Ambient::fixed("2026-11-22T09:00:00Z", second).new_id();
        let own = |second, openings| OwnDay {
            id: id(second),
            day: DayOfOwn {
                from: day("2026-12-24"),
                until: day("2027-01-02"),
                openings,
                note: "Fermeture de fin d’année".to_owned(),
            },
        };
        let open = vec![Opening { from: 480, until: 720 }];
        let mut refused = week::form_of(&empty);
        refused.refuse("mode", "Deux ouvertures se chevauchent");
        vec![
            Self { week: week::form_of(&empty), day: Form::empty(), days: vec![] },
            Self { week: refused, day: Form::empty(), days: vec![own(1, vec![]), own(2, open)] },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("promises-hours-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("promises-hours-lead")) }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/hours"))
                (self.week(frame))
                (self.own(frame))
            }
        }
    }
}

page_samples!(HoursPage);

impl HoursPage {
    fn week(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.week);
        let mode = |value: &'static str| {
            let (title, hint) = (
                words.t(&format!("promises-mode-{value}")),
                words.t(&format!("promises-mode-{value}-hint")),
            );
            choice(form, "radio", "mode", Choice { value, title: &title, hint: &hint })
        };
        html! {
            form.card.form method="post" action=(frame.url("settings/hours")) {
                (csrf(frame))
                (error_summary(words, form))
                fieldset.fieldset.stack {
                    legend { (words.t("promises-mode")) }
                    div.choices.choices-compact { (mode("week")) (mode("always")) }
                    @if let Some(error) = form.error("mode") { p.error #mode-error { (error) } }
                }
                (week::fields(frame, form))
                div.field {
                    label for="holidays" { (words.t("promises-holidays")) }
                    select.select #holidays name="holidays" {
                        @for which in Holidays::ALL {
                            option value=(which.as_str()) selected[form.get("holidays") == which.as_str()] {
                                (words.t(&format!("promises-holidays-{which}")))
                            }
                        }
                    }
                }
                div.form-actions { (submit(&words.t("promises-hours-save"), "button-primary")) }
            }
        }
    }

    fn own(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.day);
        html! {
            section.card.stack aria-labelledby="own-days" {
                h2 #own-days { (words.t("promises-own-days")) }
                p.muted { (words.t("promises-own-days-lead")) }
                @if !self.days.is_empty() {
                    ul.list { @for day in &self.days { li { (own_day(frame, day)) } } }
                }
                form.form method="post" action=(frame.url("settings/hours/days")) {
                    (csrf(frame))
                    (error_summary(words, form))
                    div.fields-inline {
                        (Field::new(form, "day_from", &words.t("promises-day-from")).kind("date").required())
                        (Field::new(form, "day_until", &words.t("promises-day-until")).kind("date").hint(words.t("promises-day-until-hint")))
                    }
                    div.fields-inline {
                        (Field::new(form, "open_from", &words.t("promises-open-from")).kind("time").hint(words.t("promises-open-hint")))
                        (Field::new(form, "open_until", &words.t("promises-open-until")).kind("time"))
                    }
                    (Field::new(form, "note", &words.t("promises-note")).with("maxlength", "200"))
                    div.form-actions { (submit(&words.t("promises-day-add"), "")) }
                }
            }
        }
    }
}

fn own_day(frame: &Frame, own: &OwnDay) -> Markup {
    let words = &frame.words;
    let day = &own.day;
    let when = match day.from == day.until {
        true => words.date(day.from),
        false => words.tn(
            "promises-days-span",
            args![from => words.date(day.from), until => words.date(day.until)],
        ),
    };
    let hours: Vec<_> = day
        .openings
        .iter()
        .map(|opening| {
            let (from, until) = opening.texts();
            words.tn("promises-opening", args![from => from, until => until])
        })
        .collect();
    html! {
        div.item {
            div.item-body {
                p.item-title { (when) }
                p.item-meta {
                    span { @if hours.is_empty() { (words.t("promises-closed")) } @else { (hours.join(", ")) } }
                    @if !day.note.is_empty() { span { (day.note) } }
                }
            }
            div.item-end {
                (one_button(frame, &frame.url(&format!("settings/hours/days/{}/end", own.id)), &words.t("promises-remove"), "button-small"))
            }
        }
    }
}
