//! Publications by what they need: first those that a person should look at.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use channels::publication::{Filter, Publication, StateName};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;

use super::problems;
use super::publication_card::{ShownPublication, names, sample_states};
use super::shown::headline;
use crate::parts::{Tab, Way, crumbs, empty_state, page_header_under, pagination, tabs};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many a page holds.
const ON_A_PAGE: usize = 40;

/// Which publications.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// `check` (also when not said), `planned`, `published` or a state's name.
    #[serde(default)]
    state: String,
    /// Where the page starts: microseconds and id of the last one seen.
    #[serde(default)]
    after: String,
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let (shown, states) = states(&asked.state);
    let after = asked.after.split_once('_').and_then(|(at, id)| {
        Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse().ok()?))
    });
    let most = ON_A_PAGE as i64 + 1;
    let mut tx = here.read().await?;
    let filter = Filter { states, after, most, ..Filter::default() };
    let mut found = list(&filter, &here, &mut tx).await?;
    if shown == "check" && after.is_none() {
        found.extend(late(&here, &mut tx).await?);
        found.sort_by_key(|publication| (publication.due_at, publication.id));
    }
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let on = found.last().filter(|_| more).map(|last| {
        let at = last.due_at.as_microsecond();
        here.url(&format!("publications?state={shown}&after={at}_{}", last.id))
    });
    let names = names(&here, &mut tx).await?;
    let mut publications = Vec::with_capacity(found.len());
    for publication in found {
        publications.push(ShownPublication::load(publication, &names, &here, &mut tx).await?);
    }
    let page = PublicationsPage { shown, publications, way: Way { back: None, on } };
    Ok(here.show(&page).into_response())
}

/// What each tab holds.
fn states(asked: &str) -> (&'static str, Vec<StateName>) {
    use StateName as S;
    match asked {
        "planned" => ("planned", vec![S::Planned, S::Prepared, S::Sending, S::Processing]),
        "published" => ("published", vec![S::Published]),
        other => match S::ALL.iter().find(|state| state.as_str() == other) {
            Some(state) => (state.as_str(), vec![*state]),
            None => ("check", vec![S::NeedsPerson, S::Failed, S::Held, S::Uncertain]),
        },
    }
}

async fn list(
    filter: &Filter,
    here: &InBrand,
    tx: &mut database::Tx,
) -> Result<Vec<Publication>, Refusal> {
    Publication::list(filter, &here.actor, tx).await.map_err(problems::of_load)
}

/// Those whose time passed without anything else being wrong with them.
async fn late(here: &InBrand, tx: &mut database::Tx) -> Result<Vec<Publication>, Refusal> {
    let filter = Filter {
        to: Some(tx.now() - here.brand.late_after),
        states: vec![
            StateName::Planned,
            StateName::Prepared,
            StateName::Sending,
            StateName::Processing,
        ],
        most: ON_A_PAGE as i64,
        ..Filter::default()
    };
    list(&filter, here, tx).await
}

/// The list of publications.
pub struct PublicationsPage {
    shown: &'static str,
    publications: Vec<ShownPublication>,
    way: Way,
}

impl Page for PublicationsPage {
    fn samples() -> Vec<Self> {
        let all = sample_states().into_iter().enumerate();
        let all = all.map(|(index, state)| ShownPublication::sample(state, index % 3)).collect();
        let on = Some("/b/x/publications?after=1_2".to_owned());
        vec![
            Self { shown: "check", publications: vec![], way: Way::default() },
            Self { shown: "published", publications: vec![], way: Way::default() },
            Self { shown: "check", publications: all, way: Way { back: None, on } },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("publications-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("posts-title"), &frame.url("posts"))]);
        let [check, planned, published] = ["check", "planned", "published"]
            .map(|state| frame.url(&format!("publications?state={state}")));
        let lead = if self.shown == "check" {
            html! { (words.t("publications-lead")) }
        } else {
            html! {}
        };
        html! {
            (page_header_under(above, &self.title(frame), lead, html! {}))
            (tabs(&words.t("publications-tabs"), &[
                Tab { label: &words.t("publications-tab-check"), href: &check, current: self.shown == "check" },
                Tab { label: &words.t("publications-tab-planned"), href: &planned, current: self.shown == "planned" },
                Tab { label: &words.t("publications-tab-published"), href: &published, current: self.shown == "published" },
            ]))
            @if self.publications.is_empty() {
                @if self.shown == "check" {
                    (empty_state("circle-check", &words.t("publications-none-check"), &words.t("publications-none-check-lead"), html! {}))
                } @else {
                    (empty_state("file-text", &words.t("publications-none"), &words.t("publications-none-lead"), html! {}))
                }
            } @else {
                div.card.card-flush.list-under-tabs { ul.list {
                    @for shown in &self.publications {
                        (shown.line(frame, &headline(&shown.publication.content.text, &words.t("posts-without-words"))))
                    }
                } }
                (pagination(frame, &self.way))
            }
        }
    }
}

page_samples!(PublicationsPage);
