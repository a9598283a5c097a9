use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::Post;

/// The hash of what people will see of a post, on every channel: words, link, pictures with what
/// they show, thread, first comment, poll, labels. Its time, its topic and its campaign are not
/// seen. What is absent weighs nothing, so that a thing that posts learn to carry one day leaves
/// the agreements of before as they are.
pub fn seen(post: &Post) -> String {
    let mut variants: Vec<_> = post
        .variants
        .iter()
        .map(|variant| {
            json!({
                "channel": variant.channel,
                "text": post.text_of(variant).trim_end(),
                "own": variant.extras,
            })
        })
        .collect();
    variants.sort_by_key(|variant| variant["channel"].to_string());
    let media: Vec<_> = post
        .media
        .iter()
        .map(|attached| json!({ "hash": attached.media.hash, "alt": attached.alt_text.trim() }))
        .collect();
    let whole = json!({
        "variants": variants,
        "link": post.link,
        "media": media,
        "language": post.language,
        "extras": post.extras,
    });
    let text = without_what_is_absent(whole).unwrap_or(Value::Null).to_string();
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// The same without nulls, `false`, empty texts, lists and objects; keys are sorted.
fn without_what_is_absent(value: Value) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(values) => {
            let kept: Vec<_> = values.into_iter().filter_map(without_what_is_absent).collect();
            (!kept.is_empty()).then_some(Value::Array(kept))
        }
        Value::Object(fields) => {
            let sorted: std::collections::BTreeMap<_, _> = fields.into_iter().collect();
            let kept: serde_json::Map<_, _> = sorted
                .into_iter()
                .filter_map(|(name, value)| Some((name, without_what_is_absent(value)?)))
                .collect();
            (!kept.is_empty()).then_some(Value::Object(kept))
        }
        other => Some(other),
    }
}
