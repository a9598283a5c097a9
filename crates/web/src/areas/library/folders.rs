//! Folders: made, renamed, moved, taken away.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::media::Folder;
use primitives::Id;

use super::asked::Asked;
use super::errors::folder_words;
use super::list::LibraryPage;
use crate::parts::{csrf, icon};
use crate::{Form, Frame, InBrand, Refusal};

/// Makes a folder.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let parent = form.get("parent").parse().ok();
    let mut tx = here.begin().await?;
    match Folder::make(form.get("folder-name"), parent, &here.actor, &mut tx).await {
        Ok(folder) => {
            tx.commit().await?;
            let to = format!("library?folder={}", folder.id);
            Ok(here.go(&to).saying("library-folder-made").with("name", folder.name).into_response())
        }
        Err(error) => {
            drop(tx);
            form.refuse("folder-name", folder_words(error, here.words())?);
            let asked = Asked { folder: parent, ..Asked::default() };
            Ok(here.refused(&LibraryPage::load(&here, asked, form).await?))
        }
    }
}

/// Gives a folder another name or another place.
pub async fn change(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Folder>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let parent = form.get("parent").parse().ok();
    let mut tx = here.begin().await?;
    match Folder::change(id, form.get("name"), parent, &here.actor, &mut tx).await {
        Ok(folder) => {
            tx.commit().await?;
            let to = format!("library?folder={id}");
            Ok(here.go(&to).saying("library-folder-kept").with("name", folder.name).into_response())
        }
        Err(error) => {
            drop(tx);
            form.refuse("selection", folder_words(error, here.words())?);
            let asked = Asked { folder: Some(id), ..Asked::default() };
            Ok(here.refused(&LibraryPage::load(&here, asked, form).await?))
        }
    }
}

/// Takes a folder away; what is in it moves to where it was.
pub async fn remove(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Folder>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let folder = match Folder::remove(id, &here.actor, &mut tx).await {
        Ok(folder) => folder,
        Err(error) => {
            folder_words(error, here.words())?;
            return Err(Refusal::Stale);
        }
    };
    tx.commit().await?;
    let to = folder.parent.map(|parent| format!("library?folder={parent}"));
    let go = here.go(&to.unwrap_or_else(|| "library".to_owned()));
    Ok(go.saying("library-folder-removed").with("name", folder.name).into_response())
}

/// Its name with that of the folder it lies in.
pub(super) fn path(folder: &Folder, all: &[Folder]) -> String {
    match all.iter().find(|above| Some(above.id) == folder.parent) {
        Some(above) => format!("{} / {}", above.name, folder.name),
        None => folder.name.clone(),
    }
}

/// The form that makes a folder, in the one shown if folders may lie there.
pub(super) fn new_folder(
    frame: &Frame,
    form: &Form,
    all: &[Folder],
    shown: Option<&Folder>,
) -> Markup {
    let words = &frame.words;
    let inside = shown.map(|folder| folder.parent.unwrap_or(folder.id));
    let error = form.error("folder-name");
    html! {
        details.disclosure open[error.is_some()] {
            summary { (icon("folder-plus")) (words.t("library-folder-new")) }
            form.form.stack-sm method="post" action=(frame.url("library/folders")) {
                (csrf(frame))
                div.field {
                    label for="folder-name" { (words.t("library-folder-name")) }
                    input.input id="folder-name" name="folder-name" maxlength="60" required value=(form.get("folder-name"))
                        aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| "folder-name-error")];
                    @if let Some(error) = error { p.error id="folder-name-error" { (error) } }
                }
                (parents(frame, all, inside, None))
                button.button { (words.t("library-folder-make")) }
            }
        }
    }
}

/// What can be done with a folder.
pub(super) fn menu(frame: &Frame, folder: &Folder, all: &[Folder]) -> Markup {
    let words = &frame.words;
    let address = format!("library/folders/{}", folder.id);
    html! {
        details.menu.menu-end {
            summary.button { (icon("folder")) (words.t("library-folder-change")) }
            div.menu-panel.library-panel {
                form.form.stack-sm method="post" action=(frame.url(&address)) {
                    (csrf(frame))
                    div.field {
                        label for="name" { (words.t("library-folder-name")) }
                        input.input id="name" name="name" maxlength="60" required value=(folder.name);
                    }
                    (parents(frame, all, folder.parent, Some(folder)))
                    button.button.button-primary { (words.t("library-save")) }
                }
                hr.menu-rule;
                form method="post" action=(frame.url(&format!("{address}/removal"))) {
                    (csrf(frame))
                    button.menu-item { (icon("trash-2")) (words.t("library-folder-remove")) }
                }
            }
        }
    }
}

/// Where a folder lies: in none, or in one that lies in none.
fn parents(
    frame: &Frame,
    all: &[Folder],
    chosen: Option<Id<Folder>>,
    but: Option<&Folder>,
) -> Markup {
    let words = &frame.words;
    let holds = but.is_some_and(|but| all.iter().any(|folder| folder.parent == Some(but.id)));
    let known = all
        .iter()
        .filter(|folder| folder.parent.is_none() && but.is_none_or(|but| but.id != folder.id));
    let field = if but.is_some() { "parent-of" } else { "parent" };
    html! {
        div.field {
            label for=(field) { (words.t("library-folder-in")) }
            select.select id=(field) name="parent" {
                option value="" { (words.t("library-folder-in-none")) }
                @if !holds { @for folder in known { option value=(folder.id) selected[chosen == Some(folder.id)] { (folder.name) } } }
            }
        }
    }
}
