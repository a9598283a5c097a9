//! What a campaign's plan is made of: phases, and an idea for each of its posts.

use database::text_enum;
use strategy::Format;

use super::CampaignKind;

text_enum! {
    /// A part of a campaign.
    pub enum PhaseName {
        /// Before a launch: something shows, not all of it.
        Teasing => "teasing",
        /// Before an exclusive opens: members alone.
        Members => "members",
        /// A theme begins.
        Opening => "opening",
        /// The day of a launch.
        Day => "day",
        /// An exclusive is open to everyone.
        Everyone => "everyone",
        /// A theme is on.
        During => "during",
        /// What follows a launch or an exclusive.
        FollowUp => "follow_up",
        /// A theme ends.
        Closing => "closing",
    }
}

/// A post that a plan proposes; its words are found by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idea {
    /// Its name, by which its words are found: `hint`.
    pub key: &'static str,
    /// The phase it belongs to.
    pub phase: PhaseName,
    /// Days after the campaign's day; before it, below 0.
    pub days: i64,
    /// Minutes after midnight.
    pub minute: i64,
    /// The kind of piece that suits it.
    pub format: Format,
}

/// The phases of a kind of campaign, in order.
#[must_use]
pub const fn phases(kind: CampaignKind) -> [PhaseName; 3] {
    match kind {
        CampaignKind::Launch => [PhaseName::Teasing, PhaseName::Day, PhaseName::FollowUp],
        CampaignKind::Exclusive => [PhaseName::Members, PhaseName::Everyone, PhaseName::FollowUp],
        CampaignKind::Theme => [PhaseName::Opening, PhaseName::During, PhaseName::Closing],
    }
}

const MORNING: i64 = 9 * 60;
const NOON: i64 = 12 * 60;
const EVENING: i64 = 18 * 60;

const fn idea(key: &'static str, phase: PhaseName, days: i64, minute: i64, format: Format) -> Idea {
    Idea { key, phase, days, minute, format }
}

const LAUNCH: [Idea; 9] = [
    idea("hint", PhaseName::Teasing, -14, EVENING, Format::Image),
    idea("making", PhaseName::Teasing, -7, NOON, Format::Video),
    idea("guess", PhaseName::Teasing, -3, EVENING, Format::Poll),
    idea("tomorrow", PhaseName::Teasing, -1, EVENING, Format::Text),
    idea("reveal", PhaseName::Day, 0, MORNING, Format::Carousel),
    idea("first-reactions", PhaseName::Day, 0, EVENING, Format::Image),
    idea("feedback", PhaseName::FollowUp, 3, NOON, Format::Text),
    idea("testimony", PhaseName::FollowUp, 7, NOON, Format::Video),
    idea("answers", PhaseName::FollowUp, 14, MORNING, Format::Link),
];

const EXCLUSIVE: [Idea; 6] = [
    idea("members-soon", PhaseName::Members, -7, NOON, Format::Text),
    idea("members-first", PhaseName::Members, -3, MORNING, Format::Image),
    idea("members-last-day", PhaseName::Members, -1, EVENING, Format::Text),
    idea("open", PhaseName::Everyone, 0, MORNING, Format::Carousel),
    idea("members-said", PhaseName::Everyone, 2, NOON, Format::Image),
    idea("last-chance", PhaseName::FollowUp, 7, EVENING, Format::Text),
];

const THEME: [Idea; 6] = [
    idea("theme-opening", PhaseName::Opening, 0, MORNING, Format::Image),
    idea("know-how", PhaseName::During, 3, NOON, Format::Carousel),
    idea("question", PhaseName::During, 6, EVENING, Format::Poll),
    idea("portrait", PhaseName::During, 9, NOON, Format::Video),
    idea("article", PhaseName::During, 12, MORNING, Format::Link),
    idea("recap", PhaseName::Closing, 15, NOON, Format::Carousel),
];

/// The plan proposed for a kind of campaign, in order of time.
#[must_use]
pub const fn ideas(kind: CampaignKind) -> &'static [Idea] {
    match kind {
        CampaignKind::Launch => &LAUNCH,
        CampaignKind::Exclusive => &EXCLUSIVE,
        CampaignKind::Theme => &THEME,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_plan_goes_through_the_phases_of_its_kind_in_order_of_time() {
        for kind in CampaignKind::ALL {
            let phases = phases(*kind);
            let places: Vec<_> = ideas(*kind)
                .iter()
                .map(|idea| phases.iter().position(|phase| *phase == idea.phase).unwrap())
                .collect();
            assert!(places.is_sorted(), "{kind}");
            assert_eq!(places.first(), Some(&0));
            assert_eq!(places.last(), Some(&2));
            let times: Vec<_> = ideas(*kind).iter().map(|i| (i.days, i.minute)).collect();
            assert!(times.is_sorted(), "{kind}");
        }
    }

    #[test]
    fn a_launch_teases_before_its_day_and_an_exclusive_goes_to_members_first() {
        let before = |phase| move |idea: &&Idea| idea.phase == phase;
        let teasing = LAUNCH.iter().filter(before(PhaseName::Teasing));
        assert!(teasing.clone().count() >= 3 && teasing.clone().all(|idea| idea.days < 0));
        let members = EXCLUSIVE.iter().filter(before(PhaseName::Members));
        assert!(members.clone().count() >= 2 && members.clone().all(|idea| idea.days < 0));
    }
}
