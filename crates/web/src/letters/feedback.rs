//! Letters to those who look after suggestions and complaints.

use conversations::feedback::{Case, FeedbackLetter, Month, month_of};
use database::{Error, Tx};
use jiff::civil::Date;
use jobs::Enqueue;
use platform::{Actor, Brand, Teammate};
use primitives::Id;

use super::{Desk, Sheet, address, words_of};
use crate::words::{Words, args};

impl Desk {
    /// Writes a letter about suggestions and complaints, unless what it tells is no longer so.
    ///
    /// # Errors
    /// What the database met.
    pub async fn write_feedback(
        &self,
        letter: &FeedbackLetter,
        brand: Id<Brand>,
    ) -> Result<(), Error> {
        if !self.has_server {
            return Ok(());
        }
        let mut tx = self.database.begin().await?;
        let Some((brand, system)) = Brand::for_system(brand, &mut tx).await? else {
            return Ok(());
        };
        let (FeedbackLetter::Sleeps { to, .. } | FeedbackLetter::Month { to, .. }) = letter;
        let Some(teammate) = Teammate::by_id(*to, &mut tx).await? else { return Ok(()) };
        if brand.demo {
            return Ok(());
        }
        let sheet = match letter {
            FeedbackLetter::Sleeps { case, .. } => {
                self.sleeps(*case, &teammate, &brand, &system, &mut tx).await?
            }
            FeedbackLetter::Month { month, .. } => {
                self.month(month, &teammate, &brand, &mut tx).await?
            }
        };
        if let Some(sheet) = sheet {
            let mail = sheet.mail(&brand, teammate.language);
            mail.enqueue(&mut tx, Enqueue::now().brand(brand.id)).await?;
        }
        tx.commit().await
    }

    async fn sleeps(
        &self,
        case: Id<Case>,
        teammate: &Teammate,
        brand: &Brand,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Sheet>, Error> {
        let Ok(case) = Case::load(case, system, tx).await else { return Ok(None) };
        if !case.sleeps(tx.now()) || case.owner != teammate.id || case.merged_into.is_some() {
            return Ok(None);
        }
        let words = words_of(brand, teammate.language, tx);
        let since = words.moment(case.due_at);
        let said = vec![
            words.tn("letter-hello", args![name => teammate.name.as_str()]),
            words.tn("letter-feedback-sleeps", args![
                category => case.category_name.as_str(), brand => brand.name.as_str(), when => since
            ]),
        ];
        Ok(Some(Sheet {
            to: address(teammate.name.as_str(), teammate.email.as_str()),
            subject: words.tn(
                "letter-feedback-sleeps-subject",
                args![category => case.category_name.as_str()],
            ),
            said,
            quote: case.title.clone(),
            excerpt: String::new(),
            button: (
                words.t("letter-feedback-sleeps-button"),
                format!("{}/b/{}/feedback/{}", self.base_url, brand.slug, case.id),
            ),
            foot: words.t("letter-feedback-foot"),
        }))
    }

    async fn month(
        &self,
        month: &str,
        teammate: &Teammate,
        brand: &Brand,
        tx: &mut Tx,
    ) -> Result<Option<Sheet>, Error> {
        let words = words_of(brand, teammate.language, tx);
        let Ok(first) = format!("{month}-01").parse::<Date>() else { return Ok(None) };
        let Some(found) = month_of(brand, month, Some(teammate.id), tx).await? else {
            return Ok(None);
        };
        let named = words.month_of(first);
        let mut said = vec![
            words.tn("letter-hello", args![name => teammate.name.as_str()]),
            words.tn(
                "letter-feedback-month",
                args![month => named.clone(), brand => brand.name.as_str()],
            ),
        ];
        said.extend(lines(&words, &found));
        Ok(Some(Sheet {
            to: address(teammate.name.as_str(), teammate.email.as_str()),
            subject: words.tn("letter-feedback-month-subject", args![month => named]),
            said,
            quote: found.oldest.as_ref().map(|(_, title, _)| title.clone()).unwrap_or_default(),
            excerpt: String::new(),
            button: (
                words.t("letter-feedback-month-button"),
                format!("{}/b/{}/feedback?owner=me", self.base_url, brand.slug),
            ),
            foot: words.t("letter-feedback-foot"),
        }))
    }
}

/// The figures of a month, a paragraph each; what it covers, and last the oldest that is open.
fn lines(words: &Words, found: &Month) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for one in &found.categories {
        let mut line = words.tn(
            "letter-feedback-category",
            args![
                name => one.name.as_str(), came => one.came, done => one.done,
                declined => one.declined, open => one.open, sleeping => one.sleeping
            ],
        );
        if let Some(days) = one.days {
            line.push(' ');
            line += &words.tn("letter-feedback-days", args![count => days]);
        }
        lines.push(line);
    }
    if found.categories.is_empty() {
        lines.push(words.t("letter-feedback-nothing"));
    }
    lines.push(
        words.tn("letter-feedback-coverage", args![filed => found.filed, read => found.read]),
    );
    if let Some((.., since)) = &found.oldest {
        lines.push(words.tn("letter-feedback-oldest", args![when => words.moment(*since)]));
    }
    lines
}
