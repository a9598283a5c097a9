//! Days, times and lengths of time: « lundi 23 novembre à 9 h », « il y a 2 heures ».

use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Timestamp, Zoned};
use primitives::Language;

use super::{Words, args};

const HARD: char = '\u{a0}';

impl Words {
    /// An instant as it reads on a wall of the zone.
    pub fn local(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }

    /// A day and a time: « lundi 23 novembre à 9 h », with the year when it is not this one.
    pub fn moment(&self, at: Timestamp) -> String {
        let local = self.local(at);
        self.tn(
            "time-moment",
            args![day => self.day(local.date()), time => self.time(local.time())],
        )
    }

    /// A day and a time, short: « 23 nov. à 9 h ».
    pub fn short_moment(&self, at: Timestamp) -> String {
        let local = self.local(at);
        let (day, time) = (self.short_day(local.date()), self.time(local.time()));
        self.tn("time-moment", args![day => day, time => time])
    }

    /// A day: « lundi 23 novembre », with the year when it is not this one.
    pub fn day(&self, day: Date) -> String {
        let weekday = self.weekday(day.weekday());
        let rest = self.date(day);
        match self.language {
            Language::Fr | Language::En => format!("{weekday} {rest}"),
        }
    }

    /// A date: « 23 novembre », with the year when it is not this one.
    pub fn date(&self, day: Date) -> String {
        let number = self.day_number(day);
        let month = self.month(day.month());
        if self.goes_without_year(day) {
            format!("{number}{HARD}{month}")
        } else {
            format!("{number}{HARD}{month} {}", day.year())
        }
    }

    /// A date, short: « 23 nov. », with the year when it is not this one.
    pub fn short_day(&self, day: Date) -> String {
        let number = self.day_number(day);
        let month = self.t(&format!("time-month-short-{}", day.month()));
        if self.goes_without_year(day) {
            format!("{number}{HARD}{month}")
        } else {
            format!("{number}{HARD}{month} {}", day.year())
        }
    }

    /// A month of a year: « novembre 2026 ».
    pub fn month_of(&self, day: Date) -> String {
        format!("{} {}", self.month(day.month()), day.year())
    }

    /// A month's name, 1 to 12: « novembre ».
    pub fn month(&self, month: i8) -> String {
        self.t(&format!("time-month-{month}"))
    }

    /// A weekday's name: « lundi ».
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.t(&format!("time-weekday-{}", weekday.to_monday_one_offset()))
    }

    /// A weekday's name, short: « lun. ».
    pub fn short_weekday(&self, weekday: Weekday) -> String {
        self.t(&format!("time-weekday-short-{}", weekday.to_monday_one_offset()))
    }

    /// A time of day: « 9 h », « 9 h 05 », “9:05”.
    pub fn time(&self, time: Time) -> String {
        match (self.language, time.minute()) {
            (Language::Fr, 0) => format!("{}{HARD}h", time.hour()),
            (Language::Fr, minute) => format!("{}{HARD}h{HARD}{minute:02}", time.hour()),
            (Language::En, minute) => format!("{}:{minute:02}", time.hour()),
        }
    }

    /// The time of day of an instant: « 9 h 05 ».
    pub fn time_of(&self, at: Timestamp) -> String {
        self.time(self.local(at).time())
    }

    /// How far an instant is, counted from now: « il y a 2 heures », « demain à 9 h ». Beyond two
    /// days, or where now is not known, the moment itself.
    pub fn relative(&self, at: Timestamp) -> String {
        let Some(now) = self.now else { return self.moment(at) };
        let apart = at.duration_since(now);
        if apart.abs() < SignedDuration::from_mins(1) {
            return self.t("time-now");
        }
        let (today, day) = (self.local(now).date(), self.local(at).date());
        let ahead = apart.is_positive();
        if apart.abs() < SignedDuration::from_hours(12) {
            let length = self.length(apart.abs());
            let key = if ahead { "time-in" } else { "time-ago" };
            return self.tn(key, args![length => length]);
        }
        let time = self.time_of(at);
        if day == today {
            return self.tn("time-today", args![time => time]);
        }
        if today.tomorrow().is_ok_and(|tomorrow| tomorrow == day) {
            return self.tn("time-tomorrow", args![time => time]);
        }
        if today.yesterday().is_ok_and(|yesterday| yesterday == day) {
            return self.tn("time-yesterday", args![time => time]);
        }
        self.moment(at)
    }

    /// A length of time in its largest unit: « 2 heures », « 40 minutes », « 3 jours ».
    pub fn length(&self, length: SignedDuration) -> String {
        let minutes = (length.as_secs() + 30) / 60;
        if length.as_secs() < 60 {
            self.tn("time-seconds", args![count => length.as_secs()])
        } else if minutes < 60 {
            self.tn("time-minutes", args![count => minutes])
        } else if minutes < 48 * 60 {
            self.tn("time-hours", args![count => (minutes + 30) / 60])
        } else {
            self.tn("time-days", args![count => (minutes + 720) / 1440])
        }
    }

    fn day_number(&self, day: Date) -> String {
        match (self.language, day.day()) {
            (Language::Fr, 1) => "1er".to_owned(),
            (_, number) => number.to_string(),
        }
    }

    fn goes_without_year(&self, day: Date) -> bool {
        self.now.is_some_and(|now| self.local(now).year() == day.year())
    }
}
