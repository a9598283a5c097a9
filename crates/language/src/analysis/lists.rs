//! Words by what they do in a message: insult, hurt, name a group of people.

use std::sync::OnceLock;

use super::hash::{Table, hash};

/// What a word does; several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(pub u16);

impl Class {
    pub const SLUR: Class = Class(1);
    pub const INSULT: Class = Class(2);
    pub const STRONG: Class = Class(4);
    pub const SWEAR: Class = Class(8);
    pub const IDENT: Class = Class(16);
    pub const DEGRADING: Class = Class(32);
    pub const HARM: Class = Class(64);
    pub const YOU: Class = Class(128);
    pub const THEY: Class = Class(256);
    pub const HOSTILE: Class = Class(512);
    /// Is insulting, whatever it says beside.
    pub const ABUSE: Class = Class(1 | 2);

    pub fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    fn named(section: &str) -> Option<Class> {
        Some(match section {
            "slur" => Class::SLUR,
            "insult" => Class::INSULT,
            "strong" => Class::STRONG,
            "swear" => Class::SWEAR,
            "ident" => Class::IDENT,
            "degrading" => Class::DEGRADING,
            "harm" => Class::HARM,
            "you" => Class::YOU,
            "they" => Class::THEY,
            "hostile" => Class::HOSTILE,
            _ => return None,
        })
    }
}

/// The lists of one language.
pub(crate) type Classes = Table<Class>;

const FRENCH: &str = include_str!("../../assets/words.fr.txt");
const ENGLISH: &str = include_str!("../../assets/words.en.txt");

/// The French lists.
pub(crate) fn french() -> &'static Classes {
    static LISTS: OnceLock<Classes> = OnceLock::new();
    LISTS.get_or_init(|| read(FRENCH))
}

/// The English lists.
pub(crate) fn english() -> &'static Classes {
    static LISTS: OnceLock<Classes> = OnceLock::new();
    LISTS.get_or_init(|| read(ENGLISH))
}

fn read(text: &str) -> Classes {
    let mut classes = Classes::default();
    each(text, |class, word| {
        let entry: &mut Class = classes.entry(hash(word.as_bytes())).or_default();
        entry.0 |= class.0;
    });
    classes
}

/// Every word of a file with its class, `a/b` spelled out.
fn each(text: &str, mut told: impl FnMut(Class, &str)) {
    let mut class = None;
    for line in
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(name) = line.strip_prefix('[') {
            class = Class::named(name.trim_end_matches(']'));
            continue;
        }
        let Some(class) = class else { continue };
        for word in line.split_whitespace() {
            let mut parts = word.split('/');
            let base = primitives::text::fold(parts.next().unwrap_or_default());
            told(class, &base);
            for ending in parts {
                told(class, &format!("{base}{ending}"));
            }
        }
    }
}

/// The words that people hide: insults, slurs and swearing of both languages.
pub(crate) struct Masked {
    listed: Table<()>,
    words: Vec<String>,
}

/// See [`Masked`].
pub(crate) fn masked() -> &'static Masked {
    static MASKED: OnceLock<Masked> = OnceLock::new();
    MASKED.get_or_init(|| {
        let mut masked = Masked { listed: Table::default(), words: Vec::new() };
        let hidden = Class(
            Class::ABUSE.0 | Class::STRONG.0 | Class::SWEAR.0 | Class::IDENT.0 | Class::HARM.0,
        );
        for file in [FRENCH, ENGLISH] {
            each(file, |class, word| {
                if class.has(hidden) && word.len() >= 3 {
                    masked.listed.insert(hash(word.as_bytes()), ());
                    if !class.has(Class(Class::IDENT.0 | Class::HARM.0)) && word.len() >= 4 {
                        masked.words.push(word.to_owned());
                    }
                }
            });
        }
        masked
    })
}

impl Masked {
    /// The hash, when a list holds its word.
    pub fn listed(&self, hash: u64) -> Option<u64> {
        self.listed.contains_key(&hash).then_some(hash)
    }

    /// The first listed word that `p*tain` may be: each star one letter, its first letter said.
    pub fn guess(&self, pattern: &str) -> Option<u64> {
        let known = pattern.chars().filter(|c| *c != '*').count();
        if pattern.starts_with('*') || known < 2 && pattern.len() < 4 {
            return None;
        }
        let fits = |word: &&String| {
            word.len() == pattern.len()
                && word.bytes().zip(pattern.bytes()).all(|(a, b)| a == b || b == b'*')
        };
        self.words.iter().find(fits).map(|word| hash(word.as_bytes()))
    }
}
