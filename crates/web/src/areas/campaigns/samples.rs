//! What the pages of campaigns are shown with, to see that they hold.

use jiff::Timestamp;
use jiff::civil::Date;
use measurement::campaign::{CampaignFigures, Send, Side, Total};
use measurement::statistics::{
    Coverage, Group, Ingredient, Measure, PostFigures, RESAMPLES, compare, period_rate,
};
use measurement::{FigureSource, Reading};
use primitives::Id;
use publishing::campaign::{CampaignKind, CampaignPost, PhaseName, Stage, Step, StepPost};
use publishing::{Campaign, LocalSchedule, PostState};
use strategy::Format;

fn id<T>(n: u128) -> Id<T> {
    Id::from_uuid(uuid::Uuid::from_u128(n))
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A launch, an exclusive with its day only, a theme put away.
pub(crate) fn campaigns() -> Vec<Campaign> {
    let one = |n, name: &str, kind, colour: &str| Campaign {
        id: id(n),
        brand: id(100),
        name: name.to_owned(),
        kind,
        about: "La bûche aux marrons d’Ardèche, sur commande dès le 1er décembre.".to_owned(),
        colour: colour.to_owned(),
        starts_on: day("2026-12-01"),
        ends_on: day("2026-12-29"),
        day: day("2026-12-15"),
        archived: false,
    };
    let launch = one(1, "La bûche de Noël", CampaignKind::Launch, "#2e6f73");
    let exclusive = Campaign {
        starts_on: None,
        ends_on: None,
        ..one(2, "Le pain de Saint-Nicolas", CampaignKind::Exclusive, "#8a4a17")
    };
    let theme = Campaign {
        starts_on: None,
        ends_on: None,
        day: None,
        about: String::new(),
        archived: true,
        ..one(3, "Un mois de levain", CampaignKind::Theme, "#4d5fa8")
    };
    vec![launch, exclusive, theme]
}

/// A step of each standing.
pub(super) fn steps() -> Vec<Step> {
    let at = |local: &str| LocalSchedule::parse(local, "Europe/Paris").ok();
    let post = |n, state, wanted, deleted, left| {
        Some(StepPost { id: id(n), deleted, state, wanted, left })
    };
    let scheduled = |local: &str| at(local).map_or(PostState::Draft, PostState::Scheduled);
    let step = |n, phase, days, post| Step {
        id: id(n),
        phase,
        days,
        minute: 18 * 60,
        brief: "Un détail, sans tout montrer".to_owned(),
        opening: "Bientôt au fournil.".to_owned(),
        format: Some(Format::Image),
        post,
    };
    use PhaseName::{Day, FollowUp, Teasing};
    vec![
        step(11, Teasing, -14, post(21, scheduled("2026-12-01T18:00"), None, false, true)),
        step(12, Teasing, -7, post(22, scheduled("2026-12-04T18:00"), None, false, false)),
        step(13, Teasing, -1, post(23, PostState::Draft, at("2026-12-14T18:00"), false, false)),
        step(14, Day, 0, post(24, PostState::Draft, None, false, false)),
        step(15, FollowUp, 3, post(25, PostState::Draft, None, true, false)),
        step(16, FollowUp, 7, None),
        step(17, PhaseName::Members, -3, None),
        step(18, PhaseName::Everyone, 0, None),
    ]
}

/// Posts: one of the plan, one outside.
pub(super) fn posts() -> Vec<CampaignPost> {
    let post = |n, stage, at: Option<&str>| CampaignPost {
        id: id(n),
        excerpt: "La bûche arrive".to_owned(),
        format: Format::Image,
        topic: None,
        stage,
        at: at.and_then(|at| at.parse().ok()),
        on: Vec::new(),
    };
    vec![
        post(23, Stage::Draft, Some("2026-12-14T17:00:00Z")),
        post(31, Stage::Published, Some("2026-11-20T08:00:00Z")),
        post(32, Stage::Draft, None),
    ]
}

/// What a campaign of so many sends brought; every fourth has no figures yet.
pub(super) fn figures(many: usize) -> CampaignFigures {
    let at: Timestamp = "2026-12-01T17:00:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let of = |n: usize| {
        let n = i64::try_from(n).unwrap_or_default();
        PostFigures {
            reactions: Some(20 + n * 7 % 13),
            comments: Some(n % 5),
            shares: Some(n % 3),
            clicks: Some(n % 7),
            reach_total: Some(400 + n * 31 % 90),
            ..PostFigures::default()
        }
    };
    let sends: Vec<Send> = (0..many)
        .map(|n| Send {
            publication: id(500 + n as u128),
            published_at: at,
            post: None,
            latest: (n % 4 != 3).then(|| Reading {
                at,
                source: FigureSource::Network,
                figures: of(n),
            }),
        })
        .collect();
    let known = sends.iter().filter(|send| send.latest.is_some()).count();
    let own: Vec<PostFigures> =
        sends.iter().map(|send| send.latest.map(|one| one.figures).unwrap_or_default()).collect();
    let others: Vec<PostFigures> = (0..many).map(|n| of(n * 3 + 1)).collect();
    let measure = Measure::EngagementByReach;
    let (rate, others) = (period_rate(measure, &own), period_rate(measure, &others));
    let group =
        |key, sample: &measurement::statistics::Sample| Group { key, sample: sample.clone() };
    let groups = [group(Side::Campaign, &rate.sample), group(Side::Others, &others.sample)];
    let coverage = Coverage { known, all: many };
    let total = |ingredient| Total {
        ingredient,
        sum: (known > 0 && ingredient != Ingredient::Clicks).then_some(312),
        coverage,
    };
    CampaignFigures {
        coverage,
        totals: measurement::campaign::COUNTED.map(total).into(),
        reach: ((known > 0).then_some(431.0), coverage),
        period: day("2026-12-01").zip(day("2026-12-29")),
        measure,
        compared: compare(&groups, RESAMPLES, 1),
        rate,
        others,
        sends,
    }
}
