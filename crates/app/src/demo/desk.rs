//! The desk as a small bakery keeps it: what was decided, what is prepared, what waits for whom.

pub mod charter;
mod drafts;
pub mod launch;
mod library;
mod queue;
pub mod theme;

use database::Tx;
use platform::media::Media;

use super::team::Stage;
use crate::failure::Failure;
use launch::Launch;

/// What was there from the beginning: the charter, the library in order, templates.
pub async fn prepare(
    stage: &Stage,
    media: &[(&'static str, Media)],
    tx: &mut Tx,
) -> Result<(), Failure> {
    charter::decide(stage, tx).await?;
    library::tidy(stage, media, tx).await?;
    queue::slots(stage, tx).await
}

/// What is on the desk today.
pub async fn fill(
    stage: &Stage,
    media: &[(&'static str, Media)],
    launch: Launch,
    tx: &mut Tx,
) -> Result<(), Failure> {
    launch::go_on(launch, stage, media, tx).await?;
    drafts::write(stage, media, tx).await?;
    queue::fill(stage, media, tx).await
}
