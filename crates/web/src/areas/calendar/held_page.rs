use channels::publication::{HeldBy, Publication, PublicationState, Purpose};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use crate::areas::posts::shown::ShownChannel;
use crate::parts::{crumbs, csrf, empty_state, icon, page_header_under, state};
use crate::words::args;
use crate::{Frame, Page, Shape, Width, page_samples};

/// Everything that is held, each with what holds it.
pub struct HeldPage {
    pub(super) held: Vec<ShownHeld>,
    pub(super) count: i64,
    pub(super) now: Timestamp,
    pub(super) on: Option<String>,
    /// The one whose new time was refused, and why.
    pub(super) error: Option<(Id<Publication>, String)>,
}

/// One that is held.
pub(super) struct ShownHeld {
    pub publication: Publication,
    pub channel: ShownChannel,
    /// Whether its channel is paused.
    pub paused: bool,
}

impl ShownHeld {
    fn by(&self) -> HeldBy {
        match self.publication.state {
            PublicationState::Held { reason } => reason,
            _ => HeldBy::Person,
        }
    }

    fn right(&self) -> Right {
        match self.publication.purpose {
            Purpose::Post { .. } => Right::Publish,
            Purpose::Reply { .. } => Right::Converse,
        }
    }

    /// Whether what held it still would.
    fn is_still_held(&self, frame: &Frame) -> bool {
        frame.brand.as_ref().is_some_and(|brand| brand.paused) || self.paused
    }
}

impl HeldPage {
    fn card(&self, frame: &Frame, held: &ShownHeld) -> Markup {
        let words = &frame.words;
        let publication = &held.publication;
        let late = publication.due_at < self.now;
        let when = if late {
            let length = words.length(self.now.duration_since(publication.due_at));
            words.tn(
                "calendar-held-late",
                args![when => words.moment(publication.due_at), length => length],
            )
        } else {
            words.tn("calendar-held-due", args![when => words.moment(publication.due_at)])
        };
        let by = match held.by() {
            HeldBy::BrandPause => "publications-held-brand_pause",
            HeldBy::ChannelPause => "publications-held-channel_pause",
            HeldBy::Person => "publications-held-person",
            HeldBy::Guard => "publications-held-guard",
            HeldBy::Approval => "publications-held-approval",
        };
        html! {
            li.card.held-card #{ "p-" (publication.id) } {
                div.card-head {
                    (held.channel.mark(""))
                    div.grow { h2 { (held.channel.network) span.muted { " " (held.channel.account()) } } p.small.muted { (when) } }
                    @if late { (state(words, "late")) }
                }
                p.held-by { (icon("circle-pause")) (words.t(by)) }
                (preview(frame, publication))
                @if frame.may(held.right()) { (self.choices(frame, held, late)) }
            }
        }
    }

    fn choices(&self, frame: &Frame, held: &ShownHeld, late: bool) -> Markup {
        let words = &frame.words;
        let id = held.publication.id;
        let action = frame.url(&format!("calendar/held/{id}"));
        let error = self.error.as_ref().filter(|(refused, _)| *refused == id);
        let local = words.local(held.publication.due_at.max(self.now));
        let edit = match held.publication.purpose {
            Purpose::Post { post, .. } => {
                (frame.url(&format!("posts/{post}/edit")), "calendar-held-edit")
            }
            Purpose::Reply { conversation } => {
                (frame.url(&format!("inbox/{conversation}")), "calendar-held-conversation")
            }
        };
        html! {
            @if held.is_still_held(frame) { p.hint { (words.t("calendar-held-still")) } }
            div.row.held-actions {
                form method="post" action=(action) {
                    (csrf(frame))
                    button.button.button-primary name="do" value="release" { (icon("play")) (words.t(if late { "calendar-held-release-now" } else { "calendar-held-release" })) }
                }
                details.disclosure open[error.is_some()] {
                    summary { (words.t("calendar-held-move")) }
                    form.row method="post" action=(action) {
                        (csrf(frame))
                        label.visually-hidden for={ "d-" (id) } { (words.t("calendar-copy-day")) }
                        input.input type="date" id={ "d-" (id) } name="date" value=(local.date()) required aria-describedby=[error.is_some().then(|| format!("e-{id}"))] aria-invalid=[error.is_some().then_some("true")];
                        label.visually-hidden for={ "t-" (id) } { (words.t("calendar-copy-time")) }
                        input.input type="time" id={ "t-" (id) } name="time" value=(local.strftime("%H:%M").to_string()) required;
                        button.button name="do" value="move" { (words.t("calendar-held-move-go")) }
                    }
                    @if let Some((_, said)) = error { p.error id={ "e-" (id) } role="alert" { (said) } }
                }
                a.button href=(edit.0) { (icon("pencil")) (words.t(edit.1)) }
                form.end method="post" action=(action) {
                    (csrf(frame))
                    button.button.button-quiet name="do" value="cancel" { (words.t("calendar-held-cancel")) }
                }
            }
        }
    }
}

/// What people would read, without the network's own dress.
fn preview(frame: &Frame, publication: &Publication) -> Markup {
    let content = &publication.content;
    html! {
        div.held-preview {
            @if content.text.is_empty() { p.muted { (frame.words.t("posts-without-words")) } } @else { p.pre { (content.text) } }
            @if let Some(link) = &content.link { p.small { (link) } }
            @if !content.media.is_empty() {
                ul.held-media { @for media in &content.media {
                    li { img src={ (frame.url(&format!("media/{}", media.media))) "?side=320" } alt=(media.alt_text) width=(media.width) height=(media.height) loading="lazy"; }
                } }
            }
        }
    }
}

impl Page for HeldPage {
    fn samples() -> Vec<Self> {
        use crate::areas::posts::shown::ShownChannel;
        let now: Timestamp = "2026-11-23T07:40:00Z".parse().expect("a time of the samples");
        let held = |n: usize, reason: HeldBy| {
            let mut shown = crate::areas::posts::held_sample(reason, n % 3);
            shown.id = Id::from_uuid(uuid::Uuid::from_u128(n as u128 + 1));
            let channel = ShownChannel::samples().swap_remove(n % 3);
            ShownHeld { publication: shown, channel, paused: n == 1 }
        };
        let all = || HeldBy::ALL.iter().enumerate().map(|(n, reason)| held(n, *reason)).collect();
        let page = |held: Vec<ShownHeld>, error| Self {
            count: held.len() as i64,
            held,
            now,
            on: Some("calendar/held?after=1_2".to_owned()),
            error,
        };
        let first = Id::from_uuid(uuid::Uuid::from_u128(1));
        vec![
            Self { held: vec![], count: 0, now, on: None, error: None },
            page(all(), None),
            page(all(), Some((first, "Cette heure est passée.".to_owned()))),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("calendar-held")
    }

    fn shape(&self) -> Shape {
        Shape::Room("calendar", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-calendar"), &frame.url("calendar"))]);
        let lead = words.tn("calendar-held-lead", args![count => self.count]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (lead) }, html! {}))
            @if self.held.is_empty() {
                (empty_state("circle-check", &words.t("calendar-held-none"), &words.t("calendar-held-none-lead"), html! {}))
            } @else {
                ul.stack.held-list { @for held in &self.held { (self.card(frame, held)) } }
                @if let Some(on) = &self.on {
                    nav.pagination aria-label=(words.t("parts-pages")) { a.button.end href=(frame.url(on)) rel="next" { (words.t("calendar-list-on")) (icon("arrow-right")) } }
                }
            }
        }
    }
}

page_samples!(HeldPage);
