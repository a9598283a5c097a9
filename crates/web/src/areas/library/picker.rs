//! Media of the library chosen for a post: a dialog of the composer, or a page without script.

use axum::extract::RawQuery;
use axum::response::{Html, IntoResponse, Response};
use http::HeaderMap;
use maud::{Markup, html};
use platform::Right;
use platform::media::{Folder, Media};
use primitives::Id;
use publishing::Post;
use publishing::library::{self, Held};
use publishing::post::PostMediaEdit;

use super::asked::Asked;
use super::folders;
use super::tile::{mark, name_of, picture};
use crate::areas::posts::composer::{load_channels, media_item};
use crate::areas::posts::problems;
use crate::parts::{crumbs, csrf, icon, page_header_under};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many media it shows: the newest of what is sought.
const SHOWN: usize = 60;

/// The button of the composer that opens it.
pub(crate) fn button(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        button.button.button-quiet.button-small name="do" value="library" data-picker=(frame.url("library/picker"))
            data-chosen-from=(frame.url("library/picker/chosen"))
            data-add=(words.t("library-pick-add")) { (icon("images")) (words.t("library-title")) }
    }
}

/// What can be chosen: the fragment of the dialog for the script, else a page.
pub async fn get(
    here: InBrand,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let form = Form::read(query.unwrap_or_default().as_bytes())?;
    let asked = Asked::of(&form);
    let mut tx = here.read().await?;
    let held = library::list(&asked.wanted(SHOWN), &here.actor, &mut tx).await?;
    let folders = Folder::all(&here.actor, &mut tx).await?;
    drop(tx);
    let page = PickerPage { asked, held, folders, post: form.get("post").parse().ok() };
    if headers.contains_key("x-requested-with") {
        return Ok(Html(page.choices(&here.frame).into_string()).into_response());
    }
    Ok(here.show(&page))
}

/// The composer's lines of the media chosen, for its script.
pub async fn chosen(here: InBrand, RawQuery(query): RawQuery) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let form = Form::read(query.unwrap_or_default().as_bytes())?;
    let ids = ids(&form);
    let mut tx = here.read().await?;
    let found = Media::find_all(&ids, &here.actor, &mut tx).await?;
    let channels = load_channels(&here, &mut tx).await?;
    let answer = html! {
        @for id in &ids {
            @if let Some(media) = found.iter().find(|media| media.id == *id) { (media_item(&here.frame, media, &media.alt_text, &channels)) }
        }
    };
    Ok(Html(answer.into_string()).into_response())
}

fn ids(form: &Form) -> Vec<Id<Media>> {
    form.all("media").filter_map(|id| id.parse().ok()).take(SHOWN).collect()
}

/// Adds what was chosen to the post.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let post: Id<Post> = form.get("post").parse().map_err(|_| Refusal::NotFound)?;
    let ids = ids(&form);
    let mut tx = here.begin().await?;
    let found = Media::find_all(&ids, &here.actor, &mut tx).await?;
    let post = Post::load(post, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let mut edit = post.as_edit();
    for id in ids {
        let Some(media) = found.iter().find(|media| media.id == id) else { continue };
        if edit.media.iter().all(|known| known.media != id) {
            edit.media.push(PostMediaEdit { media: id, alt_text: media.alt_text.clone() });
        }
    }
    let (to, version) = (format!("posts/{}/edit", post.id), post.version);
    match post.edit(edit, version, &here.actor, &mut tx).await {
        Ok(_) => tx.commit().await?,
        Err(error) => {
            problems::edit_words(error, here.words())?;
            return Err(Refusal::Stale);
        }
    }
    Ok(here.go(&to).saying("library-added").into_response())
}

/// What can be chosen for a post.
pub struct PickerPage {
    pub(super) asked: Asked,
    pub(super) held: Vec<Held>,
    pub(super) folders: Vec<Folder>,
    pub(super) post: Option<Id<Post>>,
}

impl PickerPage {
    /// The media, to be ticked; found again by its id when the search changes.
    fn choices(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            ul.library-grid.library-grid-small id="picker-choices" aria-label=(words.t("library-title")) {
                @for held in &self.held {
                    @let media = &held.media;
                    li {
                        label.library-radio {
                            input type="checkbox" name="media" value=(media.id);
                            span.library-picture { (picture(frame, media)) (mark(words, media)) }
                            span.library-name.clip { (name_of(words, media)) }
                        }
                    }
                }
                @if self.held.is_empty() { li.muted { (words.t("library-none-found")) } }
            }
        }
    }

    fn search(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.library-search role="search" action=(frame.url("library/picker")) data-picker-search {
                @if let Some(post) = self.post { input type="hidden" name="post" value=(post); }
                div.field.grow {
                    label for="picker-q" { (words.t("library-search")) }
                    input.input type="search" id="picker-q" name="q" value=(self.asked.words) placeholder=(words.t("library-search-hint"));
                }
                div.field {
                    label for="picker-folder" { (words.t("library-folder")) }
                    select.select id="picker-folder" name="folder" {
                        option value="" { (words.t("library-all")) }
                        @for folder in &self.folders { option value=(folder.id) selected[self.asked.folder == Some(folder.id)] { (folders::path(folder, &self.folders)) } }
                    }
                }
                button.button { (icon("search")) (words.t("library-find")) }
            }
        }
    }
}

impl Page for PickerPage {
    fn samples() -> Vec<Self> {
        super::samples::pickers()
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("library-pick")
    }

    fn shape(&self) -> Shape {
        Shape::Room("library", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let back = self.post.map(|id| frame.url(&format!("posts/{id}/edit")));
        let back = back.unwrap_or_else(|| frame.url("posts/new"));
        let above = crumbs(frame, &[(&words.t("library-pick-post"), &back)]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.tn("library-pick-lead", args![count => SHOWN])) }, html! {}))
            div.stack {
                (self.search(frame))
                form.stack method="post" action=(frame.url("library/picker")) {
                    (csrf(frame))
                    @if let Some(post) = self.post { input type="hidden" name="post" value=(post); }
                    (self.choices(frame))
                    @if self.post.is_some() { div.form-actions { button.button.button-primary { (words.t("library-pick-add")) } } }
                }
            }
        }
    }
}

page_samples!(PickerPage);
