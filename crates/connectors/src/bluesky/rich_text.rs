//! Links, hashtags and mentions of a text, by UTF-8 byte offsets.

use primitives::text::{Entity, EntityKind, entities};
use serde_json::{Value, json};

/// The longest hashtag the network takes, in bytes.
const LONGEST_TAG: usize = 640;

/// The facets that need nobody's help: links and hashtags.
pub(super) fn facets(text: &str) -> Vec<Value> {
    entities(text).iter().filter_map(|entity| facet(text, entity)).collect()
}

fn facet(text: &str, entity: &Entity) -> Option<Value> {
    let feature = match entity.kind {
        EntityKind::Url { .. } => {
            json!({ "$type": "app.bsky.richtext.facet#link", "uri": entity.url(text)? })
        }
        EntityKind::Hashtag if entity.name(text).len() <= LONGEST_TAG => {
            json!({ "$type": "app.bsky.richtext.facet#tag", "tag": entity.name(text) })
        }
        _ => return None,
    };
    Some(placed(entity, feature))
}

fn placed(entity: &Entity, feature: Value) -> Value {
    let (start, end) = (entity.range.start, entity.range.end);
    json!({ "index": { "byteStart": start, "byteEnd": end }, "features": [feature] })
}

/// The accounts a text names, by handle, with the place of each.
pub(super) fn mentions(text: &str) -> Vec<(String, Entity)> {
    let named = entities(text).into_iter().filter_map(|entity| match entity.kind {
        // A handle here is a domain name.
        EntityKind::Mention { server: None } if entity.name(text).contains('.') => {
            Some((entity.name(text).to_lowercase(), entity))
        }
        _ => None,
    });
    named.collect()
}

/// The facet of a mention whose account was found.
pub(super) fn mention(entity: &Entity, did: &str) -> Value {
    placed(entity, json!({ "$type": "app.bsky.richtext.facet#mention", "did": did }))
}

/// The first link of a text.
pub(super) fn first_link(text: &str) -> Option<String> {
    entities(text).iter().find_map(|entity| entity.url(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_bytes_of_utf_8() {
        let text = "Été 🥖 : #crème chez boulangerie.example.com et @camille.test";
        let facets = facets(text);
        let written = |facet: &Value| {
            let at = |name: &str| facet["index"][name].as_u64().unwrap() as usize;
            text[at("byteStart")..at("byteEnd")].to_owned()
        };
        assert_eq!(written(&facets[0]), "#crème");
        assert_eq!(facets[0]["features"][0]["tag"], "crème");
        assert_eq!(written(&facets[1]), "boulangerie.example.com");
        assert_eq!(facets[1]["features"][0]["uri"], "https://boulangerie.example.com");
        let mentions = mentions(text);
        assert_eq!(mentions[0].0, "camille.test");
        assert_eq!(written(&mention(&mentions[0].1, "did:plc:x")), "@camille.test");
    }
}
