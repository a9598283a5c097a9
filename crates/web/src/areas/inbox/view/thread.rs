//! What was said, noted and changed, in order.

use channels::publication::{NeedsPerson, StateName};
use channels::{Act, ItemKind};
use conversations::{Change, Changed, Deed, DeedState, Direction, Message, Note, StateWord};
use jiff::Timestamp;
use maud::{Markup, PreEscaped, html};
use platform::Right;
use primitives::Id;

use super::detail::place;
use super::letter;
use super::reading::reading;
use crate::Frame;
use crate::areas::inbox::list::Listed;
use crate::areas::inbox::one::Opened;
use crate::parts::{csrf, icon, state, time};
use crate::words::args;

/// Everything, the oldest first.
pub(super) fn thread(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let mut pieces: Vec<(Timestamp, Markup)> = Vec::new();
    let messages = &opened.messages.messages;
    // Of a long conversation only the end is shown, and what happened since its beginning.
    let since = opened.messages.older.and(messages.first()).map(|first| first.sent_at);
    let shown = |at: Timestamp| since.is_none_or(|since| at >= since);
    let first = messages.first().map(|first| first.id);
    for message in messages {
        pieces.push((message.sent_at, bubble(frame, listed, opened, message, first)));
    }
    for note in opened.notes.iter().filter(|note| shown(note.created_at)) {
        pieces.push((note.created_at, noted(frame, listed, note)));
    }
    for one in opened.asked_course.iter().filter(|one| shown(one.at)) {
        let told = crate::areas::escalations::card::course_line(words, one);
        pieces.push((one.at, told));
    }
    for change in opened.changes.iter().filter(|change| shown(change.at)) {
        if let Some(told) = changed(frame, listed, change) {
            pieces.push((change.at, told));
        }
    }
    pieces.sort_by_key(|(at, _)| *at);
    html! {
        (about(frame, opened))
        @if opened.messages.older.is_some() { p.happened { (words.t("inbox-older")) } }
        @for (_, piece) in pieces { (piece) }
        (heard_on(frame, opened))
        (crate::areas::escalations::card::cards(frame, &opened.escalations))
    }
}

/// What followed where Parvis can't read, to be written down too.
fn heard_on(frame: &Frame, opened: &Opened) -> Markup {
    let heard = opened.messages.messages.iter().any(conversations::Message::is_heard);
    let form = frame.url(&format!("inbox/heard?follows={}", opened.conversation.id));
    html! {
        @if heard && frame.may(Right::Converse) {
            p.heard-on { a.button.button-small.button-quiet href=(form) { (icon("pencil")) (frame.words.t("inbox-heard-on")) } }
        }
    }
}

/// The piece that the conversation is about.
fn about(frame: &Frame, opened: &Opened) -> Markup {
    let words = &frame.words;
    let about = &opened.conversation.about;
    let post = opened.post.as_ref();
    let address = post.map(|(post, _)| frame.url(&format!("posts/{post}")));
    let address = address.or_else(|| about.url.clone());
    let said = about.text.clone().unwrap_or_else(|| words.t("inbox-about-unknown"));
    let ours = post.is_some();
    html! {
        @if let Some(address) = address {
            a.quoted-post href=(address) rel=[(!ours).then_some("noopener noreferrer")] target=[(!ours).then_some("_blank")] {
                @match post.and_then(|(_, picture)| picture.as_ref()) {
                    Some(picture) if picture.content_type.starts_with("image/") => img.quoted-picture src=(frame.url(&format!("media/{}", picture.media))) alt=(picture.alt_text) loading="lazy";,
                    _ => (crate::parts::channel_mark(&opened.channel, "")),
                }
                span { span.clip-2 { (said) } span.muted.small { (words.t(if ours { "inbox-about-ours" } else { "inbox-about-theirs" })) } }
            }
        }
    }
}

fn bubble(
    frame: &Frame,
    listed: &Listed,
    opened: &Opened,
    message: &Message,
    first: Option<Id<Message>>,
) -> Markup {
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
    let deeds: Vec<&Deed> = opened.deeds.iter().filter(|deed| deed.message == message.id).collect();
    let is = |act: Act| deeds.iter().any(|deed| deed.act == act && deed.state != DeedState::Failed);
    let private = message.kind == ItemKind::Direct;
    html! {
        article.bubble.bubble-out[ours] #{ "m" (message.id) } data-away[is(Act::Hide) || is(Act::Delete)] {
            @if let Some(stars) = message.stars() { p.bubble-stars { (icon("star")) " " (words.tn("inbox-stars", args![stars => i64::from(stars)])) } }
            @if !message.text.is_empty() { p.bubble-text id=[ours.then(|| format!("words-{}", message.id))] { (letter::said(message)) } }
            (pictures(frame, opened, message))
            (letter::beneath(frame, opened, message))
            div.bubble-meta {
                span { (who) }
                @if message.holding { span.badge { (words.t("escalations-holding-badge")) } }
                @if private { span title=(words.t("inbox-private")) { (icon("lock")) span.visually-hidden { (words.t("inbox-private")) } } }
                (time(words, message.sent_at, &words.moment(message.sent_at)))
                @if let Some(publication) = &message.publication {
                    (state(words, publication.state.as_str()))
                    @if trouble(publication.state) && !by_hand(message) {
                        a href=(frame.url(&format!("publications/{}", publication.id))) { (words.t("inbox-see-why")) }
                    }
                }
                @if let Some(url) = &message.url {
                    a href=(url) rel="noopener noreferrer" target="_blank" { (words.tn("inbox-open-at", args![network => opened.channel.network_name.as_str()])) }
                }
                @for deed in &deeds { (deed_words(frame, deed)) }
                @if message.is_heard() { span.muted { (words.t("inbox-heard-by-hand")) } }
                @if frame.may(Right::Converse) { (acts(frame, listed, opened, message, &is, first)) }
            }
            (reading(frame, listed, opened, message.id))
            @if by_hand(message) && frame.may(Right::Converse) { (to_post(frame, opened, message)) }
        }
    }
}

/// Whether a person posts it by hand, and has not said so yet.
fn by_hand(message: &Message) -> bool {
    message.publication.as_ref().is_some_and(|publication| {
        publication.state == StateName::NeedsPerson
            && publication.reason.as_deref() == Some(NeedsPerson::Assisted.as_str())
    })
}

/// An answer that a person posts by hand: copied, posted there, said here.
fn to_post(frame: &Frame, opened: &Opened, message: &Message) -> Markup {
    let words = &frame.words;
    let Some(publication) = &message.publication else { return html! {} };
    let network = opened.channel.network_name.as_str();
    let theirs = opened.messages.messages.iter().rev();
    let theirs = theirs.filter(|message| message.direction == Direction::Inbound);
    let there = theirs.filter_map(|message| message.url.as_deref()).next();
    let there = there.or(opened.channel.profile_url.as_deref());
    let there = there.filter(|url| url.starts_with("http"));
    let link = format!("link-{}", publication.id);
    html! {
        div.to-post-here {
            p.strong { (icon("hand")) " " (words.tn("inbox-by-hand", args![network => network])) }
            p.small { (words.tn("inbox-by-hand-lead", args![network => network])) }
            div.row {
                button.button.button-small type="button" data-copy={ "#words-" (message.id) } { (icon("copy")) (words.t("inbox-by-hand-copy")) }
                @if let Some(there) = there {
                    a.button.button-small href=(there) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.tn("inbox-by-hand-open", args![network => network])) }
                }
            }
            form.stack.stack-sm method="post" action=(frame.url(&format!("publications/{}/decision", publication.id))) {
                (csrf(frame))
                div.field {
                    label for=(link) { (words.t("inbox-by-hand-link")) }
                    input.input id=(link) name="link" type="url" inputmode="url" placeholder="https://" autocomplete="off";
                }
                div.row {
                    button.button.button-primary.button-small name="says" value="there" { (icon("check")) (words.t("inbox-by-hand-done")) }
                    button.button.button-quiet.button-small name="says" value="leave" { (words.t("inbox-by-hand-leave")) }
                }
            }
        }
    }
}

/// What was asked of the network, and what came of it.
fn deed_words(frame: &Frame, deed: &Deed) -> Markup {
    let words = &frame.words;
    // Taking back what was done leaves nothing to say.
    let back = matches!(deed.act, Act::Unlike | Act::Unhide);
    html! {
        @match deed.state {
            DeedState::Done if back => {},
            DeedState::Failed => span.deed-failed title=[deed.detail.as_deref()] {
                (icon("triangle-alert")) " " (words.t(&format!("inbox-act-{}-failed", deed.act))) " "
                (words.t(&format!("inbox-act-because-{}", deed.reason.as_deref().unwrap_or("rejected"))))
            },
            state => span.deed { (words.t(&format!("inbox-act-{}-{state}", deed.act))) },
        }
    }
}

fn acts(
    frame: &Frame,
    listed: &Listed,
    opened: &Opened,
    message: &Message,
    is: &impl Fn(Act) -> bool,
    first: Option<Id<Message>>,
) -> Markup {
    let words = &frame.words;
    let offers = opened.offers.iter().find(|(id, _)| *id == message.id);
    let offers = offers.map(|(_, offers)| offers.as_slice()).unwrap_or_default();
    let sent = message.remote_id.is_some();
    let useful = |act: &&Act| match act {
        Act::Like => !is(Act::Like),
        Act::Unlike => is(Act::Like),
        Act::Hide => !is(Act::Hide),
        Act::Unhide => is(Act::Hide),
        Act::Delete => !is(Act::Delete),
    };
    let offered: Vec<&Act> = offers.iter().filter(useful).collect();
    let to = |what: &str| place(frame, listed, opened, &format!("messages/{}/{what}", message.id));
    let splits = first != Some(message.id) && !opened.conversation.kind.is_reactions();
    let network = opened.channel.network_name.as_str();
    html! {
        @if sent && (!offered.is_empty() || splits || message.direction == Direction::Inbound) {
            details.menu.menu-end.bubble-menu {
                summary.button.button-icon.button-quiet.button-small { (icon("ellipsis")) span.visually-hidden { (words.t("inbox-message-acts")) } }
                div.menu-panel {
                    @if !offered.is_empty() {
                        form method="post" action=(to("acts")) {
                            (csrf(frame))
                            @for act in offered { button.menu-item name="act" value=(act) { (words.t(&format!("inbox-act-{act}"))) } }
                        }
                    }
                    @if !offers.contains(&Act::Hide) && message.direction == Direction::Inbound {
                        p.menu-label { (words.tn("inbox-act-no-hide", args![network => network])) }
                    }
                    @if message.direction == Direction::Inbound {
                        form method="post" action=(frame.url(&format!("moderation/messages/{}", message.id))) { (csrf(frame)) button.menu-item { (words.t("moderation-ask")) } }
                    }
                    @if splits {
                        form method="post" action=(to("split")) { (csrf(frame)) button.menu-item { (words.t("inbox-split")) } }
                    }
                }
            }
        }
    }
}

fn pictures(frame: &Frame, opened: &Opened, message: &Message) -> Markup {
    let words = &frame.words;
    let base =
        frame.url(&format!("inbox/{}/messages/{}/pictures", opened.conversation.id, message.id));
    html! {
        @if !message.pictures.is_empty() || !message.media.is_empty() {
            div.bubble-pictures {
                @for (at, picture) in message.pictures.iter().enumerate() {
                    @let alt = if picture.alt_text.is_empty() { words.t("inbox-picture") } else { picture.alt_text.clone() };
                    a href=(picture.url) rel="noopener noreferrer" target="_blank" { img src=(format!("{base}/{at}")) alt=(alt) loading="lazy"; }
                }
                @for media in message.media.iter().filter(|media| media.content_type.starts_with("image/")) {
                    img src=(frame.url(&format!("media/{}", media.media))) alt=(media.alt_text) loading="lazy";
                }
            }
        }
    }
}

/// A text with its links as links.
pub(super) fn linked(text: &str) -> Markup {
    let (mut html, mut end) = (String::new(), 0);
    for entity in primitives::text::entities(text) {
        let written = &text[entity.range.clone()];
        if !written.starts_with("https://") && !written.starts_with("http://") {
            continue;
        }
        html.push_str(&html! { (&text[end..entity.range.start]) }.into_string());
        let link = html! { a href=(written) rel="noopener noreferrer nofollow" target="_blank" { (written) } };
        html.push_str(&link.into_string());
        end = entity.range.end;
    }
    html.push_str(&html! { (&text[end..]) }.into_string());
    PreEscaped(html)
}

fn noted(frame: &Frame, listed: &Listed, note: &Note) -> Markup {
    let words = &frame.words;
    let mine = note.teammate.is_some() && note.teammate == listed.me;
    html! {
        article.bubble.bubble-note #{ "n" (note.id) } {
            p.bubble-note-head { (icon("lock")) strong { (words.t("inbox-note")) } span.muted { (words.t("inbox-note-lead")) } }
            p.bubble-text { (note.words) }
            div.bubble-meta {
                span { (note.name) }
                (time(words, note.created_at, &words.moment(note.created_at)))
                @if mine || frame.may(Right::ManageBrand) {
                    form method="post" action=(frame.url(&format!("inbox/notes/{}/end", note.id))) {
                        (csrf(frame))
                        button.link-button { (words.t("inbox-note-remove")) }
                    }
                }
            }
        }
    }
}

/// A change in words; none for what the screen shows otherwise.
fn changed(frame: &Frame, listed: &Listed, change: &Change) -> Option<Markup> {
    let words = &frame.words;
    let name_of = |id: &str| listed.team.iter().find(|(known, _)| known.to_string() == id);
    let by = change.by.map(|id| id.to_string());
    let by = by.as_deref().and_then(name_of).map_or("Parvis", |(_, name)| name.as_str());
    let to = change.to.as_deref().unwrap_or_default();
    let key = match change.what {
        Changed::State => match to.parse().ok()? {
            StateWord::Open => {
                format!("inbox-became-open-{}", change.because.as_str().replace('_', "-"))
            }
            word => format!("inbox-became-{word}"),
        },
        Changed::Assignee if to.is_empty() => "inbox-became-nobodys".to_owned(),
        Changed::Assignee => "inbox-became-someones".to_owned(),
        Changed::Priority => "inbox-became-urgent".to_owned(),
        Changed::Label => return None,
    };
    let name = name_of(to).map_or_else(String::new, |(_, name)| name.clone());
    let priority = if change.what == Changed::Priority {
        words.t(&format!("inbox-priority-{to}"))
    } else {
        String::new()
    };
    let told = words.tn(&key, args![by => by, name => name, priority => priority]);
    Some(html! { p.happened { (told) ", " (time(words, change.at, &words.moment(change.at))) } })
}

fn trouble(state: StateName) -> bool {
    use StateName as S;
    matches!(state, S::Failed | S::NeedsPerson | S::Held | S::Uncertain | S::Cancelled)
}
