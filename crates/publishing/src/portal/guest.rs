use channels::Channel;
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::link::Link;
use platform::{Actor, Brand, Secret};
use primitives::Id;

use super::{PURPOSE, Portal, store};
use crate::approval::{ApprovalError, NewAnswer, Request, RequestState, Speaker, for_outside};
use crate::comment::{Comment, CommentError};
use crate::post::{Post, PostError, PostState};

/// How long what has appeared stays in sight.
const LOOKS_BACK: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Someone who came by their client link: what they may see and do, and nothing else.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Their window.
    pub portal: Portal,
    /// The link they came by.
    pub link: Link,
    /// The brand.
    pub brand: Brand,
}

/// A post that a guest sees.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The post, with the variants that they may see and no others.
    pub post: Post,
    /// When it is to appear.
    pub at: Option<Timestamp>,
    /// What is asked for it, if something is.
    pub request: Option<Request>,
    /// Whether their own answer is awaited.
    pub awaits_me: bool,
}

/// Why a guest was refused.
#[derive(Debug, thiserror::Error)]
pub enum GuestError {
    /// Not in sight: which is nobody's to know.
    #[error("there is no such post in this window")]
    NotFound,
    /// Their link does not let them.
    #[error("this link does not allow it")]
    NotAllowed,
    /// The answer was refused.
    #[error(transparent)]
    Approval(#[from] ApprovalError),
    /// The comment was refused.
    #[error(transparent)]
    Comment(#[from] CommentError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<PostError> for GuestError {
    fn from(error: PostError) -> Self {
        match error {
            PostError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

impl Guest {
    /// Who holds the link of that secret, while it opens.
    pub async fn by(secret: &Secret, tx: &mut Tx) -> Result<Option<Guest>, database::Error> {
        let Some(link) = Link::open(PURPOSE, secret, tx).await? else { return Ok(None) };
        let Some(id) = link.subject.id else { return Ok(None) };
        let portal = store::load(link.brand, id.cast(), tx).await?;
        let brand = Brand::for_system(link.brand, tx).await?;
        Ok(portal.zip(brand).map(|(portal, (brand, _))| Guest { portal, link, brand }))
    }

    /// What is planned and in their sight, what awaits them first, then the soonest first.
    pub async fn planned(&self, tx: &mut Tx) -> Result<Vec<Planned>, GuestError> {
        let from = tx.now() - LOOKS_BACK;
        let requests = for_outside(self.portal.brand, tx).await?;
        let mut ids: Vec<Id<Post>> = requests.iter().map(|request| request.post).collect();
        for id in store::planned_from(self.portal.brand, from, tx).await? {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let mut seen = Vec::with_capacity(ids.len());
        for id in ids {
            match self.in_sight(id, &requests, tx).await {
                Ok(planned) => seen.push(planned),
                Err(GuestError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        seen.sort_by_key(|p| (!p.awaits_me, p.at.is_none(), p.at, p.post.id));
        Ok(seen)
    }

    /// One post, if it is in their sight.
    pub async fn post(&self, id: Id<Post>, tx: &mut Tx) -> Result<Planned, GuestError> {
        let requests = for_outside(self.portal.brand, tx).await?;
        self.in_sight(id, &requests, tx).await
    }

    /// What people outside read under a post in their sight.
    pub async fn comments(&self, post: Id<Post>, tx: &mut Tx) -> Result<Vec<Comment>, GuestError> {
        self.post(post, tx).await?;
        let all = Comment::of_post(post, &self.system(), tx).await?;
        Ok(all.into_iter().filter(|comment| comment.shared).collect())
    }

    /// The channels that they see.
    pub async fn channels(&self, tx: &mut Tx) -> Result<Vec<Channel>, GuestError> {
        let all = Channel::all(&self.system(), tx).await;
        let all = all.map_err(|error| database::Error::other(error.to_string()))?;
        Ok(all.into_iter().filter(|channel| self.sees(channel.id)).collect())
    }

    /// Says something of a post in their sight.
    pub async fn comment(
        &self,
        post: Id<Post>,
        words: &str,
        tx: &mut Tx,
    ) -> Result<Comment, GuestError> {
        if !self.portal.may_comment {
            return Err(GuestError::NotAllowed);
        }
        let planned = self.post(post, tx).await?;
        Ok(Comment::say_from_outside(&planned.post, words, &self.signature(), tx).await?)
    }

    /// Answers for a post in their sight, where a path names them.
    pub async fn answer(
        &self,
        post: Id<Post>,
        answer: NewAnswer,
        tx: &mut Tx,
    ) -> Result<Request, GuestError> {
        if !self.portal.may_approve {
            return Err(GuestError::NotAllowed);
        }
        let planned = self.post(post, tx).await?;
        let request = planned.request.ok_or(GuestError::NotFound)?;
        let request = request.answer(answer, &self.speaker(), tx).await?;
        self.link.use_up(tx).await?;
        Ok(request)
    }

    /// Their name as the team reads it.
    pub fn signature(&self) -> String {
        match self.portal.company.as_str() {
            "" => self.portal.name.clone(),
            company => format!("{} ({company})", self.portal.name),
        }
    }

    fn speaker(&self) -> Speaker {
        Speaker::Outside {
            brand: self.portal.brand,
            name: self.portal.name.clone(),
            email: self.portal.email.clone(),
        }
    }

    fn system(&self) -> Actor {
        Actor::system(self.portal.brand)
    }

    fn sees(&self, channel: Id<Channel>) -> bool {
        self.portal.channels.is_empty() || self.portal.channels.contains(&channel)
    }

    async fn in_sight(
        &self,
        id: Id<Post>,
        requests: &[Request],
        tx: &mut Tx,
    ) -> Result<Planned, GuestError> {
        let mut post = Post::load(id, &self.system(), tx).await?;
        let request = requests.iter().find(|request| request.post == id).cloned();
        let is_planned =
            matches!(&post.state, PostState::Scheduled(at) if at.at >= tx.now() - LOOKS_BACK);
        if !is_planned && request.is_none() {
            return Err(GuestError::NotFound);
        }
        if self.portal.campaign.is_some() && post.campaign != self.portal.campaign {
            return Err(GuestError::NotFound);
        }
        post.variants.retain(|variant| self.sees(variant.channel));
        if post.variants.is_empty() {
            return Err(GuestError::NotFound);
        }
        let at = match (&post.state, &request) {
            (PostState::Scheduled(at), _) => Some(at.at),
            (_, Some(request)) => request.wanted.as_ref().map(|wanted| wanted.at),
            _ => None,
        };
        let awaits_me = self.portal.may_approve
            && request.as_ref().is_some_and(|request| {
                request.state == RequestState::Waiting && request.awaits(&self.speaker().key())
            });
        Ok(Planned { post, at, request, awaits_me })
    }
}
