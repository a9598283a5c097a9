//! A long text in parts, for networks that take less.

/// Cuts a text at the ends of its sentences into parts that fit, in as few as reading in order
/// allows; a sentence too long for a part is cut between words, a word between letters. Nothing
/// is lost but the spaces around the cuts. A text that fits is one part.
///
/// ```
/// use publishing::split::in_parts;
/// let parts = in_parts("Un. Deux trois. Quatre.", |part| part.chars().count() <= 12);
/// assert_eq!(parts, ["Un.", "Deux trois.", "Quatre."]);
/// ```
pub fn in_parts(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let text = text.trim();
    if text.is_empty() || fits(text) {
        return vec![text.to_owned()];
    }
    let mut parts = Packing { parts: Vec::new(), current: String::new() };
    for sentence in sentences(text) {
        if parts.take(sentence, &fits) {
            continue;
        }
        for word in sentence.split_inclusive(char::is_whitespace) {
            if !parts.take(word, &fits) {
                for letter in word.chars() {
                    let mut bytes = [0; 4];
                    // A letter that does not fit alone fits nowhere: it goes in all the same.
                    if !parts.take(letter.encode_utf8(&mut bytes), &fits) {
                        parts.current.push(letter);
                    }
                }
            }
        }
    }
    parts.close();
    parts.parts
}

struct Packing {
    parts: Vec<String>,
    current: String,
}

impl Packing {
    /// Adds a piece to the part at hand, or to a new one; false if it fits in none.
    fn take(&mut self, piece: &str, fits: &impl Fn(&str) -> bool) -> bool {
        let longer = format!("{}{piece}", self.current);
        if fits(longer.trim()) {
            self.current = longer;
            return true;
        }
        if !fits(piece.trim()) {
            return false;
        }
        self.close();
        self.current = piece.to_owned();
        true
    }

    fn close(&mut self) {
        let done = std::mem::take(&mut self.current);
        if !done.trim().is_empty() {
            self.parts.push(done.trim().to_owned());
        }
    }
}

/// The sentences of a text, each with the space after it.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let ends = match c {
            '\n' => true,
            '.' | '!' | '?' | '…' => ends_here(&text[start..at], c, &text[at + c.len_utf8()..]),
            _ => false,
        };
        if !ends {
            continue;
        }
        // Closing marks and the space that follows belong to the sentence.
        let closes = |c: char| matches!(c, '.' | '!' | '?' | '…' | '»' | '”' | '"' | ')' | '’');
        while letters.next_if(|(_, c)| closes(*c) || c.is_whitespace()).is_some() {}
        let end = letters.peek().map_or(text.len(), |(at, _)| *at);
        found.push(&text[start..end]);
        start = end;
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

/// Whether a mark ends a sentence: not in « M. Martin », « 3.14 », « fournil.fr ».
fn ends_here(before: &str, mark: char, after: &str) -> bool {
    let mut next =
        after.chars().skip_while(|c| matches!(c, '.' | '!' | '?' | '…' | ')' | '”' | '"'));
    let spaced = next.next().is_none_or(char::is_whitespace);
    if mark != '.' || !spaced {
        return spaced;
    }
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let short = matches!(
        word,
        "Mme" | "Mlle" | "MM" | "Dr" | "St" | "Ste" | "Mr" | "Mrs" | "ex" | "etc" | "env" | "cf"
    );
    let goes_on = after.trim_start().chars().next().is_some_and(char::is_lowercase);
    !(initial || short && goes_on || matches!(word, "Mme" | "Mlle" | "MM" | "Dr" | "Mr" | "Mrs"))
}

#[cfg(test)]
mod tests {
    use super::in_parts;
    use proptest::prelude::*;

    fn within(most: usize) -> impl Fn(&str) -> bool {
        move |part| part.chars().count() <= most
    }

    #[test]
    fn a_text_is_cut_at_the_ends_of_sentences_only() {
        let text =
            "M. Martin pétrit à 3.30 h. La bûche est là ! Voir fournil.fr pour tout.\n\nMerci.";
        let parts = in_parts(text, within(30));
        assert_eq!(parts[0], "M. Martin pétrit à 3.30 h.");
        assert_eq!(parts[1], "La bûche est là !");
        assert_eq!(parts[2], "Voir fournil.fr pour tout.");
        assert_eq!(parts[3], "Merci.");
    }

    #[test]
    fn a_sentence_too_long_is_cut_between_words_and_a_word_between_letters() {
        assert_eq!(in_parts("un deux trois quatre", within(9)), ["un deux", "trois", "quatre"]);
        assert_eq!(in_parts("anticonstitutionnellement", within(10)).len(), 3);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_every_part_fits(text in "[a-zé .!?\n]{0,200}", most in 1usize..40) {
            let parts = in_parts(&text, within(most));
            let words = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(words(&parts.concat()), words(&text));
            prop_assert!(parts.iter().all(|part| part.chars().count() <= most));
        }
    }
}
