//! Campaigns in words.

use jiff::civil::Date;
use maud::{Markup, html};
use measurement::campaign::CampaignFiguresError;
use publishing::Campaign;
use publishing::campaign::{CampaignError, Standing, Step};

use crate::areas::posts::problems;
use crate::parts::badge;
use crate::words::{Words, args};
use crate::{Form, Refusal};

impl From<CampaignFiguresError> for Refusal {
    fn from(error: CampaignFiguresError) -> Self {
        match error {
            CampaignFiguresError::NotAllowed(error) => error.into(),
            CampaignFiguresError::Database(error) => error.into(),
        }
    }
}

/// Puts what a verb refused beside its field; a refusal where it is no field's fault.
pub(super) fn refuse(error: CampaignError, form: &mut Form, words: &Words) -> Result<(), Refusal> {
    let (field, key) = match error {
        CampaignError::Name => ("name", "campaigns-problem-name"),
        CampaignError::NameTaken => ("name", "campaigns-problem-name-taken"),
        CampaignError::About => ("about", "campaigns-problem-about"),
        CampaignError::Colour => ("colour", "campaigns-problem-colour"),
        CampaignError::EndsBeforeItStarts => ("ends", "campaigns-problem-ends"),
        CampaignError::DayOutside => ("day", "campaigns-problem-day"),
        CampaignError::Brief => ("brief", "campaigns-problem-brief"),
        CampaignError::StepTime => ("days", "campaigns-problem-step-time"),
        CampaignError::NoDay => ("day", "campaigns-problem-no-day"),
        other => return Err(of(other)),
    };
    form.refuse(field, words.t(key));
    Ok(())
}

/// A refusal, where no form can say it better.
pub(super) fn of(error: CampaignError) -> Refusal {
    match error {
        CampaignError::NotFound | CampaignError::NoSuchStep => Refusal::NotFound,
        CampaignError::NotAllowed(error) => error.into(),
        CampaignError::Database(error) => error.into(),
        CampaignError::Post(publishing::post::EditError::Post(error)) => problems::of_post(error),
        CampaignError::Schedule(publishing::post::ScheduleError::Post(error)) => {
            problems::of_post(error)
        }
        CampaignError::Post(publishing::post::EditError::Conflict(_)) => Refusal::Stale,
        _ => Refusal::Malformed,
    }
}

/// Today, by the brand's clock.
pub(super) fn today(words: &Words) -> Date {
    words.now().map_or(Date::MIN, |now| words.local(now).date())
}

/// Where a campaign stands: « En cours ».
pub(super) fn standing(words: &Words, campaign: &Campaign) -> Markup {
    let (key, tone) = match campaign.standing(today(words)) {
        Standing::Undated => ("undated", ""),
        Standing::ToCome => ("to-come", "info"),
        Standing::On => ("on", "success"),
        Standing::Over => ("over", ""),
        Standing::PutAway => ("put-away", ""),
    };
    badge(&words.t(&format!("campaigns-standing-{key}")), tone)
}

/// Its dates: « du 1 au 20 décembre, jour J le 15 décembre ».
pub(super) fn dates(words: &Words, campaign: &Campaign) -> String {
    let span =
        match (campaign.starts_on, campaign.ends_on) {
            (Some(from), Some(to)) => Some(words.tn(
                "campaigns-dates-between",
                args![from => words.date(from), to => words.date(to)],
            )),
            (Some(from), None) => {
                Some(words.tn("campaigns-dates-from", args![from => words.date(from)]))
            }
            (None, Some(to)) => Some(words.tn("campaigns-dates-to", args![to => words.date(to)])),
            (None, None) => None,
        };
    let kind = campaign.kind.as_str();
    let day = campaign
        .day
        .map(|day| words.tn(&format!("campaigns-day-is-{kind}"), args![day => words.date(day)]));
    match (span, day) {
        (Some(span), Some(day)) => format!("{span} · {day}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => words.t("campaigns-no-dates"),
    }
}

/// When a step is, beside the campaign's day: « J-14 », « Jour J », « J+3 ».
pub(super) fn offset(words: &Words, days: i64) -> String {
    match days {
        0 => words.t("campaigns-offset-day"),
        before if before < 0 => {
            words.tn("campaigns-offset-before", args![count => before.unsigned_abs().to_string()])
        }
        after => words.tn("campaigns-offset-after", args![count => after.to_string()]),
    }
}

/// The date and time of a step, where the campaign has a day.
pub(super) fn when(words: &Words, step: &Step, day: Option<Date>) -> String {
    let zone = words.zone().iana_name().unwrap_or("UTC");
    let clock = jiff::civil::time(
        i8::try_from(step.minute / 60).unwrap_or_default(),
        i8::try_from(step.minute % 60).unwrap_or_default(),
        0,
        0,
    );
    match day.and_then(|day| step.due(day, zone)) {
        Some(due) => words.moment(due.at),
        None => words.time(clock),
    }
}

/// A spot of the campaign's colour.
pub(super) fn spot(colour: &str) -> Markup {
    html! {
        svg.spot viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" {
            circle cx="6" cy="6" r="6" fill=(colour) {}
        }
    }
}
