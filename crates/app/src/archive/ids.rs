//! Ids of an export, given anew when it is brought into an installation, so that a brand can be
//! brought in twice, beside the one it came from.

use std::collections::HashSet;

use primitives::Ambient;
use uuid::Uuid;

/// Gives every id of an export another one, always the same within one import. The instant that
/// an id carries stays, so that ids still sort by creation.
pub struct NewIds {
    mask: [u8; 16],
    known: HashSet<Uuid>,
}

impl NewIds {
    /// Knows nothing yet.
    pub fn new(ambient: &Ambient) -> Self {
        let mut mask = [0; 16];
        ambient.fill(&mut mask[6..]);
        // The instant, the version and the variant of a UUID keep their bits.
        mask[6] &= 0x0f;
        mask[8] &= 0x3f;
        Self { mask, known: HashSet::new() }
    }

    /// Notes an id of the export: from now on it is given anew wherever it stands.
    pub fn learn(&mut self, id: Uuid) {
        self.known.insert(id);
    }

    /// The new id of one of the export's; any other is left as it is.
    pub fn of(&self, id: Uuid) -> Uuid {
        if !self.known.contains(&id) {
            return id;
        }
        let mut bytes = *id.as_bytes();
        for (byte, mask) in bytes.iter_mut().zip(self.mask) {
            *byte ^= mask;
        }
        Uuid::from_bytes(bytes)
    }

    /// The same text with the export's ids given anew: ids stand inside JSON and keys.
    pub fn in_text(&self, text: &str) -> String {
        const LENGTH: usize = 36;
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(candidate) = next_id(rest) {
            let (before, from) = rest.split_at(candidate);
            out.push_str(before);
            let (id, after) = from.split_at(LENGTH);
            match Uuid::try_parse(id) {
                Ok(uuid) => out.push_str(&self.of(uuid).hyphenated().to_string()),
                Err(_) => out.push_str(id),
            }
            rest = after;
        }
        out + rest
    }
}

/// Where the next thing that looks like an id begins.
fn next_id(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let dash = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    bytes.windows(36).position(|window| {
        window
            .iter()
            .enumerate()
            .all(|(at, byte)| if dash(at) { *byte == b'-' } else { byte.is_ascii_hexdigit() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_given_anew_the_same_way_everywhere_and_keeps_its_instant() {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 1);
        let (id, stranger): (primitives::Id<()>, primitives::Id<()>) =
            (ambient.new_id(), ambient.new_id());
        let mut ids = NewIds::new(&ambient);
        ids.learn(id.uuid());
        let new = ids.of(id.uuid());
        assert_ne!(new, id.uuid());
        assert_eq!(new.as_bytes()[..6], id.bytes()[..6]);
        assert_eq!(new.get_version_num(), 7);
        assert_eq!(ids.of(stranger.uuid()), stranger.uuid());
        let text = format!("deliver:{id} é {stranger}");
        assert_eq!(ids.in_text(&text), format!("deliver:{new} é {stranger}"));
    }
}
