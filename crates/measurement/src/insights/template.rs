//! The exports that are known, as data.
//!
//! To add one: a line in [`TEMPLATES`]; new column names go to [`Field::names`].

use std::collections::BTreeMap;

use serde::Serialize;

use super::field::Field;
use crate::measured::Format;
use crate::statistics::Ingredient as I;
use tables::date::DateOrder;

/// An export of a network, known by columns that no other has together.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Template {
    /// Its lasting name; worded on screen by `import-template-{key}` with hyphens.
    pub key: &'static str,
    /// The network's key, as channels spell it.
    pub network: &'static str,
    /// Columns that tell it, normalised: all of any one list.
    #[serde(skip)]
    marks: &'static [&'static [&'static str]],
    /// Columns whose name means something else here than usual.
    #[serde(skip)]
    own: &'static [(Field, &'static str)],
    /// How numeric dates begin.
    pub order: DateOrder,
    /// What its posts are when no column says.
    #[serde(skip)]
    pub(super) format: Option<Format>,
    /// Whether its rows are days of the account rather than posts: nothing to import.
    pub days: bool,
}

const fn template(
    key: &'static str,
    network: &'static str,
    marks: &'static [&'static [&'static str]],
    own: &'static [(Field, &'static str)],
) -> Template {
    let order = DateOrder::MonthFirst;
    Template { key, network, marks, own, order, format: None, days: false }
}

const fn days(
    key: &'static str,
    network: &'static str,
    marks: &'static [&'static [&'static str]],
) -> Template {
    Template { days: true, ..template(key, network, marks, &[]) }
}

/// Every export known; the first that fits is taken, so the particular come before the general.
pub static TEMPLATES: &[Template] = &[
    template(
        "facebook_uci",
        "facebook",
        &[&["post month", "post weekday", "post hour", "lifetime post total reach"]],
        &[],
    ),
    template(
        "facebook_lifetime",
        "facebook",
        &[&["post id", "lifetime post total reach"], &["permalink", "lifetime post total reach"]],
        &[],
    ),
    template(
        "meta_instagram",
        "instagram",
        &[
            &["post id", "account username", "publish time"],
            &["identifiant de la publication", "nom de profil du compte"],
        ],
        &[(Field::Period, "date")],
    ),
    template(
        "meta_facebook",
        "facebook",
        &[
            &["post id", "page id", "publish time"],
            &["identifiant de la publication", "id de la page"],
        ],
        &[(Field::Period, "date")],
    ),
    template("x_tweets", "x", &[&["tweet id", "tweet text", "impressions"]], &[]),
    template(
        "x_posts",
        "x",
        &[&["post id", "post text", "url clicks"]],
        &[(Field::Figure(I::Clicks), "url clicks")],
    ),
    template(
        "linkedin_posts",
        "linkedin",
        &[&["post title", "post link", "impressions"]],
        &[
            (Field::Format, "content type"),
            (Field::Paid, "post type"),
            (Field::Figure(I::VideoViews), "views"),
        ],
    ),
    Template {
        format: Some(Format::Video),
        ..template(
            "tiktok_videos",
            "tiktok",
            &[&["video title", "video link", "post time"]],
            &[(Field::Figure(I::VideoViews), "total views")],
        )
    },
    Template {
        format: Some(Format::Video),
        ..template(
            "youtube_videos",
            "youtube",
            &[&["content", "video title", "video publish time"]],
            &[(Field::RemoteId, "content"), (Field::Figure(I::VideoViews), "views")],
        )
    },
    days("x_days", "x", &[&["date", "impressions", "new follows", "unfollows"]]),
    days(
        "linkedin_days",
        "linkedin",
        &[
            &["date", "impressions total", "reactions total"],
            &["date", "organic followers", "total followers"],
            &["date", "overview page views desktop"],
        ],
    ),
];

impl Template {
    /// The export that has these columns, normalised.
    pub(super) fn of(header: &[String]) -> Option<&'static Self> {
        let has = |name: &&str| header.iter().any(|column| column == name);
        TEMPLATES.iter().find(|template| template.marks.iter().any(|marks| marks.iter().all(has)))
    }

    /// The template of that key.
    #[must_use]
    pub fn by_key(key: &str) -> Option<&'static Self> {
        TEMPLATES.iter().find(|template| template.key == key)
    }
}

/// Which column each field is in: the template's own first, then the usual names.
pub(super) fn columns(header: &[String], template: Option<&Template>) -> BTreeMap<Field, usize> {
    let place = |name: &str| header.iter().position(|column| column == name);
    let own = template.map_or(&[][..], |template| template.own);
    let mut found = BTreeMap::new();
    for field in Field::all() {
        let special = own.iter().find(|(of, _)| *of == field).and_then(|(_, name)| place(name));
        let usual = || field.names().iter().find_map(|name| place(name));
        // A name that means something else in this export is not taken for the usual thing.
        let is_taken = |column: &usize| {
            own.iter()
                .any(|(of, name)| place(name) == Some(*column) && !is_figure(*of) && *of != field)
        };
        if let Some(column) = special.or_else(|| usual().filter(|column| !is_taken(column))) {
            found.insert(field, column);
        }
    }
    // In LinkedIn's export `Views` are a video's, beside impressions.
    if template.is_some_and(|template| template.network == "linkedin") {
        found.remove(&Field::Figure(I::Views));
    }
    found
}

const fn is_figure(field: Field) -> bool {
    matches!(field, Field::Figure(_))
}
