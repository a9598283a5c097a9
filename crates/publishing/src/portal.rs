//! The client's link: someone outside follows what is planned, comments and agrees, without an
//! account, on one page and nothing else of the brand.

mod guest;
mod store;

use channels::Channel;
use database::{Tx, text_enum};
use jiff::{SignedDuration, Timestamp};
use platform::activity::{self, Subject};
use platform::field::Email;
use platform::link::{Link, NewLink, Person};
use platform::{Actor, Brand, NotAllowed, Right, Secret};
use primitives::{Id, Language};
use serde_json::json;

use crate::campaign::Campaign;

pub use guest::{Guest, GuestError, Planned};

/// What client links are made for.
const PURPOSE: &str = "portal";

/// A client's window on the brand's calendar.
#[derive(Debug, Clone)]
pub struct Portal {
    /// Its id.
    pub id: Id<Portal>,
    /// The brand.
    pub brand: Id<Brand>,
    /// The person it was given to.
    pub name: String,
    /// Their company; may be empty.
    pub company: String,
    /// Their address: by it a path names them. May be empty.
    pub email: String,
    /// The language of its pages.
    pub language: Language,
    /// Only the posts of this campaign.
    pub campaign: Option<Id<Campaign>>,
    /// Only what goes to these channels; all of them when empty.
    pub channels: Vec<Id<Channel>>,
    /// Whether they may comment.
    pub may_comment: bool,
    /// Whether they may agree, where a path names their address.
    pub may_approve: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// The link that opens it, while there is one.
    pub link: Option<Link>,
}

/// What a client's window is made of.
#[derive(Debug, Clone, Default)]
pub struct NewPortal {
    /// The person it is for.
    pub name: String,
    /// Their company.
    pub company: String,
    /// Their address.
    pub email: String,
    /// The language of its pages.
    pub language: Language,
    /// Only the posts of this campaign.
    pub campaign: Option<Id<Campaign>>,
    /// Only what goes to these channels.
    pub channels: Vec<Id<Channel>>,
    /// Whether they may comment.
    pub may_comment: bool,
    /// Whether they may agree.
    pub may_approve: bool,
    /// How long the link opens; until it is revoked when not said.
    pub life: Life,
}

text_enum! {
    /// How long a client's link opens.
    #[derive(Default)]
    pub enum Life {
        /// A month.
        Month => "month",
        /// Three months.
        #[default]
        Quarter => "quarter",
        /// A year.
        Year => "year",
        /// Until someone ends it.
        Open => "open",
    }
}

/// Why a client's window was not made, changed or opened.
#[derive(Debug, thiserror::Error)]
pub enum PortalError {
    /// There is no such one in the actor's brand.
    #[error("there is no such client link in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The person has no name.
    #[error("the person has no name")]
    NoName,
    /// Not an address, or none where agreeing asks for one.
    #[error("this is not an address")]
    NotAnAddress,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Life {
    fn lasts(self) -> Option<SignedDuration> {
        let days = match self {
            Life::Month => 31,
            Life::Quarter => 92,
            Life::Year => 366,
            Life::Open => return None,
        };
        Some(SignedDuration::from_hours(24 * days))
    }
}

impl Portal {
    /// The windows of the actor's brand that were not closed, the newest first.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Portal>, PortalError> {
        actor.must(Right::Publish)?;
        let mut portals = store::all(actor.brand(), tx).await?;
        for portal in &mut portals {
            let subject = Subject::new("portal", portal.id);
            let links = Link::about(PURPOSE, &subject, actor, tx).await?;
            portal.link = links.into_iter().find(|link| link.revoked_at.is_none());
        }
        Ok(portals)
    }

    /// Opens a window to a client. The secret of its link is shown once.
    pub async fn make(
        new: NewPortal,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Portal, Secret), PortalError> {
        actor.must(Right::ManageBrand)?;
        let (portal, life) = checked(new, actor, tx).await?;
        store::insert(&portal, actor, tx).await?;
        let secret = portal.new_link(life, actor, tx).await?;
        let data = json!({ "name": portal.name });
        let subject = Subject::new("portal", portal.id);
        activity::record(tx, actor, "portal.made", subject, data).await?;
        Ok((portal, secret))
    }

    /// Gives the same client a new link; the one before opens nothing any more.
    pub async fn renew(
        id: Id<Portal>,
        life: Life,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Portal, Secret), PortalError> {
        actor.must(Right::ManageBrand)?;
        let portal = store::load(actor.brand(), id, tx).await?.ok_or(PortalError::NotFound)?;
        let subject = Subject::new("portal", id);
        Link::revoke_about(PURPOSE, &subject, actor, tx).await?;
        let secret = portal.new_link(life, actor, tx).await?;
        let data = json!({ "name": portal.name });
        activity::record(tx, actor, "portal.renewed", subject, data).await?;
        Ok((portal, secret))
    }

    /// Closes the window: its link opens nothing any more.
    pub async fn end(id: Id<Portal>, actor: &Actor, tx: &mut Tx) -> Result<(), PortalError> {
        actor.must(Right::ManageBrand)?;
        let portal = store::load(actor.brand(), id, tx).await?.ok_or(PortalError::NotFound)?;
        store::end(id, tx).await?;
        let subject = Subject::new("portal", id);
        Link::revoke_about(PURPOSE, &subject, actor, tx).await?;
        let data = json!({ "name": portal.name });
        Ok(activity::record(tx, actor, "portal.ended", subject, data).await?)
    }

    async fn new_link(
        &self,
        life: Life,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Secret, database::Error> {
        let new = NewLink {
            purpose: PURPOSE,
            subject: Subject::new("portal", self.id),
            person: Person { name: self.name.clone(), email: self.email.clone(), teammate: None },
            life: life.lasts(),
        };
        Ok(Link::make(new, actor, tx).await?.1)
    }
}

async fn checked(
    new: NewPortal,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(Portal, Life), PortalError> {
    let short = |text: &str| text.trim().chars().take(100).collect::<String>();
    let name = short(&new.name);
    if name.is_empty() {
        return Err(PortalError::NoName);
    }
    let email = match new.email.trim() {
        "" if new.may_approve => return Err(PortalError::NotAnAddress),
        "" => String::new(),
        typed => Email::parse(typed).map_err(|_| PortalError::NotAnAddress)?.to_string(),
    };
    if let Some(campaign) = new.campaign {
        Campaign::load(campaign, actor, tx).await.map_err(|_| PortalError::NotFound)?;
    }
    for channel in &new.channels {
        Channel::load(*channel, actor, tx).await.map_err(|_| PortalError::NotFound)?;
    }
    let portal = Portal {
        id: tx.new_id(),
        brand: actor.brand(),
        name,
        company: short(&new.company),
        email,
        language: new.language,
        campaign: new.campaign,
        channels: new.channels,
        may_comment: new.may_comment,
        may_approve: new.may_approve,
        created_at: tx.now(),
        link: None,
    };
    Ok((portal, new.life))
}
