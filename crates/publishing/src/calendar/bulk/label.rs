//! Saying of several posts what they speak about and what they belong to.

use channels::publication::StateName;
use database::Tx;
use platform::Actor;
use primitives::Id;
use strategy::Topic;

use super::{Back, BulkError, Tried, Why, of_post};
use crate::campaign::Campaign;
use crate::post::{Edit, EditError, Post, PostError};

/// Says it of one post that has not left; what is not said stays.
pub(super) async fn label(
    post: &Post,
    topic: Option<Option<Id<Topic>>>,
    campaign: Option<Option<Id<Campaign>>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Tried, BulkError> {
    let all = of_post(post, actor, tx).await?;
    let may_change =
        |name| matches!(name, StateName::Planned | StateName::Held | StateName::Failed);
    if !all.iter().all(|publication| may_change(publication.state.name())) {
        return Ok(Err(Why::AlreadyLeft.into()));
    }
    let (before, was_in) = (post.topic, post.campaign);
    let (topic, campaign) = (topic.unwrap_or(before), campaign.unwrap_or(was_in));
    if (topic, campaign) == (before, was_in) {
        return Ok(Err(Why::NothingToDo.into()));
    }
    write(post, topic, campaign, actor, tx).await?;
    Ok(Ok(Back::Label { post: post.id, topic: before, campaign: was_in }))
}

/// Says again what was said before, unless the post has left or gone.
pub(super) async fn bring_back(
    id: Id<Post>,
    topic: Option<Id<Topic>>,
    campaign: Option<Id<Campaign>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<bool, BulkError> {
    match Post::load(id, actor, tx).await {
        Ok(post) => Ok(label(&post, Some(topic), Some(campaign), actor, tx).await?.is_ok()),
        Err(PostError::NotFound) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

async fn write(
    post: &Post,
    topic: Option<Id<Topic>>,
    campaign: Option<Id<Campaign>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), BulkError> {
    let edit = Edit { topic, campaign, ..post.as_edit() };
    match post.edit(edit, post.version, actor, tx).await {
        Ok(_) => Ok(()),
        Err(EditError::NoSuchTopic) => Err(BulkError::NoSuchTopic),
        Err(EditError::NoSuchCampaign) => Err(BulkError::NoSuchCampaign),
        Err(EditError::Post(error)) => Err(error.into()),
        Err(other) => Err(database::Error::other(other.to_string()).into()),
    }
}
