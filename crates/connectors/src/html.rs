//! HTML as plain text.

use scraper::{ElementRef, Html, Node};

/// The words of a fragment of HTML, with its paragraphs and line breaks. Hidden parts of links
/// are kept (the whole address is what was written); scripts, styles and a quoted post's own
/// link are not words.
pub(crate) fn plain_text(html: &str) -> String {
    let fragment = Html::parse_fragment(html);
    let mut text = String::new();
    push(fragment.root_element(), &mut text);
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let mut tidy = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        let blank_again = line.is_empty() && (tidy.is_empty() || lines[at - 1].is_empty());
        if !blank_again {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy.trim_end().to_owned()
}

fn push(element: ElementRef<'_>, text: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(words) => push_words(words, text),
            Node::Element(_) => {
                let Some(child) = ElementRef::wrap(child) else { continue };
                push_element(child, text);
            }
            _ => {}
        }
    }
}

/// White space in HTML is one space, whatever it is written as.
fn push_words(words: &str, text: &mut String) {
    for c in words.chars() {
        match c {
            ' ' | '\n' | '\r' | '\t' | '\u{c}' => {
                if !text.is_empty() && !text.ends_with([' ', '\n']) {
                    text.push(' ');
                }
            }
            c => text.push(c),
        }
    }
}

fn push_element(element: ElementRef<'_>, text: &mut String) {
    match element.value().name() {
        "script" | "style" | "template" | "head" => {}
        "br" => text.push('\n'),
        // Custom emoji and smileys carry their words in `alt`.
        "img" => text.push_str(element.value().attr("alt").unwrap_or_default()),
        _ if element.value().classes().any(|class| class == "quote-inline") => {}
        "p" | "blockquote" | "ul" | "ol" | "pre" | "h1" | "h2" | "h3" | "h4" | "table"
        | "figure" => {
            block(element, text, "\n\n");
        }
        "div" | "li" | "tr" | "section" | "article" => block(element, text, "\n"),
        _ => push(element, text),
    }
}

fn block(element: ElementRef<'_>, text: &mut String, gap: &str) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(gap);
    }
    push(element, text);
    if !text.ends_with(gap) {
        text.push_str(gap);
    }
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn what_was_written_comes_back() {
        let html = "<p>Bonjour <span class=\"h-card\"><a href=\"https://a.example/@camille\">@<span>\
            camille</span></a></span> &amp; tous,<br />le <a href=\"/tags/pain\">#<span>pain</span></a> \
            est l&#39;ami</p><p>Voir <a href=\"https://www.example.fr/un/chemin\"><span \
            class=\"invisible\">https://www.</span><span class=\"ellipsis\">example.fr/un</span><span \
            class=\"invisible\">/chemin</span></a></p>";
        assert_eq!(
            plain_text(html),
            "Bonjour @camille & tous,\nle #pain est l'ami\n\nVoir https://www.example.fr/un/chemin"
        );
    }

    #[test]
    fn a_quoted_posts_link_is_not_the_authors_words() {
        let html =
            "<p class=\"quote-inline\">RE: <a href=\"https://a.example\">a</a></p><p>Oui</p>";
        assert_eq!(plain_text(html), "Oui");
    }

    #[test]
    fn no_html_at_all_is_left_as_it_is() {
        assert_eq!(plain_text("Un < deux"), "Un < deux");
        assert_eq!(plain_text(""), "");
    }
}
