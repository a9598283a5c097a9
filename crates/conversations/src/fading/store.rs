use std::collections::HashMap;

use channels::{Channel, Publication};
use database::{Error, Row, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use platform::{Brand, Teammate};
use primitives::Id;

use super::judge::Piece;
use super::{Fading, FadingState, Known, TookPart, Way};
use crate::conversation::{Conversation, StateWord};
use crate::ingest::preview;
use crate::message::Direction;

/// The most posts, messages and days that are read.
const MOST_ROWS: i64 = 60_000;
const MOST_MESSAGES: i64 = 20_000;
/// A thing is not proposed again before so long.
const REST: SignedDuration = SignedDuration::from_hours(30 * 24);

pub(super) struct PieceRow {
    pub publication: Id<Publication>,
    pub channel: Id<Channel>,
    pub piece: Piece,
}

/// A conversation with what was said in it lately, the oldest first.
pub(super) struct Talk {
    pub conversation: Id<Conversation>,
    pub channel: Id<Channel>,
    /// It is neither resolved nor awaited.
    pub may_fade: bool,
    /// Whether it was theirs, and when.
    pub said: Vec<(bool, Timestamp)>,
}

pub(super) struct New {
    pub channel: Id<Channel>,
    pub publication: Option<Id<Publication>>,
    pub conversation: Option<Id<Conversation>>,
    pub recent: i64,
    pub usual: i64,
    pub compared: i64,
    pub total: i64,
}

pub(super) async fn brands_due(before: Timestamp, tx: &mut Tx) -> Result<Vec<Id<Brand>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT b.id FROM brand b LEFT JOIN fading_look l ON l.brand_id = b.id
                 WHERE l.looked_at IS NULL OR l.looked_at <= $1 ORDER BY b.id LIMIT 200"
            ),
            params![before],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// The posts that appeared since, with what came under them day by day.
pub(super) async fn pieces(
    brand: Id<Brand>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<PieceRow>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.channel_id, p.published_at,
                 (i.at - p.published_at) / 86400000000 AS day, COUNT(i.id) AS came
                 FROM publication p LEFT JOIN interaction i ON i.publication_id = p.id
                 AND i.at >= p.published_at AND i.at < p.published_at + 1900800000000
                 WHERE p.brand_id = $1 AND p.purpose = 'post' AND p.state = 'published'
                 AND p.after_id IS NULL AND p.published_at >= $2
                 GROUP BY 1, 2, 3, 4 ORDER BY 3, 1, 4 LIMIT $3"
            ),
            params![brand, since, MOST_ROWS],
        )
        .await?;
    let mut found: Vec<PieceRow> = Vec::new();
    for row in &rows {
        let publication: Id<Publication> = row.get("id")?;
        if found.last().is_none_or(|last| last.publication != publication) {
            let published_at = row.get("published_at")?;
            let piece = Piece { published_at, by_day: std::collections::BTreeMap::new() };
            found.push(PieceRow { publication, channel: row.get("channel_id")?, piece });
        }
        if let (Some(last), Some(day)) = (found.last_mut(), row.get::<Option<i64>>("day")?) {
            last.piece.by_day.insert(day, row.get("came")?);
        }
    }
    Ok(found)
}

/// What was said in conversations since.
pub(super) async fn talks(
    brand: Id<Brand>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Talk>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT m.conversation_id, m.channel_id, m.direction, m.sent_at, c.state,
                 c.waiting_since FROM message m JOIN conversation c ON c.id = m.conversation_id
                 WHERE m.brand_id = $1 AND m.received_at >= $2 AND c.reactions = FALSE
                 AND m.kind IN ('reply', 'mention', 'quote', 'direct')
                 ORDER BY m.received_at DESC, m.id DESC LIMIT $3"
            ),
            params![brand, since, MOST_MESSAGES],
        )
        .await?;
    let mut found: HashMap<Id<Conversation>, Talk> = HashMap::new();
    for row in &rows {
        let id: Id<Conversation> = row.get("conversation_id")?;
        let state: StateWord = row.get("state")?;
        let waits: Option<Timestamp> = row.get("waiting_since")?;
        let open = matches!(state, StateWord::Open | StateWord::Pending);
        let channel = row.get("channel_id")?;
        let talk = found.entry(id).or_insert_with(|| Talk {
            conversation: id,
            channel,
            may_fade: open && waits.is_none(),
            said: Vec::new(),
        });
        let inbound = row.get::<Direction>("direction")? == Direction::Inbound;
        talk.said.push((inbound, row.get("sent_at")?));
    }
    let mut talks: Vec<Talk> = found.into_values().collect();
    talks.sort_by_key(|talk| talk.conversation);
    for talk in &mut talks {
        talk.said.sort_by_key(|(_, at)| *at);
    }
    Ok(talks)
}

/// Proposes it, unless it was lately; whether it is new.
pub(super) async fn propose(
    brand: Id<Brand>,
    new: &New,
    measure_at: Timestamp,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let (id, now): (Id<Fading>, _) = (tx.new_id(), tx.now());
    let subject = if new.publication.is_some() { "post" } else { "conversation" };
    let known = tx
        .query_opt(
            sql!(
                "SELECT id FROM fading WHERE brand_id = $1 AND noticed_at > $2
                 AND (publication_id = $3 OR conversation_id = $4) ORDER BY id LIMIT 1"
            ),
            params![brand, now - REST, new.publication, new.conversation],
        )
        .await?;
    if known.is_some() {
        return Ok(false);
    }
    tx.execute(
        sql!(
            "INSERT INTO fading (id, brand_id, channel_id, subject, publication_id,
             conversation_id, noticed_at, recent, usual, compared, total, state, measure_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'proposed', $12)"
        ),
        params![
            id,
            brand,
            new.channel,
            subject,
            new.publication,
            new.conversation,
            now,
            new.recent,
            new.usual,
            new.compared,
            new.total,
            measure_at
        ],
    )
    .await?;
    Ok(true)
}

pub(super) async fn looked(
    brand: Id<Brand>,
    posts: i64,
    returns: i64,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO fading_look (brand_id, looked_at, posts, returns) VALUES ($1, $2, $3, $4)
             ON CONFLICT (brand_id) DO UPDATE SET looked_at = excluded.looked_at,
             posts = excluded.posts, returns = excluded.returns"
        ),
        params![brand, now, posts, returns],
    )
    .await
    .map(drop)
}

pub(super) async fn known(brand: Id<Brand>, tx: &mut Tx) -> Result<Known, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT looked_at, posts, returns FROM fading_look WHERE brand_id = $1"),
            params![brand],
        )
        .await?;
    let Some(row) = row else { return Ok(Known::default()) };
    Ok(Known {
        looked_at: row.get("looked_at")?,
        posts: row.get("posts")?,
        returns: row.get("returns")?,
    })
}

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT f.id, f.brand_id, f.channel_id, f.publication_id, f.conversation_id,
             f.noticed_at, f.recent, f.usual, f.compared, f.total, f.state, f.way, f.reason,
             f.decided_at, f.measured_at, f.came, v.text AS post_text, c.preview, i.name
             FROM fading f LEFT JOIN publication p ON p.id = f.publication_id
             LEFT JOIN post v ON v.id = p.post_id
             LEFT JOIN conversation c ON c.id = f.conversation_id
             LEFT JOIN identity i ON i.id = c.identity_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Fading, Error> {
    let post: Option<String> = row.get("post_text")?;
    let said: Option<String> = row.get("preview")?;
    Ok(Fading {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        channel: row.get("channel_id")?,
        publication: row.get("publication_id")?,
        conversation: row.get("conversation_id")?,
        noticed_at: row.get("noticed_at")?,
        recent: row.get("recent")?,
        usual: row.get("usual")?,
        compared: row.get("compared")?,
        total: row.get("total")?,
        state: row.get("state")?,
        way: row.get("way")?,
        reason: row.get("reason")?,
        decided_at: row.get("decided_at")?,
        measured_at: row.get("measured_at")?,
        came: row.get("came")?,
        words: post.map(|text| preview(&text)).or(said).unwrap_or_default(),
        person: row.get::<Option<String>>("name")?.unwrap_or_default(),
    })
}

/// What took up again by itself is not proposed any more.
macro_rules! still_proposed {
    () => {
        "f.brand_id = $1 AND f.state = 'proposed' AND NOT EXISTS (SELECT 1 FROM message m
           WHERE m.conversation_id = f.conversation_id AND m.direction = 'inbound'
           AND m.received_at > f.noticed_at)"
    };
}

pub(super) async fn list(
    brand: Id<Brand>,
    proposed: bool,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Fading>, Error> {
    let text = if proposed {
        select!(concat!(
            "WHERE ",
            still_proposed!(),
            " ORDER BY f.noticed_at DESC, f.id DESC LIMIT $2"
        ))
    } else {
        select!(
            "WHERE f.brand_id = $1 AND f.state IN ('relaunched', 'dismissed')
             ORDER BY f.decided_at DESC, f.id DESC LIMIT $2"
        )
    };
    tx.query(text, params![brand, limit]).await?.iter().map(read).collect()
}

pub(super) async fn count(brand: Id<Brand>, tx: &mut Tx) -> Result<i64, Error> {
    let text = sql!("SELECT COUNT(*) AS many FROM fading f WHERE ", still_proposed!());
    tx.query_one(text, params![brand]).await?.get("many")
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Fading>,
    tx: &mut Tx,
) -> Result<Option<Fading>, Error> {
    let text = select!("WHERE f.brand_id = $1 AND f.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn took_part(fading: &Fading, tx: &mut Tx) -> Result<Vec<TookPart>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT c.id, i.name, i.handle FROM conversation c
                 JOIN identity i ON i.id = c.identity_id
                 WHERE c.brand_id = $1 AND c.reactions = FALSE AND c.state <> 'merged'
                 AND (c.publication_id = $2 OR c.id = $3)
                 ORDER BY c.last_message_at DESC, c.id DESC LIMIT 5"
            ),
            params![fading.brand, fading.publication, fading.conversation],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(TookPart {
                conversation: row.get("id")?,
                name: row.get("name")?,
                handle: row.get("handle")?,
            })
        })
        .collect()
}

pub(super) async fn relaunch(
    fading: &Fading,
    way: Way,
    post: Option<Id<()>>,
    measure_at: Timestamp,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE fading SET state = 'relaunched', way = $2, post_id = $3, decided_by = $4,
                 decided_at = $5, measure_at = $6 WHERE id = $1 AND state = 'proposed'"
            ),
            params![fading.id, way, post, by, now, measure_at],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn dismiss(
    fading: &Fading,
    reason: &str,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE fading SET state = 'dismissed', reason = $2, decided_by = $3,
                 decided_at = $4 WHERE id = $1 AND state = 'proposed'"
            ),
            params![fading.id, reason, by, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn propose_again(fading: &Fading, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE fading SET state = 'proposed', reason = '', decided_by = NULL,
             decided_at = NULL WHERE id = $1 AND state = 'dismissed'"
        ),
        params![fading.id],
    )
    .await
    .map(drop)
}

/// Something whose seven days have gone.
pub(super) struct ToMeasure {
    id: Id<Fading>,
    publication: Option<Id<Publication>>,
    conversation: Option<Id<Conversation>>,
    state: FadingState,
    post: Option<Id<()>>,
    from: Timestamp,
}

pub(super) async fn to_measure(limit: i64, tx: &mut Tx) -> Result<Vec<ToMeasure>, Error> {
    let now = tx.now();
    let rows = tx
        .query(
            sql!(
                "SELECT id, publication_id, conversation_id, state, post_id, noticed_at, decided_at
                 FROM fading WHERE measured_at IS NULL AND measure_at <= $1
                 ORDER BY measure_at, id LIMIT $2"
            ),
            params![now, limit],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let state: FadingState = row.get("state")?;
            let decided: Option<Timestamp> = row.get("decided_at")?;
            let noticed: Timestamp = row.get("noticed_at")?;
            Ok(ToMeasure {
                id: row.get("id")?,
                publication: row.get("publication_id")?,
                conversation: row.get("conversation_id")?,
                state,
                post: row.get("post_id")?,
                from: decided.filter(|_| state == FadingState::Relaunched).unwrap_or(noticed),
            })
        })
        .collect()
}

/// Counts what came under it in that time; nothing for a relaunch of which nothing was sent.
pub(super) async fn measure(
    one: &ToMeasure,
    after: SignedDuration,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (now, until) = (tx.now(), one.from + after);
    let came: i64 = tx
        .query_one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM interaction i WHERE i.publication_id = $1
                   AND i.at >= $3 AND i.at < $4) +
                 (SELECT COUNT(*) FROM message m WHERE m.conversation_id = $2
                   AND m.direction = 'inbound' AND m.sent_at >= $3 AND m.sent_at < $4) AS came"
            ),
            params![one.publication, one.conversation, one.from, until],
        )
        .await?
        .get("came")?;
    let sent: i64 = tx
        .query_one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM message m JOIN conversation c
                   ON c.id = m.conversation_id WHERE (c.id = $2 OR c.publication_id = $1)
                   AND m.direction = 'outbound' AND m.received_at >= $3 AND m.received_at < $4) +
                 (SELECT COUNT(*) FROM publication p WHERE p.post_id = $5
                   AND p.published_at >= $3 AND p.published_at < $4) AS sent"
            ),
            params![one.publication, one.conversation, one.from, until, one.post],
        )
        .await?
        .get("sent")?;
    let counted = one.state != FadingState::Relaunched || sent > 0;
    tx.execute(
        sql!(
            "UPDATE fading SET measured_at = $2, came = $3,
             state = CASE WHEN state = 'proposed' THEN 'passed' ELSE state END WHERE id = $1"
        ),
        params![one.id, now, counted.then_some(came)],
    )
    .await
    .map(drop)
}

/// What came after: of what was relaunched, and of what was not.
pub(super) async fn measured(
    brand: Id<Brand>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<(Vec<i64>, Vec<i64>), Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT state, came FROM fading WHERE brand_id = $1 AND noticed_at >= $2
                 AND came IS NOT NULL ORDER BY noticed_at, id LIMIT $3"
            ),
            params![brand, since, MOST_MESSAGES],
        )
        .await?;
    let (mut relaunched, mut others) = (Vec::new(), Vec::new());
    for row in &rows {
        let which = match row.get::<FadingState>("state")? {
            FadingState::Relaunched => &mut relaunched,
            _ => &mut others,
        };
        which.push(row.get("came")?);
    }
    Ok((relaunched, others))
}
