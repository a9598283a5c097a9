use std::collections::HashSet;

use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::{Id, Language};

use super::{Article, ArticleEdit, Help, Opinion, Reader};
use crate::conversation::Conversation;

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT id, kind, language, slug, title, category, body, published_at, seen, useful,
             not_useful, from_conversation, edited_at FROM article ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Article, Error> {
    Ok(Article {
        id: row.get("id")?,
        kind: row.get("kind")?,
        language: language(row)?,
        slug: row.get("slug")?,
        title: row.get("title")?,
        category: row.get("category")?,
        body: row.get("body")?,
        published_at: row.get("published_at")?,
        seen: row.get("seen")?,
        useful: row.get("useful")?,
        not_useful: row.get("not_useful")?,
        from: row.get("from_conversation")?,
        edited_at: row.get("edited_at")?,
    })
}

fn language(row: &Row) -> Result<Language, Error> {
    let tag: String = row.get("language")?;
    tag.parse().map_err(|_| Error::other(format!("a language {tag:?} is stored")))
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Article>, Error> {
    let text = select!("WHERE brand_id = $1 AND removed_at IS NULL ORDER BY category, title, id");
    tx.query(text, params![brand]).await?.iter().map(read).collect()
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Article>,
    tx: &mut Tx,
) -> Result<Option<Article>, Error> {
    let text = select!("WHERE brand_id = $1 AND id = $2 AND removed_at IS NULL");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn slugs(
    brand: Id<Brand>,
    language: Language,
    tx: &mut Tx,
) -> Result<HashSet<String>, Error> {
    let text = sql!("SELECT slug FROM article WHERE brand_id = $1 AND language = $2 ORDER BY slug");
    let rows = tx.query(text, params![brand, language.tag()]).await?;
    rows.iter().map(|row| row.get("slug")).collect()
}

pub(super) async fn insert(
    id: Id<Article>,
    slug: &str,
    edit: &ArticleEdit,
    from: Option<Id<Conversation>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        actor.brand(),
        edit.kind,
        edit.language.tag(),
        slug,
        edit.title.as_str(),
        edit.category.as_str(),
        edit.body.as_str(),
        from,
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO article (id, brand_id, kind, language, slug, title, category, body,
             from_conversation, created_by, created_at, edited_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update(
    brand: Id<Brand>,
    id: Id<Article>,
    slug: &str,
    edit: &ArticleEdit,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        brand,
        id,
        edit.kind,
        edit.language.tag(),
        slug,
        edit.title.as_str(),
        edit.category.as_str(),
        edit.body.as_str(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "UPDATE article SET kind = $3, language = $4, slug = $5, title = $6, category = $7,
             body = $8, edited_at = $9 WHERE brand_id = $1 AND id = $2"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn set_published(
    brand: Id<Brand>,
    id: Id<Article>,
    since: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE article SET published_at = $3 WHERE brand_id = $1 AND id = $2"),
        params![brand, id, since],
    )
    .await
    .map(drop)
}

pub(super) async fn set_removed(
    brand: Id<Brand>,
    id: Id<Article>,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE article SET removed_at = $3 WHERE brand_id = $1 AND id = $2"),
        params![brand, id, at],
    )
    .await
    .map(drop)
}

pub(super) async fn remarks(
    brand: Id<Brand>,
    id: Id<Article>,
    tx: &mut Tx,
) -> Result<Vec<(String, Timestamp)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT words, at FROM article_opinion WHERE brand_id = $1 AND article_id = $2
                 AND useful = FALSE AND words <> '' ORDER BY at DESC, reader LIMIT 50"
            ),
            params![brand, id],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("words")?, row.get("at")?))).collect()
}

pub(super) async fn note_seen(brand: Id<Brand>, id: Id<Article>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE article SET seen = seen + 1 WHERE brand_id = $1 AND id = $2"),
        params![brand, id],
    )
    .await
    .map(drop)
}

/// One say a reader; the counts are made anew from what is kept.
pub(super) async fn set_opinion(
    brand: Id<Brand>,
    id: Id<Article>,
    reader: &Reader,
    opinion: &Opinion,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO article_opinion (article_id, brand_id, reader, useful, words, at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (article_id, reader)
             DO UPDATE SET useful = excluded.useful, words = excluded.words, at = excluded.at"
        ),
        params![id, brand, reader.0.as_str(), opinion.useful, opinion.words.as_str(), now],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE article SET
             useful = (SELECT COUNT(*) FROM article_opinion o
                       WHERE o.article_id = article.id AND o.useful = TRUE),
             not_useful = (SELECT COUNT(*) FROM article_opinion o
                           WHERE o.article_id = article.id AND o.useful = FALSE)
             WHERE brand_id = $1 AND id = $2"
        ),
        params![brand, id],
    )
    .await
    .map(drop)
}

pub(super) async fn note_search(
    brand: Id<Brand>,
    language: Language,
    key: &str,
    words: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO help_search (brand_id, language, words_key, words, times, last_at)
             VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT (brand_id, language, words_key)
             DO UPDATE SET times = help_search.times + 1, words = excluded.words,
             last_at = excluded.last_at"
        ),
        params![brand, language.tag(), key, words, now],
    )
    .await
    .map(drop)
}

pub(super) async fn searches(
    brand: Id<Brand>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<(String, Language, i64)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT words, language, times FROM help_search
                 WHERE brand_id = $1 AND last_at >= $2 ORDER BY last_at DESC, words_key LIMIT 200"
            ),
            params![brand, since],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("words")?, language(row)?, row.get("times")?))).collect()
}

/// What people said since then, the latest first.
pub(super) async fn messages_since(
    brand: Id<Brand>,
    since: Timestamp,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<(Id<Conversation>, String)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT m.conversation_id, m.text FROM conversation c
                 JOIN message m ON m.conversation_id = c.id
                 WHERE c.brand_id = $1 AND c.reactions = FALSE AND c.last_message_at >= $2
                 AND m.direction = 'inbound' AND m.sent_at >= $2 AND m.text <> ''
                 ORDER BY c.last_message_at DESC, m.sent_at DESC, m.id LIMIT $3"
            ),
            params![brand, since, most],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("conversation_id")?, row.get("text")?))).collect()
}

pub(super) async fn dismissed(brand: Id<Brand>, tx: &mut Tx) -> Result<HashSet<String>, Error> {
    let rows = tx
        .query(
            sql!("SELECT gap_key FROM help_gap_dismissed WHERE brand_id = $1 ORDER BY gap_key"),
            params![brand],
        )
        .await?;
    rows.iter().map(|row| row.get("gap_key")).collect()
}

pub(super) async fn dismiss(brand: Id<Brand>, key: &str, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO help_gap_dismissed (brand_id, gap_key, at) VALUES ($1, $2, $3)
             ON CONFLICT (brand_id, gap_key) DO NOTHING"
        ),
        params![brand, key, now],
    )
    .await
    .map(drop)
}

pub(super) async fn brand_at(slug: &str, tx: &mut Tx) -> Result<Option<Id<Brand>>, Error> {
    let text = sql!("SELECT id FROM brand WHERE slug = $1");
    tx.query_opt(text, params![slug]).await?.map(|row| row.get("id")).transpose()
}

pub(super) async fn help(brand: Id<Brand>, tx: &mut Tx) -> Result<Help, Error> {
    let text = sql!("SELECT open, lead_fr, lead_en FROM help WHERE brand_id = $1");
    let Some(row) = tx.query_opt(text, params![brand]).await? else { return Ok(Help::default()) };
    Ok(Help {
        open: row.get("open")?,
        lead_french: row.get("lead_fr")?,
        lead_english: row.get("lead_en")?,
    })
}

pub(super) async fn set_help(brand: Id<Brand>, help: &Help, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO help (brand_id, open, lead_fr, lead_en) VALUES ($1, $2, $3, $4)
             ON CONFLICT (brand_id) DO UPDATE SET open = excluded.open,
             lead_fr = excluded.lead_fr, lead_en = excluded.lead_en"
        ),
        params![brand, help.open, help.lead_french.as_str(), help.lead_english.as_str()],
    )
    .await
    .map(drop)
}
