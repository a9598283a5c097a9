//! Answers that come as replies to the letter.
//!
//! The letter's own id carries a token, which mail programs give back in `In-Reply-To` and
//! `References`; it stands at the letter's foot too, which most quote. The token only serves to
//! answer: it opens no page. Whoever reads mail asks [`token_in`] before anything else, and hands
//! the letter over with [`answer_by_mail`]; automatic letters (`Auto-Submitted`, `Precedence`)
//! are not to be handed over.

use channels::Channel;
use database::{Error, Tx};
use platform::link::Link;
use platform::{Actor, Brand, Secret};
use primitives::Id;

use super::answer::{self, Given};
use super::guest::of_asked;
use super::{Asked, Escalation, EscalationError, Via};
use crate::typed;

/// What tokens of letters are made for.
const PURPOSE: &str = "escalation_mail";
/// What tokens begin with.
const MARK: &str = "esc-";
/// How long a secret is, in characters.
const LENGTH: usize = 43;
/// The line of the letter above which one writes.
pub const LINE: &str = "#-#-#-#-#";

/// The token of a letter, as it came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailToken(Secret);

/// What became of a letter that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is their answer, or the correction of it.
    Answered(Id<Escalation>),
    /// It was over; what they wrote is kept in its course, and told.
    After(Id<Escalation>),
    /// Nothing is written above the line.
    Empty(Id<Escalation>),
}

/// The token in the headers of a letter (`In-Reply-To`, `References`, `To`, `Cc`, `Subject`), or
/// in its text, in that order of trust.
pub fn token_in<'t>(places: impl IntoIterator<Item = &'t str>) -> Option<MailToken> {
    places.into_iter().find_map(|text| {
        text.match_indices(MARK).find_map(|(at, _)| {
            let token = text.get(at + MARK.len()..at + MARK.len() + LENGTH)?;
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            token.chars().all(plain).then(|| MailToken(Secret::received(token)))
        })
    })
}

/// Takes a letter as the answer that it is; `None` when the token is nobody's, or too old: the
/// letter is then one like any other. What is quoted under the letter's line is left out, and the
/// whole is kept beside it.
///
/// # Errors
/// What the database met.
pub async fn answer_by_mail(
    token: &MailToken,
    from: &str,
    text: &str,
    tx: &mut Tx,
) -> Result<Option<Taken>, Error> {
    let Some(link) = Link::open(PURPOSE, &token.0, tx).await? else { return Ok(None) };
    let Some(id) = link.subject.id else { return Ok(None) };
    let Some((escalation, asked)) = of_asked(link.brand, id.cast(), tx).await? else {
        return Ok(None);
    };
    let words = written(text);
    if words.is_empty() {
        return Ok(Some(Taken::Empty(escalation.id)));
    }
    let whole = typed::words(text);
    let other = !asked.email.eq_ignore_ascii_case(from.trim());
    let words: String = words.chars().take(super::LONGEST_ANSWER).collect();
    let given = Given {
        letter: (whole != words).then_some(whole),
        words: words.clone(),
        via: Via::Mail,
        from: other.then(|| from.trim().to_owned()),
    };
    let system = Actor::system(escalation.brand);
    match answer::answer(escalation.id, asked.id, given, &system, tx).await {
        Ok(()) => Ok(Some(Taken::Answered(escalation.id))),
        Err(EscalationError::Over) => {
            answer::after(&escalation, &asked, &words, tx).await?;
            Ok(Some(Taken::After(escalation.id)))
        }
        Err(EscalationError::Database(error)) => Err(error),
        Err(error) => Err(Error::other(error.to_string())),
    }
}

/// Where answers to the brand's letters are read, if it has a mailbox among its channels.
///
/// # Errors
/// What the database met.
pub async fn reply_address(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<String>, Error> {
    Channel::letter_box(brand, tx).await
}

impl Escalation {
    /// Makes the token that a letter to them carries, as it stands in the letter's id: `esc-…`.
    ///
    /// # Errors
    /// What the database met.
    pub async fn mail_token_for(&self, asked: &Asked, tx: &mut Tx) -> Result<String, Error> {
        let (_, secret) = self.link(PURPOSE, asked, tx).await?;
        Ok(format!("{MARK}{}", secret.reveal()))
    }
}

/// What they wrote: above our line, without the quoted lines that lead to it, and without a
/// signature under its usual mark.
fn written(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\0', "");
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.contains(LINE) || line == "-- " {
            break;
        }
        lines.push(line);
    }
    // Quoted lines, and the one that says whom they quote, only go when they come last.
    let quoted = |line: &str| line.trim_start().starts_with('>');
    let cut = text.contains(LINE) || lines.iter().any(|line| quoted(line));
    while cut && lines.last().is_some_and(|line| quoted(line) || line.trim().is_empty()) {
        lines.pop();
    }
    if cut && lines.last().is_some_and(|line| attributes(line)) {
        lines.pop();
        // It may run over two lines.
        if lines
            .last()
            .is_some_and(|line| line.contains('@') || line.trim_start().starts_with("Le "))
        {
            lines.pop();
        }
    }
    lines.join("\n").trim().to_owned()
}

/// « Le lun. 23 nov. 2026 à 10:02, Le Fournil <…> a écrit : »
fn attributes(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(':') && (line.contains('@') || line.contains("écrit") || line.contains("wrote"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_above_the_line_is_the_answer() {
        let text = "Oui, sans sésame.\r\n\r\nAnna\r\n\r\nLe lun. 23 nov. 2026 à 10:02, Le Fournil <a@b.fr> a écrit :\r\n> #-#-#-#-# Répondez au-dessus\r\n> Bonjour";
        assert_eq!(written(text), "Oui, sans sésame.\n\nAnna");
        assert_eq!(written("Oui.\n-- \nAnna, allergologue"), "Oui.");
        assert_eq!(written("Rien n’est cité : tout reste"), "Rien n’est cité : tout reste");
        let inline = "> Du sésame ?\nNon.\n> Des noix ?\nOui.";
        assert_eq!(written(inline), inline);
    }

    #[test]
    fn the_token_is_found_where_mail_programs_give_it_back() {
        let token = "A".repeat(LENGTH);
        let header = format!("<esc-{token}@parvis.test>");
        let found = token_in(["Re: question", header.as_str()]);
        assert_eq!(found, Some(MailToken(Secret::received(token))));
        assert_eq!(token_in(["esc-trop-court", ""]), None);
    }
}
