//! Which posts are looked at: network, import, period, measure. The same on every page, kept in
//! the address.

use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, Render, html};
use measurement::comparing::{PostComparisons, PostFilter, compare_posts, networks};
use measurement::insights::{Import, ImportState};
use measurement::statistics::Measure;
use primitives::Id;
use serde::Deserialize;

use super::wording::{measure_name, network_name};
use crate::parts::{Field, Select, submit};
use crate::words::{Words, args};
use crate::{Form, InBrand, Refusal};

/// The periods offered, in days.
const PERIODS: [i64; 4] = [7, 30, 90, 365];
/// What is looked at where nobody chose: the first of which something is known.
const PREFERRED: [Measure; 4] = [
    Measure::EngagementByReach,
    Measure::PublicEngagement,
    Measure::EngagementByImpressions,
    Measure::EngagementByViews,
];

/// What the address asks for, as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Asked {
    network: String,
    import: String,
    period: String,
    from: String,
    to: String,
    measure: String,
    /// How the list is sorted.
    pub sort: String,
    /// Which page of the list.
    pub page: String,
}

/// What is looked at.
#[derive(Debug, Clone, Default)]
pub struct Looking {
    /// Which posts.
    pub filter: PostFilter,
    asked: Asked,
    networks: Vec<String>,
    imports: Vec<(Id<Import>, String)>,
    days: Option<i64>,
    dates: (Option<Date>, Option<Date>),
}

impl Looking {
    /// Reads what is asked; what makes no sense is as if it were not asked.
    pub async fn at(asked: Asked, here: &InBrand) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let networks = networks(&here.actor, &mut tx).await?;
        let imports = Import::all(&here.actor, &mut tx).await?;
        let imports = imports.into_iter().filter(|import| import.state == ImportState::Done);
        let imports: Vec<_> = imports.map(|import| (import.id, import.plan.file_name)).collect();
        let mut looking = Self { networks, imports, ..Self::default() };
        looking.filter.network =
            looking.networks.iter().find(|key| **key == asked.network).cloned();
        let import = asked.import.parse().ok();
        looking.filter.import =
            import.filter(|id| looking.imports.iter().any(|(known, _)| known == id));
        looking.read_period(&asked, here.words());
        looking.asked = asked;
        Ok(looking)
    }

    fn read_period(&mut self, asked: &Asked, words: &Words) {
        let zone = words.zone();
        let midnight = |day: Date| Some(day.to_zoned(zone.clone()).ok()?.timestamp());
        if let Some(days) = asked.period.parse().ok().filter(|days| PERIODS.contains(days)) {
            let today = words.now().map(|now| words.local(now).date());
            self.days = Some(days);
            self.filter.from = today
                .and_then(|today| today.checked_sub((days - 1).days()).ok())
                .and_then(midnight);
            return;
        }
        if asked.period == "all" {
            return;
        }
        let day = |text: &str| {
            text.parse::<Date>().ok().filter(|day| (1990..=2200).contains(&day.year()))
        };
        self.dates = (day(&asked.from), day(&asked.to));
        self.filter.from = self.dates.0.and_then(midnight);
        self.filter.to = self.dates.1.and_then(|day| day.tomorrow().ok()).and_then(midnight);
    }

    /// The posts compared by the measure asked for, or by the first of which something is known.
    pub async fn comparisons(&self, here: &InBrand) -> Result<PostComparisons, Refusal> {
        let mut tx = here.read().await?;
        let asked = Measure::all().into_iter().find(|measure| measure.id() == self.asked.measure);
        if let Some(measure) = asked {
            return Ok(compare_posts(&self.filter, measure, &here.actor, &mut tx).await?);
        }
        let mut first = None;
        for measure in PREFERRED {
            let found = compare_posts(&self.filter, measure, &here.actor, &mut tx).await?;
            if found.overall.coverage.known > 0 || found.overall.coverage.all == 0 {
                return Ok(found);
            }
            first.get_or_insert(found);
        }
        first.ok_or(Refusal::Fault)
    }

    /// Whether only some posts are looked at.
    pub fn is_narrowed(&self) -> bool {
        self.filter != PostFilter::default()
    }

    /// The period in words: « 30 derniers jours ».
    pub fn period(&self, words: &Words) -> String {
        match (self.days, self.dates) {
            (Some(days), _) => words.tn("measures-period-days", args![count => days]),
            (None, (Some(from), Some(to))) => words.tn(
                "measures-period-between",
                args![from => words.date(from), to => words.date(to)],
            ),
            (None, (Some(from), None)) => {
                words.tn("measures-period-from", args![from => words.date(from)])
            }
            (None, (None, Some(to))) => words.tn("measures-period-to", args![to => words.date(to)]),
            (None, (None, None)) => words.t("measures-period-all"),
        }
    }

    /// Where the figures come from, in words: a network, an import, or all.
    pub fn origin(&self, words: &Words) -> String {
        let network = self.filter.network.as_ref().map(|key| network_name(words, key));
        let import = self.imports.iter().find(|(id, _)| Some(*id) == self.filter.import);
        match (network, import) {
            (Some(network), Some((_, file))) => format!("{network}, {file}"),
            (Some(network), None) => network,
            (None, Some((_, file))) => file.clone(),
            (None, None) => words.t("measures-all-networks"),
        }
    }

    /// The same, as the end of an address, with another page: `?network=x&page=2`.
    pub fn query(&self, page: usize) -> String {
        let asked = &self.asked;
        let page = page.to_string();
        let fields = [
            ("network", &asked.network),
            ("import", &asked.import),
            ("period", &asked.period),
            ("from", &asked.from),
            ("to", &asked.to),
            ("measure", &asked.measure),
            ("sort", &asked.sort),
            ("page", &page),
        ];
        let mut query = url::form_urlencoded::Serializer::new("?".to_owned());
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        query.finish().replacen("?&", "?", 1)
    }

    /// The form that narrows; `sorts` are the orders offered, if any.
    pub fn form(
        &self,
        words: &Words,
        action: &str,
        measure: Measure,
        sorts: &[(String, String)],
    ) -> Markup {
        let form = self.filled(measure);
        let any = |key: &str| (String::new(), words.t(key));
        let networks = self.networks.iter().map(|key| (key.clone(), network_name(words, key)));
        let imports = self.imports.iter().map(|(id, file)| (id.to_string(), file.clone()));
        let periods = PERIODS
            .map(|days| (days.to_string(), words.tn("measures-period-days", args![count => days])));
        let periods = std::iter::once(("all".to_owned(), words.t("measures-period-all")))
            .chain(periods)
            .chain([("dates".to_owned(), words.t("measures-period-dates"))]);
        let measures = Measure::all().map(|measure| (measure.id(), measure_name(words, measure)));
        html! {
            form.card.card-quiet.form.filter method="get" action=(action) aria-label=(words.t("measures-filter")) {
                div.fields-inline {
                    (Select::new(&form, "network", &words.t("measures-network"), std::iter::once(any("measures-all-networks")).chain(networks)))
                    (Select::new(&form, "period", &words.t("measures-period"), periods))
                    (Select::new(&form, "measure", &words.t("measures-measure"), measures))
                    @if !sorts.is_empty() { (Select::new(&form, "sort", &words.t("measures-sort"), sorts.iter().cloned())) }
                }
                details.disclosure open[self.dates != (None, None) || self.filter.import.is_some()] {
                    summary { (words.t("measures-filter-more")) }
                    div.fields-inline {
                        (Field::new(&form, "from", &words.t("measures-from")).kind("date").render())
                        (Field::new(&form, "to", &words.t("measures-to")).kind("date").render())
                        @if !self.imports.is_empty() {
                            (Select::new(&form, "import", &words.t("measures-import"), std::iter::once(any("measures-any-import")).chain(imports)))
                        }
                    }
                }
                div.form-actions { (submit(&words.t("measures-show"), "button-small")) }
            }
        }
    }

    fn filled(&self, measure: Measure) -> Form {
        let date = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let period = match (self.days, self.dates) {
            (Some(days), _) => days.to_string(),
            (None, (None, None)) => "all".to_owned(),
            _ => "dates".to_owned(),
        };
        Form::empty()
            .with("network", self.filter.network.clone().unwrap_or_default())
            .with("import", self.filter.import.map(|id| id.to_string()).unwrap_or_default())
            .with("period", period)
            .with("from", date(self.dates.0))
            .with("to", date(self.dates.1))
            .with("measure", measure.id())
            .with("sort", self.asked.sort.clone())
    }
}
