//! Where an answer or a note is written.

use conversations::Direction;
use conversations::saved::SavedReply;
use maud::{Markup, html};
use platform::{Right, Role};

use super::detail::place;
use super::rows::name_of;
use crate::Frame;
use crate::areas::inbox::list::Listed;
use crate::areas::inbox::one::Opened;
use crate::parts::{Tone, csrf, icon, notice};
use crate::words::{Words, args};

/// The answer and the note, one of them shown at a time.
pub(super) fn composer(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let answers = frame.may(Right::Converse) && !opened.conversation.kind.is_reactions();
    let notes = frame.role.is_some_and(|role| role != Role::ReadOnly);
    let note_first = !answers || opened.form.error("note").is_some();
    html! {
        @if answers || notes {
            div.inbox-composer {
                @if answers && notes {
                    div.inbox-write role="group" aria-label=(words.t("inbox-write")) {
                        label.tab-link { input.unseen #write-answer type="radio" name="write" checked[!note_first] data-focus="#reply" data-key="r"; (words.t("inbox-reply")) }
                        label.tab-link { input.unseen #write-note type="radio" name="write" checked[note_first] data-focus="#note" data-key="n"; (icon("lock")) (words.t("inbox-note")) }
                    }
                }
                @if answers { (answer(frame, listed, opened)) }
                @if notes { (note(frame, listed, opened)) }
            }
        }
    }
}

fn answer(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let name = name_of(words, &opened.conversation, opened.person.as_ref());
    let url = place(frame, listed, opened, "replies");
    let count = frame.url(&format!("inbox/{}/replies/count", opened.conversation.id));
    let error = opened.form.error("text");
    let network = opened.channel.network_name.as_str();
    let hint = words.tn("inbox-reply-to", args![name => name.as_str(), network => network]);
    let seen = opened
        .messages
        .messages
        .iter()
        .rev()
        .find(|message| message.direction == Direction::Outbound || message.person.is_some());
    html! {
        form.reply.write-answer #reply-form method="post" action=(url) data-live=(count) data-writes enctype="multipart/form-data" {
            (csrf(frame))
            @if let Some(seen) = seen { input type="hidden" name="seen" value=(seen.id); }
            @if let Some(answer) = &opened.meanwhile {
                (notice(Tone::Warning, &words.tn("inbox-meanwhile", args![name => answer.teammate_name.as_deref().unwrap_or_default()]), html! { p.pre { (answer.text) } }))
            }
            @if opened.form.has("from-answer") { input type="hidden" name="from-answer" value=(opened.form.get("from-answer")); }
            @if opened.proposed { (notice(Tone::Info, &words.t("moderation-proposed"), html! {})) }
            @for kept in opened.form.all("kept") {
                input type="hidden" name="kept" value=(kept);
            }
            label.visually-hidden for="reply" { (hint) }
            textarea.composer-text #reply name="text" placeholder=(hint) data-key="r"
                aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| "reply-error")] { (opened.form.get("text")) }
            @if let Some(error) = error { p.error #reply-error { (error) } }
            (ready(frame, opened))
            @if opened.channel.limits.images > 0 { (pictures(words, opened)) }
            (privacy(words, opened, network))
            div.composer-bar {
                p.small.muted.grow { (words.tn("inbox-as", args![brand => frame.brand.as_ref().map_or("", |b| b.name.as_str())])) }
                (counter(words, 0, opened.most))
                button.button.button-small name="then" value="resolve" { (words.t("inbox-reply-resolve")) }
                button.button.button-primary.button-small data-submit-key { (icon("send")) (words.t("inbox-reply")) }
            }
        }
    }
}

/// Ready replies: a press puts one after what was typed.
fn ready(frame: &Frame, opened: &Opened) -> Markup {
    let words = &frame.words;
    let ready = &opened.ready;
    let button = |saved: &SavedReply| {
        html! { button.button.button-small name="saved" value=(saved.id) title=(if saved.french.is_empty() { &saved.english } else { &saved.french }) { (saved.name) } }
    };
    html! {
        @if opened.form.has("ready") { input type="hidden" name="ready" value=(opened.form.get("ready")); }
        @if !ready.fitting.is_empty() || !ready.others.is_empty() {
            div.row.row-tight.reply-ready {
                span.small.muted { (words.t("inbox-ready")) }
                @for saved in &ready.fitting { (button(saved)) }
                @if !ready.others.is_empty() {
                    details.disclosure {
                        summary { (words.t("inbox-ready-others")) }
                        div.row.row-tight { @for saved in &ready.others { (button(saved)) } }
                    }
                }
            }
        }
    }
}

fn pictures(words: &Words, opened: &Opened) -> Markup {
    let kept = opened.form.all("kept").count();
    html! {
        details.reply-pictures open[kept > 0] {
            summary { (icon("image")) " " (words.t("inbox-reply-pictures")) @if kept > 0 { " " span.count { (kept) } } }
            div.reply-pictures-fields {
                div.field {
                    label.label for="reply-file" { (words.t("inbox-reply-file")) }
                    input #reply-file type="file" name="pictures" accept="image/*" multiple[opened.channel.limits.images > 1];
                }
                div.field {
                    label.label for="reply-alt" { (words.t("inbox-reply-alt")) }
                    input.input #reply-alt name="alt" value=(opened.form.get("alt"));
                }
            }
        }
    }
}

/// Whether the answer is for their eyes only: said in every case.
fn privacy(words: &Words, opened: &Opened, network: &str) -> Markup {
    let private = opened.conversation.kind == conversations::ConversationKind::Direct;
    html! {
        @if private {
            p.reply-privacy.small.muted { (icon("lock")) " " (words.t("inbox-reply-is-private")) }
        } @else if opened.privately {
            label.check.reply-privacy { input type="checkbox" name="private" value="yes" checked[opened.form.has("private")]; span { (words.t("inbox-reply-privately")) } }
        } @else {
            p.reply-privacy.small.muted { (words.tn("inbox-reply-never-privately", args![network => network])) }
        }
    }
}

fn note(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let error = opened.form.error("note");
    html! {
        form.reply.write-note method="post" action=(place(frame, listed, opened, "notes")) {
            (csrf(frame))
            label.visually-hidden for="note" { (words.t("inbox-note-field")) }
            textarea.composer-text #note name="note" placeholder=(words.t("inbox-note-field")) required data-mentions=(opened.names.join("\n"))
                aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| "note-error")] { (opened.form.get("note")) }
            @if let Some(error) = error { p.error #note-error { (error) } }
            div.composer-bar {
                p.small.grow { (icon("lock")) " " (words.t("inbox-note-lead")) }
                button.button.button-small data-submit-key { (words.t("inbox-note-add")) }
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
