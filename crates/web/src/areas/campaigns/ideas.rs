//! The plan proposed for a campaign, in words.

use platform::Brand;
use publishing::Campaign;
use publishing::campaign::{StepEdit, ideas};

use crate::words::{Words, args};

/// The steps proposed for a campaign: what is to be said in the team's language, the opening
/// words in that of the brand's community.
pub(crate) fn proposed(campaign: &Campaign, brand: &Brand, words: &Words) -> Vec<StepEdit> {
    let theirs = Words::new(brand.language).in_zone(words.zone());
    let theirs = match words.now() {
        Some(now) => theirs.at(now),
        None => theirs,
    };
    let day = campaign.day.map(|day| theirs.date(day));
    let step = |idea: &publishing::campaign::Idea| {
        let name = campaign.name.clone();
        let key = format!("campaigns-opening-{}", idea.key);
        let undated = format!("{key}-undated");
        let opening = match &day {
            None if theirs.has(&undated) => theirs.tn(&undated, args![name => name]),
            day => theirs.tn(&key, args![name => name, day => day.clone().unwrap_or_default()]),
        };
        StepEdit {
            phase: idea.phase,
            days: idea.days,
            minute: idea.minute,
            brief: words.t(&format!("campaigns-brief-{}", idea.key)),
            opening,
            format: Some(idea.format),
        }
    };
    ideas(campaign.kind).iter().map(step).collect()
}
