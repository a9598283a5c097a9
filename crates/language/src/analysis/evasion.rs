//! What hides a word from lists: letters replaced (`c0nn@rd`), left out (`p*tain`), spaced
//! (`c o n n a r d`) or dotted (`c.o.n`).

use super::hash::hash;
use super::lists::masked;
use super::tokens::{Kind, Token};

/// How many letters spelled one by one are looked at together.
const LONGEST: usize = 24;

/// The letter that a sign stands for.
fn stands_for(c: char) -> Option<char> {
    Some(match c {
        '@' | '4' => 'a',
        '3' | '€' => 'e',
        '1' | '!' | '|' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        _ => return None,
    })
}

/// Looks behind the signs of one run without white space; the first word of it bears the result.
pub(crate) fn unmask(chunk: &str, tokens: &mut [Token<'_>]) {
    let chunk = chunk.trim_matches(|c: char| {
        matches!(c, ',' | '.' | '?' | '"' | '«' | '»' | '(' | ')' | ';' | ':' | '…' | '\'')
    });
    let chunk = chunk.trim_end_matches('!');
    let (mut letters, mut signs, mut others) = (0, 0, 0);
    for c in chunk.chars() {
        if c.is_alphabetic() {
            letters += 1;
        } else if c == '*' || c == '#' || stands_for(c).is_some() || matches!(c, '.' | '-' | '_') {
            signs += 1;
        } else {
            others += 1;
        }
    }
    let length = letters + signs;
    if letters == 0 || signs == 0 || others > 0 || !(3..=24).contains(&length) {
        return;
    }
    let Some(found) = behind(chunk) else { return };
    if let Some(token) = tokens.iter_mut().find(|token| token.kind == Kind::Word) {
        token.unmasked = Some(found);
    }
}

/// The listed word behind the signs.
fn behind(chunk: &str) -> Option<u64> {
    let mut plain = String::with_capacity(chunk.len());
    let mut open = false;
    for c in primitives::text::fold(chunk).chars() {
        match c {
            '.' | '-' | '_' => {}
            '*' | '#' => {
                plain.push('*');
                open = true;
            }
            c => plain.push(stands_for(c).unwrap_or(c)),
        }
    }
    if open { masked().guess(&plain) } else { masked().listed(hash(plain.as_bytes())) }
}

/// Three letters and more, each alone: read as one word when a list holds it.
pub(crate) fn join_spelled(tokens: &mut [Token<'_>]) {
    let single = |token: &Token<'_>| {
        matches!(token.kind, Kind::Word | Kind::Number) && token.raw.chars().count() == 1
    };
    let mut at = 0;
    while at < tokens.len() {
        let end = at + tokens[at..].iter().take_while(|token| single(token)).count();
        // No word is longer: a page of single letters is read piece by piece.
        for piece in tokens[at..end].chunks_mut(LONGEST).filter(|piece| piece.len() >= 3) {
            spelled(piece);
        }
        at = end.max(at + 1);
    }
}

fn spelled(tokens: &mut [Token<'_>]) {
    let letters: String = tokens
        .iter()
        .map(|token| {
            let c = if token.kind == Kind::Word { &token.folded } else { token.raw };
            c.chars().next().map_or(' ', |c| stands_for(c).unwrap_or(c))
        })
        .collect();
    let bytes = letters.as_bytes();
    // The longest listed run of letters: « t ' e s c o n » holds more than the word.
    for length in (3..=bytes.len()).rev() {
        for (start, run) in bytes.windows(length).enumerate() {
            if let Some(found) = masked().listed(hash(run)) {
                tokens[start].unmasked = Some(found);
                return;
            }
        }
    }
}
