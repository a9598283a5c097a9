use channels::publication::{NeedsPerson, Publication, PublicationState, Purpose, StateName};
use channels::{Channel, Content};
use conversations::ConversationRow;
use conversations::escalation::OpenCounts;
use conversations::promise::DueCounts;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::calendar::Entry;
use publishing::post::PostRow;

use crate::parts::{
    avatar, channel_mark, empty_state, icon, link_button, page_header, state, time,
};
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
        samples()
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
        let decisions = alike(&self.to_decide).len();
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

    fn to_do(&self, frame: &Frame) -> Markup {
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

    fn day(&self, frame: &Frame) -> Markup {
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

/// Posts that wait for their agreement.
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
fn alike(publications: &[Publication]) -> Vec<Vec<&Publication>> {
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

fn first_words(words: &Words, text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty());
    match line {
        Some(line) => primitives::text::shorten(line.trim(), 90).to_string(),
        None => words.t("home-no-words"),
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

fn samples() -> Vec<HomePage> {
    let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 3);
    let now: Timestamp = ambient.now();
    let channels = crate::areas::channels::sample_channels();
    let publication = |state| Publication {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        channel: channels[0].id,
        purpose: Purpose::Reply { conversation: ambient.new_id() },
        place: channels::publication::Place::default(),
        due_at: now,
        content: Content { text: "Brioche du dimanche".into(), ..Content::default() },
        state,
        attempts: 1,
        created_by: None,
        created_at: now,
        updated_at: now,
        late_alerted_at: None,
    };
    let needs = |why| PublicationState::NeedsPerson { why, detail: String::new(), frozen: None };
    let failed = PublicationState::Failed {
        reason: channels::publication::Failure::GaveUp,
        detail: String::new(),
    };
    let held = PublicationState::Held { reason: channels::publication::HeldBy::BrandPause };
    let entry = |post, state| Entry {
        publication: ambient.new_id(),
        post,
        channel: channels[0].id,
        state,
        due_at: now,
        excerpt: "Le four est chaud".into(),
    };
    let post = ambient.new_id();
    let page = HomePage {
        name: "Louise Martin".into(),
        channels: channels.clone(),
        to_decide: vec![
            publication(needs(NeedsPerson::Assisted)),
            publication(needs(NeedsPerson::CannotTell)),
            publication(failed),
            publication(held),
        ],
        waiting: Vec::new(),
        all_waiting: 2,
        today: vec![entry(post, StateName::Published), entry(post, StateName::Failed)],
        drafts: Vec::new(),
        since: Since { messages: 3, published: 2 },
        to_review: 2,
        due: DueCounts { late: 2, at_risk: 1, mine: 1 },
        asked: OpenCounts { open: 3, late: 1, to_review: 2 },
    };
    let quiet = HomePage {
        name: "Louise".into(),
        channels: vec![channels[0].clone()],
        to_decide: vec![],
        waiting: vec![],
        all_waiting: 0,
        today: vec![],
        drafts: vec![],
        since: Since::default(),
        to_review: 0,
        due: DueCounts::default(),
        asked: OpenCounts::default(),
    };
    let first = HomePage { channels: vec![], name: "Inès".into(), ..quiet_copy() };
    vec![page, quiet, first]
}

fn quiet_copy() -> HomePage {
    HomePage {
        name: String::new(),
        channels: vec![],
        to_decide: vec![],
        waiting: vec![],
        all_waiting: 0,
        today: vec![],
        drafts: vec![],
        since: Since::default(),
        to_review: 0,
        due: DueCounts::default(),
        asked: OpenCounts::default(),
    }
}
