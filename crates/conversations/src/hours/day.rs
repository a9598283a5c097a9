use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How many minutes a day's clock reads.
const DAY: u16 = 24 * 60;

/// One stretch of a day, by the clock on the wall: from that minute until that one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Opening {
    /// The first minute, from midnight.
    pub from: u16,
    /// The minute at which it ends, 1440 at most.
    pub until: u16,
}

/// Why the openings of a day were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpeningError {
    /// It is not written as hours.
    #[error("these are not hours")]
    Unreadable,
    /// It ends before it begins.
    #[error("an opening ends before it begins")]
    Backwards,
    /// Two of them share some time.
    #[error("two openings of one day overlap")]
    Overlap,
}

impl Opening {
    /// From midnight to midnight.
    pub const WHOLE_DAY: Opening = Opening { from: 0, until: DAY };

    /// From a minute of the day until another.
    ///
    /// # Errors
    /// [`OpeningError::Backwards`].
    pub fn new(from: u16, until: u16) -> Result<Self, OpeningError> {
        if from >= until || until > DAY {
            return Err(OpeningError::Backwards);
        }
        Ok(Self { from, until })
    }

    /// As a form's two fields write it: `09:00` and `12:30`; midnight at the end is `24:00` or
    /// `00:00`.
    ///
    /// # Errors
    /// [`OpeningError`].
    pub fn parse(from: &str, until: &str) -> Result<Self, OpeningError> {
        let (from, until) = (minute(from)?, minute(until)?);
        Self::new(from, if until == 0 { DAY } else { until })
    }

    /// `09:00` and `12:30`.
    pub fn texts(self) -> (String, String) {
        let text = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        (text(self.from), text(self.until))
    }
}

fn minute(text: &str) -> Result<u16, OpeningError> {
    let (hours, minutes) = text.trim().split_once(':').ok_or(OpeningError::Unreadable)?;
    // Some browsers write seconds.
    let minutes = minutes.split(':').next().unwrap_or(minutes);
    let number = |text: &str| text.parse::<u16>().map_err(|_| OpeningError::Unreadable);
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if minutes > 59 || hours * 60 + minutes > DAY {
        return Err(OpeningError::Unreadable);
    }
    Ok(hours * 60 + minutes)
}

/// The openings of one day in order, provided that none is over another.
///
/// # Errors
/// [`OpeningError::Overlap`].
pub fn openings(mut all: Vec<Opening>) -> Result<Vec<Opening>, OpeningError> {
    all.sort_unstable();
    match all.windows(2).any(|pair| pair[0].until > pair[1].from) {
        true => Err(OpeningError::Overlap),
        false => Ok(all),
    }
}

/// Days of the brand's own: closed, or open at other hours than usual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfOwn {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// When it is open on each; closed when there is none.
    pub openings: Vec<Opening>,
    /// Why, for the team.
    pub note: String,
}
