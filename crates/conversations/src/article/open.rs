//! The help as anyone reads it.

use database::{Error, Tx};
use language::{Likest, matter};
use platform::Brand;
use primitives::text::fold;
use primitives::{Id, Language};

use super::{Article, Help, store};

/// The longest remark of a reader, in characters.
const LONGEST_REMARK: usize = 1_000;
/// The longest search that is remembered, in characters.
const LONGEST_SEARCH: usize = 120;

/// The help of a brand that opened it.
#[derive(Debug, Clone)]
pub struct OpenHelp {
    /// Whose.
    pub brand: Brand,
    /// What it says first.
    pub help: Help,
}

/// Who reads, as a hash that only this house can make: one say a reader and article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader(pub String);

/// What a reader says of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Whether it helped.
    pub useful: bool,
    /// What was missing.
    pub words: String,
}

impl OpenHelp {
    /// The help at that address, if the brand opened it.
    ///
    /// # Errors
    /// What the database met.
    pub async fn at(slug: &str, tx: &mut Tx) -> Result<Option<OpenHelp>, Error> {
        let Some(brand) = store::brand_at(slug, tx).await? else { return Ok(None) };
        let Some((brand, _)) = Brand::for_system(brand, tx).await? else { return Ok(None) };
        let help = store::help(brand.id, tx).await?;
        Ok(help.open.then_some(OpenHelp { brand, help }))
    }

    /// What is published in that language, by category and title.
    ///
    /// # Errors
    /// What the database met.
    pub async fn articles(&self, language: Language, tx: &mut Tx) -> Result<Vec<Article>, Error> {
        let all = store::all(self.brand.id, tx).await?;
        let public =
            |article: &Article| article.published_at.is_some() && article.language == language;
        Ok(all.into_iter().filter(public).collect())
    }

    /// The languages that something is published in.
    ///
    /// # Errors
    /// What the database met.
    pub async fn languages(&self, tx: &mut Tx) -> Result<Vec<Language>, Error> {
        let all = store::all(self.brand.id, tx).await?;
        let spoken = |language: &Language| {
            all.iter().any(|one| one.published_at.is_some() && one.language == *language)
        };
        Ok(Language::ALL.into_iter().filter(spoken).collect())
    }

    /// One published article.
    ///
    /// # Errors
    /// What the database met.
    pub async fn article(
        &self,
        language: Language,
        slug: &str,
        tx: &mut Tx,
    ) -> Result<Option<Article>, Error> {
        let articles = self.articles(language, tx).await?;
        Ok(articles.into_iter().find(|article| article.slug == slug))
    }

    /// Counts a page opened.
    ///
    /// # Errors
    /// What the database met.
    pub async fn note_seen(&self, article: Id<Article>, tx: &mut Tx) -> Result<(), Error> {
        store::note_seen(self.brand.id, article, tx).await
    }

    /// Keeps what a reader says; the last say of each counts.
    ///
    /// # Errors
    /// What the database met.
    pub async fn say(
        &self,
        article: &Article,
        reader: &Reader,
        opinion: &Opinion,
        tx: &mut Tx,
    ) -> Result<(), Error> {
        let words: String = opinion.words.trim().chars().take(LONGEST_REMARK).collect();
        let opinion = Opinion { words: words.replace('\0', ""), ..opinion.clone() };
        store::set_opinion(self.brand.id, article.id, reader, &opinion, tx).await
    }

    /// The published articles that speak of what is looked for, the likest first; every word
    /// counts, endings and accents apart.
    ///
    /// # Errors
    /// What the database met.
    pub async fn look_for(
        &self,
        words: &str,
        language: Language,
        tx: &mut Tx,
    ) -> Result<Vec<Article>, Error> {
        let articles = self.articles(language, tx).await?;
        Ok(likest(&articles, words))
    }

    /// Remembers a search that found nothing: a gap of the help.
    ///
    /// # Errors
    /// What the database met.
    pub async fn note_not_found(
        &self,
        words: &str,
        language: Language,
        tx: &mut Tx,
    ) -> Result<(), Error> {
        let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words: String = words.chars().take(LONGEST_SEARCH).collect();
        let key = fold(&words).replace('\0', "");
        if matter(&words).is_empty() || key.is_empty() {
            return Ok(());
        }
        store::note_search(self.brand.id, language, &key, &words.replace('\0', ""), tx).await
    }
}

/// The articles that speak of the same thing as some words, the likest first. What the title
/// says counts as much as the whole text.
pub(super) fn likest(articles: &[Article], words: &str) -> Vec<Article> {
    let titles = articles.iter().map(|article| matter(&article.title));
    let bodies = articles.iter().map(|article| {
        matter(&format!("{}. {}. {}", article.title, article.category, article.body))
    });
    let wanted = matter(words);
    let mut points = vec![0.0_f64; articles.len()];
    for (texts, worth) in [(Likest::of(titles), 1.0), (Likest::of(bodies), 1.0)] {
        for (at, likeness) in texts.rank(&wanted) {
            points[at] += worth * likeness;
        }
    }
    let mut found: Vec<usize> = (0..articles.len()).filter(|at| points[*at] > 0.0).collect();
    found.sort_by(|a, b| points[*b].total_cmp(&points[*a]).then(a.cmp(b)));
    found.into_iter().map(|at| articles[at].clone()).collect()
}
