//! What changes a publication: its content, its state, what it is let through.

use database::{Error, Tx, Value, params, sql};
use primitives::Id;

use crate::kit::Instance;
use crate::publication::{Frozen, Publication, PublicationState, Purpose};

/// Whether a person lets it through the pause of a crisis.
pub(in crate::publication) async fn goes_through(
    id: Id<Publication>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!("SELECT through_crisis FROM publication WHERE id = $1");
    tx.query_one(text, params![id]).await?.get("through_crisis")
}

pub(in crate::publication) async fn let_through(
    id: Id<Publication>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE publication SET through_crisis = TRUE WHERE id = $1");
    tx.execute(text, params![id]).await.map(drop)
}

pub(in crate::publication) async fn insert(
    publication: &Publication,
    tx: &mut Tx,
) -> Result<(), Error> {
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
pub(in crate::publication) async fn rewrite(
    publication: &Publication,
    tx: &mut Tx,
) -> Result<(), Error> {
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
pub(in crate::publication) async fn put_state(
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
