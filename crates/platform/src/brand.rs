//! A brand: what is managed, and the wall that keeps records apart. Every record belongs to
//! one; loading a brand through a teammate's membership is the authorization.

use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use primitives::{Id, Language};
use serde_json::json;

use crate::field::{Colour, Name, Zone};
use crate::organization::Organization;
use crate::{Actor, Membership, NotAllowed, Right, Role, Subject, Teammate, activity, media};

mod slug;
mod store;

/// A brand being managed.
#[derive(Debug, Clone)]
pub struct Brand {
    /// Which one.
    pub id: Id<Brand>,
    /// Whose.
    pub organization: Id<Organization>,
    /// Its name.
    pub name: Name,
    /// Its place in addresses: unique, never changed.
    pub slug: String,
    /// Its colour.
    pub colour: Colour,
    /// Where its days begin and end, and what its schedules are written in.
    pub zone: Zone,
    /// The language of its community.
    pub language: Language,
    /// Whether it is the demonstration, to be labelled and removable in one click.
    pub demo: bool,
    /// How late a publication may be before teammates are told.
    pub late_after: SignedDuration,
    /// Set while nothing may be sent.
    pub paused: Option<Pause>,
    /// Since when it is here.
    pub created_at: Timestamp,
}

/// Nothing of the brand is sent until someone resumes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Since when.
    pub at: Timestamp,
    /// Who decided; none when Parvis did.
    pub by: Option<Id<Teammate>>,
    /// Why, as they wrote it; may be empty.
    pub reason: String,
    /// The crisis that it belongs to: posts are then held, and answers leave.
    pub crisis: Option<Id<CrisisRef>>,
}

/// Stands for a crisis in an id: the noun lives above, in `conversations`.
#[derive(Debug)]
pub enum CrisisRef {}

/// What a pause holds back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Nothing: there is no pause.
    Nothing,
    /// Posts, but for those that a person lets through: a crisis.
    Posts,
    /// Everything.
    Everything,
}

/// A brand to be.
#[derive(Debug, Clone)]
pub struct NewBrand {
    /// Its name; its address is made from it.
    pub name: Name,
    /// Its colour.
    pub colour: Colour,
    /// Its time zone.
    pub zone: Zone,
    /// The language of its community.
    pub language: Language,
    /// Whether it is the demonstration.
    pub demo: bool,
}

/// What a brand is to become.
#[derive(Debug, Clone)]
pub struct BrandEdit {
    /// Its name; its address stays.
    pub name: Name,
    /// Its colour.
    pub colour: Colour,
    /// Its time zone; what is scheduled keeps its local time and its zone.
    pub zone: Zone,
    /// The language of its community.
    pub language: Language,
    /// How late a publication may be before teammates are told: 1 minute to 7 days.
    pub late_after: SignedDuration,
}

/// Why a brand was not changed.
#[derive(Debug, thiserror::Error)]
pub enum BrandError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// `late_after` is not between 1 minute and 7 days.
    #[error("the delay before an alert is not between 1 minute and 7 days")]
    DelayOutOfRange,
    /// It is paused already.
    #[error("the brand is paused already")]
    AlreadyPaused,
    /// It is not paused.
    #[error("the brand is not paused")]
    NotPaused,
    /// A crisis keeps it paused: the crisis is ended first.
    #[error("a crisis keeps the brand paused")]
    InCrisis(Id<CrisisRef>),
    /// The reason has more than [`Brand::LONGEST_REASON`] characters.
    #[error("the reason is too long")]
    ReasonTooLong,
    /// Only a teammate can own a brand.
    #[error("only a teammate can own a brand")]
    NoOwner,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Brand {
    /// The longest reason of a pause, in characters.
    pub const LONGEST_REASON: usize = 500;

    /// Adds a brand beside the actor's, in the same organization; the actor becomes its owner.
    /// For owners.
    pub async fn create(
        new: NewBrand,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Self, Actor), BrandError> {
        actor.must(Right::RemoveBrand)?;
        let owner = actor.teammate_id().ok_or(BrandError::NoOwner)?;
        let organization = Organization::of(actor, tx).await?;
        Ok(Self::found(organization.id, owner, new, tx).await?)
    }

    /// Adds a brand with its owner: for the first visit, the command line and the demonstration,
    /// which act for nobody's role.
    pub async fn found(
        organization: Id<Organization>,
        owner: Id<Teammate>,
        new: NewBrand,
        tx: &mut Tx,
    ) -> Result<(Self, Actor), Error> {
        let mut brand = Self {
            id: tx.new_id(),
            organization,
            slug: String::new(),
            name: new.name,
            colour: new.colour,
            zone: new.zone,
            language: new.language,
            demo: new.demo,
            late_after: SignedDuration::from_mins(10),
            paused: None,
            created_at: tx.now(),
        };
        slug::insert_with_a_free_slug(&mut brand, tx).await?;
        Membership::add(brand.id, owner, Role::Owner, tx).await?;
        let actor = Actor::teammate(brand.id, owner, Role::Owner);
        let data = json!({ "name": brand.name.as_str(), "demo": brand.demo });
        activity::record(tx, &actor, "brand.created", brand.subject(), data).await?;
        Ok((brand, actor))
    }

    /// The brand at that address, if this teammate works there: finding it is the authorization.
    pub async fn by_slug_for(
        teammate: Id<Teammate>,
        slug: &str,
        tx: &mut Tx,
    ) -> Result<Option<(Self, Actor)>, Error> {
        store::by_slug_for(teammate, slug, tx).await
    }

    /// The brands where this teammate works, with their role, by name.
    pub async fn of_teammate(
        teammate: Id<Teammate>,
        tx: &mut Tx,
    ) -> Result<Vec<(Self, Role)>, Error> {
        store::of_teammate(teammate, tx).await
    }

    /// The actor's brand, as it is now.
    ///
    /// # Errors
    /// [`Error::NoRow`] when it was removed meanwhile.
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Self, Error> {
        store::by_id(actor.brand(), tx).await?.ok_or(Error::NoRow)
    }

    /// A brand for Parvis's own work; none when it was removed.
    pub async fn for_system(id: Id<Brand>, tx: &mut Tx) -> Result<Option<(Self, Actor)>, Error> {
        Ok(store::by_id(id, tx).await?.map(|brand| (brand, Actor::system(id))))
    }

    /// Every brand, by name: for recurring work and the command line.
    pub async fn all(tx: &mut Tx) -> Result<Vec<Self>, Error> {
        store::all(tx).await
    }

    /// Whether nothing of the brand may be sent now: what the send fence asks, inside it. A brand
    /// that is gone is paused for good.
    pub async fn is_paused(id: Id<Brand>, tx: &mut Tx) -> Result<bool, Error> {
        Ok(store::by_id(id, tx).await?.is_none_or(|brand| brand.paused.is_some()))
    }

    /// What keeps a post, or an answer, of the brand from being sent now: the send fence asks it,
    /// inside it. A crisis holds posts and lets answers leave.
    pub async fn holds_back(id: Id<Brand>, answer: bool, tx: &mut Tx) -> Result<Held, Error> {
        let Some(brand) = store::by_id(id, tx).await? else { return Ok(Held::Everything) };
        Ok(match brand.paused.map(|pause| pause.crisis) {
            None => Held::Nothing,
            Some(None) => Held::Everything,
            Some(Some(_)) if answer => Held::Nothing,
            Some(Some(_)) => Held::Posts,
        })
    }

    /// Changes what the brand is. Needs [`Right::ManageBrand`].
    pub async fn edit(
        mut self,
        edit: BrandEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, BrandError> {
        self.check(actor, Right::ManageBrand)?;
        let week = SignedDuration::from_hours(7 * 24);
        if edit.late_after < SignedDuration::from_mins(1) || edit.late_after > week {
            return Err(BrandError::DelayOutOfRange);
        }
        let data = json!({
            "name": { "from": self.name.as_str(), "to": edit.name.as_str() },
            "zone": { "from": self.zone.name(), "to": edit.zone.name() },
        });
        self.name = edit.name;
        self.colour = edit.colour;
        self.zone = edit.zone;
        self.language = edit.language;
        self.late_after = edit.late_after;
        store::update(&self, tx).await?;
        activity::record(tx, actor, "brand.edited", self.subject(), data).await?;
        Ok(self)
    }

    /// Stops everything of the brand from being sent, at once, until it is resumed. Needs
    /// [`Right::Publish`]: whoever may send may stop.
    pub async fn pause(
        mut self,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, BrandError> {
        self.check(actor, Right::Publish)?;
        let reason = reason.trim();
        if reason.chars().count() > Self::LONGEST_REASON {
            return Err(BrandError::ReasonTooLong);
        }
        let (at, by) = (tx.now(), actor.teammate_id());
        let pause = Pause { at, by, reason: reason.to_owned(), crisis: None };
        if !store::pause(self.id, &pause, tx).await? {
            return Err(BrandError::AlreadyPaused);
        }
        let data = json!({ "reason": reason });
        activity::record(tx, actor, "brand.paused", self.subject(), data).await?;
        self.paused = Some(pause);
        Ok(self)
    }

    /// Holds the brand's posts while that crisis lasts; answers leave. A pause that holds
    /// everything becomes this one. Needs [`Right::Publish`].
    pub async fn pause_for_crisis(
        mut self,
        crisis: Id<CrisisRef>,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, BrandError> {
        self.check(actor, Right::Publish)?;
        let reason: String = reason.trim().chars().take(Self::LONGEST_REASON).collect();
        let (at, by) = (tx.now(), actor.teammate_id());
        let pause = Pause { at, by, reason, crisis: Some(crisis) };
        store::pause_for_crisis(self.id, &pause, tx).await?;
        let data = json!({ "reason": pause.reason, "crisis": crisis });
        activity::record(tx, actor, "brand.paused", self.subject(), data).await?;
        self.paused = Some(pause);
        Ok(self)
    }

    /// Ends the pause of that crisis, and no other. Needs [`Right::Publish`].
    pub async fn resume_after_crisis(
        mut self,
        crisis: Id<CrisisRef>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, BrandError> {
        self.check(actor, Right::Publish)?;
        if self.paused.as_ref().and_then(|pause| pause.crisis) == Some(crisis) {
            store::resume(self.id, tx).await?;
            let data = json!({ "paused_at": self.paused.as_ref().map(|pause| pause.at) });
            activity::record(tx, actor, "brand.resumed", self.subject(), data).await?;
            self.paused = None;
        }
        Ok(self)
    }

    /// Lets the brand send again, unless a crisis keeps it paused. Needs [`Right::Publish`].
    pub async fn resume(mut self, actor: &Actor, tx: &mut Tx) -> Result<Self, BrandError> {
        self.check(actor, Right::Publish)?;
        if let Some(crisis) = store::crisis_of(self.id, tx).await? {
            return Err(BrandError::InCrisis(crisis));
        }
        if !store::resume(self.id, tx).await? {
            return Err(BrandError::NotPaused);
        }
        let data = json!({ "paused_at": self.paused.as_ref().map(|pause| pause.at) });
        activity::record(tx, actor, "brand.resumed", self.subject(), data).await?;
        self.paused = None;
        Ok(self)
    }

    /// Removes the brand and every record of it, for good; its pictures leave the store soon
    /// after. The teammates invented for a demonstration go with it. Needs
    /// [`Right::RemoveBrand`].
    pub async fn remove(self, actor: &Actor, tx: &mut Tx) -> Result<(), BrandError> {
        self.check(actor, Right::RemoveBrand)?;
        let hashes = media::hashes_of(self.id, tx).await?;
        if !hashes.is_empty() {
            jobs::enqueue(tx, &media::ForgetPictures { hashes }, jobs::Enqueue::now()).await?;
        }
        if self.demo {
            store::remove_invented(self.id, tx).await?;
        }
        store::remove(self.id, tx).await?;
        if let Some(teammate) = actor.teammate_id() {
            let data = json!({ "name": self.name.as_str(), "demo": self.demo });
            let subject = self.subject();
            activity::record_of_teammate(tx, teammate, "brand.removed", subject, data).await?;
        }
        Ok(())
    }

    fn subject(&self) -> Subject {
        Subject::new("brand", self.id)
    }

    /// An actor of another brand is no more than a stranger here.
    fn check(&self, actor: &Actor, right: Right) -> Result<(), NotAllowed> {
        if actor.brand() != self.id {
            return Err(NotAllowed { role: actor.role(), right });
        }
        actor.must(right)
    }
}
