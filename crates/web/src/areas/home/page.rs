//! The page: what should I do now, and what is beside it.

mod day;
mod samples;
mod to_do;

use channels::Channel;
use channels::publication::Publication;
use conversations::ConversationRow;
use conversations::escalation::OpenCounts;
use conversations::promise::DueCounts;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::calendar::Entry;
use publishing::post::PostRow;

use crate::parts::{empty_state, link_button, page_header};
use crate::words::{Words, args};
use crate::{Frame, Page, Shape, Width, page_samples};

/// What happened in the last day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Since {
    /// Messages that came.
    pub messages: i64,
    /// Publications that appeared.
    pub published: i64,
}

/// « What should I do now? »
pub struct HomePage {
    /// The teammate's name.
    pub name: String,
    /// The brand's channels.
    pub channels: Vec<Channel>,
    /// Publications that wait for a person.
    pub to_decide: Vec<Publication>,
    /// Those who have waited longest for an answer.
    pub waiting: Vec<ConversationRow>,
    /// How many wait in all.
    pub all_waiting: i64,
    /// What is due today.
    pub today: Vec<Entry>,
    /// The last drafts.
    pub drafts: Vec<PostRow>,
    /// The last day.
    pub since: Since,
    /// How many posts wait for their agreement.
    pub to_review: i64,
    /// Answers that were promised: late, and at risk.
    pub due: DueCounts,
    /// Questions that were handed over.
    pub asked: OpenCounts,
}

impl Page for HomePage {
    fn samples() -> Vec<Self> {
        samples::samples()
    }

    fn title(&self, frame: &Frame) -> String {
        let first = self.name.split(' ').next().unwrap_or_default();
        if self.channels.is_empty() {
            return frame.words.tn("home-welcome", args![name => first]);
        }
        frame.words.tn("home-title", args![name => first, count => self.things()])
    }

    fn shape(&self) -> Shape {
        Shape::Room("home", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let now = words.now().map(|now| words.moment(now)).unwrap_or_default();
        html! {
            (page_header(&self.title(frame), html! { p.page-lead { (now) } }, html! {}))
            @if self.channels.is_empty() {
                (self.first_steps(frame))
            } @else {
                div.columns {
                    div.stack.stack-lg {
                        (self.to_do(frame))
                        (self.day(frame))
                    }
                    aside.stack.stack-lg aria-label=(words.t("home-aside")) {
                        (self.last_day(frame))
                        (self.unfinished(frame))
                    }
                }
            }
        }
    }
}

page_samples!(HomePage);

impl HomePage {
    /// How many things wait for the person.
    fn things(&self) -> i64 {
        let channels = self.channels.iter().filter(|c| c.needs_reconnection_now()).count();
        let decisions = to_do::alike(&self.to_decide).len();
        let own = i64::try_from(channels + decisions).unwrap_or(i64::MAX);
        own.saturating_add(self.all_waiting)
            .saturating_add(self.to_review.min(1))
            .saturating_add((self.due.late + self.due.at_risk).min(1))
            .saturating_add((self.asked.to_review + self.asked.late).min(1))
    }

    fn channel(&self, id: Id<Channel>) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    /// Before anything is connected: how to begin.
    fn first_steps(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let action = html! {
            div.row {
                @if frame.may(Right::ManageChannels) {
                    (link_button(&words.t("home-connect"), &frame.url("channels"), "button-primary"))
                }
                (link_button(&words.t("home-write"), &frame.url("posts/new"), ""))
            }
        };
        empty_state("plug", &words.t("home-first"), &words.t("home-first-lead"), action)
    }

    fn last_day(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section aria-labelledby="since" {
                h2.section-title #since { (words.t("home-since")) }
                div.card {
                    ul.stack.stack-sm {
                        li.spread { a href=(frame.url("inbox?tab=open")) { (words.t("home-since-messages")) } strong { (words.number(self.since.messages)) } }
                        li.spread { a href=(frame.url("posts")) { (words.t("home-since-published")) } strong { (words.number(self.since.published)) } }
                    }
                    p.card-foot.small { a href=(frame.url("measures")) { (words.t("home-measures")) } }
                }
            }
        }
    }

    fn unfinished(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if !self.drafts.is_empty() {
                section aria-labelledby="drafts" {
                    h2.section-title #drafts { (words.t("home-drafts")) }
                    ul.list.card.card-flush {
                        @for draft in &self.drafts {
                            li {
                                a.item href=(frame.url(&format!("posts/{}", draft.id))) {
                                    div.item-body {
                                        p.item-title.clip { (first_words(words, &draft.text)) }
                                        p.item-meta { (words.tn("home-changed", args![when => words.relative(draft.updated_at)])) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn first_words(words: &Words, text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty());
    match line {
        Some(line) => primitives::text::shorten(line.trim(), 90).to_string(),
        None => words.t("home-no-words"),
    }
}
