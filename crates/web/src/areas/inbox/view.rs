//! The inbox on screen: the list, the conversation opened beside it, what is known of the person.

mod answer;
mod care;
mod detail;
mod filing;
mod filters;
mod letter;
pub(super) mod reading;
mod rows;
mod samples;
mod side;
mod thread;

use conversations::MOST_COUNTED;
use maud::{Markup, html};
use platform::Right;

use super::list::Listed;
use super::one::Opened;
use crate::parts::{empty_state, icon, page_header};
use crate::words::{Words, args};
use crate::{Frame, Page, Shape, Width, page_samples};

pub use answer::counter;
pub use detail::present;
pub(super) use letter::name_of as name_of_file;
pub(super) use samples::sample_labels;

/// The inbox: the list, and the conversation opened beside it.
pub struct InboxPage {
    listed: Listed,
    opened: Option<Opened>,
}

impl InboxPage {
    /// The list alone.
    pub fn of_list(listed: Listed) -> Self {
        Self { listed, opened: None }
    }

    /// A conversation beside the list.
    pub fn of_conversation(listed: Listed, opened: Opened) -> Self {
        Self { listed, opened: Some(opened) }
    }
}

impl Page for InboxPage {
    fn samples() -> Vec<Self> {
        samples::samples()
    }

    fn title(&self, frame: &Frame) -> String {
        let waiting = self.listed.counts.waiting;
        match &self.opened {
            Some(Opened { person: Some(person), .. }) => person.name.clone(),
            _ if waiting >= MOST_COUNTED => {
                frame.words.tn("inbox-title-many", args![count => MOST_COUNTED])
            }
            _ => frame.words.tn("inbox-title", args![count => waiting]),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("inbox", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let pane = if self.opened.is_some() { "detail" } else { "list" };
        let title = words.tn("inbox-title", args![count => self.listed.counts.waiting]);
        let pulse = frame.url("inbox/pulse");
        html! {
            (page_header(&title, html! {}, heard(frame)))
            div.inbox data-pane=(pane) data-pulse=(pulse) data-seen=(self.listed.pulse) {
                (rows::list(frame, &self.listed, self.opened.as_ref()))
                @match &self.opened {
                    Some(opened) => (detail::detail(frame, &self.listed, opened)),
                    None => {
                        section.inbox-detail aria-label=(words.t("inbox-detail")) {
                            (empty_state("message-circle", &words.t("inbox-choose"), &words.t("inbox-choose-lead"), html! {}))
                        }
                    }
                }
            }
        }
    }
}

page_samples!(InboxPage);

/// The way to what Parvis can't read by itself.
fn heard(frame: &Frame) -> Markup {
    html! {
        @if frame.may(Right::Converse) {
            a.button.button-small href=(frame.url("inbox/heard")) { (icon("pencil")) (frame.words.t("inbox-heard")) }
        }
    }
}

/// A count that stops somewhere.
fn capped(words: &Words, count: i64) -> String {
    let shown = words.number(count.min(MOST_COUNTED));
    if count >= MOST_COUNTED { format!("{shown}+") } else { shown }
}
