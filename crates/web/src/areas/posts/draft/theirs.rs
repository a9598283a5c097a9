//! What someone else made meanwhile of what goes beside the texts, and which of it to keep.

use channels::Channel;
use platform::media::Media;
use primitives::Id;
use publishing::post::{Poll, VariantExtras};
use serde::{Deserialize, Serialize};

use super::Draft;
use crate::Form;

/// The field that carries it while one chooses.
pub(crate) const FIELD: &str = "theirs-beside";

/// What another draft carries beside its texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Beside {
    /// The link.
    pub link: String,
    /// The posts that follow the first one.
    pub thread: Vec<String>,
    /// Our own comment.
    pub comment: String,
    /// The question.
    pub poll: Option<Poll>,
    /// What channels say otherwise.
    pub own: Vec<(Id<Channel>, VariantExtras)>,
    /// The pictures, with what they show.
    pub media: Vec<(Id<Media>, String)>,
}

impl Beside {
    /// What a draft carries.
    pub fn of(draft: &Draft) -> Self {
        Self {
            link: draft.link.clone(),
            thread: draft.extras.thread.clone(),
            comment: draft.extras.first_comment.clone().unwrap_or_default(),
            poll: draft.extras.poll.clone(),
            own: draft.own_extras.clone(),
            media: draft.media.clone(),
        }
    }

    /// As the field holds it.
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What one chose of a part: one's own, the other's, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keep {
    Mine,
    Theirs,
    Both,
}

fn keep(form: &Form, part: &str) -> Keep {
    match form.get(&format!("keep-{part}")) {
        "theirs" => Keep::Theirs,
        "both" => Keep::Both,
        _ => Keep::Mine,
    }
}

impl Draft {
    /// What the form says, with what one chose to keep of the other's.
    pub(super) fn with_theirs(mut self, form: &Form) -> Self {
        let Ok(theirs) = serde_json::from_str::<Beside>(form.get(FIELD)) else { return self };
        if keep(form, "link") == Keep::Theirs {
            self.link = theirs.link;
        }
        join(&mut self.extras.thread, theirs.thread, keep(form, "thread"), |a, b| a == b);
        join(&mut self.media, theirs.media, keep(form, "media"), |a, b| a.0 == b.0);
        if keep(form, "poll") == Keep::Theirs {
            self.extras.poll = theirs.poll;
        }
        if keep(form, "own") == Keep::Theirs {
            self.own_extras = theirs.own;
        }
        let mine = self.extras.first_comment.take().unwrap_or_default();
        let comment = match keep(form, "comment") {
            Keep::Mine => mine,
            Keep::Theirs => theirs.comment,
            Keep::Both => format!("{}\n\n{}", mine.trim_end(), theirs.comment),
        };
        self.extras.first_comment = Some(comment).filter(|comment| !comment.trim().is_empty());
        self
    }
}

/// Mine, theirs, or mine and then what only they have.
fn join<T>(mine: &mut Vec<T>, theirs: Vec<T>, keep: Keep, same: impl Fn(&T, &T) -> bool) {
    match keep {
        Keep::Mine => {}
        Keep::Theirs => *mine = theirs,
        Keep::Both => {
            let new = theirs.into_iter().filter(|one| !mine.iter().any(|known| same(known, one)));
            let new: Vec<_> = new.collect();
            mine.extend(new);
        }
    }
}
