use database::{Error, IntoValue, Params, Tx, Value};
use platform::Brand;
use primitives::Id;

use crate::conversation::store::{COLUMNS, PERSON, read_row};
use crate::conversation::{
    Assigned, ConversationRow, Cursor, Escalated, Filter, Group, StateFilter,
};
use crate::judgement::Feeling;

/// How many rows of the leading index are looked at for one page.
const WINDOW: i64 = 3_000;
/// The same for a label, whose rows are looked up one by one.
const LABEL_WINDOW: i64 = 600;

/// With a message that belongs to a crisis.
const OF_CRISIS: &str = "c.id IN (SELECT k.conversation_id FROM crisis_message k
    WHERE k.crisis_id = § AND k.left_out_at IS NULL)";

/// A text being written, with its values.
struct Text {
    conditions: Vec<String>,
    values: Params,
}

impl Text {
    fn beginning(values: Params) -> Self {
        Self { conditions: Vec::new(), values }
    }

    /// A condition on a value: `§` stands for its parameter.
    fn with(&mut self, condition: &str, value: Value) {
        self.values.push(value);
        self.conditions.push(condition.replace('§', &format!("${}", self.values.len())));
    }

    fn plain(&mut self, condition: String) {
        self.conditions.push(condition);
    }
}

/// What leads a list: that whose index is in its order.
#[derive(Clone, Copy, PartialEq)]
enum Lead {
    /// One person, one publication: few rows, sorted.
    Few,
    Label,
    Waiting,
    Assignee,
    Unread,
    Priority,
    Spam,
    Harm,
    Negative,
    Channel,
    Brand,
}

fn lead(filter: &Filter) -> Lead {
    let one_state = filter.state != StateFilter::All;
    if filter.identity.is_some()
        || filter.crisis.is_some()
        || filter.publication.is_some()
        || filter.escalated.is_some()
    {
        Lead::Few
    } else if filter.label.is_some() {
        Lead::Label
    } else if matches!(filter.assigned, Some(Assigned::To(_))) {
        Lead::Assignee
    } else if filter.unread {
        Lead::Unread
    } else if filter.waiting {
        Lead::Waiting
    } else if one_state && filter.priority.is_some_and(|p| p != super::super::Priority::Normal) {
        Lead::Priority
    } else if filter.spam == Some(true) {
        Lead::Spam
    } else if filter.harm {
        Lead::Harm
    } else if one_state && filter.feeling == Some(Feeling::Negative) {
        Lead::Negative
    } else if one_state && filter.channel.is_some() {
        Lead::Channel
    } else {
        Lead::Brand
    }
}

/// Those about which someone is asked: few.
fn escalated_ones(text: &mut Text, escalated: Escalated) {
    let these = |late: &str| {
        format!(
            "c.id IN (SELECT COALESCE(x.merged_into, x.id) FROM escalation e
               JOIN conversation x ON x.id = e.conversation_id
               WHERE e.brand_id = $1 AND e.closed_at IS NULL{late})"
        )
    };
    match escalated {
        Escalated::Any => text.plain(these("")),
        Escalated::Late(now) => text.with(
            &these(" AND e.state IN ('waiting', 'more') AND e.due_at <= §"),
            now.into_value(),
        ),
    }
}

/// What the leading index tells by itself: brand or owner, half, state, period, place.
fn leading(brand: Id<Brand>, filter: &Filter, lead: Lead) -> Text {
    let mut text = Text::beginning(vec![brand.into_value()]);
    let half = filter.group == Group::Reactions;
    let state = filter.state;
    let (at, id) = match lead {
        Lead::Label => ("l.last_message_at", "l.conversation_id"),
        _ => ("c.last_message_at", "c.id"),
    };
    let of_brand = "c.brand_id = $1";
    let checked = "COALESCE(c.brand_id, c.channel_id) = $1";
    match lead {
        Lead::Few => {
            text.plain(checked.to_owned());
            if let Some(person) = filter.identity {
                text.with("c.identity_id = §", person.into_value());
            }
            if let Some(publication) = filter.publication {
                text.with("c.publication_id = §", publication.into_value());
            }
            if let Some(crisis) = filter.crisis {
                text.with(OF_CRISIS, crisis.into_value());
            }
            if let Some(escalated) = filter.escalated {
                escalated_ones(&mut text, escalated);
            }
        }
        Lead::Label => {
            text.plain("l.brand_id = $1".to_owned());
            if let Some(label) = filter.label {
                text.with("l.label_id = §", label.into_value());
            }
            if state != StateFilter::All {
                text.plain(format!("l.state = '{state}'"));
            }
        }
        Lead::Assignee => {
            text.plain(checked.to_owned());
            if let Some(Assigned::To(teammate)) = filter.assigned {
                text.with("c.assignee_id = §", teammate.into_value());
            }
            if state != StateFilter::All {
                text.plain(format!("c.state = '{state}'"));
            }
        }
        Lead::Unread => text.plain(format!("{of_brand} AND c.unread = TRUE")),
        Lead::Waiting => text.plain(format!("{of_brand} AND c.waiting_since IS NOT NULL")),
        Lead::Priority => {
            let priority = filter.priority.map_or("", |priority| priority.as_str());
            text.plain(format!(
                "{of_brand} AND c.priority = '{priority}' AND c.priority <> 'normal'
                 AND c.state = '{state}'"
            ));
        }
        Lead::Spam | Lead::Harm | Lead::Negative => {
            let read = match lead {
                Lead::Spam => "c.spam = TRUE",
                Lead::Harm => "c.harm IS NOT NULL",
                _ => "c.feeling = 'negative'",
            };
            text.plain(format!("{of_brand} AND {read}"));
            if state != StateFilter::All {
                text.plain(format!("c.state = '{state}'"));
            }
        }
        Lead::Channel => {
            text.plain(format!("{checked} AND c.reactions = {half} AND c.state = '{state}'"));
            if let Some(channel) = filter.channel {
                text.with("c.channel_id = §", channel.into_value());
            }
        }
        Lead::Brand => {
            text.plain(format!("{of_brand} AND c.reactions = {half}"));
            if state != StateFilter::All {
                text.plain(format!("c.state = '{state}'"));
            }
        }
    }
    if let Some(since) = filter.since {
        text.with(&format!("{at} >= §"), since.into_value());
    }
    if let Some(until) = filter.until {
        text.with(&format!("{at} < §"), until.into_value());
    }
    if let Some(after) = filter.after {
        text.values.extend([after.at.into_value(), after.id.into_value()]);
        let last = text.values.len();
        text.plain(format!("({at}, {id}) < (${}, ${last})", last - 1));
    }
    text
}

/// What is checked on the rows. It is wrapped so that no index is tempted to lead.
pub(super) fn on_rows(filter: &Filter, first: usize) -> (Vec<String>, Params) {
    let (mut conditions, mut values) = (Vec::new(), Params::new());
    let mut with = |condition: &str, value: Value| {
        values.push(value);
        conditions.push(condition.replace('§', &format!("${}", first + values.len() - 1)));
    };
    if let Some(channel) = filter.channel {
        with("COALESCE(c.channel_id, c.id) = §", channel.into_value());
    }
    if let Some(publication) = filter.publication {
        with("COALESCE(c.publication_id, c.id) = §", publication.into_value());
    }
    if let Some(person) = filter.identity {
        with("COALESCE(c.identity_id, c.id) = §", person.into_value());
    }
    if let Some(crisis) = filter.crisis {
        with(OF_CRISIS, crisis.into_value());
    }
    if let Some(kind) = filter.kind {
        with("COALESCE(c.kind, '') = §", kind.into_value());
    }
    if let Some(Assigned::To(teammate)) = filter.assigned {
        with("COALESCE(c.assignee_id, c.id) = §", teammate.into_value());
    }
    if let Some(priority) = filter.priority {
        with("COALESCE(c.priority, '') = §", priority.into_value());
    }
    if let Some(language) = &filter.language {
        with("COALESCE(c.language, '') = §", language.as_str().into_value());
    }
    if let Some(feeling) = filter.feeling {
        with("COALESCE(c.feeling, '') = §", feeling.into_value());
    }
    if let Some(intent) = filter.intent {
        with("COALESCE(c.intents, '') LIKE §", format!("% {intent} %").into_value());
    }
    if let Some(label) = filter.label {
        with(
            "EXISTS (SELECT 1 FROM conversation_label x WHERE x.conversation_id = c.id
             AND x.label_id = §)",
            label.into_value(),
        );
    }
    let escalated = "EXISTS (SELECT 1 FROM escalation e JOIN conversation x
         ON x.id = e.conversation_id WHERE COALESCE(x.merged_into, x.id) = c.id
         AND e.closed_at IS NULL";
    match filter.escalated {
        Some(Escalated::Late(now)) => with(
            &format!("{escalated} AND e.state IN ('waiting', 'more') AND e.due_at <= §)"),
            now.into_value(),
        ),
        Some(Escalated::Any) => conditions.push(format!("{escalated})")),
        None => {}
    }
    if filter.assigned == Some(Assigned::Nobody) {
        conditions.push("COALESCE(c.assignee_id, c.id) = c.id".to_owned());
    }
    if filter.unread {
        conditions.push("COALESCE(c.unread, FALSE) = TRUE".to_owned());
    }
    if let Some(spam) = filter.spam {
        conditions.push(format!("COALESCE(c.spam, FALSE) = {spam}"));
    }
    if filter.harm {
        conditions.push("COALESCE(c.harm, '') <> ''".to_owned());
    }
    if filter.waiting {
        conditions.push("COALESCE(c.waiting_since, 0) > 0".to_owned());
    }
    let half = filter.group == Group::Reactions;
    conditions.push(format!("COALESCE(c.reactions, FALSE) = {half}"));
    conditions.push(match filter.state {
        StateFilter::All => "COALESCE(c.state, '') <> 'merged'".to_owned(),
        state => format!("COALESCE(c.state, '') = '{state}'"),
    });
    (conditions, values)
}

fn looked_at(lead: Lead) -> i64 {
    if lead == Lead::Label { LABEL_WINDOW } else { WINDOW }
}

/// The rows that lead, in order, bounded.
fn window(brand: Id<Brand>, filter: &Filter) -> (String, Params) {
    let lead = lead(filter);
    let Text { conditions, mut values } = leading(brand, filter, lead);
    values.push(looked_at(lead).into_value());
    let conditions = conditions.join(" AND ");
    let (from, order) = match lead {
        Lead::Label => (
            "conversation_label l CROSS JOIN conversation c",
            "l.last_message_at DESC, l.conversation_id DESC",
        ),
        _ => ("conversation c", "c.last_message_at DESC, c.id DESC"),
    };
    let joined = if lead == Lead::Label { " AND c.id = l.conversation_id" } else { "" };
    let last = values.len();
    let text =
        format!("SELECT c.* FROM {from} WHERE {conditions}{joined} ORDER BY {order} LIMIT ${last}");
    (text, values)
}

fn narrowed(brand: Id<Brand>, filter: &Filter) -> (String, String, Params) {
    let (window, mut values) = window(brand, filter);
    let (conditions, more) = on_rows(filter, values.len() + 1);
    values.extend(more);
    (window, conditions.join(" AND "), values)
}

pub(super) async fn rows(
    brand: Id<Brand>,
    filter: &Filter,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    let (window, conditions, mut values) = narrowed(brand, filter);
    values.push(limit.into_value());
    let text = format!(
        "SELECT {COLUMNS}, {PERSON} FROM ({window}) AS c LEFT JOIN identity i
         ON i.id = c.identity_id WHERE {conditions}
         ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${}",
        values.len()
    );
    tx.query(&text, values).await?.iter().map(read_row).collect()
}

/// The last row of a full window: where the looking stopped.
pub(super) async fn stopped_at(
    brand: Id<Brand>,
    filter: &Filter,
    tx: &mut Tx,
) -> Result<Option<Cursor>, Error> {
    let (window, mut values) = window(brand, filter);
    values.push((looked_at(lead(filter)) - 1).into_value());
    let text = format!(
        "SELECT c.last_message_at, c.id FROM ({window}) AS c
         ORDER BY c.last_message_at DESC, c.id DESC LIMIT 1 OFFSET ${}",
        values.len()
    );
    let row = tx.query_opt(&text, values).await?;
    row.map(|row| Ok(Cursor { at: row.get("last_message_at")?, id: row.get("id")? })).transpose()
}

pub(super) async fn count(
    brand: Id<Brand>,
    filter: &Filter,
    most: i64,
    tx: &mut Tx,
) -> Result<i64, Error> {
    let (window, conditions, mut values) = narrowed(brand, filter);
    values.push(most.into_value());
    let text = format!(
        "SELECT COUNT(*) AS found FROM (SELECT c.id FROM ({window}) AS c WHERE {conditions}
         LIMIT ${}) AS counted",
        values.len()
    );
    tx.query_one(&text, values).await?.get("found")
}
