use axum::extract::Query;
use axum::response::Response;
use channels::Channel;
use maud::{Markup, Render, html};
use measurement::advice::{OwnByMeasure, own_results};
use publishing::advice::{Advised, Audience, Carried, Objective, Piece, Urgency, advise};

use super::advice_view::advised;
use crate::areas::posts::problems;
use crate::parts::{Select, check, crumbs, network_key, page_header_under, submit};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Where a piece belongs, once it is described.
pub async fn get(
    here: InBrand,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let described = !asked.is_empty();
    let form = if described {
        nearest(
            asked.into_iter().fold(Form::empty(), |form, (name, value)| form.with(&name, value)),
        )
    } else {
        Form::filled([("length", "short"), ("media", "nothing"), ("urgency", "days")])
    };
    let mut advice = None;
    if described {
        let mut tx = here.read().await?;
        let all = Channel::for_posts(&here.actor, &mut tx).await.map_err(problems::of_channel)?;
        let own = own_results(&here.actor, &mut tx).await?;
        let channels: Vec<_> = all.into_iter().map(|one| (network_key(&one), one)).collect();
        advice = Some((advise(&piece(&form), &channels, &own.results), own));
    }
    Ok(here.show(&AdvicePage { form, advice }))
}

/// Lengths offered: their name, and the characters they stand for.
const LENGTHS: [(&str, u64); 4] = [("line", 120), ("short", 260), ("text", 550), ("long", 1_800)];

/// A piece that comes from the composer with its exact length, under the nearest name.
fn nearest(form: Form) -> Form {
    let Ok(characters) = form.get("characters").parse::<u64>() else { return form };
    let name = LENGTHS.iter().min_by_key(|(_, length)| length.abs_diff(characters));
    let name = name.map_or("short", |(name, _)| *name);
    form.without(&["characters"]).with("length", name)
}

/// The piece that the form describes.
pub(super) fn piece(form: &Form) -> Piece {
    let named = LENGTHS.iter().find(|(name, _)| *name == form.get("length"));
    let length = named.map(|(_, length)| *length);
    let audience = form.all("audience").filter_map(|one| one.parse::<Audience>().ok());
    Piece {
        length: length.unwrap_or(260),
        carried: form.get("media").parse().unwrap_or_default(),
        shape: None,
        link: form.has("link"),
        poll: form.has("poll"),
        audience: audience.collect(),
        urgency: form.get("urgency").parse().unwrap_or_default(),
        objective: form.get("objective").parse().ok(),
    }
}

/// « Where does this piece belong? »
pub struct AdvicePage {
    form: Form,
    advice: Option<(Advised, OwnByMeasure)>,
}

impl Page for AdvicePage {
    fn samples() -> Vec<Self> {
        let own = super::advice_view::sample_results();
        let described = Form::filled([
            ("length", "long"),
            ("media", "picture"),
            ("link", "1"),
            ("urgency", "lasting"),
            ("objective", "help"),
            ("audience", "professionals"),
        ]);
        let advised = |form: &Form, own: &OwnByMeasure| {
            (advise(&piece(form), &[], &own.results), own.clone())
        };
        let nothing = OwnByMeasure { results: Default::default(), ..own.clone() };
        vec![
            Self { form: Form::filled([("length", "short")]), advice: None },
            Self { advice: Some(advised(&described, &own)), form: described.clone() },
            Self { advice: Some(advised(&Form::empty(), &nothing)), form: Form::empty() },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("advice-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("mix", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("mix-title"), &frame.url("mix"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("advice-lead")) }, html! {}))
            div.stack.stack-lg {
                form.form.card method="get" action=(frame.url("advice")) {
                    div.fields-inline {
                        (self.length(words))
                        (self.media(words))
                        (urgency(&self.form, words))
                        (objective(&self.form, words))
                    }
                    (audience(&self.form, words))
                    div.row.checks {
                        (check(&self.form, "link", "1", &words.t("advice-link")))
                        (check(&self.form, "poll", "1", &words.t("advice-poll")))
                    }
                    div.form-actions { (submit(&words.t("advice-ask"), "button-primary")) }
                }
                @if let Some((advice, own)) = &self.advice { (advised(frame, advice, own, 2)) }
            }
        }
    }
}

impl AdvicePage {
    fn length(&self, words: &Words) -> Markup {
        let lengths = LENGTHS.map(|(name, _)| (name, words.t(&format!("advice-length-{name}"))));
        Select::new(&self.form, "length", &words.t("advice-length"), lengths).render()
    }

    fn media(&self, words: &Words) -> Markup {
        let media =
            Carried::ALL.iter().map(|one| (one.as_str(), words.t(&format!("advice-media-{one}"))));
        Select::new(&self.form, "media", &words.t("advice-media"), media).render()
    }
}

/// How quickly it must be known.
pub(super) fn urgency(form: &Form, words: &Words) -> Markup {
    let all =
        Urgency::ALL.iter().map(|one| (one.as_str(), words.t(&format!("advice-urgency-{one}"))));
    Select::new(form, "urgency", &words.t("advice-urgency"), all).render()
}

/// What it is to bring.
pub(super) fn objective(form: &Form, words: &Words) -> Markup {
    let any = std::iter::once(("", words.t("advice-objective-none")));
    let all = Objective::ALL
        .iter()
        .map(|one| (one.as_str(), words.t(&format!("advice-objective-{one}"))));
    Select::new(form, "objective", &words.t("advice-objective"), any.chain(all)).render()
}

/// Whom it is for.
pub(super) fn audience(form: &Form, words: &Words) -> Markup {
    html! {
        fieldset.fieldset {
            legend { (words.t("advice-audience")) }
            div.row.checks {
                @for one in Audience::ALL {
                    (check(form, "audience", one.as_str(), &words.t(&format!("advice-audience-{one}"))))
                }
            }
        }
    }
}

page_samples!(AdvicePage);
