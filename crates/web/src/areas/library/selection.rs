//! Several media at once: moved, tagged, put in the bin, taken back.

use axum::response::{IntoResponse, Response};
use platform::media::{KeepError, Kept, Media, Tags};
use primitives::Id;
use publishing::library::{self, RemoveError};

use super::asked::Asked;
use super::errors::keep_words;
use super::list::{LibraryPage, ON_A_PAGE};
use super::tile::name_of;
use crate::words::args;
use crate::{Form, InBrand, Refusal};

/// Does what the pressed button says to the media that are ticked.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let asked = Asked::read(form.get("back").trim_start_matches('?'))?;
    let ids: Vec<Id<Media>> =
        form.all("media").filter_map(|id| id.parse().ok()).take(ON_A_PAGE).collect();
    if ids.is_empty() {
        form.refuse("selection", words.t("library-nothing-chosen"));
        return Ok(here.refused(&LibraryPage::load(&here, asked, form).await?));
    }
    let back = format!("library{}", asked.query());
    let count = ids.len().to_string();
    let said = match form.get("do") {
        "move" => {
            let folder = Some(form.get("to").parse().ok());
            keep(&here, &ids, |_| Ok(Kept { folder, ..Kept::default() }))
                .await
                .map(|()| "library-moved")
        }
        "tag" => {
            let more = form.get("tags").to_owned();
            let tagged = |media: &Media| {
                let mut tags = media.tags.clone();
                tags.extend(Tags::parse(&more)?);
                Ok(Kept { tags: Some(tags), ..Kept::default() })
            };
            keep(&here, &ids, tagged).await.map(|()| "library-tagged")
        }
        "remove" => return remove(&here, &ids, asked, form).await,
        "restore" => {
            let mut tx = here.begin().await?;
            library::restore(&ids, &here.actor, &mut tx).await?;
            tx.commit().await?;
            Ok("library-restored")
        }
        _ => return Err(Refusal::Malformed),
    };
    match said {
        Ok(said) => Ok(here.go(&back).saying(said).with("count", count).into_response()),
        Err(error) => {
            let (_, wrong) = keep_words(error, &words)?;
            form.refuse("selection", wrong);
            Ok(here.refused(&LibraryPage::load(&here, asked, form).await?))
        }
    }
}

/// Keeps each medium as `how` says, all or none.
async fn keep(
    here: &InBrand,
    ids: &[Id<Media>],
    how: impl Fn(&Media) -> Result<Kept, KeepError>,
) -> Result<(), KeepError> {
    let mut tx = here.begin().await?;
    for media in Media::find_all(ids, &here.actor, &mut tx).await? {
        let kept = how(&media)?;
        media.keep(kept, &here.actor, &mut tx).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn remove(
    here: &InBrand,
    ids: &[Id<Media>],
    asked: Asked,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match library::remove(ids, &here.actor, &mut tx).await {
        Ok(removed) => {
            tx.commit().await?;
            let ids: Vec<_> = removed.iter().map(|media| media.id.to_string()).collect();
            let undo = here.url(&format!("library/removal/end?ids={}", ids.join(",")));
            let go = here.go(&format!("library{}", asked.query())).saying("library-removed");
            Ok(go.with("count", removed.len().to_string()).undo(undo).into_response())
        }
        Err(RemoveError::Planned { media, posts }) => {
            drop(tx);
            let name = name_of(here.words(), &media);
            form.refuse(
                "selection",
                here.words().tn("library-planned", args![name => name, count => posts]),
            );
            Ok(here.refused(&LibraryPage::load(here, asked, form).await?))
        }
        Err(error) => Err(error.into()),
    }
}
