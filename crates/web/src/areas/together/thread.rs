//! A thread of comments, as teammates and guests read it.

use channels::Channel;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Teammate;
use primitives::Id;
use publishing::comment::Comment;

use crate::areas::posts::shown::ShownChannel;
use crate::parts::{avatar, badge, csrf, icon, time};
use crate::words::args;
use crate::{Form, Frame};

/// A comment, as pages show it.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    id: Id<Comment>,
    teammate: Option<Id<Teammate>>,
    channel: Option<Id<Channel>>,
    name: String,
    words: String,
    shared: bool,
    at: Timestamp,
    edited: bool,
    resolved: bool,
}

impl From<Comment> for Said {
    fn from(comment: Comment) -> Self {
        Self {
            id: comment.id,
            teammate: comment.teammate,
            channel: comment.channel,
            name: comment.name,
            words: comment.words,
            shared: comment.shared,
            at: comment.created_at,
            edited: comment.edited_at.is_some(),
            resolved: comment.resolved_at.is_some(),
        }
    }
}

impl Said {
    /// A comment of the named world.
    pub fn sample() -> Self {
        Self {
            id: Id::from_uuid(uuid::Uuid::from_u128(9)),
            teammate: None,
            channel: None,
            name: "Paul Duval (Duval SA)".to_owned(),
            words: "@Inès, est-ce bien 24 € ?".to_owned(),
            shared: true,
            at: "2026-11-23T07:00:00Z".parse().unwrap_or_default(),
            edited: true,
            resolved: false,
        }
    }

    /// The same, settled, by a teammate.
    pub fn settled(mut self, id: u128) -> Self {
        self.id = Id::from_uuid(uuid::Uuid::from_u128(id));
        self.teammate = Some(Id::from_uuid(uuid::Uuid::from_u128(1)));
        self.shared = false;
        self.resolved = true;
        self
    }
}

/// What a teammate may do with comments, and where they come back.
pub(crate) struct Within<'a> {
    /// Where the comments of the post are: `posts/ID/comments`.
    pub path: String,
    /// The page to come back to.
    pub back: &'a str,
    /// Who looks.
    pub me: Option<Id<Teammate>>,
    /// Whether they run the brand.
    pub runs: bool,
    /// The post's channels, to which a comment may be tied.
    pub channels: &'a [ShownChannel],
    /// The names that may be mentioned.
    pub team: &'a [String],
}

/// The comments, the oldest first.
pub(crate) fn thread(frame: &Frame, said: &[Said], within: Option<&Within<'_>>) -> Markup {
    let words = &frame.words;
    html! {
        @if said.is_empty() {
            p.muted { (words.t("together-no-comment")) }
        } @else {
            ol.thread { @for said in said { li id={ "c-" (said.id) } { (comment(frame, said, within)) } } }
        }
    }
}

fn comment(frame: &Frame, said: &Said, within: Option<&Within<'_>>) -> Markup {
    let words = &frame.words;
    let channel = within
        .and_then(|within| within.channels.iter().find(|channel| Some(channel.id) == said.channel));
    html! {
        article.comment data-resolved[said.resolved] {
            (avatar(&said.name, None))
            div.comment-body {
                p.comment-head {
                    strong { (said.name) } " "
                    span.small.muted {
                        (time(words, said.at, &words.relative(said.at)))
                        @if said.edited { ", " (words.t("together-edited")) }
                    }
                    @if let Some(channel) = channel { " " (channel.mark("network-sm")) }
                    @if within.is_some() && said.shared { " " (badge(&words.t("together-shared"), "info")) }
                    @if said.resolved { " " (badge(&words.t("together-resolved"), "success")) }
                }
                p.pre { (said.words) }
                @if let Some(within) = within { (acts(frame, said, within)) }
            }
        }
    }
}

fn acts(frame: &Frame, said: &Said, within: &Within<'_>) -> Markup {
    let words = &frame.words;
    let address = |what: &str| frame.url(&format!("{}/{}{what}", within.path, said.id));
    let mine = said.teammate.is_some() && said.teammate == within.me;
    let field = format!("edit-{}", said.id);
    let button = |to: String, key: &str| {
        html! {
            form method="post" action=(to) {
                (csrf(frame))
                input type="hidden" name="back" value=(within.back);
                button.link-button.small { (words.t(key)) span.visually-hidden { ", " (said.name) } }
            }
        }
    };
    html! {
        div.row.comment-acts {
            @if said.resolved { (button(address("/resolution/end"), "together-reopen")) }
            @else { (button(address("/resolution"), "together-resolve")) }
            @if mine || within.runs { (button(address("/removal"), "together-remove")) }
        }
        @if mine {
            details.disclosure {
                summary.small { (words.t("together-edit")) }
                form.stack.stack-sm method="post" action=(address("")) {
                    (csrf(frame))
                    input type="hidden" name="back" value=(within.back);
                    label.visually-hidden for=(field) { (words.t("together-edit")) }
                    textarea.textarea id=(field) name="words" rows="3" required { "\n" (said.words) }
                    div { button.button.button-small { (words.t("together-save")) } }
                }
            }
        }
    }
}

/// Where something new is said.
pub(crate) fn say_form(
    frame: &Frame,
    action: &str,
    form: &Form,
    within: Option<&Within<'_>>,
) -> Markup {
    let words = &frame.words;
    let error = form.error("words");
    let team = within.map(|within| within.team.join("\n"));
    html! {
        form.stack.stack-sm.say method="post" action=(action) {
            (csrf(frame))
            @if let Some(within) = within { input type="hidden" name="back" value=(within.back); }
            div.field {
                label for="say" { (words.t(if within.is_some() { "together-say" } else { "together-say-outside" })) }
                textarea.textarea id="say" name="words" rows="3" required maxlength="4000" data-mentions=[team]
                    aria-invalid=[error.map(|_| "true")] aria-describedby="say-hint" { "\n" (form.get("words")) }
                @if let Some(error) = error { p.error role="alert" { (error) } }
                @if within.is_some() { p.hint id="say-hint" { (words.t("together-say-hint")) } }
                @else { p.hint id="say-hint" { (words.t("together-say-outside-hint")) } }
            }
            @if let Some(within) = within {
                @if within.channels.len() > 1 {
                    div.field {
                        label for="about" { (words.t("together-about")) }
                        select.select id="about" name="channel" {
                            option value="" { (words.t("together-about-all")) }
                            @for channel in within.channels { option value=(channel.id) { (words.tn("together-about-one", args![network => &channel.network])) } }
                        }
                    }
                }
                label.check { input type="checkbox" name="shared" value="yes" checked[form.has("shared")]; span { (words.t("together-share")) } }
            }
            div.form-actions { button.button data-submit-key { (icon("send")) (words.t("together-send")) } }
        }
    }
}
