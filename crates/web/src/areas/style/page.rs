use jiff::Timestamp;
use maud::{Markup, html};

use crate::parts::{
    Choice, Field, Select, Tab, Tone, Way, avatar, badge, check, choice, dialog, empty_state,
    error_summary, icon, link_button, network, notice, page_header, pagination, secret, state,
    submit, switch, tabs, time, timeline, timeline_line,
};
use crate::words::Words;
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// Every state of a publication or a post.
const STATES: [&str; 12] = [
    "draft",
    "planned",
    "prepared",
    "sending",
    "processing",
    "published",
    "uncertain",
    "failed",
    "held",
    "cancelled",
    "needs-a-person",
    "late",
];

/// Every piece, on one page.
pub struct StylePage;

impl Page for StylePage {
    fn samples() -> Vec<Self> {
        vec![Self]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("style-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let parts: [(&str, Markup); 8] = [
            ("style-buttons", buttons(words)),
            ("style-states", states(words)),
            ("style-marks", marks(frame)),
            ("style-fields", fields(words)),
            ("style-notices", notices(words)),
            ("style-lists", lists(frame)),
            (
                "style-empty",
                empty_state(
                    "inbox",
                    &words.t("style-sample"),
                    &words.t("style-sample-long"),
                    submit(&words.t("style-sample"), "button-primary"),
                ),
            ),
            ("style-dialog", dialogs(words)),
        ];
        html! {
            (page_header(&self.title(frame), html! { (words.t("style-lead")) }, html! {}))
            div.stack.stack-lg {
                @for (key, part) in parts {
                    section aria-labelledby=(key) {
                        h2.section-title id=(key) { (words.t(key)) }
                        div.card.stack { (part) }
                    }
                }
            }
        }
    }
}

fn buttons(words: &Words) -> Markup {
    let label = words.t("style-sample");
    html! {
        div.row {
            @for class in ["button-primary", "", "button-quiet", "button-danger", "button-small"] { (submit(&label, class)) }
            button.button disabled { (label) }
            (link_button(&label, "#main", ""))
        }
    }
}

fn states(words: &Words) -> Markup {
    html! { div.row { @for name in STATES { (state(words, name)) } } }
}

fn marks(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        div.row { @for name in ["Louise Moreau", "Karim Benali", "Inès Belkacem", "Émile Zola"] { (avatar(name, None)) } }
        div.row { @for (key, name) in [("bluesky", "Bluesky"), ("mastodon", "Mastodon"), ("instagram", "Instagram")] { (network(key, name, "")) } }
        div.row { @for tone in ["", "info", "success", "warning", "danger", "doubt"] { (badge(&words.t("style-sample"), tone)) } }
        div.row { @for name in ["house", "calendar-days", "inbox", "plug", "send", "bell"] { (icon(name)) } }
        @if let Some(now) = words.now() { p { (time(words, now, &words.moment(now))) } }
    }
}

fn fields(words: &Words) -> Markup {
    let label = words.t("style-sample");
    let mut form = Form::filled([("text", "Le Fournil de Louise"), ("on", "on")]);
    form.refuse("wrong", words.t("style-sample-long"));
    let options = [("a", label.clone()), ("b", label.clone())];
    html! {
        form.form {
            (error_summary(words, &form))
            (Field::new(&form, "text", &label).hint(words.t("style-sample-long")))
            (Field::new(&form, "wrong", &label))
            (Field::new(&form, "lines", &label).lines(3))
            (Select::new(&form, "menu", &label, options))
            (check(&form, "on", "on", &label))
            (switch(&form, "on", &label))
            div.choices {
                (choice(&form, "radio", "radio", Choice { value: "a", title: &label, hint: "" }))
                (choice(&form, "radio", "radio", Choice { value: "b", title: &label, hint: &words.t("style-sample-long") }))
            }
        }
    }
}

fn notices(words: &Words) -> Markup {
    let title = words.t("style-sample");
    html! {
        @for tone in [Tone::Info, Tone::Success, Tone::Warning, Tone::Danger, Tone::Doubt] {
            (notice(tone, &title, html! { p { (words.t("style-sample-long")) } }))
        }
        (secret(words, "https://parvis.example/invitations/abc"))
    }
}

fn lists(frame: &Frame) -> Markup {
    let words = &frame.words;
    let label = words.t("style-sample");
    let at = words.now().unwrap_or(Timestamp::UNIX_EPOCH);
    let shown = [
        Tab { label: &label, href: "#main", current: true },
        Tab { label: &label, href: "#main", current: false },
    ];
    let lines = ["planned", "sending", "published"]
        .map(|name| timeline_line(words, at, Some(name), &label, html! {}));
    html! {
        (tabs(&label, &shown))
        (timeline(&lines))
        (pagination(frame, &Way { back: Some("#main".to_owned()), on: Some("#main".to_owned()) }))
    }
}

fn dialogs(words: &Words) -> Markup {
    let label = words.t("style-sample");
    html! {
        div.row { button.button type="button" data-open="#sample" { (label) } }
        (dialog(words, "sample", &label, html! { p { (words.t("style-sample-long")) } }))
    }
}

page_samples!(StylePage);
