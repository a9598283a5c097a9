//! The document around a page: head, bars, toasts, shortcuts. Class names are the style sheet's.

use maud::{DOCTYPE, Markup, html};
use platform::Right;
use platform::teammate::Theme;

use super::{Frame, Page, Shape, ShownBrand, Width};
use crate::assets;
use crate::parts::{avatar, brand_badge, csrf, icon};
use crate::words::args;

/// The lines of the sidebar: room, path in the brand, icon.
const ROOMS: [(&str, &str, &str); 6] = [
    ("home", "", "house"),
    ("calendar", "calendar", "calendar-days"),
    ("inbox", "inbox", "inbox"),
    ("posts", "posts", "file-text"),
    ("measures", "measures", "chart-column"),
    ("channels", "channels", "plug"),
];

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
                title { (title) @if let Some(brand) = &frame.brand { " · " (brand.name) } " · Parvis" }
                link rel="icon" type="image/svg+xml" href=(assets::url("favicon.svg"));
                link rel="manifest" href="/assets/parvis.webmanifest";
                link rel="stylesheet" href=(assets::url("parvis.css"));
                @if let Some(sheet) = colours(frame) { link rel="stylesheet" href=(sheet); }
                @if assets::has("parvis.js") { script src=(assets::url("parvis.js")) defer {} }
            }
            @match page.shape() {
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
        @if brand.paused {
            div.notice.notice-warning role="status" {
                (icon("circle-pause"))
                div.notice-body {
                    p.notice-title { (words.t("shell-paused")) }
                    @if frame.may(Right::Publish) {
                        form.row method="post" action=(frame.url("pause/end")) {
                            (csrf(frame))
                            button.button.button-small { (icon("play")) (words.t("shell-resume")) }
                        }
                    }
                }
            }
        }
        @if brand.demo { p.eyebrow { (words.t("shell-demo")) } }
    }
}

fn topbar(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        header.topbar {
            @if frame.person.is_some() { (brand_switch(frame)) } @else { a.wordmark href="/" { "Parvis" } }
            @if frame.brand.is_some() {
                @if frame.may(Right::Draft) {
                    a.button.button-primary.push.only-wide href=(frame.url("posts/new")) data-key="c" {
                        (icon("pencil")) (words.t("shell-write"))
                    }
                }
            }
            @if frame.person.is_some() {
                (bell(frame))
                (account(frame))
            }
        }
    }
}

fn bell(frame: &Frame) -> Markup {
    let words = &frame.words;
    let class = if frame.brand.is_some() { "button button-quiet button-icon" } else { "button button-quiet button-icon push" };
    html! {
        a class=(class) href="/notifications" {
            (icon("bell"))
            @if frame.unread > 0 {
                span.count.count-hot aria-hidden="true" { (words.number(frame.unread)) }
            }
            span.visually-hidden { (words.tn("shell-unread", args![count => frame.unread])) }
        }
    }
}

fn brand_switch(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        details.menu.brand-switch {
            summary {
                @match &frame.brand {
                    Some(brand) => { (brand_badge(brand)) span.clip { (brand.name) } },
                    None => span.wordmark { "Parvis" },
                }
                (icon("chevron-down"))
            }
            div.menu-panel {
                p.menu-label { (words.t("shell-brands")) }
                @for brand in &frame.brands { (brand_line(frame, brand)) }
                hr.menu-rule;
                a.menu-item href="/brands/new" { (icon("plus")) (words.t("shell-add-brand")) }
            }
        }
    }
}

fn brand_line(frame: &Frame, brand: &ShownBrand) -> Markup {
    let current = frame.brand.as_ref().is_some_and(|here| here.slug == brand.slug);
    html! {
        a.menu-item href={ "/b/" (brand.slug) } aria-current=[current.then_some("true")] {
            (brand_badge(brand)) (brand.name)
            @if brand.demo { span.badge { (frame.words.t("shell-demo-badge")) } }
        }
    }
}

fn account(frame: &Frame) -> Markup {
    let words = &frame.words;
    let Some(person) = &frame.person else { return html! {} };
    html! {
        details.menu.menu-end.push-phone {
            summary {
                (avatar(&person.name, None))
                span.visually-hidden { (words.tn("shell-account-of", args![name => &person.name])) }
            }
            div.menu-panel {
                p.menu-label { (person.name) br; (person.email) }
                a.menu-item href="/account" { (icon("user")) (words.t("shell-account")) }
                button.menu-item type="button" data-open="#shortcuts" { (icon("keyboard")) (words.t("shell-shortcuts")) }
                button.menu-item type="button" data-theme-switch { (icon("sun-moon")) (words.t("shell-theme")) }
                hr.menu-rule;
                form method="post" action="/session/end" {
                    (csrf(frame))
                    button.menu-item { (icon("log-out")) (words.t("shell-sign-out")) }
                }
            }
        }
    }
}

fn waiting(frame: &Frame, room: &str) -> Markup {
    html! {
        @if room == "inbox" && frame.waiting > 0 {
            span.count.count-hot {
                (frame.words.number(frame.waiting))
                span.visually-hidden { " " (frame.words.t("shell-without-answer")) }
            }
        }
    }
}

fn current(room: &str, line: &str) -> Option<&'static str> {
    (room == line).then_some("page")
}

fn sidebar(frame: &Frame, room: &str) -> Markup {
    let words = &frame.words;
    html! {
        nav.sidebar aria-label=(words.t("shell-rooms")) {
            ul {
                @for (name, path, picture) in ROOMS {
                    li {
                        a.nav-link href=(frame.url(path)) data-go=(&name[..1]) aria-current=[current(room, name)] {
                            (icon(picture)) span { (words.t(&format!("shell-room-{name}"))) }
                            (waiting(frame, name))
                        }
                    }
                }
            }
            ul.sidebar-end {
                li {
                    a.nav-link href=(frame.url("settings")) aria-current=[current(room, "settings")] {
                        (icon("settings")) span { (words.t("shell-room-settings")) }
                    }
                }
            }
        }
    }
}

fn bottombar(frame: &Frame, room: &str) -> Markup {
    let words = &frame.words;
    let tab = |(name, path, picture): (&str, &str, &str)| {
        html! {
            a.tab href=(frame.url(path)) aria-current=[current(room, name)] {
                (icon(picture)) span { (words.t(&format!("shell-room-{name}"))) } (waiting(frame, name))
            }
        }
    };
    let compose = frame.url("posts/new");
    html! {
        nav.bottombar aria-label=(words.t("shell-rooms-phone")) {
            (tab(ROOMS[0])) (tab(ROOMS[1]))
            a.compose href=(compose) aria-label=(words.t("shell-write-post")) { (icon("pencil")) }
            (tab(ROOMS[2]))
            details.menu.menu-end {
                summary.tab { (icon("menu")) span { (words.t("shell-more")) } }
                div.menu-panel {
                    @for (name, path, picture) in &ROOMS[3..] {
                        a.menu-item href=(frame.url(path)) aria-current=[current(room, name)] {
                            (icon(picture)) (words.t(&format!("shell-room-{name}")))
                        }
                    }
                    a.menu-item href=(frame.url("settings")) { (icon("settings")) (words.t("shell-room-settings")) }
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
    let keys: [(&[&str], &str); 8] = [
        (&["c"], "shell-key-write"),
        (&["g", "h"], "shell-key-home"),
        (&["g", "c"], "shell-key-calendar"),
        (&["g", "i"], "shell-key-inbox"),
        (&["j", "k"], "shell-key-next"),
        (&["r"], "shell-key-reply"),
        (&["e"], "shell-key-resolve"),
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
