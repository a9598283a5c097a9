//! Watching for negative bursts: recurring work, and how it stands for a page.

use database::{Database, Error, Tx};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Lapse, Timestamp};
use platform::activity::{self, Subject};
use platform::{Actor, Brand, Right};
use primitives::Id;
use serde_json::json;

use super::alert::{Alert, AlertState};
use super::burst::{Basis, EARLY_DAYS, Prediction, Span, WEEKS};
use super::store::{self, counting};
use super::{CrisisError, CrisisSetting, notice};

/// A burst that stops for so long is over; what comes after it is another.
const QUIET: SignedDuration = SignedDuration::from_hours(6);
/// An alert that nobody looked at closes so long after its burst.
const STALE: SignedDuration = SignedDuration::from_hours(24);
/// For so long the hour before is looked at too: its last messages may just have come.
const LATE: SignedDuration = SignedDuration::from_mins(15);

/// How an hour or a day stands against its past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// An hour, or a day.
    pub span: Span,
    /// Its beginning.
    pub from: Timestamp,
    /// Its end.
    pub to: Timestamp,
    /// Negative messages in it so far.
    pub seen: i64,
    /// What its past predicts; nothing while there is too little of it.
    pub prediction: Option<Prediction>,
}

/// How a brand is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watching {
    /// Since when its messages are read here.
    pub since: Option<Timestamp>,
    /// The hour that runs.
    pub hour: Watched,
    /// The day that runs.
    pub day: Watched,
}

/// An hour or a day of the brand's clock.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    span: Span,
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
}

impl Slot {
    pub(super) fn holding(span: Span, at: Timestamp, zone: &TimeZone) -> Result<Slot, Error> {
        let here = at.to_zoned(zone.clone());
        Ok(match span {
            Span::Hour => {
                // By instants, so that the hour that comes twice is two hours.
                let past = i64::from(here.minute()) * 60 + i64::from(here.second());
                let whole = at.as_second() - past;
                let from = Timestamp::from_second(whole).map_err(odd)?;
                Slot { span, from, to: from + SignedDuration::from_hours(1) }
            }
            Span::Day => {
                let from = here.start_of_day().map_err(odd)?;
                let to = here.tomorrow().and_then(|next| next.start_of_day()).map_err(odd)?;
                Slot { span, from: from.timestamp(), to: to.timestamp() }
            }
        })
    }

    /// The same hour, or day, so many days before.
    fn days_before(&self, days: i64, zone: &TimeZone) -> Result<Slot, Error> {
        let here = self.from.to_zoned(zone.clone());
        let date = here.date().checked_sub(Lapse::new().days(days)).map_err(odd)?;
        let time = match self.span {
            Span::Hour => Time::new(here.hour(), 0, 0, 0).map_err(odd)?,
            Span::Day => Time::midnight(),
        };
        let then = date.to_datetime(time).to_zoned(zone.clone()).map_err(odd)?;
        Slot::holding(self.span, then.timestamp(), zone)
    }

    fn before(&self, zone: &TimeZone) -> Result<Slot, Error> {
        Slot::holding(self.span, self.from - SignedDuration::from_secs(1), zone)
    }

    /// Where its prediction would be read from, as far as the brand was read by then.
    pub(super) fn past(
        &self,
        since: Option<Timestamp>,
        zone: &TimeZone,
    ) -> Result<Option<(Basis, Vec<Slot>)>, Error> {
        let weeks: Vec<i64> = (1..=WEEKS as i64).map(|week| week * 7).collect();
        let days: Vec<i64> = (1..=EARLY_DAYS as i64).collect();
        for (basis, back) in [(Basis::Measured, weeks), (Basis::Early, days)] {
            let slots: Result<Vec<Slot>, Error> =
                back.into_iter().map(|days| self.days_before(days, zone)).collect();
            let slots = slots?;
            if slots.iter().all(|slot| since.is_some_and(|since| since <= slot.from)) {
                return Ok(Some((basis, slots)));
            }
        }
        Ok(None)
    }
}

fn odd(error: jiff::Error) -> Error {
    Error::other(error.to_string())
}

async fn predict(
    brand: Id<Brand>,
    slot: Slot,
    since: Option<Timestamp>,
    zone: &TimeZone,
    tx: &mut Tx,
) -> Result<Option<Prediction>, Error> {
    let Some((basis, slots)) = slot.past(since, zone)? else { return Ok(None) };
    let mut past = Vec::with_capacity(slots.len());
    for slot in slots {
        past.push(counting::negatives(brand, slot.from, slot.to, tx).await?);
    }
    Ok(Prediction::of(basis, past))
}

/// How the hour and the day that run stand against their past.
///
/// # Errors
/// [`CrisisError`].
pub async fn watched(actor: &Actor, tx: &mut Tx) -> Result<Watching, CrisisError> {
    actor.must(Right::Read)?;
    let brand = actor.brand();
    let zone = zone_of(brand, tx).await?;
    let since = counting::listening_since(brand, tx).await?;
    let hour = stand(brand, Slot::holding(Span::Hour, tx.now(), &zone)?, since, &zone, tx).await?;
    let day = stand(brand, Slot::holding(Span::Day, tx.now(), &zone)?, since, &zone, tx).await?;
    Ok(Watching { since, hour, day })
}

async fn stand(
    brand: Id<Brand>,
    slot: Slot,
    since: Option<Timestamp>,
    zone: &TimeZone,
    tx: &mut Tx,
) -> Result<Watched, Error> {
    let seen = counting::negatives(brand, slot.from, slot.to, tx).await?;
    let prediction = predict(brand, slot, since, zone, tx).await?;
    Ok(Watched { span: slot.span, from: slot.from, to: slot.to, seen, prediction })
}

pub(super) async fn zone_of(brand: Id<Brand>, tx: &mut Tx) -> Result<TimeZone, Error> {
    let brand = Brand::for_system(brand, tx).await?;
    Ok(brand.map_or(TimeZone::UTC, |(brand, _)| brand.zone.time_zone().clone()))
}

/// Looks at every brand in which something negative was said lately: recurring work. How many
/// alerts were raised.
///
/// # Errors
/// What the database met.
pub async fn watch(database: &Database) -> Result<usize, Error> {
    close_stale(database).await?;
    let mut tx = database.read().await?;
    let lately = tx.now() - SignedDuration::from_hours(2);
    let brands = counting::brands_with_some(lately, &mut tx).await?;
    drop(tx);
    let mut raised = 0;
    for brand in brands {
        let mut tx = database.read().await?;
        let setting = CrisisSetting::of_brand(brand, &mut tx).await?;
        if setting.watching && !bursts(brand, &mut tx).await?.is_empty() {
            drop(tx);
            raised += look(brand, database).await?;
        }
    }
    Ok(raised)
}

/// The bursts that run in a brand, the shortest first.
async fn bursts(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Watched>, Error> {
    let zone = zone_of(brand, tx).await?;
    let now = tx.now();
    let hour = Slot::holding(Span::Hour, now, &zone)?;
    let mut slots = vec![hour];
    if now.duration_since(hour.from) < LATE {
        slots.push(hour.before(&zone)?);
    }
    slots.push(Slot::holding(Span::Day, now, &zone)?);
    let since = counting::listening_since(brand, tx).await?;
    let mut found = Vec::new();
    for slot in slots {
        let watched = stand(brand, slot, since, &zone, tx).await?;
        if watched.prediction.as_ref().is_some_and(|past| past.is_burst(watched.seen)) {
            found.push(watched);
        }
    }
    Ok(found)
}

/// Tells the bursts that run, each once: looked at again with the brand held, so that several
/// instances raise one alert.
async fn look(brand: Id<Brand>, database: &Database) -> Result<usize, Error> {
    let mut tx = database.begin().await?;
    store::hold_brand(brand, &mut tx).await?;
    let mut raised = 0;
    let runs = store::running(brand, &mut tx).await?.iter().any(|crisis| !crisis.rehearsal);
    for burst in bursts(brand, &mut tx).await? {
        // The day of an hour that was told is told with it.
        let since = match burst.span {
            Span::Hour => tx.now() - QUIET,
            Span::Day => burst.from,
        };
        match store::alerts::lately(brand, since, &mut tx).await? {
            Some(told) if burst.span == Span::Hour || told.span == Span::Day => {
                store::alerts::goes_on(told.id, burst.span, burst.from, burst.seen, &mut tx)
                    .await?;
            }
            Some(_) => {}
            // Its messages are in the room of the crisis already.
            None if runs => {}
            None => raised += usize::from(raise(brand, burst, &mut tx).await?),
        }
    }
    tx.commit().await?;
    Ok(raised)
}

async fn raise(brand: Id<Brand>, burst: Watched, tx: &mut Tx) -> Result<bool, Error> {
    let Some(prediction) = burst.prediction else { return Ok(false) };
    let alert = Alert {
        id: tx.new_id(),
        brand,
        span: burst.span,
        from: burst.from,
        to: burst.to,
        seen: burst.seen,
        prediction,
        raised_at: tx.now(),
        last_at: tx.now(),
        state: AlertState::Open,
        closed_by: None,
        closed_at: None,
        crisis: None,
    };
    if !store::alerts::insert(&alert, tx).await? {
        return Ok(false);
    }
    let system = Actor::system(brand);
    let subject = Subject::new("crisis_alert", alert.id);
    let data = json!({ "messages": alert.seen, "usual": alert.prediction.most });
    activity::record(tx, &system, "crisis.alert_raised", subject, data).await?;
    notice::of_alert(&alert, tx).await?;
    tracing::warn!(brand = %brand, messages = alert.seen, "a negative burst raised an alert");
    Ok(true)
}

async fn close_stale(database: &Database) -> Result<(), Error> {
    let mut tx = database.read().await?;
    let before = tx.now() - STALE;
    if store::alerts::stale(before, &mut tx).await?.is_empty() {
        return Ok(());
    }
    drop(tx);
    let mut tx = database.begin().await?;
    for alert in store::alerts::stale(before, &mut tx).await? {
        store::alerts::close(alert.id, AlertState::Closed, None, None, &mut tx).await?;
        let system = Actor::system(alert.brand);
        let settled = alert.settled("crisis.alert_closed", &system, &mut tx).await;
        settled.map_err(|error| Error::other(error.to_string()))?;
    }
    tx.commit().await
}
