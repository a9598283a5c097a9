//! What is wrong with fields that several forms have, in words.

use platform::field::{
    EmailProblem, Name, NameProblem, NotAColour, NotAZone, Password, PasswordProblem,
};
use platform::{NotAllowed, Role};

use super::{Words, args};

/// A problem of a field that can be worded.
pub trait Worded {
    /// What is wrong and what to do.
    fn worded(self, words: &Words) -> String;
}

impl Worded for NameProblem {
    fn worded(self, words: &Words) -> String {
        match self {
            NameProblem::Empty => words.t("field-name-empty"),
            NameProblem::TooLong => words.tn("field-name-too-long", args![most => Name::LONGEST]),
        }
    }
}

impl Worded for EmailProblem {
    fn worded(self, words: &Words) -> String {
        match self {
            EmailProblem::Empty => words.t("field-email-empty"),
            EmailProblem::NotAnAddress => words.t("field-email-not-an-address"),
        }
    }
}

impl Worded for NotAColour {
    fn worded(self, words: &Words) -> String {
        words.t("field-colour-not-one")
    }
}

impl Worded for NotAZone {
    fn worded(self, words: &Words) -> String {
        words.t("field-zone-not-one")
    }
}

impl Worded for PasswordProblem {
    fn worded(self, words: &Words) -> String {
        match self {
            PasswordProblem::TooShort => {
                words.tn("field-password-too-short", args![least => Password::SHORTEST])
            }
            PasswordProblem::TooLong => {
                words.tn("field-password-too-long", args![most => Password::LONGEST])
            }
            PasswordProblem::TooCommon => words.t("field-password-too-common"),
        }
    }
}

impl Worded for NotAllowed {
    fn worded(self, words: &Words) -> String {
        words.t("refusal-not-allowed-title")
    }
}

impl Words {
    /// A role's name.
    pub fn role(&self, role: Role) -> String {
        self.t(&format!("role-{}", role.as_str().replace('_', "-")))
    }

    /// A time zone's options for a menu: those of the IANA list that people live in.
    pub fn zones() -> impl Iterator<Item = (String, String)> {
        let lived_in = |name: &String| {
            name.split_once('/').is_some_and(|(area, _)| {
                !matches!(
                    area,
                    "Etc"
                        | "posix"
                        | "right"
                        | "SystemV"
                        | "US"
                        | "Canada"
                        | "Brazil"
                        | "Mexico"
                        | "Chile"
                )
            })
        };
        let mut names: Vec<String> = jiff::tz::db()
            .available()
            .map(|name| name.as_str().to_owned())
            .filter(lived_in)
            .collect();
        names.push("UTC".to_owned());
        names.into_iter().map(|name| (name.clone(), name.replace('_', " ")))
    }
}
