use database::Tx;
use jiff::SignedDuration;
use platform::link::{Link, NewLink, Person};
use platform::{Actor, Brand, Right, Secret, Subject};
use primitives::Id;

use super::ask::role_of;
use super::{ApprovalError, Asked, Request, key_of, key_of_outside};
use crate::comment::{Comment, CommentError, NewComment};
use crate::post::Post;

/// What links that open a request are made for.
const PURPOSE: &str = "approval";
/// How long such a link opens.
const LIFE: SignedDuration = SignedDuration::from_hours(21 * 24);

/// Who answers.
#[derive(Debug, Clone)]
pub enum Speaker {
    /// A teammate, signed in or from their own letter.
    Teammate(Actor),
    /// Someone outside, from their letter or their client link.
    Outside {
        /// The brand whose post they were given to read.
        brand: Id<Brand>,
        /// Their name.
        name: String,
        /// Their address.
        email: String,
    },
}

impl Speaker {
    /// Their key among those who are asked.
    pub fn key(&self) -> String {
        match self {
            Speaker::Teammate(actor) => actor.teammate_id().map(key_of).unwrap_or_default(),
            Speaker::Outside { email, .. } => key_of_outside(email),
        }
    }

    /// The brand.
    pub fn brand(&self) -> Id<Brand> {
        match self {
            Speaker::Teammate(actor) => actor.brand(),
            Speaker::Outside { brand, .. } => *brand,
        }
    }

    /// Whether they have no account.
    pub fn is_outside(&self) -> bool {
        matches!(self, Speaker::Outside { .. })
    }

    /// Who the stream of activity says did it.
    pub(crate) fn actor(&self) -> Actor {
        match self {
            Speaker::Teammate(actor) => actor.clone(),
            Speaker::Outside { brand, .. } => Actor::system(*brand),
        }
    }
}

/// A request as its letter's link opens it: that post and nothing else of the brand.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The link.
    pub link: Link,
    /// Who holds it.
    pub speaker: Speaker,
    /// What is asked.
    pub request: Request,
    /// The post as it is now.
    pub post: Post,
}

impl Opened {
    /// What the link of that secret opens, while it does.
    pub async fn by(secret: &Secret, tx: &mut Tx) -> Result<Option<Opened>, ApprovalError> {
        let Some(link) = Link::open(PURPOSE, secret, tx).await? else { return Ok(None) };
        let system = Actor::system(link.brand);
        let Some(id) = link.subject.id else { return Ok(None) };
        let request = match Request::load(id.cast(), &system, tx).await {
            Ok(request) => request,
            Err(ApprovalError::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let speaker = match link.person.teammate {
            Some(teammate) => match role_of(teammate, &system, tx).await? {
                Some(role) => Speaker::Teammate(Actor::teammate(link.brand, teammate, role)),
                None => return Ok(None),
            },
            None => Speaker::Outside {
                brand: link.brand,
                name: link.person.name.clone(),
                email: link.person.email.clone(),
            },
        };
        // Someone whose place was passed on has nothing to see any more.
        let key = speaker.key();
        if request.steps.iter().all(|step| step.people.iter().all(|asked| asked.key != key)) {
            return Ok(None);
        }
        match Post::load(request.post, &system, tx).await {
            Ok(post) => Ok(Some(Opened { link, speaker, request, post })),
            Err(crate::post::PostError::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

impl Opened {
    /// Says something of the post, as whoever holds the link.
    pub async fn comment(&self, words: &str, tx: &mut Tx) -> Result<Comment, CommentError> {
        match &self.speaker {
            Speaker::Outside { name, .. } => {
                Comment::say_from_outside(&self.post, words, name, tx).await
            }
            Speaker::Teammate(actor) => {
                let new = NewComment { words: words.to_owned(), ..NewComment::default() };
                Comment::say(&self.post, new, actor, tx).await
            }
        }
    }
}

impl Request {
    /// Makes the link that a letter to one of those asked carries.
    pub async fn link_for(
        &self,
        asked: &Asked,
        tx: &mut Tx,
    ) -> Result<(Link, Secret), database::Error> {
        let new = NewLink {
            purpose: PURPOSE,
            subject: Subject::new("approval", self.id),
            person: Person {
                name: asked.name.clone(),
                email: asked.email.clone(),
                teammate: asked.teammate,
            },
            life: Some(LIFE),
        };
        Link::make(new, &Actor::system(self.brand), tx).await
    }

    /// Makes a link to be handed to someone outside by other means than a letter. Whoever holds
    /// it answers for them: only those who run the brand may.
    pub async fn hand_link(
        &self,
        key: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Secret, ApprovalError> {
        actor.must(Right::ManageBrand)?;
        let awaited = self.awaited();
        let asked = awaited.into_iter().find(|asked| asked.key == key && asked.teammate.is_none());
        let asked = asked.ok_or(ApprovalError::NotAsked)?;
        Ok(self.link_for(asked, tx).await?.1)
    }
}
