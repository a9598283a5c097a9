use database::{Error, Row, Tx, Value, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{
    Failure, Frozen, HeldBy, NeedsPerson, Place, PostRef, Publication, PublicationState, Purpose,
    StateName, VariantRef,
};
use crate::channel::Channel;
use crate::kit::Instance;
use crate::outcome::Remote;

const COLUMNS: &str = "id, brand_id, channel_id, purpose, post_id, variant_id, conversation_id, \
    state, due_at, content, payload, fingerprint, send_key, prepared_at, attempts, checks, \
    lease_until, sending_since, next_at, reason, detail, remote_id, url, published_at, \
    late_alerted_at, created_by, created_at, updated_at, part, part_kind, after_id";

fn missing(what: &str) -> Error {
    Error::other(format!("a publication has no {what} in a state that needs one"))
}

fn frozen(row: &Row) -> Result<Frozen, Error> {
    let payload: Option<String> = row.get("payload")?;
    let payload = payload.ok_or_else(|| missing("payload"))?;
    Ok(Frozen {
        payload: serde_json::from_str(&payload).map_err(|e| Error::other(e.to_string()))?,
        fingerprint: row.get::<Option<String>>("fingerprint")?.unwrap_or_default(),
        send_key: row.get::<Option<String>>("send_key")?.ok_or_else(|| missing("key"))?,
        at: row.get::<Option<Timestamp>>("prepared_at")?.ok_or_else(|| missing("instant"))?,
    })
}

fn state(row: &Row) -> Result<PublicationState, Error> {
    let text = |name: &str| row.get::<Option<String>>(name).map(Option::unwrap_or_default);
    let instant = |name: &str| {
        row.get::<Option<Timestamp>>(name).and_then(|at| at.ok_or_else(|| missing(name)))
    };
    Ok(match row.get::<StateName>("state")? {
        StateName::Planned => PublicationState::Planned,
        StateName::Prepared => {
            PublicationState::Prepared { frozen: frozen(row)?, next_at: instant("next_at")? }
        }
        StateName::Sending => PublicationState::Sending {
            frozen: frozen(row)?,
            since: instant("sending_since")?,
            lease_until: instant("lease_until")?,
        },
        StateName::Processing => PublicationState::Processing {
            frozen: frozen(row)?,
            handle: text("detail")?,
            check_after: instant("next_at")?,
        },
        StateName::Published => PublicationState::Published {
            remote: Remote {
                id: text("remote_id")?,
                url: row.get("url")?,
                at: row.get("published_at")?,
            },
            at: instant("published_at")?,
        },
        StateName::Uncertain => PublicationState::Uncertain {
            frozen: frozen(row)?,
            since: instant("sending_since")?,
            next_at: instant("next_at")?,
            checks: row.get("checks")?,
            detail: text("detail")?,
        },
        StateName::Failed => PublicationState::Failed {
            reason: Failure::from_key(&text("reason")?),
            detail: text("detail")?,
        },
        StateName::Held => PublicationState::Held {
            reason: row.get::<Option<HeldBy>>("reason")?.unwrap_or(HeldBy::Person),
        },
        StateName::Cancelled => PublicationState::Cancelled,
        StateName::NeedsPerson => PublicationState::NeedsPerson {
            why: row.get::<Option<NeedsPerson>>("reason")?.unwrap_or(NeedsPerson::CannotTell),
            detail: text("detail")?,
            frozen: if row.get::<Option<String>>("send_key")?.is_some() {
                Some(frozen(row)?)
            } else {
                None
            },
        },
    })
}

fn read(row: &Row) -> Result<Publication, Error> {
    let purpose = match row.get::<String>("purpose")?.as_str() {
        "reply" => Purpose::Reply { conversation: row.get("conversation_id")? },
        _ => Purpose::Post { post: row.get("post_id")?, variant: row.get("variant_id")? },
    };
    let content: String = row.get("content")?;
    Ok(Publication {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        channel: row.get("channel_id")?,
        purpose,
        place: Place {
            part: row.get("part")?,
            kind: row.get("part_kind")?,
            after: row.get("after_id")?,
        },
        due_at: row.get("due_at")?,
        content: serde_json::from_str(&content).map_err(|e| Error::other(e.to_string()))?,
        state: state(row)?,
        attempts: row.get("attempts")?,
        created_by: row.get("created_by")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        late_alerted_at: row.get("late_alerted_at")?,
    })
}

/// Whether a person lets it through the pause of a crisis.
pub(super) async fn goes_through(id: Id<Publication>, tx: &mut Tx) -> Result<bool, Error> {
    let text = sql!("SELECT through_crisis FROM publication WHERE id = $1");
    tx.query_one(text, params![id]).await?.get("through_crisis")
}

pub(super) async fn let_through(id: Id<Publication>, tx: &mut Tx) -> Result<(), Error> {
    let text = sql!("UPDATE publication SET through_crisis = TRUE WHERE id = $1");
    tx.execute(text, params![id]).await.map(drop)
}

pub(super) async fn insert(publication: &Publication, tx: &mut Tx) -> Result<(), Error> {
    let (purpose, post, variant, conversation) = match publication.purpose {
        Purpose::Post { post, variant } => ("post", Some(post), Some(variant), None),
        Purpose::Reply { conversation } => ("reply", None, None, Some(conversation)),
    };
    let content = content_text(publication)?;
    let values = params![
        publication.id,
        publication.brand,
        publication.channel,
        purpose,
        post,
        variant,
        conversation,
        publication.due_at,
        content,
        publication.created_by,
        tx.now(),
        publication.place.part,
        publication.place.kind,
        publication.place.after
    ];
    tx.execute(
        sql!(
            "INSERT INTO publication (id, brand_id, channel_id, purpose, post_id, variant_id,
             conversation_id, state, due_at, content, created_by, created_at, updated_at, part,
             part_kind, after_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', $8, $9, $10, $11, $11, $12, $13, $14)"
        ),
        values,
    )
    .await
    .map(drop)
}

fn content_text(publication: &Publication) -> Result<String, Error> {
    serde_json::to_string(&publication.content).map_err(|e| Error::other(e.to_string()))
}

/// Writes the content and the due time of a publication that may still change.
pub(super) async fn rewrite(publication: &Publication, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE publication SET content = $2, due_at = $3, updated_at = $4, part_kind = $5
             WHERE id = $1"
        ),
        params![
            publication.id,
            content_text(publication)?,
            publication.due_at,
            tx.now(),
            publication.place.kind
        ],
    )
    .await
    .map(drop)
}

/// The columns that a state fills; all others are emptied by [`put_state`].
struct Filled {
    payload: Value,
    fingerprint: Value,
    send_key: Value,
    prepared_at: Value,
    lease_until: Value,
    sending_since: Value,
    next_at: Value,
    reason: Value,
    detail: Value,
    remote_id: Value,
    url: Value,
    published_at: Value,
    checks: i64,
}

impl Filled {
    fn nothing() -> Self {
        let n = || Value::Null;
        Self {
            payload: n(),
            fingerprint: n(),
            send_key: n(),
            prepared_at: n(),
            lease_until: n(),
            sending_since: n(),
            next_at: n(),
            reason: n(),
            detail: n(),
            remote_id: n(),
            url: n(),
            published_at: n(),
            checks: 0,
        }
    }

    fn with(frozen: &Frozen) -> Self {
        use database::IntoValue;
        Self {
            payload: frozen.payload.to_string().into_value(),
            fingerprint: frozen.fingerprint.clone().into_value(),
            send_key: frozen.send_key.clone().into_value(),
            prepared_at: frozen.at.into_value(),
            ..Self::nothing()
        }
    }

    fn of(state: &PublicationState) -> Self {
        use PublicationState as S;
        use database::IntoValue;
        match state {
            S::Planned | S::Cancelled => Self::nothing(),
            S::Prepared { frozen, next_at } => {
                Self { next_at: (*next_at).into_value(), ..Self::with(frozen) }
            }
            S::Sending { frozen, since, lease_until } => Self {
                sending_since: (*since).into_value(),
                lease_until: (*lease_until).into_value(),
                ..Self::with(frozen)
            },
            S::Processing { frozen, handle, check_after } => Self {
                detail: handle.clone().into_value(),
                next_at: (*check_after).into_value(),
                ..Self::with(frozen)
            },
            S::Published { remote, at } => Self {
                remote_id: Some(&remote.id).filter(|id| !id.is_empty()).into_value(),
                url: remote.url.clone().into_value(),
                published_at: (*at).into_value(),
                ..Self::nothing()
            },
            S::Uncertain { frozen, since, next_at, checks, detail } => Self {
                sending_since: (*since).into_value(),
                next_at: (*next_at).into_value(),
                detail: detail.clone().into_value(),
                checks: *checks,
                ..Self::with(frozen)
            },
            S::Failed { reason, detail } => Self {
                reason: reason.key().into_value(),
                detail: detail.clone().into_value(),
                ..Self::nothing()
            },
            S::Held { reason } => Self { reason: reason.into_value(), ..Self::nothing() },
            S::NeedsPerson { why, detail, frozen } => Self {
                reason: why.into_value(),
                detail: detail.clone().into_value(),
                ..frozen.as_ref().map_or_else(Self::nothing, Self::with)
            },
        }
    }
}

/// Moves a publication from the state and attempt it was read in to another, or not at all:
/// false means that someone else moved it first.
pub(super) async fn put_state(
    publication: &Publication,
    state: &PublicationState,
    attempts: i64,
    owner: Option<Id<Instance>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let f = Filled::of(state);
    let values = params![
        publication.id,
        publication.state.name(),
        publication.attempts,
        state.name(),
        attempts,
        f.checks,
        f.payload,
        f.fingerprint,
        f.send_key,
        f.prepared_at,
        f.lease_until,
        owner,
        f.sending_since,
        f.next_at,
        f.reason,
        f.detail,
        f.remote_id,
        f.url,
        f.published_at,
        tx.now()
    ];
    let moved = tx
        .execute(
            sql!(
                "UPDATE publication SET state = $4, attempts = $5, checks = $6, payload = $7,
                 fingerprint = $8, send_key = $9, prepared_at = $10, lease_until = $11,
                 lease_owner = $12, sending_since = $13, next_at = $14, reason = $15,
                 detail = $16, remote_id = $17, url = $18, published_at = $19, updated_at = $20
                 WHERE id = $1 AND state = $2 AND attempts = $3"
            ),
            values,
        )
        .await?;
    Ok(moved > 0)
}

/// Reads for a change: the row is locked on PostgreSQL until the transaction ends.
pub(super) async fn load_locked(
    id: Id<Publication>,
    tx: &mut Tx,
) -> Result<Option<Publication>, Error> {
    let text = format!("SELECT {COLUMNS} FROM publication WHERE id = $1{}", tx.for_update());
    tx.query_opt(&text, params![id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn load(id: Id<Publication>, tx: &mut Tx) -> Result<Option<Publication>, Error> {
    let text = format!("SELECT {COLUMNS} FROM publication WHERE id = $1");
    tx.query_opt(&text, params![id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn of_post(
    brand: Id<Brand>,
    post: Id<PostRef>,
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE post_id = $2 AND brand_id = $1 ORDER BY id"
    );
    tx.query(&text, params![brand, post]).await?.iter().map(read).collect()
}

/// Everything ever planned for a variant, in the order of its parts.
pub(super) async fn of_variant(
    brand: Id<Brand>,
    variant: Id<VariantRef>,
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE variant_id = $2 AND brand_id = $1
         ORDER BY part, id"
    );
    tx.query(&text, params![brand, variant]).await?.iter().map(read).collect()
}

/// What waits for a publication and may come, now that it is there.
pub(super) async fn after(id: Id<Publication>, tx: &mut Tx) -> Result<Vec<Publication>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE after_id = $1 AND state = 'planned' ORDER BY id"
    );
    tx.query(&text, params![id]).await?.iter().map(read).collect()
}

pub(super) async fn of_remote(
    channel: Id<Channel>,
    remote_id: &str,
    tx: &mut Tx,
) -> Result<Option<Publication>, Error> {
    let text =
        format!("SELECT {COLUMNS} FROM publication WHERE channel_id = $1 AND remote_id = $2");
    tx.query_opt(&text, params![channel, remote_id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn of_channel_in(
    channel: Id<Channel>,
    states: &[StateName],
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let names = states.iter().map(|s| format!("'{s}'")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "SELECT {COLUMNS} FROM publication WHERE channel_id = $1 AND state IN ({names}) ORDER BY id"
    );
    tx.query(&text, params![channel]).await?.iter().map(read).collect()
}

/// Ids at the network that other publications of the channel own, since an instant.
pub(super) async fn taken(
    channel: Id<Channel>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<String>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT remote_id FROM publication WHERE channel_id = $1 AND published_at >= $2
                 AND remote_id IS NOT NULL ORDER BY published_at, id"
            ),
            params![channel, since],
        )
        .await?;
    rows.iter().map(|row| row.get("remote_id")).collect()
}

/// What a list of publications is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Due at or after.
    pub from: Option<Timestamp>,
    /// Due before.
    pub to: Option<Timestamp>,
    /// Only these states; all when empty.
    pub states: Vec<StateName>,
    /// Only on this channel.
    pub channel: Option<Id<Channel>>,
    /// Only posts, leaving replies out; of what follows a post on its channel, only what went
    /// wrong or is kept back.
    pub posts_only: bool,
    /// Only on channels where a person posts by hand.
    pub by_hand: bool,
    /// Resume after this one (due time and id), for pages.
    pub after: Option<(Timestamp, Id<Publication>)>,
    /// At most this many; 0 is 500.
    pub most: i64,
}

pub(super) async fn list(
    brand: Id<Brand>,
    filter: &Filter,
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let mut text = format!("SELECT {COLUMNS} FROM publication WHERE brand_id = $1");
    let mut values = params![brand];
    let mut push = |text: &mut String, condition: &str, value: Value| {
        values.push(value);
        text.push_str(&condition.replace("$?", &format!("${}", values.len())));
    };
    use database::IntoValue;
    if let Some(from) = filter.from {
        push(&mut text, " AND due_at >= $?", from.into_value());
    }
    if let Some(to) = filter.to {
        push(&mut text, " AND due_at < $?", to.into_value());
    }
    if let Some(channel) = filter.channel {
        push(&mut text, " AND channel_id = $?", channel.into_value());
    }
    if let Some((due_at, id)) = filter.after {
        push(&mut text, " AND (due_at, id) > ($?,", due_at.into_value());
        push(&mut text, " $?)", id.into_value());
    }
    if filter.posts_only {
        text.push_str(" AND purpose = 'post'");
        text.push_str(COUNTED);
    }
    if filter.by_hand {
        text.push_str(" AND channel_id IN (SELECT id FROM channel WHERE mode = 'assisted')");
    }
    if !filter.states.is_empty() {
        let names: Vec<_> = filter.states.iter().map(|s| format!("'{s}'")).collect();
        text.push_str(&format!(" AND state IN ({})", names.join(", ")));
    }
    let most = if filter.most == 0 { 500 } else { filter.most };
    text.push_str(&format!(" ORDER BY due_at, id LIMIT {most}"));
    tx.query(&text, values).await?.iter().map(read).collect()
}

/// A post with what follows it counts once, unless something of it needs to be seen to.
const COUNTED: &str = " AND (part = 0 OR state IN ('failed', 'held', 'uncertain', 'needs_person'))";

/// How many publications stand in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateCount {
    /// The state.
    pub state: StateName,
    /// How many.
    pub count: i64,
}

pub(super) async fn count_by_state(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<StateCount>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT state, COUNT(*) AS publications FROM publication WHERE brand_id = $1
                 AND due_at >= $2 AND due_at < $3
                 AND (part = 0 OR state IN ('failed', 'held', 'uncertain', 'needs_person'))
                 GROUP BY state ORDER BY state"
            ),
            params![brand, from, to],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(StateCount { state: row.get("state")?, count: row.get("publications")? }))
        .collect()
}

/// Publications whose time passed by more than their brand allows, not yet alerted; of those that
/// appear together, the one that the others wait for, once. Posts that wait for someone to post
/// them by hand have reminders and alerts of their own, in `publishing::by_hand`.
pub(super) async fn late(tx: &mut Tx, most: i64) -> Result<Vec<Publication>, Error> {
    let columns = COLUMNS.split(", ").map(|c| format!("p.{c}")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "SELECT {columns} FROM publication p JOIN brand b ON b.id = p.brand_id
         WHERE p.state IN ('planned', 'prepared', 'sending', 'processing', 'uncertain',
         'needs_person') AND p.late_alerted_at IS NULL AND p.due_at + b.late_after < $1
         AND NOT (p.state = 'needs_person' AND p.reason = 'assisted' AND p.purpose = 'post')
         AND (p.after_id IS NULL OR (
           EXISTS (SELECT 1 FROM publication w WHERE w.id = p.after_id AND w.state = 'published')
           AND NOT EXISTS (SELECT 1 FROM publication o WHERE o.variant_id = p.variant_id
             AND o.late_alerted_at IS NOT NULL AND o.due_at = p.due_at)))
         ORDER BY p.due_at, p.id LIMIT $2"
    );
    tx.query(&text, params![tx.now(), most]).await?.iter().map(read).collect()
}

pub(super) async fn late_alerted(id: Id<Publication>, tx: &mut Tx) -> Result<bool, Error> {
    let marked = tx
        .execute(
            sql!(
                "UPDATE publication SET late_alerted_at = $2
                 WHERE id = $1 AND late_alerted_at IS NULL"
            ),
            params![id, tx.now()],
        )
        .await?;
    Ok(marked > 0)
}

/// Publications that should have moved: the net under the queue. Queueing one whose job still
/// lives changes nothing.
pub(super) async fn forgotten(
    before: Timestamp,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<(Id<Publication>, Id<Brand>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.brand_id, p.due_at FROM publication p WHERE p.state IN
                 ('planned', 'prepared', 'sending', 'processing', 'uncertain')
                 AND p.due_at < $1 AND COALESCE(p.next_at, p.lease_until, p.due_at) < $1
                 AND (p.after_id IS NULL OR p.state <> 'planned' OR EXISTS (SELECT 1
                   FROM publication w WHERE w.id = p.after_id
                   AND w.state IN ('published', 'cancelled')))
                 ORDER BY p.due_at, p.id LIMIT $2"
            ),
            params![before, most],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("brand_id")?))).collect()
}

/// Every publication whose send has begun and has not ended.
pub(super) async fn sending(tx: &mut Tx) -> Result<Vec<Publication>, Error> {
    let text = format!("SELECT {COLUMNS} FROM publication WHERE state = 'sending' ORDER BY id");
    tx.query(&text, params![]).await?.iter().map(read).collect()
}

/// Gives back every turn to renew a token.
pub(super) async fn forget_renewals(tx: &mut Tx) -> Result<(), Error> {
    let text =
        sql!("UPDATE channel SET refresh_lease_until = NULL WHERE refresh_lease_until IS NOT NULL");
    tx.execute(text, params![]).await.map(drop)
}
