//! Hashtags as people type them.

use primitives::text::fold;

/// The most hashtags that a group holds.
pub const MOST: usize = 60;

/// The hashtags of a text, each once, in order, with their sign: `noel, #Nantes #nantes` is
/// `#noel #Nantes`. What is no letter, digit or underscore ends a word.
pub fn read(text: &str) -> Vec<String> {
    let ends = |c: char| !(c.is_alphanumeric() || c == '_' || is_mark(c));
    let mut seen = Vec::new();
    let mut tags = Vec::new();
    for word in text.split(ends).filter(|word| !word.is_empty()) {
        // A number alone is no hashtag anywhere.
        if word.chars().all(|c| c.is_ascii_digit()) {
            continue;
        }
        let folded = fold(word);
        if !seen.contains(&folded) {
            seen.push(folded);
            tags.push(format!("#{word}"));
        }
    }
    tags
}

/// A mark that belongs to the letter before it: decomposed accents, vowel signs.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x900..=0xdff)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn hashtags_are_read_however_they_are_typed() {
        assert_eq!(
            read("noel, #Nantes #nantes\n#pain_bio 2026 "),
            ["#noel", "#Nantes", "#pain_bio"]
        );
        assert_eq!(read("#Noël #noel"), ["#Noël"]);
        assert!(read(" ,;# ").is_empty());
    }
}
