//! What the spam model weighs: calls to go elsewhere, links, lures of money, and how a message
//! looks. The same in every language.

use super::features::{Features, Look, capped};
use super::hash::{hash, mix};
use super::phrases::Says;
use super::tokens::{Kind, Token};

/// For the spam.
pub(crate) fn spam(look: &Look<'_>) -> Features {
    let mut features = Features { dense: measures(look), ..Features::default() };
    let mut before = 0;
    for (at, token) in look.tokens.iter().enumerate() {
        features.hashed.push((mix(token.hash, 0, 61), 0.0, at));
        if before != 0 {
            features.hashed.push((mix(before, token.hash, 62), 0.0, at));
        }
        before = token.hash;
        if token.kind == Kind::Word && token.folded.len() > 5 && token.folded.is_ascii() {
            features.hashed.push((mix(hash(&token.folded.as_bytes()[..5]), 0, 63), 0.0, at));
        }
    }
    features.normalise(0);
    features
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

fn measures(look: &Look<'_>) -> Vec<f32> {
    let mut all = calls(look);
    all.extend(links(look));
    all.extend(shape(look));
    all
}

/// What is called for, and by whom.
fn calls(look: &Look<'_>) -> Vec<f32> {
    let sum = |says| look.sum(says);
    let mine = look.count(|token| {
        matches!(token.folded.as_str(), "my" | "our" | "ma" | "mon" | "mes" | "notre" | "nos")
    });
    let (call, boast, bait, lure, fair) =
        (sum(Says::Call), sum(Says::Boast), sum(Says::Bait), sum(Says::Spam), sum(Says::Fair));
    let all = call + boast + bait + lure;
    let begs = look.count(|token| {
        matches!(token.folded.as_str(), "please" | "pls" | "plz" | "plzz" | "svp" | "stp" | "pliz")
    });
    vec![
        capped(call, 2.0),
        capped(call, 6.0),
        capped(call, 16.0),
        capped(boast, 2.0),
        capped(boast, 8.0),
        capped(bait, 2.0),
        capped(bait, 6.0),
        capped(lure, 2.0),
        capped(lure, 6.0),
        capped(lure, 12.0),
        capped(fair, 2.0),
        capped(fair, 5.0),
        flag(all == 0.0),
        flag(all < 1.5) * flag(fair > 0.0),
        capped(mine, 2.0),
        capped(call, 4.0) * capped(mine, 1.0),
        capped(begs, 2.0),
        capped(begs, 1.0) * capped(call, 2.0),
        capped(all, 2.0) * flag(look.count(|token| token.kind == Kind::Link) > 0.0),
    ]
}

/// Places where people put themselves forward, or sell.
const STAGES: [&str; 40] = [
    "facebook.",
    "instagram.",
    "soundcloud.",
    "ebay.",
    "amazon.",
    "gofundme",
    "kickstarter",
    "indiegogo",
    "patreon",
    "twitch.",
    "ask.fm",
    "play.google",
    "itunes.",
    "apps.",
    "adf.ly",
    "bit.ly",
    "goo.gl",
    "tinyurl",
    "spotify.",
    "bandcamp",
    "reverbnation",
    "etsy.",
    "teespring",
    "onlyfans",
    "t.me/",
    "wa.me/",
    "linktr.ee",
    "tiktok.",
    "snapchat",
    "twitter.com/",
    "channel/",
    "/user/",
    "playlist",
    "change.org",
    "causes.com",
    "petition",
    "surveymonkey",
    "poll",
    "vk.com",
    "ow.ly",
];

/// What the links of a message are like.
fn links(look: &Look<'_>) -> Vec<f32> {
    let links: Vec<&str> = look
        .tokens
        .iter()
        .filter(|token| token.kind == Kind::Link)
        .map(|token| token.raw)
        .collect();
    let words = look.count(|token| token.kind == Kind::Word);
    let any = |holds: fn(&str) -> bool| flag(links.iter().any(|link| holds(link)));
    let whole = |link: &str| link.len() > 6 && !link.contains("t.co/");
    vec![
        capped(links.len() as f32, 1.0),
        capped(links.len() as f32, 3.0),
        any(whole),
        any(whole) * flag(words < 4.0),
        any(|link| link.len() > 30),
        any(|link| link.contains('=')),
        any(|link| link.contains("ref") || link.contains("invite") || link.contains("aff")),
        any(|link| link.len() > 6 && is_stage(link)),
        any(|link| link.contains("youtu")),
        any(|link| link.len() > 6 && !link.starts_with("http")),
    ]
}

fn is_stage(link: &str) -> bool {
    let link = link.to_ascii_lowercase();
    STAGES.iter().any(|stage| link.contains(stage))
}

/// How a message looks.
fn shape(look: &Look<'_>) -> Vec<f32> {
    let words = look.count(|token| token.kind == Kind::Word);
    let number = |token: &Token<'_>| token.kind == Kind::Number;
    let digits = look.tokens.iter().filter(|t| number(t)).map(|t| t.raw.len()).max().unwrap_or(0);
    let money = look.count(|t| {
        matches!(t.kind, Kind::Mark('€' | '$' | '£'))
            || matches!(t.folded.as_str(), "euros" | "euro" | "eur" | "dollars")
    });
    let shouted = look.count(|token| token.shouted);
    vec![
        flag(digits >= 8),
        capped(look.count(number), 4.0),
        capped(money, 2.0),
        shouted / (words + 3.0),
        capped(words, 10.0),
        capped(words, 30.0),
        capped(words, 80.0),
        flag(words < 4.0),
        capped(look.marks('!'), 4.0),
        capped(look.marks('?'), 1.0),
        capped(look.count(|token| token.kind == Kind::Mention), 2.0),
        capped(look.count(|token| token.tag), 5.0),
        capped(look.count(|token| token.kind == Kind::Emoji), 5.0),
        capped(look.count(|token| token.drawn_out), 1.0),
    ]
}
