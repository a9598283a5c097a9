//! What the forms of the screen ask for, whether its person is signed in or came by a link.

use channels::connector::Site;
use channels::{Connectors, Publication};
use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Teammate};
use primitives::Id;
use publishing::by_hand::{ByHand, ByHandError, Snooze};

use crate::words::Words;
use crate::{Form, Go, Refusal};

/// What a form of the screen asks for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wish {
    Posted,
    Snooze,
    Reassign,
    GiveUp,
}

/// What came of it.
pub(super) enum Did {
    Posted,
    Snoozed(Timestamp),
    Passed(String),
    Left,
}

/// What the screen asks back before it does what was wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asks {
    /// Whether a link to another site is the right one.
    OtherSite { host: String, profile: bool },
    /// Whether it may appear another day.
    OtherDay { until: Timestamp, snooze: String },
}

pub(super) async fn act(
    wish: Wish,
    id: Id<Publication>,
    form: &Form,
    connectors: &Connectors,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Did, ByHandError> {
    let sure = form.has("sure");
    match wish {
        Wish::Posted => {
            let site = site_of(id, connectors, actor, tx).await?;
            ByHand::posted(id, form.get("link"), sure, site, actor, tx).await?;
            Ok(Did::Posted)
        }
        Wish::Snooze => {
            let snooze = Snooze::read(snooze_word(form));
            Ok(Did::Snoozed(ByHand::snooze(id, &snooze, sure, actor, tx).await?))
        }
        Wish::Reassign => {
            let to: Id<Teammate> =
                form.get("to").parse().map_err(|_| ByHandError::NoSuchTeammate)?;
            ByHand::reassign(id, to, actor, tx).await?;
            let name = Teammate::by_id(to, tx).await?.map(|one| one.name.to_string());
            Ok(Did::Passed(name.unwrap_or_default()))
        }
        Wish::GiveUp => {
            ByHand::give_up(id, form.get("reason"), actor, tx).await?;
            Ok(Did::Left)
        }
    }
}

/// A button's word, or the time of one's choice.
fn snooze_word(form: &Form) -> &str {
    match form.get("for") {
        "" | "at" => form.get("at"),
        word => word,
    }
}

async fn site_of(
    id: Id<Publication>,
    connectors: &Connectors,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Option<&'static Site>, ByHandError> {
    let hand = ByHand::load(id, actor, tx).await?;
    let channel = channels::Channel::load(hand.publication.channel, actor, tx).await;
    Ok(channel.ok().and_then(|channel| connectors.site_of(&channel)))
}

impl Did {
    /// Goes to `to`, where it is said.
    pub fn go(&self, to: String, words: &Words) -> Go {
        let go = Go::to(to);
        match self {
            Did::Posted => go.saying("to-post-was-posted"),
            Did::Snoozed(until) => {
                go.saying("to-post-was-snoozed").with("when", words.moment(*until))
            }
            Did::Passed(name) => go.saying("to-post-was-passed").with("name", name.clone()),
            Did::Left => go.saying("to-post-was-left"),
        }
    }
}

/// Puts beside the fields what was refused; what is asked back, if it is a question.
///
/// # Errors
/// What no form can put right.
pub(super) fn refuse(
    form: &mut Form,
    error: ByHandError,
    words: &Words,
) -> Result<Option<Asks>, Refusal> {
    let (field, key) = match error {
        ByHandError::OtherSite { host, profile } => {
            return Ok(Some(Asks::OtherSite { host, profile }));
        }
        ByHandError::OtherDay { until } => {
            let snooze = snooze_word(form).to_owned();
            return Ok(Some(Asks::OtherDay { until, snooze }));
        }
        ByHandError::NotALink => ("link", "to-post-not-a-link"),
        ByHandError::Decide(channels::publication::DecideError::LinkNeeded) => {
            ("link", "publications-link-needed")
        }
        ByHandError::Time(_) => ("at", "to-post-not-a-time"),
        ByHandError::InThePast => ("at", "to-post-in-the-past"),
        ByHandError::TooFar => ("at", "to-post-too-far"),
        ByHandError::NoSuchTeammate => ("to", "to-post-no-such-teammate"),
        ByHandError::SayWhy => ("reason", "to-post-say-why"),
        ByHandError::ReasonTooLong => ("reason", "to-post-reason-too-long"),
        other => return Err(other.into()),
    };
    form.refuse(field, words.t(key));
    Ok(None)
}
