//! A part of a picture, chosen with a frame or with numbers, to the shapes that networks show.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Right;
use platform::media::{Crop, Media, MediaKind};
use primitives::Id;
use publishing::Post;
use publishing::library;
use publishing::post::PostMediaEdit;
use serde::Deserialize;

use super::errors::crop_words;
use super::ratios::{self, RATIOS, Ratio};
use super::tile::name_of;
use crate::areas::posts::problems;
use crate::parts::{crumbs, csrf, icon, page_header_under};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The shape wanted, and the post that the part is for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    ratio: String,
    post: Option<Id<Post>>,
}

/// The frame on the picture; on a part, the frame that made it on its original.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Media>)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let (whole, made) = load(&here, id).await?;
    let ratio = ratios::named(&asked.ratio);
    let part = match made.filter(|_| asked.ratio.is_empty()) {
        Some(crop) => crop,
        None => ratios::middle(whole.id, whole.width, whole.height, ratio),
    };
    let ratio = ratio.or_else(|| ratios::of(part.width, part.height).filter(|_| made.is_some()));
    let page = CropPage { from: id, whole, part, ratio, post: asked.post, wrong: None };
    Ok(here.show(&page))
}

/// The whole picture, and the part that `id` is of it.
async fn load(here: &InBrand, id: Id<Media>) -> Result<(Media, Option<Crop>), Refusal> {
    let mut tx = here.read().await?;
    let media = Media::find(id, &here.actor, &mut tx).await?.ok_or(Refusal::NotFound)?;
    if media.kind != MediaKind::Image {
        return Err(Refusal::NotFound);
    }
    let Some(crop) = media.crop else { return Ok((media, None)) };
    Ok(match Media::find(crop.original, &here.actor, &mut tx).await? {
        Some(whole) => (whole, Some(crop)),
        None => (media, None),
    })
}

/// Makes the part: a new medium. An earlier part that nothing uses gives its place to it; in the
/// post that it was made for, it takes the picture's place.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Media>)>,
    form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let (whole, made) = load(&here, id).await?;
    let number = |name: &str| form.get(name).trim().parse::<i64>().unwrap_or(-1);
    let part = Crop {
        original: whole.id,
        left: number("left"),
        top: number("top"),
        width: number("width"),
        height: number("height"),
    };
    let post = form.get("post").parse::<Id<Post>>().ok();
    let taken = match whole.cut(part, &here.house.kit.media).await {
        Ok(taken) => taken,
        Err(error) => {
            let wrong = Some(crop_words(error, here.words())?);
            let ratio = ratios::named(form.get("ratio"));
            let part = match part.width.min(part.height) < 1 {
                true => ratios::middle(whole.id, whole.width, whole.height, ratio),
                false => part,
            };
            return Ok(here.refused(&CropPage { from: id, whole, part, ratio, post, wrong }));
        }
    };
    let mut tx = here.begin().await?;
    let kept = whole.keep_part(part, &taken, &here.actor, &mut tx).await;
    let kept = kept.map_err(|error| match crop_words(error, here.words()) {
        Ok(_) => Refusal::Malformed,
        Err(refusal) => refusal,
    })?;
    if let Some(post) = post {
        put_in_place(&here, post, id, &kept, &mut tx).await?;
    }
    if made.is_some() && library::uses(id, &here.actor, &mut tx).await?.is_empty() {
        library::remove(&[id], &here.actor, &mut tx).await?;
    }
    tx.commit().await?;
    let to = match post {
        Some(post) => format!("posts/{post}/edit"),
        None => format!("library/{}", kept.id),
    };
    Ok(here.go(&to).saying("library-cropped").into_response())
}

async fn put_in_place(
    here: &InBrand,
    post: Id<Post>,
    old: Id<Media>,
    new: &Media,
    tx: &mut database::Tx,
) -> Result<(), Refusal> {
    let post = Post::load(post, &here.actor, tx).await.map_err(problems::of_post)?;
    let mut edit = post.as_edit();
    for media in edit.media.iter_mut().filter(|media| media.media == old) {
        *media = PostMediaEdit { media: new.id, alt_text: media.alt_text.clone() };
    }
    let version = post.version;
    match post.edit(edit, version, &here.actor, tx).await {
        Ok(_) => Ok(()),
        Err(error) => {
            problems::edit_words(error, here.words())?;
            Err(Refusal::Stale)
        }
    }
}

/// The frame on the picture.
pub struct CropPage {
    pub(super) from: Id<Media>,
    pub(super) whole: Media,
    pub(super) part: Crop,
    pub(super) ratio: Option<&'static Ratio>,
    pub(super) post: Option<Id<Post>>,
    pub(super) wrong: Option<String>,
}

impl CropPage {
    fn shapes(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let address = |name: &str| {
            let post = self.post.map(|id| format!("&post={id}")).unwrap_or_default();
            frame.url(&format!("library/{}/crop?ratio={name}{post}", self.from))
        };
        let current =
            |name: Option<&str>| (self.ratio.map(|ratio| ratio.name) == name).then_some("true");
        html! {
            nav aria-label=(words.t("library-crop-shapes")) {
                ul.crop-ratios {
                    @for ratio in &RATIOS {
                        li { a.crop-ratio href=(address(ratio.name)) data-ratio=(ratio.width / ratio.height) data-name=(ratio.name) aria-current=[current(Some(ratio.name))] {
                            span.strong { (ratio.name) } span.small { (ratio.networks) }
                        } }
                    }
                    li { a.crop-ratio href=(address("free")) data-ratio="0" data-name="free" aria-current=[current(None)] {
                        span.strong { (words.t("library-crop-free")) } span.small { (words.t("library-crop-free-hint")) }
                    } }
                }
            }
        }
    }

    fn numbers(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let field = |name: &str, value: i64, most: i64| {
            html! {
                div.field {
                    label for=(name) { (words.t(&format!("library-crop-{name}"))) }
                    input.input.input-short id=(name) name=(name) type="number" inputmode="numeric" min="0" max=(most) value=(value) required;
                }
            }
        };
        html! {
            div.crop-numbers {
                (field("left", self.part.left, self.whole.width)) (field("top", self.part.top, self.whole.height))
                (field("width", self.part.width, self.whole.width)) (field("height", self.part.height, self.whole.height))
            }
            p.hint { (words.tn("library-crop-size", args![width => self.whole.width, height => self.whole.height])) }
        }
    }
}

impl Page for CropPage {
    fn samples() -> Vec<Self> {
        super::samples::crops()
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("library-crop-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("library", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (library, one) = (frame.url("library"), frame.url(&format!("library/{}", self.from)));
        let name = name_of(words, &self.whole);
        let above = crumbs(frame, &[(&words.t("library-title"), &library), (&name, &one)]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("library-crop-lead")) }, html! {}))
            @if let Some(wrong) = &self.wrong { p.error role="alert" { (wrong) } }
            form.columns method="post" action=(frame.url(&format!("library/{}/crop", self.from))) data-cropper {
                (csrf(frame))
                @if let Some(post) = self.post { input type="hidden" name="post" value=(post); }
                input type="hidden" name="ratio" value=(self.ratio.map_or("free", |ratio| ratio.name));
                div.crop-stage data-width=(self.whole.width) data-height=(self.whole.height) {
                    img src=(frame.url(&format!("media/{}?side=1600", self.whole.id))) alt=(self.whole.alt_text)
                        width=(self.whole.width) height=(self.whole.height);
                    div.crop-frame hidden tabindex="0" role="application" aria-label=(words.t("library-crop-frame")) aria-describedby="crop-keys" {
                        @for corner in ["nw", "ne", "sw", "se"] { span.crop-corner data-corner=(corner) aria-hidden="true" {} }
                    }
                }
                div.stack {
                    (self.shapes(frame))
                    (self.numbers(frame))
                    p.hint id="crop-keys" { (words.t("library-crop-keys")) }
                    div.form-actions { button.button.button-primary { (icon("crop")) (words.t("library-crop-make")) } }
                    p.muted.small { (words.t("library-crop-kept")) }
                }
            }
        }
    }
}

page_samples!(CropPage);
