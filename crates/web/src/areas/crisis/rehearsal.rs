//! Rehearsing, on the past or on what is made up; and removing what was rehearsed.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::crisis::{Crisis, MadeUp, Material};
use jiff::Timestamp;
use jiff::civil::DateTime;
use maud::{Markup, Render, html};
use platform::{Membership, Right};
use primitives::Id;

use super::new::checklist;
use super::problem;
use super::shown::Person;
use crate::parts::{
    Choice, Field, Select, choice, crumbs, csrf, error_summary, page_header_under, submit,
};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The situations that Parvis can make up.
const SITUATIONS: [&str; 3] = ["product", "person", "service"];

/// The form.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let words = here.words().clone();
    let mut tx = here.read().await?;
    let form = Form::filled([("material", "template"), ("situation", "product"), ("many", "40")])
        .with("checklist", checklist(&here, &words, &mut tx).await?);
    let team = team(&here, &mut tx).await?;
    Ok(here.show(&RehearsalPage { form, team }))
}

/// Opens it.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    let team = team(&here, &mut tx).await?;
    let material = match form.get("material") {
        "past" => past(&form, &here),
        "written" => Some(Material::MadeUp(written(form.get("written")))),
        _ => Some(Material::MadeUp(made_up(&form, &words))),
    };
    let Some(material) = material else {
        form.refuse("from", words.t("crisis-wrong-span"));
        return Ok(here.refused(&RehearsalPage { form, team }));
    };
    let participants: Vec<_> = form.all("participants").filter_map(|id| id.parse().ok()).collect();
    let (name, checklist) = (form.get("name").to_owned(), form.get("checklist").to_owned());
    let opened =
        Crisis::rehearse(&name, material, &participants, &checklist, &here.actor, &mut tx).await;
    match opened {
        Ok(crisis) => {
            tx.commit().await?;
            let page = format!("crisis/{}", crisis.id);
            Ok(here.go(&page).saying("crisis-rehearsal-opened").into_response())
        }
        Err(error) => {
            let Some(said) = problem(&words, &error) else { return Err(error.into()) };
            form.refuse("name", said);
            Ok(here.refused(&RehearsalPage { form, team }))
        }
    }
}

/// Removes a rehearsal whole.
pub async fn remove(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Crisis>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Crisis::remove_rehearsal(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("crisis").saying("crisis-rehearsal-removed").into_response())
}

/// Who works in the brand.
pub(super) async fn team(here: &InBrand, tx: &mut database::Tx) -> Result<Vec<Person>, Refusal> {
    let system = platform::Actor::system(here.brand.id);
    let team = Membership::of_brand(&system, tx).await.map_err(Refusal::fault)?;
    let person = |member: Membership| Person { id: member.teammate, name: member.name.to_string() };
    Ok(team.into_iter().map(person).collect())
}

fn past(form: &Form, here: &InBrand) -> Option<Material> {
    let zone = here.brand.zone.time_zone();
    let at = |name: &str| -> Option<Timestamp> {
        let reading: DateTime = form.get(name).parse().ok()?;
        Some(reading.to_zoned(zone.clone()).ok()?.timestamp())
    };
    let (from, to) = (at("from")?, at("to")?);
    (from < to).then_some(Material::Past { from, to })
}

/// Messages written a line each: `name | followers | words`, or the words alone.
fn written(text: &str) -> Vec<MadeUp> {
    let one = |line: &str| {
        let mut parts = line.splitn(3, '|').map(str::trim);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(author), Some(followers), Some(words)) => MadeUp {
                author: author.to_owned(),
                followers: followers.replace(char::is_whitespace, "").parse().ok(),
                words: words.to_owned(),
            },
            _ => MadeUp { author: String::new(), followers: None, words: line.trim().to_owned() },
        }
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(one).collect()
}

/// Messages of a situation, as often as asked, by invented people.
fn made_up(form: &Form, words: &Words) -> Vec<MadeUp> {
    let situation = SITUATIONS.into_iter().find(|one| *one == form.get("situation"));
    let texts = words.t(&format!("crisis-made-{}", situation.unwrap_or("product")));
    let texts: Vec<&str> = texts.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let names = words.t("crisis-made-names");
    let names: Vec<&str> = names.split(',').map(str::trim).collect();
    let many = form.get("many").parse::<usize>().unwrap_or(40).clamp(5, 300);
    (0..many)
        .map(|n| MadeUp {
            author: names[(n * 7 + n / names.len()) % names.len()].to_owned(),
            // Most have few followers, some have many, of some it is not known.
            followers: (n % 5 != 4)
                .then(|| ((n * 37 + 11) % 400 * if n % 11 == 3 { 60 } else { 1 }) as i64),
            words: texts[(n * 7 + n / texts.len()) % texts.len()].to_owned(),
        })
        .collect()
}

/// On what, with whom.
pub struct RehearsalPage {
    form: Form,
    team: Vec<Person>,
}

impl RehearsalPage {
    fn material(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let kind = |value: &'static str| {
            choice(
                &self.form,
                "radio",
                "material",
                Choice {
                    value,
                    title: &words.t(&format!("crisis-material-{value}")),
                    hint: &words.t(&format!("crisis-material-{value}-hint")),
                },
            )
        };
        let situations = SITUATIONS.map(|one| (one, words.t(&format!("crisis-situation-{one}"))));
        html! {
            fieldset.fieldset {
                legend { (words.t("crisis-material")) }
                div.stack {
                    (kind("template"))
                    div.fields-inline {
                        (Select::new(&self.form, "situation", &words.t("crisis-situation"), situations).render())
                        (Field::new(&self.form, "many", &words.t("crisis-many")).kind("number").with("min", "5").with("max", "300").render())
                    }
                    (kind("past"))
                    div.fields-inline {
                        (Field::new(&self.form, "from", &words.t("crisis-span-from")).kind("datetime-local").render())
                        (Field::new(&self.form, "to", &words.t("crisis-span-to")).kind("datetime-local").render())
                    }
                    (kind("written"))
                    (Field::new(&self.form, "written", &words.t("crisis-written")).lines(5).hint(words.t("crisis-written-hint")).render())
                }
            }
        }
    }
}

impl Page for RehearsalPage {
    fn samples() -> Vec<Self> {
        let form = Form::filled([("material", "template"), ("situation", "product")]);
        let mut refused = form.clone();
        refused.refuse("from", "Cette période n’en est pas une.");
        let louise = Person {
            id: Id::from_uuid(uuid::Uuid::from_u128(2)),
            name: "Louise Moreau".to_owned(),
        };
        vec![Self { form, team: vec![louise] }, Self { form: refused, team: vec![] }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("crisis-rehearsal-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (title, address) = (words.t("crisis-title"), frame.url("crisis"));
        html! {
            (page_header_under(crumbs(frame, &[(&title, &address)]), &self.title(frame), html! { (words.t("crisis-rehearsal-lead")) }, html! {}))
            form.form method="post" action=(frame.url("crisis/rehearsal")) {
                (csrf(frame)) (error_summary(words, &self.form))
                (Field::new(&self.form, "name", &words.t("crisis-field-name")).required().render())
                (self.material(frame))
                fieldset.fieldset {
                    legend { (words.t("crisis-participants")) }
                    p.hint { (words.t("crisis-participants-hint")) }
                    div.choices.choices-compact {
                        @for person in &self.team {
                            (choice(&self.form, "checkbox", "participants", Choice { value: &person.id.to_string(), title: &person.name, hint: "" }))
                        }
                    }
                }
                (Field::new(&self.form, "checklist", &words.t("crisis-field-checklist")).lines(9).hint(words.t("crisis-field-checklist-hint")).render())
                div.form-actions { (submit(&words.t("crisis-rehearsal-begin"), "button-primary")) }
            }
        }
    }
}

page_samples!(RehearsalPage);
