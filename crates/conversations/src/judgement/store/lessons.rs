//! What a brand taught.

use database::{Error, Row, Tx, params, sql};
use language::Correction;
use platform::Brand;
use primitives::Id;

use crate::judgement::{Feeling, Harm, Intent};

/// The corrections that are learnt from: the latest.
const LEARNT: usize = 2_000;

pub(in crate::judgement) async fn digest(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Option<String>, Error> {
    let text = sql!("SELECT digest FROM judgement_lesson WHERE brand_id = $1");
    let row = tx.query_opt(text, params![brand]).await?;
    let digest: Option<String> = row.map(|row| row.get("digest")).transpose()?;
    Ok(digest.filter(|digest| !digest.is_empty()))
}

pub(in crate::judgement) async fn adjustments(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Option<String>, Error> {
    let text = sql!("SELECT adjustments FROM judgement_lesson WHERE brand_id = $1");
    tx.query_opt(text, params![brand]).await?.map(|row| row.get("adjustments")).transpose()
}

/// Holds what the brand taught until the transaction ends.
pub(in crate::judgement) async fn hold(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO judgement_lesson (brand_id, digest, adjustments) VALUES ($1, '', '')
             ON CONFLICT (brand_id) DO NOTHING"
        ),
        params![brand],
    )
    .await?;
    let lock = tx.for_update();
    let text = format!("SELECT brand_id FROM judgement_lesson WHERE brand_id = $1{lock}");
    tx.query_opt(&text, params![brand]).await.map(drop)
}

pub(in crate::judgement) async fn teach(
    brand: Id<Brand>,
    digest: &str,
    adjustments: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE judgement_lesson SET digest = $2, adjustments = $3 WHERE brand_id = $1"),
        params![brand, digest, adjustments],
    )
    .await
    .map(drop)
}

/// What the brand's corrections teach, in the order in which they were said.
pub(in crate::judgement) async fn all(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<Correction>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT k.sentiment, k.harm, k.spam, k.intents, m.text FROM judgement_correction k
                 JOIN message m ON m.id = k.message_id WHERE k.brand_id = $1
                 ORDER BY k.at DESC, k.id DESC LIMIT $2"
            ),
            params![brand, LEARNT],
        )
        .await?;
    rows.iter().rev().map(lesson).collect()
}

fn lesson(row: &Row) -> Result<Correction, Error> {
    let intents = row.get::<String>("intents")?;
    let intents = intents.split(' ').filter_map(|word| {
        let (word, holds) = match word.strip_suffix('-') {
            Some(word) => (word, false),
            None => (word, true),
        };
        word.parse::<Intent>().ok().map(|intent| (intent.into(), holds))
    });
    Ok(Correction {
        text: row.get("text")?,
        sentiment: row.get::<Option<Feeling>>("sentiment")?.map(Into::into),
        toxic: row.get::<Option<Harm>>("harm")?.map(Harm::hurts),
        spam: row.get("spam")?,
        intents: intents.collect(),
    })
}
