//! Errors of the area as refusals, and the names that several of its pages use.

use publishing::calendar::{BulkError, LinkError, WantError, Why};
use publishing::campaign::CampaignError;
use publishing::holidays::HolidaysError;
use strategy::{Format, TopicError};

use crate::Refusal;
use crate::areas::posts::problems;
use crate::words::Words;

pub(super) fn of_topic(error: TopicError) -> Refusal {
    match error {
        TopicError::NotFound => Refusal::NotFound,
        TopicError::NotAllowed(error) => error.into(),
        TopicError::Database(error) => error.into(),
        other => Refusal::fault(other),
    }
}

pub(super) fn of_campaign(error: CampaignError) -> Refusal {
    match error {
        CampaignError::NotFound => Refusal::NotFound,
        CampaignError::NotAllowed(error) => error.into(),
        CampaignError::Database(error) => error.into(),
        other => Refusal::fault(other),
    }
}

pub(super) fn of_holidays(error: HolidaysError) -> Refusal {
    match error {
        HolidaysError::NotAllowed(error) => error.into(),
        HolidaysError::Database(error) => error.into(),
    }
}

pub(super) fn of_link(error: LinkError) -> Refusal {
    match error {
        LinkError::NotAllowed(error) => error.into(),
        LinkError::Sealed(error) => Refusal::fault(error),
        LinkError::Database(error) => error.into(),
    }
}

pub(super) fn of_bulk(error: BulkError) -> Refusal {
    match error {
        BulkError::TooMany => Refusal::TooLarge,
        BulkError::NothingToUndo => Refusal::NotFound,
        BulkError::NoSuchTopic | BulkError::NoSuchCampaign => Refusal::Malformed,
        BulkError::Post(error) => problems::of_post(error),
    }
}

/// Why a draft could not be given that day, in words.
pub(super) fn want_words(error: WantError, words: &Words) -> Result<String, Refusal> {
    Ok(match error {
        WantError::NotADraft => return Err(Refusal::Stale),
        WantError::InThePast => words.t("calendar-day-past"),
        WantError::Time(_) => words.t("posts-when-missing"),
        WantError::Post(error) => return Err(problems::of_post(error)),
    })
}

/// Why a post was left as it is, in words.
pub(crate) fn why_words(why: Why, words: &Words) -> String {
    words.t(match why {
        Why::Gone => "calendar-why-gone",
        Why::NotAllowed => "calendar-why-not-allowed",
        Why::Checked => "calendar-why-checked",
        Why::AlreadyLeft => "calendar-why-already-left",
        Why::InThePast => "calendar-why-in-the-past",
        Why::NoDay => "calendar-why-no-day",
        Why::Refused => "calendar-why-refused",
        Why::NeedsApproval => "calendar-why-needs-approval",
        Why::Paused => "calendar-why-paused",
        Why::NothingToDo => "calendar-why-nothing-to-do",
    })
}

/// The kind of a piece, in words.
pub(super) fn format_words(format: Format, words: &Words) -> String {
    words.t(&format!("calendar-format-{format}"))
}
