//! What is told: troubles of the network, moments of the kill, and which of them go together.

use std::fmt;

use testing::networks::Fault;

/// How long a request to a network may take, in seconds: `PARVIS_OUTBOUND_SECONDS`.
pub const OUTBOUND: f64 = 2.5;
/// How long a network may make a lost post appear, in seconds: `PARVIS_SETTLE_SECONDS`.
pub const SETTLE: f64 = 6.0;
/// How many publications a thread is: a post, one that follows, a first comment.
pub const PARTS: usize = 3;
/// How late a slow network is: longer than a request may take, well before it has settled.
const SLOW: u64 = 3000;

/// Where the database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    Sqlite,
    Postgres,
}

/// A kind of network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Records under keys that Parvis chooses.
    Bluesky,
    /// Honours the Idempotency-Key.
    Mastodon,
    /// Ignores the Idempotency-Key, as some compatible servers do.
    Keyless,
}

/// What goes wrong with the request that publishes, the first times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    Nothing,
    Refused,
    BeforeAccept,
    AfterAccept,
    SlowBefore,
    SlowAfter,
    TooMany,
    UnwellBefore,
    UnwellAfter,
    Malformed,
    ExpiredToken,
}

/// When the program is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    Never,
    Planned,
    Preparing,
    Staging,
    AtTheDoor,
    RequestLeft,
    Accepted,
    AnswerUnwritten,
    FirstOutcome,
    Looking,
    SecondRequest,
    Published,
    AtRandom,
}

/// One run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunPlan {
    pub on: On,
    /// Two instances, one of which is killed and stays dead.
    pub two: bool,
    pub moment: Moment,
    /// Threads with a first comment, and the part that meets the trouble and the kill; single
    /// posts where there is none.
    pub part: Option<usize>,
    /// Publications for each network and trouble.
    pub each: usize,
    pub seed: u64,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Bluesky, Kind::Mastodon, Kind::Keyless];

    pub fn told(self) -> &'static str {
        match self {
            Kind::Bluesky => "Bluesky",
            Kind::Mastodon => "Mastodon",
            Kind::Keyless => "Mastodon without keys",
        }
    }

    /// Mastodon's tokens do not run out; one that is revoked needs a person, on any network.
    pub fn meets(self, trouble: Trouble) -> bool {
        trouble != Trouble::ExpiredToken || self == Kind::Bluesky
    }
}

impl Trouble {
    pub const ALL: [Trouble; 11] = [
        Trouble::Nothing,
        Trouble::Refused,
        Trouble::BeforeAccept,
        Trouble::AfterAccept,
        Trouble::SlowBefore,
        Trouble::SlowAfter,
        Trouble::TooMany,
        Trouble::UnwellBefore,
        Trouble::UnwellAfter,
        Trouble::Malformed,
        Trouble::ExpiredToken,
    ];

    pub fn told(self) -> &'static str {
        match self {
            Trouble::Nothing => "no trouble",
            Trouble::Refused => "connection refused",
            Trouble::BeforeAccept => "cut before accepting",
            Trouble::AfterAccept => "accepted, no answer",
            Trouble::SlowBefore => "accepted too late",
            Trouble::SlowAfter => "accepted, answered too late",
            Trouble::TooMany => "429",
            Trouble::UnwellBefore => "500, not accepted",
            Trouble::UnwellAfter => "500, accepted",
            Trouble::Malformed => "accepted, unreadable answer",
            Trouble::ExpiredToken => "token run out",
        }
    }

    /// What the requests of `each` publications meet: twice each, so that the trouble is there
    /// before the kill and after it. A token runs out once; renewed, it works.
    pub fn script(self, each: usize) -> Vec<Fault> {
        let (fault, times) = match self {
            Trouble::Nothing | Trouble::Refused => return Vec::new(),
            Trouble::BeforeAccept => (Fault::BeforeAccept, 2 * each),
            Trouble::AfterAccept => (Fault::AfterAccept, 2 * each),
            Trouble::SlowBefore => (Fault::SlowBeforeAccept { millis: SLOW }, 2 * each),
            Trouble::SlowAfter => (Fault::SlowAfterAccept { millis: SLOW }, 2 * each),
            Trouble::TooMany => (Fault::Status429 { retry: 1 }, 2 * each),
            Trouble::UnwellBefore => (Fault::Status500BeforeAccept, 2 * each),
            Trouble::UnwellAfter => (Fault::Status500AfterAccept, 2 * each),
            Trouble::Malformed => (Fault::Malformed, 2 * each),
            Trouble::ExpiredToken => (Fault::ExpiredToken, 1),
        };
        vec![fault; times]
    }
}

impl Moment {
    pub const ALL: [Moment; 13] = [
        Moment::Never,
        Moment::Planned,
        Moment::Preparing,
        Moment::Staging,
        Moment::AtTheDoor,
        Moment::RequestLeft,
        Moment::Accepted,
        Moment::AnswerUnwritten,
        Moment::FirstOutcome,
        Moment::Looking,
        Moment::SecondRequest,
        Moment::Published,
        Moment::AtRandom,
    ];

    pub fn told(self) -> &'static str {
        match self {
            Moment::Never => "not killed",
            Moment::Planned => "planned, before its time",
            Moment::Preparing => "due, about to be prepared",
            Moment::Staging => "prepared, its picture going up",
            Moment::AtTheDoor => "prepared, at the door of the fence",
            Moment::RequestLeft => "sending, the request has left",
            Moment::Accepted => "sending, the network is done, no answer yet",
            Moment::AnswerUnwritten => "sending, answered, not written down",
            Moment::FirstOutcome => "uncertain or waiting, after the first answer",
            Moment::Looking => "uncertain, being looked for",
            Moment::SecondRequest => "sending for the second time",
            Moment::Published => "as the first are written down as published",
            Moment::AtRandom => "five times, at random",
        }
    }

    pub fn has_pictures(self) -> bool {
        matches!(self, Moment::Staging | Moment::AtTheDoor)
    }
}

pub fn is_full() -> bool {
    std::env::var("PARVIS_FAULTS").is_ok_and(|asked| asked == "full")
}

/// Every run, the longest first.
pub fn runs(full: bool) -> Vec<RunPlan> {
    use Moment as M;
    let each = if full { 2 } else { 1 };
    let run = |on, two, moment: M| {
        let seed = 1000 * on as u64 + 100 * u64::from(two) + moment as u64;
        RunPlan { on, two, moment, part: None, each, seed }
    };
    let thread = |on, two, moment, part: usize| {
        let seed = 10_000 * (part as u64 + 1) + run(on, two, moment).seed;
        RunPlan { part: Some(part), each: 1, seed, ..run(on, two, moment) }
    };
    let short = [M::AtTheDoor, M::RequestLeft, M::Accepted, M::AnswerUnwritten, M::FirstOutcome];
    let mut runs = Vec::new();
    if std::env::var("PARVIS_TEST_POSTGRES_URL").is_ok() {
        let two = [M::RequestLeft, M::Accepted, M::AnswerUnwritten, M::Looking, M::AtRandom];
        let (one, two): (&[M], &[M]) =
            if full { (&M::ALL, &two) } else { (&short[1..2], &two[1..2]) };
        runs.extend(two.iter().map(|moment| run(On::Postgres, true, *moment)));
        runs.extend(one.iter().rev().map(|moment| run(On::Postgres, false, *moment)));
    }
    runs.extend(
        threads(full).into_iter().map(|(on, two, moment, part)| thread(on, two, moment, part)),
    );
    let one: &[M] = if full { &M::ALL } else { &short };
    runs.extend(one.iter().rev().map(|moment| run(On::Sqlite, false, *moment)));
    runs
}

/// The runs of threads of three parts, the last of which is a first comment.
fn threads(full: bool) -> Vec<(On, bool, Moment, usize)> {
    use Moment as M;
    let each = [M::RequestLeft, M::Accepted, M::AnswerUnwritten, M::FirstOutcome];
    if !full {
        return vec![
            (On::Sqlite, false, M::Accepted, 1),
            (On::Sqlite, false, M::AnswerUnwritten, 2),
        ];
    }
    let mut runs = Vec::new();
    let postgres = std::env::var("PARVIS_TEST_POSTGRES_URL").is_ok();
    for part in 0..PARTS {
        let every = |on, two| each.into_iter().map(move |moment| (on, two, moment, part));
        runs.extend(every(On::Sqlite, false));
        runs.extend(every(On::Postgres, true).filter(|_| postgres));
    }
    runs.push((On::Sqlite, false, M::Never, 0));
    runs.push((On::Sqlite, false, M::AtRandom, 0));
    if postgres {
        runs.push((On::Postgres, true, M::AtRandom, 0));
    }
    runs
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            On::Sqlite => "SQLite",
            On::Postgres => "PostgreSQL",
        })
    }
}

impl RunPlan {
    /// The engine, and how many instances are at work.
    pub fn hands(&self) -> String {
        let two = if self.two { ", two instances" } else { "" };
        let part = match self.part {
            None => "",
            Some(0) => ", threads, at the first part",
            Some(1) => ", threads, at the second part",
            Some(_) => ", threads, at the first comment",
        };
        format!("{}{two}{part}", self.on)
    }
}

impl fmt::Display for RunPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, killed: {}", self.hands(), self.moment.told())
    }
}
