//! Searching and narrowing the list, and lists that are kept.

use conversations::judgement::{Feeling, Intent};
use conversations::{ConversationKind, Priority};
use maud::{Markup, html};
use platform::Right;

use super::capped;
use crate::Frame;
use crate::areas::inbox::asked::Asked;
use crate::areas::inbox::list::Listed;
use crate::parts::{csrf, icon};
use crate::words::args;

/// What a conversation may begin with, but reactions.
const KINDS: [ConversationKind; 5] = [
    ConversationKind::Reply,
    ConversationKind::Mention,
    ConversationKind::Quote,
    ConversationKind::Direct,
    ConversationKind::Review,
];

/// The field that looks for words, and the ways to narrow.
pub(super) fn search(frame: &Frame, listed: &Listed) -> Markup {
    let words = &frame.words;
    let asked = &listed.asked;
    let many = asked.narrowed();
    html! {
        search {
            form.inbox-search method="get" action=(frame.url("inbox")) {
                // A search looks everywhere, unless it is narrowed from a tab.
                @if many > 0 || !asked.words.is_empty() { input type="hidden" name="tab" value=(asked.tab); }
                label.visually-hidden for="inbox-words" { (words.t("inbox-search")) }
                input.input #inbox-words type="search" name="words" value=(asked.words) placeholder=(words.t("inbox-search")) data-key="/" autocomplete="off";
                button.button.button-icon aria-label=(words.t("inbox-search-go")) { (icon("search")) }
                details.inbox-narrow open[false] {
                    summary.button data-key="f" {
                        (icon("funnel")) span.visually-hidden { (words.t("inbox-narrow")) }
                        @if many > 0 { span.count { (many) } span.visually-hidden { (words.tn("inbox-narrowed", args![count => many])) } }
                    }
                    (ways(frame, listed))
                }
            }
        }
    }
}

fn ways(frame: &Frame, listed: &Listed) -> Markup {
    let words = &frame.words;
    let asked = &listed.asked;
    let kinds =
        KINDS.iter().map(|kind| (kind.to_string(), words.t(&format!("inbox-kind-short-{kind}"))));
    let urgent = Priority::ALL
        .iter()
        .rev()
        .map(|one| (one.to_string(), words.t(&format!("inbox-priority-{one}"))));
    let channels = listed.channels.iter().map(|channel| {
        (channel.id.to_string(), format!("{}, {}", channel.network_name, channel.name))
    });
    let me =
        [("me".to_owned(), words.t("inbox-me")), ("nobody".to_owned(), words.t("inbox-nobody"))];
    let team = listed.team.iter().filter(|(id, _)| Some(*id) != listed.me);
    let owners = me.into_iter().chain(team.map(|(id, name)| (id.to_string(), name.clone())));
    let labels = listed.labels.iter().map(|label| (label.id.to_string(), label.name.clone()));
    let asked_of =
        ["any", "late"].map(|one| (one.to_owned(), words.t(&format!("inbox-escalated-{one}"))));
    let languages =
        ["fr", "en"].map(|tag| (tag.to_owned(), words.t(&format!("inbox-language-{tag}"))));
    let feelings = Feeling::ALL
        .iter()
        .map(|one| (one.to_string(), words.t(&format!("reading-feeling-{one}"))));
    let intents =
        Intent::ALL.iter().map(|one| (one.to_string(), words.t(&format!("reading-intent-{one}"))));
    let marks = ["harm", "spam", "wanted"]
        .into_iter()
        .map(|one| (one.to_owned(), words.t(&format!("reading-mark-{one}"))));
    html! {
        div.inbox-ways {
            (choose(frame, "channel", "inbox-channel", &asked.channel, channels))
            (choose(frame, "assignee", "inbox-assignee", &asked.assignee, owners))
            (choose(frame, "kind", "inbox-kind", &asked.kind, kinds))
            (choose(frame, "label", "inbox-label", &asked.label, labels))
            (choose(frame, "escalated", "inbox-escalated", &asked.escalated, asked_of.into_iter()))
            (choose(frame, "priority", "inbox-priority", &asked.priority, urgent))
            (choose(frame, "feeling", "reading-feeling", &asked.feeling, feelings))
            (choose(frame, "intent", "reading-wants", &asked.intent, intents))
            (choose(frame, "mark", "reading-mark", &asked.mark, marks))
            (choose(frame, "language", "inbox-language", &asked.language, languages.into_iter()))
            div.field {
                label.label for="inbox-from" { (words.t("inbox-from")) }
                input.input #inbox-from type="date" name="from" value=(asked.from);
            }
            div.field {
                label.label for="inbox-to" { (words.t("inbox-to")) }
                input.input #inbox-to type="date" name="to" value=(asked.to);
            }
            @if !asked.crisis.is_empty() {
                label.check { input type="checkbox" name="crisis" value=(asked.crisis) checked; span { (words.t("inbox-filter-crisis")) } }
            }
            label.check.inbox-unread { input type="checkbox" name="unread" value="yes" checked[!asked.unread.is_empty()]; span { (words.t("inbox-only-unread")) } }
            div.row.inbox-ways-go {
                button.button.button-primary.button-small { (words.t("inbox-filter")) }
                a.button.button-small.button-quiet href=(frame.url(&format!("inbox?tab={}", asked.shown().key()))) { (words.t("inbox-narrow-none")) }
            }
        }
    }
}

fn choose(
    frame: &Frame,
    name: &str,
    label: &str,
    chosen: &str,
    options: impl Iterator<Item = (String, String)>,
) -> Markup {
    let id = format!("inbox-by-{name}");
    html! {
        div.field {
            label.label for=(id) { (frame.words.t(label)) }
            select.select #(id) name=(name) {
                option value="" { (frame.words.t("inbox-any")) }
                @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

/// The lists that are kept, and how to keep this one.
pub(super) fn views(frame: &Frame, listed: &Listed) -> Markup {
    let words = &frame.words;
    let asked = &listed.asked;
    let narrowed = asked.narrowed() > 0 || !asked.words.is_empty();
    let here = asked.kept();
    html! {
        @if !listed.views.is_empty() || narrowed {
            nav.inbox-views aria-label=(words.t("inbox-views")) {
                @for (view, many) in &listed.views {
                    @let current = view.query == here;
                    a.view-chip href=(frame.url(&format!("inbox?{}", view.query))) aria-current=[current.then_some("page")] {
                        @if view.shared { (icon("users")) span.visually-hidden { (words.t("inbox-view-shared")) " " } }
                        (view.name)
                        @if *many > 0 { " " span.count { (capped(words, *many)) } }
                    }
                    @if current && (view.teammate == listed.me || frame.may(Right::ManageBrand)) {
                        form method="post" action=(frame.url(&format!("inbox/views/{}/end", view.id))) {
                            (csrf(frame))
                            button.button.button-icon.button-quiet.button-small aria-label=(words.tn("inbox-view-forget", args![name => view.name.as_str()])) { (icon("x")) }
                        }
                    }
                }
                @if narrowed && !listed.views.iter().any(|(view, _)| view.query == here) { (keep(frame, asked)) }
            }
        }
    }
}

fn keep(frame: &Frame, asked: &Asked) -> Markup {
    let words = &frame.words;
    html! {
        details.menu {
            summary.button.button-small.button-quiet { (icon("bookmark")) (words.t("inbox-view-keep")) }
            div.menu-panel {
                form.form.stack-sm method="post" action=(frame.url(&format!("inbox/views{}", asked.query()))) {
                    (csrf(frame))
                    div.field {
                        label.label for="view-name" { (words.t("inbox-view-name")) }
                        input.input #view-name name="name" maxlength="60" required;
                    }
                    @if frame.may(Right::Converse) {
                        label.check { input type="checkbox" name="shared" value="yes"; span { (words.t("inbox-view-share")) } }
                    }
                    button.button.button-primary.button-small { (words.t("inbox-view-save")) }
                }
            }
        }
    }
}
