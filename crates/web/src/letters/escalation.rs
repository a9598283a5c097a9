//! Letters about questions handed to those who know.

use conversations::Conversation;
use conversations::escalation::by_mail::LINE;
use conversations::escalation::{
    Asked, AskedState, Escalation, EscalationLetter, EscalationState, Why,
};
use database::{Error, Tx};
use jobs::Enqueue;
use platform::{Actor, Brand, Teammate};
use primitives::{Id, Language};

use super::{Desk, Sheet, address, words_of};
use crate::words::{Words, args};

impl Desk {
    /// Writes a letter about a question, unless it says nothing any more.
    ///
    /// # Errors
    /// What the database met.
    pub async fn write_escalation(
        &self,
        letter: &EscalationLetter,
        brand: Id<Brand>,
    ) -> Result<(), Error> {
        if !self.has_server {
            return Ok(());
        }
        let mut tx = self.database.begin().await?;
        let Some((brand, system)) = Brand::for_system(brand, &mut tx).await? else {
            return Ok(());
        };
        if brand.demo {
            return Ok(());
        }
        match letter {
            EscalationLetter::ToAsked { escalation, asked, why } => {
                let to = (*escalation, *asked);
                self.to_asked(to, *why, &brand, &system, &mut tx).await?;
            }
            EscalationLetter::Late { escalation, to } => {
                self.late(*escalation, *to, &brand, &system, &mut tx).await?;
            }
        }
        tx.commit().await
    }

    async fn to_asked(
        &self,
        (id, asked): (Id<Escalation>, Id<Asked>),
        why: Why,
        brand: &Brand,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<(), Error> {
        let Ok(escalation) = Escalation::load(id, system, tx).await else { return Ok(()) };
        let Some(asked) = escalation.of_asked(asked).cloned() else { return Ok(()) };
        if !is_due(why, &escalation, &asked) {
            return Ok(());
        }
        let words = words_of(brand, asked.language, tx);
        let sheet = self.sheet(&escalation, &asked, why, brand, system, &words, tx).await?;
        let mut mail = sheet.mail(brand, asked.language);
        let reply_to = conversations::escalation::by_mail::reply_address(brand.id, tx).await?;
        if let Some(reply_to) = reply_to.filter(|_| why != Why::Withdrawn) {
            let token = escalation.mail_token_for(&asked, tx).await?;
            let line = words.tn("letter-escalation-line", args![line => LINE]);
            mail.text = format!("{line}\n\n{}\n\n{token}", mail.text);
            mail.html = mail.html.map(|html| with_line(&html, &line, &token));
            mail.message_id = Some(format!("{token}@{}", host(&self.base_url)));
            mail.reply_to = Some(reply_to);
        }
        mail.enqueue(tx, Enqueue::now().brand(brand.id)).await
    }

    #[expect(clippy::too_many_arguments, reason = "what one letter is made of")]
    async fn sheet(
        &self,
        escalation: &Escalation,
        asked: &Asked,
        why: Why,
        brand: &Brand,
        system: &Actor,
        words: &Words,
        tx: &mut Tx,
    ) -> Result<Sheet, Error> {
        let key = key_of(why);
        let name = brand.name.as_str();
        let when = words.moment(escalation.due_at);
        let asker = match escalation.asked_by {
            Some(id) => Teammate::by_id(id, tx).await?.map(|teammate| teammate.name.to_string()),
            None => None,
        };
        let asker = asker.unwrap_or_else(|| name.to_owned());
        let given = args![name => asker, brand => name, when => when, who => asked.name.as_str()];
        let (button, excerpt) = if why == Why::Withdrawn {
            let site = (name.to_owned(), self.base_url.clone());
            (site, String::new())
        } else {
            let (_, secret) = escalation.link_for(asked, tx).await?;
            let link = format!("{}/escalation/{}", self.base_url, secret.reveal());
            let shown = escalation.shown(tx).await?;
            let said = shown.messages.iter().rev().find(|message| message.person.is_some());
            (
                (words.t("letter-escalation-button"), link),
                said.map(|message| message.text.clone()).unwrap_or_default(),
            )
        };
        // Who has an account of the brand's finds it there too; what matters is the link.
        let _ = system;
        let same = excerpt.trim() == escalation.question.trim();
        Ok(Sheet {
            to: address(&asked.name, &asked.email),
            subject: words.tn(&format!("letter-escalation-{key}-subject"), given),
            said: vec![
                words.tn("letter-hello", args![name => asked.name.as_str()]),
                words.tn(&format!("letter-escalation-{key}"), given),
            ],
            quote: escalation.question.clone(),
            excerpt: if same { String::new() } else { excerpt },
            button,
            foot: words.t(match why {
                Why::Withdrawn => "letter-escalation-foot-over",
                _ => "letter-escalation-foot",
            }),
        })
    }

    async fn late(
        &self,
        id: Id<Escalation>,
        to: Id<Teammate>,
        brand: &Brand,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<(), Error> {
        let Ok(escalation) = Escalation::load(id, system, tx).await else { return Ok(()) };
        if !escalation.is_late(tx.now()) {
            return Ok(());
        }
        let Some(teammate) = Teammate::by_id(to, tx).await? else { return Ok(()) };
        let words = words_of(brand, teammate.language, tx);
        let loaded = Conversation::load(escalation.conversation, system, tx).await;
        let Ok(conversation) = loaded else { return Ok(()) };
        let person = conversation.person(tx).await?.map(|person| person.name);
        let person = person.unwrap_or_else(|| words.t("inbox-someone"));
        let awaited = escalation.asked.iter().filter(|asked| asked.state == AskedState::Waiting);
        let names: Vec<&str> = awaited.map(|asked| asked.name.as_str()).collect();
        let names = names.join(", ");
        let given = args![name => person, who => names, when => words.moment(escalation.due_at)];
        let sheet = Sheet {
            to: address(teammate.name.as_str(), teammate.email.as_str()),
            subject: words.tn("letter-escalation-late-team-subject", given),
            said: vec![
                words.tn("letter-hello", args![name => teammate.name.as_str()]),
                words.tn("letter-escalation-late-team", given),
            ],
            quote: escalation.question.clone(),
            excerpt: String::new(),
            button: (
                words.t("letter-escalation-see"),
                format!("{}/b/{}/escalations/{}", self.base_url, brand.slug, escalation.id),
            ),
            foot: words.t("letter-escalation-foot-team"),
        };
        let language: Language = teammate.language;
        sheet.mail(brand, language).enqueue(tx, Enqueue::now().brand(brand.id)).await
    }
}

/// Whether the letter still says something.
fn is_due(why: Why, escalation: &Escalation, asked: &Asked) -> bool {
    let open = escalation.state.is_open();
    match why {
        Why::Withdrawn => asked.state == AskedState::Withdrawn,
        Why::Link => {
            open && matches!(
                asked.state,
                AskedState::Waiting | AskedState::More | AskedState::Answered
            )
        }
        Why::Asked | Why::Reminder | Why::Late | Why::Completed | Why::Extended => {
            open && asked.state == AskedState::Waiting
                && escalation.state != EscalationState::Withdrawn
        }
    }
}

fn key_of(why: Why) -> &'static str {
    match why {
        Why::Asked => "asked",
        Why::Reminder => "reminder",
        Why::Late => "late",
        Why::Completed => "completed",
        Why::Extended => "extended",
        Why::Withdrawn => "withdrawn",
        Why::Link => "link",
    }
}

/// The line above which one writes, first in the letter, and the token at its foot: what mail
/// programs quote.
fn with_line(html: &str, line: &str, token: &str) -> String {
    use maud::html;
    let style = "margin:0 0 16px;font-size:13px;color:#6b625b";
    let line = html! { p style=(style) { (line) } }.into_string();
    let foot = html! { p style="margin:16px 0 0;font-size:11px;color:#6b625b" { (token) } };
    let foot = foot.into_string();
    let html = match html.find("<p ") {
        Some(at) => format!("{}{line}{}", &html[..at], &html[at..]),
        None => html.to_owned(),
    };
    match html.rfind("</div></body>") {
        Some(at) => format!("{}{foot}{}", &html[..at], &html[at..]),
        None => html,
    }
}

/// What ids of letters end with.
fn host(base_url: &str) -> String {
    let host = url::Url::parse(base_url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| "parvis.invalid".to_owned())
}
