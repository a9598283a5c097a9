//! What the law of 9 June 2023 (art. 5) asks to be said on the piece itself.

use primitives::text::{EntityKind, entities};

use super::super::lexicon;
use super::super::piece::{Piece, Text};
use super::super::{Fact, Guard};
use super::Findings;

pub(super) fn look(piece: &Piece<'_>, found: &mut Findings<'_>) {
    let extras = &piece.post.extras;
    for text in &piece.texts {
        let said = lexicon::says(&lexicon::MENTION, &text.first).is_some();
        match &extras.commercial {
            Some(partner) if !said => {
                for channel in text.concerned() {
                    let fact = Fact::NoMention { partner: partner.clone() };
                    found.add(Guard::CollaborationMention, channel, fact);
                }
            }
            None if !said => {
                if let Some(words) = collaboration(text) {
                    for channel in text.concerned() {
                        let fact = Fact::Collaboration { words: words.clone() };
                        found.add(Guard::Collaboration, channel, fact);
                    }
                }
            }
            _ => {}
        }
        if extras.retouched && lexicon::says(&lexicon::RETOUCHED, &text.first).is_none() {
            for channel in text.concerned() {
                found.add(Guard::Retouched, channel, Fact::NoRetouchMention);
            }
        }
    }
}

fn collaboration(text: &Text) -> Option<String> {
    let seen = lexicon::COLLABORATION.find_all(&text.reading, &text.whole).into_iter().next();
    // A code is one's own shop's, unless someone else is named beside it.
    let someone_else = || {
        entities(&text.whole).iter().any(|entity| matches!(entity.kind, EntityKind::Mention { .. }))
    };
    seen.map(|seen| seen.words).or_else(|| {
        let code = lexicon::CODE.find_all(&text.reading, &text.whole).into_iter().next()?;
        someone_else().then_some(code.words)
    })
}
