//! « Un mois au levain »: a theme that ran some weeks ago, with its posts and their figures.

use database::Tx;
use jiff::{Timestamp, ToSpan};
use platform::{Actor, Brand};
use primitives::Id;
use publishing::Campaign;
use publishing::campaign::{CampaignEdit, CampaignKind};

use crate::demo::team::Stage;
use crate::demo::texts::Kind;
use crate::demo::words::Words;
use crate::failure::Failure;

/// When it began and ended, in days before today.
const FROM: i64 = 72;
const TO: i64 = 42;

/// Decides on it.
pub async fn begin(
    words: &Words,
    brand: &Brand,
    now: Timestamp,
    camille: &Actor,
    tx: &mut Tx,
) -> Result<Id<Campaign>, Failure> {
    let today = now.to_zoned(brand.zone.time_zone().clone()).date();
    let day = |back: i64| Some(today.saturating_sub(back.days()));
    let edit = CampaignEdit {
        name: words.theme.0.to_owned(),
        kind: CampaignKind::Theme,
        about: words.theme.1.to_owned(),
        colour: "#6d7f2f".to_owned(),
        starts_on: day(FROM),
        ends_on: day(TO),
        day: day(FROM),
    };
    Ok(Campaign::add(edit, camille, tx).await.map_err(Failure::because)?.id)
}

/// Whether a post of that day was written for it.
pub fn of(stage: &Stage, back: i64, kind: Kind) -> Option<Id<Campaign>> {
    let about_it = matches!(kind, Kind::Bread | Kind::Backstage | Kind::Question);
    (about_it && (TO..=FROM).contains(&back)).then_some(stage.theme)
}
