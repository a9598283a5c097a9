//! What is wrong, and what someone else made of the post meanwhile.

use maud::{Markup, html};

use super::ComposerPage;
use crate::Frame;
use crate::parts::{Tone, icon, link_button, notice};

impl ComposerPage {
    pub(super) fn conflict(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (Some(theirs), Some(id)) = (&self.theirs, self.id) else { return html! {} };
        html! {
            (notice(Tone::Warning, &words.t("posts-conflict"), html! {
                p { (words.t("posts-conflict-lead")) }
                div.row {
                    button.button name="do" value="draft" { (words.t("posts-conflict-keep-mine")) }
                    (link_button(&words.t("posts-conflict-keep-theirs"), &frame.url(&format!("posts/{id}/edit")), ""))
                    button.button.button-quiet name="do" value="draft" formaction=(frame.url("posts/new")) {
                        (words.t("posts-conflict-keep-both"))
                    }
                }
            }))
            section.card.stack.stack-sm aria-labelledby="theirs" {
                h2 id="theirs" { (words.t("posts-conflict-theirs")) }
                p.pre { (theirs.text) }
                @for (channel, text) in &theirs.own {
                    @if let Some(channel) = self.channels.iter().find(|c| c.id == *channel) {
                        p.eyebrow { (channel.network) }
                        p.pre { (text) }
                    }
                }
            }
        }
    }

    pub(super) fn errors(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let fields = ["", "text", "link", "channel", "file", "when"];
        let said: Vec<_> = fields.iter().filter_map(|field| self.errors.error(field)).collect();
        html! {
            @if !said.is_empty() {
                div.notice.notice-danger role="alert" tabindex="-1" autofocus {
                    (icon("circle-alert"))
                    div.notice-body {
                        p.notice-title { (words.t("posts-refused")) }
                        @for error in said { @for line in error.lines() { p { (line) } } }
                    }
                }
            }
        }
    }
}
