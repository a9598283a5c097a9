//! What the buttons inside a composer's form do where no script does it.

use channels::Channel;
use primitives::Id;
use publishing::Template;
use publishing::post::VariantExtras;

use super::Draft;
use crate::Form;

/// The buttons inside the form that change the draft and come back to it.
const BUTTONS: [&str; 15] = [
    "remove",
    "earlier",
    "later",
    "follow",
    "attach",
    "add-part",
    "remove-part",
    "earlier-part",
    "later-part",
    "own-thread-of",
    "common-thread",
    "add-choice",
    "remove-choice",
    "insert",
    "split",
];

impl Draft {
    /// Does what the buttons inside the form ask: remove a picture, move it, add a part to the
    /// thread… True if one was pressed.
    pub fn press(&mut self, form: &Form) -> bool {
        let place = |draft: &Self, name: &str| {
            draft.media.iter().position(|(id, _)| id.to_string() == form.get(name))
        };
        if let Some(at) = place(self, "remove") {
            self.media.remove(at);
        } else if let Some(at) = place(self, "earlier") {
            swap(&mut self.media, at.checked_sub(1), at);
        } else if let Some(at) = place(self, "later") {
            swap(&mut self.media, Some(at), at + 1);
        }
        self.press_thread(form);
        self.press_poll(form);
        BUTTONS.iter().any(|name| form.has(name))
    }

    fn press_thread(&mut self, form: &Form) {
        let begun = form.get("own-thread-of");
        if let Ok(channel) = begun.parse::<Id<Channel>>() {
            let thread = self.thread_for(channel);
            self.extras_mut(channel).thread = Some(thread);
        }
        let asked = |name: &str| {
            let (whose, at) = form.get(name).rsplit_once(':')?;
            Some((whose.to_owned(), at.parse::<usize>().ok()?))
        };
        if let Some((whose, at)) = asked("remove-part") {
            let thread = self.thread_mut(&whose);
            if at < thread.len() {
                thread.remove(at);
            }
        } else if let Some((whose, at)) = asked("earlier-part") {
            swap(self.thread_mut(&whose), at.checked_sub(1), at);
        } else if let Some((whose, at)) = asked("later-part") {
            swap(self.thread_mut(&whose), Some(at), at + 1);
        }
    }

    /// What a channel says otherwise, to be changed.
    fn extras_mut(&mut self, channel: Id<Channel>) -> &mut VariantExtras {
        let at = self.own_extras.iter().position(|(known, _)| *known == channel);
        let at = at.unwrap_or_else(|| {
            self.own_extras.push((channel, VariantExtras::default()));
            self.own_extras.len() - 1
        });
        &mut self.own_extras[at].1
    }

    /// Opens an empty place for what comes next: a part of the thread (`part`, `part:CHANNEL`) or
    /// a choice of the poll (`choice`).
    pub fn make_room(&mut self, what: &str) {
        match what.split_once(':').unwrap_or((what, "")) {
            ("part", whose) => self.thread_mut(whose).push(String::new()),
            ("choice", _) => {
                if let Some(poll) = &mut self.extras.poll {
                    poll.choices.push(String::new());
                }
            }
            _ => {}
        }
    }

    /// The place that a button asks for, to be opened once the page is shown again.
    pub fn room_asked(form: &Form) -> Option<String> {
        match form.get("add-part") {
            _ if form.has("add-choice") => Some("choice".to_owned()),
            "common" => Some("part".to_owned()),
            "" => None,
            channel => Some(format!("part:{channel}")),
        }
    }

    /// Puts a kept text in the draft: in the text of its channel, or of the one that is shown;
    /// hashtags and signatures at the end.
    pub fn insert(&mut self, template: &Template, shown: Option<Id<Channel>>) {
        let channel = template.channel.filter(|id| self.channels.contains(id)).or(shown);
        let text = match channel {
            Some(channel) => format!("{}{}", self.text_for(channel), self.before_insert(channel)),
            None if self.text.trim().is_empty() => String::new(),
            None => format!("{}\n\n", self.text.trim_end()),
        };
        let text = format!("{text}{}", template.text);
        match channel {
            Some(channel) => {
                self.own.retain(|(known, _)| *known != channel);
                self.own.push((channel, text));
            }
            None => self.text = text,
        }
    }

    fn before_insert(&self, channel: Id<Channel>) -> &'static str {
        if self.text_for(channel).trim().is_empty() { "" } else { "\n\n" }
    }

    /// Cuts the common text in a thread, at the ends of sentences, so that every part fits
    /// wherever it goes; what the thread held already follows.
    pub fn split(&mut self, fits: impl Fn(&str) -> bool) {
        let mut parts = publishing::split::in_parts(&self.text, fits).into_iter();
        self.text = parts.next().unwrap_or_default();
        let before = std::mem::take(&mut self.extras.thread);
        self.extras.thread = parts.chain(before).collect();
    }

    fn press_poll(&mut self, form: &Form) {
        let Some(poll) = &mut self.extras.poll else { return };
        let removed = form.get("remove-choice").parse::<usize>().ok();
        if let Some(at) = removed.filter(|at| *at < poll.choices.len()) {
            poll.choices.remove(at);
        }
    }

    /// The thread of a channel that has its own, the common one otherwise.
    fn thread_mut(&mut self, whose: &str) -> &mut Vec<String> {
        let channel = whose.parse::<Id<Channel>>().ok();
        let own = channel.and_then(|channel| {
            self.own_extras.iter().position(|(c, e)| *c == channel && e.thread.is_some())
        });
        match own.and_then(|at| self.own_extras[at].1.thread.as_mut()) {
            Some(thread) => thread,
            None => &mut self.extras.thread,
        }
    }
}

/// Exchanges two places, where both are there.
fn swap<T>(list: &mut [T], one: Option<usize>, other: usize) {
    if let Some(one) = one.filter(|one| *one < list.len() && other < list.len()) {
        list.swap(one, other);
    }
}
