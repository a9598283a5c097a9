//! What goes with the text: a link, a first comment, a poll.

use maud::{Markup, html};

use super::ComposerPage;
use crate::Frame;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::icon;
use crate::words::args;

/// How long polls may be open, in minutes, worded by `posts-poll-minutes-…`.
const DURATIONS: [u32; 9] = [5, 30, 60, 360, 720, 1440, 4320, 7200, 10_080];

impl ComposerPage {
    pub(super) fn beside(&self, frame: &Frame) -> Markup {
        html! {
            // What the form speaks of: without it, what the post carries stays.
            input type="hidden" name="extras" value="1";
            (self.link(frame))
            @if self.some_take(ShownChannel::takes_comments) || self.draft.extras.first_comment.is_some() { (self.first_comment(frame)) }
            @if self.some_take(ShownChannel::takes_polls) || self.draft.extras.poll.is_some() { (self.poll(frame)) }
        }
    }

    /// Whether a channel of the brand can; everything is offered before any is connected.
    pub(super) fn some_take(&self, can: fn(&ShownChannel) -> bool) -> bool {
        self.channels.is_empty() || self.channels.iter().any(can)
    }

    fn link(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            details.disclosure.composer-link open[!self.draft.link.is_empty() || self.errors.error("link").is_some()] {
                summary { (words.t("posts-add-link")) }
                div.field {
                    label for="link" { (words.t("posts-link")) }
                    input.input id="link" name="link" type="url" inputmode="url" value=(self.draft.link)
                        aria-describedby="link-hint" placeholder="https://" aria-invalid=[self.errors.error("link").map(|_| "true")];
                    p.hint id="link-hint" { (words.t("posts-link-hint")) }
                    @if let Some(error) = self.errors.error("link") { p.error id="link-error" { (error) } }
                }
            }
        }
    }

    fn first_comment(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let common = self.draft.extras.first_comment.as_deref().unwrap_or_default();
        let own = |id| self.draft.extras_of(id).first_comment;
        let some = !common.is_empty()
            || self.draft.own_extras.iter().any(|(_, e)| e.first_comment.is_some());
        html! {
            details.disclosure.composer-link open[some] data-needs="comment" {
                summary { (words.t("posts-comment-add")) }
                input type="hidden" name="comment-before" value=(common);
                div.field data-text-panel="0" {
                    label for="first-comment" { (words.t("posts-comment")) }
                    textarea.textarea id="first-comment" name="first-comment" rows="3" aria-describedby="comment-hint" data-common="comment" { "\n" (common) }
                    p.hint id="comment-hint" { (words.t("posts-comment-hint")) }
                }
                @for (index, channel) in self.channels.iter().enumerate() {
                    @let name = format!("first-comment-{}", channel.id);
                    div.field data-text-panel=(index + 1) {
                        label for=(name) { (words.tn("posts-comment-for", args![network => self.name_of(channel)])) }
                        textarea.textarea id=(name) name=(name) rows="3" data-variant="comment" data-following[own(channel.id).is_none()] {
                            "\n" (self.draft.first_comment_for(channel.id))
                        }
                    }
                }
            }
        }
    }

    fn poll(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let poll = self.draft.extras.poll.clone();
        let on = poll.is_some();
        let mut poll = poll.unwrap_or_default();
        while poll.choices.len() < 2 {
            poll.choices.push(String::new());
        }
        let open = if poll.minutes == 0 { 1440 } else { poll.minutes };
        html! {
            details.disclosure.composer-link open[on] data-needs="poll" {
                summary { (words.t("posts-poll-add")) }
                div.stack.stack-sm.poll data-list="choice" {
                    label.check { input type="checkbox" name="poll" value="1" checked[on] data-poll; span { (words.t("posts-poll")) } }
                    ol.stack.stack-sm data-items {
                        @for (at, choice) in poll.choices.iter().enumerate() { (choice_field(frame, at, choice)) }
                    }
                    template data-item-template { (choice_field(frame, 99, "")) }
                    div.row { button.button.button-quiet.button-small name="add-choice" value="1" data-add { (icon("plus")) (words.t("posts-poll-more")) } }
                    div.fields-inline {
                        div.field {
                            label for="poll-minutes" { (words.t("posts-poll-open")) }
                            select.select id="poll-minutes" name="poll-minutes" {
                                @if !DURATIONS.contains(&open) { option value=(open) selected { (words.tn("posts-poll-minutes", args![count => i64::from(open)])) } }
                                @for minutes in DURATIONS {
                                    option value=(minutes) selected[minutes == open] { (words.t(&format!("posts-poll-minutes-{minutes}"))) }
                                }
                            }
                        }
                    }
                    label.check { input type="checkbox" name="poll-several" value="1" checked[poll.several]; span { (words.t("posts-poll-several")) } }
                }
            }
        }
    }
}

fn choice_field(frame: &Frame, at: usize, choice: &str) -> Markup {
    let words = &frame.words;
    let field = format!("choice-{at}");
    html! {
        li.poll-choice data-item {
            label.visually-hidden for=(field) { (words.tn("posts-poll-choice", args![number => at + 1])) }
            input.input id=(field) name="choice" value=(choice) maxlength="200" placeholder=(words.tn("posts-poll-choice", args![number => at + 1]));
            button.button.button-quiet.button-small.button-icon name="remove-choice" value=(at) aria-label=(words.tn("posts-poll-remove", args![number => at + 1]))
                title=(words.t("posts-picture-remove")) data-move="remove" { (icon("trash-2")) }
        }
    }
}
