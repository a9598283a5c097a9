//! One category: what it takes, whose it is, what its authors are told.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::feedback::{
    Category, FeedbackError, Filing, NewCategory, StepWords, Takes, Telling, Words2,
};
use maud::{Markup, html};
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::{Ambient, Id, Language};

use super::categories::sample_category;
use crate::parts::{
    Choice, Field, Select, choice, crumbs, csrf, error_summary, page_header_under, submit,
};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

type OfCategory = Path<(String, Id<Category>)>;

/// The steps, with the fields of their words.
const STEPS: [(&str, &str, &str); 4] = [
    ("received", "received-fr", "received-en"),
    ("in_progress", "in_progress-fr", "in_progress-en"),
    ("done", "done-fr", "done-en"),
    ("declined", "declined-fr", "declined-en"),
];

/// A new one, with words to begin from.
pub async fn new(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut form = Form::filled([
        ("takes", "both"),
        ("filing", "proposed"),
        ("telling", "draft"),
        ("days", "10"),
    ])
    .with("owner", here.teammate.id.to_string());
    for (step, fr, en) in STEPS {
        for (field, language) in [(fr, Language::Fr), (en, Language::En)] {
            form = form.with(field, Words::new(language).t(&format!("feedback-first-{step}")));
        }
    }
    Ok(here.show(&page(&here, None, form).await?))
}

/// Makes it.
pub async fn add(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match Category::add(read(&form), &here.actor, &mut tx).await {
        Ok(made) => {
            tx.commit().await?;
            let go = here.go("feedback/categories").saying("feedback-category-kept");
            Ok(go.with("name", made.says.name).into_response())
        }
        Err(error) => {
            drop(tx);
            refused(here, None, form, error).await
        }
    }
}

/// One that is there.
pub async fn get(here: InBrand, Path((_brand, id)): OfCategory) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    let category = Category::load(id, &here.actor, &mut tx).await?;
    drop(tx);
    let form = filled(&category);
    Ok(here.show(&page(&here, Some(category), form).await?))
}

/// Changes it.
pub async fn edit(
    here: InBrand,
    Path((_brand, id)): OfCategory,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let category = Category::load(id, &here.actor, &mut tx).await?;
    match category.edit(read(&form), &here.actor, &mut tx).await {
        Ok(kept) => {
            tx.commit().await?;
            let go = here.go("feedback/categories").saying("feedback-category-kept");
            Ok(go.with("name", kept.says.name).into_response())
        }
        Err(error) => {
            drop(tx);
            refused(here, Some(category), form, error).await
        }
    }
}

/// Takes it away.
pub async fn remove(here: InBrand, Path((_brand, id)): OfCategory) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let category = Category::load(id, &here.actor, &mut tx).await?;
    category.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go("feedback/categories").saying("feedback-category-removed");
    Ok(go.with("name", category.says.name).into_response())
}

async fn refused(
    here: InBrand,
    category: Option<Category>,
    mut form: Form,
    error: FeedbackError,
) -> Result<Response, Refusal> {
    let words = here.words();
    let (field, said) = match error {
        FeedbackError::BadName => ("name", words.t("feedback-bad-name")),
        FeedbackError::BadDays => ("days", words.t("feedback-bad-days")),
        FeedbackError::NoSuchTeammate => ("owner", words.t("feedback-bad-owner")),
        FeedbackError::TooMany => ("name", words.t("feedback-too-many")),
        FeedbackError::BadWords(blank) if blank.is_empty() => {
            ("received-fr", words.t("feedback-too-long"))
        }
        FeedbackError::BadWords(blank) => {
            let written = format!("{{{blank}}}");
            let fields = STEPS.iter().flat_map(|(_, fr, en)| [*fr, *en]);
            let wrong = fields.into_iter().find(|field| form.get(field).contains(&written));
            let said = words.tn("feedback-unknown-blank", args![name => blank]);
            (wrong.unwrap_or("received-fr"), said)
        }
        error => return Err(error.into()),
    };
    form.refuse(field, said);
    Ok(here.refused(&page(&here, category, form).await?))
}

fn read(form: &Form) -> NewCategory {
    let both =
        |fr: &str, en: &str| Words2 { fr: form.get(fr).to_owned(), en: form.get(en).to_owned() };
    let [received, in_progress, done, declined] = STEPS.map(|(_, fr, en)| both(fr, en));
    NewCategory {
        name: form.get("name").to_owned(),
        takes: form.get("takes").parse().unwrap_or(Takes::Both),
        owner: form.get("owner").parse().unwrap_or_else(|_| Id::from_uuid(uuid::Uuid::nil())),
        terms: form.get("terms").to_owned(),
        filing: form.get("filing").parse().unwrap_or(Filing::Proposed),
        telling: form.get("telling").parse().unwrap_or(Telling::Draft),
        days: form.get("days").trim().parse().unwrap_or(0),
        words: StepWords { received, in_progress, done, declined },
    }
}

fn filled(category: &Category) -> Form {
    let says = &category.says;
    let mut form = Form::filled([
        ("name", &says.name),
        ("takes", says.takes.as_str()),
        ("terms", &says.terms),
        ("filing", says.filing.as_str()),
        ("telling", says.telling.as_str()),
    ])
    .with("owner", says.owner.to_string())
    .with("days", says.days.to_string());
    let words = &says.words;
    let all = [&words.received, &words.in_progress, &words.done, &words.declined];
    for ((_, fr, en), both) in STEPS.into_iter().zip(all) {
        form = form.with(fr, both.fr.as_str()).with(en, both.en.as_str());
    }
    form
}

async fn page(
    here: &InBrand,
    category: Option<Category>,
    form: Form,
) -> Result<CategoryPage, Refusal> {
    let mut tx = here.read().await?;
    let team = Membership::of_brand(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let team = team.into_iter().map(|one| (one.teammate, one.name.to_string())).collect();
    Ok(CategoryPage { category, team, form })
}

/// A category, new or not.
pub struct CategoryPage {
    category: Option<Category>,
    team: Vec<(Id<Teammate>, String)>,
    form: Form,
}

impl Page for CategoryPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 29);
        let team = || vec![(ambient.new_id(), "Louise Martin".to_owned())];
        let category = sample_category(&ambient);
        let mut wrong = Form::filled([("name", ""), ("done-en", "{x}"), ("days", "0")]);
        wrong.refuse("name", "…");
        wrong.refuse("days", "…");
        wrong.refuse("done-en", "…");
        let form = filled(&category);
        vec![
            Self { category: None, team: team(), form: Form::empty() },
            Self { category: None, team: team(), form: wrong },
            Self { category: Some(category), team: team(), form },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        match &self.category {
            Some(category) => category.says.name.clone(),
            None => frame.words.t("feedback-category-new"),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("feedback", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let trail = crumbs(
            frame,
            &[
                (&words.t("feedback-title"), &frame.url("feedback")),
                (&words.t("feedback-categories"), &frame.url("feedback/categories")),
            ],
        );
        let place = self.category.as_ref().map(|one| format!("feedback/categories/{}", one.id));
        let action = frame.url(place.as_deref().unwrap_or("feedback/categories"));
        html! {
            (page_header_under(trail, &self.title(frame), html! {}, html! {}))
            form.form.stack-lg method="post" action=(action) {
                (csrf(frame)) (error_summary(words, &self.form))
                (self.what(words))
                (self.how(words))
                (self.told(words))
                div.form-actions { (submit(&words.t("feedback-category-keep"), "button-primary")) }
            }
            @if place.is_some() {
                form.feedback-removal method="post" action={ (action) "/removal" } {
                    (csrf(frame))
                    button.button.button-quiet { (words.t("feedback-category-remove")) }
                    p.small.muted { (words.t("feedback-category-remove-hint")) }
                }
            }
        }
    }
}

impl CategoryPage {
    fn what(&self, words: &Words) -> Markup {
        let form = &self.form;
        let owners = self.team.iter().map(|(id, name)| (id.to_string(), name.clone()));
        html! {
            section.card.stack {
                (Field::new(form, "name", &words.t("feedback-name")).required().with("maxlength", "80"))
                fieldset.choices {
                    legend { (words.t("feedback-takes")) }
                    @for one in Takes::ALL {
                        (choice(form, "radio", "takes", Choice { value: one.as_str(), title: &words.t(&format!("feedback-takes-{one}")), hint: "" }))
                    }
                }
                (Select::new(form, "owner", &words.t("feedback-owner"), owners))
                (Field::new(form, "days", &words.t("feedback-days-field")).kind("number").with("min", "1").with("max", "365").required())
            }
        }
    }

    fn how(&self, words: &Words) -> Markup {
        let form = &self.form;
        html! {
            section.card.stack {
                h2 { (words.t("feedback-how")) }
                (Field::new(form, "terms", &words.t("feedback-terms")).lines(4).hint(words.t("feedback-terms-hint")))
                fieldset.choices {
                    legend { (words.t("feedback-filing")) }
                    @for one in Filing::ALL {
                        (choice(form, "radio", "filing", Choice { value: one.as_str(), title: &words.t(&format!("feedback-filing-{one}")), hint: &words.t(&format!("feedback-filing-{one}-hint")) }))
                    }
                }
            }
        }
    }

    fn told(&self, words: &Words) -> Markup {
        let form = &self.form;
        html! {
            section.card.stack {
                h2 { (words.t("feedback-words")) }
                p.small.muted { (words.t("feedback-words-lead")) }
                fieldset.choices {
                    legend { (words.t("feedback-telling")) }
                    @for one in Telling::ALL {
                        (choice(form, "radio", "telling", Choice { value: one.as_str(), title: &words.t(&format!("feedback-telling-{one}")), hint: &words.t(&format!("feedback-telling-{one}-hint")) }))
                    }
                }
                @for (step, fr, en) in STEPS {
                    fieldset.feedback-step {
                        legend { (words.t(&format!("feedback-state-{step}"))) }
                        (Field::new(form, fr, &words.t("feedback-in-french")).lines(3).with("lang", "fr"))
                        (Field::new(form, en, &words.t("feedback-in-english")).lines(3).with("lang", "en"))
                    }
                }
            }
        }
    }
}

page_samples!(CategoryPage);
