//! A publication in a line of a list, among those of its post, and with what appears together.

use channels::publication::{PublicationState, StateName};
use maud::{Markup, html};

use super::{ShownPublication, part_of};
use crate::Frame;
use crate::areas::posts::shown::{headline, state_key};
use crate::areas::posts::steps;
use crate::parts::{icon, one_button, state};

impl ShownPublication {
    /// All that appears together with it, each with where it stands.
    pub fn parts(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        if self.chain.len() < 2 {
            return html! {};
        }
        html! {
            section.stack aria-labelledby="parts" {
                h2 id="parts" { (words.t("publications-parts")) }
                ol.card.card-flush.list {
                    @for part in &self.chain {
                        li {
                            a.item href=(frame.url(&format!("publications/{}", part.id))) aria-current=[(part.id == self.publication.id).then_some("true")] {
                                div.item-body {
                                    p.item-title.clip { (headline(&part.content.text, &words.t("posts-without-words"))) }
                                    p.item-meta { span { (part_of(words, part, &self.chain).unwrap_or_default()) } }
                                }
                                div.item-end { (state(words, state_key(part.state.name()))) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Its state's pill, and that it is late.
    pub fn pills(&self, frame: &Frame) -> Markup {
        html! {
            @if self.is_late() { (state(&frame.words, "late")) }
            (state(&frame.words, state_key(self.publication.state.name())))
        }
    }

    /// A line of a list, that leads to its page.
    pub fn line(&self, frame: &Frame, title: &str) -> Markup {
        let words = &frame.words;
        html! {
            li {
                a.item href=(self.url(frame, "")) {
                    (self.channel.mark(""))
                    div.item-body {
                        p.item-title.clip { (title) }
                        p.item-meta {
                            @if let Some(part) = self.part(words) { span { (part) } }
                            span { (self.now(words)) }
                        }
                    }
                    div.item-end { (self.pills(frame)) }
                }
            }
        }
    }

    /// A publication among those of its post, with its story folded.
    pub fn card(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            li.send-line {
                div.item {
                    (self.channel.mark(""))
                    div.item-body {
                        p.item-title { a.link-quiet href=(self.url(frame, "")) { (self.channel.account()) } }
                        p.item-meta {
                            @if let Some(part) = self.part(words) { span { (part) } }
                            span { (self.now(words)) }
                        }
                    }
                    div.item-end {
                        (self.pills(frame))
                        @if self.publication.state.name() == StateName::Published {
                            a.button.button-small.button-quiet href=(self.url(frame, "/figures")) { (icon("chart-column")) (words.t("posts-figures")) }
                        }
                        @if let Some(url) = self.permalink() {
                            a.button.button-small href=(url) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.t("publications-see")) }
                        }
                        @if let PublicationState::NeedsPerson { .. } = self.publication.state {
                            a.button.button-small.button-primary href=(self.url(frame, "")) { (icon("smartphone")) (words.t("publications-open")) }
                        }
                        @if !matches!(self.publication.state.name(), StateName::Failed | StateName::Held) { (self.quick(frame)) }
                    }
                }
                details.disclosure.send-story {
                    summary { (words.t("publications-what-happened")) }
                    (steps::story(words, &self.steps))
                }
            }
        }
    }

    /// What one can do with a press.
    pub fn quick(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        if !frame.may(self.right()) {
            return html! {};
        }
        let button = |path: &str, key: &str, class: &str| {
            one_button(
                frame,
                &self.url(frame, path),
                &words.t(key),
                &format!("button-small {class}"),
            )
        };
        match &self.publication.state {
            PublicationState::Planned | PublicationState::Prepared { .. } => {
                html! { (button("/hold", "publications-hold", "")) }
            }
            PublicationState::Held { .. } => {
                html! { (button("/hold/end", "publications-release", "")) }
            }
            PublicationState::Failed { .. } => {
                html! { (button("/hold/end", "publications-retry", "")) }
            }
            _ => html! {},
        }
    }
}
