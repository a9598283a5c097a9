//! The inbox.

use axum::Json;
use conversations::{Conversation, Cursor, Filter, Group, StateFilter};
use serde::Deserialize;
use utoipa::IntoParams;

use super::shape::ConversationBody;
use crate::areas::api::shared::{Caller, Ident, Listing, Params, Place, Problem, limit, word};

word! {
    /// Which conversations by state.
    StateFilterWord(StateFilter);
    /// What may be answered, or likes, shares and follows.
    GroupWord(Group);
}

/// Which conversations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ConversationsAsked {
    /// `open` (the usual), `pending`, `snoozed`, `resolved` or `all`.
    #[param(inline)]
    state: Option<StateFilterWord>,
    /// Only those that wait for an answer.
    #[serde(default)]
    waiting: bool,
    /// Only on this channel.
    channel: Option<Ident>,
    /// `messages` (the usual) or `reactions`.
    #[param(inline)]
    group: Option<GroupWord>,
    /// Only those about this publication.
    publication: Option<Ident>,
    /// Only those with this person.
    person: Option<Ident>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// The brand's conversations, the latest message first
#[utoipa::path(get, path = "/api/v1/conversations", operation_id = "conversations", tag = "conversations",
    security(("token" = ["conversations:read"])), params(ConversationsAsked),
    responses((status = 200, description = "A page of conversations", body = Listing<ConversationBody>)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<ConversationsAsked>,
) -> Result<Json<Listing<ConversationBody>>, Problem> {
    let after = Place::read(asked.cursor.as_deref())?.map(Place::split);
    let usual = Filter::default();
    let filter = Filter {
        state: asked.state.map_or(usual.state, |word| word.0),
        waiting: asked.waiting,
        channel: asked.channel.map(Ident::of),
        group: asked.group.map_or(usual.group, |word| word.0),
        publication: asked.publication.map(Ident::of),
        identity: asked.person.map(Ident::of),
        after: after.map(|(at, id)| Cursor { at, id }),
        limit: limit(asked.limit)?,
        ..usual
    };
    let mut tx = caller.read().await?;
    let page = Conversation::list(&filter, &caller.actor, &mut tx).await?;
    let next = page.next.map(|cursor| Place::new(cursor.at, cursor.id).to_string());
    let rows = page.rows.into_iter();
    let items = rows.map(|row| ConversationBody::new(row.conversation, row.person)).collect();
    Ok(Json(Listing { items, next }))
}
