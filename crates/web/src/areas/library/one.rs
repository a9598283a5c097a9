//! One medium: seen large, described, put away; where it is used.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::publication::StateName;
use maud::{Markup, html};
use platform::Right;
use platform::media::{Folder, KeepError, Kept, Media, MediaKind, Tags};
use primitives::Id;
use publishing::library::{self, Use};

use super::errors::keep_words;
use super::folders;
use super::tile::{kind_words, mark, name_of, wants_frame};
use crate::areas::media::clock;
use crate::areas::posts::shown::{headline, state_key};
use crate::parts::{
    Field, Tone, crumbs, csrf, icon, link_button, notice, page_header_under, state, submit, time,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The medium.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Media>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let media = Media::find(id, &here.actor, &mut tx).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    Ok(here.show(&MediaPage::load(&here, media, Form::empty()).await?))
}

/// Keeps what its form says.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Media>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let media = Media::find(id, &here.actor, &mut tx).await?.ok_or(Refusal::NotFound)?;
    let kept = match read(&form) {
        Ok(kept) => media.clone().keep(kept, &here.actor, &mut tx).await,
        Err(error) => Err(error),
    };
    match kept {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go(&format!("library/{id}")).saying("library-kept").into_response())
        }
        Err(error) => {
            drop(tx);
            let (field, wrong) = keep_words(error, here.words())?;
            form.refuse(field, wrong);
            Ok(here.refused(&MediaPage::load(&here, media, form).await?))
        }
    }
}

fn read(form: &Form) -> Result<Kept, KeepError> {
    Ok(Kept {
        name: Some(form.get("name").to_owned()),
        alt_text: Some(form.get("alt_text").to_owned()),
        folder: Some(form.get("folder").parse().ok()),
        tags: Some(Tags::parse(form.get("tags"))?),
    })
}

/// One medium.
pub struct MediaPage {
    pub(super) media: Media,
    pub(super) uses: Vec<Use>,
    pub(super) folders: Vec<Folder>,
    /// What it is a part of.
    pub(super) original: Option<Media>,
    /// Who took it in.
    pub(super) by: Option<String>,
    /// Pictures that may stand in a film's place.
    pub(super) pictures: Vec<Media>,
    pub(super) form: Form,
}

impl MediaPage {
    pub(super) async fn load(here: &InBrand, media: Media, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let uses = library::uses(media.id, &here.actor, &mut tx).await?;
        let folders = Folder::all(&here.actor, &mut tx).await?;
        let original = match media.crop {
            Some(crop) => Media::find(crop.original, &here.actor, &mut tx).await?,
            None => None,
        };
        let by = match media.created_by {
            Some(id) => platform::Teammate::by_id(id, &mut tx).await?.map(|t| t.name.to_string()),
            None => None,
        };
        let mut pictures = Vec::new();
        if media.kind == MediaKind::Video {
            let wanted = library::Wanted {
                kind: Some(MediaKind::Image),
                most: 12,
                ..library::Wanted::default()
            };
            let found = library::list(&wanted, &here.actor, &mut tx).await?;
            pictures = found.into_iter().map(|held| held.media).collect();
        }
        drop(tx);
        let form = if form.is_refused() && form.has("name") { form } else { filled(&media, form) };
        Ok(Self { media, uses, folders, original, by, pictures, form })
    }

    fn view(&self, frame: &Frame) -> Markup {
        let (words, media) = (&frame.words, &self.media);
        let address = frame.url(&format!("media/{}", media.id));
        let still = format!("{address}?side=1600");
        html! {
            figure.library-view data-frame=[wants_frame(frame, media)] data-source=[(media.kind == MediaKind::Video).then_some(&address)] {
                @match media.kind {
                    MediaKind::Image => img src=(still) alt=(media.alt_text) width=(media.width) height=(media.height);,
                    MediaKind::Gif => {
                        a href=(address) data-animate=(words.t("library-still")) {
                            img src=(still) alt=(media.alt_text) width=(media.width) height=(media.height);
                            span.library-mark { (icon("play")) (words.t("library-animate")) }
                        }
                    },
                    MediaKind::Video => {
                        video id="film" controls preload="metadata" playsinline poster=(still) src=(address)
                            width=(media.width) height=(media.height) aria-label=(name_of(words, media)) {
                            a href=(address) { (words.t("library-save-file")) }
                        }
                    },
                }
            }
        }
    }

    fn posters(&self, frame: &Frame) -> Markup {
        let (words, media) = (&frame.words, &self.media);
        let address = frame.url(&format!("library/{}/poster", media.id));
        html! {
            section.card.stack.stack-sm aria-labelledby="poster" {
                h2 id="poster" { (words.t("library-poster")) }
                p.muted { (words.t("library-poster-lead")) }
                @if let Some(error) = self.form.error("poster") { p.error role="alert" { (error) } }
                div.row {
                    button.button type="button" hidden data-take-frame="#film" data-to=(address) { (icon("image")) (words.t("library-poster-take")) }
                    @if media.poster.is_some() {
                        form method="post" action=(address) { (csrf(frame)) button.button.button-quiet { (words.t("library-poster-none")) } }
                    }
                }
                @if !self.pictures.is_empty() {
                    details.disclosure {
                        summary { (words.t("library-poster-choose")) }
                        form.stack.stack-sm method="post" action=(address) {
                            (csrf(frame))
                            ul.library-grid.library-grid-small {
                                @for picture in &self.pictures {
                                    li { label.library-radio {
                                        input type="radio" name="picture" value=(picture.id) required;
                                        img src=(frame.url(&format!("media/{}?side=160", picture.id))) alt=(name_of(words, picture)) width="96" height="96" loading="lazy";
                                    } }
                                }
                            }
                            (submit(&words.t("library-poster-use"), ""))
                        }
                    }
                }
                details.disclosure {
                    summary { (words.t("library-poster-send")) }
                    form.form.stack-sm method="post" enctype="multipart/form-data" action=(address) {
                        (csrf(frame))
                        div.field { label for="poster-file" { (words.t("library-poster-file")) } input.input id="poster-file" type="file" name="file" accept="image/*" required; }
                        (submit(&words.t("library-poster-use"), ""))
                    }
                }
            }
        }
    }

    fn described(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let of_post = self.uses.iter().map(|used| &used.alt_text).find(|alt| !alt.is_empty());
        let proposed = of_post.filter(|_| self.media.alt_text.is_empty());
        html! {
            form.card.form method="post" action=(frame.url(&format!("library/{}", self.media.id))) {
                (csrf(frame))
                (Field::new(&self.form, "alt_text", &words.t("library-alt")).lines(4)
                    .hint(html! { (words.t("library-alt-hint")) @if let Some(alt) = proposed { " " (words.tn("library-alt-of-post", args![text => alt.as_str()])) } }))
                (Field::new(&self.form, "name", &words.t("library-name")).required().with("maxlength", "200"))
                div.field {
                    label for="folder" { (words.t("library-folder")) }
                    select.select id="folder" name="folder" {
                        option value="" { (words.t("library-no-folder")) }
                        @for folder in &self.folders {
                            option value=(folder.id) selected[self.form.get("folder") == folder.id.to_string()] { (folders::path(folder, &self.folders)) }
                        }
                    }
                }
                (Field::new(&self.form, "tags", &words.t("library-tags")).hint(words.t("library-tags-hint")))
                div.form-actions { (submit(&words.t("library-save"), "button-primary")) }
            }
        }
    }

    fn used(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card aria-labelledby="used" {
                div.card-head { h2 id="used" { (words.t("library-used")) } span.count { (words.number(self.uses.len() as i64)) } }
                @if self.uses.is_empty() {
                    p.muted { (words.t("library-used-nowhere")) }
                } @else {
                    ul.list {
                        @for used in &self.uses {
                            li { a.item href=(frame.url(&format!("posts/{}", used.post))) {
                                div.item-body {
                                    p.item-title.clip { (headline(&used.text, &words.t("posts-without-words"))) }
                                    @if let Some(at) = used.due_at { p.item-meta { (time(words, at, &words.moment(at))) } }
                                }
                                div.item-end { (state(words, worst(used))) }
                            } }
                        }
                    }
                }
            }
        }
    }

    fn facts(&self, frame: &Frame) -> Markup {
        let (words, media) = (&frame.words, &self.media);
        let codec = |name: &str| words.t_or(&format!("library-codec-{name}"), name);
        html! {
            section.card.stack.stack-sm aria-labelledby="facts" {
                h2 id="facts" { (words.t("library-facts")) }
                dl.facts {
                    dt { (words.t("library-kind")) } dd { (kind_words(words, media.kind)) " " (type_words(&media.content_type)) }
                    dt { (words.t("library-size")) } dd { (words.number(media.width)) " × " (words.number(media.height)) " px" }
                    dt { (words.t("library-weight")) } dd { (words.size(media.size.unsigned_abs())) }
                    @if media.kind == MediaKind::Video {
                        dt { (words.t("library-length")) }
                        dd { @match media.duration_ms { Some(length) => (clock(length)), None => (words.t("library-not-known")) } }
                        dt { (words.t("library-codecs")) }
                        dd {
                            (codec(media.video_codec.as_deref().unwrap_or("unknown"))) ", "
                            @match &media.audio_codec { Some(name) => (codec(name)), None => (words.t("library-silent")) }
                        }
                        @if let Some(rate) = media.frame_rate { dt { (words.t("library-rate")) } dd { (words.tn("library-rate-of", args![rate => words.decimal(rate, if rate.fract() == 0.0 { 0 } else { 2 })])) } }
                    }
                    dt { (words.t("library-taken-on")) }
                    dd { (time(words, media.created_at, &words.moment(media.created_at))) @if let Some(by) = &self.by { ", " (words.tn("library-by", args![name => by.as_str()])) } }
                    @if let (Some(crop), Some(original)) = (media.crop, &self.original) {
                        dt { (words.t("library-part-of")) }
                        dd { a href=(frame.url(&format!("library/{}", crop.original))) { (name_of(words, original)) } }
                    }
                }
            }
        }
    }

    fn actions(&self, frame: &Frame) -> Markup {
        let (words, media) = (&frame.words, &self.media);
        let address = format!("library/{}", media.id);
        html! {
            @if media.kind == MediaKind::Image && media.removed_at.is_none() {
                a.button href=(frame.url(&format!("{address}/crop"))) { (icon("crop")) (words.t(if media.crop.is_some() { "library-crop-again" } else { "library-crop" })) }
            }
            (link_button(&words.t("library-save-file"), &frame.url(&format!("media/{}?save=1", media.id)), "button-quiet"))
            @if media.removed_at.is_some() {
                form method="post" action=(frame.url(&format!("library/removal/end?ids={}", media.id))) { (csrf(frame)) button.button { (icon("undo-2")) (words.t("library-restore")) } }
            } @else {
                form method="post" action=(frame.url(&format!("{address}/removal"))) { (csrf(frame)) button.button.button-quiet { (icon("trash-2")) (words.t("library-remove")) } }
            }
        }
    }
}

/// The state that matters most among a post's publications.
fn worst(used: &Use) -> &'static str {
    let order = [
        StateName::Failed,
        StateName::NeedsPerson,
        StateName::Uncertain,
        StateName::Held,
        StateName::Sending,
        StateName::Processing,
        StateName::Prepared,
        StateName::Planned,
        StateName::Published,
    ];
    let found = order.into_iter().find(|state| used.states.contains(state));
    found.map_or("draft", state_key)
}

fn filled(media: &Media, form: Form) -> Form {
    let folder = media.folder.map(|id| id.to_string()).unwrap_or_default();
    form.with("name", media.name.clone())
        .with("alt_text", media.alt_text.clone())
        .with("folder", folder)
        .with("tags", media.tags.join(", "))
}

impl Page for MediaPage {
    fn samples() -> Vec<Self> {
        super::samples::media()
    }

    fn title(&self, frame: &Frame) -> String {
        name_of(&frame.words, &self.media)
    }

    fn shape(&self) -> Shape {
        Shape::Room("library", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let library = frame.url("library");
        let above = crumbs(frame, &[(&words.t("library-title"), &library)]);
        let may = frame.may(Right::Draft);
        html! {
            (page_header_under(above, &self.title(frame), html! { (mark(words, &self.media)) }, html! { @if may { (self.actions(frame)) } }))
            @if let Some(error) = self.form.error("removal") {
                (notice(Tone::Warning, error, html! { p { (words.t("library-planned-lead")) } }))
            }
            @if self.media.removed_at.is_some() { (notice(Tone::Info, &words.t("library-in-bin"), html! { p { (words.t("library-bin-lead")) } })) }
            div.columns.columns-between {
                div.stack {
                    (self.view(frame))
                    @if may && self.media.kind == MediaKind::Video { (self.posters(frame)) }
                }
                div.stack {
                    @if may { (self.described(frame)) } @else { section.card { h2 { (words.t("library-alt")) } p.pre { (self.media.alt_text) } } }
                    (self.facts(frame))
                }
                (self.used(frame))
            }
        }
    }
}

/// `image/jpeg` as people know it.
fn type_words(content_type: &str) -> String {
    let short = content_type.rsplit('/').next().unwrap_or_default();
    if short == "quicktime" { "MOV".to_owned() } else { short.to_uppercase() }
}

page_samples!(MediaPage);
