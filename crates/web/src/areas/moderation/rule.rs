//! One rule: what it asks, what it does; tried on the past before it is turned on.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::moderation::Rule;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::rule_form::{Around, fields, form_of, read, refuse};
use super::rules::{removal, sample_rule};
use crate::parts::{
    Tone, badge, crumbs, csrf, error_summary, link_button, notice, page_header_under, submit,
};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows an empty form.
pub async fn get_new(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let form = Form::filled([("joined", "all")])
        .with("harm_sure", "60")
        .with("spam_sure", "80")
        .with("feeling_sure", "60");
    Ok(here.show(&RulePage::load(&here, None, form).await?))
}

/// Adds a rule.
pub async fn post_new(here: InBrand, form: Form) -> Result<Response, Refusal> {
    save(here, None, form).await
}

/// Shows one.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let rule = Rule::load(id, &here.actor, &mut tx).await?;
    drop(tx);
    let form = form_of(&rule.says);
    Ok(here.show(&RulePage::load(&here, Some(rule), form).await?))
}

/// Changes one.
pub async fn post(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let rule = Rule::load(id, &here.actor, &mut tx).await?;
    drop(tx);
    save(here, Some(rule), form).await
}

async fn save(here: InBrand, rule: Option<Rule>, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    let new = read(&form);
    let mut tx = here.begin().await?;
    let saved = match &rule {
        Some(rule) => Rule::change(rule.id, new, &here.actor, &mut tx).await,
        None => Rule::add(new, &here.actor, &mut tx).await,
    };
    match saved {
        Ok(rule) => {
            tx.commit().await?;
            let go = here.go(&format!("moderation/rules/{}", rule.id));
            Ok(go.saying("moderation-rule-saved").into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, error, &words)?;
            Ok(here.refused(&RulePage::load(&here, rule, form).await?))
        }
    }
}

/// One rule.
pub struct RulePage {
    rule: Option<Rule>,
    around: Around,
    form: Form,
}

impl RulePage {
    async fn load(here: &InBrand, rule: Option<Rule>, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        Ok(Self { rule, around: Around::load(here, &mut tx).await?, form })
    }
}

impl Page for RulePage {
    fn samples() -> Vec<Self> {
        let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 17);
        let rule = |active| Some(Rule { id: ambient.new_id(), active, says: sample_rule() });
        let page = |rule: Option<Rule>, form: Form| Self { rule, around: Around::sample(), form };
        let mut refused = form_of(&sample_rule());
        refused.refuse("pattern", "La parenthèse n’est pas fermée");
        vec![
            page(None, Form::filled([("joined", "all")])),
            page(rule(true), form_of(&sample_rule())),
            page(rule(false), refused),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        match &self.rule {
            Some(rule) => rule.says.name.clone(),
            None => frame.words.t("moderation-rule-new"),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let all = words.t("moderation-tab-rules");
        let above = crumbs(frame, &[(&all, &frame.url("moderation/rules"))]);
        let path = match &self.rule {
            Some(rule) => format!("moderation/rules/{}", rule.id),
            None => "moderation/rules/new".to_owned(),
        };
        let state = html! {
            @match &self.rule {
                Some(rule) if rule.active => (badge(&words.t("moderation-is-on"), "success")),
                Some(_) => (badge(&words.t("moderation-is-off"), "")),
                None => {},
            }
        };
        let report = html! {
            @if self.rule.is_some() { (link_button(&words.t("moderation-see-report"), &frame.url(&format!("{path}/report")), "")) }
        };
        let may = frame.may(Right::ManageBrand);
        html! {
            (page_header_under(above, &self.title(frame), state, report))
            div.stack.stack-lg {
                @if let Some(rule) = self.rule.as_ref().filter(|_| may) {
                    @if !rule.active {
                        (notice(Tone::Info, &words.t("moderation-try-first"), html! {}))
                        (super::trial::asking(frame, Some(rule.id)))
                        form method="post" action=(frame.url(&format!("{path}/activity"))) { (csrf(frame)) button.button.button-primary { (words.t("moderation-turn-on")) } }
                    }
                }
                form.form.stack.stack-lg method="post" action=(frame.url(&path)) {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (fields(frame, &self.form, &self.around))
                    @if may { div.form-actions { (submit(&words.t("moderation-rule-save"), "button-primary")) } }
                }
                @if let Some(rule) = self.rule.as_ref().filter(|_| may) {
                    @if rule.active { (super::trial::asking(frame, Some(rule.id))) }
                    (removal(frame, rule.id))
                }
            }
        }
    }
}

page_samples!(RulePage);
