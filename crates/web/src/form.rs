//! Forms: what was sent, what is wrong with it, and the same again for the person to correct.
//!
//! A handler takes [`Form`], reads its fields, notes what is wrong beside each with
//! [`Form::refuse`], and where something is wrong shows the page again with the form as it came
//! (status 422): nothing typed is lost.

use axum::extract::{FromRequest, Request};
use bytes::Bytes;
use primitives::LONGEST_TEXT;

use crate::{House, Refusal};

/// A form as it came, or as it is first shown.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    errors: Vec<(&'static str, String)>,
}

impl Form {
    /// Nothing filled in.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Filled in with what is known.
    pub fn filled<const N: usize>(fields: [(&str, &str); N]) -> Self {
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self { fields: fields.into(), errors: Vec::new() }
    }

    /// The same, with one more field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.fields.push((name.to_owned(), value.into()));
        self
    }

    /// Reads a form's body.
    ///
    /// # Errors
    /// [`Refusal::NotText`] for bytes that are no UTF-8 or hold a NUL, [`Refusal::TooLarge`] for
    /// a field beyond [`LONGEST_TEXT`].
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let mut fields = Vec::new();
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = decode(halves.next().unwrap_or_default())?;
            let value = decode(halves.next().unwrap_or_default())?;
            if value.len() > LONGEST_TEXT {
                return Err(Refusal::TooLarge);
            }
            fields.push((name, value));
        }
        Ok(Self { fields, errors: Vec::new() })
    }

    /// A field as it was typed, with its line ends as `\n`; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field that may be sent several times, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every field, in order: for forms whose fields depend on what the brand has.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether a box was ticked, or a button of that name pressed.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// Whether that choice of a field was made.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|sent| sent == value)
    }

    /// Notes what is wrong with a field, in the person's words; an empty name is for the whole.
    pub fn refuse(&mut self, name: &'static str, words: impl Into<String>) {
        self.errors.push((name, words.into()));
    }

    /// Keeps what was read, or notes what is wrong with it.
    pub fn check<T, E>(
        &mut self,
        name: &'static str,
        read: Result<T, E>,
        words: impl FnOnce(E) -> String,
    ) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(name, words(error));
                None
            }
        }
    }

    /// What is wrong with a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(known, _)| *known == name).map(|(_, words)| words.as_str())
    }

    /// Whether something is wrong.
    pub fn is_refused(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The same without what must not come back: passwords and codes.
    #[must_use]
    pub fn without(mut self, names: &[&str]) -> Self {
        self.fields.retain(|(name, _)| !names.contains(&name.as_str()));
        self
    }
}

impl FromRequest<House> for Form {
    type Rejection = Refusal;

    async fn from_request(request: Request, house: &House) -> Result<Self, Refusal> {
        let body = Bytes::from_request(request, house).await.map_err(|_| Refusal::TooLarge)?;
        Self::read(&body)
    }
}

/// `+` and `%xx` undone; line ends as `\n`.
fn decode(text: &[u8]) -> Result<String, Refusal> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let escaped = || Some(hex(text.get(at + 1)?)? * 16 + hex(text.get(at + 2)?)?);
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match escaped() {
                Some(byte) => {
                    bytes.push(byte);
                    at += 2;
                }
                None => bytes.push(b'%'),
            },
            byte => bytes.push(*byte),
        }
        at += 1;
    }
    let text = String::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    if text.contains('\0') {
        return Err(Refusal::NotText);
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n") } else { text })
}

fn hex(digit: &u8) -> Option<u8> {
    char::from(*digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        let form =
            Form::read(b"name=Le+Fournil&note=a%0D%0Ab%C3%A9&odd=100%&to=a&to=b&empty").unwrap();
        assert_eq!(form.get("name"), "Le Fournil");
        assert_eq!(form.get("note"), "a\nbé");
        assert_eq!(form.get("odd"), "100%");
        assert_eq!(form.all("to").collect::<Vec<_>>(), ["a", "b"]);
        assert!(form.has("empty") && !form.has("other"));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(Form::read(b"name=%FF%FE").unwrap_err(), Refusal::NotText);
        assert_eq!(Form::read(b"name=a%00b").unwrap_err(), Refusal::NotText);
    }
}
