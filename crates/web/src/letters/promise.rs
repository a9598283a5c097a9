//! Letters about answers that are promised: before their end, and after it.

use conversations::Conversation;
use conversations::promise::PromiseLetter;
use database::Error;
use jobs::Enqueue;
use platform::{Brand, Teammate};
use primitives::Id;

use super::{Desk, Sheet, address, words_of};
use crate::words::args;

impl Desk {
    /// Writes a letter about a promise, unless it was kept meanwhile.
    ///
    /// # Errors
    /// What the database met.
    pub async fn write_promise(
        &self,
        letter: &PromiseLetter,
        brand: Id<Brand>,
    ) -> Result<(), Error> {
        if !self.has_server {
            return Ok(());
        }
        let mut tx = self.database.begin().await?;
        let Some((brand, system)) = Brand::for_system(brand, &mut tx).await? else {
            return Ok(());
        };
        let loaded = Conversation::load(letter.conversation, &system, &mut tx).await;
        let Ok(conversation) = loaded else { return Ok(()) };
        let Some(teammate) = Teammate::by_id(letter.to, &mut tx).await? else { return Ok(()) };
        let promised = conversation.promised.filter(|promised| promised.kind == letter.kind);
        let Some(promised) = promised else { return Ok(()) };
        let words = words_of(&brand, teammate.language, &tx);
        let person = conversation.person(&mut tx).await?.map(|person| person.name);
        let person = person.unwrap_or_else(|| words.t("inbox-someone"));
        let when = words.moment(promised.due_at);
        let fact = if letter.late { "late" } else { "at-risk" };
        let kind = letter.kind.as_str();
        let sheet = Sheet {
            to: address(teammate.name.as_str(), teammate.email.as_str()),
            subject: words.tn(
                &format!("letter-promise-{fact}-subject"),
                args![name => person.clone(), when => when.clone()],
            ),
            said: vec![
                words.tn("letter-hello", args![name => teammate.name.as_str()]),
                words.tn(
                    &format!("letter-promise-{fact}-{kind}"),
                    args![name => person, when => when, brand => brand.name.as_str()],
                ),
            ],
            quote: conversation.preview.clone(),
            excerpt: String::new(),
            button: (
                words.t("letter-promise-button"),
                format!("{}/b/{}/inbox/{}", self.base_url, brand.slug, conversation.id),
            ),
            foot: words.t("letter-promise-foot"),
        };
        let mail = sheet.mail(&brand, teammate.language);
        mail.enqueue(&mut tx, Enqueue::now().brand(brand.id)).await?;
        tx.commit().await
    }
}
