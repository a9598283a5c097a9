use database::{Error, IntoValue, Params, Row, Tx, params, sql};
use primitives::Id;
use platform::{Brand, Teammate};

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
    let mut conditions = vec![match filter.group {
        Group::Messages => "c.reactions = FALSE".to_owned(),
        Group::Reactions => "c.reactions = TRUE".to_owned(),
    }];
    match filter.state {
        StateFilter::Open => conditions.push("c.state = 'open'".to_owned()),
        StateFilter::Resolved => conditions.push("c.state = 'resolved'".to_owned()),
        StateFilter::All => {}
    }
    if filter.waiting {
        conditions.push("c.waiting_since IS NOT NULL".to_owned());
    }
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

pub(super) async fn longest_waiting(
    brand: Id<Brand>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    let waiting = "c.waiting_since IS NOT NULL";
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
         ON i.id = c.identity_id WHERE c.brand_id = $1 AND {conditions}
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
