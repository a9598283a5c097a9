use axum::response::{IntoResponse, Response};
use channels::{Channel, Mode};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use measurement::insights::{DateOrder, Field, Import, ImportPlan, PreviewRow, Sheet, Weekdays};
use platform::Right;
use primitives::text::shorten;

use super::preview::preview;
use super::{ImportPath, load, plan_error, samples, sheet_of};
use crate::areas::measures::{ingredient_name, network_name};
use crate::parts::{Select, Tone, crumbs, csrf, error_summary, notice, page_header_under};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many rows are shown as they would be read.
const PREVIEWED: usize = 5;
/// The networks whose exports people bring.
const NETWORKS: [&str; 11] = [
    "facebook",
    "instagram",
    "linkedin",
    "x",
    "tiktok",
    "youtube",
    "threads",
    "pinterest",
    "bluesky",
    "mastodon",
    "other",
];

/// Keeps how the file is to be read, and shows it again.
pub async fn post(here: InBrand, path: ImportPath, form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let import = load(&here, path.0.1).await?;
    let sheet = sheet_of(&here, &import).await?;
    let plan = match changed(&here, &import, &sheet, &form).await? {
        Ok(plan) => plan,
        Err(form) => return again(&here, import, &sheet, form).await,
    };
    let mut tx = here.begin().await?;
    let import = import.replan(plan, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("imports/{}#preview", import.id)).into_response())
}

/// The plan as the form changes it, or the form with what is wrong.
pub(super) async fn changed(
    here: &InBrand,
    import: &Import,
    sheet: &Sheet,
    form: &Form,
) -> Result<Result<ImportPlan, Form>, Refusal> {
    let channels = channels(here).await?;
    let mut plan = ImportPlan { columns: Default::default(), ..import.plan.clone() };
    for field in Field::all() {
        if let Ok(column) = form.get(&format!("column-{}", field.id())).parse::<usize>() {
            plan.columns.insert(field, column);
        }
    }
    let same_date =
        plan.columns.get(&Field::PublishedAt) == import.plan.columns.get(&Field::PublishedAt);
    plan.guess(sheet);
    if same_date && !form.get("order").is_empty() {
        plan.order = if form.get("order") == "day_first" {
            DateOrder::DayFirst
        } else {
            DateOrder::MonthFirst
        };
    }
    match form.get("weekdays") {
        "sunday_first" => plan.weekdays = Weekdays::SundayFirst,
        "monday_first" => plan.weekdays = Weekdays::MondayFirst,
        _ => {}
    }
    plan.zone = form.get("zone").to_owned();
    let network = NETWORKS.into_iter().find(|key| *key == form.get("network"));
    plan.network = network.map_or_else(|| import.plan.network.clone(), str::to_owned);
    let channel = channels.iter().find(|channel| channel.id.to_string() == form.get("channel"));
    plan.channel = channel.map(|channel| channel.id);
    if let Some(channel) = channel {
        plan.network.clone_from(&channel.network);
    }
    Ok(match plan.check(sheet) {
        Ok(()) => Ok(plan),
        Err(error) => {
            let mut form = form.clone();
            form.refuse("", plan_error(here.words(), error));
            Err(form)
        }
    })
}

/// The columns, as the plan has them.
pub(super) async fn show(
    here: &InBrand,
    import: Import,
    sheet: &Sheet,
) -> Result<Response, Refusal> {
    let form = filled(&import.plan);
    let page =
        MappingPage::of(import, sheet, channels(here).await?, form, here.brand.zone.time_zone());
    Ok(here.show(&page))
}

/// The same with what is wrong, as it was sent.
pub(super) async fn again(
    here: &InBrand,
    import: Import,
    sheet: &Sheet,
    form: Form,
) -> Result<Response, Refusal> {
    let page =
        MappingPage::of(import, sheet, channels(here).await?, form, here.brand.zone.time_zone());
    Ok(here.refused(&page))
}

/// The accounts whose posts Parvis knows.
async fn channels(here: &InBrand) -> Result<Vec<Channel>, Refusal> {
    let mut tx = here.read().await?;
    let all = Channel::all(&here.actor, &mut tx).await?;
    Ok(all.into_iter().filter(|channel| channel.mode == Mode::Api).collect())
}

fn filled(plan: &ImportPlan) -> Form {
    let mut form = Form::empty()
        .with("network", plan.network.clone())
        .with("channel", plan.channel.map(|id| id.to_string()).unwrap_or_default())
        .with("zone", plan.zone.clone())
        .with("order", if plan.order == DateOrder::DayFirst { "day_first" } else { "month_first" })
        .with(
            "weekdays",
            if plan.weekdays == Weekdays::SundayFirst { "sunday_first" } else { "monday_first" },
        );
    for (field, column) in &plan.columns {
        form = form.with(&format!("column-{}", field.id()), column.to_string());
    }
    form
}

/// « Which column is which? »
pub struct MappingPage {
    import: Import,
    /// Each column's name, with what some of its cells say.
    columns: Vec<(String, String)>,
    rows: usize,
    tab: Option<String>,
    channels: Vec<Channel>,
    preview: Vec<PreviewRow>,
    form: Form,
}

impl MappingPage {
    fn of(
        import: Import,
        sheet: &Sheet,
        channels: Vec<Channel>,
        form: Form,
        zone: &TimeZone,
    ) -> Self {
        let sample =
            |column| sheet.samples(column, 1).next().map(|cell| shorten(cell, 28).into_owned());
        let columns = sheet.header.iter().enumerate();
        let columns = columns
            .map(|(column, name)| (name.clone(), sample(column).unwrap_or_default()))
            .collect();
        let preview = import.plan.preview(sheet, zone, PREVIEWED);
        Self {
            import,
            columns,
            rows: sheet.rows.len(),
            tab: sheet.tab.clone(),
            channels,
            preview,
            form,
        }
    }
}

impl Page for MappingPage {
    fn samples() -> Vec<Self> {
        let (sheet, plan) = samples::sheet();
        let import = || samples::imports().swap_remove(0);
        let page = |import, form| Self::of(import, &sheet, Vec::new(), form, &TimeZone::UTC);
        let mut refused = filled(&plan);
        refused.refuse("", "…");
        let mut by_hand = import();
        by_hand.plan.columns.clear();
        by_hand.plan.template = None;
        let empty = filled(&by_hand.plan);
        vec![page(import(), filled(&plan)), page(import(), refused), page(by_hand, empty)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("imports-mapping-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(
            frame,
            &[
                (&words.t("shell-room-measures"), &frame.url("measures")),
                (&words.t("imports-title"), &frame.url("imports")),
            ],
        );
        let rows = i64::try_from(self.rows).unwrap_or_default();
        let mapped = i64::try_from(self.import.plan.columns.len()).unwrap_or_default();
        let address = frame.url(&format!("imports/{}", self.import.id));
        html! {
            (page_header_under(above, &self.title(frame), html! {
                (self.import.plan.file_name) @if let Some(tab) = &self.tab { ", " (tab) } ". " (words.tn("imports-rows", args![count => rows])) "."
            }, html! {}))
            form.stack.stack-lg method="post" action={ (address) "/run" } {
                (csrf(frame))
                (error_summary(words, &self.form))
                (self.recognised(words))
                details.disclosure open[self.import.plan.template.is_none() || self.form.is_refused()] {
                    summary { (words.tn("imports-change", args![count => mapped])) }
                    div.stack.stack-lg {
                        section.card.form aria-labelledby="how" {
                            h2 id="how" { (words.t("imports-how")) }
                            (self.settings(words))
                        }
                        (self.table(words, "imports-about", &about()))
                        (self.table(words, "imports-figures", &figures()))
                        div.row { button.button formaction={ (address) "/plan" } { (words.t("imports-preview-again")) } }
                    }
                }
                (preview(words, &self.import.plan, &self.preview))
                div.form-actions.sticky-actions {
                    button.button.button-primary { (words.tn("imports-run", args![count => rows])) }
                    a.button.button-quiet href=(frame.url("imports/new")) { (words.t("imports-another")) }
                }
            }
        }
    }
}

impl MappingPage {
    fn recognised(&self, words: &Words) -> Markup {
        match &self.import.plan.template {
            Some(key) => {
                let name = words.t(&format!("import-template-{}", key.replace('_', "-")));
                notice(
                    Tone::Success,
                    &words.tn("imports-recognised", args![name => name]),
                    html! { p { (words.t("imports-recognised-lead")) } },
                )
            }
            None if self.import.plan.columns.is_empty() => notice(
                Tone::Warning,
                &words.t("imports-not-recognised"),
                html! { p { (words.t("imports-plan-no-recognised-column")) } },
            ),
            None => notice(
                Tone::Info,
                &words.t("imports-partly"),
                html! { p { (words.t("imports-partly-lead")) } },
            ),
        }
    }

    fn settings(&self, words: &Words) -> Markup {
        let form = &self.form;
        let known = &self.import.plan.network;
        let other = (!NETWORKS.contains(&known.as_str())).then_some(known.as_str());
        let networks = NETWORKS.into_iter().chain(other).map(|key| (key, network_name(words, key)));
        let none = (String::new(), words.t("imports-channel-none"));
        let channels = self.channels.iter().map(|channel| {
            (channel.id.to_string(), format!("{} @{}", channel.network_name, channel.handle))
        });
        let orders = ["day_first", "month_first"]
            .map(|key| (key, words.t(&format!("imports-order-{}", key.replace('_', "-")))));
        let weekdays = ["monday_first", "sunday_first"]
            .map(|key| (key, words.t(&format!("imports-weekdays-{}", key.replace('_', "-")))));
        html! {
            div.fields-inline {
                (Select::new(form, "network", &words.t("imports-network"), networks))
                @if !self.channels.is_empty() {
                    (Select::new(form, "channel", &words.t("imports-channel"), std::iter::once(none).chain(channels)).hint(words.t("imports-channel-hint")))
                }
                (Select::new(form, "order", &words.t("imports-order"), orders).hint(words.t("imports-order-hint")))
                (Select::new(form, "zone", &words.t("imports-zone"), Words::zones()).hint(words.t("imports-zone-hint")))
                @if self.import.plan.columns.contains_key(&Field::Weekday) { (Select::new(form, "weekdays", &words.t("imports-weekdays"), weekdays).hint(words.t("imports-weekdays-hint"))) }
            }
        }
    }

    /// Each field with the column it is read from.
    fn table(&self, words: &Words, key: &str, fields: &[Field]) -> Markup {
        html! {
            section.card aria-labelledby=(key) {
                h2 id=(key) { (words.t(key)) }
                div.mapping { @for field in fields { (self.line(words, *field)) } }
            }
        }
    }

    fn line(&self, words: &Words, field: Field) -> Markup {
        let name = format!("column-{}", field.id());
        let chosen = self.form.get(&name);
        html! {
            div.field {
                label for=(name) { (field_name(words, field)) }
                select.select id=(name) name=(name) data-mapped[!chosen.is_empty()] {
                    option value="" selected[chosen.is_empty()] { (words.t("imports-no-column")) }
                    @for (index, (column, sample)) in self.columns.iter().enumerate() {
                        option value=(index) selected[chosen == index.to_string()] {
                            (shorten(column, 60)) @if !sample.is_empty() { " — " (sample) }
                        }
                    }
                }
            }
        }
    }
}

page_samples!(MappingPage);

fn about() -> Vec<Field> {
    Field::all().into_iter().filter(|field| !matches!(field, Field::Figure(_))).collect()
}

fn figures() -> Vec<Field> {
    Field::all().into_iter().filter(|field| matches!(field, Field::Figure(_))).collect()
}

fn field_name(words: &Words, field: Field) -> String {
    match field {
        Field::Figure(kind) => ingredient_name(words, kind),
        field => words.t(&format!("import-field-{}", field.id().replace('_', "-"))),
    }
}
