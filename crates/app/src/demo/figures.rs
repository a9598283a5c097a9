//! What posts brought, as far as each network would have said.

use database::Database;
use jiff::{SignedDuration, Timestamp};
use measurement::insights::{Import, ImportPlan, Sheet};
use measurement::statistics::PostFigures;
use measurement::{FigureSource, Reading};
use platform::media::MediaStore;
use primitives::Ambient;

use super::team::Stage;
use super::texts::{Kind, texts};
use crate::failure::Failure;

/// When figures are read after a post appears, in hours, and what part of them is there by then.
const GROWTH: [(i64, f64); 6] =
    [(1, 0.22), (6, 0.55), (24, 0.82), (72, 0.93), (168, 0.98), (720, 1.0)];

/// People a post usually reaches on each channel.
const REACH: [f64; 4] = [1_150.0, 820.0, 260.0, 140.0];

/// The figures of a post over time. What a network does not give stays unknown.
pub fn readings(
    kind: Kind,
    channel: usize,
    at: Timestamp,
    now: Timestamp,
    chance: &Ambient,
) -> Vec<Reading> {
    let liked = match kind {
        Kind::Tart => 1.5,
        Kind::Bread => 1.2,
        Kind::Question => 0.8,
        Kind::Backstage => 1.1,
        Kind::News => 0.6,
    };
    let reach = REACH[channel] * liked * (0.55 + 0.9 * chance.share());
    let rate = 0.035 + 0.05 * chance.share();
    let talk = if kind == Kind::Question { 0.030 } else { 0.006 };
    // One in nine Facebook posts was pushed with a few euros.
    let paid = if channel == 1 && chance.share() < 0.11 { reach * 1.4 } else { 0.0 };
    GROWTH
        .into_iter()
        .map(|(hours, part)| (at + SignedDuration::from_hours(hours), part))
        .filter(|(at, _)| *at < now)
        .map(|(at, part)| {
            let of = |share: f64| Some((reach * share * part).round() as i64);
            let mut figures = PostFigures {
                reactions: of(rate),
                comments: of(talk),
                shares: of(0.004 + rate / 20.0),
                ..PostFigures::default()
            };
            match channel {
                0 => {
                    figures.saves = of(0.008);
                    figures.reach_total = of(1.0);
                }
                1 => {
                    figures.clicks = of(0.021);
                    figures.reach_organic = of(1.0);
                    figures.reach_paid = Some((paid * part).round() as i64);
                    figures.reach_total = Some(((reach + paid) * part).round() as i64);
                    figures.impressions_total = of(1.35);
                }
                _ => {}
            }
            Reading { at, source: FigureSource::Network, figures }
        })
        .collect()
}

/// The export of an account that the bakery kept before: posts older than Parvis, some blanks.
fn export(now: Timestamp, old_post: &str) -> String {
    let mut text = String::from(
        "Post ID,Permalink,Description,Publish time,Post type,Reach,Reactions,Comments,Shares,Total clicks\n",
    );
    let chance = Ambient::fixed_at(now, 44);
    for nth in 0..36_i64 {
        let at =
            now - SignedDuration::from_hours(24 * (super::DAYS + 9 + nth * 5) + (nth * 7) % 11);
        let reach = 320.0 + 900.0 * chance.share();
        let known = |share: f64, blank: bool| {
            if blank { String::new() } else { format!("{:.0}", reach * share) }
        };
        let form = ["Photos", "Links", "Text"][nth as usize % 3];
        text.push_str(&format!(
            "ancien-{nth},https://facebook.example/lefournildelouise/{nth:06},\"{old_post} {}\",{},{form},{},{},{},{},{}\n",
            nth + 1,
            at.strftime("%m/%d/%Y %H:%M"),
            known(1.0, nth % 7 == 3),
            known(0.05 + 0.03 * chance.share(), false),
            known(0.008, false),
            known(0.004, nth % 5 == 2),
            known(0.02, nth % 4 == 1),
        ));
    }
    text
}

/// Imports it, three weeks ago.
pub async fn import(stage: &Stage, past: &Database) -> Result<(), Failure> {
    past.ambient().set(stage.now - SignedDuration::from_hours(24 * 21));
    let bytes = export(stage.now, texts(stage.brand.language).old_post).into_bytes();
    let sheet = Sheet::read(&bytes).map_err(Failure::because)?;
    let name = "facebook-annee-precedente.csv";
    let zone = stage.brand.zone.name();
    let mut plan = ImportPlan::by_hand(&sheet, &MediaStore::hash(&bytes), name, zone);
    plan.network = "facebook".to_owned();
    let mut tx = past.begin().await?;
    let import = Import::begin(plan, &stage.owner, &mut tx).await.map_err(Failure::because)?;
    tx.commit().await?;
    import.run(&sheet, &stage.owner, past, |_| {}).await.map(drop).map_err(Failure::because)
}
