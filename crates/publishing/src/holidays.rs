//! Days that a team writes about: public holidays, feasts, sales, world days.
//!
//! A [`Moment`] is one such day of one year. Every one is computed by a rule, for any year, and
//! each rule says where it comes from ([`Marker::source`]): nothing here is a list of dates.
//! French Days and the like are left out: merchants agree on them each year, there is no rule.
//!
//! To add one: its line in `holidays/table.rs`, and its name in both languages under
//! `moment-KEY`.

mod choice;
mod store;
mod table;

use database::text_enum;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

pub use choice::{Choice, HolidaysError};
pub use primitives::days::Rule;
pub use table::MARKERS;

text_enum! {
    /// What kind of day it is; a brand chooses which kinds it sees.
    pub enum Family {
        /// Public holidays of France.
        Public => "public",
        /// Those that only Alsace and Moselle have.
        AlsaceMoselle => "alsace_moselle",
        /// Feasts and traditions.
        Feasts => "feasts",
        /// Sales and other days of trade.
        Trade => "trade",
        /// Culture and the life of towns.
        Culture => "culture",
        /// World days, and causes.
        WorldDays => "world_days",
        /// Changes of clocks, in the brand's zone.
        Clocks => "clocks",
    }
}

impl Family {
    /// What a brand sees until it chooses.
    pub const USUAL: &[Family] =
        &[Family::Public, Family::Feasts, Family::Trade, Family::Culture, Family::Clocks];
}

/// A day that comes every year.
#[derive(Debug, Clone, Copy)]
pub struct Marker {
    /// Its name in the words: `moment-KEY`.
    pub key: &'static str,
    /// What kind of day it is.
    pub family: Family,
    /// How it is found.
    pub rule: Rule,
    /// How many days it lasts.
    pub lasts: i16,
    /// The law, decision or custom that the rule is.
    pub source: &'static str,
}

/// A day worth writing about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day, or the first one.
    pub day: Date,
    /// The last day; `day` itself when it lasts one.
    pub until: Date,
    /// Its name in the words: `moment-KEY`.
    pub key: &'static str,
    /// What kind of day it is.
    pub family: Family,
}

/// The days that begin in `[from, to]`, in order, of the families asked for.
pub fn between(from: Date, to: Date, families: &[Family], zone: &TimeZone) -> Vec<Moment> {
    let mut found = Vec::new();
    for year in from.year()..=to.year() {
        let wanted = MARKERS.iter().filter(|marker| families.contains(&marker.family));
        found.extend(wanted.filter_map(|marker| marker.in_year(year)));
        if families.contains(&Family::Clocks) {
            found.extend(changes_of_clocks(year, zone));
        }
    }
    found.retain(|moment| from <= moment.day && moment.day <= to);
    found.sort_by_key(|moment| (moment.day, moment.family as u8, moment.key));
    found
}

impl Marker {
    /// That day of a year.
    pub fn in_year(&self, year: i16) -> Option<Moment> {
        let day = self.rule.in_year(year)?;
        let until = day.checked_add(i32::from(self.lasts - 1).days()).ok()?;
        Some(Moment { day, until, key: self.key, family: self.family })
    }
}

/// The marker of that name.
pub fn marker(key: &str) -> Option<&'static Marker> {
    MARKERS.iter().find(|marker| marker.key == key)
}

/// The changes of clocks of a year, as the zone's rules have them.
fn changes_of_clocks(year: i16, zone: &TimeZone) -> Vec<Moment> {
    let first = Date::new(year, 1, 1).and_then(|day| day.to_zoned(TimeZone::UTC));
    let Ok(first) = first.map(|day| day.timestamp()) else { return Vec::new() };
    let offset = |at: Timestamp| zone.to_offset(at);
    let second = jiff::SignedDuration::from_secs(1);
    zone.following(first)
        .take(4)
        .filter_map(|change| {
            let at = change.timestamp();
            let (before, after) = (offset(at - second), offset(at));
            let day = zone.to_datetime(at).date();
            let key = match before.cmp(&after) {
                std::cmp::Ordering::Less => "clocks-forward",
                std::cmp::Ordering::Greater => "clocks-back",
                // A change of name alone.
                std::cmp::Ordering::Equal => return None,
            };
            Some(Moment { day, until: day, key, family: Family::Clocks })
        })
        .filter(|moment| moment.day.year() == year)
        .collect()
}
