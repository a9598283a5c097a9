use channels::publication::StateName;
use channels::{Channel, ItemKind};
use conversations::{
    About, Conversation, ConversationKind, ConversationRow, ConversationState, Counts, Direction,
    MOST_COUNTED, Message, MessagePage, Page as Rows, Person,
};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::list::{Listed, Shown, cursor_text};
use super::one::Opened;
use crate::areas::promises::due_badge;
use crate::parts::{
    Way, channel_mark, csrf, empty_state, icon, network_key, network_mark, one_button, page_header,
    pagination, state, time,
};
use crate::words::{Words, args};
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// The inbox: the list, and the conversation opened beside it.
pub struct InboxPage {
    listed: Listed,
    opened: Option<Opened>,
}

impl InboxPage {
    /// The list alone.
    pub fn of_list(listed: Listed) -> Self {
        Self { listed, opened: None }
    }

    /// A conversation beside the list.
    pub fn of_conversation(listed: Listed, opened: Opened) -> Self {
        Self { listed, opened: Some(opened) }
    }

    fn channel(&self, id: Id<Channel>) -> Option<&Channel> {
        self.listed.channels.iter().find(|channel| channel.id == id)
    }

    fn address(&self, frame: &Frame, tab: Shown) -> String {
        let mut address = frame.url(&format!("inbox?tab={}", tab.key()));
        if let Some(channel) = self.listed.channel {
            address.push_str(&format!("&channel={channel}"));
        }
        address
    }
}

impl Page for InboxPage {
    fn samples() -> Vec<Self> {
        samples()
    }

    fn title(&self, frame: &Frame) -> String {
        let waiting = self.listed.counts.waiting;
        match &self.opened {
            Some(Opened { person: Some(person), .. }) => person.name.clone(),
            _ if waiting >= MOST_COUNTED => {
                frame.words.tn("inbox-title-many", args![count => MOST_COUNTED])
            }
            _ => frame.words.tn("inbox-title", args![count => waiting]),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("inbox", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let pane = if self.opened.is_some() { "detail" } else { "list" };
        let title = words.tn("inbox-title", args![count => self.listed.counts.waiting]);
        html! {
            (page_header(&title, html! {}, html! {}))
            div.inbox data-pane=(pane) {
                (self.list(frame))
                @match &self.opened {
                    Some(opened) => (detail(frame, opened)),
                    None => {
                        section.inbox-detail aria-label=(words.t("inbox-detail")) {
                            (empty_state("message-circle", &words.t("inbox-choose"), &words.t("inbox-choose-lead"), html! {}))
                        }
                    }
                }
            }
        }
    }
}

page_samples!(InboxPage);

impl InboxPage {
    fn list(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let rows = &self.listed.rows;
        let more = rows.next.map(|next| {
            format!("{}&after={}", self.address(frame, self.listed.tab), cursor_text(next))
        });
        html! {
            section.inbox-list #inbox-list aria-label=(words.t("inbox-conversations"))
                data-refresh=(self.address(frame, self.listed.tab)) data-every="5" {
                (self.tabs(frame))
                @if self.listed.channels.len() > 1 { (self.filter(frame)) }
                @if rows.rows.is_empty() {
                    @let key = self.listed.tab.key();
                    (empty_state("inbox", &words.t(&format!("inbox-none-{key}")), &words.t(&format!("inbox-none-{key}-lead")), html! {}))
                } @else {
                    ul.list data-inbox { @for row in &rows.rows { li { (self.row(frame, row)) } } }
                    (pagination(frame, &Way { back: None, on: more }))
                }
            }
        }
    }

    fn tabs(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            nav.tabs aria-label=(words.t("inbox-tabs")) {
                @for tab in Shown::ALL {
                    a.tab-link href=(self.address(frame, tab)) aria-current=[(tab == self.listed.tab).then_some("page")] {
                        (words.t(&format!("inbox-tab-{}", tab.key())))
                        @if tab == Shown::Waiting && self.listed.counts.waiting > 0 {
                            " " span.count.count-hot { (capped(words, self.listed.counts.waiting)) }
                        }
                    }
                }
            }
        }
    }

    fn filter(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.inbox-filter method="get" action=(frame.url("inbox")) {
                input type="hidden" name="tab" value=(self.listed.tab.key());
                label.visually-hidden for="inbox-channel" { (words.t("inbox-channel")) }
                select.select #inbox-channel name="channel" data-auto-submit {
                    option value="" { (words.t("inbox-every-channel")) }
                    @for channel in &self.listed.channels {
                        option value=(channel.id) selected[self.listed.channel == Some(channel.id)] {
                            (channel.network_name) ", " (channel.name)
                        }
                    }
                }
                noscript { button.button.button-small { (words.t("inbox-filter")) } }
            }
        }
    }

    fn row(&self, frame: &Frame, row: &ConversationRow) -> Markup {
        let words = &frame.words;
        let conversation = &row.conversation;
        let current = self.opened.as_ref().is_some_and(|o| o.conversation.id == conversation.id);
        let waits = conversation.waiting_since.is_some();
        let class = if waits { "inbox-row unread" } else { "inbox-row" };
        let tab = self.listed.tab.key();
        let address = frame.url(&format!("inbox/{}?tab={tab}", conversation.id));
        html! {
            a class=(class) href=(address) aria-current=[current.then_some("true")] {
                (face(words, row.person.as_ref(), self.channel(conversation.channel)))
                span.who.clip {
                    (name_of(words, conversation, row.person.as_ref()))
                    @if waits { span.visually-hidden { ", " (words.t("inbox-waits")) } }
                }
                (time(words, conversation.last_message_at, &words.relative(conversation.last_message_at)))
                span.what.clip-2 { (conversation.preview) }
                @if let Some(promised) = conversation.promised { span.due { (due_badge(words, promised)) } }
                @if let Some(about) = &conversation.about.text {
                    span.about.faint.small.clip { (about) }
                }
            }
        }
    }
}

fn face(words: &Words, person: Option<&Person>, channel: Option<&Channel>) -> Markup {
    let name = person.map_or_else(|| words.t("inbox-someone"), |person| person.name.clone());
    html! {
        span.avatar data-hue=(hue(&name)) aria-hidden="true" {
            (initials(&name))
            @if let Some(channel) = channel {
                (network_mark(&network_key(channel), &channel.network_name, "network-sm"))
            }
        }
    }
}

fn initials(name: &str) -> String {
    let letters =
        name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    letters.take(2).flat_map(char::to_uppercase).collect()
}

fn hue(name: &str) -> u32 {
    name.chars().map(u32::from).fold(0, u32::wrapping_add) % 6 + 1
}

fn name_of(words: &Words, conversation: &Conversation, person: Option<&Person>) -> String {
    let name = person.map(|person| person.name.clone()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| words.t("inbox-someone"));
    if conversation.kind.is_reactions() && conversation.message_count > 1 {
        let others = conversation.message_count - 1;
        return words.tn("inbox-and-others", args![name => name, count => others]);
    }
    name
}

fn capped(words: &Words, count: i64) -> String {
    let shown = words.number(count.min(MOST_COUNTED));
    if count >= MOST_COUNTED { format!("{shown}+") } else { shown }
}

fn detail(frame: &Frame, opened: &Opened) -> Markup {
    let words = &frame.words;
    let conversation = &opened.conversation;
    let name = name_of(words, conversation, opened.person.as_ref());
    let address = frame.url(&format!("inbox/{}", conversation.id));
    html! {
        section.inbox-detail aria-label=(words.tn("inbox-with", args![name => name.as_str()])) {
            (head(frame, opened, &name))
            div.conversation #conversation data-refresh=(address) data-every="5" {
                (about(frame, opened))
                @if opened.messages.older.is_some() { p.happened { (words.t("inbox-older")) } }
                @for message in &opened.messages.messages { (bubble(frame, opened, message)) }
                @if let ConversationState::Resolved { at, .. } = conversation.state {
                    p.happened { (words.tn("inbox-was-resolved", args![when => words.moment(at)])) }
                }
            }
            @if frame.may(Right::Converse) && !conversation.kind.is_reactions() {
                (answer(frame, opened))
            }
        }
    }
}

fn head(frame: &Frame, opened: &Opened, name: &str) -> Markup {
    let words = &frame.words;
    let conversation = &opened.conversation;
    let url = |what: &str| frame.url(&format!("inbox/{}/{what}", conversation.id));
    html! {
        header.conversation-head {
            a.button.button-quiet.button-icon.back href=(frame.url("inbox")) aria-label=(words.t("inbox-back")) { (icon("arrow-left")) }
            (face(words, opened.person.as_ref(), Some(&opened.channel)))
            div.grow {
                h2.clip {
                    @match opened.person.as_ref().and_then(|person| person.profile_url.as_ref()) {
                        Some(profile) => a.plain href=(profile) rel="noopener noreferrer" target="_blank" { (name) },
                        None => (name),
                    }
                }
                p.small.muted.clip {
                    @if let Some(person) = &opened.person { "@" (person.handle) ", " }
                    (words.t(&format!("inbox-kind-{}", conversation.kind)))
                }
                @if let Some(promised) = conversation.promised { p.small { (due_badge(words, promised)) } }
            }
            @if frame.may(Right::Converse) && !conversation.kind.is_reactions() {
                @if conversation.is_open() {
                    form method="post" action=(url("resolution")) {
                        (csrf(frame))
                        button.button data-key="e" { (icon("check")) (words.t("inbox-resolve")) }
                    }
                } @else {
                    (one_button(frame, &url("resolution/end"), &words.t("inbox-reopen"), ""))
                }
            }
        }
    }
}

/// The piece that the conversation is about.
fn about(frame: &Frame, opened: &Opened) -> Markup {
    let words = &frame.words;
    let About { url, text, .. } = &opened.conversation.about;
    let address =
        opened.post.map(|post| frame.url(&format!("posts/{post}"))).or_else(|| url.clone());
    let said = text.clone().unwrap_or_else(|| words.t("inbox-about-unknown"));
    let ours = opened.post.is_some();
    html! {
        @if let Some(address) = address {
            a.quoted-post href=(address) rel=[(!ours).then_some("noopener noreferrer")] target=[(!ours).then_some("_blank")] {
                (channel_mark(&opened.channel, ""))
                span { span.clip-2 { (said) } span.muted.small { (words.t(if ours { "inbox-about-ours" } else { "inbox-about-theirs" })) } }
            }
        }
    }
}

fn bubble(frame: &Frame, opened: &Opened, message: &Message) -> Markup {
    let words = &frame.words;
    let ours = message.direction == Direction::Outbound;
    if matches!(message.kind, ItemKind::Like | ItemKind::Share | ItemKind::Follow) {
        let name = message.person.as_ref().map_or("", |person| person.name.as_str());
        let key = format!("inbox-did-{}", message.kind);
        return html! {
            p.happened { (words.tn(&key, args![name => name])) ", " (time(words, message.sent_at, &words.moment(message.sent_at))) }
        };
    }
    let who = match (&message.person, &message.teammate_name, ours) {
        (_, Some(teammate), true) => teammate.clone(),
        (_, None, true) => words.t("inbox-at-the-network"),
        (Some(person), _, false) => person.name.clone(),
        (None, _, false) => words.t("inbox-someone"),
    };
    html! {
        article.bubble.bubble-out[ours] {
            p.bubble-text { (message.text) }
            @for picture in &message.pictures {
                p.small { a href=(picture.url) rel="noopener noreferrer" target="_blank" { (icon("image")) " " (if picture.alt_text.is_empty() { words.t("inbox-picture") } else { picture.alt_text.clone() }) } }
            }
            p.bubble-meta {
                span { (who) }
                (time(words, message.sent_at, &words.moment(message.sent_at)))
                @if let Some(publication) = &message.publication {
                    (state(words, publication.state.as_str()))
                    @if trouble(publication.state) {
                        a href=(frame.url(&format!("publications/{}", publication.id))) { (words.t("inbox-see-why")) }
                    }
                } @else if let Some(url) = &message.url {
                    a href=(url) rel="noopener noreferrer" target="_blank" { (words.tn("inbox-open-at", args![network => opened.channel.network_name.as_str()])) }
                }
            }
        }
    }
}

fn trouble(state: StateName) -> bool {
    use StateName as S;
    matches!(state, S::Failed | S::NeedsPerson | S::Held | S::Uncertain | S::Cancelled)
}

fn answer(frame: &Frame, opened: &Opened) -> Markup {
    let words = &frame.words;
    let id = opened.conversation.id;
    let url = frame.url(&format!("inbox/{id}/replies"));
    let name = name_of(words, &opened.conversation, opened.person.as_ref());
    let error = opened.form.error("text");
    let hint = words.tn(
        "inbox-reply-to",
        args![
            name => name.as_str(), network => opened.channel.network_name.as_str()
        ],
    );
    html! {
        form.reply method="post" action=(url) data-live={ (url) "/count" } {
            (csrf(frame))
            label.visually-hidden for="reply" { (hint) }
            textarea.composer-text #reply name="text" placeholder=(hint) data-key="r" required
                aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| "reply-error")] { (opened.form.get("text")) }
            @if let Some(error) = error { p.error #reply-error { (error) } }
            div.composer-bar {
                p.small.muted.grow { (words.tn("inbox-as", args![brand => frame.brand.as_ref().map_or("", |b| b.name.as_str())])) }
                (counter(words, 0, opened.most))
                button.button.button-primary.button-small data-submit-key { (icon("send")) (words.t("inbox-reply")) }
            }
        }
    }
}

/// How long the answer is; replaced as one types.
pub fn counter(words: &Words, used: u64, most: u64) -> Markup {
    let level = if used > most {
        "over"
    } else if used * 10 > most * 9 {
        "near"
    } else {
        "ok"
    };
    let number = |n: u64| words.number(i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        span.counter #reply-count data-level=(level) aria-live="polite" {
            (words.tn("inbox-count", args![used => number(used), most => number(most)]))
        }
    }
}

fn samples() -> Vec<InboxPage> {
    let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 3);
    let channels = crate::areas::channels::sample_channels();
    let now: Timestamp = ambient.now();
    let person = Person {
        identity: ambient.new_id(),
        handle: "karim.test".into(),
        name: "Karim Benali".into(),
        profile_url: Some("https://bsky.app/profile/karim.test".into()),
        avatar_url: None,
    };
    let conversation = |kind, state, waiting| Conversation {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        channel: channels[0].id,
        kind,
        state,
        assignee: None,
        priority: conversations::Priority::Normal,
        unread: false,
        language: None,
        identity: Some(person.identity),
        about: About {
            url: Some("https://bsky.app/profile/fournil/post/1".into()),
            text: Some("Notre levain a 12 ans".into()),
            ..About::default()
        },
        preview: "Est-ce que le pain contient du seigle\u{202f}?".into(),
        message_count: 3,
        last_message_at: now,
        waiting_since: waiting,
        promised: None,
        created_at: now,
    };
    let open = || conversation(ConversationKind::Reply, ConversationState::Open, Some(now));
    let resolved = ConversationState::Resolved { by: None, at: now };
    let done = || conversation(ConversationKind::Direct, resolved, None);
    let liked = || conversation(ConversationKind::Reactions, ConversationState::Open, None);
    let listed = |tab, conversations: Vec<Conversation>, waiting| {
        let rows = conversations
            .into_iter()
            .map(|conversation| ConversationRow { conversation, person: Some(person.clone()) });
        Listed {
            tab,
            channel: None,
            rows: Rows { rows: rows.collect(), next: None },
            counts: Counts { open: waiting, waiting, oldest_waiting: Some(now) },
            channels: channels.clone(),
        }
    };
    let opened = |conversation: Conversation, form| {
        let message = |direction, kind| sample_message(&conversation, &person, direction, kind);
        let messages = vec![
            message(Direction::Inbound, ItemKind::Reply),
            message(Direction::Outbound, ItemKind::Reply),
            message(Direction::Inbound, ItemKind::Like),
        ];
        Opened {
            channel: channels[0].clone(),
            person: Some(person.clone()),
            messages: MessagePage { messages, older: None },
            post: None,
            most: 300,
            form,
            conversation,
        }
    };
    let mut refused = Form::filled([("text", "Oui")]);
    refused.refuse("text", "…");
    let mut pages: Vec<InboxPage> =
        Shown::ALL.into_iter().map(|tab| InboxPage::of_list(listed(tab, vec![], 0))).collect();
    let full = || listed(Shown::Waiting, vec![open(), done()], MOST_COUNTED);
    pages.push(InboxPage::of_list(full()));
    pages.push(InboxPage::of_conversation(full(), opened(open(), refused)));
    pages.push(InboxPage::of_conversation(full(), opened(done(), Form::empty())));
    let reactions = listed(Shown::Reactions, vec![liked()], 1);
    pages.push(InboxPage::of_conversation(reactions, opened(liked(), Form::empty())));
    pages
}

fn sample_message(
    conversation: &Conversation,
    person: &Person,
    direction: Direction,
    kind: ItemKind,
) -> Message {
    let person = (direction == Direction::Inbound).then(|| person.clone());
    Message::sample(conversation, direction, kind, person, "Est-ce que le pain contient du seigle")
}
