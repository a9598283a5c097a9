//! Where in the calendar one is: all of it is in the address.

use channels::publication::StateName;
use jiff::civil::Date;
use publishing::calendar::{Key, Narrowed, Shown};
use serde::Deserialize;
use strategy::Format;

use super::grid::View;

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// `month`, `week`, `day`, `list` or `ideas`.
    #[serde(default)]
    view: String,
    /// A day of it; today when not said.
    #[serde(default)]
    date: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    campaign: String,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    author: String,
    /// `none` hides holidays and the like.
    #[serde(default)]
    days: String,
    /// `none` hides the ideas beside the calendar.
    #[serde(default)]
    ideas: String,
    /// `all` shows the night too.
    #[serde(default)]
    hours: String,
    /// Shows boxes to choose several posts with.
    #[serde(default)]
    choose: String,
    /// Of a list: begins at this hour of the day.
    #[serde(default)]
    hour: String,
    /// Of a list: goes on after this (microseconds and id).
    #[serde(default)]
    after: String,
}

/// Where one is.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub view: View,
    pub date: Date,
    pub narrowed: Narrowed,
    pub without_days: bool,
    pub without_ideas: bool,
    pub every_hour: bool,
    pub choosing: bool,
}

impl Asked {
    /// The place that is asked for; what makes no sense is left out.
    pub fn place(&self, today: Date) -> Place {
        // Years that calendars and grids hold with room on both sides.
        let date = self.date.parse::<Date>().ok().filter(|date| (1..=9000).contains(&date.year()));
        let shown = match self.state.as_str() {
            "draft" => Some(Shown::Drafts),
            "asked" => Some(Shown::Asked),
            other => StateName::ALL
                .iter()
                .find(|state| state.as_str() == other)
                .map(|state| Shown::State(*state)),
        };
        let view = View::read(&self.view);
        Place {
            view,
            date: date.unwrap_or(today),
            narrowed: Narrowed {
                channel: self.channel.parse().ok(),
                campaign: self.campaign.parse().ok(),
                topic: self.topic.parse().ok(),
                format: Format::ALL.iter().copied().find(|format| format.as_str() == self.format),
                shown,
                author: self.author.parse().ok(),
            },
            without_days: self.days == "none",
            without_ideas: self.ideas == "none",
            every_hour: self.hours == "all",
            choosing: !self.choose.is_empty(),
        }
    }

    /// Of a list: the hour it begins at.
    pub fn hour(&self) -> i8 {
        self.hour.parse().ok().filter(|hour| (0..24).contains(hour)).unwrap_or(0)
    }

    /// Of a list: the last one seen.
    pub fn after(&self) -> Option<Key> {
        let (at, id) = self.after.split_once('_')?;
        let at = jiff::Timestamp::from_microsecond(at.parse().ok()?).ok()?;
        Some((at, id.parse().ok()?))
    }
}

impl Place {
    /// A place like this one on a day, with nothing else.
    pub fn at(view: View, date: Date) -> Self {
        Self {
            view,
            date,
            narrowed: Narrowed::default(),
            without_days: false,
            without_ideas: false,
            every_hour: false,
            choosing: false,
        }
    }

    /// Its path in the brand.
    pub fn path(&self) -> String {
        let mut path = format!("calendar?view={}&date={}", self.view.name(), self.date);
        for (name, value) in self.filters() {
            path += &format!("&{name}={value}");
        }
        path
    }

    /// All that the address says beside the view and the date.
    pub fn filters(&self) -> Vec<(&'static str, String)> {
        let narrowed = &self.narrowed;
        let mut all = Vec::new();
        let mut add = |name, value: Option<String>| all.extend(value.map(|value| (name, value)));
        add("channel", narrowed.channel.map(|id| id.to_string()));
        add("campaign", narrowed.campaign.map(|id| id.to_string()));
        add("topic", narrowed.topic.map(|id| id.to_string()));
        add("format", narrowed.format.map(|format| format.to_string()));
        add("state", narrowed.shown.map(state_name));
        add("author", narrowed.author.map(|id| id.to_string()));
        add("days", self.without_days.then(|| "none".to_owned()));
        add("ideas", self.without_ideas.then(|| "none".to_owned()));
        add("hours", self.every_hour.then(|| "all".to_owned()));
        add("choose", self.choosing.then(|| "yes".to_owned()));
        all
    }

    /// The same place, looked at otherwise.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut place = self.clone();
        change(&mut place);
        place
    }
}

/// A state as the address says it.
pub(super) fn state_name(shown: Shown) -> String {
    match shown {
        Shown::Drafts => "draft".to_owned(),
        Shown::Asked => "asked".to_owned(),
        Shown::State(state) => state.to_string(),
    }
}
