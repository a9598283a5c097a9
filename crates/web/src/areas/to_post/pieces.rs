//! What there is to copy, piece by piece, in the order in which it is posted.

use channels::Content;
use maud::{Markup, html};
use publishing::hashtags;

use crate::parts::icon;
use crate::words::{Words, args};

/// One thing to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it is, in words.
    pub title: String,
    pub text: String,
    /// Whether it is posted after the post, as an answer.
    pub after: bool,
}

/// The pieces of a content.
pub(super) fn of(content: &Content, words: &Words) -> Vec<Piece> {
    let piece = |title: String, text: &str| Piece { title, text: text.to_owned(), after: false };
    let mut pieces = Vec::new();
    let text = content.text.trim();
    if !text.is_empty() {
        pieces.push(piece(words.t("to-post-piece-text"), text));
    }
    if let Some(link) = content.link.as_deref().filter(|link| !text.contains(link)) {
        pieces.push(piece(words.t("to-post-piece-link"), link));
    }
    let tags = tags_of(text);
    if tags.len() > 1 {
        pieces.push(piece(words.t("to-post-piece-hashtags"), &tags.join(" ")));
    }
    let choices = content.poll.iter().flat_map(|poll| &poll.choices).enumerate();
    for (index, choice) in choices {
        let title = words.tn("to-post-piece-choice", args![number => index + 1]);
        pieces.push(piece(title, choice));
    }
    let parts = content.thread.len() + 1;
    for (index, part) in content.thread.iter().enumerate() {
        let title = words.tn("to-post-piece-part", args![part => index + 2, parts => parts]);
        pieces.push(Piece { after: true, ..piece(title, part) });
    }
    if let Some(comment) = &content.first_comment {
        let title = words.t("to-post-piece-first-comment");
        pieces.push(Piece { after: true, ..piece(title, comment) });
    }
    pieces
}

/// The hashtags that a text has in it.
fn tags_of(text: &str) -> Vec<String> {
    let words = text.split_whitespace().filter(|word| word.starts_with('#'));
    hashtags::read(&words.collect::<Vec<_>>().join(" "))
}

/// The post's words and its link together, as the share sheet takes them.
pub(super) fn shared(content: &Content) -> String {
    match &content.link {
        Some(link) if !content.text.contains(link) => {
            format!("{}\n\n{link}", content.text).trim().to_owned()
        }
        _ => content.text.clone(),
    }
}

/// A piece with its button.
pub(super) fn block(words: &Words, id: &str, piece: &Piece) -> Markup {
    let what = lower(&piece.title);
    // One blue button a step: the words of the post.
    let class = if id == "piece-0" { "button button-primary" } else { "button" };
    html! {
        div.piece {
            div.piece-head {
                h3 { (piece.title) }
                button class=(class) type="button" data-copy={ "#" (id) } aria-label=(words.tn("to-post-copy-what", args![what => what])) {
                    (icon("copy")) (words.t("to-post-copy"))
                }
            }
            p.pre.by-hand-text id=(id) { (piece.text) }
        }
    }
}

/// With a small letter first, inside a sentence.
fn lower(title: &str) -> String {
    let mut chars = title.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_copied_part_by_part_then_the_first_comment() {
        let content = Content {
            text: "La bûche #noel #nantes".to_owned(),
            link: Some("https://fournil.example/noel".to_owned()),
            thread: vec!["Au marron".to_owned()],
            first_comment: Some("Réservez".to_owned()),
            ..Content::default()
        };
        let words = Words::new(primitives::Language::En);
        let texts: Vec<_> =
            of(&content, &words).into_iter().map(|piece| (piece.text, piece.after)).collect();
        let expected = [
            ("La bûche #noel #nantes", false),
            ("https://fournil.example/noel", false),
            ("#noel #nantes", false),
            ("Au marron", true),
            ("Réservez", true),
        ];
        assert_eq!(texts, expected.map(|(text, after)| (text.to_owned(), after)));
    }
}
