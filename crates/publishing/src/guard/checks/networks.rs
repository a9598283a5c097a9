//! Words that do not fit the network they go to.

use channels::Channel;
use primitives::text::fold;

use super::super::piece::{Piece, Text};
use super::super::{Fact, Guard, lexicon};
use super::Findings;

pub(super) fn look(piece: &Piece<'_>, found: &mut Findings<'_>) {
    let desk = found.desk;
    for text in &piece.texts {
        for id in &text.channels {
            let Some(channel) = desk.channels.iter().find(|channel| channel.id == *id) else {
                continue;
            };
            elsewhere(text, channel, found);
            follow_first(text, channel, found);
        }
        if piece.post.extras.poll.is_none()
            && let Some(seen) =
                lexicon::POLL.find_all(&text.reading, &text.whole).into_iter().next()
        {
            for channel in text.concerned() {
                let fact = Fact::NoPoll { words: seen.words.clone() };
                found.add(Guard::Unsupported, channel, fact);
            }
        }
    }
}

fn elsewhere(text: &Text, channel: &Channel, found: &mut Findings<'_>) {
    let name = fold(&channel.network_name);
    for (homes, shown, terms) in lexicon::ELSEWHERE.iter() {
        if homes.iter().any(|home| name.contains(home)) {
            continue;
        }
        if let Some(seen) = terms.find_all(&text.reading, &text.whole).into_iter().next() {
            let fact = Fact::Elsewhere { words: seen.words, home: (*shown).to_owned() };
            found.add(Guard::Unsupported, Some(channel.id), fact);
        }
    }
}

fn follow_first(text: &Text, channel: &Channel, found: &mut Findings<'_>) {
    let name = fold(&channel.network_name);
    if !lexicon::FOLLOW_FIRST.iter().any(|network| name == *network) {
        return;
    }
    if let Some(seen) = lexicon::IN_PRIVATE.find_all(&text.reading, &text.whole).into_iter().next()
    {
        found.add(Guard::PrivateMessage, Some(channel.id), Fact::FollowFirst { words: seen.words });
    }
}
