//! What stands between a post and a network, and what to do, in words.

use jiff::SignedDuration;
use publishing::post::Problem;

use crate::words::{Given, Words, args};

/// What stands between a text and a network, and what to do.
pub(crate) fn problem_words(words: &Words, problem: &Problem, network: &str) -> String {
    let key = format!("posts-problem-{}", problem.key().replace('_', "-"));
    let mut given = values(words, problem);
    given.extend_from_slice(args![network => network]);
    words.tn(&key, &given)
}

/// What the words of a problem speak of.
pub(crate) fn values(words: &Words, problem: &Problem) -> Vec<(&'static str, Given)> {
    use Problem as P;
    let over = |used: u64, most: u64| {
        // Bytes can pass their limit before characters do.
        i64::try_from(used.saturating_sub(most)).unwrap_or(i64::MAX)
    };
    let open = |minutes: u32| words.length(SignedDuration::from_mins(i64::from(minutes)));
    let lasts = |seconds: u64| {
        words.length(SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX)))
    };
    match problem {
        P::TooLong { used, most } | P::FirstCommentTooLong { used, most } => {
            args![used => *used, most => *most, count => over(*used, *most)].to_vec()
        }
        P::ThreadPartTooLong { part, used, most } => {
            let count = over(*used, *most);
            args![part => *part, used => *used, most => *most, count => count].to_vec()
        }
        P::ThreadPartEmpty { part } => args![part => *part].to_vec(),
        P::TooManyPictures { found, most } | P::TooManyVideos { found, most } => {
            args![found => *found, count => *most, most => *most].to_vec()
        }
        P::TooManyChoices { found, most } => args![found => *found, most => *most].to_vec(),
        P::NoAltText { picture } | P::GifStill { picture } | P::PictureShape { picture, .. } => {
            args![picture => *picture].to_vec()
        }
        P::AltTextTooLong { picture, most } => args![picture => *picture, most => *most].to_vec(),
        P::ChoiceEmpty { choice } | P::ChoiceTwice { choice } => args![choice => *choice].to_vec(),
        P::ChoiceTooLong { choice, most } => args![choice => *choice, most => *most].to_vec(),
        P::PollTooShort { least } => args![most => open(*least)].to_vec(),
        P::PollTooLong { most } => args![most => open(*most)].to_vec(),
        P::VideoType { found } => args![found => kind_of(found)].to_vec(),
        P::VideoTooHeavy { found, most } => {
            args![found => words.size(*found), most => words.size(*most)].to_vec()
        }
        P::VideoTooLong { found, most } => {
            args![found => lasts(*found), most => lasts(*most)].to_vec()
        }
        P::GifTooHeavy { picture, most } => {
            args![picture => *picture, most => words.size(*most)].to_vec()
        }
        P::Empty
        | P::NoThreads
        | P::NoFirstComments
        | P::NoPolls
        | P::PollWithoutQuestion
        | P::TooFewChoices
        | P::PollOneChoiceOnly
        | P::PollWithMedia
        | P::NoVideos
        | P::VideoWithPictures
        | P::GifWithPictures => Vec::new(),
    }
}

/// A type as people call it: `MP4`, `WebM`.
fn kind_of(content_type: &str) -> String {
    match content_type {
        "video/quicktime" => "MOV".to_owned(),
        "video/webm" => "WebM".to_owned(),
        "video/x-matroska" => "MKV".to_owned(),
        other => other.rsplit('/').next().unwrap_or(other).to_uppercase(),
    }
}
