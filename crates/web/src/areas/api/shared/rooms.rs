//! What rooms refuse, as problems.

use channels::publication::{ChangeError, DecideError, LoadError};
use channels::{ChannelError, NetworkError};
use conversations::{ConversationError, ReplyError};
use measurement::comparing::CompareError;
use measurement::insights::{ImportError, PlanError, SheetError};
use measurement::results::ResultsError;
use platform::NotAllowed;
use platform::activity::ActivityError;
use platform::brand::BrandError;
use platform::media::{KeepError, StorageError, UploadError};
use platform::membership::MembershipError;
use publishing::calendar::CalendarError;
use publishing::feed::FollowError;
use publishing::local_time::TimeError;
use publishing::post::{EditError, PostError, Problem as Fault, ScheduleError};

use super::{FieldProblem, Kind, Problem};
use crate::Refusal;
use crate::areas::channels::refused_by_network;
use crate::areas::posts::check_words;
use crate::words::{Words, args};

impl Problem {
    /// A fault of the program, logged here, once.
    pub fn fault(error: impl std::fmt::Display) -> Self {
        Refusal::fault(error).into()
    }

    /// What a network refused while an account was reached.
    pub fn of_network(words: &Words, network: &str, error: &NetworkError) -> Self {
        let said = refused_by_network(words, network, error);
        let kind = match error {
            NetworkError::Retry { .. } => Kind::NetworkAway,
            NetworkError::RateLimited { .. } => Kind::TooMany,
            _ => Kind::Network,
        };
        Self::new(kind).said(said)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::new(match refusal {
            Refusal::NotFound => Kind::NotFound,
            Refusal::NotAllowed | Refusal::NotOurForm => Kind::NotAllowed,
            Refusal::SignInFirst(_) | Refusal::SecondFactorFirst => Kind::Unauthenticated,
            Refusal::NotText => Kind::NotText,
            Refusal::Malformed => Kind::Malformed,
            Refusal::TooLarge => Kind::TooLarge,
            Refusal::TooMany(seconds) => return Self::new(Kind::TooMany).after(seconds),
            Refusal::Stale => Kind::Conflict,
            Refusal::Busy => return Self::new(Kind::Busy).after(1),
            Refusal::DiskFull => Kind::DiskFull,
            Refusal::Fault => Kind::Fault,
        })
    }
}

impl From<database::Error> for Problem {
    fn from(error: database::Error) -> Self {
        Refusal::from(error).into()
    }
}

impl From<NotAllowed> for Problem {
    fn from(_: NotAllowed) -> Self {
        Self::new(Kind::NotAllowed)
    }
}

/// Errors that only pass others on, or say that it is not there.
macro_rules! passing {
    ($($error:ident: $($variant:ident)+ $(, $missing:ident)?;)+) => {$(
        impl From<$error> for Problem {
            fn from(error: $error) -> Self {
                match error {
                    $($error::$variant(error) => error.into(),)+
                    $($error::$missing => Problem::not_found(),)?
                }
            }
        }
    )+};
}

passing! {
    LoadError: NotAllowed Database, NotFound;
    ResultsError: NotAllowed Database, NotFound;
    CompareError: NotAllowed Database;
    ActivityError: NotAllowed Database;
    CalendarError: NotAllowed Database;
    PostError: NotAllowed Database Publication, NotFound;
}

impl From<ConversationError> for Problem {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotFound => Problem::not_found(),
            ConversationError::InThePast => Problem::field("until", "in_the_past"),
            ConversationError::NoSuchTeammate => Problem::field("assignee", "no_such_teammate"),
            ConversationError::NoSuchLabel => Problem::field("label", "no_such_label"),
            ConversationError::NotAllowed(error) => error.into(),
            ConversationError::Database(error) => error.into(),
        }
    }
}

impl From<ChangeError> for Problem {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::NotAllowed(error) => error.into(),
            ChangeError::Database(error) => error.into(),
            ChangeError::TooLate(state) => {
                let given = args![state => state.as_str()];
                Problem::new(Kind::State)
                    .saying("api-publication-too-late", given)
                    .with("state", &state.as_str())
            }
            ChangeError::NoSuchChannel => Problem::field("channel", "no_such_channel"),
            ChangeError::Moved => Problem::new(Kind::Conflict),
        }
    }
}

impl From<DecideError> for Problem {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::NotWaiting => {
                Problem::new(Kind::State).saying("api-publication-not-waiting", &[])
            }
            DecideError::NotALink | DecideError::LinkNeeded => Problem::field("url", "not_a_link"),
            DecideError::Change(error) => error.into(),
        }
    }
}

impl From<EditError> for Problem {
    fn from(error: EditError) -> Self {
        match error {
            // Handlers that can show the present version do; this stands for the others.
            EditError::Conflict(_) => Problem::new(Kind::Conflict),
            EditError::TooLong => {
                let most = publishing::post::LONGEST_TEXT;
                Problem::fields(vec![FieldProblem::given(
                    "text",
                    "text_too_long",
                    args![most => most],
                )])
            }
            EditError::NotALink => Problem::field("link", "not_a_link"),
            EditError::TooManyMedia => {
                let most = publishing::post::MOST_MEDIA;
                Problem::fields(vec![FieldProblem::given(
                    "media",
                    "too_many_pictures",
                    args![most => most],
                )])
            }
            EditError::NoSuchChannel => Problem::field("variants", "no_such_channel"),
            EditError::NoSuchTopic => Problem::field("topic", "no_such_topic"),
            EditError::NoSuchCampaign => Problem::field("campaign", "no_such_campaign"),
            EditError::NoSuchMedia => Problem::field("media", "no_such_media"),
            EditError::AlreadyLeft => {
                Problem::new(Kind::State).saying("api-post-already-left", &[])
            }
            EditError::Post(error) => error.into(),
        }
    }
}

impl From<ScheduleError> for Problem {
    fn from(error: ScheduleError) -> Self {
        match error {
            ScheduleError::InThePast => Problem::field("local_time", "in_the_past"),
            ScheduleError::Time(TimeError::OutOfRange) => {
                Problem::field("local_time", "out_of_range")
            }
            ScheduleError::Time(_) => Problem::field("local_time", "not_a_time"),
            ScheduleError::NoChannel => Problem::field("variants", "no_channel"),
            ScheduleError::Refused(faults) => {
                let faults = faults.into_iter();
                Problem::fields(
                    faults.map(|(channel, fault)| field_of(channel.to_string(), fault)).collect(),
                )
            }
            ScheduleError::NeedsApproval(names) => Problem::new(Kind::State)
                .saying("api-post-needs-approval", args![name => names.join(", ")]),
            ScheduleError::Stopped(found) | ScheduleError::Asked(found) => {
                let of = |found: &publishing::Finding| {
                    let stops = found.level == publishing::Level::Stops;
                    let code = if stops { "stopped_by_check" } else { "check_asks" };
                    FieldProblem::given("accept", code, args![check => found.guard.as_str()])
                };
                Problem::fields(found.iter().map(of).collect())
            }
            ScheduleError::Post(error) => error.into(),
        }
    }
}

/// What a channel does not take, by `variants[CHANNEL]`.
fn field_of(channel: String, fault: Fault) -> FieldProblem {
    let field = format!("variants[{channel}]");
    let code = match fault {
        Fault::TooLong { .. } => "longer_than_the_network_takes",
        _ => fault.key(),
    };
    // Weights and lengths of time are worded in English here: programs read `code`.
    let words = crate::words::Words::new(primitives::Language::En);
    FieldProblem::given(field, code, &check_words::values(&words, &fault))
}

impl From<ChannelError> for Problem {
    fn from(error: ChannelError) -> Self {
        match error {
            ChannelError::NotAllowed(error) => error.into(),
            ChannelError::NotFound => Problem::not_found(),
            ChannelError::Vault(detail) => Problem::fault(detail),
            ChannelError::Database(error) => error.into(),
        }
    }
}

impl From<ReplyError> for Problem {
    fn from(error: ReplyError) -> Self {
        match error {
            ReplyError::Empty => Problem::field("text", "empty"),
            ReplyError::TooLong { used, most } => {
                let given = args![used => used, most => most];
                Problem::fields(vec![FieldProblem::given(
                    "text",
                    "longer_than_the_network_takes",
                    given,
                )])
            }
            ReplyError::TooManyMedia { most, .. } => Problem::fields(vec![FieldProblem::given(
                "media",
                "too_many_pictures",
                args![most => most],
            )]),
            ReplyError::ChannelGone => Problem::new(Kind::State).saying("api-channel-gone", &[]),
            ReplyError::NothingToAnswer => {
                Problem::new(Kind::State).saying("api-nothing-to-answer", &[])
            }
            ReplyError::AnsweredMeanwhile { .. } => Problem::new(Kind::Conflict),
            ReplyError::NotFound => Problem::not_found(),
            ReplyError::NotAllowed(error) => error.into(),
            ReplyError::Database(error) => error.into(),
        }
    }
}

impl From<BrandError> for Problem {
    fn from(error: BrandError) -> Self {
        match error {
            BrandError::NotAllowed(error) => error.into(),
            BrandError::ReasonTooLong => {
                let most = platform::Brand::LONGEST_REASON;
                Problem::fields(vec![FieldProblem::given(
                    "reason",
                    "text_too_long",
                    args![most => most],
                )])
            }
            BrandError::AlreadyPaused | BrandError::NotPaused | BrandError::InCrisis(_) => {
                Problem::new(Kind::State)
            }
            BrandError::DelayOutOfRange => Problem::field("late_after", "out_of_range"),
            BrandError::NoOwner => Problem::new(Kind::NotAllowed),
            BrandError::Database(error) => error.into(),
        }
    }
}

impl From<MembershipError> for Problem {
    fn from(error: MembershipError) -> Self {
        match error {
            MembershipError::NotAllowed(error) => error.into(),
            MembershipError::ForOwnersOnly | MembershipError::LastOwner => {
                Problem::new(Kind::NotAllowed)
            }
            MembershipError::NotAMember => Problem::not_found(),
            MembershipError::Database(error) => error.into(),
        }
    }
}

impl From<StorageError> for Problem {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Missing => Problem::not_found(),
            StorageError::Full => Problem::new(Kind::DiskFull),
            StorageError::Failed(detail) => Problem::fault(detail),
        }
    }
}

impl From<UploadError> for Problem {
    fn from(error: UploadError) -> Self {
        let file = |code, given| Problem::fields(vec![FieldProblem::given("file", code, given)]);
        match error {
            UploadError::NotAnImage { found } => file("not_a_picture", args![found => found]),
            UploadError::TooLarge { most } => {
                Problem::new(Kind::TooLarge).saying("api-too-large-most", args![most => most])
            }
            UploadError::TooManyPixels { most } => file("too_many_pixels", args![most => most]),
            UploadError::Broken => Problem::field("file", "broken_picture"),
            UploadError::BrokenFilm => Problem::field("file", "broken_film"),
            UploadError::NotAllowed(error) => error.into(),
            UploadError::Storage(error) => error.into(),
            UploadError::Database(error) => error.into(),
        }
    }
}

impl From<KeepError> for Problem {
    fn from(error: KeepError) -> Self {
        let field = |name: &str, code: &str, most: usize| {
            Problem::fields(vec![FieldProblem::given(name, code, args![most => most])])
        };
        match error {
            KeepError::AltText => {
                field("alt_text", "text_too_long", platform::media::LONGEST_ALT_TEXT)
            }
            KeepError::Name => field("name", "text_too_long", 200),
            KeepError::Tag => field("tags", "text_too_long", platform::media::LONGEST_TAG),
            KeepError::TooManyTags => field("tags", "at_most", platform::media::MOST_TAGS),
            KeepError::NoSuchFolder => Problem::field("folder", "no_such_folder"),
            KeepError::NotAllowed(error) => error.into(),
            KeepError::Database(error) => error.into(),
        }
    }
}

impl From<FollowError> for Problem {
    fn from(error: FollowError) -> Self {
        match error {
            FollowError::AlreadyFollowed(feed) => Problem::new(Kind::State)
                .saying("api-feed-already-followed", &[])
                .with("feed", &feed),
            FollowError::Unreadable(error) => {
                let code = format!("feed_{}", publishing::feed::trouble_key(&error));
                Problem::field("url", &code)
            }
            FollowError::NotFound => Problem::not_found(),
            FollowError::NotAllowed(error) => error.into(),
            FollowError::Draft(error) => error.into(),
            FollowError::Database(error) => error.into(),
        }
    }
}

impl From<SheetError> for Problem {
    fn from(error: SheetError) -> Self {
        let code = match error {
            SheetError::Empty => "sheet_empty",
            SheetError::TooLarge => "sheet_too_large",
            SheetError::NotATable => "sheet_not_a_table",
            SheetError::BadEncoding => "sheet_bad_encoding",
            SheetError::BrokenWorkbook => "sheet_broken_workbook",
            SheetError::NoHeader => "sheet_no_header",
            SheetError::TooManyColumns => "sheet_too_many_columns",
        };
        Problem::field("file", code)
    }
}

impl From<PlanError> for Problem {
    fn from(error: PlanError) -> Self {
        match error {
            PlanError::NoRecognisedColumn => Problem::field("plan.columns", "no_recognised_column"),
            PlanError::DaysNotPosts => Problem::field("file", "days_not_posts"),
            PlanError::NoFigure => Problem::field("plan.columns", "no_figure"),
            PlanError::NoSuchColumn(field) => {
                Problem::field(format!("plan.columns.{}", field.id()), "no_such_column")
            }
            PlanError::NotAZone => Problem::field("plan.zone", "not_a_zone"),
            PlanError::NoNetwork => Problem::field("plan.network", "empty"),
        }
    }
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NotAllowed(error) => error.into(),
            ImportError::NotFound => Problem::not_found(),
            ImportError::NoSuchChannel => Problem::field("plan.channel", "no_such_channel"),
            ImportError::Plan(error) => error.into(),
            ImportError::WrongState(state) => {
                let given = args![state => state.as_str()];
                Problem::new(Kind::State)
                    .saying("api-import-wrong-state", given)
                    .with("state", &state.as_str())
            }
            ImportError::Database(error) => error.into(),
        }
    }
}
