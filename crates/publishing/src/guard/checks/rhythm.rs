//! When it appears: the cadence of each channel, and pauses.

use channels::Channel;
use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp};
use strategy::charter::ChannelLine;

use super::super::piece::Piece;
use super::super::{Desk, Fact, Guard};
use super::Findings;

pub(super) fn look(piece: &Piece<'_>, found: &mut Findings<'_>) {
    let desk = found.desk;
    if let Some(pause) = &desk.paused {
        let (since, reason, crisis) = (pause.at, pause.reason.clone(), pause.crisis);
        let fact = Fact::BrandPaused { since, reason, crisis };
        found.add(Guard::Paused, None, fact);
    }
    for channel in desk.channels.iter().filter(|c| piece.post.variant_for(c.id).is_some()) {
        if let Some(since) = channel.paused_at {
            found.add(Guard::Paused, Some(channel.id), Fact::ChannelPaused { since });
        }
        if let (Some(at), Some(line)) = (desk.at, desk.charter.channel(channel.id)) {
            cadence(channel, line, at, found);
        }
    }
}

fn cadence(channel: &Channel, line: &ChannelLine, at: Timestamp, found: &mut Findings<'_>) {
    let desk = found.desk;
    let others = || desk.recent.iter().filter(|one| one.channel == channel.id);
    let day = day_of(at, desk);
    let week = week_of(day);
    if let Some(most) = line.most_per_day {
        let count = others().filter(|one| day_of(one.at, desk) == day).count() as i64 + 1;
        if count > most {
            found.add(Guard::Flooding, Some(channel.id), Fact::TooManyADay { day, count, most });
        }
    }
    if let Some(wanted) = line.per_week {
        let count = others().filter(|one| week_of(day_of(one.at, desk)) == week).count() as i64 + 1;
        if count > wanted {
            found.add(Guard::Flooding, Some(channel.id), Fact::TooManyAWeek { count, wanted });
        }
    }
    if let Some(least) = line.least_gap {
        let gap = |other: Timestamp| at.duration_since(other).abs();
        let nearest = others().min_by_key(|one| gap(one.at));
        if let Some(one) = nearest.filter(|one| gap(one.at) < least) {
            let minutes = |gap: SignedDuration| gap.as_secs() / 60;
            let fact =
                Fact::TooClose { at: one.at, minutes: minutes(gap(one.at)), least: minutes(least) };
            found.add(Guard::Flooding, Some(channel.id), fact);
        }
    }
}

fn day_of(at: Timestamp, desk: &Desk) -> Date {
    at.to_zoned(desk.zone.clone()).date()
}

/// The Monday of its week.
fn week_of(day: Date) -> Date {
    let back = i32::from(day.weekday().since(Weekday::Monday));
    day.checked_sub(jiff::Span::new().days(back)).unwrap_or(day)
}
