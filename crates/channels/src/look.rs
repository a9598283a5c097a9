//! How posts look on a network, as far as a live preview goes. Facts, with where they come from
//! in the connectors' tables.

/// How posts look on a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The name of its layout in the style sheets: `bluesky`, `facebook`, `card`…
    pub layout: &'static str,
    /// Where a long text is folded behind "see more".
    pub fold: Option<Fold>,
    /// Where pictures stand.
    pub pictures: PicturesPlace,
    /// How several pictures stand together.
    pub gallery: Gallery,
    /// What a link in the text becomes.
    pub links: LinkLook,
}

/// Where a long text is folded: whichever comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// After so many characters.
    pub characters: u16,
    /// After so many lines.
    pub lines: u16,
}

/// Where pictures stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PicturesPlace {
    /// Above the text.
    Above,
    /// Under the text.
    Below,
    /// Behind the text, over the whole screen.
    Behind,
}

/// How several pictures stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gallery {
    /// Side by side, so many at most; the rest is counted on the last.
    Grid(u8),
    /// One at a time, with dots under them.
    Carousel,
    /// In a row that is pushed sideways.
    Row,
}

/// What a link becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkLook {
    /// A card with the page's picture above its title, where there are no pictures.
    Card,
    /// A card with the page's picture beside its title.
    SmallCard,
    /// Words that lead nowhere: people must copy them.
    Dead,
}

impl Look {
    /// A plain card: what is shown of a network that nobody described.
    pub const PLAIN: Look = Look {
        layout: "card",
        fold: None,
        pictures: PicturesPlace::Below,
        gallery: Gallery::Grid(4),
        links: LinkLook::Card,
    };

    /// The same under another layout.
    #[must_use]
    pub const fn layout(mut self, layout: &'static str) -> Self {
        self.layout = layout;
        self
    }

    /// The same, folding long texts.
    #[must_use]
    pub const fn folding(mut self, characters: u16, lines: u16) -> Self {
        self.fold = Some(Fold { characters, lines });
        self
    }

    /// The same, with pictures there, so arranged.
    #[must_use]
    pub const fn with_pictures(mut self, pictures: PicturesPlace, gallery: Gallery) -> Self {
        self.pictures = pictures;
        self.gallery = gallery;
        self
    }

    /// The same, where links become that.
    #[must_use]
    pub const fn with_links(mut self, links: LinkLook) -> Self {
        self.links = links;
        self
    }
}

impl Fold {
    /// Where a text is folded, in bytes; `None` when all of it is shown.
    pub fn of(self, text: &str) -> Option<usize> {
        let mut lines = 1;
        for (count, (at, letter)) in text.char_indices().enumerate() {
            if letter == '\n' {
                lines += 1;
            }
            if lines > usize::from(self.lines) {
                return Some(at);
            }
            if count >= usize::from(self.characters) {
                // Back to the end of a word, unless that would leave nothing.
                let cut = text[..at].rfind(char::is_whitespace).filter(|cut| *cut > 0);
                return Some(cut.unwrap_or(at));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Fold;

    #[test]
    fn a_text_is_folded_after_its_lines_or_its_characters() {
        let fold = Fold { characters: 10, lines: 2 };
        assert_eq!(fold.of("court"), None);
        assert_eq!(fold.of("un deux trois"), Some(7));
        assert_eq!(fold.of("a\nb\nc"), Some(3));
        assert_eq!(fold.of("éééééééééééé"), Some(20));
    }
}
