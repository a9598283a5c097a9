//! Several posts changed in one go, with a result for each and a way back.

use axum::response::Response;
use jiff::civil::Date;
use primitives::Id;
use publishing::Post;
use publishing::calendar::{self, Bulk, Change, Why};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::areas::api::shared::{At, Caller, Ident, Input, Kind, Problem, present};
use crate::areas::calendar::words::why_words;
use crate::words::{Words, args};

/// What is done to each post.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Move it by `days` and `minutes`.
    Shift,
    /// Move it to the day `to`; the time of day stays.
    To,
    /// Keep back what is planned of it.
    Hold,
    /// Release what is held of it, after a second look.
    Release,
    /// Take it away, with everything of it that has not left.
    Delete,
    /// Say its `topic` and `campaign`.
    Label,
}

/// A change of several posts.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChange {
    what: What,
    /// The posts, at most 500.
    posts: Vec<Ident>,
    /// With `shift`: days, forward or back.
    #[serde(default)]
    #[schema(example = 7)]
    days: i32,
    /// With `shift`: minutes, forward or back.
    #[serde(default)]
    minutes: i32,
    /// With `to`: the day.
    #[schema(value_type = Option<String>, format = "date", example = "2026-12-01")]
    to: Option<String>,
    /// With `label`: the topic; null for none; left out, it stays.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Ident>)]
    topic: Option<Option<Ident>>,
    /// With `label`: the campaign; null for none; left out, it stays.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Ident>)]
    campaign: Option<Option<Ident>>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub struct ChangeDone {
    /// What undoes it; null when nothing was changed.
    change: Option<Ident>,
    /// How many posts were changed, in whole or in part.
    changed: usize,
    /// Each post, in the order given.
    items: Vec<ChangedPost>,
}

/// What came of it for one post.
#[derive(Serialize, ToSchema)]
pub struct ChangedPost {
    post: Ident,
    /// Whether all of it was changed.
    done: bool,
    /// Why not: `gone`, `not_allowed`, `already_left`, `in_the_past`, `no_day`, `refused`,
    /// `needs_approval`, `checked`, `paused`, `nothing_to_do`.
    #[schema(example = "already_left")]
    why: Option<&'static str>,
    /// The same, in the language asked for.
    detail: Option<String>,
}

impl NewChange {
    fn bulk(&self) -> Result<Bulk, Problem> {
        Ok(match self.what {
            What::Shift if (self.days, self.minutes) == (0, 0) => {
                return Err(Problem::field("days", "missing"));
            }
            What::Shift if self.days.abs() > 3660 || self.minutes.abs() > 60 * 8760 => {
                return Err(Problem::field("days", "out_of_range"));
            }
            What::Shift => Bulk::Shift { days: self.days, minutes: self.minutes },
            What::To => Bulk::To(day("to", self.to.as_deref())?),
            What::Hold => Bulk::Hold,
            What::Release => Bulk::Release,
            What::Delete => Bulk::Remove,
            What::Label if self.topic.is_none() && self.campaign.is_none() => {
                return Err(Problem::field("topic", "missing"));
            }
            What::Label => Bulk::Label {
                topic: self.topic.map(|topic| topic.map(Ident::of)),
                campaign: self.campaign.map(|campaign| campaign.map(Ident::of)),
            },
        })
    }
}

/// A day that must be given.
pub(in crate::areas::api) fn day(field: &str, given: Option<&str>) -> Result<Date, Problem> {
    let given = given.ok_or_else(|| Problem::field(field, "missing"))?;
    given.parse().map_err(|_| Problem::field(field, "not_a_day"))
}

/// Do the same to several posts
///
/// Each that can’t be is left as it is, and says why.
#[utoipa::path(post, path = "/api/v1/post-changes", operation_id = "post_change_many", tag = "posts",
    security(("token" = ["posts:write"])), request_body = NewChange,
    responses((status = 200, description = "What came of it, post by post", body = ChangeDone)))]
pub async fn post(caller: Caller, Input(new): Input<NewChange>) -> Result<Response, Problem> {
    let bulk = new.bulk()?;
    let mut posts: Vec<Id<Post>> = Vec::with_capacity(new.posts.len());
    for post in new.posts.into_iter().map(Ident::of) {
        if !posts.contains(&post) {
            posts.push(post);
        }
    }
    if posts.is_empty() {
        return Err(Problem::field("posts", "empty"));
    }
    let mut tx = caller.begin().await?;
    let done = calendar::apply(bulk, &posts, &caller.actor, &mut tx).await?;
    let items = posts.into_iter().map(|post| {
        let why = done.refused.iter().find(|(id, _)| *id == post).map(|(_, why)| *why);
        ChangedPost {
            post: post.into(),
            done: why.is_none(),
            why: why.map(why_key),
            detail: why.map(|why| why_words(why, &caller.words)),
        }
    });
    let items = items.collect();
    let body = ChangeDone { change: done.change.map(Ident::from), changed: done.changed, items };
    caller.changed(tx, &body).await
}

/// What was undone.
#[derive(Serialize, ToSchema)]
pub struct Undone {
    /// How many posts came back to where they were.
    posts: usize,
}

/// Bring back what was changed in one go
///
/// As far as it has not left or moved on since; once.
#[utoipa::path(delete, path = "/api/v1/post-changes/{change}", operation_id = "post_change_undo", tag = "posts",
    security(("token" = ["posts:write"])), params(("change" = Ident, Path, description = "The change")),
    responses((status = 200, description = "How many came back", body = Undone)))]
pub async fn delete(caller: Caller, At(id): At<Change>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let posts = calendar::undo(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &Undone { posts }).await
}

pub(in crate::areas::api) fn why_key(why: Why) -> &'static str {
    match why {
        Why::Gone => "gone",
        Why::NotAllowed => "not_allowed",
        Why::AlreadyLeft => "already_left",
        Why::InThePast => "in_the_past",
        Why::NoDay => "no_day",
        Why::Refused => "refused",
        Why::NeedsApproval => "needs_approval",
        Why::Checked => "checked",
        Why::Paused => "paused",
        Why::NothingToDo => "nothing_to_do",
    }
}

/// Why the one post of a change was left as it is, as a problem.
pub(in crate::areas::api) fn why_problem(why: Why, words: &Words) -> Problem {
    match why {
        Why::Gone => Problem::not_found(),
        Why::NotAllowed => Problem::new(Kind::NotAllowed),
        why => Problem::new(Kind::State)
            .saying("api-post-left-as-it-is", args![why => why_words(why, words)])
            .with("why", &why_key(why)),
    }
}
