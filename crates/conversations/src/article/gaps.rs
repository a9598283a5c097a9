//! Gaps: what people ask and no article answers.

use std::collections::BTreeSet;

use database::Tx;
use jiff::SignedDuration;
use language::{Analyser, Asked, Intent, Likest, Spoken, matter};
use platform::{Actor, Right};
use primitives::{Id, Language};

use super::{Article, ArticleError, store};
use crate::conversation::Conversation;

/// How far back questions are read.
pub const LOOKED_BACK: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How many messages are read at most, the latest first.
pub const MOST_READ: i64 = 1_000;
/// From this likeness on, an article is taken to answer a question.
const ANSWERED: f64 = 0.3;
/// From this share of common words on, two questions are one.
const SAME: f64 = 0.4;
/// How many are shown.
const MOST_SHOWN: usize = 20;

/// Something asked that no article answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What it is known by, to be set aside.
    pub key: String,
    /// The question as it was put last.
    pub question: String,
    /// The language it was put in.
    pub language: Language,
    /// How often it was asked or looked for.
    pub times: i64,
    /// Where it was asked.
    pub sources: Vec<GapSource>,
}

/// Where a question was put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapSource {
    /// In a conversation.
    Conversation(Id<Conversation>),
    /// In the search of the help.
    Search,
}

struct Question {
    text: String,
    matter: BTreeSet<String>,
    language: Language,
    times: i64,
    source: GapSource,
}

/// What was asked in the last ninety days (of the last [`MOST_READ`] messages) and looked for in
/// the help, that no published article answers; the most asked first.
///
/// # Errors
/// [`ArticleError`].
pub async fn gaps(actor: &Actor, tx: &mut Tx) -> Result<Vec<Gap>, ArticleError> {
    actor.must(Right::Read)?;
    let articles = Article::all(actor, tx).await?;
    let articles: Vec<_> = articles.into_iter().filter(|one| one.published_at.is_some()).collect();
    let likest =
        Likest::of(articles.iter().map(|one| matter(&format!("{}. {}", one.title, one.body))));
    let dismissed = store::dismissed(actor.brand(), tx).await?;
    let answered = |question: &Question| {
        let wanted: Vec<String> = question.matter.iter().cloned().collect();
        let written_in = |at: usize| articles[at].language == question.language;
        likest.rank(&wanted).iter().any(|(at, like)| written_in(*at) && *like >= ANSWERED)
    };
    let mut groups: Vec<Vec<Question>> = Vec::new();
    for question in questions(actor, tx).await? {
        if question.matter.is_empty() || answered(&question) {
            continue;
        }
        let same = |group: &&mut Vec<Question>| {
            group[0].language == question.language
                && shared(&group[0].matter, &question.matter) >= SAME
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(question),
            None => groups.push(vec![question]),
        }
    }
    let mut gaps: Vec<Gap> = groups.into_iter().map(gap).collect();
    gaps.retain(|gap| !dismissed.contains(&gap.key));
    // A stable sort: among those asked as often, the latest first.
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.times));
    gaps.truncate(MOST_SHOWN);
    Ok(gaps)
}

/// Sets a gap aside: it needs no article.
///
/// # Errors
/// [`ArticleError`].
pub async fn dismiss_gap(key: &str, actor: &Actor, tx: &mut Tx) -> Result<(), ArticleError> {
    actor.must(Right::Converse)?;
    if key.is_empty() || key.len() > 2_000 {
        return Err(ArticleError::NotFound);
    }
    Ok(store::dismiss(actor.brand(), key, tx).await?)
}

/// The latest first.
async fn questions(actor: &Actor, tx: &mut Tx) -> Result<Vec<Question>, ArticleError> {
    let since = tx.now() - LOOKED_BACK;
    let analyser = Analyser::new();
    let mut questions = Vec::new();
    for (conversation, text) in store::messages_since(actor.brand(), since, MOST_READ, tx).await? {
        let read = analyser.read(&text, Asked::Auto);
        let language = match read.language {
            Spoken::English => Language::En,
            Spoken::French | Spoken::Unknown => Language::Fr,
            Spoken::Other(_) => continue,
        };
        if read.intent.holds(Intent::Question) && !read.spam.flagged && !read.toxicity.flagged {
            let matter = matter(&text).into_iter().collect();
            let source = GapSource::Conversation(conversation);
            questions.push(Question { text, matter, language, times: 1, source });
        }
    }
    for (text, language, times) in store::searches(actor.brand(), since, tx).await? {
        let matter = matter(&text).into_iter().collect();
        questions.push(Question { text, matter, language, times, source: GapSource::Search });
    }
    Ok(questions)
}

fn shared(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let both = a.intersection(b).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}

fn gap(group: Vec<Question>) -> Gap {
    let key = group[0].matter.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    let (question, language) = (group[0].text.clone(), group[0].language);
    let times = group.iter().map(|one| one.times).sum();
    let sources = group.into_iter().map(|one| one.source).collect();
    Gap { key, question, language, times, sources }
}
