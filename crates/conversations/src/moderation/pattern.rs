//! Patterns: regular expressions of bounded size and linear time.

use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind as Ast;

/// The longest pattern, in characters.
const LONGEST: usize = 500;
/// The most memory one may take, in bytes.
const LARGEST: usize = 512 * 1024;

/// Why a pattern can't be used; the place is counted in characters, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// It is empty.
    #[error("it is empty")]
    Empty,
    /// It is longer, or takes more memory, than patterns may.
    #[error("too large")]
    TooLarge,
    /// A bracket or a brace is opened and not closed.
    #[error("not closed, at {0}")]
    Unclosed(usize),
    /// A bracket is closed that was not opened.
    #[error("not opened, at {0}")]
    Unopened(usize),
    /// A repetition has nothing to repeat.
    #[error("nothing to repeat, at {0}")]
    NothingRepeated(usize),
    /// A repetition's numbers are wrong.
    #[error("wrong numbers of times, at {0}")]
    BadRepetition(usize),
    /// A backslash before something that has no such meaning.
    #[error("unknown escape, at {0}")]
    BadEscape(usize),
    /// Looking around or back is not offered.
    #[error("not offered, at {0}")]
    NotOffered(usize),
    /// A range goes backwards, or an unknown class is named.
    #[error("a class that is none, at {0}")]
    BadClass(usize),
    /// Anything else.
    #[error("not a pattern, at {0}")]
    Other(usize),
}

/// Reads a pattern; capitals don't count.
pub(super) fn compile(pattern: &str) -> Result<Regex, PatternError> {
    if pattern.is_empty() {
        return Err(PatternError::Empty);
    }
    if pattern.chars().count() > LONGEST {
        return Err(PatternError::TooLarge);
    }
    regex_syntax::Parser::new().parse(pattern).map_err(|error| word(&error))?;
    let mut builder = RegexBuilder::new(pattern);
    builder.case_insensitive(true).multi_line(true).size_limit(LARGEST).dfa_size_limit(LARGEST);
    builder.build().map_err(|_| PatternError::TooLarge)
}

fn word(error: &regex_syntax::Error) -> PatternError {
    let regex_syntax::Error::Parse(error) = error else {
        return match error {
            regex_syntax::Error::Translate(error) => {
                PatternError::BadClass(error.span().start.column)
            }
            _ => PatternError::Other(1),
        };
    };
    let at = error.span().start.column;
    match error.kind() {
        Ast::ClassUnclosed | Ast::GroupUnclosed | Ast::RepetitionCountUnclosed => {
            PatternError::Unclosed(at)
        }
        Ast::GroupUnopened => PatternError::Unopened(at),
        Ast::RepetitionMissing => PatternError::NothingRepeated(at),
        Ast::RepetitionCountInvalid
        | Ast::RepetitionCountDecimalEmpty
        | Ast::DecimalEmpty
        | Ast::DecimalInvalid => PatternError::BadRepetition(at),
        Ast::EscapeUnrecognized | Ast::EscapeUnexpectedEof | Ast::EscapeHexInvalid => {
            PatternError::BadEscape(at)
        }
        Ast::UnsupportedLookAround | Ast::UnsupportedBackreference => PatternError::NotOffered(at),
        Ast::ClassRangeInvalid | Ast::ClassRangeLiteral | Ast::ClassEscapeInvalid => {
            PatternError::BadClass(at)
        }
        Ast::NestLimitExceeded(_) | Ast::CaptureLimitExceeded => PatternError::TooLarge,
        _ => PatternError::Other(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_pattern_is_said_with_its_place() {
        assert_eq!(compile("").err(), Some(PatternError::Empty));
        assert_eq!(compile("prix (bas").err(), Some(PatternError::Unclosed(6)));
        assert_eq!(compile("bas)").err(), Some(PatternError::Unopened(4)));
        assert_eq!(compile("*bas").err(), Some(PatternError::NothingRepeated(1)));
        assert_eq!(compile("(?=bas)").err(), Some(PatternError::NotOffered(1)));
        assert_eq!(compile(r"(a)\1").err(), Some(PatternError::NotOffered(4)));
        assert_eq!(compile("[z-a]").err(), Some(PatternError::BadClass(2)));
        assert_eq!(compile("(\\w{200}){200}").err(), Some(PatternError::TooLarge));
        assert!(compile(r"gagne[rz]\s+\d+").is_ok_and(|p| p.is_match("GAGNEZ 500 euros")));
    }
}
