//! Cells that are neither counts nor dates: formats, yes and no, days of the week.

use primitives::text::fold;
use serde::{Deserialize, Serialize};

use super::field::normal;
use super::number::says_unknown;
use crate::measured::Format;
use tables::date::month;

/// Which day the number 1 is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weekdays {
    /// 1 is Monday, as in ISO 8601.
    #[default]
    MondayFirst,
    /// 1 is Sunday, as in the UCI file: only so do its months, weekdays and order agree with the
    /// calendar of 2014.
    SundayFirst,
}

/// A cell says something that can't be read as what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

/// What a post is made of, in the words of exports in French and English.
pub(super) fn format(cell: &str) -> Option<Format> {
    if says_unknown(cell) {
        return None;
    }
    let name = normal(cell);
    let has = |words: &[&str]| name.split(' ').any(|word| words.contains(&word));
    Some(if has(&["carousel", "carrousel", "album", "albums", "multiphoto", "multi"]) {
        Format::Pictures
    } else if has(&["video", "videos", "reel", "reels", "live", "direct", "igtv", "short"]) {
        Format::Video
    } else if has(&["photo", "photos", "image", "images", "picture", "gif"]) {
        Format::Picture
    } else if has(&["link", "links", "lien", "liens", "article", "url"]) {
        Format::Link
    } else if has(&["status", "statut", "text", "texte", "note"]) {
        Format::Text
    } else {
        Format::Other
    })
}

/// Whether a post was paid for; `None` where the cell says nothing.
pub(super) fn paid(cell: &str) -> Result<Option<bool>, Unreadable> {
    if says_unknown(cell) {
        return Ok(None);
    }
    match fold(cell.trim()).as_str() {
        "1" | "1.0" | "true" | "yes" | "oui" | "vrai" | "paid" | "paye" | "payant"
        | "sponsored" | "sponsorise" | "boosted" | "x" => Ok(Some(true)),
        "0" | "0.0" | "false" | "no" | "non" | "faux" | "organic" | "organique" => Ok(Some(false)),
        _ => Err(Unreadable),
    }
}

/// A whole number between two ends.
pub(super) fn between(cell: &str, least: i64, most: i64) -> Result<Option<i64>, Unreadable> {
    if says_unknown(cell) {
        return Ok(None);
    }
    let number = cell.trim().trim_end_matches(".0").parse::<i64>().map_err(|_| Unreadable)?;
    if (least..=most).contains(&number) { Ok(Some(number)) } else { Err(Unreadable) }
}

/// A month, by number or name.
pub(super) fn month_of(cell: &str) -> Result<Option<i64>, Unreadable> {
    match month(fold(cell.trim()).trim_end_matches('.')) {
        Some(month) => Ok(Some(month)),
        None => between(cell, 1, 12),
    }
}

/// A day of the week as 1 for Monday to 7 for Sunday, from a number or a name.
pub(super) fn weekday(cell: &str, numbering: Weekdays) -> Result<Option<i64>, Unreadable> {
    const NAMES: [[&str; 4]; 7] = [
        ["monday", "mon", "lundi", "lun"],
        ["tuesday", "tue", "mardi", "mar"],
        ["wednesday", "wed", "mercredi", "mer"],
        ["thursday", "thu", "jeudi", "jeu"],
        ["friday", "fri", "vendredi", "ven"],
        ["saturday", "sat", "samedi", "sam"],
        ["sunday", "sun", "dimanche", "dim"],
    ];
    let name = fold(cell.trim());
    let name = name.trim_end_matches('.');
    if let Some(day) = NAMES.iter().zip(1..).find(|(names, _)| names.contains(&name)) {
        return Ok(Some(day.1));
    }
    let number = between(cell, 1, 7)?;
    Ok(number.map(|number| match numbering {
        Weekdays::MondayFirst => number,
        Weekdays::SundayFirst => (number + 5) % 7 + 1,
    }))
}
