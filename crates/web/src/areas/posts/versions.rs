//! What a post said before: who, when, what changed, and the way back.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::version::{Said, SaidVariant};
use publishing::{Post, Version};

use super::composer::load_channels;
use super::preview::{compared, extent_words};
use super::problems;
use super::publication_card::names;
use super::shown::{ShownChannel, headline};
use crate::parts::{avatar, badge, crumbs, csrf, empty_state, icon, page_header_under};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The versions of a post.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let versions = Version::of_post(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let channels = load_channels(&here, &mut tx).await?;
    let names = names(&here, &mut tx).await?;
    let shown = versions.into_iter().map(|version| ShownVersion {
        who: version.author.and_then(|author| {
            names.iter().find(|(known, _)| *known == author).map(|(_, name)| name.clone())
        }),
        version,
    });
    Ok(here.show(&VersionsPage { id, title: post.text, versions: shown.collect(), channels }))
}

/// Makes the post say again what it said.
pub async fn restore(
    here: InBrand,
    Path((_brand, id, version)): Path<(String, Id<Post>, Id<Version>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let version = Version::load(version, id, &here.actor, &mut tx).await;
    let version = version.map_err(problems::of_post)?;
    match version.restore(&here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            let when = here.words().relative(version.saved_at);
            Ok(here
                .go(&format!("posts/{id}"))
                .saying("posts-version-restored")
                .with("when", when)
                .into_response())
        }
        Err(error) => {
            drop(tx);
            let (_, said) = problems::edit_words(error, here.words())?;
            tracing::debug!(%id, said, "a version could not be brought back");
            Err(Refusal::Stale)
        }
    }
}

/// A version, with the name of who wrote it.
pub struct ShownVersion {
    version: Version,
    who: Option<String>,
}

/// The versions of a post.
pub struct VersionsPage {
    id: Id<Post>,
    title: String,
    /// The latest first.
    versions: Vec<ShownVersion>,
    channels: Vec<ShownChannel>,
}

impl VersionsPage {
    fn line(&self, frame: &Frame, at: usize) -> Markup {
        let words = &frame.words;
        let ShownVersion { version, who } = &self.versions[at];
        let before = self.versions.get(at + 1).map(|before| &before.version.said);
        let who = who.clone().unwrap_or_else(|| words.t("posts-version-nobody"));
        let restored = version.restored_from.and_then(|from| {
            self.versions.iter().find(|known| known.version.id == from).map(|v| v.version.number)
        });
        html! {
            li.card.stack.stack-sm {
                div.spread {
                    div.row {
                        (avatar(&who, None))
                        div {
                            h2.strong { (words.tn("posts-version-number", args![number => version.number])) }
                            p.small.muted { (who) " · " (words.relative(version.saved_at)) }
                        }
                    }
                    @if at == 0 { (badge(&words.t("posts-version-current"), "info")) }
                    @else if frame.may(Right::Draft) {
                        form method="post" action=(frame.url(&format!("posts/{}/versions/{}/restoration", self.id, version.id))) {
                            (csrf(frame))
                            button.button.button-small { (icon("undo-2")) (words.t("posts-version-restore"))
                                span.visually-hidden { (words.tn("posts-version-number", args![number => version.number])) } }
                        }
                    }
                }
                @if let Some(number) = restored { p.small.muted { (words.tn("posts-version-restored-from", args![number => number])) } }
                (self.changes(words, before, &version.said))
            }
        }
    }

    /// What a version says otherwise than the one before.
    fn changes(&self, words: &Words, before: Option<&Said>, said: &Said) -> Markup {
        let Some(before) = before else {
            return html! { p.difference { (said.text) } };
        };
        let own = |said: &Said, id| {
            said.variants.iter().find(|v| v.channel == id).and_then(|v| v.text.clone())
        };
        let others = others(before, said);
        html! {
            @if before.text != said.text {
                p.small.muted { (words.t("posts-common")) " : " (extent_words(words, &before.text, &said.text)) }
                p.difference { (compared(&before.text, &said.text)) }
            }
            @for channel in &self.channels {
                @let (was, is) = (own(before, channel.id), own(said, channel.id));
                @if was != is {
                    p.small.muted { (words.tn("posts-text-for", args![network => channel.network.as_str()])) }
                    p.difference { (compared(was.as_deref().unwrap_or(&before.text), is.as_deref().unwrap_or(&said.text))) }
                }
            }
            @if before.extras.thread != said.extras.thread {
                p.small.muted { (words.t("posts-thread")) }
                p.difference { (compared(&before.extras.thread.join("\n\n"), &said.extras.thread.join("\n\n"))) }
            }
            @if !others.is_empty() {
                ul.row { @for key in others { li { (badge(&words.t(key), "")) } } }
            }
        }
    }
}

/// What else changed, by the keys of its words.
fn others(before: &Said, said: &Said) -> Vec<&'static str> {
    let channels = |said: &Said| said.variants.iter().map(|v| v.channel).collect::<Vec<_>>();
    let changed = [
        (channels(before) != channels(said), "posts-channels"),
        (before.media != said.media, "posts-version-pictures"),
        (before.link != said.link, "posts-link"),
        (before.extras.first_comment != said.extras.first_comment, "posts-comment"),
        (before.extras.poll != said.extras.poll, "posts-version-poll"),
        (before.extras.commercial != said.extras.commercial, "posts-commercial"),
        (before.extras.retouched != said.extras.retouched, "posts-retouched"),
        (before.topic != said.topic, "posts-topic"),
        (before.campaign != said.campaign, "posts-campaign"),
        (before.language != said.language, "posts-language"),
        (before.wanted != said.wanted, "posts-version-wanted"),
    ];
    changed.into_iter().filter(|(changed, _)| *changed).map(|(_, key)| key).collect()
}

impl Page for VersionsPage {
    fn samples() -> Vec<Self> {
        let at: Timestamp = "2026-11-23T07:00:00Z".parse().unwrap_or_default();
        let channels = ShownChannel::samples();
        let id = |n: u128| Id::from_uuid(uuid::Uuid::from_u128(n));
        let version = |number: i64, text: &str| ShownVersion {
            version: Version {
                id: id(number.unsigned_abs().into()),
                post: Id::from_uuid(uuid::Uuid::from_u128(9)),
                number,
                author: None,
                said: Said { text: text.to_owned(), ..Said::default() },
                begun_at: at,
                saved_at: at,
                restored_from: (number == 3).then(|| id(1)),
            },
            who: (number > 1).then(|| "Inès Le Goff".to_owned()),
        };
        let mut last = version(3, "La bûche de Noël est là");
        last.version.said.extras.retouched = true;
        last.version.said.variants.push(SaidVariant {
            channel: channels[0].id,
            text: Some("La bûche, en deux mots".to_owned()),
            extras: publishing::post::VariantExtras::default(),
        });
        let versions = vec![last, version(2, "La galette est là"), version(1, "La bûche")];
        vec![
            Self { id: id(9).cast(), title: String::new(), versions: vec![], channels: vec![] },
            Self { id: id(9).cast(), title: "La bûche".to_owned(), versions, channels },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("posts-versions-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let post = frame.url(&format!("posts/{}", self.id));
        let name = headline(&self.title, &words.t("posts-without-words"));
        let above =
            crumbs(frame, &[(&words.t("posts-title"), &frame.url("posts")), (&name, &post)]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("posts-versions-lead")) }, html! {}))
            @if self.versions.is_empty() {
                (empty_state("clock", &words.t("posts-versions-none"), &words.t("posts-versions-none-lead"), html! {}))
            } @else {
                ol.stack reversed { @for at in 0..self.versions.len() { (self.line(frame, at)) } }
            }
        }
    }
}

page_samples!(VersionsPage);
