//! The form of a rule, each kind of condition and of action in its place: nothing in a place, and
//! the rule does not look at it.

mod fields;
mod lines;
mod read;
mod refuse;

use channels::{Channel, ItemKind};
use conversations::Label;
use conversations::moderation::{Harm, Tone};
use conversations::saved::SavedReply;
use database::Tx;
use platform::{Membership, Right};

use super::decide::{clauses, grounds};
use crate::{InBrand, Refusal};

pub use fields::fields;
pub use lines::{action_line, condition_line};
pub use read::{form_of, read};
pub use refuse::refuse;

const LANGUAGES: [&str; 3] = ["fr", "en", "other"];
const HARMS: [(Harm, &str); 4] = [
    (Harm::Insult, "insult"),
    (Harm::Hate, "hate"),
    (Harm::Threat, "threat"),
    (Harm::Swearing, "swearing"),
];
const TONES: [(Tone, &str); 3] =
    [(Tone::Negative, "negative"), (Tone::Neutral, "neutral"), (Tone::Positive, "positive")];
const KINDS: [ItemKind; 5] =
    [ItemKind::Reply, ItemKind::Mention, ItemKind::Quote, ItemKind::Direct, ItemKind::Review];

/// What rules may name, by id.
#[derive(Clone, Default)]
pub struct Around {
    channels: Vec<(String, String)>,
    labels: Vec<(String, String)>,
    team: Vec<(String, String)>,
    saved: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
}

impl Around {
    pub async fn load(here: &InBrand, tx: &mut Tx) -> Result<Self, Refusal> {
        let actor = &here.actor;
        let channels = Channel::all(actor, tx).await.map_err(Refusal::fault)?;
        let labels = Label::all(actor, tx).await.map_err(Refusal::fault)?;
        let team = Membership::of_brand(actor, tx).await.map_err(Refusal::fault)?;
        let saved = SavedReply::all(actor, tx).await?;
        let answers = team.iter().filter(|one| one.role.may(Right::Converse));
        let network = |one: &Channel| format!("{}, {}", one.network_name, one.handle);
        Ok(Self {
            channels: channels.iter().map(|one| (one.id.to_string(), network(one))).collect(),
            labels: labels.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
            team: answers.map(|one| (one.teammate.to_string(), one.name.to_string())).collect(),
            saved: saved.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
            grounds: grounds(here.words(), &clauses(here, tx).await?),
        })
    }

    pub fn sample() -> Self {
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        Self {
            channels: vec![pair("01920000-0000-7000-8000-000000000001", "Mastodon, fournil")],
            labels: vec![pair("01920000-0000-7000-8000-000000000002", "Prix")],
            team: vec![pair("01920000-0000-7000-8000-000000000003", "Louise Martin")],
            saved: vec![pair("01920000-0000-7000-8000-000000000004", "Horaires")],
            grounds: vec![pair("", "Choisir"), pair("law:insult", "Injure publique")],
        }
    }
}
