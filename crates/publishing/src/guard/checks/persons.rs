//! What belongs to a person rather than to the brand.

use channels::Channel;

use super::super::piece::Piece;
use super::super::{Fact, Guard, lexicon};
use super::Findings;

pub(super) fn look(piece: &Piece<'_>, found: &mut Findings<'_>) {
    let desk = found.desk;
    for channel in desk.channels.iter().filter(|c| piece.post.variant_for(c.id).is_some()) {
        let said = desk.charter.channel(channel.id).is_some_and(|line| line.personal);
        if said || looks_personal(channel) {
            found.add(Guard::PersonalProfile, Some(channel.id), Fact::PersonalProfile);
        }
    }
    for text in &piece.texts {
        let seen = lexicon::PRIVATE.find_all(&text.reading, &text.whole).into_iter().next();
        if let Some(seen) = seen {
            for channel in text.concerned() {
                let fact = Fact::Private { words: seen.words.clone() };
                found.add(Guard::PersonalContent, channel, fact);
            }
        }
    }
}

/// Addresses that networks give to persons and not to pages.
fn looks_personal(channel: &Channel) -> bool {
    let Some(url) = &channel.profile_url else { return false };
    let url = url.to_ascii_lowercase();
    ["linkedin.com/in/", "facebook.com/profile.php", "facebook.com/people/"]
        .iter()
        .any(|place| url.contains(place))
}
