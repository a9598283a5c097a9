//! The public help of a brand: its questions and tutorials, a search, and whether they helped.
//! Anyone reads it, search engines too.

mod article;
mod front;

use conversations::article::OpenHelp;
use maud::{Markup, PreEscaped};
use primitives::Language;

use crate::route::Routes;
use crate::security::Visitor;
use crate::{Frame, House, Refusal, guest};

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .public_get("/help/{brand}", front::get)
        .public_get("/help/{brand}/{language}", front::get_in)
        .public_get("/help/{brand}/{language}/{article}", article::get)
        .public_post("/help/{brand}/{language}/{article}/opinion", article::say)
}

/// The help at that address with the frame of its pages, in one of its languages.
async fn opened(
    house: &House,
    visitor: &Visitor,
    slug: &str,
    language: Language,
    tx: &mut database::Tx,
) -> Result<(OpenHelp, Frame), Refusal> {
    let help = OpenHelp::at(slug, tx).await?.ok_or(Refusal::NotFound)?;
    let base = format!("/help/{slug}/{}", language.tag());
    let mut frame = guest::frame(house, visitor, &help.brand, language, base);
    frame.listed = true;
    Ok((help, frame))
}

/// Markdown as a page shows it. What it holds of HTML is left out, and so are addresses that are
/// none: nobody's article runs a script in a reader's browser.
pub fn prose(markdown: &str) -> Markup {
    let mut options = comrak::Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.extension.strikethrough = true;
    // Titles of the page are above: the article's begin under them.
    options.render.escape = true;
    PreEscaped(comrak::markdown_to_html(&lowered(markdown), &options))
}

/// The titles of an article, one step lower: the page has its own first one.
fn lowered(markdown: &str) -> String {
    let mut fenced = false;
    let lines = markdown.lines().map(|line| {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        let marks = line.chars().take_while(|c| *c == '#').count();
        let title = !fenced && (1..6).contains(&marks) && line[marks..].starts_with(' ');
        if title { format!("#{line}") } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_never_runs_a_script() {
        let shown =
            prose("# Pain\n\n<script>alert(1)</script>\n\n[ici](javascript:alert(1)) **oui**");
        let shown = shown.into_string();
        assert!(!shown.contains("<script") && !shown.contains("href=\"javascript"), "{shown}");
        assert!(
            shown.contains("<h2>Pain</h2>") && shown.contains("<strong>oui</strong>"),
            "{shown}"
        );
    }
}
