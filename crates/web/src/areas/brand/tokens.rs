//! Tokens with which programs act for the brand.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use platform::Right;
use platform::field::Name;
use platform::token::{ApiToken, Scope, Scopes, TokenError};
use primitives::Id;

use super::settings_tabs;
use crate::parts::{
    Choice, Field, Select, Tone, choice, csrf, empty_state, error_summary, notice, one_button,
    page_header, secret, submit,
};
use crate::words::{Worded, Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How long a token may be good, in days; `0` is for ever.
const LIVES: [(&str, &str); 4] = [
    ("90", "tokens-life-90"),
    ("30", "tokens-life-30"),
    ("365", "tokens-life-365"),
    ("0", "tokens-life-0"),
];

/// Shows the tokens.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    Ok(here.show(&TokensPage::load(&here, Form::empty(), None, &mut tx).await?))
}

/// Makes one; its text is shown once.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    let name = Name::parse(form.get("name"));
    let name = form.check("name", name, |problem| problem.worded(&words));
    let scopes: Scopes =
        form.all("scope").filter_map(|scope| scope.parse::<Scope>().ok()).collect();
    if scopes.is_empty() {
        form.refuse("scope", words.t("tokens-no-scope"));
    }
    let days: i64 = form.get("life").parse().unwrap_or(90);
    let mut tx = here.begin().await?;
    let (Some(name), false) = (name, form.is_refused()) else {
        return Ok(here.refused(&TokensPage::load(&here, form, None, &mut tx).await?));
    };
    let life = SignedDuration::from_hours(24 * days.clamp(0, 3650));
    let until = (days > 0).then(|| tx.now().saturating_add(life).unwrap_or(Timestamp::MAX));
    let (_, token) = ApiToken::make(name, scopes, until, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let mut tx = here.read().await?;
    let fresh = Some(token.reveal().to_owned());
    Ok(here.show(&TokensPage::load(&here, Form::empty(), fresh, &mut tx).await?))
}

/// Revokes one.
pub async fn revoke(
    here: InBrand,
    Path((_, token)): Path<(String, Id<ApiToken>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    ApiToken::revoke(token, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/tokens").saying("tokens-revoked").into_response())
}

impl From<TokenError> for Refusal {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::NotAllowed(_) | TokenError::NotATeammate => Refusal::NotAllowed,
            TokenError::NotFound => Refusal::NotFound,
            TokenError::Database(error) => error.into(),
            TokenError::NoScope | TokenError::ExpiryInThePast => Refusal::Malformed,
        }
    }
}

/// The tokens of a brand.
pub struct TokensPage {
    tokens: Vec<Line>,
    fresh: Option<String>,
    form: Form,
}

struct Line {
    id: String,
    name: String,
    hint: String,
    scopes: String,
    by: String,
    used_at: Option<Timestamp>,
    until: Option<Timestamp>,
}

impl TokensPage {
    async fn load(
        here: &InBrand,
        form: Form,
        fresh: Option<String>,
        tx: &mut Tx,
    ) -> Result<Self, Refusal> {
        let line = |token: ApiToken| Line {
            id: token.id.to_string(),
            name: token.name.to_string(),
            hint: token.hint,
            scopes: token.scopes.to_string(),
            by: token.teammate_name,
            used_at: token.used_at,
            until: token.expires_at,
        };
        let tokens = ApiToken::of_brand(&here.actor, tx).await?;
        Ok(Self { tokens: tokens.into_iter().map(line).collect(), fresh, form })
    }
}

impl Page for TokensPage {
    fn samples() -> Vec<Self> {
        let line = Line {
            id: "1".to_owned(),
            name: "Caisse du fournil".to_owned(),
            hint: "x7Qz".to_owned(),
            scopes: "posts:write measures:read".to_owned(),
            by: "Louise Moreau".to_owned(),
            used_at: "2026-11-23T07:00:00Z".parse().ok(),
            until: "2027-02-21T07:00:00Z".parse().ok(),
        };
        let mut refused = Form::empty();
        refused.refuse("scope", "Cochez au moins une permission");
        vec![
            Self { tokens: vec![], fresh: None, form: Form::empty() },
            Self { tokens: vec![line], fresh: Some("pv_abc".to_owned()), form: refused },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("tokens-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("tokens-lead")) " " a href="/api" { (words.t("tokens-openapi")) } }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/tokens"))
                @if let Some(token) = &self.fresh {
                    (notice(Tone::Success, &words.t("tokens-made"), html! { p { (words.t("tokens-once")) } (secret(words, token)) }))
                }
                @if self.tokens.is_empty() {
                    (empty_state("key-round", &words.t("tokens-none"), &words.t("tokens-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for line in &self.tokens { li { (token_line(frame, line)) } } }
                }
                (self.make(frame))
            }
        }
    }
}

fn token_line(frame: &Frame, line: &Line) -> Markup {
    let words = &frame.words;
    html! {
        div.item {
            div.item-body {
                p.item-title { (line.name) " " code { "…" (line.hint) } }
                p.item-meta { (line.scopes) }
                p.item-meta {
                    span { (words.tn("tokens-by", args![name => &line.by])) }
                    span { (used(words, line.used_at)) }
                    @if let Some(until) = line.until { span { (words.tn("tokens-until", args![when => words.short_moment(until)])) } }
                }
            }
            div.item-end {
                (one_button(frame, &frame.url(&format!("settings/tokens/{}/end", line.id)), &words.t("tokens-revoke"), "button-small"))
            }
        }
    }
}

fn used(words: &Words, at: Option<Timestamp>) -> String {
    match at {
        Some(at) => words.tn("tokens-used", args![when => words.relative(at)]),
        None => words.t("tokens-never-used"),
    }
}

impl TokensPage {
    fn make(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let lives = LIVES.map(|(days, key)| (days.to_owned(), words.t(key)));
        html! {
            form.card.form method="post" action=(frame.url("settings/tokens")) {
                (csrf(frame))
                h2 { (words.t("tokens-new")) }
                (error_summary(words, form))
                div.fields-inline {
                    (Field::new(form, "name", &words.t("tokens-name")).required().hint(words.t("tokens-name-hint")))
                    (Select::new(form, "life", &words.t("tokens-life"), lives))
                }
                fieldset.fieldset.stack {
                    legend { (words.t("tokens-scopes")) }
                    @if let Some(error) = form.error("scope") { p.error { (error) } }
                    div.choices {
                        @for scope in Scope::ALL {
                            @let title = words.t(&format!("scope-{}", scope.as_str().replace(':', "-")));
                            (choice(form, "checkbox", "scope", Choice { value: scope.as_str(), title: &title, hint: scope.as_str() }))
                        }
                    }
                }
                div.form-actions { (submit(&words.t("tokens-make"), "button-primary")) }
            }
        }
    }
}

page_samples!(TokensPage);
