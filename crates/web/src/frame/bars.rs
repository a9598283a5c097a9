//! The bars around a page of the house: where one is, and where one can go.

use maud::{Markup, html};
use platform::Right;

use super::{Frame, ShownBrand};
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

/// The lines of the editorial desk, under the rooms: room, path in the brand, icon.
const DESK: &[(&str, &str, &str)] = &[
    ("charter", "charter", "compass"),
    ("queue", "queue", "list-ordered"),
    ("to-post", "to-post", "hand"),
    ("campaigns", "campaigns", "megaphone"),
    ("mix", "mix", "scale"),
    ("approvals", "approvals", "check-check"),
    ("promises", "promises", "clock"),
    ("escalations", "escalations", "circle-question-mark"),
    ("fading", "fading", "refresh-cw"),
    ("moderation", "moderation", "shield-check"),
    ("crisis", "crisis", "siren"),
    ("feedback", "feedback", "message-square-warning"),
    ("library", "library", "images"),
    ("knowledge", "replies", "book-open"),
];

pub(super) fn topbar(frame: &Frame) -> Markup {
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
    let class = if frame.brand.is_some() {
        "button button-quiet button-icon"
    } else {
        "button button-quiet button-icon push"
    };
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
        @if room == "promises" && frame.due > 0 {
            span.count.count-hot {
                (frame.words.number(frame.due))
                span.visually-hidden { " " (frame.words.t("shell-due")) }
            }
        }
        @if room == "escalations" && frame.escalated > 0 {
            span.count.count-hot {
                (frame.words.number(frame.escalated))
                span.visually-hidden { " " (frame.words.t("shell-escalated")) }
            }
        }
        @if room == "moderation" && frame.to_moderate > 0 {
            span.count.count-hot {
                (frame.words.number(frame.to_moderate))
                span.visually-hidden { " " (frame.words.t("shell-to-moderate")) }
            }
        }
        @if room == "inbox" && frame.waiting > 0 {
            span.count.count-hot {
                (frame.words.number(frame.waiting))
                span.visually-hidden { " " (frame.words.t("shell-without-answer")) }
            }
        }
        @if let ("to-post", Some(count @ 1..)) = (room, frame.to_post) {
            span.count.count-hot {
                (frame.words.number(count))
                span.visually-hidden { " " (frame.words.t("shell-to-post-waiting")) }
            }
        }
    }
}

/// The lines of the desk; posting by hand where the brand does.
fn desk(
    frame: &Frame,
) -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
    let by_hand = frame.to_post.is_some();
    DESK.iter().filter(move |(name, ..)| *name != "to-post" || by_hand)
}

fn current(room: &str, line: &str) -> Option<&'static str> {
    (room == line).then_some("page")
}

pub(super) fn sidebar(frame: &Frame, room: &str) -> Markup {
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
            @if !DESK.is_empty() {
                ul.sidebar-group aria-label=(words.t("shell-desk")) {
                    @for (name, path, picture) in desk(frame) {
                        li {
                            a.nav-link href=(frame.url(path)) aria-current=[current(room, name)] {
                                (icon(picture)) span { (words.t(&format!("shell-room-{name}"))) }
                                (waiting(frame, name))
                            }
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

pub(super) fn bottombar(frame: &Frame, room: &str) -> Markup {
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
                    @for (name, path, picture) in ROOMS[3..].iter().chain(desk(frame)) {
                        a.menu-item href=(frame.url(path)) aria-current=[current(room, name)] {
                            (icon(picture)) (words.t(&format!("shell-room-{name}"))) (waiting(frame, name))
                        }
                    }
                    a.menu-item href=(frame.url("settings")) { (icon("settings")) (words.t("shell-room-settings")) }
                }
            }
        }
    }
}
