//! Reads what a view shows, and nothing else.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::Response;
use database::Tx;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use platform::membership::Membership;
use publishing::Campaign;
use publishing::calendar::{self, Cell, agenda, cells, ideas};
use publishing::holidays::{self, Choice};
use strategy::Topic;

use super::grid::View;
use super::page::{CalendarPage, Known, Shown};
use super::place::{Asked, Place};
use crate::areas::posts::problems;
use crate::{InBrand, Refusal};

/// How many lines a page of the list holds.
const LINES: i64 = 60;
/// How many ideas are shown beside the calendar.
const BESIDE: i64 = 30;
/// How many ideas the phone's own view shows.
const ALONE: i64 = 100;

/// The calendar.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let words = here.words();
    let today = words.now().map(|now| words.local(now).date()).unwrap_or_default();
    let place = asked.place(today);
    let zone = here.brand.zone.time_zone().clone();
    let mut tx = here.read().await?;
    let known = known(&here, &mut tx).await?;
    let shown = match place.view {
        View::Month => month(&place, &zone, &here, &mut tx).await?,
        View::Week | View::Day => hours(&place, &zone, &here, &mut tx).await?,
        View::List => list(&place, &asked, &zone, &here, &mut tx).await?,
        View::Ideas => Shown::Ideas,
    };
    let most = if place.view == View::Ideas { ALONE } else { BESIDE };
    let beside = if place.without_ideas && place.view != View::Ideas {
        Vec::new()
    } else {
        ideas(&place.narrowed, most, &here.actor, &mut tx).await.map_err(problems::of_calendar)?
    };
    let moments = if place.without_days || place.view == View::Ideas {
        BTreeMap::new()
    } else {
        moments(&place, &zone, &here, &mut tx).await?
    };
    let held = calendar::held_count(&here.actor, &mut tx).await.map_err(problems::of_calendar)?;
    drop(tx);
    let page = CalendarPage { place, today, shown, ideas: beside, moments, known, held };
    Ok(here.show(&page))
}

/// What filters and chips name.
pub(super) async fn known(here: &InBrand, tx: &mut Tx) -> Result<Known, Refusal> {
    let channels =
        channels::Channel::for_posts(&here.actor, tx).await.map_err(problems::of_channel)?;
    let paused = channels.iter().filter(|channel| channel.paused_at.is_some());
    let paused = paused.map(|channel| channel.id).collect();
    let channels = load_channels_of(here, &channels);
    let topics = Topic::all(&here.actor, tx).await.map_err(super::words::of_topic)?;
    let topics = topics.into_iter().filter(|topic| !topic.archived).map(|t| (t.id, t.name));
    let campaigns = Campaign::all(&here.actor, tx).await.map_err(super::words::of_campaign)?;
    let campaigns = campaigns.into_iter().filter(|c| !c.archived).map(|c| (c.id, c.name));
    let team = Membership::of_brand(&here.actor, tx).await.unwrap_or_default();
    let team = team.into_iter().map(|member| (member.teammate, member.name.to_string()));
    Ok(Known {
        channels,
        paused,
        topics: topics.collect(),
        campaigns: campaigns.collect(),
        team: team.collect(),
    })
}

fn load_channels_of(
    here: &InBrand,
    channels: &[channels::Channel],
) -> Vec<crate::areas::posts::shown::ShownChannel> {
    let connectors = &here.house.kit.connectors;
    let shown = crate::areas::posts::shown::ShownChannel::of;
    channels.iter().map(|channel| shown(channel, connectors)).collect()
}

/// The instant at which a clock reading of the zone begins.
pub(super) fn begins(day: Date, hour: i8, zone: &TimeZone) -> Option<Timestamp> {
    let local =
        if hour >= 24 { day.tomorrow().ok()?.at(0, 0, 0, 0) } else { day.at(hour, 0, 0, 0) };
    zone.to_ambiguous_timestamp(local).compatible().ok()
}

async fn month(
    place: &Place,
    zone: &TimeZone,
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Shown, Refusal> {
    let days = place.view.days(place.date);
    let stretch = |day: &Date| Some((begins(*day, 0, zone)?, begins(*day, 24, zone)?));
    let stretches: Option<Vec<_>> = days.iter().map(stretch).collect();
    let stretches = stretches.ok_or(Refusal::Malformed)?;
    // However full the month, the page stays light.
    let most = |total: i64| if total > 60 { 2 } else { 3 };
    let found = cells(&stretches, most, &place.narrowed, &here.actor, tx).await;
    let found = found.map_err(problems::of_calendar)?;
    Ok(Shown::Month(days.into_iter().zip(found).collect()))
}

async fn hours(
    place: &Place,
    zone: &TimeZone,
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Shown, Refusal> {
    let days = place.view.days(place.date);
    let mut stretches = Vec::with_capacity(days.len() * 24);
    for day in &days {
        for hour in 0..24 {
            let (from, to) = (begins(*day, hour, zone), begins(*day, hour + 1, zone));
            // Hours that a change of clocks skips hold nothing.
            let (from, to) = (from.ok_or(Refusal::Malformed)?, to.ok_or(Refusal::Malformed)?);
            stretches.push((from, to.max(from)));
        }
    }
    let wide = place.view == View::Day;
    let most = move |total: i64| match total {
        _ if wide => 12,
        ..=150 => 4,
        151..=400 => 2,
        _ => 1,
    };
    let found = cells(&stretches, most, &place.narrowed, &here.actor, tx).await;
    let mut found = found.map_err(problems::of_calendar)?.into_iter();
    let days = days.into_iter().map(|day| (day, found.by_ref().take(24).collect::<Vec<Cell>>()));
    Ok(Shown::Hours(days.collect()))
}

async fn list(
    place: &Place,
    asked: &Asked,
    zone: &TimeZone,
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Shown, Refusal> {
    let from = begins(place.date, asked.hour(), zone).ok_or(Refusal::Malformed)?;
    let after = asked.after();
    let narrowed = &place.narrowed;
    let found = agenda(from, None, after, LINES + 1, narrowed, &here.actor, tx).await;
    let mut found = found.map_err(problems::of_calendar)?;
    let more = found.len() > LINES as usize;
    found.truncate(LINES as usize);
    let on = found.last().filter(|_| more).map(|last| {
        let (at, id) = last.key();
        format!("{}&after={}_{id}", place.path(), at.as_microsecond())
    });
    Ok(Shown::List { lines: found, on, goes_on: after.is_some() })
}

async fn moments(
    place: &Place,
    zone: &TimeZone,
    here: &InBrand,
    tx: &mut Tx,
) -> Result<BTreeMap<Date, Vec<holidays::Moment>>, Refusal> {
    let choice = Choice::of(&here.actor, tx).await.map_err(super::words::of_holidays)?;
    let days = place.view.days(place.date);
    let from = days.first().copied().unwrap_or(place.date);
    let to = days.last().copied().or_else(|| from.checked_add(3.months()).ok()).unwrap_or(from);
    let mut all: BTreeMap<Date, Vec<_>> = BTreeMap::new();
    for moment in holidays::between(from, to, &choice.families, zone) {
        all.entry(moment.day).or_default().push(moment);
    }
    Ok(all)
}
