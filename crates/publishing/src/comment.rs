//! What teammates, and clients through their link, say of a post before it leaves.

mod store;

use channels::Channel;
use database::Tx;
use jiff::Timestamp;
use jobs::Enqueue;
use platform::activity::{self, Subject};
use platform::notification::{Recipients, notify};
use platform::{Actor, Brand, NotAllowed, Right, Role, Teammate};
use primitives::Id;
use serde_json::json;

use crate::letter::Letter;
use crate::post::{Post, PostError};

pub use platform::mention::mentioned;

/// The longest comment, in characters.
const LONGEST: usize = 4000;

/// One comment under a post.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Its id.
    pub id: Id<Comment>,
    /// The brand.
    pub brand: Id<Brand>,
    /// The post.
    pub post: Id<Post>,
    /// The channel whose variant it is about, if one.
    pub channel: Option<Id<Channel>>,
    /// Who says it, when they work here.
    pub teammate: Option<Id<Teammate>>,
    /// Their name.
    pub name: String,
    /// What they say.
    pub words: String,
    /// Whether people outside (client links, outside approvers) read it too.
    pub shared: bool,
    /// When.
    pub created_at: Timestamp,
    /// When it was last reworded.
    pub edited_at: Option<Timestamp>,
    /// When it was settled.
    pub resolved_at: Option<Timestamp>,
}

/// What is said.
#[derive(Debug, Clone, Default)]
pub struct NewComment {
    /// The words; `@Name` speaks to a teammate.
    pub words: String,
    /// The channel whose variant it is about.
    pub channel: Option<Id<Channel>>,
    /// Whether people outside read it too.
    pub shared: bool,
}

/// Why a comment was not taken or changed.
#[derive(Debug, thiserror::Error)]
pub enum CommentError {
    /// There is no such comment or post in the actor's brand.
    #[error("there is no such comment in this brand")]
    NotFound,
    /// The actor's role does not allow it, or it is another's.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Nothing is said.
    #[error("nothing is said")]
    Empty,
    /// Longer than comments are.
    #[error("longer than {LONGEST} characters")]
    TooLong,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<PostError> for CommentError {
    fn from(error: PostError) -> Self {
        match error {
            PostError::NotAllowed(error) => Self::NotAllowed(error),
            PostError::Database(error) => Self::Database(error),
            PostError::NotFound | PostError::Publication(_) => Self::NotFound,
        }
    }
}

impl Comment {
    /// What is said of a post, the oldest first.
    pub async fn of_post(
        post: Id<Post>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Comment>, CommentError> {
        actor.must(Right::Read)?;
        Ok(store::of_post(actor.brand(), post, tx).await?)
    }

    /// The comment, if the actor's brand has it.
    pub async fn load(
        id: Id<Comment>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Comment, CommentError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(CommentError::NotFound)
    }

    /// Says something of a post. Those it speaks to, its author and those who spoke before are
    /// told.
    pub async fn say(
        post: &Post,
        new: NewComment,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Comment, CommentError> {
        may_speak(actor)?;
        let id = actor.teammate_id().ok_or(CommentError::NotFound)?;
        let name = Teammate::by_id(id, tx).await?.map(|teammate| teammate.name.to_string());
        say_as(post, new, Some(id), name.unwrap_or_default(), actor, tx).await
    }

    /// Says something as someone outside, whose link was opened.
    pub(crate) async fn say_from_outside(
        post: &Post,
        words: &str,
        name: &str,
        tx: &mut Tx,
    ) -> Result<Comment, CommentError> {
        let new = NewComment { words: words.to_owned(), channel: None, shared: true };
        let system = Actor::system(post.brand);
        say_as(post, new, None, name.to_owned(), &system, tx).await
    }

    /// Says it otherwise; one's own only.
    pub async fn reword(
        &self,
        words: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CommentError> {
        self.must_be_of(actor)?;
        let words = checked(words)?;
        Ok(store::reword(self.id, &words, tx).await?)
    }

    /// Takes it away: one's own, or anyone's for those who run the brand.
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), CommentError> {
        if self.must_be_of(actor).is_err() {
            actor.must(Right::ManageBrand)?;
        }
        store::remove(self.id, tx).await?;
        let subject = Subject::new("post", self.post);
        Ok(activity::record(tx, actor, "comment.removed", subject, json!({})).await?)
    }

    /// Marks it as settled, or as open again.
    pub async fn resolve(
        &self,
        settled: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CommentError> {
        may_speak(actor)?;
        Ok(store::resolve(self.id, settled, actor, tx).await?)
    }

    fn must_be_of(&self, actor: &Actor) -> Result<(), CommentError> {
        if self.teammate.is_some() && self.teammate == actor.teammate_id() {
            return Ok(());
        }
        Err(NotAllowed { role: actor.role(), right: Right::Draft }.into())
    }
}

/// Everyone who works here may say something, but those who only read.
fn may_speak(actor: &Actor) -> Result<(), NotAllowed> {
    if actor.role() == Role::ReadOnly { actor.must(Right::Draft) } else { actor.must(Right::Read) }
}

fn checked(words: &str) -> Result<String, CommentError> {
    let words = words.replace("\r\n", "\n").trim().to_owned();
    if words.is_empty() {
        return Err(CommentError::Empty);
    }
    if words.chars().count() > LONGEST {
        return Err(CommentError::TooLong);
    }
    Ok(words)
}

async fn say_as(
    post: &Post,
    new: NewComment,
    teammate: Option<Id<Teammate>>,
    name: String,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Comment, CommentError> {
    let words = checked(&new.words)?;
    let channel = new.channel.filter(|channel| post.variant_for(*channel).is_some());
    let comment = Comment {
        id: tx.new_id(),
        brand: post.brand,
        post: post.id,
        channel,
        teammate,
        name,
        words,
        shared: new.shared,
        created_at: tx.now(),
        edited_at: None,
        resolved_at: None,
    };
    let before = store::of_post(post.brand, post.id, tx).await?;
    store::insert(&comment, tx).await?;
    let mut data = json!({});
    if teammate.is_none() {
        data["name"] = comment.name.as_str().into();
    }
    activity::record(tx, actor, "comment.said", Subject::new("post", post.id), data).await?;
    tell(post, &comment, &before, tx).await?;
    Ok(comment)
}

/// Tells those whom it concerns, each once.
async fn tell(
    post: &Post,
    comment: &Comment,
    before: &[Comment],
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let team = store::team(post.brand, tx).await?;
    let named = mentioned(&comment.words, &team);
    let others = post.author.into_iter().chain(before.iter().filter_map(|said| said.teammate));
    let mut told: Vec<Id<Teammate>> = comment.teammate.into_iter().collect();
    let named = named.into_iter().map(|id| (id, true));
    for (to, is_named) in named.chain(others.map(|id| (id, false))).collect::<Vec<_>>() {
        if told.contains(&to) {
            continue;
        }
        told.push(to);
        let kind = if is_named { "comment.mentioned" } else { "comment.said" };
        let data = json!({ "title": crate::approval::title_of(post), "name": comment.name });
        let subject = Subject::new("discussion", post.id);
        notify(tx, post.brand, kind, subject, data, Recipients::Teammate(to)).await?;
        let letter = Letter::Commented { comment: comment.id, to, mentioned: is_named };
        jobs::enqueue(tx, &letter, Enqueue::now().brand(post.brand)).await?;
    }
    Ok(())
}
