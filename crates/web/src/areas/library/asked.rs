//! What of the library is asked for, as addresses say it.

use platform::media::{Folder, Media, MediaKind};
use primitives::Id;
use publishing::library::Wanted;

use crate::{Form, Refusal};

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Asked {
    /// The words sought.
    pub words: String,
    pub kind: Option<MediaKind>,
    pub folder: Option<Id<Folder>>,
    /// `unused`, `no-alt`, `loose` or `bin`.
    pub only: String,
    pub tag: String,
    pub before: Option<Id<Media>>,
}

/// What can be asked for beside words, kinds, folders and tags.
pub(super) const ONLY: [&str; 4] = ["no-alt", "unused", "loose", "bin"];

impl Asked {
    /// Reads the part of an address after `?`; what makes no sense is as if it were not said.
    pub fn read(query: &str) -> Result<Self, Refusal> {
        Ok(Self::of(&Form::read(query.as_bytes())?))
    }

    pub fn of(form: &Form) -> Self {
        let only = form.get("only");
        Self {
            words: form.get("q").trim().chars().take(200).collect(),
            kind: form.get("kind").parse().ok(),
            folder: form.get("folder").parse().ok(),
            only: if ONLY.contains(&only) { only.to_owned() } else { String::new() },
            tag: form.get("tag").trim().to_owned(),
            before: form.get("before").parse().ok(),
        }
    }

    pub fn wanted(&self, most: usize) -> Wanted {
        Wanted {
            words: self.words.clone(),
            kind: self.kind,
            folder: self.folder,
            loose: self.only == "loose",
            tag: Some(self.tag.clone()).filter(|tag| !tag.is_empty()),
            unused: self.only == "unused",
            without_alt: self.only == "no-alt",
            in_bin: self.only == "bin",
            before: self.before,
            most,
        }
    }

    /// Whether anything narrows the library.
    pub fn is_narrow(&self) -> bool {
        Self { before: None, ..self.clone() } != Self::default()
    }

    /// The same as the end of an address: `?q=…`, or nothing.
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        let mut say = |name: &str, value: &str| {
            if !value.is_empty() {
                let value: String =
                    url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
                pairs.push(format!("{name}={value}"));
            }
        };
        say("q", &self.words);
        say("kind", self.kind.map_or("", MediaKind::as_str));
        say("folder", &self.folder.map(|id| id.to_string()).unwrap_or_default());
        say("only", &self.only);
        say("tag", &self.tag);
        say("before", &self.before.map(|id| id.to_string()).unwrap_or_default());
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The address of a room of the library with the same narrowing, but for one thing.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut other = Self { before: None, ..self.clone() };
        change(&mut other);
        format!("library{}", other.query())
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn what_is_asked_for_is_an_address_and_back() {
        let said = "q=b%C3%BBche+au+marron&kind=video&only=no-alt&tag=No%C3%ABl";
        let asked = Asked::read(said).unwrap();
        assert_eq!(asked.words, "bûche au marron");
        assert_eq!(asked.query(), format!("?{said}"));
        assert_eq!(Asked::read("kind=song&folder=1&only=all").unwrap(), Asked::default());
    }
}
