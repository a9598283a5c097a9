//! What to know about a publication and what to do, where something is to be done.

use channels::publication::{Failure, HeldBy, NeedsPerson, PublicationState, Purpose};
use maud::{Markup, html};
use platform::Right;

use super::ShownPublication;
use crate::Frame;
use crate::areas::checks;
use crate::parts::{Tone, csrf, icon, notice, one_button};
use crate::words::args;

impl ShownPublication {
    /// What to know and what to do, where something is to be done.
    pub fn advice(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let said = self.now(words);
        let edit = match self.publication.purpose {
            Purpose::Post { post, .. } => Some(frame.url(&format!("posts/{post}/edit"))),
            Purpose::Reply { .. } => None,
        };
        let actions = html! {
            @if frame.may(self.right()) {
                div.row { (self.quick(frame)) (self.cancel(frame)) }
            }
        };
        match &self.publication.state {
            PublicationState::Failed { reason, detail } => notice(
                Tone::Danger,
                &words.tn("publications-failed", args![network => self.channel.network.as_str()]),
                html! {
                    p { (said) }
                    @if !detail.is_empty() { p.small { (words.tn("publications-detail", args![detail => detail])) } }
                    div.row {
                        @if *reason == Failure::Reauthorize && frame.may(Right::ManageChannels) {
                            a.button.button-small href=(frame.url(&format!("channels/{}", self.channel.id))) { (words.t("publications-reconnect")) }
                        }
                        @if let (Some(edit), false) = (&edit, reason.may_be_retried()) {
                            @if frame.may(Right::Publish) { a.button.button-small.button-primary href=(edit) { (icon("pencil")) (words.t("publications-edit")) } }
                        }
                        @if frame.may(self.right()) { (self.quick(frame)) (self.cancel(frame)) }
                    }
                },
            ),
            PublicationState::Held { reason } => notice(
                Tone::Warning,
                &words.t("publications-held"),
                html! {
                    p { (said) }
                    @if let Some(hold) = &self.hold {
                        ul.stack.stack-sm {
                            @for finding in &hold.findings { (checks::panel::line(frame, finding, std::slice::from_ref(&self.channel))) }
                        }
                        div.row {
                            @if let (Some(edit), true) = (&edit, frame.may(Right::Publish)) {
                                a.button.button-small.button-primary href=(edit) { (icon("pencil")) (words.t("publications-edit")) }
                            }
                        }
                        p { (words.t("publications-held-guard-lead")) }
                    } @else if *reason != HeldBy::Person { p { (words.t("publications-held-lead")) } }
                    (actions)
                },
            ),
            PublicationState::Uncertain { checks, detail, .. } => notice(
                Tone::Doubt,
                &said,
                html! {
                    p { (words.tn("publications-uncertain-lead", args![count => *checks])) }
                    @if !detail.is_empty() { p.small { (words.tn("publications-detail", args![detail => detail])) } }
                },
            ),
            PublicationState::NeedsPerson { why: NeedsPerson::CannotTell, detail, .. } => {
                self.cannot_tell(frame, detail)
            }
            PublicationState::NeedsPerson { .. } => self.by_hand(frame),
            PublicationState::Planned | PublicationState::Prepared { .. } => {
                html! { p.muted { (said) } (actions) }
            }
            _ => html! { p.muted { (said) } },
        }
    }

    fn cancel(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        one_button(
            frame,
            &self.url(frame, "/removal"),
            &words.t("publications-cancel"),
            "button-small button-quiet",
        )
    }

    /// Nobody can tell: everything that a person needs to look and say.
    fn cannot_tell(&self, frame: &Frame, detail: &str) -> Markup {
        let words = &frame.words;
        let (links, detail): (Vec<_>, Vec<_>) =
            detail.split_whitespace().partition(|word| word.starts_with("http"));
        let title = words
            .tn("publications-now-cannot-tell", args![network => self.channel.network.as_str()]);
        notice(
            Tone::Doubt,
            &title,
            html! {
                p { (words.t("publications-cannot-tell-lead")) }
                @if !detail.is_empty() { p.small { (words.tn("publications-detail", args![detail => detail.join(" ")])) } }
                @if let Some(profile) = self.profile() {
                    div.row { a.button href=(profile) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.t("publications-open-account")) } }
                }
                @if frame.may(self.right()) {
                    div.stack.decision {
                        @if !links.is_empty() {
                            p.strong { (words.t("publications-candidates")) }
                            @for link in &links {
                                form.row method="post" action=(self.url(frame, "/decision")) {
                                    (csrf(frame)) input type="hidden" name="link" value=(link);
                                    a href=(link) rel="noopener noreferrer" target="_blank" { (primitives::text::shorten_url(link, 50)) }
                                    button.button.button-small name="says" value="there" { (words.t("publications-this-one")) }
                                }
                            }
                        }
                        (self.confirm(frame, "publications-is-there"))
                        div.row {
                            form method="post" action=(self.url(frame, "/decision")) {
                                (csrf(frame)) button.button name="says" value="send" { (icon("send")) (words.t("publications-send-it")) }
                            }
                            (self.give_up(frame))
                        }
                    }
                }
            },
        )
    }

    fn profile(&self) -> Option<&str> {
        self.channel.profile.as_deref().filter(|url| url.starts_with("http"))
    }

    fn confirm(&self, frame: &Frame, key: &str) -> Markup {
        let words = &frame.words;
        html! {
            form.stack.stack-sm method="post" action=(self.url(frame, "/decision")) {
                (csrf(frame))
                div.field {
                    label for="link" { (words.t("publications-link")) }
                    input.input id="link" name="link" type="url" inputmode="url" placeholder="https://" autocomplete="off";
                }
                div.row { button.button.button-primary name="says" value="there" { (icon("check")) (words.t(key)) } }
            }
        }
    }

    fn give_up(&self, frame: &Frame) -> Markup {
        html! {
            form method="post" action=(self.url(frame, "/decision")) {
                (csrf(frame)) button.button.button-quiet name="says" value="leave" { (frame.words.t("publications-give-up")) }
            }
        }
    }

    /// A person publishes by hand, on a screen made for that.
    fn by_hand(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let screen = match self.publication.purpose {
            Purpose::Post { .. } => format!("to-post/{}", self.publication.id),
            Purpose::Reply { conversation } => format!("inbox/{conversation}"),
        };
        notice(
            Tone::Info,
            &words.t("publications-hand"),
            html! {
                p { (words.t("publications-hand-lead")) }
                div.row {
                    a.button.button-primary href=(frame.url(&screen)) { (icon("hand")) (words.t("publications-hand-go")) }
                }
            },
        )
    }
}
