//! The page of the charter.

use axum::response::Response;
use maud::{Markup, html};
use platform::Right;
use strategy::charter::{ChannelLine, Voice, WordKind};
use strategy::{Charter, CharterWord, Format, Regulated, RegulatedKind, Topic};

use super::proposal;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{Tone, link_button, notice, page_header};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    Ok(here.show(&CharterPage::load(&here, None).await?))
}

/// A form that was refused, to be shown again in its place.
pub(super) struct Again {
    pub place: String,
    pub form: Form,
}

/// The page again, with what was refused.
pub(super) async fn again(
    here: &InBrand,
    place: impl Into<String>,
    form: Form,
) -> Result<Response, Refusal> {
    let again = Again { place: place.into(), form };
    Ok(here.refused(&CharterPage::load(here, Some(again)).await?))
}

/// « How we speak, of what, and how often. »
pub struct CharterPage {
    pub(super) charter: Charter,
    pub(super) channels: Vec<ShownChannel>,
    /// The brand's language, as a tag.
    pub(super) language: String,
    again: Option<Again>,
}

impl CharterPage {
    async fn load(here: &InBrand, again: Option<Again>) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let charter = Charter::of(&here.actor, &mut tx).await?;
        let channels = load_channels(here, &mut tx).await?;
        let language = here.brand.language.tag().to_owned();
        Ok(Self { charter, channels, language, again })
    }

    /// What the form of a place holds: what was refused, or what is.
    pub(super) fn form(&self, place: &str, otherwise: impl FnOnce() -> Form) -> Form {
        match &self.again {
            Some(again) if again.place == place => again.form.clone(),
            _ => otherwise(),
        }
    }

    /// Whether the form of a place was refused: it is shown open.
    pub(super) fn is_open(&self, place: &str) -> bool {
        self.again.as_ref().is_some_and(|again| again.place == place)
    }
}

/// A part of the page: its title, what it says, and what changes it.
pub(super) fn section(id: &str, title: &str, lead: &str, body: Markup) -> Markup {
    html! {
        section.card.stack.charter-part aria-labelledby=(id) id={ "part-" (id) } {
            div.card-title {
                h2 id=(id) { (title) }
                @if !lead.is_empty() { p.muted.small { (lead) } }
            }
            (body)
        }
    }
}

/// What opens a form in its place; nothing for those who may not change the charter.
pub(super) fn change(frame: &Frame, label: &str, open: bool, form: Markup) -> Markup {
    html! {
        @if frame.may(Right::ManageBrand) {
            details.disclosure open[open] { summary { (label) } div.charter-form { (form) } }
        }
    }
}

impl Page for CharterPage {
    fn samples() -> Vec<Self> {
        let page = |charter, again| Self {
            charter,
            channels: ShownChannel::samples(),
            language: "fr".to_owned(),
            again,
        };
        let mut refused = Form::filled([("word", "pas cher"), ("kind", "prefer")]);
        refused.refuse("instead", "Que faut-il écrire à la place ?");
        let again = Again { place: "word-new".to_owned(), form: refused };
        vec![page(empty(), None), page(full(), None), page(full(), Some(again))]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("charter-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("charter", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let actions = html! {
            (link_button(&words.t("mix-title"), &frame.url("mix"), ""))
            (link_button(&words.t("charter-checks"), &frame.url("charter/checks"), ""))
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("charter-lead")) }, actions))
            div.stack.stack-lg {
                @if self.charter.is_empty() && frame.may(Right::ManageBrand) && self.again.is_none() {
                    (proposal::section(frame, &self.channels))
                }
                @if !frame.may(Right::ManageBrand) {
                    (notice(Tone::Info, &words.t("charter-read-only"), html! {}))
                }
                (self.voice(frame))
                (self.topics(frame))
                (self.vocabulary(frame))
                (self.formats(frame))
                (self.cadence(frame))
                (self.regulated(frame))
            }
        }
    }
}

fn empty() -> Charter {
    Charter {
        brand: id(1),
        voice: Voice::default(),
        topics: Vec::new(),
        words: Vec::new(),
        formats: Vec::new(),
        channels: Vec::new(),
        regulated: RegulatedKind::ALL
            .iter()
            .map(|kind| Regulated { kind: *kind, active: false, own_terms: None })
            .collect(),
    }
}

fn full() -> Charter {
    let topic = |n, name: &str, colour: &str, share, archived| Topic {
        id: id(n),
        brand: id(1),
        name: name.to_owned(),
        about: "La vie du fournil, les gestes, les gens.".to_owned(),
        colour: colour.to_owned(),
        target_share: share,
        words: vec!["fournil".to_owned(), "pétrir".to_owned()],
        archived,
    };
    let word = |n, kind, word: &str, instead: &str| CharterWord {
        id: id(n),
        kind,
        word: word.to_owned(),
        instead: instead.to_owned(),
        why: "On ne parle pas comme un supermarché".to_owned(),
    };
    let mut charter = empty();
    charter.voice = Voice {
        tone: "Chaleureux et précis : on raconte le métier.".to_owned(),
        tone_words: vec!["chaleureux".to_owned(), "précis".to_owned()],
        languages: vec!["fr".to_owned(), "br".to_owned()],
        sites: vec!["fournil.fr".to_owned()],
        said_at: Some("2026-11-23T07:00:00Z".parse().unwrap_or_default()),
    };
    charter.topics = vec![
        topic(10, "Les coulisses du fournil", "#b3402a", Some(40), false),
        topic(11, "Nos producteurs", "#2a6b3f", None, false),
        topic(12, "Ancien thème", "#555555", None, true),
    ];
    charter.words = vec![
        word(20, WordKind::Prefer, "clients", "habitués"),
        word(21, WordKind::Avoid, "pas cher*", "à prix doux"),
    ];
    charter.formats = vec![(Format::Image, 50), (Format::Video, 20)];
    charter.channels = vec![ChannelLine {
        channel: ShownChannel::samples()[0].id.cast(),
        per_week: Some(3),
        most_per_day: Some(2),
        least_gap: Some(jiff::SignedDuration::from_hours(3)),
        language: Some("fr".to_owned()),
        personal: true,
    }];
    charter.regulated[0].active = true;
    charter.regulated[1].own_terms = Some(vec!["vin".to_owned()]);
    charter
}

fn id<T>(n: u128) -> primitives::Id<T> {
    primitives::Id::from_uuid(uuid::Uuid::from_u128(n))
}

page_samples!(CharterPage);
