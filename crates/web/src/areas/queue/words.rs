//! Why something could not be done to the queue, in words or as refusals.

use publishing::queue::QueueError;
use publishing::recurrence::RecurrenceError;

use crate::Refusal;
use crate::areas::posts::problems;
use crate::areas::posts::shown::ShownChannel;
use crate::words::{Words, args};

/// What a person is told; a refusal where it is nobody's choice.
pub(crate) fn said(
    error: QueueError,
    channels: &[ShownChannel],
    words: &Words,
) -> Result<String, Refusal> {
    Ok(match error {
        QueueError::NotFound => return Err(Refusal::NotFound),
        QueueError::NotAllowed(error) => return Err(error.into()),
        QueueError::Database(error) => return Err(error.into()),
        QueueError::Schedule(error) => problems::schedule_words(error, channels, words)?.1,
        QueueError::NoSlotSuits(missing) => {
            let names: Vec<_> = channels
                .iter()
                .filter(|channel| missing.contains(&channel.id))
                .map(|channel| channel.network.clone())
                .collect();
            if names.is_empty() {
                words.t("queue-error-not-together")
            } else {
                words.tn("queue-error-no-slot-suits", args![networks => names.join(", ")])
            }
        }
        QueueError::NotATime => words.t("queue-error-not-a-time"),
        QueueError::NoChannel => words.t("queue-error-no-channel"),
        QueueError::NoSuchChannel => words.t("posts-problem-no-such-channel"),
        QueueError::NoSuchTopic => words.t("posts-problem-no-such-topic"),
        QueueError::SameSlot => words.t("queue-error-same-slot"),
        QueueError::TooManySlots => words.t("queue-error-too-many-slots"),
        QueueError::NoSlots => words.t("queue-error-no-slots"),
        QueueError::Full => words.t("queue-error-full"),
        QueueError::DoesNotSuit => words.t("queue-error-does-not-suit"),
        QueueError::NowhereToGo => words.t("queue-error-nowhere"),
        QueueError::NotQueued => words.t("queue-error-not-queued"),
        QueueError::AlreadyLeft => words.t("posts-problem-already-left"),
        QueueError::UndoneAlready => words.t("queue-error-undone"),
    })
}

/// The field of a recurrence that was refused, and why.
pub(super) fn refused(
    error: RecurrenceError,
    channels: &[ShownChannel],
    words: &Words,
) -> Result<(&'static str, String), Refusal> {
    Ok(match error {
        RecurrenceError::NotFound => return Err(Refusal::NotFound),
        RecurrenceError::NotAllowed(error) => return Err(error.into()),
        RecurrenceError::Database(error) => return Err(error.into()),
        RecurrenceError::Ended | RecurrenceError::TooLate => return Err(Refusal::Stale),
        RecurrenceError::Queue(error) => ("", said(error, channels, words)?),
        RecurrenceError::Edit(error) => problems::edit_words(error, words)?,
        RecurrenceError::Rhythm => ("kind", words.t("again-error-rhythm")),
        RecurrenceError::NoText => ("text", words.t("again-error-no-text")),
        RecurrenceError::TooLong => ("text", words.t("posts-problem-text-far-too-long")),
        RecurrenceError::TooManyTexts => ("text", words.t("again-error-too-many-texts")),
        RecurrenceError::NoChannel => ("channel", words.t("posts-problem-no-channel")),
        RecurrenceError::NoSuchChannel => ("channel", words.t("posts-problem-no-such-channel")),
    })
}

/// A refusal, for those who show no page.
pub(super) fn refusal(error: RecurrenceError) -> Refusal {
    match error {
        RecurrenceError::NotFound => Refusal::NotFound,
        RecurrenceError::NotAllowed(error) => error.into(),
        RecurrenceError::Database(error) => error.into(),
        RecurrenceError::Ended | RecurrenceError::TooLate => Refusal::Stale,
        error => Refusal::fault(error),
    }
}

/// The same for the queue.
pub(super) fn queue_refusal(error: QueueError) -> Refusal {
    match error {
        QueueError::NotFound => Refusal::NotFound,
        QueueError::NotAllowed(error) => error.into(),
        QueueError::Database(error) => error.into(),
        error => Refusal::fault(error),
    }
}
