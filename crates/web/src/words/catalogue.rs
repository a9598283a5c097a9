//! The Fluent files, parsed once.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use primitives::Language;
use unic_langid::LanguageIdentifier;

use super::numbers;

/// `(language, area, text)` of each file, for the tests.
#[doc(hidden)]
pub static SOURCES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

type Bundle = FluentBundle<FluentResource>;

static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Fr));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::En));

/// A value given to the words of a key: a text or a number.
#[derive(Debug, Clone)]
pub enum Given {
    /// A text, shown as it is.
    Text(String),
    /// A number: chooses the plural, and is shown as the language writes it.
    Number(f64),
}

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Given::Text(text.to_owned())
    }
}
impl From<String> for Given {
    fn from(text: String) -> Self {
        Given::Text(text)
    }
}
impl From<&String> for Given {
    fn from(text: &String) -> Self {
        Given::Text(text.clone())
    }
}
macro_rules! given_number {
    ($($number:ty),+) => {$(
        impl From<$number> for Given {
            fn from(number: $number) -> Self {
                Given::Number(number as f64)
            }
        }
    )+};
}
given_number!(i32, i64, u8, u16, u32, u64, usize, f64);

pub(super) fn format(language: Language, key: &str, given: &[(&'static str, Given)]) -> String {
    let bundle = bundle_of(language);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, %language, "words are missing");
        return format!("[{key}]");
    };
    let mut args = FluentArgs::with_capacity(given.len());
    for (name, value) in given {
        match value {
            Given::Text(text) => args.set(*name, FluentValue::String(Cow::Borrowed(text))),
            Given::Number(number) => args.set(*name, FluentValue::from(*number)),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, %language, ?errors, "words lack what they speak of");
        return format!("[{key}: {text}]");
    }
    text
}

pub(super) fn has(language: Language, key: &str) -> bool {
    bundle_of(language).has_message(key)
}

fn bundle_of(language: Language) -> &'static Bundle {
    match language {
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    }
}

fn bundle(language: Language) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().expect("our languages have valid tags");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Fr => |value, _| in_language(Language::Fr, value),
        Language::En => |value, _| in_language(Language::En, value),
    }));
    for (of, area, text) in SOURCES {
        if *of != language.tag() {
            continue;
        }
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(area, %language, ?errors, "words are misspelt");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(area, %language, ?errors, "words are there twice");
        }
    }
    bundle
}

fn in_language(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let digits = number.options.minimum_fraction_digits.unwrap_or(0);
            let digits = if number.value.fract() == 0.0 { digits } else { digits.max(1) };
            Some(numbers::decimal(language, number.value, digits))
        }
        _ => None,
    }
}
