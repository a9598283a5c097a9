//! Letters about alerts and crises; those of a rehearsal say so in their first words.

use channels::Channel;
use conversations::crisis::burst::Span;
use conversations::crisis::{Alert, AlertState, Crisis, CrisisLetter, News, Spoken};
use database::{Error, Tx};
use jobs::Enqueue;
use platform::{Actor, Brand, Teammate};
use primitives::Id;

use super::{Desk, Sheet, address, words_of};
use crate::areas::crisis::{places, speakers};
use crate::words::{Words, args};

/// What a letter says, before it is addressed.
struct Told {
    subject: String,
    said: Vec<String>,
    quote: String,
    to: String,
}

impl Desk {
    /// Writes a letter about an alert or a crisis, unless what it tells is no longer so.
    ///
    /// # Errors
    /// What the database met.
    pub async fn write_crisis(&self, letter: &CrisisLetter, brand: Id<Brand>) -> Result<(), Error> {
        if !self.has_server {
            return Ok(());
        }
        let mut tx = self.database.begin().await?;
        let Some((brand, system)) = Brand::for_system(brand, &mut tx).await? else {
            return Ok(());
        };
        let Some(teammate) = Teammate::by_id(letter.to, &mut tx).await? else { return Ok(()) };
        // A demonstration writes to nobody.
        if brand.demo {
            return Ok(());
        }
        let words = words_of(&brand, teammate.language, &tx);
        let Some(told) = told(letter.news, &brand, &system, &words, &mut tx).await? else {
            return Ok(());
        };
        let mut said = vec![words.tn("letter-hello", args![name => teammate.name.as_str()])];
        said.extend(told.said);
        let sheet = Sheet {
            to: address(teammate.name.as_str(), teammate.email.as_str()),
            subject: told.subject,
            said,
            quote: told.quote,
            excerpt: String::new(),
            button: (
                words.t("letter-crisis-button"),
                format!("{}/b/{}/{}", self.base_url, brand.slug, told.to),
            ),
            foot: words.t("letter-crisis-foot"),
        };
        let mail = sheet.mail(&brand, teammate.language);
        mail.enqueue(&mut tx, Enqueue::now().brand(brand.id)).await?;
        tx.commit().await
    }
}

async fn told(
    news: News,
    brand: &Brand,
    system: &Actor,
    words: &Words,
    tx: &mut Tx,
) -> Result<Option<Told>, Error> {
    let (id, key) = match news {
        News::Alert(id) => {
            let Ok(alert) = Alert::load(id, system, tx).await else { return Ok(None) };
            if alert.state != AlertState::Open {
                return Ok(None);
            }
            let spoken = alert.spoken(system, tx).await;
            let spoken = spoken.map_err(|error| Error::other(error.to_string()))?;
            return Ok(Some(of_alert(
                &alert,
                brand,
                &said(&spoken, system, words, tx).await?,
                words,
            )));
        }
        News::Opened(id) => (id, "opened"),
        News::Level(id, _) => (id, "level"),
        News::InRole(id) => (id, "in-role"),
        News::Ended(id) => (id, "ended"),
    };
    // A rehearsal that was removed says nothing any more.
    let Ok(crisis) = Crisis::load(id, system, tx).await else { return Ok(None) };
    let level = words.t(&format!("crisis-level-{}", crisis.level));
    let given = args![
        name => crisis.name.clone(), brand => brand.name.as_str(), level => level
    ];
    let subject = words.tn(&format!("letter-crisis-{key}-subject"), given);
    let mut said = vec![words.tn(&format!("letter-crisis-{key}"), given)];
    let subject = match crisis.rehearsal {
        true => {
            said.insert(0, words.t("letter-crisis-rehearsal"));
            words.tn("letter-crisis-rehearsal-subject", args![name => subject])
        }
        false => subject,
    };
    if matches!(news, News::Opened(_)) {
        let spoken = crisis.spoken(system, tx).await;
        let spoken = spoken.map_err(|error| Error::other(error.to_string()))?;
        let (lines, quote) = self::said(&spoken, system, words, tx).await?;
        said.push(words.tn("letter-crisis-messages", args![count => spoken.total]));
        said.extend(lines);
        return Ok(Some(Told { subject, said, quote, to: format!("crisis/{id}") }));
    }
    let page = if crisis.runs() { "" } else { "/review" };
    Ok(Some(Told { subject, said, quote: String::new(), to: format!("crisis/{id}{page}") }))
}

/// Where and by whom it is said, and the most repeated words.
async fn said(
    spoken: &Spoken,
    system: &Actor,
    words: &Words,
    tx: &mut Tx,
) -> Result<(Vec<String>, String), Error> {
    let channels = Channel::all(system, tx).await;
    let channels = channels.map_err(|error| Error::other(error.to_string()))?;
    let lines = [places(words, spoken, &channels), speakers(words, spoken)];
    let groups = spoken.groups();
    let first = groups.first().and_then(|group| group.said.first());
    let quote = first.map(|said| said.words.clone()).unwrap_or_default();
    Ok((lines.into_iter().filter(|line| !line.is_empty()).collect(), quote))
}

fn of_alert(
    alert: &Alert,
    brand: &Brand,
    (lines, quote): &(Vec<String>, String),
    words: &Words,
) -> Told {
    let given = args![
        count => alert.seen, most => alert.prediction.most, brand => brand.name.as_str(),
        day => words.day(words.local(alert.from).date()),
        from => words.time_of(alert.from), to => words.time_of(alert.to)
    ];
    let key = match alert.span {
        Span::Hour => "crisis-burst-hour",
        Span::Day => "crisis-burst-day",
    };
    let mut said = vec![words.tn("letter-crisis-alert", given), words.tn(key, given)];
    said.extend(lines.iter().cloned());
    said.push(words.t("letter-crisis-alert-what"));
    Told {
        subject: words.tn("letter-crisis-alert-subject", given),
        said,
        quote: quote.clone(),
        to: format!("crisis/alerts/{}", alert.id),
    }
}
