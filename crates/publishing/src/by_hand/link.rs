use database::Tx;
use jiff::SignedDuration;
use platform::link::{Link, NewLink, Person};
use platform::{Actor, Brand, Membership, Secret, Teammate};
use primitives::Id;

use super::{ByHand, ByHandError, team};

/// What links that open a post by hand are made for.
pub(super) const PURPOSE: &str = "to_post";
/// How long such a link opens.
const LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A post by hand as a letter's link opens it: that one and nothing else of the brand, for one
/// who may post.
#[derive(Debug)]
pub struct Opened {
    /// The link.
    pub link: Link,
    /// Its holder, at work.
    pub actor: Actor,
    /// What is to be posted.
    pub hand: ByHand,
}

/// What a link leads to.
#[derive(Debug)]
pub enum Through {
    /// A post to post.
    Open(Box<Opened>),
    /// Nothing any more: it was posted, given up, held for good, or the link has had its time.
    Over {
        /// Of which brand.
        brand: Id<Brand>,
        /// Who holds the link.
        teammate: Id<Teammate>,
    },
}

impl Opened {
    /// What the link of that secret leads to; nothing at all for a secret that was never made.
    pub async fn by(secret: &Secret, tx: &mut Tx) -> Result<Option<Through>, ByHandError> {
        let Some(link) = Link::find(PURPOSE, secret, tx).await? else { return Ok(None) };
        let (Some(id), Some(teammate)) = (link.subject.id, link.person.teammate) else {
            return Ok(None);
        };
        let over = Through::Over { brand: link.brand, teammate };
        let system = Actor::system(link.brand);
        let member: Option<Membership> =
            team(&system, tx).await?.into_iter().find(|member| member.teammate == teammate);
        let Some(member) = member else { return Ok(None) };
        if !link.opens_at(tx.now()) {
            return Ok(Some(over));
        }
        let actor = Actor::teammate(link.brand, teammate, member.role);
        match ByHand::load(id.cast(), &actor, tx).await {
            Ok(hand) if hand.waits() => {
                Ok(Some(Through::Open(Box::new(Opened { link, actor, hand }))))
            }
            Ok(_) | Err(ByHandError::NotFound) => Ok(Some(over)),
            Err(error) => Err(error),
        }
    }
}

impl ByHand {
    /// Makes the link that a letter to that teammate carries.
    pub async fn link_for(
        &self,
        teammate: &Teammate,
        tx: &mut Tx,
    ) -> Result<(Link, Secret), database::Error> {
        let new = NewLink {
            purpose: PURPOSE,
            subject: self.subject(),
            person: Person {
                name: teammate.name.to_string(),
                email: teammate.email.to_string(),
                teammate: Some(teammate.id),
            },
            life: Some(LIFE),
        };
        Link::make(new, &Actor::system(self.publication.brand), tx).await
    }
}
