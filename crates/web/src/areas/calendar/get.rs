use axum::extract::Query;
use axum::response::Response;
use channels::publication::StateName;
use jiff::ToSpan;
use jiff::civil::Date;
use publishing::calendar;
use serde::Deserialize;

use super::grid::View;
use super::group::{Narrowed, by_day};
use super::page::CalendarPage;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::problems;
use crate::{InBrand, Refusal};

/// What is looked at.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// `month`, `week` or `day`.
    #[serde(default)]
    view: String,
    /// A day of it; today when not said.
    #[serde(default)]
    date: String,
    /// Only this channel.
    #[serde(default)]
    channel: String,
    /// Only this state.
    #[serde(default)]
    state: String,
}

/// The calendar.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let words = here.words();
    let zone = here.brand.zone.time_zone();
    let today = words.now().map(|now| words.local(now).date()).unwrap_or_default();
    let view = View::read(&asked.view);
    // Years that calendars and grids hold with room on both sides.
    let date = asked.date.parse::<Date>().ok().filter(|date| (1..=9000).contains(&date.year()));
    let date = date.unwrap_or(today);
    let days = view.days(date);
    let narrowed = Narrowed {
        channel: asked.channel.parse().ok(),
        state: StateName::ALL.iter().copied().find(|state| state.as_str() == asked.state),
    };
    let instant = |day: Date| day.to_zoned(zone.clone()).map(|at| at.timestamp());
    let first = days.first().copied().unwrap_or(date);
    let after = days.last().copied().unwrap_or(date).checked_add(1.day()).unwrap_or(date);
    let (Ok(from), Ok(to)) = (instant(first), instant(after)) else {
        return Err(Refusal::Malformed);
    };
    let mut tx = here.read().await?;
    let entries = calendar::entries(from, to, &here.actor, &mut tx).await;
    let entries = entries.map_err(problems::of_calendar)?;
    let channels = load_channels(&here, &mut tx).await?;
    drop(tx);
    let found = by_day(entries, narrowed, zone);
    Ok(here.show(&CalendarPage { view, date, today, days, found, channels, narrowed }))
}
