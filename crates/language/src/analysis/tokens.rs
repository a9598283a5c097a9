//! A message cut into what its analysis weighs: words, emoji, marks, links, mentions.

use primitives::text::fold;

use super::hash::hash;

/// What a piece of a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters and digits.
    Word,
    /// Digits alone, with what parts them.
    Number,
    /// A picture: its first character, tones and joiners apart.
    Emoji,
    /// `:-)`, `<3`.
    Emoticon,
    /// `@someone`.
    Mention,
    /// A link, written in full or as the networks' exports mask it.
    Link,
    /// `!`, `?`, `…`, `.`, `,`, quotation marks…
    Mark(char),
}

/// A piece of a message.
#[derive(Debug, Clone)]
pub(crate) struct Token<'t> {
    pub kind: Kind,
    /// As written.
    pub raw: &'t str,
    /// Lower case, no accents, letters repeated three times and more once.
    pub folded: String,
    /// Of `folded`.
    pub hash: u64,
    /// In capitals, two letters or more.
    pub shouted: bool,
    /// A letter was repeated three times and more.
    pub drawn_out: bool,
    /// A `#` stands before it.
    pub tag: bool,
    /// What it is once what hides it is taken away (`c0nn@rd`, `c o n n a r d`).
    pub unmasked: Option<u64>,
    /// Which sentence it is of.
    pub sentence: u32,
}

/// Cuts a message.
pub(crate) fn cut(text: &str) -> Vec<Token<'_>> {
    let mut cutter = Cutter { tokens: Vec::with_capacity(text.len() / 5 + 4), sentence: 0 };
    for line in text.split('\n') {
        for chunk in line.split_whitespace() {
            cutter.chunk(chunk);
        }
        cutter.end_sentence();
    }
    super::evasion::join_spelled(&mut cutter.tokens);
    cutter.tokens
}

struct Cutter<'t> {
    tokens: Vec<Token<'t>>,
    sentence: u32,
}

impl<'t> Cutter<'t> {
    fn push(&mut self, kind: Kind, raw: &'t str, folded: String) {
        let sentence = self.sentence;
        let hash = hash(folded.as_bytes());
        self.tokens.push(Token {
            kind,
            raw,
            folded,
            hash,
            shouted: false,
            drawn_out: false,
            tag: false,
            unmasked: None,
            sentence,
        });
    }

    fn end_sentence(&mut self) {
        if self.tokens.last().is_some_and(|token| token.sentence == self.sentence) {
            self.sentence += 1;
        }
    }

    fn chunk(&mut self, chunk: &'t str) {
        if is_link(chunk) {
            return self.push(Kind::Link, chunk, String::from("§link"));
        }
        if chunk.starts_with('<') && chunk.ends_with('>') && chunk.len() > 3 {
            return;
        }
        let first = self.tokens.len();
        let mut at = 0;
        while let Some(c) = chunk[at..].chars().next() {
            at = if let Some(end) = emoticon(chunk, at) {
                self.push(Kind::Emoticon, &chunk[at..end], chunk[at..end].to_owned());
                end
            } else if c == '@'
                && chunk[at + 1..].starts_with(|c: char| c.is_alphanumeric())
                && alone(chunk, at)
            {
                let end =
                    run(chunk, at + 1, |c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'));
                self.push(Kind::Mention, &chunk[at..end], String::from("§mention"));
                end
            } else if c.is_alphanumeric() {
                self.word(chunk, at)
            } else {
                self.other(chunk, at, c)
            };
        }
        super::evasion::unmask(chunk, &mut self.tokens[first..]);
        if chunk.ends_with(['.', '!', '?', '…']) {
            self.end_sentence();
        }
    }

    /// A word, `don't` and `aujourd'hui` whole; where it ends.
    fn word(&mut self, chunk: &'t str, at: usize) -> usize {
        let mut end = run(chunk, at, is_of_a_word);
        if let Some(mark) = chunk[end..].chars().next().filter(|c| is_apostrophe(*c)) {
            let after = end + mark.len_utf8();
            let rest = run(chunk, after, is_of_a_word);
            let tail = &chunk[after..rest];
            if tail.eq_ignore_ascii_case("t") && chunk[at..end].ends_with(['n', 'N'])
                || tail.eq_ignore_ascii_case("hui")
            {
                end = rest;
            }
        }
        let raw = &chunk[at..end];
        if raw.bytes().all(|b| b.is_ascii_digit()) {
            self.push(Kind::Number, raw, String::from("§number"));
            return end;
        }
        let (folded, drawn_out) = squeezed(&folded(raw));
        self.push(Kind::Word, raw, folded);
        if let Some(token) = self.tokens.last_mut() {
            let mut letters = raw.chars().filter(|c| c.is_alphabetic());
            token.shouted = letters.clone().count() > 1 && letters.all(char::is_uppercase);
            token.drawn_out = drawn_out;
            token.tag = chunk[..at].ends_with('#');
        }
        end
    }

    /// An emoji or a mark; where it ends.
    fn other(&mut self, chunk: &'t str, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        if is_emoji(c) {
            // Tones, variation selectors and joined pictures belong to the first.
            let mut end = end;
            let mut joined = false;
            while let Some(next) = chunk[end..].chars().next() {
                let tone = matches!(next, '\u{1F3FB}'..='\u{1F3FF}' | '\u{FE0F}' | '\u{200D}');
                if !(tone || joined && is_emoji(next)) {
                    break;
                }
                joined = next == '\u{200D}';
                end += next.len_utf8();
            }
            self.push(Kind::Emoji, &chunk[at..end], c.to_string());
            return end;
        }
        let inside = at > 0 && chunk[end..].starts_with(char::is_alphanumeric);
        if c == '#' || is_apostrophe(c) && at > 0 || matches!(c, '-' | '‐' | '‑') && inside {
            return end;
        }
        let mark = match c {
            '«' | '»' | '“' | '”' | '"' => '"',
            '.' if chunk[at..].starts_with("..") => '…',
            _ => c,
        };
        let end = run(chunk, at, |next| next == c).max(end);
        self.push(Kind::Mark(mark), &chunk[at..end], mark.to_string());
        end
    }
}

/// Where the run of characters that fit ends.
fn run(chunk: &str, at: usize, fits: impl Fn(char) -> bool) -> usize {
    chunk[at..].find(|c| !fits(c)).map_or(chunk.len(), |length| at + length)
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '_')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | '´' | 'ʼ')
}

/// Not in the middle of an address.
fn alone(chunk: &str, at: usize) -> bool {
    !chunk[..at].ends_with(|c: char| c.is_alphanumeric())
}

fn is_link(chunk: &str) -> bool {
    let chunk = chunk.trim_start_matches(['(', '"', '«', '<', '[']);
    let starts =
        |head: &str| chunk.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    starts("http") && (chunk.len() == 4 || starts("http:") || starts("https") || starts("http…"))
        || starts("www.")
        || starts("@url")
        || is_bare_domain(chunk)
}

/// `fournil.fr/pain`, `youtu.be/x`.
fn is_bare_domain(chunk: &str) -> bool {
    const ENDINGS: [&str; 14] =
        ["com", "fr", "org", "net", "be", "ly", "co", "io", "tv", "gl", "eu", "info", "me", "gg"];
    let host = chunk.split(['/', '?', ',', ')']).next().unwrap_or_default();
    let host = host.trim_end_matches(['.', '!', ':', ';']);
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    name.len() > 1
        && !name.contains('@')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
        && name.bytes().any(|b| b.is_ascii_alphabetic())
        && ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Pictures, and the signs that phones draw as pictures.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}' | '\u{2B05}'..='\u{2B07}'
        | '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23F3}' | '\u{203C}' | '\u{2049}')
}

/// The smileys of keyboards, with how they feel, in the lexicon's measure.
pub(crate) const EMOTICONS: [(&str, f32); 44] = [
    (":-)", 1.8),
    (":)", 1.8),
    (":-D", 2.3),
    (":D", 2.3),
    ("=)", 1.8),
    ("=D", 2.3),
    (";-)", 1.0),
    (";)", 1.0),
    (":-P", 1.2),
    (":P", 1.2),
    (":p", 1.2),
    (":-p", 1.2),
    ("xD", 1.6),
    ("XD", 1.6),
    ("<3", 2.4),
    ("^^", 1.4),
    ("^_^", 1.8),
    (":-*", 1.8),
    (":*", 1.8),
    ("\\o/", 2.2),
    (":o)", 1.6),
    ("(:", 1.8),
    ("(-:", 1.8),
    (":-(", -1.9),
    (":(", -1.9),
    ("=(", -1.9),
    (":'(", -2.2),
    (":'-(", -2.2),
    ("</3", -2.2),
    (":-/", -1.4),
    (":/", -1.2),
    (":-\\", -1.4),
    (":\\", -1.2),
    (":-|", -0.8),
    (":|", -0.8),
    (":@", -1.8),
    (">:(", -2.3),
    ("-_-", -1.4),
    ("-.-", -1.2),
    ("D:", -1.8),
    (":S", -1.2),
    ("):", -1.8),
    (":-S", -1.2),
    ("T_T", -1.8),
];

/// Where the smiley that begins here ends.
fn emoticon(chunk: &str, at: usize) -> Option<usize> {
    let first = *chunk.as_bytes().get(at)?;
    if !matches!(
        first,
        b':' | b';'
            | b'='
            | b'x'
            | b'X'
            | b'<'
            | b'^'
            | b'\\'
            | b'('
            | b')'
            | b'>'
            | b'-'
            | b'D'
            | b'T'
    ) {
        return None;
    }
    if first.is_ascii_alphabetic() && (at > 0 || chunk.len() > 4) {
        return None;
    }
    let rest = &chunk[at..];
    let longest =
        EMOTICONS.iter().map(|(smiley, _)| *smiley).filter(|smiley| rest.starts_with(smiley));
    let end = at + longest.max_by_key(|smiley| smiley.len())?.len();
    // « Date:Demain » and « http:/ » are no faces.
    let goes_on = chunk[end..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    (!goes_on).then_some(end)
}

/// Lower case and without accents; most words need no table.
fn folded(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            'a'..='z' | '0'..='9' | '_' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            'à' | 'â' | 'ä' | 'À' | 'Â' | 'á' | 'Á' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => out.push('e'),
            'î' | 'ï' | 'í' | 'Î' => out.push('i'),
            'ô' | 'ö' | 'ó' | 'Ô' => out.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => out.push('u'),
            'ç' | 'Ç' => out.push('c'),
            'ñ' => out.push('n'),
            'œ' | 'Œ' => out.push_str("oe"),
            '’' | '\'' | '`' | '´' | 'ʼ' => {}
            _ => return fold(raw).chars().filter(|c| !is_apostrophe(*c)).collect(),
        }
    }
    out
}

/// Letters written three times and more are written once.
fn squeezed(word: &str) -> (String, bool) {
    let bytes = word.as_bytes();
    if !bytes
        .windows(3)
        .any(|three| three[0] == three[1] && three[1] == three[2] && !three[0].is_ascii_digit())
    {
        return (word.to_owned(), false);
    }
    let mut out = String::with_capacity(word.len());
    let chars: Vec<char> = word.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let end = chars[at..].iter().position(|c| *c != chars[at]).map_or(chars.len(), |n| at + n);
        let times = if end - at > 2 { 1 } else { end - at };
        out.extend(std::iter::repeat_n(chars[at], times));
        at = end;
    }
    (out, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        cut(text).into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn a_message_is_cut_into_what_weighs() {
        assert_eq!(
            pieces("J'adooore ce pain !!! 😍😍 :-) https://fournil.fr @camille"),
            ["j", "adore", "ce", "pain", "!", "😍", "😍", ":-)", "§link", "§mention"]
        );
        assert_eq!(pieces("I don't know, aujourd'hui"), ["i", "dont", "know", ",", "aujourdhui"]);
        assert_eq!(pieces("👩🏽‍🍳 bravo fournil.fr/pain 12"), ["👩", "bravo", "§link", "§number"]);
    }
}
