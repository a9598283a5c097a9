use database::{Error, IntoValue, Params, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use super::{
    About, Conversation, ConversationRow, ConversationState, Filter, Group, Person, StateFilter,
};

/// The columns of a conversation, of the table named `c`.
const COLUMNS: &str = "c.id, c.brand_id, c.channel_id, c.kind, c.state, c.identity_id, \
    c.publication_id, c.about_remote_id, c.about_url, c.about_text, c.preview, c.message_count, \
    c.last_message_at, c.waiting_since, c.resolved_by, c.resolved_at, c.created_at";

const PERSON: &str = "i.handle, i.name, i.profile_url, i.avatar_url";

fn read(row: &Row) -> Result<Conversation, Error> {
    let state = match row.get::<Option<jiff::Timestamp>>("resolved_at")? {
        Some(at) if row.get::<String>("state")? == "resolved" => {
            ConversationState::Resolved { by: row.get("resolved_by")?, at }
        }
        _ => ConversationState::Open,
    };
    Ok(Conversation {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        channel: row.get("channel_id")?,
        kind: row.get("kind")?,
        state,
        identity: row.get("identity_id")?,
        about: About {
            publication: row.get("publication_id")?,
            remote_id: row.get("about_remote_id")?,
            url: row.get("about_url")?,
            text: row.get("about_text")?,
        },
        preview: row.get("preview")?,
        message_count: row.get("message_count")?,
        last_message_at: row.get("last_message_at")?,
        waiting_since: row.get("waiting_since")?,
        created_at: row.get("created_at")?,
    })
}

fn read_person(row: &Row) -> Result<Option<Person>, Error> {
    let (Some(identity), Some(handle)) =
        (row.get("identity_id")?, row.get::<Option<String>>("handle")?)
    else {
        return Ok(None);
    };
    Ok(Some(Person {
        identity,
        handle,
        name: row.get("name")?,
        profile_url: row.get("profile_url")?,
        avatar_url: row.get("avatar_url")?,
    }))
}

fn read_row(row: &Row) -> Result<ConversationRow, Error> {
    Ok(ConversationRow { conversation: read(row)?, person: read_person(row)? })
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Conversation>,
    lock: &str,
    tx: &mut Tx,
) -> Result<Option<Conversation>, Error> {
    let text =
        format!("SELECT {COLUMNS} FROM conversation c WHERE c.brand_id = $1 AND c.id = $2{lock}");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn person(id: Id<Conversation>, tx: &mut Tx) -> Result<Option<Person>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT c.identity_id, i.handle, i.name, i.profile_url, i.avatar_url
                 FROM conversation c JOIN identity i ON i.id = c.identity_id WHERE c.id = $1"
            ),
            params![id],
        )
        .await?;
    row.as_ref().map_or(Ok(None), read_person)
}

pub(super) async fn list(
    brand: Id<Brand>,
    filter: &Filter,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    let mut values = params![brand];
    let mut conditions = which_half(filter);
    let mut equal = |column: &str, value: Option<database::Value>| {
        if let Some(value) = value {
            values.push(value);
            conditions.push(format!("c.{column} = ${}", values.len()));
        }
    };
    equal("channel_id", filter.channel.map(IntoValue::into_value));
    equal("publication_id", filter.publication.map(IntoValue::into_value));
    equal("identity_id", filter.identity.map(IntoValue::into_value));
    if let Some(after) = filter.after {
        let first = values.len() + 1;
        values.extend(params![after.at, after.id]);
        conditions.push(format!("(c.last_message_at, c.id) < (${first}, ${})", first + 1));
    }
    rows(&conditions.join(" AND "), "c.last_message_at DESC, c.id DESC", values, limit, tx).await
}

/// The brand, the half of the inbox and the state, so said that each engine takes the one index
/// that is in the list's order: what is only checked on the rows is wrapped in COALESCE.
fn which_half(filter: &Filter) -> Vec<String> {
    let of_one = filter.identity.is_some() || filter.publication.is_some();
    let of_channel = filter.channel.is_some();
    let (half, state) = (filter.group == Group::Reactions, filter.state);
    let mut conditions = Vec::new();
    conditions.push(match of_one || of_channel {
        true => "COALESCE(c.brand_id, c.channel_id) = $1".to_owned(),
        false => "c.brand_id = $1".to_owned(),
    });
    if filter.waiting {
        conditions.push("c.waiting_since IS NOT NULL".to_owned());
    }
    // An index of their own holds those that wait.
    let plain = !filter.waiting && !of_one && !of_channel;
    conditions.push(match plain || (of_channel && !of_one) {
        true => format!("c.reactions = {half}"),
        false => format!("COALESCE(c.reactions, FALSE) = {half}"),
    });
    match (state, plain) {
        (StateFilter::All, _) => {}
        (state, true) => conditions.push(format!("c.state = '{state}'")),
        (state, false) => conditions.push(format!("COALESCE(c.state, '') = '{state}'")),
    }
    conditions
}

pub(super) async fn longest_waiting(
    brand: Id<Brand>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    let waiting = "c.brand_id = $1 AND c.waiting_since IS NOT NULL";
    rows(waiting, "c.waiting_since, c.id", params![brand], limit, tx).await
}

async fn rows(
    conditions: &str,
    order: &str,
    mut values: Params,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    values.push(limit.into_value());
    let text = format!(
        "SELECT {COLUMNS}, {PERSON} FROM conversation c LEFT JOIN identity i
         ON i.id = c.identity_id WHERE {conditions}
         ORDER BY {order} LIMIT ${}",
        values.len()
    );
    tx.query(&text, values).await?.iter().map(read_row).collect()
}

pub(super) async fn resolve(
    id: Id<Conversation>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET state = 'resolved', resolved_by = $2, resolved_at = $3,
             settled_at = $3, waiting_since = NULL WHERE id = $1"
        ),
        params![id, by, tx.now()],
    )
    .await
    .map(drop)
}

/// Opens it as if it had never been resolved.
pub(super) async fn reopen(id: Id<Conversation>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET state = 'open', resolved_by = NULL, resolved_at = NULL,
             settled_at = NULL WHERE id = $1"
        ),
        params![id],
    )
    .await
    .map(drop)
}
