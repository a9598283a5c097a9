//! What a look compares, and what is known of the last one.

use std::collections::{BTreeMap, HashMap};

use channels::{Channel, Publication};
use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use crate::conversation::{Conversation, StateWord};
use crate::fading::Known;
use crate::fading::judge::Piece;
use crate::message::Direction;

/// The most posts with their days, and the most messages, that are read.
const MOST_ROWS: i64 = 60_000;
const MOST_MESSAGES: i64 = 20_000;

pub(in crate::fading) struct PieceRow {
    pub publication: Id<Publication>,
    pub channel: Id<Channel>,
    pub piece: Piece,
}

/// A conversation with what was said in it lately, the oldest first.
pub(in crate::fading) struct Talk {
    pub conversation: Id<Conversation>,
    pub channel: Id<Channel>,
    /// It is neither resolved nor awaited.
    pub may_fade: bool,
    /// Whether it was theirs, and when.
    pub said: Vec<(bool, Timestamp)>,
}

pub(in crate::fading) async fn brands_due(
    before: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Id<Brand>>, Error> {
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
pub(in crate::fading) async fn pieces(
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
            let piece = Piece { published_at, by_day: BTreeMap::new() };
            found.push(PieceRow { publication, channel: row.get("channel_id")?, piece });
        }
        if let (Some(last), Some(day)) = (found.last_mut(), row.get::<Option<i64>>("day")?) {
            last.piece.by_day.insert(day, row.get("came")?);
        }
    }
    Ok(found)
}

/// What was said in conversations since.
pub(in crate::fading) async fn talks(
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

pub(in crate::fading) async fn looked(
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

pub(in crate::fading) async fn known(brand: Id<Brand>, tx: &mut Tx) -> Result<Known, Error> {
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
