//! What the time asked for means.

use maud::{Markup, html};
use publishing::{LocalSchedule, Moved};

use super::Draft;
use crate::words::{Words, args};

/// What the time asked for means, said while it is chosen.
pub(crate) fn when_note(words: &Words, draft: &Draft) -> Markup {
    let zone = words.zone().iana_name().unwrap_or("UTC");
    let read = LocalSchedule::parse(&draft.local(), zone);
    let (tone, said) = match &read {
        Err(_) => ("", words.t("posts-when-missing")),
        Ok(at) if words.now().is_some_and(|now| at.at < now) => {
            ("over", words.t("posts-when-past"))
        }
        Ok(at) => match at.moved {
            Some(moved) => ("near", moved_words(words, at, moved)),
            None => ("", words.tn("posts-when", args![when => words.moment(at.at)])),
        },
    };
    html! { p.hint.when-note id="when-note" data-level=(tone) role="status" { (said) } }
}

/// What a change of clocks makes of a time.
pub(crate) fn moved_words(words: &Words, at: &LocalSchedule, moved: Moved) -> String {
    let asked = words.time(at.local.time());
    match moved {
        Moved::Skipped { to } => {
            words.tn("posts-when-skipped", args![asked => asked, time => words.time(to.time())])
        }
        Moved::Twice { .. } => words.tn("posts-when-twice", args![asked => asked]),
    }
}
