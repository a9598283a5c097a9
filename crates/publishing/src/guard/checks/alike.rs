//! Texts that say the same: on several networks at once, or again on one.

use std::collections::HashMap;

use channels::Channel;
use language::Shingles;
use primitives::Id;
use primitives::text::{EntityKind, entities, fold};

use super::super::piece::{Piece, Text};
use super::super::{Fact, Guard};
use super::Findings;

/// From here on, two texts are nearly the same: one word in ten may change.
const NEARLY: f64 = 0.6;
/// Texts with fewer runs of two words are alike by chance.
const ENOUGH: usize = 4;

pub(super) fn look(piece: &Piece<'_>, found: &mut Findings<'_>) {
    if found.wants(Guard::Twin) {
        twins(piece, found);
    }
    if found.wants(Guard::Repeated) {
        for text in &piece.texts {
            repeated(text, found);
        }
    }
}

fn percent(likeness: f64) -> u8 {
    (likeness * 100.0).round().clamp(0.0, 100.0) as u8
}

/// The largest group of channels that say nearly the same.
fn twins(piece: &Piece<'_>, found: &mut Findings<'_>) {
    let mut best: Option<(Vec<Id<Channel>>, f64, &Text, &Text)> = None;
    for (at, text) in piece.texts.iter().enumerate().filter(|(_, t)| t.shingles.len() >= ENOUGH) {
        let mut group = text.channels.clone();
        let (mut alike, mut nearest) = (if group.len() > 1 { 1.0 } else { 0.0_f64 }, text);
        for (other_at, other) in piece.texts.iter().enumerate() {
            let likeness = text.shingles.likeness(&other.shingles);
            if other_at != at && likeness >= NEARLY {
                group.extend(&other.channels);
                if alike == 0.0 {
                    (alike, nearest) = (likeness, other);
                }
            }
        }
        if group.len() > 1 && best.as_ref().is_none_or(|(known, ..)| group.len() > known.len()) {
            best = Some((group, alike, text, nearest));
        }
    }
    let Some((others, alike, text, nearest)) = best else { return };
    let for_all = others.len() == piece.post.variants.len();
    let channel = if for_all { None } else { others.first().copied() };
    let fact = Fact::Twin {
        percent: percent(alike),
        same_opening: opening(&text.first) == opening(&nearest.first),
        same_tags: !tags(&text.first).is_empty() && tags(&text.first) == tags(&nearest.first),
        others,
    };
    found.add(Guard::Twin, channel, fact);
}

fn repeated(text: &Text, found: &mut Findings<'_>) {
    if text.shingles.len() < ENOUGH {
        return;
    }
    let desk = found.desk;
    let mut read: HashMap<&str, f64> = HashMap::new();
    for channel in &text.channels {
        let nearest = desk
            .recent
            .iter()
            .filter(|one| one.channel == *channel)
            .map(|one| {
                let likeness = read
                    .entry(one.text.as_str())
                    .or_insert_with(|| text.shingles.likeness(&Shingles::of(&one.text)));
                (*likeness, one)
            })
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((likeness, one)) = nearest.filter(|(likeness, _)| *likeness >= NEARLY) {
            let fact = Fact::Repeated { at: one.at, post: one.post, percent: percent(likeness) };
            found.add(Guard::Repeated, Some(*channel), fact);
        }
    }
}

/// The first line, folded.
fn opening(text: &str) -> String {
    fold(text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default())
}

fn tags(text: &str) -> Vec<String> {
    let all = entities(text);
    let tags = all.iter().filter(|entity| entity.kind == EntityKind::Hashtag);
    tags.map(|entity| fold(entity.name(text))).collect()
}
