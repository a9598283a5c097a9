//! The checks themselves: pure, each over the post as it was read and the desk.

mod alike;
mod carried;
mod charter;
mod labels;
mod networks;
mod persons;
mod rhythm;

use channels::Channel;
use primitives::Id;

use super::piece::Piece;
use super::{Desk, Fact, Finding, Guard, Level};
use crate::post::Post;

/// What every check that the brand uses finds; those that stop first, then those that ask.
pub fn check(post: &Post, desk: &Desk) -> Vec<Finding> {
    let piece = Piece::of(post);
    let mut found = Findings { desk, all: Vec::new() };
    labels::look(&piece, &mut found);
    charter::look(&piece, &mut found);
    alike::look(&piece, &mut found);
    rhythm::look(&piece, &mut found);
    carried::look(&piece, &mut found);
    persons::look(&piece, &mut found);
    networks::look(&piece, &mut found);
    let rank = |level: Level| Level::ALL.iter().position(|one| *one == level);
    found.all.sort_by_key(|finding| rank(finding.level));
    found.all
}

/// Findings as they come: only those of checks that the brand uses.
pub(super) struct Findings<'a> {
    pub desk: &'a Desk,
    all: Vec<Finding>,
}

impl Findings<'_> {
    /// Whether a check is used, to spare its work.
    pub fn wants(&self, guard: Guard) -> bool {
        self.desk.settings.level(guard).is_some()
    }

    pub fn add(&mut self, guard: Guard, channel: Option<Id<Channel>>, fact: Fact) {
        let Some(level) = self.desk.settings.level(guard) else { return };
        let accepted = self.desk.accepted.contains(&guard);
        self.all.push(Finding { guard, level, channel, fact, accepted });
    }
}
