//! What is wrong, and what someone else made of the post meanwhile: both texts, word by word,
//! and which to keep.

use maud::{Markup, html};
use publishing::post::VariantExtras;

use super::ComposerPage;
use crate::Frame;
use crate::areas::checks::panel::anyway;
use crate::areas::posts::draft::Draft;
use crate::areas::posts::draft::theirs::{Beside, FIELD};
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
            (self.beside_both(frame, theirs))
            @if both.is_empty() && Beside::of(theirs) == Beside::of(&self.draft) { p.muted { (words.t("posts-conflict-same-words")) } }
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

    /// What goes beside the texts, where it differs: link, thread, first comment, poll, pictures.
    fn beside_both(&self, frame: &Frame, theirs: &Draft) -> Markup {
        let words = &frame.words;
        let (mine, theirs) = (Beside::of(&self.draft), Beside::of(theirs));
        let lines = |parts: &[String]| html! { @for part in parts { span.hint.pre { (part) } } };
        let text = |text: &str| html! { span.hint.pre { (text) } };
        let poll = |beside: &Beside| lines(&beside.poll.clone().unwrap_or_default().choices);
        let own = |beside: &Beside| {
            let said = |extras: &VariantExtras| {
                let thread = extras.thread.clone().unwrap_or_default();
                thread.into_iter().chain(extras.first_comment.clone()).collect::<Vec<_>>()
            };
            lines(&beside.own.iter().flat_map(|(_, extras)| said(extras)).collect::<Vec<_>>())
        };
        let pictures = |beside: &Beside| {
            html! { span.conflict-media { @for (id, alt) in &beside.media {
                img src={ (frame.url(&format!("media/{id}"))) "?side=160" } alt=(alt) width="64" height="64" loading="lazy";
            } } }
        };
        let empty = |beside: &Beside, part: &str| match part {
            "link" => beside.link.is_empty(),
            "thread" => beside.thread.is_empty(),
            "comment" => beside.comment.is_empty(),
            "poll" => beside.poll.is_none(),
            "own" => beside.own.is_empty(),
            _ => beside.media.is_empty(),
        };
        let differ = [
            ("media", mine.media != theirs.media, pictures(&mine), pictures(&theirs)),
            ("link", mine.link != theirs.link, text(&mine.link), text(&theirs.link)),
            ("thread", mine.thread != theirs.thread, lines(&mine.thread), lines(&theirs.thread)),
            ("comment", mine.comment != theirs.comment, text(&mine.comment), text(&theirs.comment)),
            ("poll", mine.poll != theirs.poll, poll(&mine), poll(&theirs)),
            ("own", mine.own != theirs.own, own(&mine), own(&theirs)),
        ];
        html! {
            @if mine != theirs { input type="hidden" name=(FIELD) value=(theirs.written()); }
            @for (part, _, of_mine, of_theirs) in differ.iter().filter(|(_, differs, ..)| *differs) {
                // Nobody's work goes by default.
                @let both = matches!(*part, "media" | "thread" | "comment");
                @let first = if empty(&mine, part) { "theirs" } else if both && !empty(&theirs, part) { "both" } else { "mine" };
                @let nothing = html! { span.hint { (words.t("posts-conflict-nothing")) } };
                fieldset.card.fieldset.stack.stack-sm.conflict {
                    legend { (words.t(&format!("posts-conflict-part-{part}"))) }
                    div.choices {
                        label.choice { input type="radio" name={ "keep-" (part) } value="mine" checked[first == "mine"];
                            span { span.choice-title { (words.t("posts-conflict-yours")) } @if empty(&mine, part) { (nothing) } @else { (of_mine) } } }
                        label.choice { input type="radio" name={ "keep-" (part) } value="theirs" checked[first == "theirs"];
                            span { span.choice-title { (words.t("posts-conflict-theirs")) } @if empty(&theirs, part) { (nothing) } @else { (of_theirs) } } }
                        @if both && !empty(&mine, part) && !empty(&theirs, part) {
                            label.choice { input type="radio" name={ "keep-" (part) } value="both" checked[first == "both"];
                                span { span.choice-title { (words.t("posts-conflict-both")) } } }
                        }
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
