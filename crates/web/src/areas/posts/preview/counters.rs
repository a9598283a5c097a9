//! How long each text is on each network, by its own rule, with what is added to its links.

use maud::{Markup, html};
use platform::media::Media;
use primitives::Id;
use primitives::text::{Count, CountRule, count};

use super::{Live, ShownChannel};
use crate::words::{Words, args};

fn level(count: &Count) -> &'static str {
    match count {
        count if count.over => "over",
        count if count.left * 10 <= i64::try_from(count.max).unwrap_or(i64::MAX) => "near",
        _ => "ok",
    }
}

fn counted(words: &Words, count: &Count) -> String {
    let number = |n: u64| words.number(i64::try_from(n).unwrap_or(i64::MAX));
    match count.bytes {
        Some(bytes) if bytes.used > bytes.max => words
            .tn("posts-count-bytes", args![used => number(bytes.used), most => number(bytes.max)]),
        _ => words.tn("posts-count", args![used => number(count.used), most => number(count.max)]),
    }
}

impl Live<'_> {
    /// The count of the text under a channel's tab.
    pub(crate) fn counter(&self, channel: &ShownChannel, index: usize) -> Markup {
        let count = self.check(channel).count;
        html! {
            span.counter id={ "count-" (index) } data-level=(level(&count)) { (counted(self.words, &count)) }
        }
    }

    /// The counts of the common text on each channel that follows it.
    pub(crate) fn common_counter(&self) -> Markup {
        let follows = |c: &&ShownChannel| {
            self.draft.channels.contains(&c.id)
                && self.draft.own.iter().all(|(own, _)| *own != c.id)
        };
        let counts: Vec<_> = self
            .channels
            .iter()
            .filter(follows)
            .map(|channel| (channel, self.check(channel).count))
            .collect();
        html! {
            span.counters id="count-0" {
                @for (channel, count) in &counts {
                    span.counter data-level=(level(count)) { (channel.mark("network-sm")) (counted(self.words, count)) }
                }
            }
        }
    }

    /// The counts of a part of a thread: on each channel that follows the common one, or on the
    /// channel whose own it is.
    pub(crate) fn part_counter(&self, tab: usize, at: usize) -> Markup {
        let own = |c: &ShownChannel| self.draft.extras_of(c.id).thread.is_some();
        let counted_on: Vec<_> = match tab.checked_sub(1) {
            Some(index) => self.channels.get(index).into_iter().collect(),
            None => self
                .channels
                .iter()
                .filter(|c| self.draft.channels.contains(&c.id) && !own(c))
                .collect(),
        };
        html! {
            span.counters id={ "count-" (tab) "-" (at) } {
                @for channel in &counted_on {
                    @let parts = self.draft.thread_for(channel.id);
                    @let part = parts.get(at).map_or("", |part| part.trim_end());
                    @let count = count(&self.sent.text_on(channel.id, part), &channel.limits.text);
                    span.counter data-level=(level(&count)) { (channel.mark("network-sm")) (counted(self.words, &count)) }
                }
            }
        }
    }

    /// The counts of every part of every thread.
    pub(super) fn part_counters(&self) -> Markup {
        let own = |(index, c): (usize, &ShownChannel)| {
            Some((index + 1, self.draft.extras_of(c.id).thread?.len()))
        };
        let common = std::iter::once((0, self.draft.extras.thread.len()));
        let threads = common.chain(self.channels.iter().enumerate().filter_map(own));
        html! {
            @for (tab, parts) in threads {
                @for at in 0..parts { (self.part_counter(tab, at)) }
            }
        }
    }
}

/// The count of an alternative text, against the strictest of the channels chosen.
pub(crate) fn alt_counter(
    words: &Words,
    id: Id<Media>,
    alt: &str,
    channels: &[ShownChannel],
) -> Markup {
    let most = channels.iter().map(|channel| channel.limits.alt_text).min().unwrap_or(1000);
    let count = count(alt.trim(), &CountRule::graphemes(most));
    html! { span.counter id={ "alt-count-" (id) } data-level=(level(&count)) { (counted(words, &count)) } }
}
