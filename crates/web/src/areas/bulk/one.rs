//! One file: which column is what, and what each line would become.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use database::Tx;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use primitives::text::shorten;
use publishing::bulk::{Becomes, Column, ImportState, Known, Line, Plan, PostImport, Sheet};
use tables::DateOrder;

use super::result::ResultPage;
use super::table::lines_table;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{Choice, Select, choice, crumbs, csrf, error_summary, page_header_under};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Where a file stands: its columns to confirm, how far it is, what it brought.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<PostImport>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let import = PostImport::load(id, &here.actor, &mut tx).await?;
    if import.state != ImportState::Proposed {
        return Ok(here.show(&ResultPage::load(&here, import, &mut tx).await?));
    }
    Ok(here.show(&PlanPage::load(&here, import, Form::empty(), &mut tx).await?))
}

/// Keeps which column is what, and begins when it is asked to.
pub async fn post(
    here: InBrand,
    Path((_, id)): Path<(String, Id<PostImport>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let mut import = PostImport::load(id, &here.actor, &mut tx).await?;
    let plan = plan_of(&form, &import);
    import.change_plan(plan, &here.actor, &mut tx).await?;
    let place = format!("posts/imports/{id}");
    if form.get("do") != "make" {
        tx.commit().await?;
        return Ok(here.go(&format!("{place}#preview")).into_response());
    }
    if !import.plan.columns.contains(&Column::Text) {
        tx.commit().await?;
        form.refuse("column-0", here.words().t("bulk-no-text"));
        let mut tx = here.read().await?;
        return Ok(here.refused(&PlanPage::load(&here, import, form, &mut tx).await?));
    }
    import.start(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&place).into_response())
}

fn plan_of(form: &Form, import: &PostImport) -> Plan {
    let column = |at: usize| {
        let chosen = form.get(&format!("column-{at}"));
        chosen.parse().unwrap_or(Column::Ignored)
    };
    Plan {
        columns: (0..import.sheet.header.len()).map(column).collect(),
        order: match form.get("order") {
            "month" => DateOrder::MonthFirst,
            _ => DateOrder::DayFirst,
        },
        channels: form.all("channel").filter_map(|id| id.parse().ok()).collect(),
        becomes: form.get("becomes").parse().unwrap_or(Becomes::Draft),
    }
}

/// « What would each line become? »
pub struct PlanPage {
    import: PostImport,
    lines: Vec<Line>,
    channels: Vec<ShownChannel>,
    form: Form,
}

impl PlanPage {
    async fn load(
        here: &InBrand,
        import: PostImport,
        errors: Form,
        tx: &mut Tx,
    ) -> Result<Self, Refusal> {
        let known = Known::of(&here.actor, tx).await?;
        let all = Channel::for_posts(&here.actor, tx).await.map_err(Refusal::fault)?;
        let connectors = &here.house.kit.connectors;
        let channels = all.iter().map(|channel| ShownChannel::of(channel, connectors)).collect();
        let read = |row| Line::read(row, &import.plan, &known);
        let lines = import.sheet.rows.iter().map(read).collect();
        let form = filled(&import, errors);
        Ok(Self { import, lines, channels, form })
    }

    fn columns(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            fieldset.fieldset.stack {
                legend { (words.t("bulk-columns")) }
                @if let Some(error) = self.form.error("column-0") { p.error { (error) } }
                div.fields-inline {
                    @for (at, name) in self.import.sheet.header.iter().enumerate() {
                        @let field = format!("column-{at}");
                        @let chosen = self.import.plan.columns.get(at).copied().unwrap_or(Column::Ignored);
                        div.field {
                            label for=(field) { @if name.is_empty() { (words.tn("bulk-column-without-name", args![number => at + 1])) } @else { (name) } }
                            select.select id=(field) name=(field) aria-describedby={ (field) "-sample" } {
                                @for column in Column::ALL {
                                    option value=(column) selected[chosen == *column] { (words.t(&format!("bulk-column-{}", column.as_str().replace('_', "-")))) }
                                }
                            }
                            p.hint.clip id={ (field) "-sample" } { (self.sample(at)) }
                        }
                    }
                }
            }
        }
    }

    /// The first cell of a column that says something.
    fn sample(&self, at: usize) -> String {
        let mut cells = self.import.sheet.rows.iter().filter_map(|(_, cells)| cells.get(at));
        let cell = cells.find(|cell| !cell.is_empty()).map(String::as_str).unwrap_or("–");
        shorten(cell, 50).into_owned()
    }

    fn how(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let orders = [("day", words.t("bulk-order-day")), ("month", words.t("bulk-order-month"))];
        html! {
            @if !self.channels.is_empty() {
                fieldset.fieldset {
                    legend { (words.t("bulk-channels")) }
                    div.choices.choices-compact {
                        @for channel in &self.channels {
                            @let id = channel.id.to_string();
                            label.choice {
                                input type="checkbox" name="channel" value=(id) checked[self.form.chose("channel", &id)];
                                (channel.mark("network-sm"))
                                span { (channel.network) " " (channel.account()) }
                            }
                        }
                    }
                }
            }
            (Select::new(&self.form, "order", &words.t("bulk-order"), orders))
            fieldset.fieldset {
                legend { (words.t("bulk-becomes")) }
                div.choices {
                    @for value in ["draft", "scheduled"] {
                        @if value == "draft" || frame.may(Right::Publish) {
                            @let title = words.t(&format!("bulk-becomes-{value}"));
                            @let hint = words.t(&format!("bulk-becomes-{value}-hint"));
                            (choice(&self.form, "radio", "becomes", Choice { value, title: &title, hint: &hint }))
                        }
                    }
                }
            }
        }
    }
}

fn filled(import: &PostImport, errors: Form) -> Form {
    let order = if import.plan.order == DateOrder::MonthFirst { "month" } else { "day" };
    let mut form = Form::empty().with("order", order).with("becomes", import.plan.becomes.as_str());
    for channel in &import.plan.channels {
        form = form.with("channel", channel.to_string());
    }
    if let Some(error) = errors.error("column-0") {
        form.refuse("column-0", error);
    }
    form
}

/// Imports of the named world.
pub(super) fn sample_imports() -> Vec<PostImport> {
    let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 9);
    let sheet = Sheet {
        header: vec!["Message".into(), "Date".into(), String::new()],
        rows: vec![
            (2, vec!["Le levain a douze ans".into(), "24/11/2026 8:30".into()]),
            (3, vec![String::new(), "31/13/2026".into(), "x".into()]),
        ],
    };
    let import = |state| PostImport {
        id: ambient.new_id(),
        file_name: "novembre.csv".into(),
        plan: Plan::propose(&sheet),
        sheet: sheet.clone(),
        state,
        by: None,
        created_at: ambient.now(),
        ended_at: None,
    };
    ImportState::ALL.iter().map(|state| import(*state)).collect()
}

/// What names mean in the named world.
pub(super) fn sample_known() -> Known {
    let now = "2026-11-22T09:00:00Z".parse().unwrap_or_default();
    let (channels, topics, campaigns) = (Vec::new(), Vec::new(), Vec::new());
    Known { channels, topics, campaigns, zone: "Europe/Paris".into(), now }
}

impl Page for PlanPage {
    fn samples() -> Vec<Self> {
        let page = |errors: Form| {
            let import = sample_imports().remove(0);
            let read = |row| Line::read(row, &import.plan, &sample_known());
            Self {
                lines: import.sheet.rows.iter().map(read).collect(),
                form: filled(&import, errors),
                channels: ShownChannel::samples(),
                import,
            }
        };
        let mut refused = Form::empty();
        refused.refuse("column-0", "…");
        vec![page(Form::empty()), page(refused)]
    }

    fn title(&self, _frame: &Frame) -> String {
        self.import.file_name.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(
            frame,
            &[
                (&words.t("shell-room-posts"), &frame.url("posts")),
                (&words.t("bulk-title"), &frame.url("posts/imports")),
            ],
        );
        let makes = self.lines.iter().filter(|line| line.makes_a_post()).count();
        let address = frame.url(&format!("posts/imports/{}", self.import.id));
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.tn("bulk-plan-lead", args![count => self.lines.len()])) }, html! {}))
            form.stack.stack-lg method="post" action=(address) {
                (csrf(frame))
                (error_summary(words, &self.form))
                div.card.form { (self.columns(frame)) (self.how(frame))
                    div.form-actions { button.button name="do" value="look" { (words.t("bulk-look-again")) } }
                }
                section.stack id="preview" aria-labelledby="preview-title" {
                    h2.section-title id="preview-title" { (words.t("bulk-preview")) }
                    (lines_table(words, &self.lines, &self.channels))
                    div.form-actions {
                        button.button.button-primary name="do" value="make" { (words.tn("bulk-make", args![count => makes])) }
                    }
                }
            }
        }
    }
}

page_samples!(PlanPage);
