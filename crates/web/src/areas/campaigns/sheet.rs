//! A campaign's figures as a file: a line for each of its sends.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header;
use measurement::campaign::{Send, campaign_figures};
use measurement::statistics::{Ingredient, Measure};
use primitives::Id;
use publishing::Campaign;

use super::wording::of;
use crate::{InBrand, Refusal};

/// The sends of a campaign with their figures, as CSV; what is not known is left empty.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let figures = campaign_figures(&campaign, None, &here.actor, &mut tx).await?;
    let mut text = String::from("\u{feff}");
    text += &line(&head());
    for send in &figures.sends {
        text += &line(&cells(&here, send));
    }
    let name = format!("{}.csv", primitives::slug(&campaign.name));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, text).into_response())
}

fn head() -> Vec<String> {
    let own = ["publication", "published_at", "network", "url", "text", "format", "read_at"];
    let counts = Ingredient::ALL.map(|kind| kind.id().to_owned());
    let rates = Measure::all().map(|measure| measure.id().to_owned());
    own.map(str::to_owned).into_iter().chain(counts).chain(rates).collect()
}

fn cells(here: &InBrand, send: &Send) -> Vec<String> {
    let post = send.post.as_ref();
    let figures = send.latest.map(|latest| latest.figures);
    let local = here.words().local(send.published_at);
    let mut cells = vec![
        send.publication.to_string(),
        local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        post.map(|post| post.network.clone()).unwrap_or_default(),
        post.and_then(|post| post.url.clone()).unwrap_or_default(),
        post.map(|post| post.text.clone()).unwrap_or_default(),
        post.map(|post| post.format.to_string()).unwrap_or_default(),
        send.latest.map(|latest| latest.at.to_string()).unwrap_or_default(),
    ];
    let count = |kind| figures.and_then(|figures| figures.get(kind)).map(|n: i64| n.to_string());
    cells.extend(Ingredient::ALL.map(|kind| count(kind).unwrap_or_default()));
    let rate = |measure: Measure| {
        let rate = figures.and_then(|figures| measure.of(&figures).ok());
        rate.map(|rate| format!("{:.6}", rate.share())).unwrap_or_default()
    };
    cells.extend(Measure::all().map(rate));
    cells
}

/// A line of cells.
pub(crate) fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

/// A cell; one that a spreadsheet would run as a formula is made text.
fn quoted(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || (cell.starts_with('-') && cell.parse::<f64>().is_err());
    let cell = if runs { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_never_runs_as_a_formula_and_keeps_its_commas() {
        assert_eq!(quoted("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(quoted("Pain, beurre"), "\"Pain, beurre\"");
        assert_eq!(quoted("-4"), "-4");
        assert_eq!(quoted("@louise"), "'@louise");
    }
}
