//! Publications of one post at one time are one chip.

use std::collections::BTreeMap;

use channels::Channel;
use channels::publication::StateName;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use primitives::Id;
use publishing::Post;
use publishing::calendar::Entry;

/// A post at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub post: Id<Post>,
    pub at: Timestamp,
    /// The clock reading in the brand's zone.
    pub local: DateTime,
    pub excerpt: String,
    pub channels: Vec<Id<Channel>>,
    /// The state that matters most.
    pub state: StateName,
    /// Whether all of it may still be moved.
    pub movable: bool,
}

/// What a calendar is narrowed to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    pub channel: Option<Id<Channel>>,
    pub state: Option<StateName>,
}

/// The days' groups, in order of time; each entry counts once.
pub(super) fn by_day(
    entries: Vec<Entry>,
    narrowed: Narrowed,
    zone: &TimeZone,
) -> BTreeMap<Date, Vec<Group>> {
    let mut days: BTreeMap<Date, Vec<Group>> = BTreeMap::new();
    for entry in entries {
        if narrowed.channel.is_some_and(|channel| channel != entry.channel)
            || narrowed.state.is_some_and(|state| state != entry.state)
        {
            continue;
        }
        let local = zone.to_datetime(entry.due_at);
        let day = days.entry(local.date()).or_default();
        // Entries come by time: those of one post at one time are near the end.
        let near = day.iter_mut().rev().take_while(|group| group.at == entry.due_at);
        match near.into_iter().find(|group| group.post == entry.post) {
            Some(group) => group.add(&entry),
            None => day.push(Group {
                post: entry.post,
                at: entry.due_at,
                local,
                excerpt: entry.excerpt,
                channels: vec![entry.channel],
                state: entry.state,
                movable: movable(entry.state),
            }),
        }
    }
    days
}

impl Group {
    fn add(&mut self, entry: &Entry) {
        self.channels.push(entry.channel);
        self.movable &= movable(entry.state);
        if weight(entry.state) > weight(self.state) {
            self.state = entry.state;
        }
    }
}

fn movable(state: StateName) -> bool {
    matches!(state, StateName::Planned | StateName::Held | StateName::Failed)
}

fn weight(state: StateName) -> u8 {
    match state {
        StateName::Failed => 9,
        StateName::NeedsPerson => 8,
        StateName::Uncertain => 7,
        StateName::Held => 6,
        StateName::Sending => 5,
        StateName::Processing => 4,
        StateName::Prepared => 3,
        StateName::Planned => 2,
        StateName::Published => 1,
        StateName::Cancelled => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(post: u128, channel: u128, state: StateName, at: &str) -> Entry {
        let id = uuid::Uuid::from_u128;
        Entry {
            publication: Id::from_uuid(id(post * 100 + channel)),
            post: Id::from_uuid(id(post)),
            channel: Id::from_uuid(id(channel)),
            state,
            due_at: at.parse().expect("a time"),
            excerpt: String::new(),
        }
    }

    #[test]
    fn channels_of_one_post_at_one_time_are_one_chip_with_the_worst_state() {
        let zone = TimeZone::get("Europe/Paris").expect("a zone");
        let at = "2026-11-23T23:30:00Z";
        let entries = vec![
            entry(1, 1, StateName::Published, at),
            entry(2, 1, StateName::Planned, at),
            entry(1, 2, StateName::Failed, at),
        ];
        let days = by_day(entries, Narrowed::default(), &zone);
        // Half past midnight in Paris: the day after.
        let day = &days[&"2026-11-24".parse().expect("a day")];
        assert_eq!(day.len(), 2);
        assert_eq!(
            (day[0].channels.len(), day[0].state, day[0].movable),
            (2, StateName::Failed, false)
        );
        assert!(day[1].movable);
    }
}
