//! What is wrong with a rule, in words.

use conversations::moderation::{PatternError, RuleError};

use crate::words::{Words, args};
use crate::{Form, Refusal};

/// Puts what a rule refuses beside its field.
pub fn refuse(form: &mut Form, error: RuleError, words: &Words) -> Result<(), Refusal> {
    use RuleError as E;
    let (field, said) = match error {
        E::BadName => ("name", words.t("moderation-rule-bad-name")),
        E::NoCondition => ("words", words.t("moderation-rule-no-condition")),
        E::NoAction => ("label", words.t("moderation-rule-no-action")),
        E::Pattern(error) => ("pattern", pattern_words(words, error)),
        E::Words => ("words", words.t("moderation-rule-words")),
        E::Host(host) => ("hosts", words.tn("moderation-rule-host", args![host => host])),
        E::Number("sure") => ("harm_sure", words.t("moderation-rule-sure")),
        E::Number("rulings") => ("rulings", words.t("moderation-rule-number")),
        E::Number("flood") => ("flood", words.t("moderation-rule-number")),
        E::Number(_) => ("regular", words.t("moderation-rule-number")),
        E::Time => ("from", words.t("moderation-rule-time")),
        E::NoGround => ("ground", words.t("moderation-rule-no-ground")),
        E::TooLong => ("reason", words.t("moderation-too-long")),
        E::TooMany => ("name", words.t("moderation-rule-too-many")),
        E::Unknown("ground") => ("ground", words.t("moderation-no-ground")),
        E::Unknown(_) | E::Choice(_) | E::Twice => ("name", words.t("moderation-rule-unknown")),
        error => return Err(error.into()),
    };
    form.refuse(field, said);
    Ok(())
}

/// What is wrong with a pattern, in words.
fn pattern_words(words: &Words, error: PatternError) -> String {
    use PatternError as P;
    let (key, at) = match error {
        P::Empty => return words.t("moderation-pattern-empty"),
        P::TooLarge => return words.t("moderation-pattern-too-large"),
        P::Unclosed(at) => ("unclosed", at),
        P::Unopened(at) => ("unopened", at),
        P::NothingRepeated(at) => ("nothing-repeated", at),
        P::BadRepetition(at) => ("bad-repetition", at),
        P::BadEscape(at) => ("bad-escape", at),
        P::NotOffered(at) => ("not-offered", at),
        P::BadClass(at) => ("bad-class", at),
        P::Other(at) => ("other", at),
    };
    words.tn(&format!("moderation-pattern-{key}"), args![at => at])
}
