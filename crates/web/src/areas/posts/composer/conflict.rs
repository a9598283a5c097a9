//! What is wrong, and what someone else made of the post meanwhile: both texts, word by word,
//! and which to keep.

use maud::{Markup, html};

use super::ComposerPage;
use crate::Frame;
use crate::areas::checks::panel::anyway;
use crate::areas::posts::draft::Draft;
use crate::areas::posts::preview::{compared, extent_words};
use crate::parts::{Tone, icon, link_button, notice};
use crate::words::Words;

/// A text that two people wrote differently.
struct Both<'a> {
    /// Its field: `text`, `variant-CHANNEL`.
    field: String,
    label: String,
    mine: &'a str,
    theirs: &'a str,
}

/// What the script is told when what one types meets what someone else saved meanwhile: in short,
/// and the way to compare.
pub(in crate::areas::posts) fn met(words: &Words) -> Markup {
    html! {
        p data-said { (words.t("posts-conflict")) }
        div id="conflict" {
            (notice(Tone::Warning, &words.t("posts-conflict"), html! {
                p { (words.t("posts-conflict-short")) }
                button.button name="do" value="draft" { (words.t("posts-conflict-compare")) }
            }))
        }
    }
}

impl ComposerPage {
    pub(super) fn conflict(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (Some(theirs), Some(id)) = (&self.theirs, self.id) else {
            // Where the script says that one came up while typing.
            return html! { div id="conflict" {} };
        };
        let both = self.both(theirs, frame);
        html! {
            (notice(Tone::Warning, &words.t("posts-conflict"), html! {
                p { (words.t("posts-conflict-lead")) }
                div.row {
                    button.button.button-primary name="do" value="draft" { (words.t("posts-conflict-keep-chosen")) }
                    (link_button(&words.t("posts-conflict-keep-theirs"), &frame.url(&format!("posts/{id}/edit")), ""))
                    button.button.button-quiet name="do" value="draft" formaction=(frame.url("posts/new")) {
                        (words.t("posts-conflict-keep-both"))
                    }
                }
            }))
            @if both.is_empty() { p.muted { (words.t("posts-conflict-same-words")) } }
            @for both in &both { (choice(frame, both)) }
        }
    }

    fn both<'a>(&'a self, theirs: &'a Draft, frame: &Frame) -> Vec<Both<'a>> {
        let words = &frame.words;
        let mine = &self.draft;
        let mut all = vec![Both {
            field: "text".to_owned(),
            label: words.t("posts-common"),
            mine: &mine.text,
            theirs: &theirs.text,
        }];
        let own = self.channels.iter().filter(|channel| {
            mine.own_text(channel.id).is_some() || theirs.own_text(channel.id).is_some()
        });
        all.extend(own.map(|channel| Both {
            field: format!("variant-{}", channel.id),
            label: self.name_of(channel),
            mine: mine.text_for(channel.id),
            theirs: theirs.text_for(channel.id),
        }));
        all.retain(|both| both.mine.trim_end() != both.theirs.trim_end());
        all
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
                        @let asked: Vec<_> = self.errors.all("asked").filter_map(|guard| guard.parse().ok()).collect();
                        @if !asked.is_empty() { (anyway(frame, &asked, self.errors.has("asked-now"))) }
                    }
                }
            }
        }
    }
}

/// Both texts, the difference, and which to keep.
fn choice(frame: &Frame, both: &Both<'_>) -> Markup {
    let words = &frame.words;
    let keep = format!("keep-{}", both.field);
    let choices = [
        ("mine", "posts-conflict-mine", both.mine),
        ("theirs", "posts-conflict-theirs", both.theirs),
    ];
    html! {
        fieldset.card.fieldset.stack.stack-sm.conflict {
            legend { (both.label) }
            input type="hidden" name={ "theirs-" (both.field) } value=(both.theirs);
            p.small.muted { (words.t("posts-conflict-difference")) " " (extent_words(words, both.mine, both.theirs)) }
            p.difference { (compared(both.mine, both.theirs)) }
            div.choices {
                @for (value, key, text) in choices {
                    label.choice {
                        input type="radio" name=(keep) value=(value) checked[value == "mine"];
                        span { span.choice-title { (words.t(key)) } span.hint.pre { (text) } }
                    }
                }
                label.choice {
                    input type="radio" name=(keep) value="both";
                    span { span.choice-title { (words.t("posts-conflict-one-after-the-other")) } }
                }
            }
        }
    }
}
