//! Whom a rule chooses: pure, and the same each time.

use platform::Teammate;
use primitives::Id;

use super::Way;

/// A teammate of a rule, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub teammate: Id<Teammate>,
    /// Whether they work here today.
    pub here: bool,
    /// How many open conversations they have.
    pub open: i64,
    /// How many they bear at most.
    pub most: Option<i64>,
}

impl Candidate {
    fn can_take(&self) -> bool {
        self.here && self.most.is_none_or(|most| self.open < most)
    }
}

/// Who gets the next one; `last` is who got the one before. None when nobody can take it.
pub fn choose(
    way: Way,
    candidates: &[Candidate],
    last: Option<Id<Teammate>>,
) -> Option<Id<Teammate>> {
    let after = candidates.iter().position(|candidate| Some(candidate.teammate) == last);
    let first = after.map_or(0, |at| at + 1);
    // Begins with who comes after the last one, so that equals take turns.
    let in_turn = candidates.iter().cycle().skip(first).take(candidates.len());
    let mut able = in_turn.filter(|candidate| candidate.can_take());
    let chosen = match way {
        Way::InTurn => able.next(),
        Way::LeastLoaded => able.min_by_key(|candidate| candidate.open),
    };
    chosen.map(|candidate| candidate.teammate)
}
