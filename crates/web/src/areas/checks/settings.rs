//! Which checks a brand uses and how strongly each speaks.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Right;
use publishing::guard::{Guard, GuardSetting, GuardSettings, Level};

use super::wording;
use crate::parts::{crumbs, csrf, page_header_under, submit};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The checks by what they look after.
const GROUPS: [(&str, &[Guard]); 4] = [
    (
        "law",
        &[Guard::CollaborationMention, Guard::Collaboration, Guard::Retouched, Guard::Regulated],
    ),
    (
        "charter",
        &[Guard::Avoided, Guard::Preferred, Guard::OffTopic, Guard::WrongLanguage, Guard::Flooding],
    ),
    (
        "craft",
        &[
            Guard::Twin,
            Guard::Repeated,
            Guard::AltText,
            Guard::DeadLink,
            Guard::Untracked,
            Guard::Unsupported,
            Guard::PrivateMessage,
        ],
    ),
    ("people", &[Guard::PersonalProfile, Guard::PersonalContent, Guard::Paused]),
];

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let settings = GuardSettings::of(&here.actor, &mut tx).await?;
    Ok(here.show(&ChecksPage { settings }))
}

/// Sets them.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut wanted = Vec::new();
    for guard in Guard::ALL {
        let level = form.get(&format!("level-{guard}"));
        // A check that the form does not speak of stays as it is.
        if let Ok(level) = level.parse::<Level>() {
            let active = form.has(&format!("on-{guard}"));
            wanted.push(GuardSetting { guard: *guard, active, level });
        }
    }
    let mut tx = here.begin().await?;
    GuardSettings::set(&wanted, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("charter/checks").saying("checks-settings-saved").into_response())
}

/// « What is looked at before a post leaves. »
pub struct ChecksPage {
    settings: GuardSettings,
}

impl Page for ChecksPage {
    fn samples() -> Vec<Self> {
        let mut changed = GuardSettings::default();
        changed.put(GuardSetting { guard: Guard::Twin, active: false, level: Level::Asks });
        vec![Self { settings: GuardSettings::default() }, Self { settings: changed }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("checks-settings-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("charter", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("charter-title"), &frame.url("charter"))]);
        let lead = html! { (words.t("checks-settings-lead")) };
        html! {
            (page_header_under(above, &self.title(frame), lead, html! {}))
            form.stack.stack-lg method="post" action=(frame.url("charter/checks")) {
                (csrf(frame))
                dl.facts.facts-plain {
                    @for level in Level::ALL {
                        dt.strong { (words.t(&format!("checks-level-{level}"))) }
                        dd { (words.t(&format!("checks-level-{level}-about"))) }
                    }
                }
                @for (group, guards) in GROUPS {
                    section.card.card-flush aria-labelledby={ "group-" (group) } {
                        div.card-head { h2 id={ "group-" (group) } { (words.t(&format!("checks-group-{group}"))) } }
                        ul.list { @for guard in guards { (self.line(frame, *guard)) } }
                    }
                }
                @if frame.may(Right::ManageBrand) {
                    div.form-actions { (submit(&words.t("checks-settings-save"), "button-primary")) }
                }
            }
        }
    }
}

impl ChecksPage {
    fn line(&self, frame: &Frame, guard: Guard) -> Markup {
        let words = &frame.words;
        let key = wording::key(guard);
        let setting = self.settings.get(guard);
        let fixed = !frame.may(Right::ManageBrand);
        let (about, level) = (format!("about-{guard}"), format!("level-{guard}"));
        html! {
            li.check-setting {
                div {
                    label.switch {
                        input type="checkbox" role="switch" name={ "on-" (guard) } value="on" checked[setting.active]
                            disabled[fixed] aria-describedby=(about);
                        span.strong { (words.t(&key)) }
                    }
                    p.muted.small id=(about) { (words.t(&format!("{key}-about"))) }
                }
                div.field {
                    label.visually-hidden for=(level) { (words.tn("checks-level-of", crate::words::args![check => words.t(&key)])) }
                    select.select id=(level) name=(level) disabled[fixed] {
                        @for one in Level::ALL {
                            option value=(one) selected[setting.level == *one] { (words.t(&format!("checks-level-{one}"))) }
                        }
                    }
                }
            }
        }
    }
}

page_samples!(ChecksPage);
