//! The composer: where a post is written, for one channel or several.

mod about;
mod accounts;
mod begun;
mod beside;
mod conflict;
pub(crate) mod panels;
mod pickers;
mod pictures;
mod text;
mod thread;
mod when;

pub(super) use conflict::met;

use channels::Channel;
use database::Tx;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use platform::media::Media;
use primitives::Id;
use publishing::post::{Extras, Poll, VariantExtras};
use publishing::template::TemplateKind;
use publishing::tracking::Sent;
use publishing::{Post, Template};
use strategy::Format;

use super::draft::{Draft, proposed};
use super::preview::{self, Live};
use super::shown::ShownChannel;
use super::{presence, problems};
use crate::parts::{crumbs, csrf, icon, page_header_under};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};
pub(crate) use about::Files;
use panels::{Composed, Panels};

pub(crate) use pictures::media_item;

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
    /// The topics and campaigns it can be filed under.
    files: Files,
    /// What other rooms add.
    panels: Panels,
    /// The texts that the brand keeps.
    kept: Vec<Template>,
    /// Who else has it open, by name.
    others: Vec<String>,
    /// What is added to its links on each channel.
    sent: Sent,
    /// The kind of piece it is to be, where one was proposed.
    aim: Option<Format>,
    /// What someone else made of it meanwhile.
    pub(super) theirs: Option<Draft>,
}

/// The brand's channels, as composers show them.
pub(crate) async fn load_channels(
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Vec<ShownChannel>, Refusal> {
    let channels = Channel::for_posts(&here.actor, tx).await.map_err(problems::of_channel)?;
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
        let files = Files::load(here, &mut tx).await?;
        let mut page = Self {
            id,
            scheduled,
            draft,
            errors,
            channels,
            media,
            files,
            panels: Panels::default(),
            kept: pickers::kept(here, &mut tx).await?,
            others: Vec::new(),
            sent: Sent::default(),
            aim: None,
            theirs: None,
        };
        if let Some(id) = id {
            let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
            let others = post.others_present(&here.actor, &mut tx).await;
            let others = others.map_err(problems::of_post)?;
            page.others = others.into_iter().map(|other| other.name).collect();
        }
        let post = page.draft.as_post(&page.media);
        page.sent = preview::sent(&post, &page.channels, here, &mut tx).await?;
        let when = page.draft.instant(here.words());
        let at = Composed {
            here,
            id,
            scheduled,
            post: &post,
            when,
            channels: &page.channels,
            form: None,
        };
        page.panels = panels::load(&at, &mut tx).await?;
        Ok(page)
    }

    /// An empty composer, for every channel, on that day.
    pub(super) async fn empty(here: &InBrand, day: Option<Date>) -> Result<Self, Refusal> {
        let at = proposed(day, here.words());
        let draft = match day {
            Some(_) => Draft::default().at(at),
            None => Draft::default().proposing(at),
        };
        // What other rooms show beside depends on the channels: they are chosen first.
        let mut tx = here.read().await?;
        let channels = load_channels(here, &mut tx).await?;
        drop(tx);
        let channels = channels.iter().map(|channel| channel.id).collect();
        Self::holding(here, None, false, Draft { channels, ..draft }, Form::empty()).await
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
}

/// Kept texts of each kind, for samples.
fn sample_templates() -> Vec<Template> {
    let kinds = [TemplateKind::Text, TemplateKind::Signature, TemplateKind::Hashtags];
    let one = |(n, kind)| Template {
        id: Id::from_uuid(uuid::Uuid::from_u128(n)),
        brand: Id::from_uuid(uuid::Uuid::from_u128(9)),
        kind,
        name: "Noël".to_owned(),
        text: "#noel #Nantes".to_owned(),
        channel: None,
    };
    (1..).zip(kinds).map(one).collect()
}

/// The post and the version that the composer's words were read from; the autosave renews them.
pub(super) fn version_fields(id: Option<Id<Post>>, version: i64) -> Markup {
    html! {
        input type="hidden" id="post" name="post" value=(id.map(|id| id.to_string()).unwrap_or_default());
        input type="hidden" id="version" name="version" value=(version);
    }
}

impl Page for ComposerPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let ids: Vec<_> = channels.iter().map(|channel| channel.id).collect();
        let text =
            "La bûche de Noël est arrivée : fournil-de-louise.fr/noel\n\n#Nantes @camille.test";
        let own_thread = VariantExtras {
            thread: Some(vec!["La suite, plus courte.".to_owned()]),
            first_comment: Some("Où nous trouver : rue Crébillon.".to_owned()),
        };
        let full = Draft {
            text: text.to_owned(),
            link: "https://fournil-de-louise.fr".to_owned(),
            own: vec![(ids[1], "Une bûche ! ".repeat(60))],
            own_extras: vec![(ids[1], own_thread)],
            channels: ids,
            extras: Extras {
                thread: vec!["Elle est au marron.".to_owned(), "Et au praliné.".to_owned()],
                first_comment: Some("Réservez jusqu’au 22.".to_owned()),
                poll: Some(Poll {
                    choices: vec!["Marron".to_owned(), "Praliné".to_owned()],
                    minutes: 45,
                    several: true,
                }),
                commercial: Some("Moulin de la Loire".to_owned()),
                retouched: true,
            },
            language: "sv".to_owned(),
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
            files: Files::default(),
            panels: Panels::default(),
            kept: sample_templates(),
            others: vec!["Inès Le Goff".to_owned()],
            sent: Sent::default(),
            aim: None,
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
        let autosave = (self.theirs.is_none() && !self.scheduled).then(|| self.autosave(frame));
        let live = Live::new(frame, &self.draft, &self.channels, &self.media, &self.sent);
        html! {
            (page_header_under(above, &self.title(frame), html! {}, html! {
                (presence::presence(words, &self.others, false))
                span.save-state data-save="" role="status" {}
                @if let Some(id) = self.id { (more(frame, id)) }
            }))
            form.composer method="post" enctype="multipart/form-data" action=(self.action(frame))
                data-composer data-posts=(frame.url("posts")) data-autosave=[autosave] data-live=(frame.url("posts/preview")) {
                (csrf(frame))
                (version_fields(self.id, self.draft.version))
                @if self.scheduled { input type="hidden" name="scheduled" value="1"; }
                // The button that Enter presses: never the one that publishes.
                button.visually-hidden name="do" value="draft" tabindex="-1" aria-hidden="true" { (words.t("posts-save-draft")) }
                div.stack {
                    (self.errors(frame))
                    (self.aimed(frame))
                    (self.conflict(frame))
                    (self.channels(frame))
                    (self.sheet(&live))
                    (self.about(frame))
                    (self.when(frame))
                }
                aside.composer-aside.stack aria-label=(words.t("posts-preview-and-checks")) {
                    (live.previews())
                    @for panel in &self.panels.beside { (panel) }
                }
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
                    a.menu-item href=(frame.url(&format!("posts/{id}/versions"))) { (icon("clock")) (words.t("posts-versions-title")) }
                    form method="post" action=(frame.url(&format!("posts/{id}/copy"))) {
                        (csrf(frame)) button.menu-item { (icon("copy")) (words.t("posts-duplicate")) }
                    }
                    a.menu-item href=(frame.url(&format!("calendar/copies/new?post={id}"))) { (icon("calendar-plus")) (words.t("calendar-copy-to")) }
                    @if frame.may(Right::Publish) {
                        a.menu-item href=(frame.url(&format!("queue/recurring/new?post={id}"))) { (icon("repeat-2")) (words.t("queue-repeat")) }
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
