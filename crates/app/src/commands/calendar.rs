//! `parvis calendar`: what is planned and what was published, as an agenda.

use std::process::ExitCode;

use channels::Channel;
use clap::Args;
use jiff::ToSpan;
use jiff::civil::Date;
use publishing::calendar::{Narrowed, agenda};
use serde_json::{Value, json};
use web::areas::api::told;
use web::words::{Words, args};

use super::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// How many occasions are read at a time.
const PAGE: i64 = 500;

/// `parvis calendar`.
#[derive(Debug, Args)]
pub struct Asked {
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "MONTH", num_args = 0..=1, default_missing_value = "", group = "span")]
    month: Option<String>,
    #[arg(long, value_name = "DAY", num_args = 0..=1, default_missing_value = "", group = "span")]
    week: Option<String>,
    #[arg(long, value_name = "DAY", num_args = 0..=1, default_missing_value = "", group = "span")]
    day: Option<String>,
    #[arg(long, value_name = "DAY", conflicts_with = "span")]
    from: Option<Date>,
    #[arg(long, value_name = "DAY", conflicts_with = "span")]
    to: Option<Date>,
    #[arg(long, conflicts_with = "json")]
    ics: bool,
}

/// Prints it.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.read().await?;
    let today = desk.words.local(tx.now()).date();
    let (first, last) = asked.days(today)?;
    let from = super::post::begins(first, &desk)?;
    let to = super::post::begins(last.saturating_add(1.day()), &desk)?;
    if asked.ics {
        let base = options.base_url.as_deref().map(|base| base.trim_end_matches('/'));
        let written = told::icalendar((from, to), base, &desk.actor, &mut tx).await;
        print!("{}", written.map_err(|error| desk.no(error))?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut occasions = Vec::new();
    let mut after = None;
    loop {
        let narrowed = Narrowed::default();
        let page = agenda(from, Some(to), after, PAGE, &narrowed, &desk.actor, &mut tx).await;
        let page = page.map_err(|error| desk.no(error))?;
        let full = page.len() as i64 == PAGE;
        after = page.last().map(publishing::calendar::Occasion::key);
        occasions.extend(page);
        if !full {
            break;
        }
    }
    let values: Result<Vec<Value>, _> =
        occasions.into_iter().map(|one| told::occasion(one, desk.words.zone())).collect();
    let values = values.map_err(|error| desk.no(error))?;
    let days = told::days((first, last), &desk.words, &desk.actor, &mut tx).await;
    let days = days.map_err(|error| desk.no(error))?;
    let channels = Channel::all(&desk.actor, &mut tx).await.map_err(|error| desk.no(error))?;
    let whole = json!({ "from": first, "to": last, "occasions": values, "days": days });
    desk.say(&whole, || text((first, last), &values, &days, &channels, &desk));
    Ok(ExitCode::SUCCESS)
}

impl Asked {
    /// The first and the last day asked for; this month when nothing is said.
    fn days(&self, today: Date) -> Result<(Date, Date), Failure> {
        let day = |text: &str| -> Result<Date, Failure> {
            let wrong = |_| Failure::misuse("cli-wrong-day", args![day => text]);
            if text.is_empty() { Ok(today) } else { text.parse().map_err(wrong) }
        };
        if let Some(text) = &self.day {
            let day = day(text)?;
            return Ok((day, day));
        }
        if let Some(text) = &self.week {
            let day = day(text)?;
            let back = i64::from(day.weekday().to_monday_zero_offset());
            let monday: Date = day.saturating_sub(back.days());
            return Ok((monday, monday.saturating_add(6.days())));
        }
        let span = match (self.from, self.to) {
            (Some(from), to) => (from, to.unwrap_or(from.saturating_add(27.days()))),
            (None, Some(to)) => (today.min(to), to),
            (None, None) => {
                let text = self.month.as_deref().unwrap_or_default();
                let text = if text.is_empty() { String::new() } else { format!("{text}-01") };
                let month = day(&text)?;
                (month.first_of_month(), month.last_of_month())
            }
        };
        if span.1 < span.0 || (span.1 - span.0).get_days() > 400 {
            return Err(Failure::misuse("cli-wrong-span", &[]));
        }
        Ok(span)
    }
}

/// Each day that holds something: its name, the holidays, then the posts by time.
fn text(
    (first, last): (Date, Date),
    occasions: &[Value],
    days: &[Value],
    channels: &[Channel],
    desk: &Desk,
) -> String {
    let words = &desk.words;
    let of = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let mut lines = Vec::new();
    let mut day = first;
    while day <= last {
        let date = day.to_string();
        let named: Vec<_> =
            days.iter().filter(|one| of(one, "day") == date).map(|one| of(one, "name")).collect();
        let there: Vec<_> =
            occasions.iter().filter(|one| of(one, "local_time").starts_with(&date)).collect();
        if !named.is_empty() || !there.is_empty() {
            let named =
                if named.is_empty() { String::new() } else { format!(" · {}", named.join(", ")) };
            lines.push(format!("{}{named}", words.day(day)));
        }
        for one in there {
            let time = of(one, "local_time").get(11..16).unwrap_or_default().to_owned();
            let state = told::state(words, &of(one, "state"));
            let ids = one["channels"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let mut names: Vec<_> = ids
                .filter_map(|id| channels.iter().find(|channel| channel.id.to_string() == id))
                .map(|channel| channel.network_name.as_str())
                .collect();
            names.dedup();
            let excerpt = of(one, "excerpt");
            let said = primitives::text::shorten(excerpt.lines().next().unwrap_or_default(), 60);
            lines.push(format!("  {time}  {state:<16}  {:<24}  {said}", names.join(", ")));
        }
        day = match day.tomorrow() {
            Ok(next) => next,
            Err(_) => break,
        };
    }
    if lines.is_empty() {
        return words
            .tn("cli-calendar-none", args![from => words.date(first), to => words.date(last)]);
    }
    lines.join("\n")
}
