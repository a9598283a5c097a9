use primitives::Id;

use crate::brand::Brand;
use crate::teammate::Teammate;
use crate::token::ApiToken;

/// Who acts, and in which brand: every verb takes one, every load goes through one.
///
/// An actor is only made by authorizing (a session or a token over a brand's membership) or
/// by the system's own work, so holding one is the proof that the brand may be touched.
#[derive(Debug, Clone)]
pub struct Actor {
    brand: Id<Brand>,
    who: Who,
    role: Role,
}

/// The one behind an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// A teammate, signed in.
    Teammate(Id<Teammate>),
    /// A program, with a token that a teammate made.
    Token(Id<ApiToken>, Id<Teammate>),
    /// Parvis itself: deliveries, polls, checks.
    System,
}

database::text_enum! {
    /// What a teammate is in a brand. Listed from the widest to the narrowest.
    pub enum Role {
        /// Everything, brands and teammates included.
        Owner => "owner",
        /// Everything but removing the brand: approves, invites, decides in a crisis.
        Manager => "manager",
        /// The day's work: writes, schedules, publishes, answers, connects channels.
        CommunityManager => "community_manager",
        /// Writes drafts; does not publish nor answer.
        Contributor => "contributor",
        /// Answers questions handed to them; reads the rest.
        Expert => "expert",
        /// Reads.
        ReadOnly => "read_only",
    }
}

/// One thing that a role allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// See the brand's records.
    Read,
    /// Write drafts and media.
    Draft,
    /// Schedule, publish, hold, cancel, decide on an uncertain publication.
    Publish,
    /// Answer, resolve and reopen conversations.
    Converse,
    /// Connect, pause and remove channels and feeds; imports.
    ManageChannels,
    /// Change the brand's settings, pause the brand, see the audit log, tokens.
    ManageBrand,
    /// Invite teammates, change roles, remove them.
    ManageTeam,
    /// Remove the brand.
    RemoveBrand,
}

impl Role {
    /// Whether this role has that right.
    pub fn may(self, right: Right) -> bool {
        use Right as R;
        match self {
            Role::Owner => true,
            Role::Manager => right != R::RemoveBrand,
            Role::CommunityManager => {
                matches!(right, R::Read | R::Draft | R::Publish | R::Converse | R::ManageChannels)
            }
            Role::Contributor => matches!(right, R::Read | R::Draft),
            Role::Expert | Role::ReadOnly => right == R::Read,
        }
    }
}

/// The actor's role does not allow this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a {role} may not do this ({right:?})")]
pub struct NotAllowed {
    /// The role that was too narrow.
    pub role: Role,
    /// The right that it lacks.
    pub right: Right,
}

impl Actor {
    /// A teammate at work in a brand; called where the membership has just been read.
    pub fn teammate(brand: Id<Brand>, teammate: Id<Teammate>, role: Role) -> Self {
        Self { brand, who: Who::Teammate(teammate), role }
    }

    /// A program at work in a brand with a teammate's token.
    pub fn token(
        brand: Id<Brand>,
        token: Id<ApiToken>,
        teammate: Id<Teammate>,
        role: Role,
    ) -> Self {
        Self { brand, who: Who::Token(token, teammate), role }
    }

    /// Parvis itself, at work for a brand.
    pub fn system(brand: Id<Brand>) -> Self {
        Self { brand, who: Who::System, role: Role::Owner }
    }

    /// The brand acted in.
    pub fn brand(&self) -> Id<Brand> {
        self.brand
    }

    /// Who acts.
    pub fn who(&self) -> Who {
        self.who
    }

    /// The role acted under.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The teammate behind the act, when there is one.
    pub fn teammate_id(&self) -> Option<Id<Teammate>> {
        match self.who {
            Who::Teammate(id) | Who::Token(_, id) => Some(id),
            Who::System => None,
        }
    }

    /// Whether the role allows it, without refusing: what screens ask before they offer.
    pub fn may(&self, right: Right) -> bool {
        self.role.may(right)
    }

    /// Refuses unless the role allows it: what every verb asks first.
    pub fn must(&self, right: Right) -> Result<(), NotAllowed> {
        if self.role.may(right) { Ok(()) } else { Err(NotAllowed { role: self.role, right }) }
    }
}
