//! The screen of one post to post by hand: made for a phone held in one hand.

use channels::Publication;
use channels::publication::PublicationState;
use jiff::Timestamp;
use maud::{Markup, Render, html};
use platform::Teammate;
use primitives::Id;
use publishing::by_hand::{ByHand, Stage};

use super::act::Asks;
use super::load::Place;
use super::{files, pieces};
use crate::areas::posts::shown::{ShownChannel, headline};
use crate::parts::{
    Field, Select, Tone, badge, crumbs, csrf, error_summary, icon, notice, page_header_under,
};
use crate::words::{Words, args};
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// One post to post by hand.
pub struct ToPostPage {
    pub(super) hand: ByHand,
    pub(super) channel: ShownChannel,
    /// Where one begins a post on the network.
    pub(super) open: Option<String>,
    pub(super) place: Place,
    /// Who may post: ids and names.
    pub(super) team: Vec<(Id<Teammate>, String)>,
    pub(super) me: Option<Id<Teammate>>,
    pub(super) may: bool,
    pub(super) now: Timestamp,
    /// Whether this evening is still ahead.
    pub(super) evening: bool,
    pub(super) next: Option<Next>,
    pub(super) form: Form,
    pub(super) asks: Option<Asks>,
}

/// The next one that waits.
pub(super) struct Next {
    pub id: Id<Publication>,
    pub title: String,
    pub network: String,
    pub due_at: Timestamp,
}

/// A question before something is done; the page opens on it, wherever it stands.
fn asked(title: &str, body: Markup) -> Markup {
    html! { div role="alert" tabindex="-1" autofocus { (notice(Tone::Warning, title, body)) } }
}

/// A stage as a badge.
pub(super) fn stage_badge(words: &Words, stage: Stage) -> Markup {
    let (key, tone) = match stage {
        Stage::Coming => ("to-post-stage-coming", ""),
        Stage::Due => ("to-post-stage-due", "info"),
        Stage::Snoozed => ("to-post-stage-snoozed", ""),
        Stage::Late => ("to-post-stage-late", "danger"),
        Stage::Held => ("to-post-stage-held", "warning"),
        Stage::Posted => ("to-post-stage-posted", "success"),
        Stage::Over => ("to-post-stage-over", ""),
    };
    badge(&words.t(key), tone)
}

impl Page for ToPostPage {
    fn samples() -> Vec<Self> {
        super::load::samples()
    }

    fn title(&self, frame: &Frame) -> String {
        let title =
            headline(&self.hand.publication.content.text, &frame.words.t("posts-without-words"));
        let network = self.channel.network.as_str();
        frame.words.tn("to-post-one-titled", args![network => network, title => title])
    }

    fn shape(&self) -> Shape {
        if self.place.guest {
            Shape::Guest(Width::Narrow)
        } else {
            Shape::Room("to-post", Width::Narrow)
        }
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let stage = self.hand.stage(self.now);
        html! {
            (self.head(frame, stage))
            div.stack.stack-lg.to-post {
                (error_summary(words, &self.form))
                (self.standing(frame, stage))
                @if !matches!(stage, Stage::Posted | Stage::Over) {
                    (self.copy(frame))
                    @if matches!(stage, Stage::Due | Stage::Late | Stage::Snoozed) {
                        (self.publish(frame))
                        @if self.may { (self.done(frame)) (self.otherwise(frame)) }
                        @else { (notice(Tone::Info, &words.t("to-post-read-only"), html! {})) }
                    } @else if self.may { (self.pass(frame)) }
                }
                (self.after(frame, stage))
            }
        }
    }
}

impl ToPostPage {
    fn head(&self, frame: &Frame, stage: Stage) -> Markup {
        let words = &frame.words;
        let crumbs = html! {
            @if !self.place.guest {
                (crumbs(frame, &[(&words.t("to-post-title"), &frame.url("to-post"))]))
            }
        };
        let title = words.tn("to-post-one", args![network => self.channel.network.as_str()]);
        let due = self.hand.publication.due_at;
        let lead = html! {
            span.row.to-post-lead {
                (self.channel.mark("")) strong { (self.channel.account()) }
                (stage_badge(words, stage))
            }
            span.row { (words.tn("to-post-due-at", args![when => words.moment(due)])) " · " (self.whose(words)) }
        };
        page_header_under(crumbs, &title, lead, html! {})
    }

    fn whose(&self, words: &Words) -> String {
        match self.hand.assignee {
            None => words.t("to-post-nobody"),
            Some(id) if Some(id) == self.me => words.t("to-post-you"),
            Some(id) => {
                let name = self.team.iter().find(|(one, _)| *one == id);
                let name = name.map(|(_, name)| name.as_str()).unwrap_or_default();
                words.tn("to-post-for", args![name => name])
            }
        }
    }

    /// What must be known before anything is copied.
    fn standing(&self, frame: &Frame, stage: Stage) -> Markup {
        let words = &frame.words;
        let due = self.hand.publication.due_at;
        match stage {
            Stage::Held => notice(
                Tone::Warning,
                &words.t("to-post-held"),
                html! { p { (words.t("to-post-held-lead")) } },
            ),
            Stage::Coming => notice(
                Tone::Info,
                &words.t("to-post-coming"),
                html! { p { (words.tn("to-post-coming-lead", args![when => words.moment(due)])) } },
            ),
            Stage::Snoozed => {
                let until = self.hand.snoozed_until.unwrap_or(due);
                let said = words.tn("to-post-snoozed-until", args![when => words.moment(until)]);
                notice(Tone::Info, &said, html! {})
            }
            Stage::Posted => notice(
                Tone::Success,
                &words.t("to-post-posted"),
                html! {
                    @match self.link() {
                        Some(link) => div.row { a.button href=(link) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.t("to-post-see")) } },
                        None => p { (words.t("to-post-posted-lead")) },
                    }
                },
            ),
            Stage::Over => notice(
                Tone::Info,
                &words.t("to-post-over"),
                html! { p { (words.t("to-post-over-lead")) } },
            ),
            Stage::Due | Stage::Late => html! {},
        }
    }

    fn link(&self) -> Option<&str> {
        match &self.hand.publication.state {
            PublicationState::Published { remote, .. } => {
                remote.url.as_deref().filter(|url| url.starts_with("http"))
            }
            _ => None,
        }
    }

    fn copy(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let content = &self.hand.publication.content;
        let pieces = pieces::of(content, words);
        let (first, after): (Vec<_>, Vec<_>) = pieces.iter().partition(|piece| !piece.after);
        html! {
            section.card.stack aria-labelledby="step-copy" {
                h2 id="step-copy" { span.step aria-hidden="true" { "1" } (words.t("to-post-step-copy")) }
                @if first.is_empty() { p.muted { (words.t("to-post-no-text")) } }
                @for (index, piece) in first.iter().enumerate() { (pieces::block(words, &format!("piece-{index}"), piece)) }
                (self.media(frame))
                (self.share(frame))
                @if !after.is_empty() {
                    p.small.muted { (words.t("to-post-after")) }
                    @for (index, piece) in after.iter().enumerate() { (pieces::block(words, &format!("after-{index}"), piece)) }
                }
            }
        }
    }

    fn media(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let media = &self.hand.publication.content.media;
        html! {
            @if !media.is_empty() {
                h3 { (words.t("to-post-media")) }
                ul.to-post-files {
                    @for (index, one) in media.iter().enumerate() {
                        @let address = format!("{}/{}", self.place.media, one.media);
                        @let key = if one.is_video() { "to-post-save-video" } else { "to-post-save-image" };
                        li {
                            img src={ (address) "?side=480" } alt=(one.alt_text) width=(one.width) height=(one.height);
                            div.stack.stack-sm {
                                a.button href={ (address) "?save=1" } download { (icon("download")) (words.tn(key, args![number => index + 1])) }
                                @if !one.alt_text.is_empty() {
                                    @let what = words.tn("to-post-piece-alt", args![number => index + 1]);
                                    details.disclosure {
                                        summary { (what) }
                                        p.small id={ "alt-" (index) } { (one.alt_text) }
                                        button.button type="button" data-copy={ "#alt-" (index) } { (icon("copy")) (words.t("to-post-copy")) }
                                    }
                                }
                            }
                        }
                    }
                }
                @if files::together(media) {
                    div.row { a.button href={ (self.place.base) "/files" } download { (icon("download")) (words.t("to-post-save-all")) } }
                }
            }
        }
    }

    /// The phone's share sheet; the script hides it where there is none.
    fn share(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let content = &self.hand.publication.content;
        let files = content.media.iter().map(|one| format!("{}/{}", self.place.media, one.media));
        let files = files.collect::<Vec<_>>().join(" ");
        let text = pieces::shared(content);
        html! {
            div.stack.stack-sm.to-post-share {
                button.button.button-block type="button" hidden data-share="" data-share-text=(text) data-share-files=[(!files.is_empty()).then_some(&files)] {
                    (icon("share")) (words.t("to-post-share"))
                }
                p.small.muted { (words.t("to-post-share-lead")) }
            }
        }
    }

    fn publish(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let network = self.channel.network.as_str();
        let profile = self.channel.profile.as_deref().filter(|url| url.starts_with("http"));
        html! {
            section.card.stack aria-labelledby="step-publish" {
                h2 id="step-publish" { span.step aria-hidden="true" { "2" } (words.t("to-post-step-publish")) }
                p { (words.tn("to-post-account", args![account => self.channel.account()])) }
                div.row {
                    @if let Some(open) = &self.open {
                        a.button.button-primary href=(open) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.tn("to-post-open", args![network => network])) }
                    }
                    @if let Some(profile) = profile {
                        a.button href=(profile) rel="noopener noreferrer" target="_blank" { (icon("user")) (words.t("to-post-open-account")) }
                    }
                }
            }
        }
    }

    fn action(&self, what: &str) -> String {
        format!("{}/{what}", self.place.base)
    }

    fn done(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack aria-labelledby="step-done" {
                h2 id="step-done" { span.step aria-hidden="true" { "3" } (words.t("to-post-step-done")) }
                form.stack method="post" action=(self.action("posted")) {
                    (csrf(frame))
                    (Field::new(&self.form, "link", &words.t("to-post-link")).with("inputmode", "url").with("placeholder", "https://")
                        .with("autocapitalize", "none").with("spellcheck", "false").autocomplete("off").hint(words.t("to-post-link-hint")))
                    @if let Some(Asks::OtherSite { host, profile }) = &self.asks {
                        (asked(&words.t("to-post-other-site"), html! {
                            p {
                                @if *profile { (words.t("to-post-profile-lead")) }
                                @else { (words.tn("to-post-other-site-lead", args![host => host.as_str(), network => self.channel.network.as_str()])) }
                            }
                            div.row { button.button name="sure" value="1" { (icon("check")) (words.t("to-post-sure")) } }
                        }))
                    }
                    button.button.button-primary.button-block.button-answer { (icon("check")) (words.t("to-post-done")) }
                }
            }
        }
    }

    /// What one does instead of posting it now.
    fn otherwise(&self, frame: &Frame) -> Markup {
        html! { div.stack { (self.later(frame)) (self.pass(frame)) (self.leave(frame)) } }
    }

    fn later(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let asks = match &self.asks {
            Some(Asks::OtherDay { until, snooze }) => Some((*until, snooze.as_str())),
            _ => None,
        };
        let open = asks.is_some() || self.form.error("at").is_some();
        let choices = ["15m", "1h", "evening", "morning"];
        let choices = choices.into_iter().filter(|word| *word != "evening" || self.evening);
        html! {
            details.card.to-post-other open[open] {
                summary { (icon("clock")) (words.t("to-post-later")) }
                form.stack method="post" action=(self.action("snooze")) {
                    (csrf(frame))
                    @if let Some((until, snooze)) = asks {
                        (asked(&words.t("to-post-other-day"), html! {
                            p { (words.tn("to-post-other-day-lead", args![when => words.moment(self.hand.publication.due_at), until => words.moment(until)])) }
                            input type="hidden" name="sure" value="1";
                            div.row { button.button name="for" value=(snooze) { (words.t("to-post-other-day-go")) } }
                        }))
                    } @else {
                        div.to-post-choices { @for word in choices {
                            button.button name="for" value=(word) { (words.t(&format!("to-post-snooze-{word}"))) }
                        } }
                    }
                }
                @if asks.is_none() {
                    form.row.to-post-at method="post" action=(self.action("snooze")) {
                        (csrf(frame))
                        (Field::new(&self.form, "at", &words.t("to-post-snooze-at")).kind("datetime-local").required().render())
                        button.button { (words.t("to-post-snooze-at-go")) }
                    }
                }
            }
        }
    }

    fn pass(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let others = self.team.iter().filter(|(id, _)| Some(*id) != self.hand.assignee);
        let others: Vec<_> = others.map(|(id, name)| (id.to_string(), name.clone())).collect();
        html! {
            @if !others.is_empty() {
                details.card.to-post-other open[self.form.error("to").is_some()] {
                    summary { (icon("users")) (words.t("to-post-pass")) }
                    form.stack method="post" action=(self.action("assignee")) {
                        (csrf(frame))
                        (Select::new(&self.form, "to", &words.t("to-post-pass-to"), others).hint(words.t("to-post-pass-hint")))
                        div.row { button.button { (words.t("to-post-pass-go")) } }
                    }
                }
            }
        }
    }

    fn leave(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            details.card.to-post-other open[self.form.error("reason").is_some()] {
                summary { (icon("circle-x")) (words.t("to-post-leave")) }
                form.stack method="post" action=(self.action("end")) {
                    (csrf(frame))
                    (Field::new(&self.form, "reason", &words.t("to-post-leave-why")).lines(2).required()
                        .with("maxlength", "500").hint(words.t("to-post-leave-hint")))
                    div.row { button.button.button-danger { (words.t("to-post-leave-go")) } }
                }
            }
        }
    }

    fn after(&self, frame: &Frame, stage: Stage) -> Markup {
        let words = &frame.words;
        let over = matches!(stage, Stage::Posted | Stage::Over | Stage::Snoozed);
        html! {
            @if let Some(next) = &self.next {
                a.card.to-post-next data-now[over] href=(frame.url(&format!("to-post/{}", next.id))) {
                    span.stack.stack-sm {
                        strong { (words.t("to-post-next")) }
                        span.clip-2 { (next.title) }
                        span.small.muted { (words.tn("to-post-next-lead", args![network => next.network.as_str(), when => words.short_moment(next.due_at)])) }
                    }
                    (icon("arrow-right"))
                }
            }
            @if let (false, channels::publication::Purpose::Post { post, .. }) = (self.place.guest, self.hand.publication.purpose) {
                div.row { a.button.button-quiet href=(frame.url(&format!("posts/{post}"))) { (icon("file-text")) (words.t("to-post-the-post")) } }
            }
        }
    }
}

page_samples!(ToPostPage);
