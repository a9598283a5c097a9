use channels::Publication;
use database::{Error, IntoValue, Params, Row, Tx, Value, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{FigureSource, MeasuredPost, Placed, Reading};
use crate::comparing::PostFilter;
use crate::insights::Import;
use crate::statistics::{Ingredient, PostFigures};

pub(crate) const COLUMNS: &str = "m.id, m.brand_id, m.channel_id, m.publication_id, m.import_id, m.network, \
    m.account, m.remote_id, m.url, m.text, m.format, m.topic, m.paid, m.published_at, \
    m.local_month, m.local_weekday, m.local_hour, m.followers, m.measure_due_at, m.read_at, \
    m.gone_at, m.trouble";

pub(crate) const FIGURES: &str = "s.at, s.source, s.reactions, s.comments, s.shares, s.clicks, s.saves, \
    s.video_views, s.reach_total, s.reach_organic, s.reach_paid, s.impressions_total, \
    s.impressions_organic, s.impressions_paid, s.views";

fn read(row: &Row) -> Result<MeasuredPost, Error> {
    Ok(MeasuredPost {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        channel: row.get("channel_id")?,
        publication: row.get("publication_id")?,
        import: row.get("import_id")?,
        network: row.get("network")?,
        account: row.get("account")?,
        remote_id: row.get("remote_id")?,
        url: row.get("url")?,
        text: row.get("text")?,
        format: row.get("format")?,
        topic: row.get("topic")?,
        paid: row.get("paid")?,
        published_at: row.get("published_at")?,
        placed: Placed {
            month: row.get("local_month")?,
            weekday: row.get("local_weekday")?,
            hour: row.get("local_hour")?,
        },
        followers: row.get("followers")?,
        due_at: row.get("measure_due_at")?,
        read_at: row.get("read_at")?,
        gone_at: row.get("gone_at")?,
        trouble: row.get("trouble")?,
    })
}

/// Every ingredient has a column of its name, but followers, which the post itself carries.
fn stored() -> impl Iterator<Item = Ingredient> {
    Ingredient::ALL.into_iter().filter(|ingredient| *ingredient != Ingredient::Followers)
}

fn reading(row: &Row, followers: Option<i64>) -> Result<Option<Reading>, Error> {
    let Some(at) = row.get::<Option<Timestamp>>("at")? else { return Ok(None) };
    let mut figures = PostFigures { followers, ..PostFigures::default() };
    for ingredient in stored() {
        figures.set(ingredient, row.get(ingredient.id())?);
    }
    Ok(Some(Reading { at, source: row.get::<FigureSource>("source")?, figures }))
}

/// Adds a post unless it is known by its remote id or its publication; whether it was added.
pub(crate) async fn insert(post: &MeasuredPost, tx: &mut Tx) -> Result<bool, Error> {
    let text = sql!(
        "INSERT INTO measured_post (id, brand_id, channel_id, publication_id,
     import_id, network, account, remote_id, url, text, format, topic, paid, published_at,
     local_month, local_weekday, local_hour, followers, measure_due_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
     $19, $20) ON CONFLICT DO NOTHING"
    );
    let added = tx.execute(text, insert_values(post, tx.now())).await?;
    Ok(added > 0)
}

fn insert_values(post: &MeasuredPost, now: Timestamp) -> Params {
    params![
        post.id,
        post.brand,
        post.channel,
        post.publication,
        post.import,
        &post.network,
        &post.account,
        &post.remote_id,
        post.url.clone(),
        &post.text,
        post.format,
        post.topic.clone(),
        post.paid,
        post.published_at,
        post.placed.month,
        post.placed.weekday,
        post.placed.hour,
        post.followers,
        post.due_at,
        now
    ]
}

/// Gives a post that an import brought to the publication that turns out to be its own.
pub(crate) async fn adopt(post: &MeasuredPost, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE measured_post SET publication_id = $5, channel_id = $6, measure_due_at = $7,
             followers = COALESCE(followers, $8) WHERE brand_id = $1 AND network = $2
             AND account = $3 AND remote_id = $4 AND publication_id IS NULL"
        ),
        params![
            post.brand,
            &post.network,
            &post.account,
            &post.remote_id,
            post.publication,
            post.channel,
            post.due_at,
            post.followers
        ],
    )
    .await
    .map(drop)
}

/// Fills in what an earlier import did not say of a post; what is known stays.
pub(crate) async fn complete(
    id: Id<MeasuredPost>,
    post: &MeasuredPost,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE measured_post SET url = COALESCE(url, $2), topic = COALESCE(topic, $3),
             paid = COALESCE(paid, $4), followers = COALESCE(followers, $5),
             published_at = COALESCE(published_at, $6), local_month = COALESCE(local_month, $7),
             local_weekday = COALESCE(local_weekday, $8), local_hour = COALESCE(local_hour, $9)
             WHERE id = $1"
        ),
        params![
            id,
            post.url.clone(),
            post.topic.clone(),
            post.paid,
            post.followers,
            post.published_at,
            post.placed.month,
            post.placed.weekday,
            post.placed.hour
        ],
    )
    .await
    .map(drop)
}

/// The posts of a brand with these remote ids, each with the latest that an import said of it.
pub(crate) async fn by_remote_ids(
    brand: Id<Brand>,
    network: &str,
    account: &str,
    remote_ids: &[&str],
    tx: &mut Tx,
) -> Result<Vec<(MeasuredPost, Option<Reading>)>, Error> {
    let text = format!(
        "SELECT {COLUMNS}, {FIGURES} FROM measured_post m {LATEST_IMPORTED} WHERE m.brand_id = $1
         AND m.network = $2 AND m.account = $3 AND m.remote_id IN ({}) ORDER BY m.id",
        database::placeholders(4, remote_ids.len())
    );
    let mut values = params![brand, network, account];
    values.extend(remote_ids.iter().flat_map(|id| params![*id]));
    tx.query(&text, values).await?.iter().map(with_reading).collect()
}

pub(crate) const LATEST: &str =
    "LEFT JOIN figure_snapshot s ON s.id = (SELECT f.id FROM figure_snapshot f
     WHERE f.measured_post_id = m.id ORDER BY f.at DESC, f.id DESC LIMIT 1)";

const LATEST_IMPORTED: &str = "LEFT JOIN figure_snapshot s ON s.id = (SELECT f.id
     FROM figure_snapshot f WHERE f.measured_post_id = m.id AND f.source = 'import'
     ORDER BY f.at DESC, f.id DESC LIMIT 1)";

pub(crate) fn with_reading(row: &Row) -> Result<(MeasuredPost, Option<Reading>), Error> {
    let post = read(row)?;
    let reading = reading(row, post.followers)?;
    Ok((post, reading))
}

/// A reading to store: of which post, and by which import if one brought it.
pub(crate) type NewReading = (Id<MeasuredPost>, Reading, Option<Id<Import>>);

/// Stores readings.
pub(crate) async fn insert_readings(readings: &[NewReading], tx: &mut Tx) -> Result<(), Error> {
    let text = sql!(
        "INSERT INTO figure_snapshot (id, measured_post_id, at, source, import_id,
         reactions, comments, shares, clicks, saves, video_views, reach_total, reach_organic,
         reach_paid, impressions_total, impressions_organic, impressions_paid, views)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
         $18)"
    );
    let mut rows = Vec::with_capacity(readings.len());
    for (post, reading, import) in readings {
        let id: Id<Reading> = tx.new_id();
        let mut values = params![id, *post, reading.at, reading.source, *import];
        values.extend(stored().flat_map(|ingredient| params![reading.figures.get(ingredient)]));
        rows.push(values);
    }
    tx.execute_many(text, rows).await.map(drop)
}

/// The followed posts of publications, with their latest reading.
pub(crate) async fn of_publications(
    brand: Id<Brand>,
    publications: &[Id<Publication>],
    tx: &mut Tx,
) -> Result<Vec<(MeasuredPost, Option<Reading>)>, Error> {
    let text = format!(
        "SELECT {COLUMNS}, {FIGURES} FROM measured_post m {LATEST} WHERE m.brand_id = $1
         AND m.publication_id IN ({}) ORDER BY m.id",
        database::placeholders(2, publications.len())
    );
    let mut values = params![brand];
    values.extend(publications.iter().flat_map(|id| params![*id]));
    tx.query(&text, values).await?.iter().map(with_reading).collect()
}

/// One post of a brand.
pub(crate) async fn load(
    brand: Id<Brand>,
    id: Id<MeasuredPost>,
    tx: &mut Tx,
) -> Result<Option<(MeasuredPost, Option<Reading>)>, Error> {
    let text = format!(
        "SELECT {COLUMNS}, {FIGURES} FROM measured_post m {LATEST}
         WHERE m.brand_id = $1 AND m.id = $2"
    );
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(with_reading).transpose()
}

/// A post's readings, oldest first.
pub(crate) async fn readings(post: &MeasuredPost, tx: &mut Tx) -> Result<Vec<Reading>, Error> {
    let text = format!(
        "SELECT {FIGURES} FROM figure_snapshot s WHERE s.measured_post_id = $1
         ORDER BY s.at, s.id"
    );
    let rows = tx.query(&text, params![post.id]).await?;
    rows.iter().filter_map(|row| reading(row, post.followers).transpose()).collect()
}

/// The posts that a filter lets through, with their latest reading, latest published first.
pub(crate) async fn filtered(
    brand: Id<Brand>,
    filter: &PostFilter,
    tx: &mut Tx,
) -> Result<Vec<(MeasuredPost, Option<Reading>)>, Error> {
    let mut text =
        format!("SELECT {COLUMNS}, {FIGURES} FROM measured_post m {LATEST} WHERE m.brand_id = $1");
    let mut values = params![brand];
    let mut narrow = |condition: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.push(value);
            let place = format!("${}", values.len());
            text.push_str(" AND ");
            text.push_str(&condition.replace("$?", &place));
        }
    };
    narrow("m.network = $?", filter.network.as_ref().map(IntoValue::into_value));
    narrow("m.channel_id = $?", filter.channel.map(IntoValue::into_value));
    narrow("m.published_at >= $?", filter.from.map(IntoValue::into_value));
    narrow("m.published_at < $?", filter.to.map(IntoValue::into_value));
    narrow(
        "EXISTS (SELECT i.id FROM figure_snapshot i WHERE i.measured_post_id = m.id
         AND i.import_id = $?)",
        filter.import.map(IntoValue::into_value),
    );
    // The engines do not agree on where NULLs go.
    text.push_str(
        " ORDER BY CASE WHEN m.published_at IS NULL THEN 0 ELSE 1 END, m.published_at, m.id",
    );
    tx.query(&text, values).await?.iter().map(with_reading).collect()
}

/// The networks that a brand has measured posts of, by key.
pub(crate) async fn networks(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<String>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT network FROM measured_post WHERE brand_id = $1 GROUP BY network
                 ORDER BY network"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(|row| row.get("network")).collect()
}

/// The measured post of a publication.
pub(crate) async fn id_of(
    publication: Id<Publication>,
    tx: &mut Tx,
) -> Result<Option<Id<MeasuredPost>>, Error> {
    let text = sql!("SELECT id FROM measured_post WHERE publication_id = $1 ORDER BY id");
    tx.query_opt(text, params![publication]).await?.map(|row| row.get("id")).transpose()
}

/// Notes when a post's figures were last read.
pub(crate) async fn read_last(
    id: Id<MeasuredPost>,
    at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE measured_post SET read_at = $2 WHERE id = $1");
    tx.execute(text, params![id, at]).await.map(drop)
}
