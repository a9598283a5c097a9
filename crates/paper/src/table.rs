//! Tables: the head comes again on each page.

use krilla::tagging::{TableHeaderScope, Tag};

use crate::Table;
use crate::blocks::BODY;
use crate::faces::Face;
use crate::press::{Draw, LEFT, Press, RIGHT, Tree, corners};
use crate::setting::{Ink, Style, lines};

const HEAD: Style = Style { face: Face::Bold, size: 8.4, leading: 12.0, ink: Ink::Text };
const CELL: Style = Style { size: 9.0, leading: 12.6, ..BODY };
const INSIDE: f32 = 5.0;

struct Place {
    x: f32,
    width: f32,
    number: bool,
}

pub(crate) fn lay(table: &Table, press: &mut Press<'_>) {
    let places = places(table);
    let titles: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    let head_high = height(&titles, HEAD, &places, press);
    // Never a head alone at the foot of a page.
    let first = table.rows.first().map_or(0.0, |cells| height(cells, CELL, &places, press));
    press.need(head_high + first.min(300.0));
    let head = row(&titles, HEAD, &places, press, true);
    let cell = |leaves| Tree::Group(Tag::TH(TableHeaderScope::Column).into(), leaves);
    let head = head.into_iter().map(cell).collect();
    let mut rows = vec![Tree::Group(Tag::TR.into(), head)];
    for cells in &table.rows {
        let high = height(cells, CELL, &places, press);
        if press.room() < high {
            let page = press.page();
            press.need(high + head_high + 2.0);
            if press.page() != page {
                again(&titles, &places, press);
            }
        }
        let leaves = row(cells, CELL, &places, press, false);
        let cells = leaves.into_iter().map(|leaves| Tree::Group(Tag::TD.into(), leaves));
        rows.push(Tree::Group(Tag::TR.into(), cells.collect()));
    }
    press.hang(Tag::Table, rows);
    press.y += 10.0;
}

fn places(table: &Table) -> Vec<Place> {
    let all: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
    let mut x = LEFT;
    let place = |column: &crate::Column| {
        let width = (RIGHT - LEFT) * f32::from(column.share.max(1)) / all;
        let place = Place { x, width, number: column.number };
        x += width;
        place
    };
    table.columns.iter().map(place).collect()
}

fn height(cells: &[String], style: Style, places: &[Place], press: &Press<'_>) -> f32 {
    let high = |(cell, place): (&String, &Place)| {
        press.height(cell, style, place.width - INSIDE * 2.0).max(style.leading)
    };
    cells.iter().zip(places).map(high).fold(0.0, f32::max) + INSIDE * 1.4
}

/// A row; the leaves of each cell.
fn row(
    cells: &[String],
    style: Style,
    places: &[Place],
    press: &mut Press<'_>,
    head: bool,
) -> Vec<Vec<Tree>> {
    let high = height(cells, style, places, press);
    let top = press.y;
    let mut leaves = Vec::new();
    if head {
        let shape = corners(LEFT, top, RIGHT - LEFT, high);
        press.adorns(vec![Draw::Shape { corners: shape, ink: Ink::Accent, share: 10 }]);
    }
    for (cell, place) in cells.iter().zip(places) {
        let drawn = drawn(cell, style, place, top, press);
        leaves.push(drawn.into_iter().map(|draw| press.says(vec![draw])).collect());
    }
    press.y = top + high;
    let points = vec![(LEFT, press.y), (RIGHT, press.y)];
    press.adorns(vec![Draw::Line { points, ink: Ink::Quiet, thick: 0.3 }]);
    leaves
}

fn drawn(cell: &str, style: Style, place: &Place, top: f32, press: &Press<'_>) -> Vec<Draw> {
    let inside = place.width - INSIDE * 2.0;
    let lines = lines(cell, style, inside, press.faces);
    let draw = |(number, line): (usize, String)| {
        let shift = match place.number {
            true => inside - press.faces.width(&line, style.face, style.size),
            false => 0.0,
        };
        let y = top + INSIDE * 0.7 + style.leading * (number as f32 + 0.74);
        Draw::Text { x: place.x + INSIDE + shift, y, text: format!("{line} "), style }
    };
    lines.into_iter().enumerate().map(draw).collect()
}

/// The head once more, for the eye only.
fn again(titles: &[String], places: &[Place], press: &mut Press<'_>) {
    let high = height(titles, HEAD, places, press);
    let top = press.y;
    let shape = corners(LEFT, top, RIGHT - LEFT, high);
    let mut draws = vec![Draw::Shape { corners: shape, ink: Ink::Accent, share: 10 }];
    for (title, place) in titles.iter().zip(places) {
        draws.extend(drawn(title, HEAD, place, top, press));
    }
    press.adorns(draws);
    press.y = top + high;
}
