//! The calendar as calendar programs read it (RFC 5545), by its secret address.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use channels::publication::StateName;
use database::Tx;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use icalendar::{Calendar, Component, Event, EventStatus, Parameter, Property};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use platform::{Actor, Brand, Secret};
use publishing::calendar::{CalendarLink, FeedEntry};
use publishing::holidays::{self, Choice, Moment};
use sha2::{Digest, Sha256};

use super::words::{of_holidays, of_link};
use crate::areas::posts::shown::{headline, state_key};
use crate::security::Visitor;
use crate::words::{Words, args};
use crate::{House, Refusal};

/// How far back it reaches.
const BEHIND: SignedDuration = SignedDuration::from_hours(24 * 90);
/// How far ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 400);
/// How long a post is drawn, in minutes.
const LENGTH: i64 = 15;

/// The calendar, or nothing where the address opens none.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    house.limits.read_calendar(visitor.address)?;
    let mut tx = house.database().read().await?;
    let opened = CalendarLink::opened_by(&Secret::received(token), &mut tx).await?;
    let (reader, with_days) = opened.ok_or(Refusal::NotFound)?;
    let span = (tx.now() - BEHIND, tx.now() + AHEAD);
    let base = &house.settings.base_url;
    let written = written(span, with_days, Some(base), &reader, &mut tx).await?;
    drop(tx);
    Ok(answer(written, &headers))
}

/// What is planned and was published in a span, in the brand's language; `base` is the public
/// address that posts lead to, where it is known.
pub(crate) async fn written(
    (from, to): (Timestamp, Timestamp),
    with_days: bool,
    base: Option<&str>,
    reader: &Actor,
    tx: &mut Tx,
) -> Result<String, Refusal> {
    let brand = Brand::of(reader, tx).await?;
    let zone = brand.zone.time_zone();
    let words = Words::new(brand.language).in_zone(zone).at(tx.now());
    let entries = CalendarLink::entries(from, to, reader, tx).await.map_err(of_link)?;
    let mut calendar = Calendar::new();
    calendar.name(&words.tn("calendar-feed-name", args![name => brand.name.as_str()]));
    // Programs that ask for it look again each hour.
    let hour = Parameter::new("VALUE", "DURATION");
    calendar
        .append_property(Property::new("REFRESH-INTERVAL", "PT1H").append_parameter(hour).done());
    calendar.append_property(Property::new("X-PUBLISHED-TTL", "PT1H"));
    for group in entries.chunk_by(|a, b| a.post == b.post && a.at == b.at) {
        let url = base.map(|base| format!("{base}/b/{}/posts/{}", brand.slug, group[0].post));
        calendar.push(of_post(group, url.as_deref(), &words));
    }
    if with_days {
        let choice = Choice::of(reader, tx).await.map_err(of_holidays)?;
        let (from, to) = (zone.to_datetime(from).date(), zone.to_datetime(to).date());
        for moment in holidays::between(from, to, &choice.families, zone) {
            calendar.extend(of_moment(&moment, &words));
        }
    }
    Ok(calendar.done().to_string())
}

fn answer(body: String, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", hex::encode(&Sha256::digest(body.as_bytes())[..12]));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    let known = known.is_some_and(|known| known.split(',').any(|one| one.trim().ends_with(&tag)));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
        (kind, body).into_response()
    };
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=300"));
    response
}

/// One post at one time, whatever the number of its channels.
fn of_post(group: &[FeedEntry], url: Option<&str>, words: &Words) -> Event {
    let first = &group[0];
    let mut networks: Vec<_> = group.iter().map(|entry| entry.network.as_str()).collect();
    networks.dedup();
    let name = headline(&first.text, &words.t("posts-without-words"));
    let states = group.iter().map(|entry| {
        let state = words.t(&format!("state-{}", state_key(entry.state)));
        let link = entry.url.as_deref().map(|url| format!(" {url}")).unwrap_or_default();
        format!("{}\u{a0}: {state}{link}", entry.network)
    });
    let states = states.collect::<Vec<_>>().join("\n");
    let mut about = format!("{}\n\n{states}", first.text.trim());
    if let Some(url) = url {
        about.push_str(&format!("\n\n{url}"));
    }
    let held = group.iter().any(|entry| entry.state == StateName::Held);
    let updated = group.iter().map(|entry| entry.updated_at).max().unwrap_or(first.updated_at);
    let mut event = Event::new();
    event
        // The publication's own id: the same when it moves.
        .uid(&format!("{}@parvis", first.publication))
        .summary(&format!("{name} ({})", networks.join(", ")))
        .description(&about)
        .status(if held { EventStatus::Tentative } else { EventStatus::Confirmed })
        .add_property("DTSTAMP", utc(updated))
        .add_property("LAST-MODIFIED", utc(updated))
        .add_property("DTSTART", utc(first.at))
        .add_property("DTEND", utc(first.at + SignedDuration::from_mins(LENGTH)))
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(url) = url {
        event.url(url);
    }
    event.done()
}

/// A day worth writing about, as a whole day.
fn of_moment(moment: &Moment, words: &Words) -> Option<Event> {
    let after = moment.day.checked_add(1.day()).ok()?;
    let mut event = Event::new();
    let mut whole_day = |name: &str, day: Date| {
        let mut property = Property::new(name, day.strftime("%Y%m%d").to_string());
        property.add_parameter("VALUE", "DATE");
        event.append_property(property.done());
    };
    whole_day("DTSTART", moment.day);
    whole_day("DTEND", after);
    event
        .uid(&format!("{}-{}@parvis", moment.key, moment.day.year()))
        .summary(&words.t(&format!("moment-{}", moment.key)))
        .add_property("DTSTAMP", format!("{}T000000Z", moment.day.strftime("%Y%m%d")))
        .add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}
