//! The composer: where a post is written, for one channel or several.

use channels::Channel;
use database::Tx;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use platform::media::Media;
use primitives::Id;
use publishing::Post;

use super::draft::{Draft, proposed};
use super::preview;
use super::shown::ShownChannel;
use crate::parts::{Tone, crumbs, csrf, icon, link_button, notice, page_header_under};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The composer.
pub struct ComposerPage {
    /// The post, once there is one.
    pub(super) id: Option<Id<Post>>,
    /// Whether it has its time already.
    pub(super) scheduled: bool,
    pub(super) draft: Draft,
    /// What is wrong, by field: `text`, `link`, `channel`, `file`, `when`, or none.
    pub(super) errors: Form,
    /// The brand's channels.
    pub(super) channels: Vec<ShownChannel>,
    /// The pictures that the draft speaks of.
    pub(super) media: Vec<Media>,
    /// What someone else made of it meanwhile.
    pub(super) theirs: Option<Draft>,
}

/// The brand's channels, as composers show them.
pub(crate) async fn load_channels(
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Vec<ShownChannel>, Refusal> {
    let channels = Channel::all(&here.actor, tx).await.map_err(super::problems::of_channel)?;
    let connectors = &here.house.kit.connectors;
    Ok(channels.iter().map(|channel| ShownChannel::of(channel, connectors)).collect())
}

impl ComposerPage {
    /// A composer that holds this draft.
    pub(super) async fn holding(
        here: &InBrand,
        id: Option<Id<Post>>,
        scheduled: bool,
        draft: Draft,
        errors: Form,
    ) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let channels = load_channels(here, &mut tx).await?;
        let ids: Vec<_> = draft.media.iter().map(|(id, _)| *id).collect();
        let media = Media::find_all(&ids, &here.actor, &mut tx).await?;
        Ok(Self { id, scheduled, draft, errors, channels, media, theirs: None })
    }

    /// An empty composer, for every channel, on that day.
    pub(super) async fn empty(here: &InBrand, day: Option<Date>) -> Result<Self, Refusal> {
        let draft = Draft::default().at(proposed(day, here.words()));
        let mut page = Self::holding(here, None, false, draft, Form::empty()).await?;
        page.draft.channels = page.channels.iter().map(|channel| channel.id).collect();
        Ok(page)
    }

    fn action(&self, frame: &Frame) -> String {
        match self.id {
            Some(id) => frame.url(&format!("posts/{id}")),
            None => frame.url("posts/new"),
        }
    }

    fn autosave(&self, frame: &Frame) -> String {
        match self.id {
            Some(id) => frame.url(&format!("posts/{id}/draft")),
            None => frame.url("posts/draft"),
        }
    }

    fn conflict(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (Some(theirs), Some(id)) = (&self.theirs, self.id) else { return html! {} };
        html! {
            (notice(Tone::Warning, &words.t("posts-conflict"), html! {
                p { (words.t("posts-conflict-lead")) }
                div.row {
                    button.button name="do" value="draft" { (words.t("posts-conflict-keep-mine")) }
                    (link_button(&words.t("posts-conflict-keep-theirs"), &frame.url(&format!("posts/{id}/edit")), ""))
                    button.button.button-quiet name="do" value="draft" formaction=(frame.url("posts/new")) {
                        (words.t("posts-conflict-keep-both"))
                    }
                }
            }))
            section.card.stack.stack-sm aria-labelledby="theirs" {
                h2 id="theirs" { (words.t("posts-conflict-theirs")) }
                p.pre { (theirs.text) }
                @for (channel, text) in &theirs.own {
                    @if let Some(channel) = self.channels.iter().find(|c| c.id == *channel) {
                        p.eyebrow { (channel.network) }
                        p.pre { (text) }
                    }
                }
            }
        }
    }

    fn errors(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let fields = ["", "text", "link", "channel", "file", "when"];
        let said: Vec<_> = fields.iter().filter_map(|field| self.errors.error(field)).collect();
        html! {
            @if !said.is_empty() {
                div.notice.notice-danger role="alert" tabindex="-1" autofocus {
                    (icon("circle-alert"))
                    div.notice-body {
                        p.notice-title { (words.t("posts-refused")) }
                        @for error in said { @for line in error.lines() { p { (line) } } }
                    }
                }
            }
        }
    }

    fn channels(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            fieldset.fieldset {
                legend.visually-hidden { (words.t("posts-channels")) }
                @if self.channels.is_empty() {
                    (notice(Tone::Info, &words.t("posts-no-channel"), html! {
                        p { (words.t("posts-no-channel-lead")) }
                        @if frame.may(Right::ManageChannels) {
                            div.row { (link_button(&words.t("posts-connect"), &frame.url("channels"), "")) }
                        }
                    }))
                }
                div.choices.choices-compact {
                    @for (index, channel) in self.channels.iter().enumerate() {
                        label.choice {
                            input type="checkbox" name="channel" id={ "channel-" (index + 1) } value=(channel.id)
                                checked[self.draft.channels.contains(&channel.id)];
                            (channel.mark("network-sm"))
                            span { (self.name_of(channel)) }
                        }
                    }
                }
            }
        }
    }

    /// The network's name, with the account's where the brand has several there.
    fn name_of(&self, channel: &ShownChannel) -> String {
        let several = self.channels.iter().filter(|c| c.network == channel.network).count() > 1;
        if several {
            format!("{} {}", channel.network, channel.account())
        } else {
            channel.network.clone()
        }
    }

    fn sheet(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let brand = frame.brand.as_ref().map_or("", |brand| &brand.name);
        html! {
            div.card.composer-sheet {
                p.brand-line { (words.tn("posts-for-brand", args![brand => brand])) }
                @if !self.channels.is_empty() {
                    div.tabs role="radiogroup" aria-label=(words.t("posts-versions")) {
                        label.tab-link { input.unseen type="radio" name="shown" id="tab-0" value="0" checked; (words.t("posts-common")) }
                        @for (index, channel) in self.channels.iter().enumerate() {
                            label.tab-link data-tab=(index + 1) {
                                input.unseen type="radio" name="shown" id={ "tab-" (index + 1) } value=(index + 1);
                                (channel.mark("network-sm")) (self.name_of(channel))
                                span.badge data-own-badge hidden[!self.is_own(channel)] { (words.t("posts-own")) }
                            }
                        }
                    }
                }
                input type="hidden" name="before" value=(self.draft.text);
                div data-text-panel="0" {
                    label.visually-hidden for="text" { (words.t("posts-common")) }
                    textarea.composer-text id="text" name="text" rows="8" aria-describedby="count-0" data-common
                        placeholder=(words.t("posts-text-placeholder")) { "\n" (self.draft.text) }
                    p.composer-note { (preview::common_counter(words, &self.draft, &self.channels)) }
                }
                @for (index, channel) in self.channels.iter().enumerate() {
                    (self.variant(frame, channel, index + 1))
                }
                (self.pictures(frame))
                (self.link(frame))
            }
        }
    }

    fn is_own(&self, channel: &ShownChannel) -> bool {
        self.draft.own.iter().any(|(own, _)| *own == channel.id)
    }

    fn variant(&self, frame: &Frame, channel: &ShownChannel, index: usize) -> Markup {
        let words = &frame.words;
        let label = words.tn("posts-text-for", args![network => self.name_of(channel)]);
        let name = format!("variant-{}", channel.id);
        html! {
            div data-text-panel=(index) {
                label.composer-label for=(name) { (label) }
                textarea.composer-text id=(name) name=(name) rows="8" aria-describedby={ "count-" (index) }
                    data-variant data-following[!self.is_own(channel)] { "\n" (self.draft.text_for(channel.id)) }
                p.composer-note {
                    span.muted data-follows hidden[self.is_own(channel)] { (words.t("posts-follows")) }
                    button.link-button name="follow" value=(channel.id) data-follow hidden[!self.is_own(channel)] {
                        (words.t("posts-follow-again"))
                    }
                    (preview::counter(words, &self.draft, channel, index))
                }
            }
        }
    }

    fn pictures(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            ul.media-list {
                @for (id, alt) in &self.draft.media {
                    @if let Some(media) = self.media.iter().find(|media| media.id == *id) {
                        (media_item(frame, media, alt, &self.channels))
                    }
                }
            }
            div.composer-bar {
                label.button.button-quiet.button-small for="file" { (icon("image")) (words.t("posts-add-pictures")) }
                input.unseen id="file" type="file" name="file" multiple accept="image/*"
                    data-upload=(frame.url("media"));
                noscript { button.button.button-quiet.button-small name="attach" value="1" { (icon("upload")) (words.t("posts-attach")) } }
            }
        }
    }

    fn link(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            details.disclosure.composer-link open[!self.draft.link.is_empty() || self.errors.error("link").is_some()] {
                summary { (words.t("posts-add-link")) }
                div.field {
                    label for="link" { (words.t("posts-link")) }
                    input.input id="link" name="link" type="url" inputmode="url" value=(self.draft.link)
                        aria-describedby="link-hint" placeholder="https://" aria-invalid=[self.errors.error("link").map(|_| "true")];
                    p.hint id="link-hint" { (words.t("posts-link-hint")) }
                    @if let Some(error) = self.errors.error("link") { p.error id="link-error" { (error) } }
                }
            }
        }
    }

    fn when(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let zone = words.zone().iana_name().unwrap_or("UTC");
        let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        let invalid = self.errors.error("when").map(|_| "true");
        let save = if self.scheduled { "posts-save-changes" } else { "posts-save-draft" };
        html! {
            fieldset.card.fieldset {
                legend.visually-hidden { (words.t("posts-when-to-publish")) }
                @if frame.may(Right::Publish) {
                    div.fields-inline {
                        div.field {
                            label for="date" { (words.t("posts-date")) }
                            input.input id="date" type="date" name="date" value=(self.draft.date) aria-describedby="when-note" aria-invalid=[invalid];
                        }
                        div.field {
                            label for="time" { (words.tn("posts-time-of", args![city => city])) }
                            input.input id="time" type="time" name="time" value=(self.draft.time) aria-describedby="when-note" aria-invalid=[invalid];
                        }
                    }
                    (preview::when_note(words, &self.draft))
                    div.form-actions.card-foot {
                        button.button.button-primary name="do" value="schedule" data-submit-key {
                            (icon("clock")) (words.t(if self.scheduled { "posts-reschedule" } else { "posts-schedule" }))
                        }
                        button.button name="do" value="now" { (words.t("posts-publish-now")) }
                        button.button.button-quiet.end name="do" value="draft" { (words.t(save)) }
                    }
                } @else {
                    p.hint { (words.t("posts-contributor")) }
                    div.form-actions { button.button.button-primary name="do" value="draft" data-submit-key { (words.t(save)) } }
                }
            }
        }
    }
}

/// The version that the composer's words were read from; the autosave renews it.
pub(super) fn version_field(version: i64) -> Markup {
    html! { input type="hidden" id="version" name="version" value=(version); }
}

/// One picture of a composer, with what it shows.
pub(crate) fn media_item(
    frame: &Frame,
    media: &Media,
    alt: &str,
    channels: &[ShownChannel],
) -> Markup {
    let words = &frame.words;
    let id = media.id.to_string();
    let field = format!("alt-{id}");
    let name = if media.name.is_empty() { words.t("posts-picture") } else { media.name.clone() };
    let small = |button: &'static str, picture: &str, key: &str| {
        html! {
            button.button.button-quiet.button-small.button-icon name=(button) value=(id) title=(words.t(key))
                aria-label=(words.tn("posts-picture-do", args![what => words.t(key), name => name.as_str()])) { (icon(picture)) }
        }
    };
    html! {
        li.media-item {
            input type="hidden" name="media" value=(id);
            img src=(frame.url(&format!("media/{id}?side=480"))) alt="" width="104" height="104";
            div.field {
                label for=(field) { (words.t("posts-alt")) }
                textarea.textarea.textarea-short id=(field) name=(field) rows="2" aria-describedby={ "alt-count-" (id) }
                    placeholder=(words.t("posts-alt-placeholder")) { "\n" (alt) }
                div.spread {
                    (preview::alt_counter(words, media.id, alt, channels))
                    div.row {
                        (small("earlier", "arrow-left", "posts-picture-earlier"))
                        (small("later", "arrow-right", "posts-picture-later"))
                        (small("remove", "trash-2", "posts-picture-remove"))
                    }
                }
            }
        }
    }
}

impl Page for ComposerPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let ids: Vec<_> = channels.iter().map(|channel| channel.id).collect();
        let text =
            "La bûche de Noël est arrivée : fournil-de-louise.fr/noel\n\n#Nantes @camille.test";
        let full = Draft {
            text: text.to_owned(),
            link: "https://fournil-de-louise.fr".to_owned(),
            own: vec![(ids[1], "Une bûche ! ".repeat(60))],
            channels: ids,
            date: "2027-03-28".to_owned(),
            time: "02:30".to_owned(),
            ..Draft::default()
        };
        let mut errors = Form::empty();
        errors.refuse("when", "Cette heure est passée.");
        errors.refuse("link", "Ce n’est pas une adresse.");
        let page = |draft: Draft, errors, theirs| Self {
            id: Some(Id::from_uuid(uuid::Uuid::from_u128(7))),
            scheduled: false,
            draft,
            errors,
            channels: channels.clone(),
            media: Vec::new(),
            theirs,
        };
        vec![
            Self { id: None, channels: Vec::new(), ..page(Draft::default(), Form::empty(), None) },
            Self { scheduled: true, ..page(full.clone(), Form::empty(), None) },
            page(full.clone(), errors, None),
            page(full.clone(), Form::empty(), Some(full)),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t(if self.id.is_some() { "posts-edit-title" } else { "posts-new-title" })
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("posts-title"), &frame.url("posts"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! {}, html! {
                span.save-state data-save="" role="status" {}
                @if let Some(id) = self.id { (more(frame, id)) }
            }))
            form.composer method="post" enctype="multipart/form-data" action=(self.action(frame))
                data-composer data-autosave=[(self.theirs.is_none() && !self.scheduled).then(|| self.autosave(frame))] data-live=(frame.url("posts/preview")) {
                (csrf(frame))
                (version_field(self.draft.version))
                // The button that Enter presses: never the one that publishes.
                button.visually-hidden name="do" value="draft" tabindex="-1" aria-hidden="true" { (words.t("posts-save-draft")) }
                div.stack {
                    (self.errors(frame))
                    (self.conflict(frame))
                    (self.channels(frame))
                    (self.sheet(frame))
                    (self.when(frame))
                }
                (preview::previews(frame, &self.draft, &self.channels, &self.media))
            }
        }
    }
}

/// What else one can do with a post.
pub(super) fn more(frame: &Frame, id: Id<Post>) -> Markup {
    let words = &frame.words;
    html! {
        @if frame.may(Right::Draft) {
            details.menu.menu-end {
                summary.button.button-quiet.button-icon aria-label=(words.t("posts-more")) { (icon("ellipsis")) }
                div.menu-panel {
                    form method="post" action=(frame.url(&format!("posts/{id}/copy"))) {
                        (csrf(frame)) button.menu-item { (icon("copy")) (words.t("posts-duplicate")) }
                    }
                    form method="post" action=(frame.url(&format!("posts/{id}/removal"))) {
                        (csrf(frame)) button.menu-item { (icon("trash-2")) (words.t("posts-remove")) }
                    }
                }
            }
        }
    }
}

page_samples!(ComposerPage);
