//! What the rooms of the desk refuse, as problems: the queue, campaigns, agreements, comments,
//! texts kept, files of posts, the charter, webhooks.

use platform::webhook::WebhookError;
use publishing::approval::ApprovalError;
use publishing::bulk::BulkError as FileError;
use publishing::calendar::{BulkError, WantError};
use publishing::campaign::{self, CampaignError};
use publishing::comment::CommentError;
use publishing::guard::{AcceptError, GuardError};
use publishing::holidays::HolidaysError;
use publishing::mix::MixError;
use publishing::post::ScheduleError;
use publishing::queue::QueueError;
use publishing::recurrence::RecurrenceError;
use publishing::template::TemplateError;
use strategy::charter::CharterError;
use strategy::topic::TopicError;

use super::{FieldProblem, Kind, Problem};
use crate::Refusal;
use crate::words::{Given, args};

fn state(key: &str) -> Problem {
    Problem::new(Kind::State).saying(key, &[])
}

fn most(field: &str, code: &str, most: usize) -> Problem {
    given(field, code, args![most => most])
}

fn given(field: &str, code: &str, of: &[(&'static str, Given)]) -> Problem {
    Problem::fields(vec![FieldProblem::given(field, code, of)])
}

impl From<AcceptError> for Problem {
    fn from(error: AcceptError) -> Self {
        match error {
            AcceptError::Change(error) => error.into(),
            AcceptError::Post(error) => error.into(),
            AcceptError::Guard(error) => error.into(),
        }
    }
}

impl From<GuardError> for Problem {
    fn from(error: GuardError) -> Self {
        Refusal::from(error).into()
    }
}

impl From<HolidaysError> for Problem {
    fn from(error: HolidaysError) -> Self {
        match error {
            HolidaysError::NotAllowed(error) => error.into(),
            HolidaysError::Database(error) => error.into(),
        }
    }
}

impl From<MixError> for Problem {
    fn from(error: MixError) -> Self {
        Refusal::from(error).into()
    }
}

impl From<BulkError> for Problem {
    fn from(error: BulkError) -> Self {
        match error {
            BulkError::TooMany => most("posts", "at_most", publishing::calendar::MOST_AT_ONCE),
            BulkError::NoSuchTopic => Problem::field("topic", "no_such_topic"),
            BulkError::NoSuchCampaign => Problem::field("campaign", "no_such_campaign"),
            BulkError::NothingToUndo => Problem::not_found(),
            BulkError::Post(error) => error.into(),
        }
    }
}

impl From<WantError> for Problem {
    fn from(error: WantError) -> Self {
        match error {
            WantError::NotADraft => state("api-post-not-a-draft"),
            WantError::InThePast => Problem::field("local_time", "in_the_past"),
            WantError::Time(error) => ScheduleError::Time(error).into(),
            WantError::Post(error) => error.into(),
        }
    }
}

impl From<QueueError> for Problem {
    fn from(error: QueueError) -> Self {
        match error {
            QueueError::NotFound => Problem::not_found(),
            QueueError::NotATime => Problem::field("time", "not_a_time_of_the_week"),
            QueueError::NoChannel => Problem::field("channels", "no_channel"),
            QueueError::NoSuchChannel => Problem::field("channels", "no_such_channel"),
            QueueError::NoSuchTopic => Problem::field("topic", "no_such_topic"),
            QueueError::SameSlot => state("api-slot-there-already"),
            QueueError::TooManySlots => most("time", "at_most", publishing::slot::MOST_SLOTS),
            QueueError::NoSlots => state("api-queue-no-slots"),
            QueueError::NoSlotSuits(_) => state("api-queue-no-slot-suits"),
            QueueError::Full => state("api-queue-full"),
            QueueError::DoesNotSuit => Problem::field("local_time", "no_such_opening"),
            QueueError::NowhereToGo => state("api-queue-nowhere-to-go"),
            QueueError::NotQueued => state("api-post-not-queued"),
            QueueError::AlreadyLeft => state("api-post-already-left"),
            QueueError::UndoneAlready => state("api-undone-already"),
            QueueError::Schedule(error) => error.into(),
            QueueError::NotAllowed(error) => error.into(),
            QueueError::Database(error) => error.into(),
        }
    }
}

impl From<RecurrenceError> for Problem {
    fn from(error: RecurrenceError) -> Self {
        match error {
            RecurrenceError::NotFound => Problem::not_found(),
            RecurrenceError::Rhythm => Problem::field("when", "not_a_rhythm"),
            RecurrenceError::NoText => Problem::field("texts", "empty"),
            RecurrenceError::TooLong => {
                most("texts", "text_too_long", publishing::post::LONGEST_TEXT)
            }
            RecurrenceError::TooManyTexts => {
                most("texts", "at_most", publishing::recurrence::MOST_TEXTS)
            }
            RecurrenceError::NoChannel => Problem::field("variants", "no_channel"),
            RecurrenceError::NoSuchChannel => Problem::field("variants", "no_such_channel"),
            RecurrenceError::Ended => state("api-recurrence-ended"),
            RecurrenceError::TooLate => state("api-recurrence-too-late"),
            RecurrenceError::Edit(error) => error.into(),
            RecurrenceError::Queue(error) => error.into(),
            RecurrenceError::NotAllowed(error) => error.into(),
            RecurrenceError::Database(error) => error.into(),
        }
    }
}

impl From<CampaignError> for Problem {
    fn from(error: CampaignError) -> Self {
        match error {
            CampaignError::NotFound => Problem::not_found(),
            CampaignError::Name => most("name", "name_needed", campaign::LONGEST_NAME),
            CampaignError::NameTaken => Problem::field("name", "name_taken"),
            CampaignError::About => most("about", "text_too_long", campaign::LONGEST_ABOUT),
            CampaignError::Colour => Problem::field("colour", "not_a_colour"),
            CampaignError::EndsBeforeItStarts => Problem::field("ends_on", "ends_before_it_starts"),
            CampaignError::DayOutside => Problem::field("day", "day_outside"),
            CampaignError::NoSuchStep => Problem::field("steps", "no_such_step"),
            CampaignError::Brief => most("steps", "brief_needed", campaign::LONGEST_BRIEF),
            CampaignError::StepTime => Problem::field("steps", "out_of_range"),
            CampaignError::NoDay => state("api-campaign-no-day"),
            CampaignError::Post(error) => error.into(),
            CampaignError::Schedule(error) => error.into(),
            CampaignError::NotAllowed(error) => error.into(),
            CampaignError::Database(error) => error.into(),
        }
    }
}

impl From<measurement::campaign::CampaignFiguresError> for Problem {
    fn from(error: measurement::campaign::CampaignFiguresError) -> Self {
        use measurement::campaign::CampaignFiguresError as E;
        match error {
            E::NotAllowed(error) => error.into(),
            E::Database(error) => error.into(),
        }
    }
}

impl From<CommentError> for Problem {
    fn from(error: CommentError) -> Self {
        match error {
            CommentError::NotFound => Problem::not_found(),
            CommentError::Empty => Problem::field("words", "empty"),
            CommentError::TooLong => most("words", "text_too_long", 4000),
            CommentError::NotAllowed(error) => error.into(),
            CommentError::Database(error) => error.into(),
        }
    }
}

impl From<ApprovalError> for Problem {
    fn from(error: ApprovalError) -> Self {
        match error {
            ApprovalError::NotFound => Problem::not_found(),
            ApprovalError::NobodyToAsk => state("api-approval-nobody-to-ask"),
            ApprovalError::Settled => state("api-approval-settled"),
            ApprovalError::NotAsked => state("api-approval-not-asked"),
            ApprovalError::Changed => {
                Problem::new(Kind::Conflict).saying("api-approval-changed", &[])
            }
            ApprovalError::SayWhat => Problem::field("words", "empty"),
            ApprovalError::NobodyNamed => Problem::field("teammate", "missing"),
            ApprovalError::NotAnAddress => Problem::field("email", "not_an_address"),
            ApprovalError::Schedule(error) => Problem::from(error).at("local_time", "wanted"),
            ApprovalError::NotAllowed(error) => error.into(),
            ApprovalError::Database(error) => error.into(),
        }
    }
}

impl From<TemplateError> for Problem {
    fn from(error: TemplateError) -> Self {
        use publishing::{hashtags, template};
        match error {
            TemplateError::NotFound => Problem::not_found(),
            TemplateError::Name => most("name", "name_needed", template::LONGEST_NAME),
            TemplateError::Empty => Problem::field("text", "empty"),
            TemplateError::TooLong => most("text", "text_too_long", publishing::post::LONGEST_TEXT),
            TemplateError::TooManyHashtags => most("text", "at_most", hashtags::MOST),
            TemplateError::NoSuchChannel => Problem::field("channel", "no_such_channel"),
            TemplateError::NotAllowed(error) => error.into(),
            TemplateError::Database(error) => error.into(),
        }
    }
}

impl From<FileError> for Problem {
    fn from(error: FileError) -> Self {
        use tables::TableError as T;
        let file = |code| Problem::field("file", code);
        match error {
            FileError::NotFound => Problem::not_found(),
            FileError::Table(error) => file(match error {
                T::Empty => "sheet_empty",
                T::TooLarge => "sheet_too_large",
                T::NotATable => "sheet_not_a_table",
                T::BadEncoding => "sheet_bad_encoding",
                T::BrokenWorkbook => "sheet_broken_workbook",
                T::NoHeader => "sheet_no_header",
                T::TooManyColumns => "sheet_too_many_columns",
            }),
            FileError::TooManyLines => most("file", "at_most", publishing::bulk::MOST_LINES),
            FileError::NoText => Problem::field("plan.columns", "no_text_column"),
            FileError::NotProposed => state("api-post-import-begun"),
            FileError::NotDone => state("api-post-import-not-done"),
            FileError::NotAllowed(error) => error.into(),
            FileError::Database(error) => error.into(),
        }
    }
}

impl From<TopicError> for Problem {
    fn from(error: TopicError) -> Self {
        match error {
            TopicError::NotFound => Problem::not_found(),
            TopicError::Name => most("name", "name_needed", 80),
            TopicError::NameTaken => Problem::field("name", "name_taken"),
            TopicError::Share => Problem::field("target_share", "out_of_range"),
            TopicError::Colour => Problem::field("colour", "not_a_colour"),
            TopicError::NotAllowed(error) => error.into(),
            TopicError::Database(error) => error.into(),
        }
    }
}

impl From<CharterError> for Problem {
    fn from(error: CharterError) -> Self {
        Refusal::from(error).into()
    }
}

impl From<WebhookError> for Problem {
    fn from(error: WebhookError) -> Self {
        match error {
            WebhookError::NotFound => Problem::not_found(),
            WebhookError::NotAnAddress => Problem::field("url", "not_a_link"),
            WebhookError::UnknownNoun(noun) => given("nouns", "unknown_word", args![word => noun]),
            WebhookError::TooMany => most("name", "at_most", platform::webhook::MOST),
            WebhookError::NotAllowed(error) => error.into(),
            WebhookError::Database(error) => error.into(),
        }
    }
}
