//! Which channels a post is for.

use maud::{Markup, html};
use platform::Right;

use super::ComposerPage;
use crate::Frame;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{Tone, link_button, notice};

impl ComposerPage {
    pub(super) fn channels(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            fieldset.fieldset {
                legend.visually-hidden { (words.t("posts-channels")) }
                @if self.channels.is_empty() {
                    (notice(Tone::Info, &words.t("posts-no-channel"), html! {
                        p { (words.t("posts-no-channel-lead")) }
                        @if frame.may(Right::ManageChannels) {
                            div.row { (link_button(&words.t("posts-connect"), &frame.url("channels"), "")) }
                        }
                    }))
                }
                div.choices.choices-compact {
                    @for (index, channel) in self.channels.iter().enumerate() {
                        label.choice {
                            input type="checkbox" name="channel" id={ "channel-" (index + 1) } value=(channel.id) data-can=(channel.can())
                                checked[self.draft.channels.contains(&channel.id)];
                            (channel.mark("network-sm"))
                            span { (self.name_of(channel)) }
                        }
                    }
                }
            }
        }
    }

    /// The network's name, with the account's where the brand has several there.
    pub(super) fn name_of(&self, channel: &ShownChannel) -> String {
        let several = self.channels.iter().filter(|c| c.network == channel.network).count() > 1;
        if several {
            format!("{} {}", channel.network, channel.account())
        } else {
            channel.network.clone()
        }
    }
}
