//! Why posts and publications could not be read or changed, in words or as refusals.

use channels::ChannelError;
use channels::publication::{ChangeError, DecideError, LoadError};
use publishing::calendar::CalendarError;
use publishing::campaign::CampaignError;
use publishing::guard::Finding;
use publishing::local_time::TimeError;
use publishing::post::{EditError, PostError, ScheduleError};

use strategy::TopicError;

use super::check_words::problem_words;
use super::shown::ShownChannel;
use crate::Refusal;
use crate::areas::checks::wording;
use crate::words::{Words, args};

pub(crate) fn of_channel(error: ChannelError) -> Refusal {
    match error {
        ChannelError::NotAllowed(error) => error.into(),
        ChannelError::NotFound => Refusal::NotFound,
        ChannelError::Vault(error) => Refusal::fault(error),
        ChannelError::Database(error) => error.into(),
    }
}

pub(crate) fn of_load(error: LoadError) -> Refusal {
    match error {
        LoadError::NotFound => Refusal::NotFound,
        LoadError::NotAllowed(error) => error.into(),
        LoadError::Database(error) => error.into(),
    }
}

pub(crate) fn of_change(error: ChangeError) -> Refusal {
    match error {
        ChangeError::NotAllowed(error) => error.into(),
        ChangeError::NoSuchChannel => Refusal::NotFound,
        ChangeError::TooLate(_) | ChangeError::Moved => Refusal::Stale,
        ChangeError::Database(error) => error.into(),
    }
}

pub(crate) fn of_decide(error: DecideError) -> Refusal {
    match error {
        DecideError::NotWaiting => Refusal::Stale,
        DecideError::NotALink | DecideError::LinkNeeded => Refusal::Malformed,
        DecideError::Change(error) => of_change(error),
    }
}

pub(crate) fn of_post(error: PostError) -> Refusal {
    match error {
        PostError::NotFound => Refusal::NotFound,
        PostError::NotAllowed(error) => error.into(),
        PostError::Publication(error) => of_change(error),
        PostError::Database(error) => error.into(),
    }
}

pub(crate) fn of_topic(error: TopicError) -> Refusal {
    match error {
        TopicError::NotFound => Refusal::NotFound,
        TopicError::NotAllowed(error) => error.into(),
        TopicError::Database(error) => error.into(),
        other => Refusal::fault(other),
    }
}

pub(crate) fn of_campaign(error: CampaignError) -> Refusal {
    match error {
        CampaignError::NotFound => Refusal::NotFound,
        CampaignError::NotAllowed(error) => error.into(),
        CampaignError::Database(error) => error.into(),
        other => Refusal::fault(other),
    }
}

pub(crate) fn of_calendar(error: CalendarError) -> Refusal {
    match error {
        CalendarError::NotAllowed(error) => error.into(),
        CalendarError::Database(error) => error.into(),
    }
}

/// The field that an edit was refused for and why; a refusal where it is no field's fault.
/// A conflict is for the composer to show.
pub(crate) fn edit_words(
    error: EditError,
    words: &Words,
) -> Result<(&'static str, String), Refusal> {
    Ok(match error {
        EditError::Conflict(_) => return Err(Refusal::Stale),
        EditError::TooLong => ("text", words.t("posts-problem-text-far-too-long")),
        EditError::NotALink => ("link", words.t("posts-problem-not-a-link")),
        EditError::TooManyMedia => ("file", words.t("posts-problem-far-too-many-pictures")),
        EditError::NoSuchChannel => ("channel", words.t("posts-problem-no-such-channel")),
        EditError::NoSuchTopic => ("topic", words.t("posts-problem-no-such-topic")),
        EditError::NoSuchCampaign => ("campaign", words.t("posts-problem-no-such-campaign")),
        EditError::NoSuchMedia => ("file", words.t("posts-problem-no-such-picture")),
        EditError::AlreadyLeft => ("", words.t("posts-problem-already-left")),
        EditError::Post(error) => return Err(of_post(error)),
    })
}

/// The field that a schedule was refused for and why, a line for each reason.
pub(crate) fn schedule_words(
    error: ScheduleError,
    channels: &[ShownChannel],
    words: &Words,
) -> Result<(&'static str, String), Refusal> {
    Ok(match error {
        ScheduleError::InThePast => ("when", words.t("posts-when-past")),
        ScheduleError::Time(TimeError::NotATime) => ("when", words.t("posts-when-missing")),
        ScheduleError::Time(TimeError::OutOfRange) => ("when", words.t("posts-when-too-far")),
        ScheduleError::Time(TimeError::NotAZone) => {
            return Err(Refusal::fault("the brand's zone is none"));
        }
        ScheduleError::NoChannel => ("channel", words.t("posts-problem-no-channel")),
        ScheduleError::Refused(problems) => {
            let said = problems.iter().map(|(id, problem)| {
                let channel = channels.iter().find(|channel| channel.id == *id);
                problem_words(words, problem, channel.map_or("", |channel| &channel.network))
            });
            ("text", said.collect::<Vec<_>>().join("\n"))
        }
        ScheduleError::Stopped(found) => {
            ("", found_words(&found, "posts-checks-stop", channels, words))
        }
        ScheduleError::Asked(found) => {
            ("", found_words(&found, "posts-checks-ask", channels, words))
        }
        ScheduleError::NeedsApproval(names) => {
            ("when", words.tn("approvals-needed", args![name => names.join(", ")]))
        }
        ScheduleError::Post(error) => return Err(of_post(error)),
    })
}

/// What checks found, a line each, under what that means.
fn found_words(found: &[Finding], lead: &str, channels: &[ShownChannel], words: &Words) -> String {
    let lines = found.iter().map(|finding| {
        let network = finding.channel.and_then(|id| channels.iter().find(|c| c.id == id));
        let seen = wording::say(words, finding, channels).seen;
        match network {
            Some(channel) => {
                words.tn("posts-check-on", args![network => channel.network.as_str(), seen => seen])
            }
            None => seen,
        }
    });
    let mut said = vec![words.t(lead)];
    for line in lines {
        if !said.contains(&line) {
            said.push(line);
        }
    }
    said.join("\n")
}
