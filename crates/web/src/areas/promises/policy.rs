//! One policy: to whom, what, and in which hours.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::Priority;
use conversations::promise::{NewPolicy, Policy, PolicyError};
use jiff::SignedDuration;
use maud::{Markup, Render, html};
use platform::Right;
use primitives::Id;

use super::policies::problem;
use super::shown::Named;
use crate::parts::{
    Field, Select, crumbs, csrf, error_summary, one_button, page_header_under, submit, switch,
};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The three delays, by field.
const DELAYS: [&str; 3] = ["first", "next", "resolution"];

/// Shows one.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Policy>)>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    let policy = Policy::one(id, &here.actor, &mut tx).await?;
    let named = Named::load(&here, &mut tx).await?;
    let (name, form) = (policy.says.name.clone(), form_of(&policy.says));
    Ok(here.show(&PolicyPage { id: id.to_string(), name, form, named }))
}

/// Changes it.
pub async fn post(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Policy>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    if let Some(new) = read(&mut form, &words) {
        let mut tx = here.begin().await?;
        match Policy::change(id, new, &here.actor, &mut tx).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(here
                    .go("settings/promises")
                    .saying("promises-policy-changed")
                    .into_response());
            }
            Err(error) => refuse(&mut form, error, &words)?,
        }
    }
    let mut tx = here.read().await?;
    let policy = Policy::one(id, &here.actor, &mut tx).await?;
    let named = Named::load(&here, &mut tx).await?;
    let name = policy.says.name;
    Ok(here.refused(&PolicyPage { id: id.to_string(), name, form, named }))
}

/// Takes it away.
pub async fn remove(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Policy>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Policy::remove(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/promises").saying("promises-policy-removed").into_response())
}

/// Tries it before the one above.
pub async fn earlier(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Policy>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Policy::shift(id, true, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/promises").into_response())
}

/// A number of hours as fields write it: `1.5`, `0.25`.
pub fn hours_text(duration: SignedDuration) -> String {
    let minutes = duration.as_secs() / 60;
    let (hours, rest) = (minutes / 60, minutes % 60);
    let hundredths = rest * 100 / 60;
    match hundredths {
        0 => hours.to_string(),
        _ => format!("{hours}.{hundredths:02}").trim_end_matches('0').to_owned(),
    }
}

/// Reads a number of hours, with a point or a comma; rounded to the minute.
pub fn read_hours(text: &str) -> Result<SignedDuration, ()> {
    let hours: f64 = text.trim().replace(',', ".").parse().map_err(|_| ())?;
    if !(0.0..=100_000.0).contains(&hours) {
        return Err(());
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked just above")]
    Ok(SignedDuration::from_mins((hours * 60.0).round() as i64))
}

/// The form of what a policy says.
pub fn form_of(policy: &NewPolicy) -> Form {
    let id = |id: Option<String>| id.unwrap_or_default();
    let mut form = Form::filled([("name", policy.name.as_str())])
        .with("channel", id(policy.channel.map(|id| id.to_string())))
        .with("label", id(policy.label.map(|id| id.to_string())))
        .with("priority", policy.priority.map_or("", Priority::as_str));
    for (name, delay) in DELAYS.into_iter().zip([policy.first, policy.next, policy.resolution]) {
        form = form.with(name, delay.map(hours_text).unwrap_or_default());
    }
    if policy.working { form.with("working", "on") } else { form }
}

/// What the form says; what can't be read is refused beside its field.
pub fn read(form: &mut Form, words: &Words) -> Option<NewPolicy> {
    let mut delays = [None; 3];
    for (place, name) in delays.iter_mut().zip(DELAYS) {
        if !form.get(name).trim().is_empty() {
            let read = read_hours(form.get(name));
            *place = Some(form.check(name, read, |()| words.t("promises-bad-delay"))?);
        }
    }
    let [first, next, resolution] = delays;
    Some(NewPolicy {
        name: form.get("name").to_owned(),
        channel: form.get("channel").parse().ok(),
        label: form.get("label").parse().ok(),
        priority: form.get("priority").parse().ok(),
        first,
        next,
        resolution,
        working: form.has("working"),
    })
}

/// Puts what a policy refuses beside its field.
pub fn refuse(form: &mut Form, error: PolicyError, words: &Words) -> Result<(), Refusal> {
    let Some((field, key)) = problem(&error) else { return Err(error.into()) };
    form.refuse(field, words.t(key));
    Ok(())
}

/// The fields of a policy.
pub fn fields(frame: &Frame, form: &Form, named: &Named) -> Markup {
    let words = &frame.words;
    let any = |key: &str, all: &[(String, String)]| {
        let first = (String::new(), words.t(key));
        std::iter::once(first).chain(all.iter().cloned()).collect::<Vec<_>>()
    };
    let priorities: Vec<_> = Priority::ALL
        .iter()
        .map(|one| (one.to_string(), words.t(&format!("promises-priority-{one}"))))
        .collect();
    let delay = |name: &'static str| {
        Field::new(form, name, &words.t(&format!("promises-field-{name}")))
            .kind("number")
            .with("min", "0.05")
            .with("step", "any")
            .with("inputmode", "decimal")
            .render()
    };
    html! {
        (Field::new(form, "name", &words.t("promises-field-name")).required().with("maxlength", "80"))
        fieldset.fieldset {
            legend { (words.t("promises-for-whom")) }
            div.fields-inline {
                (Select::new(form, "channel", &words.t("promises-field-channel"), any("promises-any-channel", &named.channels)))
                @if !named.labels.is_empty() {
                    (Select::new(form, "label", &words.t("promises-field-label"), any("promises-any-label", &named.labels)))
                }
                (Select::new(form, "priority", &words.t("promises-field-priority"), any("promises-any-priority", &priorities)))
            }
        }
        fieldset.fieldset {
            legend { (words.t("promises-delays")) }
            p.hint { (words.t("promises-delays-hint")) }
            div.fields-inline { @for name in DELAYS { (delay(name)) } }
        }
        (switch(form, "working", &words.t("promises-field-working")))
    }
}

/// A policy to change or take away.
pub struct PolicyPage {
    id: String,
    name: String,
    form: Form,
    named: Named,
}

impl Page for PolicyPage {
    fn samples() -> Vec<Self> {
        let says = NewPolicy::proposed("Tout le monde".to_owned());
        let mut refused = form_of(&says);
        refused.refuse("first", "Un délai va d’une minute à 90 jours");
        let page = |form| Self {
            id: "1".to_owned(),
            name: "Tout le monde".to_owned(),
            form,
            named: Named::sample(),
        };
        vec![page(form_of(&says)), page(refused)]
    }

    fn title(&self, _frame: &Frame) -> String {
        self.name.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let url = frame.url(&format!("settings/promises/{}", self.id));
        let above = crumbs(
            frame,
            &[(&words.t("promises-policies-title"), &frame.url("settings/promises"))],
        );
        html! {
            (page_header_under(above, &self.title(frame), html! {}, html! {}))
            div.stack.stack-lg {
                form.card.form method="post" action=(url) {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (fields(frame, &self.form, &self.named))
                    div.form-actions { (submit(&words.t("promises-policy-save"), "button-primary")) }
                }
                section.card.card-quiet.spread {
                    p.muted { (words.t("promises-policy-remove-lead")) }
                    (one_button(frame, &format!("{url}/end"), &words.t("promises-policy-remove"), "button-danger"))
                }
            }
        }
    }
}

page_samples!(PolicyPage);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_written_and_read_alike() {
        for (minutes, text) in [(240, "4"), (90, "1.5"), (15, "0.25")] {
            let duration = SignedDuration::from_mins(minutes);
            assert_eq!(hours_text(duration), text);
            assert_eq!(read_hours(text), Ok(duration));
        }
        assert_eq!(read_hours("1,5"), Ok(SignedDuration::from_mins(90)));
        assert!(read_hours("-1").is_err() && read_hours("bientôt").is_err());
    }
}
