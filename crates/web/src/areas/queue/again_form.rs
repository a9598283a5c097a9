//! Beginning and changing a post that comes back.

mod page;
mod read;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use jiff::civil::DateTime;
use platform::Right;
use primitives::Id;
use publishing::Post;
use publishing::recurrence::{Piece, Recurrence};
use serde::Deserialize;

use super::words::{refusal, refused};
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::problems;
use crate::{Form, InBrand, Refusal};
use page::FormPage;
use read::{filled, read};

pub(super) use page::sample;

/// What a form is begun with.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Begun {
    /// The post to repeat.
    #[serde(default)]
    post: String,
    /// The time from which those that follow change.
    #[serde(default)]
    from: String,
}

/// A new one, from a post or from nothing.
pub async fn get_new(here: InBrand, Query(begun): Query<Begun>) -> Result<Response, Refusal> {
    here.must(Right::Publish)?;
    let mut tx = here.read().await?;
    let today = here.words().now().map(|now| here.words().local(now).date()).unwrap_or_default();
    let mut form =
        Form::filled([("kind", "weeks"), ("every", "1"), ("time", "09:00"), ("ends", "never")])
            .with("start", today.to_string())
            .with("gap", "30")
            .with("on", today.weekday().to_monday_one_offset().to_string());
    match begun.post.parse::<Id<Post>>() {
        Ok(id) => {
            let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
            form = form.with("post", id.to_string()).with("text", post.text.clone());
            form =
                form.with("topic", post.topic.map(|topic| topic.to_string()).unwrap_or_default());
            for variant in &post.variants {
                form = form.with("channel", variant.channel.to_string());
            }
        }
        Err(_) => {
            for channel in load_channels(&here, &mut tx).await? {
                form = form.with("channel", channel.id.to_string());
            }
        }
    }
    drop(tx);
    let page = FormPage::load(&here, None, None, form).await?;
    Ok(here.show(&page))
}

/// Begins one.
pub async fn post_new(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let piece = match form.get("post").parse::<Id<Post>>() {
        Ok(id) => {
            let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
            Piece::of(&post.as_edit())
        }
        Err(_) => Piece::default(),
    };
    match Recurrence::begin(read(&form, piece), &here.actor, &mut tx).await {
        Ok(recurrence) => {
            tx.commit().await?;
            made_at_once(&here).await?;
            let go = here.go(&format!("queue/recurring/{}", recurrence.id));
            Ok(go.saying("again-begun").into_response())
        }
        Err(error) => {
            drop(tx);
            not_taken(&here, None, None, form, error).await
        }
    }
}

/// The form of one that is there, for all that is to come or from one time on.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Recurrence>)>,
    Query(begun): Query<Begun>,
) -> Result<Response, Refusal> {
    here.must(Right::Publish)?;
    let mut tx = here.read().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    drop(tx);
    let from = begun.from.parse().ok();
    let page = FormPage::load(&here, Some(id), from, filled(&recurrence)).await?;
    Ok(here.show(&page))
}

/// Changes it.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Recurrence>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let from: Option<DateTime> = form.get("from").parse().ok();
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    let edit = read(&form, recurrence.piece.clone());
    match recurrence.edit(edit, from, &here.actor, &mut tx).await {
        Ok(next) => {
            tx.commit().await?;
            made_at_once(&here).await?;
            let go = here.go(&format!("queue/recurring/{}", next.id));
            Ok(go.saying("again-changed").into_response())
        }
        Err(error) => {
            drop(tx);
            not_taken(&here, Some(id), from, form, error).await
        }
    }
}

/// What is near is made now rather than at the next round, so that it shows at once.
async fn made_at_once(here: &InBrand) -> Result<(), Refusal> {
    publishing::recurrence::make_due(&here.house.kit.database).await?;
    Ok(())
}

async fn not_taken(
    here: &InBrand,
    id: Option<Id<Recurrence>>,
    from: Option<DateTime>,
    mut form: Form,
    error: publishing::recurrence::RecurrenceError,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let channels = load_channels(here, &mut tx).await?;
    drop(tx);
    let (field, why) = refused(error, &channels, here.words())?;
    form.refuse(field, why);
    let page = FormPage::load(here, id, from, form).await?;
    Ok(here.refused(&page))
}
