//! The form of a decision: read, shown, refused beside its fields.

use channels::Act;
use conversations::moderation::{
    Clause, Decision, Law, NewGround, NewRuling, NewSanction, RulingError, SanctionKind,
};
use database::Tx;
use maud::{Markup, html};

use crate::parts::{Field, Select, check};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

/// How long sanctions last, in days; nothing for those without end.
const DAYS: [&str; 6] = ["1", "7", "30", "90", "365", ""];

/// The grounds that one may choose among: `(value, words)`.
pub fn grounds(words: &Words, clauses: &[Clause]) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), words.t("moderation-ground-choose"))];
    for clause in clauses {
        let (title, _) = clause.says.said_in(words.language());
        let line = words.tn(
            "moderation-ground-clause",
            args![number => clause.number.to_string(), title => title],
        );
        all.push((format!("clause:{}", clause.id), line));
    }
    for law in Law::ALL {
        all.push((format!("law:{law}"), words.t(&format!("moderation-law-{law}"))));
    }
    all
}

/// The clauses that grounds may cite.
pub async fn clauses(here: &InBrand, tx: &mut Tx) -> Result<Vec<Clause>, Refusal> {
    Ok(Clause::all(&here.actor, tx).await?)
}

/// The ground that a form names.
pub fn ground(form: &Form) -> Option<NewGround> {
    let (kind, what) = form.get("ground").split_once(':')?;
    match kind {
        "clause" => Some(NewGround::Clause { clause: what.parse().ok()? }),
        _ => Some(NewGround::Law {
            law: what.parse().ok()?,
            words: form.get("ground_words").to_owned(),
        }),
    }
}

/// How a form shows a ground.
pub fn with_ground(form: Form, ground: Option<&NewGround>) -> Form {
    match ground {
        Some(NewGround::Clause { clause }) => form.with("ground", format!("clause:{clause}")),
        Some(NewGround::Law { law, words }) => {
            form.with("ground", format!("law:{law}")).with("ground_words", words.clone())
        }
        None => form,
    }
}

/// What the form decides.
pub fn read(form: &Form) -> NewRuling {
    let kind: Option<SanctionKind> = form.get("sanction").parse().ok();
    let sanction = kind.map(|kind| NewSanction { kind, days: form.get("days").parse().ok() });
    NewRuling {
        decision: form.get("decision").parse().unwrap_or(Decision::Keep),
        sanction,
        ground: ground(form),
        reason: form.get("reason").to_owned(),
        resolves: form.has("resolves"),
    }
}

/// Refuses a form that decides nothing: keeping is a decision too.
pub fn must_decide(form: &mut Form, words: &Words) -> bool {
    let decided = form.get("decision").parse::<Decision>().is_ok();
    if !decided {
        form.refuse("decision", words.t("moderation-no-decision"));
    }
    decided
}

/// Puts what a decision refuses beside its field.
pub fn refuse(form: &mut Form, error: RulingError, words: &Words) -> Result<(), Refusal> {
    let (field, key) = match error {
        RulingError::NoGround => ("ground", "moderation-no-ground"),
        RulingError::NoReason => ("reason", "moderation-no-reason"),
        RulingError::TooLong => ("reason", "moderation-too-long"),
        RulingError::NotOffered => ("decision", "moderation-not-offered"),
        RulingError::BadSanction => ("sanction", "moderation-bad-sanction"),
        RulingError::ChannelGone => ("decision", "moderation-channel-gone"),
        error => return Err(error.into()),
    };
    form.refuse(field, words.t(key));
    Ok(())
}

/// The ground and the reason, as decisions and rules ask for them.
pub fn ground_fields(frame: &Frame, form: &Form, grounds: &[(String, String)]) -> Markup {
    let words = &frame.words;
    html! {
        (Select::new(form, "ground", &words.t("moderation-field-ground"), grounds.to_vec()).hint(words.t("moderation-field-ground-hint")))
        (Field::new(form, "ground_words", &words.t("moderation-field-ground-words")).with("maxlength", "300"))
        (Field::new(form, "reason", &words.t("moderation-field-reason")).lines(3).with("maxlength", "2000").hint(words.t("moderation-field-reason-hint")))
    }
}

/// The fields of a decision; `offers` is what the network does with the message.
pub fn fields(frame: &Frame, form: &Form, grounds: &[(String, String)], offers: &[Act]) -> Markup {
    let words = &frame.words;
    let decision = |value: &str, key: &str| {
        html! {
            label.choice {
                input type="radio" name="decision" value=(value) data-key=(key) checked[form.get("decision") == value];
                span { span.choice-title { (words.t(&format!("moderation-decide-{value}"))) } span.hint { (words.t(&format!("moderation-decide-{value}-hint"))) } }
            }
        }
    };
    let kinds = SanctionKind::ALL.iter();
    let kinds =
        kinds.map(|kind| (kind.to_string(), words.t(&format!("moderation-sanction-{kind}"))));
    let none = (String::new(), words.t("moderation-sanction-none"));
    let kinds: Vec<_> = std::iter::once(none).chain(kinds).collect();
    let days = DAYS.map(|days| match days.parse::<i64>() {
        Ok(count) => (days.to_owned(), words.tn("moderation-days", args![count => count])),
        Err(_) => (String::new(), words.t("moderation-no-end")),
    });
    html! {
        fieldset.fieldset {
            legend { (words.t("moderation-field-decision")) }
            div.choices {
                (decision("keep", "o"))
                @if offers.contains(&Act::Hide) { (decision("hide", "h")) }
                @if offers.contains(&Act::Delete) { (decision("delete", "d")) }
            }
            @if !offers.contains(&Act::Hide) || !offers.contains(&Act::Delete) {
                p.hint { (words.t(match (offers.contains(&Act::Hide), offers.contains(&Act::Delete)) {
                    (true, _) => "moderation-offers-no-delete",
                    (false, true) => "moderation-offers-no-hide",
                    (false, false) => "moderation-offers-neither",
                })) }
            }
            @if let Some(error) = form.error("decision") { p.error { (error) } }
        }
        (ground_fields(frame, form, grounds))
        fieldset.fieldset {
            legend { (words.t("moderation-field-author")) }
            div.fields-inline {
                (Select::new(form, "sanction", &words.t("moderation-field-sanction"), kinds))
                (Select::new(form, "days", &words.t("moderation-field-days"), days))
            }
        }
        (check(form, "resolves", "on", &words.t("moderation-field-resolves")))
    }
}
