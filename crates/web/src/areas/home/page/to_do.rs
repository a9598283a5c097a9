//! What waits for the person.

use channels::Channel;
use channels::publication::{NeedsPerson, Publication, PublicationState, Purpose};
use conversations::ConversationRow;
use conversations::escalation::OpenCounts;
use conversations::promise::DueCounts;
use maud::{Markup, html};

use super::{HomePage, first_words};
use crate::Frame;
use crate::parts::{avatar, channel_mark, icon, link_button};
use crate::words::args;

impl HomePage {
    pub(super) fn to_do(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section aria-labelledby="todo" {
                h2.visually-hidden #todo { (words.t("home-todo")) }
                @if self.things() == 0 {
                    div.card.card-quiet.row { (icon("circle-check")) p { (words.t("home-all-done")) } }
                } @else {
                    ul.list.card.card-flush {
                        @for channel in self.channels.iter().filter(|c| c.needs_reconnection_now()) {
                            li { (reconnect(frame, channel)) }
                        }
                        @if self.due.late + self.due.at_risk > 0 { li { (promised(frame, self.due)) } }
                        @if self.asked.to_review + self.asked.late > 0 { li { (asked(frame, self.asked)) } }
                        @if self.to_review > 0 { li { (review(frame, self.to_review)) } }
                        @for group in alike(&self.to_decide) { li { (self.decide(frame, &group)) } }
                        @for row in &self.waiting { li { (self.answer(frame, row)) } }
                    }
                    @let shown = i64::try_from(self.waiting.len()).unwrap_or(0);
                    @if self.all_waiting > shown {
                        p.small { a href=(frame.url("inbox")) { (words.tn("home-more-waiting", args![count => self.all_waiting - shown])) } }
                    }
                }
            }
        }
    }

    /// A post that asks the same of a person on one or several channels.
    fn decide(&self, frame: &Frame, group: &[&Publication]) -> Markup {
        let words = &frame.words;
        let publication = group[0];
        let (what, button) = to_be_done(&publication.state);
        let channels = group.iter().filter_map(|p| self.channel(p.channel));
        let names: Vec<&str> = channels.map(|channel| channel.network_name.as_str()).collect();
        let network = names.join(", ");
        let address = match publication.purpose {
            Purpose::Post { post, .. } if group.len() > 1 => frame.url(&format!("posts/{post}")),
            _ => frame.url(&format!("publications/{}", publication.id)),
        };
        let excerpt = first_words(words, &publication.content.text);
        let title =
            words.tn(&format!("home-{what}"), args![network => network, excerpt => excerpt]);
        let due = words.moment(publication.due_at);
        html! {
            div.item {
                @if let Some(channel) = self.channel(publication.channel) { (channel_mark(channel, "")) }
                div.item-body {
                    p.item-title { (title) }
                    p.item-meta { (words.tn(&format!("home-{what}-lead"), args![when => due])) }
                }
                div.item-end {
                    (link_button(&words.t(button), &address, ""))
                }
            }
        }
    }

    fn answer(&self, frame: &Frame, row: &ConversationRow) -> Markup {
        let words = &frame.words;
        let name = row.person.as_ref().map(|person| person.name.clone());
        let name = name.unwrap_or_else(|| words.t("inbox-someone"));
        let since = row.conversation.waiting_since.unwrap_or(row.conversation.last_message_at);
        html! {
            div.item {
                (avatar(&name, None))
                div.item-body {
                    p.item-title { (words.tn("home-waits", args![name => name, since => words.relative(since)])) }
                    p.item-meta.clip-2 {
                        @if let Some(channel) = self.channel(row.conversation.channel) { (channel_mark(channel, "network-sm")) " " }
                        (row.conversation.preview)
                    }
                }
                div.item-end {
                    (link_button(&words.t("home-answer"), &frame.url(&format!("inbox/{}", row.conversation.id)), ""))
                }
            }
        }
    }
}

/// Answers that were promised and are late, or soon will be.
fn promised(frame: &Frame, due: DueCounts) -> Markup {
    let words = &frame.words;
    let late = words.tn("home-promised-late", args![count => due.late]);
    let risk = words.tn("home-promised-risk", args![count => due.at_risk]);
    let (title, lead) = if due.late > 0 { (late, risk) } else { (risk, String::new()) };
    let lead = if due.at_risk > 0 { lead } else { String::new() };
    html! {
        div.item {
            span.item-icon { (icon("clock")) }
            div.item-body {
                p.item-title { (title) }
                @if !lead.is_empty() { p.item-meta { (lead) } }
            }
            div.item-end { (link_button(&words.t("home-promised-go"), &frame.url("promises"), "")) }
        }
    }
}

/// Questions handed over: answered, to be completed, or late.
fn asked(frame: &Frame, asked: OpenCounts) -> Markup {
    let words = &frame.words;
    let review = words.tn("home-asked-review", args![count => asked.to_review]);
    let late = words.tn("home-asked-late", args![count => asked.late]);
    let (title, lead) = if asked.to_review > 0 { (review, late) } else { (late, String::new()) };
    let lead = if asked.late > 0 { lead } else { String::new() };
    html! {
        div.item {
            span.item-icon { (icon("circle-question-mark")) }
            div.item-body {
                p.item-title { (title) }
                @if !lead.is_empty() { p.item-meta { (lead) } }
            }
            div.item-end { (link_button(&words.t("home-asked-go"), &frame.url("escalations"), "")) }
        }
    }
}

/// Posts that wait for their agreement.
fn review(frame: &Frame, count: i64) -> Markup {
    let words = &frame.words;
    html! {
        div.item {
            span.item-icon { (icon("check-check")) }
            div.item-body {
                p.item-title { (words.tn("home-review", args![count => count])) }
                p.item-meta { (words.t("home-review-lead")) }
            }
            div.item-end { (link_button(&words.t("home-review-go"), &frame.url("approvals"), "")) }
        }
    }
}

fn reconnect(frame: &Frame, channel: &Channel) -> Markup {
    let words = &frame.words;
    html! {
        div.item {
            (channel_mark(channel, ""))
            div.item-body {
                p.item-title { (words.tn("home-refused", args![network => channel.network_name.as_str()])) }
                p.item-meta { (words.t("home-refused-lead")) }
            }
            div.item-end {
                (link_button(&words.t("channels-reconnect"), &frame.url(&format!("channels/{}", channel.id)), ""))
            }
        }
    }
}

/// Publications of one post that stand alike are one thing to do.
pub(super) fn alike(publications: &[Publication]) -> Vec<Vec<&Publication>> {
    let mut groups: Vec<Vec<&Publication>> = Vec::new();
    for publication in publications {
        let known = groups.iter_mut().find(|group| same_thing(group[0], publication));
        match known {
            Some(group) => group.push(publication),
            None => groups.push(vec![publication]),
        }
    }
    groups
}

fn same_thing(a: &Publication, b: &Publication) -> bool {
    match (a.purpose, b.purpose) {
        (Purpose::Post { post: a_post, .. }, Purpose::Post { post: b_post, .. }) => {
            a_post == b_post && to_be_done(&a.state) == to_be_done(&b.state)
        }
        _ => false,
    }
}

/// What a publication's state asks of a person: the key of its words, and of its button.
fn to_be_done(state: &PublicationState) -> (&'static str, &'static str) {
    match state {
        PublicationState::NeedsPerson { why: NeedsPerson::Assisted, .. } => {
            ("by-hand", "home-publish")
        }
        PublicationState::NeedsPerson { .. } => ("cannot-tell", "home-look"),
        PublicationState::Failed { .. } => ("failed", "home-mend"),
        PublicationState::Held { .. } => ("held", "home-decide"),
        _ => ("in-doubt", "home-look"),
    }
}
