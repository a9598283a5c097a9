//! What surrounds every page: the language, the brand and its colour, the bars, what was just
//! done. A page is a typed struct that knows its title and its body; the [`Frame`] shows it.

mod bars;
mod page;
mod shell;

use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use maud::Markup;
use platform::teammate::Theme;
use platform::{Right, Role};
use primitives::Language;

use crate::flash::Flash;
use crate::words::Words;

#[doc(hidden)]
pub use inventory::submit as inventory_submit;
pub use page::{Page, Sampled, Shape, Width, sampled_pages};

/// What surrounds a page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The person's language, in the brand's zone, now.
    pub words: Words,
    /// What each form carries, so that another site can't send it.
    pub csrf: String,
    /// Light, dark, or as the machine.
    pub theme: Theme,
    /// Who is signed in.
    pub person: Option<Person>,
    /// The brand worked in.
    pub brand: Option<ShownBrand>,
    /// Every brand they work in, by name.
    pub brands: Vec<ShownBrand>,
    /// What they may do in the brand.
    pub role: Option<Role>,
    /// Notifications not read.
    pub unread: i64,
    /// Conversations that wait for an answer.
    pub waiting: i64,
    /// Posts to post by hand that wait for the person; `None` where no account is kept by hand.
    pub to_post: Option<i64>,
    /// Promises that are late or at risk, the teammate’s own or nobody’s.
    pub due: i64,
    /// Questions handed over where it is the team's turn, or whose answer is late.
    pub escalated: i64,
    /// Messages and complaints that await a decision.
    pub to_moderate: i64,
    /// Alerts and crises that must be seen on every page.
    pub crises: conversations::crisis::Standing,
    /// For someone outside who came by a signed link: what their addresses begin with.
    pub guest: Option<String>,
    /// For a guest's page that is open to all: search engines may list it.
    pub listed: bool,
    /// What was just done, to be said once.
    pub flash: Option<Flash>,
}

/// The one signed in, as bars name them.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
}

/// A brand, as bars show it.
#[derive(Debug, Clone)]
pub struct ShownBrand {
    /// Its name.
    pub name: String,
    /// Its place in addresses.
    pub slug: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// Whether it is the demonstration.
    pub demo: bool,
    /// Whether nothing of it is sent.
    pub paused: bool,
    /// Whether a crisis keeps it so.
    pub in_crisis: bool,
}

impl From<&platform::Brand> for ShownBrand {
    fn from(brand: &platform::Brand) -> Self {
        Self {
            name: brand.name.to_string(),
            slug: brand.slug.clone(),
            colour: brand.colour.to_string(),
            demo: brand.demo,
            paused: brand.paused.is_some(),
            in_crisis: brand.paused.as_ref().is_some_and(|pause| pause.crisis.is_some()),
        }
    }
}

impl Frame {
    /// A frame for someone who is not signed in.
    pub fn outside(words: Words, csrf: String) -> Self {
        Self {
            words,
            csrf,
            theme: Theme::Auto,
            person: None,
            brand: None,
            brands: Vec::new(),
            role: None,
            unread: 0,
            waiting: 0,
            to_post: None,
            due: 0,
            escalated: 0,
            to_moderate: 0,
            crises: conversations::crisis::Standing::default(),
            guest: None,
            listed: false,
            flash: None,
        }
    }

    /// The address of a page of the brand: `frame.url("posts/new")` is `/b/SLUG/posts/new`.
    pub fn url(&self, path: &str) -> String {
        if let Some(base) = &self.guest {
            return if path.is_empty() { base.clone() } else { format!("{base}/{path}") };
        }
        let slug = self.brand.as_ref().map_or("", |brand| &brand.slug);
        match path {
            "" => format!("/b/{slug}"),
            path => format!("/b/{slug}/{path}"),
        }
    }

    /// Whether their role allows it: what a page asks before it offers.
    pub fn may(&self, right: Right) -> bool {
        self.role.is_some_and(|role| role.may(right))
    }

    /// The whole page.
    pub fn markup(&self, page: &impl Page) -> Markup {
        shell::document(self, page)
    }

    /// The page as an answer.
    pub fn show(&self, page: &impl Page) -> Response {
        self.show_as(StatusCode::OK, page)
    }

    /// The page again, with what is wrong in its form.
    pub fn refused(&self, page: &impl Page) -> Response {
        self.show_as(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// The page under that status.
    pub fn show_as(&self, status: StatusCode, page: &impl Page) -> Response {
        (status, Html(self.markup(page).into_string())).into_response()
    }

    /// A frame of the named world, for samples: Louise at the Fournil, with two brands.
    pub fn sample(language: Language) -> Self {
        let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap_or(jiff::tz::TimeZone::UTC);
        let now = "2026-11-23T07:40:00Z".parse().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let brand = |name: &str, slug: &str, colour: &str| ShownBrand {
            name: name.to_owned(),
            slug: slug.to_owned(),
            colour: colour.to_owned(),
            demo: false,
            paused: false,
            in_crisis: false,
        };
        let fournil = brand("Le Fournil de Louise", "le-fournil-de-louise", "#b3402a");
        Self {
            person: Some(Person {
                name: "Louise Moreau".to_owned(),
                email: "louise@fournil-de-louise.fr".to_owned(),
            }),
            brand: Some(fournil.clone()),
            brands: vec![brand("Atelier Chocolat", "atelier-chocolat", "#2e6f73"), fournil],
            role: Some(Role::Owner),
            unread: 2,
            waiting: 4,
            to_post: Some(1),
            due: 2,
            escalated: 1,
            ..Self::outside(Words::new(language).in_zone(&zone).at(now), "sample".to_owned())
        }
    }
}
