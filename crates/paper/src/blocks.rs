//! What each block looks like.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Tag, TagKind};

use crate::faces::Face;
use crate::press::{Draw, LEFT, Press, RIGHT, Tree, corners};
use crate::setting::{Ink, Style};
use crate::{Block, KeyFigure, Moment, Paper, curve, table};

const fn style(face: Face, size: f32, leading: f32, ink: Ink) -> Style {
    Style { face, size, leading, ink }
}

const TITLE: Style = style(Face::Bold, 23.0, 29.0, Ink::Text);
const SECTION: Style = style(Face::Bold, 14.0, 19.0, Ink::Accent);
const SUBSECTION: Style = style(Face::Bold, 10.5, 15.0, Ink::Text);
pub(crate) const BODY: Style = style(Face::Regular, 9.8, 14.6, Ink::Text);
const STRONG: Style = style(Face::Bold, 9.8, 14.6, Ink::Text);
const SAID: Style = style(Face::Italic, 9.8, 14.6, Ink::Text);
pub(crate) const SMALL: Style = style(Face::Regular, 8.0, 11.4, Ink::Quiet);
const VALUE: Style = style(Face::Bold, 17.0, 22.0, Ink::Accent);
/// Between paragraphs.
const GAP: f32 = 6.0;

fn level(of: u16) -> NonZeroU16 {
    NonZeroU16::new(of).unwrap_or(NonZeroU16::MIN)
}

/// The whole document, from its title down.
pub(crate) fn lay(paper: &Paper, press: &mut Press<'_>) {
    let width = RIGHT - LEFT;
    press.titles.push((paper.title.clone(), 0, press.y));
    let title = press.flow(&paper.title, TITLE, LEFT, width);
    press.hang(Tag::Hn(level(1), Some(paper.title.clone())), title);
    press.y += 2.0;
    let under = Style { ink: Ink::Quiet, ..BODY };
    let subtitle = press.flow(&paper.subtitle, under, LEFT, width);
    press.hang(Tag::P, subtitle);
    press.y += 8.0;
    press.adorns(vec![rule(press.y, Ink::Accent, 1.6)]);
    press.y += 6.0;
    if let Some(mark) = &paper.mark {
        let marked = press.flow(mark, Style { ink: Ink::Accent, ..STRONG }, LEFT, width);
        press.hang(Tag::P, marked);
    }
    for block in &paper.blocks {
        lay_block(block, press, width);
    }
}

fn lay_block(block: &Block, press: &mut Press<'_>, width: f32) {
    match block {
        Block::Section(title) => {
            press.need(80.0);
            press.y += 18.0;
            press.titles.push((title.clone(), press.page(), press.y));
            let leaves = press.flow(title, SECTION, LEFT, width);
            press.hang(Tag::Hn(level(2), Some(title.clone())), leaves);
            press.adorns(vec![rule(press.y + 1.0, Ink::Quiet, 0.4)]);
            press.y += 7.0;
        }
        Block::Subsection(title) => {
            press.need(56.0);
            press.y += 8.0;
            let leaves = press.flow(title, SUBSECTION, LEFT, width);
            press.hang(Tag::Hn(level(3), Some(title.clone())), leaves);
            press.y += 2.0;
        }
        Block::Paragraph(text) => paragraphs(text, BODY, press, width),
        Block::Small(text) => paragraphs(text, SMALL, press, width),
        Block::Quote { words, by } => quote(words, by, press, width),
        Block::List(points) => list(points, press, width),
        Block::KeyFigures(figures) => key_figures(figures, press, width),
        Block::Table(table) => table::lay(table, press),
        Block::Curve(curve) => curve::lay(curve, press),
        Block::Timeline(moments) => timeline(moments, press, width),
    }
}

fn rule(y: f32, ink: Ink, thick: f32) -> Draw {
    Draw::Line { points: vec![(LEFT, y), (RIGHT, y)], ink, thick }
}

fn paragraphs(text: &str, style: Style, press: &mut Press<'_>, width: f32) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        // No first line alone at the foot of a page.
        press.need(press.height(line, style, width).min(style.leading * 2.0));
        let leaves = press.flow(line, style, LEFT, width);
        press.hang(Tag::P, leaves);
        press.y += GAP;
    }
}

fn quote(words: &str, by: &str, press: &mut Press<'_>, width: f32) {
    let inside = width - 16.0;
    let high = press.height(words, SAID, inside) + press.height(by, SMALL, inside);
    press.need(high.min(160.0));
    let (from, page) = (press.y, press.page());
    let mut leaves = press.flow(words, SAID, LEFT + 16.0, inside);
    leaves.extend(press.flow(by, SMALL, LEFT + 16.0, inside));
    press.hang(Tag::BlockQuote, leaves);
    if press.page() == page {
        let x = LEFT + 4.0;
        let points = vec![(x, from + 3.0), (x, press.y)];
        press.adorns(vec![Draw::Line { points, ink: Ink::Accent, thick: 1.6 }]);
    }
    press.y += GAP + 3.0;
}

fn list(points: &[String], press: &mut Press<'_>, width: f32) {
    let mut items = Vec::new();
    for point in points {
        press.need(BODY.leading * 2.0);
        let y = press.y + BODY.leading * 0.74;
        let text = "• ".to_owned();
        let bullet = press.says(vec![Draw::Text { x: LEFT + 3.0, y, text, style: BODY }]);
        let body = press.flow(point, BODY, LEFT + 15.0, width - 15.0);
        items.push(item(vec![bullet], body));
        press.y += 2.0;
    }
    press.hang(Tag::L(ListNumbering::Disc), items);
    press.y += GAP;
}

fn item(label: Vec<Tree>, body: Vec<Tree>) -> Tree {
    let group = |tag: TagKind, children| Tree::Group(tag, children);
    let mut parts = vec![group(Tag::Lbl.into(), label)];
    if !body.is_empty() {
        parts.push(group(Tag::LBody.into(), body));
    }
    group(Tag::LI.into(), parts)
}

/// Three a row, each in its box.
fn key_figures(figures: &[KeyFigure], press: &mut Press<'_>, width: f32) {
    const SPACE: f32 = 10.0;
    let wide = (width - SPACE * 2.0) / 3.0;
    let inside = wide - 20.0;
    let mut items = Vec::new();
    for row in figures.chunks(3) {
        let high = |figure: &KeyFigure, press: &Press<'_>| {
            press.height(&figure.label, SMALL, inside)
                + press.height(&figure.value, VALUE, inside)
                + press.height(&figure.note, SMALL, inside)
        };
        let tallest = row.iter().map(|figure| high(figure, press)).fold(0.0, f32::max) + 18.0;
        press.need(tallest + SPACE);
        let top = press.y;
        for (place, figure) in row.iter().enumerate() {
            let x = LEFT + place as f32 * (wide + SPACE);
            let shape = corners(x, top, wide, tallest);
            press.adorns(vec![Draw::Shape { corners: shape, ink: Ink::Accent, share: 7 }]);
            press.y = top + 8.0;
            let label = press.flow(&figure.label, SMALL, x + 10.0, inside);
            let mut body = press.flow(&figure.value, VALUE, x + 10.0, inside);
            body.extend(press.flow(&figure.note, SMALL, x + 10.0, inside));
            items.push(item(label, body));
        }
        press.y = top + tallest + SPACE;
    }
    press.hang(Tag::L(ListNumbering::None), items);
    press.y += 2.0;
}

/// The instants to the left, on a thread.
fn timeline(moments: &[Moment], press: &mut Press<'_>, width: f32) {
    const WHEN: f32 = 104.0;
    let (x, inside) = (LEFT + WHEN + 14.0, width - WHEN - 14.0);
    let mut items = Vec::new();
    for moment in moments {
        let high = press.height(&moment.what, BODY, inside);
        press.need((high + press.height(&moment.words, SAID, inside)).clamp(24.0, 90.0));
        let (top, page) = (press.y, press.page());
        let when = press.flow(&moment.when, SMALL, LEFT, WHEN);
        let after = press.y;
        press.y = top;
        let mut body = press.flow(&moment.what, BODY, x, inside);
        body.extend(press.flow(&moment.words, SAID, x, inside));
        items.push(item(when, body));
        let end = if press.page() == page { press.y.max(after) } else { top + BODY.leading };
        if press.page() == page {
            press.y = end;
            let (thread, dot) = (LEFT + WHEN + 4.0, top + 8.0);
            let points = vec![(thread, top), (thread, end + 5.0)];
            press.adorns(vec![
                Draw::Line { points, ink: Ink::Quiet, thick: 0.5 },
                Draw::Shape {
                    corners: corners(thread - 2.2, dot - 2.2, 4.4, 4.4),
                    ink: Ink::Accent,
                    share: 100,
                },
            ]);
        }
        press.y += 5.0;
    }
    press.hang(Tag::L(ListNumbering::None), items);
    press.y += GAP;
}
