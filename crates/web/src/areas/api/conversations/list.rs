//! The inbox.

use axum::Json;
use conversations::{
    Assigned, Conversation, ConversationKind, Cursor, Escalated, Filter, Group, Priority,
    StateFilter,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::reading::{FeelingWord, IntentWord};
use super::shape::ConversationBody;
use crate::areas::api::shared::{
    Caller, Ident, Listing, Moment, Params, Place, Problem, limit, word,
};

word! {
    /// Which conversations by state.
    StateFilterWord(StateFilter);
    /// What may be answered, or likes, shares and follows.
    GroupWord(Group);
    /// What began a conversation.
    KindWord(ConversationKind);
    /// How urgent.
    PriorityAsked(Priority);
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
    /// Words that someone said: accents, capitals and endings apart. The latest message first.
    words: Option<String>,
    /// Only those begun so: `reply`, `mention`, `quote` or `direct`.
    #[param(inline)]
    kind: Option<KindWord>,
    /// Only this teammate's.
    assignee: Option<Ident>,
    /// Only nobody's.
    #[serde(default)]
    unassigned: bool,
    /// Only those that carry this label.
    label: Option<Ident>,
    /// Only those of this crisis.
    crisis: Option<Ident>,
    /// `low`, `normal`, `high` or `urgent`.
    #[param(inline)]
    priority: Option<PriorityAsked>,
    /// Only those about which someone is asked: an escalation under way.
    #[serde(default)]
    escalated: bool,
    /// Only those where something came that nobody has opened.
    #[serde(default)]
    unread: bool,
    /// Only those where the person writes in this language: `fr`, `en`.
    language: Option<String>,
    /// Only those whose last message of theirs feels so: `negative`, `neutral`, `positive`.
    #[param(inline)]
    feeling: Option<FeelingWord>,
    /// Only those whose last message of theirs wants that: `question`, `complaint`, `praise`,
    /// `suggestion` or `request`.
    #[param(inline)]
    intent: Option<IntentWord>,
    /// Only those whose last message of theirs hurts: an insult, hate, a threat.
    #[serde(default)]
    harm: bool,
    /// Only those whose last message of theirs is spam; `false`, only the others.
    spam: Option<bool>,
    /// Only those whose last message was said at this instant or later.
    since: Option<Moment>,
    /// Only those whose last message was said before this instant.
    until: Option<Moment>,
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
    let words = asked.words.as_deref().map(str::trim).filter(|words| !words.is_empty());
    let after = match words {
        Some(_) => None,
        None => Place::read(asked.cursor.as_deref())?.map(Place::split),
    };
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
        kind: asked.kind.map(|word| word.0),
        assigned: match asked.assignee {
            Some(teammate) => Some(Assigned::To(teammate.of())),
            None => asked.unassigned.then_some(Assigned::Nobody),
        },
        label: asked.label.map(Ident::of),
        crisis: asked.crisis.map(Ident::of),
        priority: asked.priority.map(|word| word.0),
        escalated: asked.escalated.then_some(Escalated::Any),
        unread: asked.unread,
        language: asked.language.clone(),
        feeling: asked.feeling.map(|word| word.0),
        intent: asked.intent.map(|word| word.0),
        harm: asked.harm,
        spam: asked.spam,
        since: asked.since.map(Moment::at),
        until: asked.until.map(Moment::at),
    };
    let mut tx = caller.read().await?;
    if let Some(words) = words {
        let before = asked.cursor.as_deref().and_then(|cursor| cursor.parse().ok());
        let page = Conversation::search(words, &filter, before, &caller.actor, &mut tx).await?;
        let rows = page.found.into_iter().map(|found| found.row);
        let items = rows.map(|row| ConversationBody::new(row.conversation, row.person)).collect();
        return Ok(Json(Listing { items, next: page.next.map(|key| key.to_string()) }));
    }
    let page = Conversation::list(&filter, &caller.actor, &mut tx).await?;
    let next = page.next.map(|cursor| Place::new(cursor.at, cursor.id).to_string());
    let rows = page.rows.into_iter();
    let items = rows.map(|row| ConversationBody::new(row.conversation, row.person)).collect();
    Ok(Json(Listing { items, next }))
}
