//! The sheet one writes on: the common text, and a version for each channel.

use maud::{Markup, html};

use super::ComposerPage;
use crate::Frame;
use crate::areas::posts::preview::Live;
use crate::areas::posts::shown::ShownChannel;
use crate::words::args;

impl ComposerPage {
    pub(super) fn sheet(&self, live: &Live<'_>) -> Markup {
        let (frame, words) = (live.frame, live.words);
        let brand = frame.brand.as_ref().map_or("", |brand| &brand.name);
        html! {
            div.card.composer-sheet {
                p.brand-line { (words.tn("posts-for-brand", args![brand => brand])) }
                @if !self.channels.is_empty() { (self.tabs(frame)) }
                input type="hidden" name="before" value=(self.draft.text);
                div data-text-panel="0" {
                    label.visually-hidden for="text" { (words.t("posts-common")) }
                    textarea.composer-text id="text" name="text" rows="8" aria-describedby="count-0" data-common="text"
                        placeholder=(words.t("posts-text-placeholder")) { "\n" (self.draft.text) }
                    p.composer-note { (live.common_counter()) }
                    @if self.some_take(ShownChannel::takes_threads) || !self.draft.extras.thread.is_empty() { (self.common_thread(live)) }
                }
                @for (index, channel) in self.channels.iter().enumerate() {
                    (self.variant(live, channel, index + 1))
                }
                (self.pictures(frame))
                (self.beside(frame))
            }
        }
    }

    fn tabs(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.tabs role="radiogroup" aria-label=(words.t("posts-versions")) {
                label.tab-link { input.unseen type="radio" name="shown" id="tab-0" value="0" checked; (words.t("posts-common")) }
                @for (index, channel) in self.channels.iter().enumerate() {
                    label.tab-link data-tab=(index + 1) {
                        input.unseen type="radio" name="shown" id={ "tab-" (index + 1) } value=(index + 1);
                        (channel.mark("network-sm")) (self.name_of(channel))
                        span.badge data-own-badge hidden[!self.is_own(channel)] { (words.t("posts-own")) }
                    }
                }
            }
        }
    }

    pub(super) fn is_own(&self, channel: &ShownChannel) -> bool {
        self.draft.own.iter().any(|(own, _)| *own == channel.id)
    }

    fn variant(&self, live: &Live<'_>, channel: &ShownChannel, index: usize) -> Markup {
        let words = live.words;
        let label = words.tn("posts-text-for", args![network => self.name_of(channel)]);
        let name = format!("variant-{}", channel.id);
        html! {
            div data-text-panel=(index) {
                label.composer-label for=(name) { (label) }
                textarea.composer-text id=(name) name=(name) rows="8" aria-describedby={ "count-" (index) }
                    data-variant="text" data-for-network=(channel.key) data-following[!self.is_own(channel)] { "\n" (self.draft.text_for(channel.id)) }
                p.composer-note {
                    span.muted data-follows hidden[self.is_own(channel)] { (words.t("posts-follows")) }
                    button.link-button name="follow" value=(channel.id) data-follow hidden[!self.is_own(channel)] {
                        (words.t("posts-follow-again"))
                    }
                    (live.counter(channel, index))
                }
                (live.difference(channel, index))
                (self.thread_of(live, channel, index))
            }
        }
    }
}
