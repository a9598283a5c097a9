//! What tells someone that a post waits to be posted by hand: a letter with a link that opens
//! that post alone, and a word on their devices.

use channels::{Channel, Publication};
use database::Tx;
use platform::push::{self, Push};
use platform::{Actor, Brand, Teammate};
use primitives::{Id, Language};
use publishing::by_hand::{ByHand, ByHandError};
use publishing::letter::HandLetter;

use super::{Desk, Sheet, address, words_of};
use crate::areas::posts::shown::headline;
use crate::words::{Words, args};

/// Who is told of what, and why.
pub(super) struct Told {
    pub publication: Id<Publication>,
    pub to: Id<Teammate>,
    pub why: HandLetter,
}

/// What is said of it.
struct Said<'a> {
    hand: &'a ByHand,
    words: Words,
    network: String,
    account: String,
    title: String,
    /// Whose turn it is, by name.
    assignee: String,
}

impl Desk {
    /// Tells them, unless it was seen to meanwhile; the letter, where one can be sent.
    pub(super) async fn by_hand(
        &self,
        told: &Told,
        brand: &Brand,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<(Sheet, Language)>, database::Error> {
        let hand = match ByHand::load(told.publication, system, tx).await {
            Ok(hand) if hand.waits() && !hand.paused => hand,
            Err(ByHandError::Database(error)) => return Err(error),
            _ => return Ok(None),
        };
        let Some(teammate) = Teammate::by_id(told.to, tx).await? else { return Ok(None) };
        let Ok(channel) = Channel::load(hand.publication.channel, system, tx).await else {
            return Ok(None);
        };
        // The people of the demonstration are not real.
        if teammate.disabled_at.is_some() || brand.demo {
            return Ok(None);
        }
        let words = words_of(brand, teammate.language, tx);
        let assignee = match hand.assignee {
            Some(id) => Teammate::by_id(id, tx).await?.map(|one| one.name.to_string()),
            None => None,
        };
        let title = headline(&hand.publication.content.text, &words.t("approvals-no-words"));
        let said = Said {
            hand: &hand,
            network: channel.network_name.clone(),
            account: channel.handle.clone(),
            assignee: assignee.unwrap_or_else(|| words.t("letter-hand-nobody")),
            title,
            words,
        };
        let page = format!("{}/b/{}/to-post/{}", self.base_url, brand.slug, told.publication);
        push::tell(told.to, &said.push(told.why, page), Some(brand.id), tx).await?;
        if !self.has_server {
            return Ok(None);
        }
        let (_, secret) = hand.link_for(&teammate, tx).await?;
        let link = format!("{}/to-post/{}", self.base_url, secret.reveal());
        Ok(Some((said.sheet(told.why, &teammate, link), teammate.language)))
    }
}

fn key(why: HandLetter) -> &'static str {
    match why {
        HandLetter::Due => "letter-hand-due",
        HandLetter::Reassigned => "letter-hand-reassigned",
        HandLetter::Late => "letter-hand-late",
    }
}

impl Said<'_> {
    fn push(&self, why: HandLetter, url: String) -> Push {
        let key = format!("{}-push", key(why));
        Push {
            title: self.words.tn(&key, args![network => self.network.as_str()]),
            body: self.title.clone(),
            url,
            tag: format!("to-post:{}", self.hand.publication.id),
        }
    }

    fn sheet(&self, why: HandLetter, teammate: &Teammate, link: String) -> Sheet {
        let words = &self.words;
        let key = key(why);
        let when = words.moment(self.hand.publication.due_at);
        let given = args![
            network => self.network.as_str(),
            account => self.account.as_str(),
            title => self.title.as_str(),
            when => when,
            name => self.assignee.as_str()
        ];
        let mut said = vec![
            words.tn("letter-hello", args![name => teammate.name.as_str()]),
            words.tn(key, given),
        ];
        let files = self.hand.publication.content.media.len();
        if files > 0 {
            said.push(words.tn("letter-hand-files", args![count => files]));
        }
        Sheet {
            to: address(teammate.name.as_str(), teammate.email.as_str()),
            subject: words.tn(
                &format!("{key}-subject"),
                args![network => self.network.as_str(), title => self.title.as_str()],
            ),
            said,
            quote: String::new(),
            excerpt: self.hand.publication.content.text.clone(),
            button: (words.t("letter-hand-button"), link),
            foot: words.t("letter-hand-foot"),
        }
    }
}
