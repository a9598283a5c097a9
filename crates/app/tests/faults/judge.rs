//! What became of each publication, by the network and by the database.

use std::fmt;

use channels::Publication;
use channels::publication::{NeedsPerson, PublicationState, StateName};

use crate::house::{House, Planned};
use crate::plan::{Kind, Trouble};
use crate::run::AtKill;

/// One publication at the end of its run.
pub struct Case {
    pub kind: Kind,
    pub trouble: Trouble,
    /// Where it stood when the program was (last) killed.
    pub at_kill: Option<StateName>,
    /// Where it stands.
    pub state: StateName,
    /// How many times it is there.
    pub times: usize,
    /// Whether the database has it published under the id that it has there.
    pub known: bool,
    /// Whether it was ever in doubt.
    pub doubted: bool,
    /// Whether it was sent more than once.
    pub again: bool,
    /// Whether it stands under what it answers, and answers nothing when it is the first.
    pub in_place: bool,
    /// A person must look whether it is there.
    pub cannot_tell: bool,
    told: String,
}

impl Case {
    /// There once, in its place, and known to be.
    pub fn is_right(&self) -> bool {
        self.in_place && self.times == 1 && self.known && self.state == StateName::Published
    }

    /// Not there, and nobody is asked.
    pub fn is_lost(&self) -> bool {
        self.times == 0 && !self.cannot_tell
    }
}

/// Judges a run.
pub async fn cases(house: &House, batch: &[Planned], at_kill: &AtKill) -> Vec<Case> {
    let stand = house.publications().await;
    let mut cases = Vec::with_capacity(batch.len());
    for planned in batch {
        let publication = stand.iter().find(|publication| publication.id == planned.id);
        let publication = publication.expect("a publication that was planned stays");
        let before = planned.after.and_then(|id| stand.iter().find(|before| before.id == id));
        cases.push(case(house, planned, publication, before, at_kill).await);
    }
    cases
}

async fn case(
    house: &House,
    planned: &Planned,
    publication: &Publication,
    before: Option<&Publication>,
    at_kill: &AtKill,
) -> Case {
    let network = &house.networks[planned.network];
    let posts: Vec<_> =
        network.posts().into_iter().filter(|post| post.text == planned.text).collect();
    let known = match &publication.state {
        PublicationState::Published { remote, .. } => posts.iter().any(|post| post.id == remote.id),
        _ => false,
    };
    let answered = before.map(|before| match &before.state {
        PublicationState::Published { remote, .. } => remote.id.clone(),
        other => format!("nothing: it is {}", other.name()),
    });
    let in_place = posts.iter().all(|post| post.in_reply_to == answered);
    let mut tx = house.engine.read().await.unwrap();
    let steps = publication.timeline(&mut tx).await.unwrap();
    let told =
        steps.iter().map(|step| format!("\n  {} {} {}", step.at, step.kind.as_str(), step.data));
    let cannot_tell = matches!(
        publication.state,
        PublicationState::NeedsPerson { why: NeedsPerson::CannotTell, .. }
    );
    Case {
        kind: network.kind,
        trouble: network.trouble,
        at_kill: at_kill.get(&planned.id).copied(),
        state: publication.state.name(),
        times: posts.len(),
        known,
        doubted: steps.iter().any(|step| step.kind.as_str() == "uncertain"),
        again: steps.iter().filter(|step| step.kind.as_str() == "sending").count() > 1,
        in_place,
        cannot_tell,
        told: told.collect::<String>() + &format!("\n  at the network: {posts:?}"),
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, trouble) = (self.kind.told(), self.trouble.told());
        write!(f, "{kind}, {trouble}: {} and {} times there{}", self.state, self.times, self.told)
    }
}
