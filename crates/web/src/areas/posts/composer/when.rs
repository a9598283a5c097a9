//! When a post goes out, or what time its draft is meant for.

use maud::{Markup, html};
use platform::Right;

use super::ComposerPage;
use crate::Frame;
use crate::areas::posts::preview;
use crate::parts::icon;
use crate::words::args;

impl ComposerPage {
    pub(super) fn when(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let zone = words.zone().iana_name().unwrap_or("UTC");
        let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        let invalid = self.errors.error("when").map(|_| "true");
        let save = if self.scheduled { "posts-save-changes" } else { "posts-save-draft" };
        html! {
            fieldset.card.fieldset {
                legend.visually-hidden { (words.t("posts-when-to-publish")) }
                input type="hidden" name="proposed" value=(self.draft.proposed);
                    div.fields-inline {
                        div.field {
                            label for="date" { (words.t("posts-date")) }
                            input.input id="date" type="date" name="date" value=(self.draft.date) aria-describedby="when-note" aria-invalid=[invalid];
                        }
                        div.field {
                            label for="time" { (words.tn("posts-time-of", args![city => city])) }
                            input.input id="time" type="time" name="time" value=(self.draft.time) aria-describedby="when-note" aria-invalid=[invalid];
                        }
                    }
                    (preview::when_note(words, &self.draft))
                @if frame.may(Right::Publish) {
                    div.form-actions.card-foot {
                        button.button.button-primary name="do" value="schedule" data-submit-key {
                            (icon("clock")) (words.t(if self.scheduled { "posts-reschedule" } else { "posts-schedule" }))
                        }
                        button.button name="do" value="now" { (words.t("posts-publish-now")) }
                        @for panel in &self.panels.actions { (panel) }
                        button.button.button-quiet.end name="do" value="draft" { (words.t(save)) }
                    }
                } @else {
                    p.hint { (words.t("posts-contributor")) }
                    div.form-actions {
                        button.button.button-primary name="do" value="draft" data-submit-key { (words.t(save)) }
                        @for panel in &self.panels.actions { (panel) }
                    }
                }
            }
        }
    }
}
