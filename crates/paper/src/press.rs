//! Sheets, what lies on them, and the tree of what it means.

use krilla::tagging::TagKind;

use crate::faces::Faces;
use crate::setting::{Ink, Style, lines};

/// A4, in points.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const LEFT: f32 = 62.0;
pub(crate) const RIGHT: f32 = WIDTH - 62.0;
const TOP: f32 = 70.0;
const BOTTOM: f32 = HEIGHT - 72.0;

/// What is drawn.
#[derive(Debug, Clone)]
pub(crate) enum Draw {
    Text {
        x: f32,
        y: f32,
        text: String,
        style: Style,
    },
    /// A filled shape: its corners, its ink and how much of it (in hundredths).
    Shape {
        corners: Vec<(f32, f32)>,
        ink: Ink,
        share: u8,
    },
    /// A line through points: its ink and how thick.
    Line {
        points: Vec<(f32, f32)>,
        ink: Ink,
        thick: f32,
    },
}

/// What is drawn together, and what it stands for: a leaf of the tree, or only decoration.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub leaf: Option<usize>,
    pub draws: Vec<Draw>,
}

/// One page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub pieces: Vec<Piece>,
}

/// What is drawn means something.
#[derive(Debug)]
pub(crate) enum Tree {
    Group(TagKind, Vec<Tree>),
    Leaf(usize),
}

/// Lays blocks on sheets, from the top down.
pub(crate) struct Press<'a> {
    pub faces: &'a Faces,
    pub sheets: Vec<Sheet>,
    pub tree: Vec<Tree>,
    /// Titles with their page and height, for the outline.
    pub titles: Vec<(String, usize, f32)>,
    /// Where the next block begins.
    pub y: f32,
    leaves: usize,
}

impl<'a> Press<'a> {
    pub(crate) fn new(faces: &'a Faces) -> Self {
        let sheets = vec![Sheet::default()];
        Self { faces, sheets, tree: Vec::new(), titles: Vec::new(), y: TOP, leaves: 0 }
    }

    /// Room, in points, down to the foot of this page.
    pub(crate) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Begins another page unless so much room is left on this one.
    pub(crate) fn need(&mut self, height: f32) {
        if self.room() < height && self.y > TOP {
            self.sheets.push(Sheet::default());
            self.y = TOP;
        }
    }

    pub(crate) fn page(&self) -> usize {
        self.sheets.len() - 1
    }

    /// Draws what means something; the leaf to be hung in the tree.
    pub(crate) fn says(&mut self, draws: Vec<Draw>) -> Tree {
        let leaf = self.leaves;
        self.leaves += 1;
        self.lay(Piece { leaf: Some(leaf), draws });
        Tree::Leaf(leaf)
    }

    /// Draws what only decorates.
    pub(crate) fn adorns(&mut self, draws: Vec<Draw>) {
        self.lay(Piece { leaf: None, draws });
    }

    fn lay(&mut self, piece: Piece) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.pieces.push(piece);
        }
    }

    /// Sets a text from `x` on that width, over pages if it must; the leaves, one a line.
    pub(crate) fn flow(&mut self, text: &str, style: Style, x: f32, width: f32) -> Vec<Tree> {
        let mut leaves = Vec::new();
        for line in lines(text, style, width, self.faces) {
            self.need(style.leading);
            self.y += style.leading;
            // A space ends each line but the last, so that words are not read as one.
            let text = format!("{line} ");
            let y = self.y - style.leading * 0.26;
            leaves.push(self.says(vec![Draw::Text { x, y, text, style }]));
        }
        leaves
    }

    /// How high a text stands on that width.
    pub(crate) fn height(&self, text: &str, style: Style, width: f32) -> f32 {
        lines(text, style, width, self.faces).len() as f32 * style.leading
    }

    pub(crate) fn hang(&mut self, tag: impl Into<TagKind>, children: Vec<Tree>) {
        if !children.is_empty() {
            self.tree.push(Tree::Group(tag.into(), children));
        }
    }
}

/// The corners of a rectangle.
pub(crate) fn corners(x: f32, y: f32, width: f32, height: f32) -> Vec<(f32, f32)> {
    vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
}
