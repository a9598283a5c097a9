//! Letters in words: what rooms ask to be told, in the language of the person, as text and as
//! HTML. The link of a letter is made when it is written, and only its hash is kept.

mod by_hand;
mod crisis;
mod escalation;
mod feedback;
mod moderation;
mod promise;

use channels::{Channel, ChannelKit};
use database::{Database, Tx};
use jobs::Enqueue;
use maud::{DOCTYPE, Markup, html};
use platform::mail::SendMail;
use platform::{Actor, Brand, Teammate};
use primitives::{Id, Language};
use publishing::Post;
use publishing::approval::{Asked, Request, RequestState, key_of};
use publishing::comment::Comment;
use publishing::letter::Letter;

use crate::words::{Words, args};

/// What letters are written with.
#[derive(Clone)]
pub struct Desk {
    /// The database.
    pub database: Database,
    /// What links begin with.
    pub base_url: String,
    /// Whether a mail server is set; without one nothing is written, and screens show links.
    pub has_server: bool,
}

/// A letter, before it is text and HTML.
struct Sheet {
    to: String,
    subject: String,
    /// Paragraphs, in order.
    said: Vec<String>,
    /// Somebody's own words.
    quote: String,
    /// The post's.
    excerpt: String,
    button: (String, String),
    /// What is said at the foot.
    foot: String,
}

impl Desk {
    /// The desk of a running house.
    pub fn new(kit: &ChannelKit, base_url: String, has_server: bool) -> Self {
        Self { database: kit.database.clone(), base_url, has_server }
    }

    /// Writes a letter and hands it to the post office, unless what it tells is no longer so. A
    /// demonstration writes to nobody.
    ///
    /// # Errors
    /// What the database met.
    pub async fn write(&self, letter: &Letter, brand: Id<Brand>) -> Result<(), database::Error> {
        // Devices are told without a mail server too.
        if !self.has_server && !matches!(letter, Letter::ByHand { .. }) {
            return Ok(());
        }
        let mut tx = self.database.begin().await?;
        let Some((brand, system)) = Brand::for_system(brand, &mut tx).await? else {
            return Ok(());
        };
        if brand.demo {
            return Ok(());
        }
        let sheet = match letter {
            Letter::Asked { request, key, reminder } => {
                self.asked(*request, key, *reminder, &brand, &system, &mut tx).await?
            }
            Letter::Settled { request, fact, to } => {
                self.settled(*request, fact, *to, &brand, &system, &mut tx).await?
            }
            Letter::Commented { comment, to, mentioned } => {
                self.commented(*comment, *to, *mentioned, &brand, &system, &mut tx).await?
            }
            Letter::ByHand { publication, to, why } => {
                let told = by_hand::Told { publication: *publication, to: *to, why: *why };
                self.by_hand(&told, &brand, &system, &mut tx).await?
            }
        };
        if let Some((sheet, language)) = sheet {
            let mail = sheet.mail(&brand, language);
            mail.enqueue(&mut tx, Enqueue::now().brand(brand.id)).await?;
        }
        tx.commit().await
    }

    async fn asked(
        &self,
        id: Id<Request>,
        key: &str,
        reminder: bool,
        brand: &Brand,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<(Sheet, Language)>, database::Error> {
        let Ok(request) = Request::load(id, system, tx).await else { return Ok(None) };
        let awaited = request.awaited().into_iter().find(|asked| asked.key == key).cloned();
        let Some(asked) = awaited else { return Ok(None) };
        let Ok(post) = Post::load(request.post, system, tx).await else { return Ok(None) };
        let language = language_of(&asked, brand, tx).await?;
        let words = words_of(brand, language, tx);
        let asker = match request.asked_by {
            Some(id) => Teammate::by_id(id, tx).await?.map(|teammate| teammate.name.to_string()),
            None => None,
        };
        let asker = asker.unwrap_or_else(|| brand.name.to_string());
        let (_, token) = request.link_for(&asked, tx).await?;
        let networks = networks_of(&post, system, tx).await?;
        let name = brand.name.as_str();
        let key = if reminder { "letter-asked-reminder" } else { "letter-asked-subject" };
        let mut said = vec![
            words.tn("letter-hello", args![name => &asked.name]),
            words.tn("letter-asked", args![name => &asker, brand => name, networks => networks]),
        ];
        match &request.wanted {
            Some(wanted) => {
                said.push(words.tn("letter-asked-when", args![when => words.moment(wanted.at)]));
            }
            None => said.push(words.t("letter-asked-no-time")),
        }
        Ok(Some((
            Sheet {
                to: address(&asked.name, &asked.email),
                subject: words.tn(key, args![name => asker, brand => name]),
                said,
                quote: request.note.clone(),
                excerpt: post.text.clone(),
                button: (
                    words.t("letter-asked-button"),
                    format!("{}/approve/{}", self.base_url, token.reveal()),
                ),
                foot: words.t("letter-asked-foot"),
            },
            language,
        )))
    }

    async fn settled(
        &self,
        id: Id<Request>,
        fact: &str,
        to: Id<Teammate>,
        brand: &Brand,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<(Sheet, Language)>, database::Error> {
        let Ok(request) = Request::load(id, system, tx).await else { return Ok(None) };
        let Ok(post) = Post::load(request.post, system, tx).await else { return Ok(None) };
        let Some(teammate) = Teammate::by_id(to, tx).await? else { return Ok(None) };
        // Who has just agreed or refused knows it already.
        if request.answers.last().is_some_and(|answer| answer.approver == key_of(to)) {
            return Ok(None);
        }
        let words = words_of(brand, teammate.language, tx);
        let fact = fact.replace(['.', '_'], "-");
        let when = request.wanted.as_ref().map(|wanted| words.moment(wanted.at));
        let last = request.answers.last();
        let who = last.map(|answer| answer.name.clone()).unwrap_or_default();
        let quote = last.map(|answer| answer.words.clone()).unwrap_or_default();
        let title =
            crate::areas::posts::shown::headline(&post.text, &words.t("approvals-no-words"));
        let told = words
            .tn(&format!("letter-{fact}"), args![name => who, when => when.unwrap_or_default()]);
        Ok(Some((
            Sheet {
                to: address(teammate.name.as_str(), teammate.email.as_str()),
                subject: words.tn(&format!("letter-{fact}-subject"), args![title => title]),
                said: vec![words.tn("letter-hello", args![name => teammate.name.as_str()]), told],
                quote: if request.state == RequestState::Waiting { String::new() } else { quote },
                excerpt: post.text.clone(),
                button: (
                    words.t("letter-see-post"),
                    format!("{}/b/{}/posts/{}/discussion", self.base_url, brand.slug, post.id),
                ),
                foot: words.t("letter-foot"),
            },
            teammate.language,
        )))
    }

    async fn commented(
        &self,
        id: Id<Comment>,
        to: Id<Teammate>,
        mentioned: bool,
        brand: &Brand,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<(Sheet, Language)>, database::Error> {
        let Ok(comment) = Comment::load(id, system, tx).await else { return Ok(None) };
        let Ok(post) = Post::load(comment.post, system, tx).await else { return Ok(None) };
        let Some(teammate) = Teammate::by_id(to, tx).await? else { return Ok(None) };
        let words = words_of(brand, teammate.language, tx);
        let key = if mentioned { "letter-mentioned" } else { "letter-commented" };
        let told = words.tn(key, args![name => &comment.name, brand => brand.name.as_str()]);
        Ok(Some((
            Sheet {
                to: address(teammate.name.as_str(), teammate.email.as_str()),
                subject: told.trim_end_matches([':', ' ', '\u{a0}']).to_owned(),
                said: vec![words.tn("letter-hello", args![name => teammate.name.as_str()]), told],
                quote: comment.words.clone(),
                excerpt: post.text.clone(),
                button: (
                    words.t("letter-answer"),
                    format!(
                        "{}/b/{}/posts/{}/discussion#c-{}",
                        self.base_url, brand.slug, post.id, comment.id
                    ),
                ),
                foot: words.t("letter-foot"),
            },
            teammate.language,
        )))
    }
}

async fn language_of(
    asked: &Asked,
    brand: &Brand,
    tx: &mut Tx,
) -> Result<Language, database::Error> {
    let known = match asked.teammate {
        Some(id) => Teammate::by_id(id, tx).await?,
        None => None,
    };
    Ok(known.map_or(brand.language, |teammate| teammate.language))
}

fn words_of(brand: &Brand, language: Language, tx: &Tx) -> Words {
    Words::new(language).in_zone(brand.zone.time_zone()).at(tx.now())
}

async fn networks_of(post: &Post, system: &Actor, tx: &mut Tx) -> Result<String, database::Error> {
    let mut names = Vec::new();
    for variant in &post.variants {
        if let Ok(channel) = Channel::load(variant.channel, system, tx).await {
            names.push(channel.network_name);
        }
    }
    Ok(names.join(", "))
}

/// `Name <address>`, the name without what would end it.
fn address(name: &str, email: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’'))
        .collect();
    let plain = plain.trim();
    if plain.is_empty() { email.to_owned() } else { format!("\"{plain}\" <{email}>") }
}

impl Sheet {
    fn mail(&self, brand: &Brand, language: Language) -> SendMail {
        SendMail {
            to: self.to.clone(),
            subject: self.subject.clone(),
            text: self.text(brand),
            html: Some(self.html(brand, language).into_string()),
            reply_to: None,
            message_id: None,
        }
    }

    fn text(&self, brand: &Brand) -> String {
        let mut parts = self.said.clone();
        let quoted = |text: &str| {
            text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")
        };
        if !self.quote.is_empty() {
            parts.push(quoted(&self.quote));
        }
        if !self.excerpt.is_empty() {
            parts.push(format!("—\n{}\n—", self.excerpt.trim()));
        }
        parts.push(format!("{}\n{}", self.button.0, self.button.1));
        parts.push(self.foot.clone());
        parts.push(brand.name.to_string());
        parts.join("\n\n")
    }

    /// A page of its own: letters know no style sheet of ours, and letter programs keep only
    /// styles written on elements.
    fn html(&self, brand: &Brand, language: Language) -> Markup {
        let colour = brand.colour.as_str();
        let bar = format!(
            "border-top:6px solid {colour};padding:24px;max-width:560px;margin:0 auto;background:#ffffff;color:#1f1a17;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"
        );
        let button = "display:inline-block;padding:12px 20px;border-radius:8px;background:#1f1a17;color:#ffffff;text-decoration:none;font-weight:600";
        let quote = format!(
            "margin:16px 0;padding:8px 16px;border-left:3px solid {colour};white-space:pre-wrap"
        );
        html! {
            (DOCTYPE)
            html lang=(language.tag()) {
                head { meta charset="utf-8"; meta name="viewport" content="width=device-width"; title { (self.subject) } }
                body style="margin:0;padding:16px;background:#f4f1ee" {
                    div style=(bar) {
                        p style="margin:0 0 16px;font-weight:700" { (brand.name) }
                        @for said in &self.said { p style="margin:0 0 12px" { (said) } }
                        @if !self.quote.is_empty() { blockquote style=(quote) { (self.quote) } }
                        @if !self.excerpt.is_empty() {
                            div style="margin:16px 0;padding:16px;background:#f4f1ee;border-radius:8px;white-space:pre-wrap" { (self.excerpt.trim()) }
                        }
                        p style="margin:24px 0" { a href=(self.button.1) style=(button) { (self.button.0) } }
                        p style="margin:0;font-size:13px;color:#6b625b" { (self.foot) }
                    }
                }
            }
        }
    }
}
