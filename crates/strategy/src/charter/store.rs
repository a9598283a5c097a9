use database::{Error, Tx, params, sql};
use jiff::SignedDuration;
use platform::Brand;
use primitives::Id;

use super::{ChannelLine, ChannelLineEdit, ChannelRef, CharterWord, Voice, WordEdit, lines};
use crate::format::Format;

pub(super) async fn voice(brand: Id<Brand>, tx: &mut Tx) -> Result<Voice, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT tone, tone_words, languages, sites, updated_at FROM charter
                 WHERE brand_id = $1"
            ),
            params![brand],
        )
        .await?;
    let Some(row) = row else { return Ok(Voice::default()) };
    Ok(Voice {
        tone: row.get("tone")?,
        tone_words: lines(&row.get::<String>("tone_words")?),
        languages: lines(&row.get::<String>("languages")?),
        sites: lines(&row.get::<String>("sites")?),
        said_at: row.get("updated_at")?,
    })
}

pub(super) async fn write_voice(brand: Id<Brand>, voice: &Voice, tx: &mut Tx) -> Result<(), Error> {
    let values = params![
        brand,
        voice.tone.as_str(),
        voice.tone_words.join("\n"),
        voice.languages.join("\n"),
        voice.sites.join("\n"),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO charter (brand_id, tone, tone_words, languages, sites, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (brand_id)
             DO UPDATE SET tone = excluded.tone, tone_words = excluded.tone_words,
             languages = excluded.languages, sites = excluded.sites,
             updated_at = excluded.updated_at"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn words(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<CharterWord>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, kind, word, instead, why FROM charter_word WHERE brand_id = $1
                 ORDER BY id"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(CharterWord {
                id: row.get("id")?,
                kind: row.get("kind")?,
                word: row.get("word")?,
                instead: row.get("instead")?,
                why: row.get("why")?,
            })
        })
        .collect()
}

pub(super) async fn insert_word(
    id: Id<CharterWord>,
    edit: &WordEdit,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        brand,
        edit.kind,
        edit.word.as_str(),
        edit.instead.as_str(),
        edit.why.as_str(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO charter_word (id, brand_id, kind, word, instead, why, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update_word(
    brand: Id<Brand>,
    id: Id<CharterWord>,
    edit: &WordEdit,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values =
        params![id, brand, edit.kind, edit.word.as_str(), edit.instead.as_str(), edit.why.as_str()];
    tx.execute(
        sql!(
            "UPDATE charter_word SET kind = $3, word = $4, instead = $5, why = $6
             WHERE id = $1 AND brand_id = $2"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn delete_word(
    brand: Id<Brand>,
    id: Id<CharterWord>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM charter_word WHERE id = $1 AND brand_id = $2"), params![id, brand])
        .await
        .map(drop)
}

pub(super) async fn formats(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<(Format, i64)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT format, target_share FROM charter_format WHERE brand_id = $1
                 ORDER BY target_share DESC, format"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("format")?, row.get("target_share")?))).collect()
}

pub(super) async fn write_formats(
    brand: Id<Brand>,
    shares: &[(Format, i64)],
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM charter_format WHERE brand_id = $1"), params![brand]).await?;
    let rows = shares.iter().map(|(format, share)| params![brand, *format, *share]).collect();
    tx.execute_many(
        sql!(
            "INSERT INTO charter_format (brand_id, format, target_share) VALUES ($1, $2, $3)
             ON CONFLICT (brand_id, format) DO NOTHING"
        ),
        rows,
    )
    .await
    .map(drop)
}

pub(super) async fn channels(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<ChannelLine>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT channel_id, per_week, most_per_day, least_gap, language, personal
                 FROM charter_channel WHERE brand_id = $1 ORDER BY channel_id"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(ChannelLine {
                channel: row.get("channel_id")?,
                per_week: row.get("per_week")?,
                most_per_day: row.get("most_per_day")?,
                least_gap: row.get::<Option<i64>>("least_gap")?.map(SignedDuration::from_mins),
                language: row.get("language")?,
                personal: row.get("personal")?,
            })
        })
        .collect()
}

pub(super) async fn write_channel(
    brand: Id<Brand>,
    channel: Id<ChannelRef>,
    edit: &ChannelLineEdit,
    tx: &mut Tx,
) -> Result<(), Error> {
    if *edit == ChannelLineEdit::default() {
        return tx
            .execute(
                sql!("DELETE FROM charter_channel WHERE brand_id = $1 AND channel_id = $2"),
                params![brand, channel],
            )
            .await
            .map(drop);
    }
    let values = params![
        brand,
        channel,
        edit.per_week,
        edit.most_per_day,
        edit.least_gap,
        edit.language.as_deref(),
        edit.personal
    ];
    tx.execute(
        sql!(
            "INSERT INTO charter_channel (brand_id, channel_id, per_week, most_per_day, least_gap,
             language, personal) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (brand_id, channel_id) DO UPDATE SET per_week = excluded.per_week,
             most_per_day = excluded.most_per_day, least_gap = excluded.least_gap,
             language = excluded.language, personal = excluded.personal"
        ),
        values,
    )
    .await
    .map(drop)
}
