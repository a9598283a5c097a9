use std::collections::HashMap;

use channels::publication::StateName;
use database::{Error, Params, Row, Tx, Value, in_groups, params, placeholders, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::filter::{ASKED, put};
use super::{Entry, Key, Narrowed, Occasion, Standing};
use crate::Post;
use crate::local_time::LocalSchedule;

/// Publications that calendars show; as the index `publication_calendar` has them.
const GIVEN: &str = "p.brand_id = $1 AND p.purpose = 'post' AND p.state <> 'cancelled'";
/// Drafts that calendars show.
const DRAFTS: &str = "post.brand_id = $1 AND post.state = 'draft' AND post.deleted_at IS NULL";

pub(super) async fn entries(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Entry>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.post_id, p.channel_id, p.state, p.due_at,
                 SUBSTR(post.text, 1, 120) AS excerpt
                 FROM publication p JOIN post ON post.id = p.post_id
                 WHERE p.brand_id = $1 AND p.due_at >= $2 AND p.due_at < $3
                 AND p.purpose = 'post' AND p.state <> 'cancelled' AND (p.part = 0
                 OR p.state IN ('failed', 'held', 'uncertain', 'needs_person'))
                 ORDER BY p.due_at, p.id"
            ),
            params![brand, from, to],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Entry {
                publication: row.get(0)?,
                post: row.get(1)?,
                channel: row.get(2)?,
                state: row.get(3)?,
                due_at: row.get(4)?,
                excerpt: row.get(5)?,
            })
        })
        .collect()
}

/// How many occasions each stretch holds, publications and drafts apart.
pub(super) async fn counts(
    brand: Id<Brand>,
    stretches: &[(Timestamp, Timestamp)],
    narrowed: &Narrowed,
    tx: &mut Tx,
) -> Result<Vec<(i64, i64)>, Error> {
    let mut all = Vec::new();
    if narrowed.publications() {
        let mut values = params![brand];
        let more = narrowed.on_publications(&mut values);
        let arms = arms(stretches, &mut values, |at, from, to| {
            format!(
                "SELECT {at} AS cell, COUNT(*) AS occasions FROM (SELECT DISTINCT p.due_at, p.post_id
                 FROM publication p WHERE {GIVEN} AND p.due_at >= {from} AND p.due_at < {to}{more})
                 AS o{at}"
            )
        });
        all.extend(pairs(&tx.query(&arms, values).await?)?);
    }
    if narrowed.drafts() {
        let mut values = params![brand];
        let more = narrowed.on_drafts(&mut values);
        let arms = arms(stretches, &mut values, |at, from, to| {
            format!(
                "SELECT {at} AS cell, COUNT(*) AS occasions FROM post WHERE {DRAFTS}
                 AND post.wanted_at >= {from} AND post.wanted_at < {to}{more}"
            )
        });
        all.extend(pairs(&tx.query(&arms, values).await?)?);
    }
    Ok(all)
}

fn pairs(rows: &[Row]) -> Result<Vec<(i64, i64)>, Error> {
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// One statement for all stretches, each a look at an index.
fn arms(
    stretches: &[(Timestamp, Timestamp)],
    values: &mut Params,
    arm: impl Fn(usize, &str, &str) -> String,
) -> String {
    let all = stretches.iter().enumerate().map(|(at, (from, to))| {
        let (from, to) = (put(values, *from), put(values, *to));
        arm(at, &from, &to)
    });
    all.collect::<Vec<_>>().join(" UNION ALL ")
}

/// The first `most` occasions of each stretch, publications and drafts apart: the stretch, the
/// key, and whether it is a draft.
pub(super) async fn first(
    brand: Id<Brand>,
    stretches: &[(Timestamp, Timestamp)],
    most: i64,
    narrowed: &Narrowed,
    tx: &mut Tx,
) -> Result<Vec<(i64, Key, bool)>, Error> {
    let mut found = Vec::new();
    if narrowed.publications() {
        let mut values = params![brand];
        let more = narrowed.on_publications(&mut values);
        let most = put(&mut values, most);
        let arms = arms(stretches, &mut values, |at, from, to| {
            format!(
                "SELECT {at} AS cell, due_at AS at, post_id FROM (SELECT DISTINCT p.due_at,
                 p.post_id FROM publication p WHERE {GIVEN} AND p.due_at >= {from}
                 AND p.due_at < {to}{more} ORDER BY p.due_at, p.post_id LIMIT {most}) AS o{at}"
            )
        });
        for row in &tx.query(&arms, values).await? {
            found.push((row.get(0)?, (row.get(1)?, row.get(2)?), false));
        }
    }
    if narrowed.drafts() {
        let mut values = params![brand];
        let more = narrowed.on_drafts(&mut values);
        let most = put(&mut values, most);
        let arms = arms(stretches, &mut values, |at, from, to| {
            format!(
                "SELECT {at} AS cell, wanted_at AS at, id FROM (SELECT post.wanted_at, post.id
                 FROM post WHERE {DRAFTS} AND post.wanted_at >= {from} AND post.wanted_at < {to}
                 {more} ORDER BY post.wanted_at, post.id LIMIT {most}) AS o{at}"
            )
        });
        for row in &tx.query(&arms, values).await? {
            found.push((row.get(0)?, (row.get(1)?, row.get(2)?), true));
        }
    }
    Ok(found)
}

/// A page of keys from an instant on, publications and drafts apart, each `most` long.
pub(super) async fn agenda(
    brand: Id<Brand>,
    from: Timestamp,
    to: Option<Timestamp>,
    after: Option<Key>,
    most: i64,
    narrowed: &Narrowed,
    tx: &mut Tx,
) -> Result<Vec<(Key, bool)>, Error> {
    let mut found = Vec::new();
    let span = |values: &mut Params, at: &str, id: &str| {
        let mut text = format!(" AND {at} >= {}", put(values, from));
        if let Some(to) = to {
            text += &format!(" AND {at} < {}", put(values, to));
        }
        if let Some((seen, post)) = after {
            let (seen, post) = (put(values, seen), put(values, post));
            text += &format!(" AND ({at}, {id}) > ({seen}, {post})");
        }
        text
    };
    if narrowed.publications() {
        let mut values = params![brand];
        let more = narrowed.on_publications(&mut values);
        let span = span(&mut values, "p.due_at", "p.post_id");
        let most = put(&mut values, most);
        let text = format!(
            "SELECT DISTINCT p.due_at, p.post_id FROM publication p WHERE {GIVEN}{span}{more}
             ORDER BY p.due_at, p.post_id LIMIT {most}"
        );
        for row in &tx.query(&text, values).await? {
            found.push(((row.get(0)?, row.get(1)?), false));
        }
    }
    if narrowed.drafts() {
        let mut values = params![brand];
        let more = narrowed.on_drafts(&mut values);
        let span = span(&mut values, "post.wanted_at", "post.id");
        let most = put(&mut values, most);
        let text = format!(
            "SELECT post.wanted_at, post.id FROM post WHERE {DRAFTS}{span}{more}
             ORDER BY post.wanted_at, post.id LIMIT {most}"
        );
        for row in &tx.query(&text, values).await? {
            found.push(((row.get(0)?, row.get(1)?), true));
        }
    }
    Ok(found)
}

/// Drafts without a day, the last changed first.
pub(super) async fn ideas(
    brand: Id<Brand>,
    narrowed: &Narrowed,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Occasion>, Error> {
    if !narrowed.drafts() {
        return Ok(Vec::new());
    }
    let mut values = params![brand];
    let more = narrowed.on_drafts(&mut values);
    let most = put(&mut values, most);
    let text = format!(
        "SELECT {}, post.updated_at AS at FROM post WHERE {DRAFTS}
         AND post.wanted_at IS NULL{more} ORDER BY post.updated_at DESC, post.id DESC LIMIT {most}",
        draft_columns()
    );
    let mut found =
        tx.query(&text, values).await?.iter().map(draft).collect::<Result<Vec<_>, Error>>()?;
    let ids: Vec<_> = found.iter().map(|occasion| occasion.post).collect();
    let mut channels = variants(brand, &ids, tx).await?;
    for occasion in &mut found {
        occasion.channels = channels.remove(&occasion.post).unwrap_or_default();
    }
    Ok(found)
}

const DRAFT_COLUMNS: &str = "post.id AS post_id, SUBSTR(post.text, 1, 120) AS excerpt, \
    post.format, post.topic_id, post.campaign_id, post.author_id";

/// What is read of a draft: also whether someone is asked to agree to it.
fn draft_columns() -> String {
    format!("{DRAFT_COLUMNS}, CASE WHEN {ASKED} THEN 1 ELSE 0 END AS asked")
}

fn draft(row: &Row) -> Result<Occasion, Error> {
    let mut occasion = of_post(row)?;
    if row.get::<i64>("asked")? == 1 {
        occasion.standing = Standing::Asked;
    }
    Ok(occasion)
}

fn of_post(row: &Row) -> Result<Occasion, Error> {
    Ok(Occasion {
        post: row.get("post_id")?,
        at: row.get("at")?,
        standing: Standing::Draft,
        channels: Vec::new(),
        excerpt: row.get("excerpt")?,
        format: row.get("format")?,
        topic: row.get("topic_id")?,
        campaign: row.get("campaign_id")?,
        author: row.get("author_id")?,
    })
}

/// The occasions of these keys, whole: what is shown and nothing else is read.
pub(super) async fn occasions(
    brand: Id<Brand>,
    keys: &[(Key, bool)],
    tx: &mut Tx,
) -> Result<HashMap<(Key, bool), Occasion>, Error> {
    let of = |drafts: bool| -> Vec<Id<Post>> {
        let mut ids: Vec<_> =
            keys.iter().filter(|(_, draft)| *draft == drafts).map(|((_, id), _)| *id).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    let mut found = HashMap::with_capacity(keys.len());
    for ids in in_groups(&of(false)) {
        for row in &given(brand, &ids, tx).await? {
            let key = ((row.get("at")?, row.get("post_id")?), false);
            let one = (row.get("id")?, row.get::<StateName>("state")?);
            let channel = row.get("channel_id")?;
            match found.entry(key) {
                std::collections::hash_map::Entry::Occupied(mut there) => {
                    let there: &mut Occasion = there.get_mut();
                    there.channels.push(channel);
                    if let Standing::Given(publications) = &mut there.standing {
                        publications.push(one);
                    }
                }
                std::collections::hash_map::Entry::Vacant(free) => {
                    let mut occasion = of_post(row)?;
                    occasion.standing = Standing::Given(vec![one]);
                    occasion.channels = vec![channel];
                    free.insert(occasion);
                }
            }
        }
    }
    let drafts = of(true);
    let mut channels = variants(brand, &drafts, tx).await?;
    for ids in in_groups(&drafts) {
        let text = format!(
            "SELECT {}, post.wanted_at AS at FROM post WHERE {DRAFTS}
             AND post.wanted_at IS NOT NULL AND post.id IN ({}) ORDER BY post.id",
            draft_columns(),
            placeholders(2, ids.len())
        );
        for row in &tx.query(&text, with_ids(brand, &ids)).await? {
            let mut occasion = draft(row)?;
            occasion.channels = channels.remove(&occasion.post).unwrap_or_default();
            found.insert((occasion.key(), true), occasion);
        }
    }
    Ok(found)
}

async fn given(brand: Id<Brand>, posts: &[Id<Post>], tx: &mut Tx) -> Result<Vec<Row>, Error> {
    let text = format!(
        "SELECT p.id, p.channel_id, p.state, p.due_at AS at, {DRAFT_COLUMNS}
         FROM publication p JOIN post ON post.id = p.post_id
         WHERE {GIVEN} AND p.post_id IN ({}) ORDER BY p.id",
        placeholders(2, posts.len())
    );
    tx.query(&text, with_ids(brand, posts)).await
}

type ChannelsOf = HashMap<Id<Post>, Vec<Id<channels::Channel>>>;

async fn variants(brand: Id<Brand>, posts: &[Id<Post>], tx: &mut Tx) -> Result<ChannelsOf, Error> {
    let mut found = ChannelsOf::new();
    for ids in in_groups(posts) {
        let text = format!(
            "SELECT v.post_id, v.channel_id FROM variant v WHERE v.brand_id = $1
             AND v.post_id IN ({}) ORDER BY v.post_id, v.position, v.id",
            placeholders(2, ids.len())
        );
        for row in &tx.query(&text, with_ids(brand, &ids)).await? {
            found.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
    }
    Ok(found)
}

fn with_ids(brand: Id<Brand>, ids: &[Id<Post>]) -> Vec<Value> {
    use database::IntoValue;
    std::iter::once(brand.into_value()).chain(ids.iter().map(|id| id.into_value())).collect()
}

/// How many are held.
pub(super) async fn held_count(brand: Id<Brand>, tx: &mut Tx) -> Result<i64, Error> {
    let row = tx
        .query_one(
            sql!("SELECT COUNT(*) AS held FROM publication WHERE brand_id = $1 AND state = 'held'"),
            params![brand],
        )
        .await?;
    row.get("held")
}

/// Writes the day that a draft is meant for; whoever is asked to agree agrees to that one.
pub(super) async fn want(
    post: Id<Post>,
    at: Option<&LocalSchedule>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (local, zone) = (at.map(|at| at.local.to_string()), at.map(|at| at.zone.clone()));
    let at = at.map(|at| at.at);
    tx.execute(
        sql!(
            "UPDATE post SET wanted_local = $2, wanted_zone = $3, wanted_at = $4,
             updated_at = $5, version = version + 1 WHERE id = $1"
        ),
        params![post, local.clone(), zone.clone(), at, tx.now()],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE approval_request SET wanted_local = $2, wanted_zone = $3, wanted_at = $4
             WHERE post_id = $1 AND state = 'waiting'"
        ),
        params![post, local, zone, at],
    )
    .await
    .map(drop)
}
