//! One path, step by step.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Right;
use publishing::approval::{ApprovalError, Approver, Mode, Path, Step};
use serde::Deserialize;

use super::paths::{Named, scope_key, scope_of};
use crate::areas::brand::settings_tabs;
use crate::parts::{crumbs, csrf, page_header_under};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many steps the form offers beyond those there are.
const STEPS: usize = 3;

/// Which path.
#[derive(Debug, Deserialize)]
pub struct Which {
    scope: String,
}

/// Shows its steps.
pub async fn get(here: InBrand, Query(which): Query<Which>) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let scope = scope_of(&which.scope)?;
    let mut tx = here.read().await?;
    let paths = Path::all(&here.actor, &mut tx).await?;
    let steps = paths.into_iter().find(|path| path.scope == scope).map(|path| path.steps);
    let named = Named::load(&here, &mut tx).await?;
    let title = named.scope(here.words(), scope);
    let steps = steps.unwrap_or_default();
    let page = PathPage { scope: which.scope, title, steps, named, form: Form::empty() };
    Ok(here.show(&page))
}

/// Changes them.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let scope = scope_of(form.get("scope"))?;
    let steps = read(&form);
    let mut tx = here.begin().await?;
    let set = match &steps {
        Ok(steps) => Path::set(scope, steps.clone(), &here.actor, &mut tx).await,
        Err(()) => Err(ApprovalError::NotAnAddress),
    };
    match set {
        Ok(()) => {
            tx.commit().await?;
            return Ok(here
                .go("settings/approvals")
                .saying("approvals-path-saved")
                .into_response());
        }
        Err(ApprovalError::NotAnAddress) => {
            form.refuse("", here.words().t("approvals-not-an-address"));
        }
        Err(ApprovalError::NobodyNamed) => {
            form.refuse("", here.words().t("approvals-nobody-named"));
        }
        Err(error) => return Err(error.into()),
    }
    drop(tx);
    let mut tx = here.read().await?;
    let named = Named::load(&here, &mut tx).await?;
    let title = named.scope(here.words(), scope);
    let steps = steps.unwrap_or_default();
    let page = PathPage { scope: scope_key(scope), title, steps, named, form };
    Ok(here.refused(&page))
}

/// The steps that the form names; those that name nobody are left out.
fn read(form: &Form) -> Result<Vec<Step>, ()> {
    let mut steps = Vec::new();
    for n in 0..10 {
        let mut approvers = Vec::new();
        for who in form.all(&format!("who-{n}")) {
            match who.parse() {
                Ok(id) => approvers.push(Approver::Teammate { id }),
                Err(_) if who == "managers" => approvers.push(Approver::Managers),
                Err(_) => return Err(()),
            }
        }
        for line in form.get(&format!("outside-{n}")).lines().filter(|l| !l.trim().is_empty()) {
            approvers.push(outside(line)?);
        }
        if approvers.is_empty() {
            continue;
        }
        let all = form.get(&format!("mode-{n}")) == "all";
        steps.push(Step { mode: if all { Mode::All } else { Mode::Any }, approvers });
    }
    Ok(steps)
}

/// `Paul Duval <paul@duval.fr>`, or the address alone.
fn outside(line: &str) -> Result<Approver, ()> {
    let line = line.trim();
    let (name, email) = match line.split_once('<') {
        Some((name, rest)) => (name.trim(), rest.trim_end_matches('>').trim()),
        None => match line.rsplit_once(char::is_whitespace) {
            Some((name, email)) if email.contains('@') => (name.trim(), email),
            _ => ("", line),
        },
    };
    platform::field::Email::parse(email).map_err(|_| ())?;
    Ok(Approver::Outside { name: name.to_owned(), email: email.to_owned() })
}

/// One path.
pub struct PathPage {
    scope: String,
    title: String,
    steps: Vec<Step>,
    named: Named,
    form: Form,
}

impl PathPage {
    fn step(&self, frame: &Frame, n: usize) -> Markup {
        let words = &frame.words;
        let step = self.steps.get(n);
        let names =
            |approver: &Approver| step.is_some_and(|step| step.approvers.contains(approver));
        let of_team = |id: &str| id.parse().is_ok_and(|id| names(&Approver::Teammate { id }));
        let outside = match step {
            Some(step) => step
                .approvers
                .iter()
                .filter_map(|approver| match approver {
                    Approver::Outside { name, email } => Some(format!("{name} <{email}>")),
                    _ => None,
                })
                .collect::<Vec<_>>()
                .join("\n"),
            None => self.form.get(&format!("outside-{n}")).to_owned(),
        };
        let all = step.is_some_and(|step| step.mode == Mode::All);
        let (mode, area) = (format!("mode-{n}"), format!("outside-{n}"));
        html! {
            fieldset.card.fieldset.stack {
                legend { (words.tn("approvals-step", args![count => n + 1])) }
                div.stack.stack-sm {
                    label.check { input type="checkbox" name={ "who-" (n) } value="managers" checked[names(&Approver::Managers)]; span { (words.t("approvals-managers-long")) } }
                    @for (id, name) in &self.named.team {
                        label.check { input type="checkbox" name={ "who-" (n) } value=(id) checked[of_team(id)]; span { (name) } }
                    }
                }
                div.field {
                    label for=(area) { (words.t("approvals-outside-people")) " " span.optional { (words.t("approvals-optional")) } }
                    textarea.textarea id=(area) name=(area) rows="2" aria-describedby={ (area) "-hint" } placeholder="Paul Duval <paul@duval.fr>" { "\n" (outside) }
                    p.hint id={ (area) "-hint" } { (words.t("approvals-outside-hint")) }
                }
                div.row role="radiogroup" aria-label=(words.t("approvals-how-many")) {
                    label.check { input type="radio" name=(mode) value="any" checked[!all]; span { (words.t("approvals-mode-any")) } }
                    label.check { input type="radio" name=(mode) value="all" checked[all]; span { (words.t("approvals-mode-all")) } }
                }
            }
        }
    }
}

impl Page for PathPage {
    fn samples() -> Vec<Self> {
        let steps = vec![Step {
            mode: Mode::All,
            approvers: vec![
                Approver::Managers,
                Approver::Outside { name: "Paul Duval".into(), email: "paul@duval.example".into() },
            ],
        }];
        let page = |steps, form| Self {
            scope: "brand".to_owned(),
            title: "Toute la marque".to_owned(),
            steps,
            named: Named::sample(),
            form,
        };
        let mut refused = Form::empty();
        refused.refuse("", "Ce n’est pas une adresse.");
        vec![page(vec![], Form::empty()), page(steps, refused)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("approvals-path-title", args![name => &self.title])
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let settings = frame.url("settings/approvals");
        let above = crumbs(frame, &[(&words.t("approvals-paths-title"), &settings)]);
        html! {
            (page_header_under(above, &self.title(frame), html! { p.page-lead { (words.t("approvals-path-lead")) } }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/approvals"))
                form.stack.stack-lg method="post" action=(frame.url("settings/approvals/path")) {
                    (csrf(frame))
                    input type="hidden" name="scope" value=(self.scope);
                    @if let Some(error) = self.form.error("") {
                        p.error role="alert" tabindex="-1" autofocus { (error) }
                    }
                    @for n in 0..STEPS.max(self.steps.len() + 1).min(10) { (self.step(frame, n)) }
                    p.hint { (words.t("approvals-empty-steps")) }
                    div.form-actions {
                        button.button.button-primary { (words.t("approvals-save")) }
                        a.button.button-quiet href=(settings) { (words.t("approvals-cancel")) }
                    }
                }
            }
        }
    }
}

page_samples!(PathPage);
