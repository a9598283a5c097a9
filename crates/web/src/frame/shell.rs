//! The document around a page: head, toasts, shortcuts. Class names are the style sheet's.

use maud::{DOCTYPE, Markup, html};
use platform::Right;
use platform::teammate::Theme;

use super::bars::{bottombar, sidebar, topbar};
use super::{Frame, Page, Shape, Width};
use crate::assets;
use crate::parts::{brand_badge, csrf, icon};
use crate::words::args;

pub(super) fn document(frame: &Frame, page: &impl Page) -> Markup {
    let words = &frame.words;
    let theme = match frame.theme {
        Theme::Auto => None,
        theme => Some(theme.as_str()),
    };
    let title = page.title(frame);
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="csrf-token" content=(frame.csrf);
                meta name="color-scheme" content="light dark";
                @if frame.guest.is_some() && !frame.listed {
                    meta name="robots" content="noindex, nofollow";
                    meta name="referrer" content="same-origin";
                }
                title { (title) @if let Some(brand) = &frame.brand { " · " (brand.name) } " · Parvis" }
                link rel="icon" type="image/svg+xml" href=(assets::url("favicon.svg"));
                @if assets::has("icon-192.png") { link rel="apple-touch-icon" href=(assets::url("icon-192.png")); }
                link rel="manifest" href="/assets/parvis.webmanifest";
                link rel="stylesheet" href=(assets::url("parvis.css"));
                @if let Some(sheet) = colours(frame) { link rel="stylesheet" href=(sheet); }
                @if assets::has("parvis.js") { script src=(assets::url("parvis.js")) defer {} }
            }
            @match page.shape() {
                Shape::Guest(width) => (guest(frame, width, page.body(frame))),
                Shape::Centered(width) => (centered(frame, width, page.body(frame))),
                Shape::Room(room, width) => (app(frame, room, width, page.body(frame))),
            }
        }
    }
}

/// The sheet that gives the brand worked in, and those listed, their colour: a pure function of
/// its address.
fn colours(frame: &Frame) -> Option<String> {
    let mut colours: Vec<&str> = Vec::new();
    for brand in frame.brand.iter().chain(&frame.brands) {
        let colour = brand.colour.trim_start_matches('#');
        if !colours.contains(&colour) {
            colours.push(colour);
        }
    }
    let base = if frame.brand.is_some() { "/assets/colours/" } else { "/assets/colours/none-" };
    (!colours.is_empty()).then(|| format!("{base}{}.css", colours.join("-")))
}

fn centered(frame: &Frame, width: Width, body: Markup) -> Markup {
    let words = &frame.words;
    let class = (width != Width::Narrow).then_some("wide");
    html! {
        body.centered {
            div.awning aria-hidden="true" {}
            header { a.wordmark href="/" { "Parvis" } }
            main class=[class] #main { (body) }
            footer.small.muted {
                (words.t("shell-free-software")) " "
                form.row method="post" action="/language" {
                    (csrf(frame))
                    @for (tag, name) in [("fr", "Français"), ("en", "English")] {
                        @if tag != words.language().tag() {
                            button.link-button name="language" value=(tag) lang=(tag) { (name) }
                        }
                    }
                }
            }
            (toasts(frame))
        }
    }
}

/// A page for someone outside: the brand, and no way into the house.
fn guest(frame: &Frame, width: Width, body: Markup) -> Markup {
    let class = if width == Width::Narrow { "guest-page" } else { "guest-page wide" };
    html! {
        body.guest {
            a.skip-link href="#main" { (frame.words.t("shell-skip")) }
            div.awning aria-hidden="true" {}
            header.guest-head {
                @if let Some(brand) = &frame.brand { (brand_badge(brand)) strong { (brand.name) } }
            }
            main class=(class) #main tabindex="-1" { (body) }
            footer.small.muted { (frame.words.t("guest-by-parvis")) }
            (toasts(frame))
        }
    }
}

fn app(frame: &Frame, room: &str, width: Width, body: Markup) -> Markup {
    let words = &frame.words;
    let class = match width {
        Width::Narrow => "page page-narrow",
        Width::Usual => "page",
        Width::Wide => "page page-wide",
    };
    html! {
        body.app data-room=(room) {
            a.skip-link href="#main" { (words.t("shell-skip")) }
            (topbar(frame))
            @if frame.brand.is_some() { (sidebar(frame, room)) }
            main class=(class) #main tabindex="-1" {
                (standing(frame))
                (body)
            }
            @if frame.brand.is_some() { (bottombar(frame, room)) }
            (toasts(frame))
            (shortcuts(frame))
        }
    }
}

/// What must never be overlooked: everything is paused, or this is the demonstration.
fn standing(frame: &Frame) -> Markup {
    let words = &frame.words;
    let Some(brand) = &frame.brand else { return html! {} };
    html! {
        (crises(frame))
        @if brand.paused && !brand.in_crisis {
            div.notice.notice-warning role="status" {
                (icon("circle-pause"))
                div.notice-body {
                    p.notice-title { (words.t("shell-paused")) }
                    @if frame.may(Right::Publish) {
                        div.row {
                            form method="post" action=(frame.url("pause/end")) {
                                (csrf(frame))
                                button.button.button-small { (icon("play")) (words.t("shell-resume")) }
                            }
                            a.button.button-small.button-quiet href=(frame.url("calendar/held")) { (icon("eye")) (words.t("calendar-held")) }
                        }
                    }
                }
            }
        }
        @if brand.demo { p.eyebrow { (words.t("shell-demo")) } }
    }
}

/// Alerts that nobody has looked at, and the crises that run: with the way to their room.
fn crises(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        @if let Some(alert) = &frame.crises.alert {
            div.notice.notice-danger role="status" {
                (icon("siren"))
                div.notice-body.spread {
                    p.notice-title { (words.tn("shell-crisis-alert", args![count => alert.seen, when => words.time_of(alert.from)])) }
                    a.button.button-small href=(frame.url(&format!("crisis/alerts/{}", alert.id))) { (words.t("shell-crisis-look")) }
                }
            }
        }
        @for crisis in &frame.crises.crises {
            @let kind = if crisis.rehearsal { "rehearsal" } else { crisis.level.as_str() };
            div class=(if crisis.rehearsal { "notice notice-doubt" } else { "notice notice-danger" }) role="status" {
                (icon(if crisis.rehearsal { "flag" } else { "siren" }))
                div.notice-body.spread {
                    p.notice-title {
                        (words.tn(&format!("shell-crisis-{kind}"), args![name => crisis.name.clone()]))
                        @if !crisis.rehearsal && frame.brand.as_ref().is_some_and(|brand| brand.in_crisis) { " " (words.t("shell-crisis-paused")) }
                    }
                    a.button.button-small href=(frame.url(&format!("crisis/{}", crisis.id))) { (words.t("shell-crisis-room")) }
                }
            }
        }
    }
}

fn toasts(frame: &Frame) -> Markup {
    html! {
        div.toasts role="status" aria-live="polite" {
            @if let Some(flash) = &frame.flash {
                div.toast {
                    span { (flash.worded(&frame.words)) }
                    @if let Some(undo) = &flash.undo {
                        form method="post" action=(undo) {
                            (csrf(frame))
                            button.button.button-small { (icon("undo-2")) (frame.words.t("shell-undo")) }
                        }
                    }
                    button.button.button-small.button-icon type="button" data-dismiss aria-label=(frame.words.t("shell-close")) {
                        (icon("x"))
                    }
                }
            }
        }
    }
}

fn shortcuts(frame: &Frame) -> Markup {
    let words = &frame.words;
    let enter = words.t("shell-key-enter");
    let keys: [(&[&str], &str); 14] = [
        (&["c"], "shell-key-write"),
        (&["g", "h"], "shell-key-home"),
        (&["g", "c"], "shell-key-calendar"),
        (&["g", "i"], "shell-key-inbox"),
        (&["j", "k"], "shell-key-next"),
        (&["r"], "shell-key-reply"),
        (&["n"], "shell-key-note"),
        (&["e"], "shell-key-resolve"),
        (&["s"], "shell-key-snooze"),
        (&["a"], "shell-key-assign"),
        (&["l"], "shell-key-label"),
        (&["x"], "shell-key-check"),
        (&["/"], "shell-key-search"),
        (&["Ctrl", &enter], "shell-key-send"),
    ];
    html! {
        dialog.dialog #shortcuts aria-labelledby="shortcuts-title" {
            div.card-head {
                h2 #shortcuts-title { (words.t("shell-shortcuts")) }
                form method="dialog" {
                    button.button.button-quiet.button-icon aria-label=(words.t("shell-close")) { (icon("x")) }
                }
            }
            dl.keys {
                @for (keys, key) in keys {
                    dt { @for name in keys { kbd { (name) } " " } }
                    dd { (words.t(key)) }
                }
            }
        }
    }
}
