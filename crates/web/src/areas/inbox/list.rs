use std::collections::HashMap;

use axum::extract::Query;
use axum::response::Response;
use channels::Channel;
use conversations::escalation::{Mark, marks};
use conversations::{
    Conversation, ConversationRow, Counts, Filter, Label, View, ViewError, counts, labels_of,
};
use database::Tx;
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::Id;

use super::asked::{Asked, Shown, cursor_text};
use super::view::InboxPage;
use crate::{InBrand, Refusal};

/// The list of a tab, its counts, and what it may be narrowed by.
pub struct Listed {
    /// What is asked.
    pub asked: Asked,
    /// The conversations.
    pub rows: Vec<Row>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How the inbox stands.
    pub counts: Counts,
    /// The channels, removed ones left out.
    pub channels: Vec<Channel>,
    /// The brand's labels.
    pub labels: Vec<Label>,
    /// Those who may answer.
    pub team: Vec<(Id<Teammate>, String)>,
    /// Lists that are kept, each with how many it holds.
    pub views: Vec<(View, i64)>,
    /// A mark of what last happened.
    pub pulse: String,
    /// The one who looks.
    pub me: Option<Id<Teammate>>,
}

/// A line of the list.
pub struct Row {
    /// The conversation, and who it is with.
    pub row: ConversationRow,
    /// What was found, for a search.
    pub excerpt: Option<String>,
    /// Its labels.
    pub labels: Vec<Label>,
    /// What is asked about it.
    pub escalated: Option<Mark>,
}

/// The inbox.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let listed = listed(&here, &asked, &mut tx).await?;
    Ok(here.show(&InboxPage::of_list(listed)))
}

/// Reads what a tab shows.
pub async fn listed(here: &InBrand, asked: &Asked, tx: &mut Tx) -> Result<Listed, Refusal> {
    let filter = asked.filter(here.teammate.id, here.words().zone(), tx.now());
    let (mut rows, next) = match asked.words.trim() {
        "" => of_list(here, &filter, tx).await?,
        words => of_search(here, words, &filter, &asked.after, tx).await?,
    };
    let ids: Vec<_> = rows.iter().map(|row| row.row.conversation.id).collect();
    let mut labels: HashMap<_, Vec<Label>> = HashMap::new();
    for (conversation, label) in labels_of(&ids, &here.actor, tx).await? {
        labels.entry(conversation).or_default().push(label);
    }
    let mut marks = marks(&ids, &here.actor, tx).await?;
    for row in &mut rows {
        row.escalated = marks.remove(&row.row.conversation.id);
        row.labels = labels.remove(&row.row.conversation.id).unwrap_or_default();
    }
    Ok(Listed {
        asked: asked.clone(),
        rows,
        next,
        counts: counts(&here.actor, tx).await?,
        channels: Channel::all(&here.actor, tx).await?,
        labels: Label::all(&here.actor, tx).await.map_err(super::of_label)?,
        team: team(here, tx).await?,
        views: views(here, tx).await?,
        pulse: conversations::pulse(&here.actor, tx).await?,
        me: here.actor.teammate_id(),
    })
}

async fn of_list(
    here: &InBrand,
    filter: &Filter,
    tx: &mut Tx,
) -> Result<(Vec<Row>, Option<String>), Refusal> {
    let page = Conversation::list(filter, &here.actor, tx).await?;
    let row = |row| Row { row, excerpt: None, labels: Vec::new(), escalated: None };
    Ok((page.rows.into_iter().map(row).collect(), page.next.map(cursor_text)))
}

async fn of_search(
    here: &InBrand,
    words: &str,
    filter: &Filter,
    after: &str,
    tx: &mut Tx,
) -> Result<(Vec<Row>, Option<String>), Refusal> {
    let before = after.parse().ok();
    let page = Conversation::search(words, filter, before, &here.actor, tx).await?;
    let rows = page.found.into_iter().map(|found| Row {
        row: found.row,
        excerpt: Some(found.excerpt),
        labels: Vec::new(),
        escalated: None,
    });
    Ok((rows.collect(), page.next.map(|key| key.to_string())))
}

/// Those who may answer, by name.
pub async fn team(here: &InBrand, tx: &mut Tx) -> Result<Vec<(Id<Teammate>, String)>, Refusal> {
    let team = Membership::of_brand(&here.actor, tx).await.map_err(Refusal::fault)?;
    let able = team.into_iter().filter(|member| member.role.may(Right::Converse));
    Ok(able.map(|member| (member.teammate, member.name.to_string())).collect())
}

async fn views(here: &InBrand, tx: &mut Tx) -> Result<Vec<(View, i64)>, Refusal> {
    let kept = View::all(&here.actor, tx).await.map_err(of_view)?;
    let mut counted = Vec::with_capacity(kept.len());
    for view in kept {
        let asked = Asked::of_kept(&view.query);
        let filter = asked.filter(here.teammate.id, here.words().zone(), tx.now());
        let many = match asked.words.is_empty() {
            true => Conversation::count(&filter, &here.actor, tx).await?,
            // A search is not counted: its figure would cost more than it tells.
            false => 0,
        };
        counted.push((view, many));
    }
    Ok(counted)
}

/// A kept list's refusal that no field can show.
pub fn of_view(error: ViewError) -> Refusal {
    match error {
        ViewError::NotFound => Refusal::NotFound,
        ViewError::NotAllowed(error) => error.into(),
        ViewError::Database(error) => error.into(),
        other => Refusal::fault(other),
    }
}

/// Without a tab in the address, the one where the conversation is found.
pub fn tab_of(conversation: &Conversation, asked: &Asked) -> Asked {
    if !asked.tab.is_empty() || !asked.words.is_empty() {
        return asked.clone();
    }
    let tab = if conversation.kind.is_reactions() {
        Shown::Reactions
    } else if conversation.waiting_since.is_some() {
        Shown::Waiting
    } else {
        match conversation.state.word() {
            conversations::StateWord::Open => Shown::Open,
            conversations::StateWord::Pending => Shown::Pending,
            conversations::StateWord::Snoozed => Shown::Snoozed,
            conversations::StateWord::Resolved => Shown::Resolved,
            conversations::StateWord::Merged => Shown::All,
        }
    };
    asked.with_tab(tab)
}
