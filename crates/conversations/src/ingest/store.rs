use std::collections::HashMap;

use channels::{Channel, InboxItem};
use database::{Error, IntoValue, Params, Row, Tx, in_groups, params, placeholders, sql};
use jiff::SignedDuration;
use primitives::Id;
use sha2::{Digest, Sha256};

use super::draft::{Draft, Existing};
use super::place::{Known, OurPublication, Place};
use crate::conversation::{Conversation, store as conversations};

/// How far back a thread is looked for by its subject.
const ON_SUBJECT: SignedDuration = SignedDuration::from_hours(24 * 45);

/// What the ids that these items name stand for here.
pub(super) async fn known(
    channel: &Channel,
    items: &[InboxItem],
    tx: &mut Tx,
) -> Result<Known, Error> {
    let own = items.iter().map(|item| item.remote_id.as_str());
    let parents = items.iter().filter_map(|item| item.in_reply_to.as_deref());
    let roots = items.iter().filter_map(|item| item.root.as_deref());
    let letters = items.iter().filter_map(|item| item.letter.as_deref());
    let named = letters.flat_map(|letter| {
        let back = letter.undelivered.iter().map(|undelivered| undelivered.letter.as_str());
        letter.thread.iter().map(String::as_str).chain(back)
    });
    let mut ids: Vec<&str> = own.chain(parents).chain(named).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut known = Known::default();
    let messages = "SELECT m.remote_id, c.thread_key, c.kind, c.about_remote_id FROM message m
         JOIN conversation c ON c.id = m.conversation_id
         WHERE m.channel_id = $1 AND m.remote_id IN";
    for row in in_list(messages, "m.remote_id", channel, &ids, "", tx).await? {
        if let Some(place) = place(&row)? {
            known.messages.insert(row.get("remote_id")?, place);
        }
    }
    ids.extend(roots);
    ids.sort_unstable();
    ids.dedup();
    let publications = "SELECT p.id, p.remote_id, c.thread_key, c.kind, c.about_remote_id
         FROM publication p LEFT JOIN conversation c ON c.id = p.conversation_id
         WHERE p.channel_id = $1 AND p.remote_id IN";
    for row in in_list(publications, "p.remote_id", channel, &ids, "", tx).await? {
        let ours = OurPublication { id: row.get("id")?, place: place(&row)? };
        known.publications.insert(row.get("remote_id")?, ours);
    }
    for item in items {
        if let Some(place) = on_same_subject(channel, item, tx).await? {
            known.by_subject.insert(item.remote_id.clone(), place);
        }
    }
    Ok(known)
}

/// Where a letter goes that says it answers and names none: the last thread with its author on
/// that very subject, if it is not old.
async fn on_same_subject(
    channel: &Channel,
    item: &InboxItem,
    tx: &mut Tx,
) -> Result<Option<Place>, Error> {
    let Some(letter) = item.letter.as_deref() else { return Ok(None) };
    let names_one = item.in_reply_to.is_some() || !letter.thread.is_empty();
    if names_one || !letter.answers || letter.subject.is_empty() {
        return Ok(None);
    }
    let since = item.at.checked_sub(ON_SUBJECT).unwrap_or(item.at);
    let row = tx
        .query_opt(
            sql!(
                "SELECT c.thread_key, c.kind, c.about_remote_id FROM identity i
                 JOIN conversation c ON c.identity_id = i.id AND c.channel_id = $1
                 WHERE i.brand_id = $2 AND i.network = $3 AND i.remote_id = $4
                 AND c.about_text = $5 AND c.last_message_at >= $6 AND c.merged_into IS NULL
                 ORDER BY c.last_message_at DESC, c.id LIMIT 1"
            ),
            params![
                channel.id,
                channel.brand,
                &channel.network,
                &item.author.remote_id,
                &letter.subject,
                since
            ],
        )
        .await?;
    row.map(|row| place(&row)).transpose().map(Option::flatten)
}

/// Marks a letter of ours that came back; its conversation, if it is here and new to be so.
pub(super) async fn came_back(
    channel: &Channel,
    letter: &str,
    reason: &str,
    tx: &mut Tx,
) -> Result<Option<Id<Conversation>>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT m.id, m.conversation_id FROM message m
                 LEFT JOIN publication p ON p.id = m.publication_id
                 WHERE m.channel_id = $1 AND m.direction = 'outbound' AND m.undelivered IS NULL
                 AND (m.remote_id = $2 OR p.remote_id = $2) ORDER BY m.id LIMIT 1"
            ),
            params![channel.id, letter],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    tx.execute(
        sql!("UPDATE message SET undelivered = $2 WHERE id = $1"),
        params![row.get::<Id<crate::Message>>("id")?, reason],
    )
    .await?;
    row.get("conversation_id")
}

fn place(row: &Row) -> Result<Option<Place>, Error> {
    let Some(key) = row.get::<Option<String>>("thread_key")? else { return Ok(None) };
    Ok(Some(Place { key, kind: row.get("kind")?, root: row.get("about_remote_id")? }))
}

/// Runs `select` (which ends in `IN`) for ids of the channel, in a few trips.
async fn in_list(
    select: &str,
    order: &str,
    channel: &Channel,
    ids: &[&str],
    lock: &str,
    tx: &mut Tx,
) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for group in in_groups(ids) {
        let list = placeholders(2, group.len());
        let text = format!("{select} ({list}) ORDER BY {order}{lock}");
        let mut values = params![channel.id];
        values.extend(group.into_iter().map(IntoValue::into_value));
        rows.extend(tx.query(&text, values).await?);
    }
    Ok(rows)
}

/// The conversations that are here, by their keys, held until the transaction ends.
pub(super) async fn existing(
    channel: &Channel,
    keys: &[&str],
    tx: &mut Tx,
) -> Result<HashMap<String, Existing>, Error> {
    let select =
        "SELECT id, thread_key, merged_into, state, unread, waiting_since, answered_at, last_message_at,
         identity_id, publication_id, (about_text IS NOT NULL OR about_url IS NOT NULL) AS about
         FROM conversation WHERE channel_id = $1 AND thread_key IN";
    let lock = tx.for_update();
    let rows = in_list(select, "id", channel, keys, lock, tx).await?;
    let read = |row: &Row| -> Result<(String, Existing), Error> {
        let existing = Existing {
            id: row.get("id")?,
            state: row.get("state")?,
            unread: row.get("unread")?,
            waiting_since: row.get("waiting_since")?,
            answered_at: row.get("answered_at")?,
            last_message_at: row.get("last_message_at")?,
            identity: row.get("identity_id")?,
            publication: row.get("publication_id")?,
            about_is_known: row.get("about")?,
            origin: None,
        };
        Ok((row.get("thread_key")?, existing))
    };
    let mut found: HashMap<String, Existing> =
        rows.iter().map(read).collect::<Result<_, Error>>()?;
    for row in &rows {
        if let Some(kept) = row.get::<Option<Id<Conversation>>>("merged_into")?
            && let Some(survivor) = survivor(kept, tx).await?
        {
            let (_, mut existing) = read(&survivor)?;
            existing.origin = Some(row.get("id")?);
            found.insert(row.get("thread_key")?, existing);
        }
    }
    Ok(found)
}

/// The conversation that took another's messages, held until the transaction ends.
async fn survivor(id: Id<Conversation>, tx: &mut Tx) -> Result<Option<Row>, Error> {
    let text = format!(
        "SELECT id, thread_key, merged_into, state, unread, waiting_since, answered_at,
         last_message_at, identity_id, publication_id,
         (about_text IS NOT NULL OR about_url IS NOT NULL) AS about
         FROM conversation WHERE id = $1{}",
        tx.for_update()
    );
    tx.query_opt(&text, params![id]).await
}

pub(super) async fn insert_conversations(
    channel: &Channel,
    drafts: &[Draft],
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    let row = |draft: &Draft| {
        let place = &draft.place;
        params![
            draft.id,
            channel.brand,
            channel.id,
            &place.key,
            place.kind,
            place.kind.is_reactions(),
            draft.identity,
            draft.publication,
            &place.root,
            &draft.about_url,
            &draft.about_text,
            draft.preview.as_deref().unwrap_or_default(),
            draft.more,
            draft.last_message_at,
            draft.waiting_since,
            draft.answered_at,
            now,
            draft.unread
        ]
    };
    tx.execute_many(
        sql!(
            "INSERT INTO conversation (id, brand_id, channel_id, thread_key, kind, reactions,
             state, identity_id, publication_id, about_remote_id, about_url, about_text, preview,
             message_count, last_message_at, waiting_since, answered_at, created_at,
             unread) VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9, $10, $11, $12, $13, $14,
             $15, $16, $17, $18)"
        ),
        drafts.iter().map(row).collect(),
    )
    .await
    .map(drop)
}

pub(super) async fn update_conversations(drafts: &[Draft], tx: &mut Tx) -> Result<(), Error> {
    let last = |draft: &Draft| params![draft.id, draft.more, draft.last_message_at, &draft.preview];
    tx.execute_many(
        sql!(
            "UPDATE conversation SET message_count = message_count + $2, last_message_at = $3,
             preview = COALESCE($4, preview) WHERE id = $1"
        ),
        drafts.iter().map(last).collect(),
    )
    .await?;
    let more = |draft: &Draft| -> Params {
        params![
            draft.id,
            draft.waiting_since,
            draft.answered_at,
            draft.identity,
            draft.publication,
            &draft.about_url,
            &draft.about_text,
            draft.unread
        ]
    };
    tx.execute_many(
        sql!(
            "UPDATE conversation SET waiting_since = $2, answered_at = $3,
             identity_id = COALESCE($4, identity_id),
             publication_id = COALESCE(publication_id, $5), about_url = COALESCE(about_url, $6),
             about_text = COALESCE(about_text, $7), unread = $8 WHERE id = $1"
        ),
        drafts.iter().filter(|draft| draft.changes_more()).map(more).collect(),
    )
    .await?;
    let reopened = drafts.iter().filter(|draft| draft.reopens).map(|draft| params![draft.id]);
    tx.execute_many(
        sql!(
            "UPDATE conversation SET state = 'open', resolved_by = NULL, resolved_at = NULL,
             paused_by = NULL, paused_at = NULL, snoozed_until = NULL WHERE id = $1"
        ),
        reopened.collect(),
    )
    .await?;
    let ids: Vec<Id<Conversation>> = drafts.iter().map(|draft| draft.id).collect();
    conversations::copy_to_labels(&ids, tx).await
}

/// Keeps aside what can't be read, each once; how many are new.
pub(super) async fn keep_unreadable(
    channel: &Channel,
    items: &[&InboxItem],
    tx: &mut Tx,
) -> Result<u64, Error> {
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let text = json(item)?;
        let key = format!("unreadable {}", hex::encode(Sha256::digest(&text)));
        rows.push(aside(channel, key, "unreadable", None, text, tx));
    }
    keep(rows, tx).await
}

/// Keeps our answers until what they answer comes.
pub(super) async fn keep_awaiting(
    channel: &Channel,
    items: Vec<InboxItem>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let text = json(&item)?;
        let key = format!("awaiting {}", item.remote_id);
        rows.push(aside(channel, key, "awaiting", item.in_reply_to, text, tx));
    }
    keep(rows, tx).await.map(drop)
}

fn json(item: &InboxItem) -> Result<String, Error> {
    serde_json::to_string(item).map_err(|error| Error::other(error.to_string()))
}

fn aside(
    channel: &Channel,
    key: String,
    reason: &str,
    awaits: Option<String>,
    item: String,
    tx: &Tx,
) -> Params {
    let id = tx.new_id::<Conversation>();
    params![id, channel.brand, channel.id, key, reason, awaits, item, tx.now()]
}

async fn keep(rows: Vec<Params>, tx: &mut Tx) -> Result<u64, Error> {
    tx.execute_many(
        sql!(
            "INSERT INTO unplaced_item (id, brand_id, channel_id, item_key, reason, awaits, item,
             received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (channel_id, item_key) DO NOTHING"
        ),
        rows,
    )
    .await
}

/// Takes back our answers that were kept until one of these messages came.
pub(super) async fn take_awaiting(
    channel: &Channel,
    ids: &[String],
    tx: &mut Tx,
) -> Result<Vec<InboxItem>, Error> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let select = "SELECT item, item_key FROM unplaced_item WHERE channel_id = $1 AND awaits IN";
    let rows = in_list(select, "item_key", channel, &ids, "", tx).await?;
    let mut items: Vec<InboxItem> = Vec::with_capacity(rows.len());
    let mut keys = Vec::with_capacity(rows.len());
    for row in &rows {
        let item = serde_json::from_str(&row.get::<String>("item")?);
        items.push(item.map_err(|error| Error::other(format!("an item kept aside: {error}")))?);
        keys.push(params![channel.id, row.get::<String>("item_key")?]);
    }
    tx.execute_many(
        sql!("DELETE FROM unplaced_item WHERE channel_id = $1 AND item_key = $2"),
        keys,
    )
    .await?;
    Ok(items)
}

/// Whether a letter was taken for what it answers.
pub(super) async fn was_taken(
    channel: &Channel,
    remote_id: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT taken_at FROM letter_taken WHERE channel_id = $1 AND remote_id = $2"),
            params![channel.id, remote_id],
        )
        .await?;
    Ok(row.is_some())
}

/// Notes that it was.
pub(super) async fn taken(channel: &Channel, remote_id: &str, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO letter_taken (brand_id, channel_id, remote_id, taken_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT (channel_id, remote_id) DO NOTHING"
        ),
        params![channel.brand, channel.id, remote_id, tx.now()],
    )
    .await
    .map(drop)
}
