//! What is due today.

use channels::publication::StateName;
use maud::{Markup, html};
use platform::Right;
use publishing::calendar::Entry;

use super::{HomePage, first_words};
use crate::Frame;
use crate::parts::{channel_mark, link_button, state, time};

impl HomePage {
    pub(super) fn day(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section aria-labelledby="today" {
                div.section-title {
                    h2 #today { (words.t("home-today")) }
                    a href=(frame.url("calendar?view=week")) { (words.t("home-week")) }
                }
                @if self.today.is_empty() {
                    div.card.card-quiet.spread {
                        p { (words.t("home-nothing-today")) }
                        @if frame.may(Right::Draft) { (link_button(&words.t("home-write"), &frame.url("posts/new"), "")) }
                    }
                } @else {
                    ul.list.card.card-flush {
                        @for group in by_post(&self.today) { li { (self.planned(frame, &group)) } }
                    }
                }
            }
        }
    }

    /// A post of the day, with the channels where it goes at that time.
    fn planned(&self, frame: &Frame, group: &[&Entry]) -> Markup {
        let words = &frame.words;
        let first = group[0];
        let worst = group.iter().map(|entry| entry.state).max_by_key(|state| urgency(*state));
        html! {
            a.item href=(frame.url(&format!("posts/{}", first.post))) {
                (time(words, first.due_at, &words.time_of(first.due_at)))
                div.item-body {
                    p.item-title.clip { (first_words(words, &first.excerpt)) }
                    p.item-meta {
                        @for entry in group {
                            @if let Some(channel) = self.channel(entry.channel) { (channel_mark(channel, "network-sm")) " " }
                        }
                    }
                }
                div.item-end { @if let Some(worst) = worst { (state(words, worst.as_str())) } }
            }
        }
    }
}

/// Entries of one post at one time, together, in the order of the day.
fn by_post(entries: &[Entry]) -> Vec<Vec<&Entry>> {
    let mut groups: Vec<Vec<&Entry>> = Vec::new();
    for entry in entries {
        let known = groups
            .iter_mut()
            .find(|group| group[0].post == entry.post && group[0].due_at == entry.due_at);
        match known {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    groups
}

/// Which of a post's states is shown when its channels differ.
fn urgency(state: StateName) -> u8 {
    use StateName as S;
    match state {
        S::NeedsPerson => 9,
        S::Failed => 8,
        S::Uncertain => 7,
        S::Held => 6,
        S::Sending | S::Processing => 5,
        S::Prepared => 4,
        S::Planned => 3,
        S::Published => 2,
        S::Cancelled => 1,
    }
}
