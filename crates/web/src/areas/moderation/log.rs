//! « Who did what, when and why? » The whole log, narrowed, and as a file.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use conversations::moderation::{Entry, LogAsked, Rule};
use http::header;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, Render, html};
use platform::Membership;
use primitives::{Ambient, Id};
use serde::Deserialize;

use super::room_tabs;
use crate::parts::{Field, Select, Way, empty_state, icon, page_header, pagination, time};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many a page has.
const PAGE: usize = 100;
/// The most that a file holds.
const MOST: usize = 5_000;
/// What entries begin with, in the order of the menu.
const KINDS: [&str; 8] =
    ["ruling", "sanction", "statement", "complaint", "case", "rule", "clause", "house_rules"];

/// What the log is narrowed to.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    what: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    before: String,
}

impl Asked {
    fn read(&self, words: &Words) -> LogAsked {
        let begins = |day: &str, next: bool| -> Option<Timestamp> {
            let day: Date = day.parse().ok()?;
            let day = if next { day.tomorrow().ok()? } else { day };
            Some(day.to_zoned(words.zone().clone()).ok()?.timestamp())
        };
        let what = KINDS.into_iter().find(|kind| *kind == self.what);
        LogAsked {
            what: what.map(|kind| format!("{kind}.")).unwrap_or_default(),
            by: self.by.parse().ok(),
            rule: self.rule.parse().ok(),
            identity: None,
            since: begins(&self.from, false),
            until: begins(&self.until, true),
            before: self.before.parse().ok(),
        }
    }

    fn query(&self) -> String {
        let pairs = [
            ("what", &self.what),
            ("by", &self.by),
            ("rule", &self.rule),
            ("from", &self.from),
            ("until", &self.until),
        ];
        let safe = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty() && safe(value));
        let given: Vec<_> = given.map(|(name, value)| format!("{name}={value}")).collect();
        given.join("&")
    }
}

/// Shows it.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let narrowed = asked.read(here.words());
    let entries = Entry::list(&narrowed, PAGE, &here.actor, &mut tx).await?;
    let team = Membership::of_brand(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let rules = Rule::all(&here.actor, &mut tx).await?;
    Ok(here.show(&LogPage {
        entries,
        team: team
            .into_iter()
            .map(|one| (one.teammate.to_string(), one.name.to_string()))
            .collect(),
        rules: rules.into_iter().map(|rule| (rule.id.to_string(), rule.says.name)).collect(),
        asked,
    }))
}

/// The same, as a file.
pub async fn csv(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let narrowed = asked.read(here.words());
    let entries = Entry::list(&narrowed, MOST, &here.actor, &mut tx).await?;
    let mut text = String::from("\u{feff}");
    let head = [
        "at",
        "what",
        "teammate",
        "rule",
        "author",
        "about",
        "reason",
        "before",
        "after",
        "conversation",
        "message",
        "ruling",
    ];
    text += &line(head.map(str::to_owned).to_vec());
    for entry in entries {
        let at = here.words().local(entry.at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        let id = |id: Option<String>| id.unwrap_or_default();
        text += &line(vec![
            at,
            entry.what,
            entry.by_name.unwrap_or_default(),
            entry.rule_name.unwrap_or_default(),
            entry.handle.unwrap_or_default(),
            entry.about,
            entry.reason,
            entry.before,
            entry.after,
            id(entry.conversation.map(|id| id.to_string())),
            id(entry.message.map(|id| id.to_string())),
            id(entry.ruling.map(|id| id.to_string())),
        ]);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"moderation.csv\""),
    ];
    Ok((headers, text).into_response())
}

/// A line of a file; what a spreadsheet would run as a formula is shown as text.
fn line(cells: Vec<String>) -> String {
    let cell = |cell: String| {
        let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let cell = if risky { format!("'{cell}") } else { cell };
        format!("\"{}\"", cell.replace('"', "\"\""))
    };
    let cells: Vec<_> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

/// The log.
pub struct LogPage {
    entries: Vec<Entry>,
    team: Vec<(String, String)>,
    rules: Vec<(String, String)>,
    asked: Asked,
}

impl LogPage {
    fn filters(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = Form::empty()
            .with("what", self.asked.what.clone())
            .with("by", self.asked.by.clone())
            .with("rule", self.asked.rule.clone())
            .with("from", self.asked.from.clone())
            .with("until", self.asked.until.clone());
        let any = |key: &str, all: &[(String, String)]| {
            let first = (String::new(), words.t(key));
            std::iter::once(first).chain(all.iter().cloned()).collect::<Vec<_>>()
        };
        let kinds = KINDS.map(|kind| {
            (kind.to_owned(), words.t(&format!("moderation-log-kind-{}", kind.replace('_', "-"))))
        });
        html! {
            form.card.form method="get" action=(frame.url("moderation/log")) {
                div.fields-inline {
                    (Select::new(&form, "what", &words.t("moderation-log-what"), any("moderation-log-all", &kinds)))
                    (Select::new(&form, "by", &words.t("moderation-log-by"), any("moderation-log-anyone", &self.team)))
                    @if !self.rules.is_empty() { (Select::new(&form, "rule", &words.t("moderation-log-rule"), any("moderation-log-any-rule", &self.rules))) }
                    (Field::new(&form, "from", &words.t("moderation-log-from")).kind("date").render())
                    (Field::new(&form, "until", &words.t("moderation-log-until")).kind("date").render())
                }
                div.form-actions {
                    button.button.button-primary { (words.t("moderation-log-narrow")) }
                    a.button href=(frame.url(&format!("moderation/log.csv?{}", self.asked.query()))) { (icon("download")) (words.t("moderation-log-csv")) }
                }
            }
        }
    }

    fn item(&self, frame: &Frame, entry: &Entry) -> Markup {
        let words = &frame.words;
        let key = format!("moderation-did-{}", entry.what.replace(['.', '_'], "-"));
        let who = match (&entry.by_name, &entry.rule_name, entry.what.as_str()) {
            (Some(name), ..) => name.clone(),
            (None, _, "complaint.made") => words.t("moderation-log-author"),
            (None, Some(rule), _) => words.tn("moderation-by-rule", args![name => rule.as_str()]),
            _ => "Parvis".to_owned(),
        };
        let long = entry.what.starts_with("rule.") || entry.what.starts_with("clause.");
        html! {
            div.item {
                div.item-body {
                    p.item-title { (words.t_or(&key, &entry.what)) }
                    @if !entry.about.is_empty() && !entry.what.starts_with("sanction.") { p.clip-2 { (entry.about) } }
                    @if !entry.reason.is_empty() { p.small { (words.tn("moderation-log-reason", args![reason => entry.reason.as_str()])) } }
                    @if long && !(entry.before.is_empty() && entry.after.is_empty()) && entry.what != "rule.applied" {
                        details.disclosure {
                            summary { (words.t("moderation-log-detail")) }
                            @if !entry.before.is_empty() { p.small.moderation-json { strong { (words.t("moderation-log-before")) } " " (entry.before) } }
                            @if !entry.after.is_empty() { p.small.moderation-json { strong { (words.t("moderation-log-after")) } " " (entry.after) } }
                        }
                    }
                    p.item-meta {
                        span { (who) }
                        @if let Some(handle) = &entry.handle { span { "@" (handle) } }
                        (time(words, entry.at, &words.moment(entry.at)))
                        @if let Some(ruling) = entry.ruling { span { a href=(frame.url(&format!("moderation/rulings/{ruling}"))) { (words.t("moderation-see-ruling")) } } }
                        @else if let Some(conversation) = entry.conversation { span { a href=(frame.url(&format!("inbox/{conversation}"))) { (words.t("moderation-open-conversation")) } } }
                    }
                }
            }
        }
    }
}

impl Page for LogPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 12);
        let entry = |what: &str, by: Option<&str>| Entry {
            id: ambient.new_id(),
            at: ambient.now(),
            what: what.to_owned(),
            by: None,
            by_name: by.map(str::to_owned),
            rule: None,
            rule_name: by.is_none().then(|| "Insultes".to_owned()),
            message: None,
            conversation: Some(ambient.new_id()),
            identity: None,
            handle: Some("karl@mastodon.test".to_owned()),
            ruling: Some(ambient.new_id()),
            about: "Bande d’abrutis".to_owned(),
            reason: "Une insulte".to_owned(),
            before: String::new(),
            after: "law insult".to_owned(),
        };
        let full = vec![
            entry("ruling.hide", Some("Louise Martin")),
            entry("rule.applied", None),
            entry("rule.changed", Some("Louise Martin")),
        ];
        let page = |entries| Self {
            entries,
            team: vec![("1".to_owned(), "Louise Martin".to_owned())],
            rules: vec![("2".to_owned(), "Insultes".to_owned())],
            asked: Asked::default(),
        };
        vec![page(vec![]), page(full)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-log-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let query = self.asked.query();
        let last: Option<Id<Entry>> =
            self.entries.last().filter(|_| self.entries.len() == PAGE).map(|last| last.id);
        let way = Way {
            back: (!self.asked.before.is_empty())
                .then(|| frame.url(&format!("moderation/log?{query}"))),
            on: last.map(|last| frame.url(&format!("moderation/log?{query}&before={last}"))),
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-log-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation/log"))
                (self.filters(frame))
                @if self.entries.is_empty() {
                    (empty_state("list", &words.t("moderation-log-none"), &words.t("moderation-log-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for entry in &self.entries { li { (self.item(frame, entry)) } } }
                    (pagination(frame, &way))
                }
            }
        }
    }
}

page_samples!(LogPage);

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_cell_is_never_run_as_a_formula() {
        let written = line(vec!["=1+1".to_owned(), "dit \"oui\", là".to_owned()]);
        assert_eq!(written, "\"'=1+1\",\"dit \"\"oui\"\", là\"\r\n");
    }
}
