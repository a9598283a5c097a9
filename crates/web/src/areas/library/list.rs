//! The library: a grid of media, narrowed by folder, kind, tag and words.

use axum::extract::RawQuery;
use axum::response::Response;
use maud::{Markup, html};
use platform::Right;
use platform::media::{Folder, MediaKind, Tags};
use publishing::library::{self, Held};

use super::asked::{Asked, ONLY};
use super::folders;
use super::tile::{kind_words, tile};
use crate::parts::{Way, csrf, empty_state, icon, page_header, pagination};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many media a page holds.
pub(super) const ON_A_PAGE: usize = 48;

/// The library.
pub async fn get(here: InBrand, RawQuery(query): RawQuery) -> Result<Response, Refusal> {
    let asked = Asked::read(&query.unwrap_or_default())?;
    Ok(here.show(&LibraryPage::load(&here, asked, Form::empty()).await?))
}

/// The library.
pub struct LibraryPage {
    pub(super) asked: Asked,
    pub(super) held: Vec<Held>,
    pub(super) folders: Vec<Folder>,
    pub(super) tags: Vec<(String, i64)>,
    pub(super) way: Way,
    /// What was refused: `file`, `folder-name` or none.
    pub(super) form: Form,
}

impl LibraryPage {
    pub(super) async fn load(here: &InBrand, asked: Asked, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let wanted = asked.wanted(ON_A_PAGE + 1);
        let mut held = library::list(&wanted, &here.actor, &mut tx).await?;
        let folders = Folder::all(&here.actor, &mut tx).await?;
        let tags = Tags::all(&here.actor, &mut tx).await?;
        let more = held.len() > ON_A_PAGE;
        held.truncate(ON_A_PAGE);
        let on = held.last().filter(|_| more).map(|last| {
            let next = Asked { before: Some(last.media.id), ..asked.clone() };
            here.url(&format!("library{}", next.query()))
        });
        let back = asked.before.map(|_| here.url(&asked.but(|_| {})));
        Ok(Self { asked, held, folders, tags, way: Way { back, on }, form })
    }

    fn folder(&self) -> Option<&Folder> {
        self.folders.iter().find(|folder| Some(folder.id) == self.asked.folder)
    }

    fn search(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.library-search role="search" action=(frame.url("library")) {
                @if let Some(folder) = self.asked.folder { input type="hidden" name="folder" value=(folder); }
                div.field.grow {
                    label for="q" { (words.t("library-search")) }
                    input.input type="search" id="q" name="q" value=(self.asked.words) data-key="/" placeholder=(words.t("library-search-hint"));
                }
                div.field {
                    label for="kind" { (words.t("library-kind")) }
                    select.select id="kind" name="kind" data-auto-submit {
                        option value="" { (words.t("library-kind-any")) }
                        @for kind in MediaKind::ALL {
                            option value=(kind.as_str()) selected[self.asked.kind == Some(*kind)] { (kind_words(words, *kind)) }
                        }
                    }
                }
                div.field {
                    label for="only" { (words.t("library-only")) }
                    select.select id="only" name="only" data-auto-submit {
                        option value="" { (words.t("library-only-all")) }
                        @for only in ONLY {
                            option value=(only) selected[self.asked.only == only] { (words.t(&format!("library-only-{only}"))) }
                        }
                    }
                }
                @if !self.tags.is_empty() {
                    div.field {
                        label for="tag" { (words.t("library-tag")) }
                        select.select id="tag" name="tag" data-auto-submit {
                            option value="" { (words.t("library-tag-any")) }
                            @for (tag, count) in &self.tags {
                                option value=(tag) selected[self.asked.tag == *tag] { (tag) " (" (words.number(*count)) ")" }
                            }
                        }
                    }
                }
                button.button { (icon("search")) (words.t("library-find")) }
            }
        }
    }

    fn folders(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let line = |folder: &Folder| {
            let here = self.asked.folder == Some(folder.id);
            let address = frame.url(&format!("library?folder={}", folder.id));
            html! {
                li.library-nested[folder.parent.is_some()] {
                    a.library-folder href=(address) aria-current=[here.then_some("page")] {
                        (icon("folder")) span.clip { (folder.name) }
                        span.count { (words.number(folder.media)) }
                    }
                }
            }
        };
        html! {
            nav.library-folders aria-label=(words.t("library-folders")) {
                ul {
                    li {
                        a.library-folder href=(frame.url("library")) aria-current=[(!self.asked.is_narrow()).then_some("page")] {
                            (icon("images")) span { (words.t("library-all")) }
                        }
                    }
                    @for folder in &self.folders { (line(folder)) }
                }
                @if frame.may(Right::Draft) {
                    (folders::new_folder(frame, &self.form, &self.folders, self.folder()))
                }
            }
        }
    }

    fn upload(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form method="post" enctype="multipart/form-data" action=(frame.url("library")) {
                (csrf(frame))
                @if let Some(folder) = self.asked.folder { input type="hidden" name="folder" value=(folder); }
                label.drop-zone {
                    (icon("upload"))
                    span { (words.t("library-drop")) }
                    span.hint { (words.t("library-drop-hint")) }
                    input.visually-hidden type="file" name="file" multiple accept="image/*,video/mp4,video/quicktime,video/webm"
                        data-upload=(frame.url("library")) data-upload-into="#library-grid" data-upload-look="library-item";
                }
                @if let Some(error) = self.form.error("file") { p.error role="alert" { (error) } }
                noscript { div.form-actions { button.button.button-primary { (words.t("library-send")) } } }
            }
        }
    }

    fn bar(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.library-bar role="group" aria-label=(words.t("library-selection")) {
                p.library-chosen data-chosen data-one=(words.t("library-chosen-one")) data-many=(words.t("library-chosen-many")) { (words.t("library-selection")) }
                @if self.asked.only == "bin" {
                    button.button name="do" value="restore" { (icon("undo-2")) (words.t("library-restore")) }
                } @else {
                    div.input-group {
                        label.visually-hidden for="move-to" { (words.t("library-move-to")) }
                        select.select id="move-to" name="to" {
                            option value="" { (words.t("library-no-folder")) }
                            @for folder in &self.folders { option value=(folder.id) { (folders::path(folder, &self.folders)) } }
                        }
                        button.button name="do" value="move" { (icon("folder")) (words.t("library-move")) }
                    }
                    div.input-group {
                        label.visually-hidden for="with-tag" { (words.t("library-tag")) }
                        input.input id="with-tag" name="tags" maxlength="200" placeholder=(words.t("library-tag-new")) list="known-tags";
                        button.button name="do" value="tag" { (icon("tag")) (words.t("library-tag-add")) }
                    }
                    datalist id="known-tags" { @for (tag, _) in &self.tags { option value=(tag) {} } }
                    button.button name="do" value="remove" { (icon("trash-2")) (words.t("library-remove")) }
                }
            }
        }
    }

    fn grid(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let may = frame.may(Right::Draft);
        html! {
            @if let Some(error) = self.form.error("selection") { p.error role="alert" { (error) } }
            form.library-selection method="post" action=(frame.url("library/selection")) data-selection {
                (csrf(frame))
                input type="hidden" name="back" value=(self.asked.query());
                ul.library-grid id="library-grid" aria-label=(words.t("library-title")) {
                    @for held in &self.held { (tile(frame, held, self.form.chose("media", &held.media.id.to_string()))) }
                }
                @if may && !self.held.is_empty() { (self.bar(frame)) }
            }
            @if self.held.is_empty() { (self.nothing(frame)) }
            (pagination(frame, &self.way))
        }
    }

    fn nothing(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        match (self.asked.only.as_str(), self.asked.is_narrow()) {
            ("bin", _) => empty_state(
                "trash-2",
                &words.t("library-bin-empty"),
                &words.t("library-bin-lead"),
                html! {},
            ),
            (_, true) => empty_state(
                "search",
                &words.t("library-none-found"),
                &words.t("library-none-found-lead"),
                html! { a.button href=(frame.url("library")) { (words.t("library-see-all")) } },
            ),
            _ => empty_state(
                "images",
                &words.t("library-none"),
                &words.t("library-none-lead"),
                html! {},
            ),
        }
    }
}

impl Page for LibraryPage {
    fn samples() -> Vec<Self> {
        super::samples::libraries()
    }

    fn title(&self, frame: &Frame) -> String {
        match self.folder() {
            Some(folder) => folder.name.clone(),
            None => frame.words.t("library-title"),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("library", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let lead = match self.folder() {
            Some(folder) => words.tn("library-folder-lead", args![count => folder.media]),
            None => words.t("library-lead"),
        };
        html! {
            (page_header(&self.title(frame), html! { (lead) }, html! {
                @if let (Some(folder), true) = (self.folder(), frame.may(Right::Draft)) {
                    (folders::menu(frame, folder, &self.folders))
                }
            }))
            div.library {
                (self.folders(frame))
                div.stack {
                    @if frame.may(Right::Draft) && self.asked.only != "bin" { (self.upload(frame)) }
                    (self.search(frame))
                    @if self.asked.only == "bin" && !self.held.is_empty() { p.muted { (words.t("library-bin-lead")) } }
                    (self.grid(frame))
                }
            }
        }
    }
}

page_samples!(LibraryPage);
