//! A question with answers to choose from.

use std::collections::BTreeSet;

use channels::{Limits, Poll, PollLimits};
use primitives::text::{CountRule, count};

use super::super::Post;
use super::Problem;

impl Post {
    pub(super) fn check_poll(&self, question: &str, limits: &Limits, problems: &mut Vec<Problem>) {
        let Some(poll) = &self.extras.poll else { return };
        let Some(takes) = &limits.poll else {
            problems.push(Problem::NoPolls);
            return;
        };
        if question.trim().is_empty() {
            problems.push(Problem::PollWithoutQuestion);
        }
        if !self.media.is_empty() && !limits.together.poll_and_media {
            problems.push(Problem::PollWithMedia);
        }
        check_choices(poll, takes, problems);
        if poll.minutes < takes.min_minutes {
            problems.push(Problem::PollTooShort { least: takes.min_minutes });
        }
        if poll.minutes > takes.max_minutes {
            problems.push(Problem::PollTooLong { most: takes.max_minutes });
        }
        if poll.several && !takes.several {
            problems.push(Problem::PollOneChoiceOnly);
        }
    }
}

fn check_choices(poll: &Poll, takes: &PollLimits, problems: &mut Vec<Problem>) {
    let choices = || poll.choices.iter().map(|choice| choice.trim());
    let found = poll.choices.len();
    if found < 2 {
        problems.push(Problem::TooFewChoices);
    }
    let most = takes.choices as usize;
    if found > most {
        problems.push(Problem::TooManyChoices { found, most });
    }
    if let Some(index) = choices().position(str::is_empty) {
        problems.push(Problem::ChoiceEmpty { choice: index + 1 });
    }
    let rule = CountRule::graphemes(takes.choice_chars);
    if let Some(index) = choices().position(|choice| !count(choice, &rule).fits()) {
        let most = takes.choice_chars as usize;
        problems.push(Problem::ChoiceTooLong { choice: index + 1, most });
    }
    let mut seen = BTreeSet::new();
    let twice = |choice: &str| !choice.is_empty() && !seen.insert(choice.to_lowercase());
    if let Some(index) = choices().position(twice) {
        problems.push(Problem::ChoiceTwice { choice: index + 1 });
    }
}
