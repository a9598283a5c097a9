//! Sheets written as PDF/UA-1.

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use crate::blocks::{self, SMALL};
use crate::faces::{Face, Faces};
use crate::press::{Draw, HEIGHT, LEFT, Press, RIGHT, Tree, WIDTH, corners};
use crate::setting::{Ink, Style};
use crate::{Paper, PaperError};

const MARK: Style = Style { face: Face::Bold, size: 8.6, leading: 12.0, ink: Ink::White };

pub(crate) fn pdf(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    let faces = Faces::load()?;
    let mut press = Press::new(&faces);
    blocks::lay(paper, &mut press);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PaperError::NotAccessible(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut leaves: Vec<Option<Identifier>> = Vec::new();
    let pages = press.sheets.len();
    for (number, sheet) in press.sheets.iter().enumerate() {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PaperError::Face)?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        let mut hand = Hand { paper, faces: &faces, surface: &mut surface };
        for piece in &sheet.pieces {
            let id = hand.piece(piece.leaf.is_some(), &piece.draws);
            if let Some(leaf) = piece.leaf {
                leaves.resize_with(leaves.len().max(leaf + 1), || None);
                leaves[leaf] = Some(id);
            }
        }
        hand.margins(number + 1, pages);
        surface.finish();
        page.finish();
    }
    document.set_metadata(metadata(paper));
    document.set_outline(outline(&press));
    let mut tree = TagTree::new();
    for group in press.tree {
        if let Some(node) = node(group, &mut leaves) {
            tree.push(node);
        }
    }
    document.set_tag_tree(tree);
    document.finish().map_err(|error| PaperError::NotAccessible(format!("{error:?}")))
}

fn metadata(paper: &Paper) -> Metadata {
    Metadata::new()
        .title(paper.title.clone())
        .language(paper.language.tag().to_owned())
        .authors(vec![paper.from.clone()])
        .creator("Parvis".to_owned())
}

fn outline(press: &Press<'_>) -> Outline {
    let mut outline = Outline::new();
    for (title, page, y) in &press.titles {
        let place = XyzDestination::new(*page, Point::from_xy(LEFT, *y));
        outline.push_child(OutlineNode::new(title.clone(), place));
    }
    outline
}

/// The tree with its leaves as they were written; a group without any is left out.
fn node(tree: Tree, leaves: &mut [Option<Identifier>]) -> Option<Node> {
    match tree {
        Tree::Leaf(leaf) => leaves.get_mut(leaf)?.take().map(Node::from),
        Tree::Group(tag, children) => {
            let children: Vec<Node> =
                children.into_iter().filter_map(|child| node(child, leaves)).collect();
            // A cell may be empty; anything else without a child says nothing.
            Some(Node::from(TagGroup::with_children(tag, children)))
        }
    }
}

/// Draws on one page.
struct Hand<'a, 'b> {
    paper: &'a Paper,
    faces: &'a Faces,
    surface: &'a mut Surface<'b>,
}

impl Hand<'_, '_> {
    fn piece(&mut self, says: bool, draws: &[Draw]) -> Identifier {
        let only_text = matches!(draws, [Draw::Text { .. }]);
        let tag = match says {
            true if only_text => ContentTag::Span(SpanTag::empty()),
            true => ContentTag::Other,
            false => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
        };
        let id = self.surface.start_tagged(tag);
        draws.iter().for_each(|draw| self.draw(draw));
        self.surface.end_tagged();
        id
    }

    fn draw(&mut self, draw: &Draw) {
        match draw {
            Draw::Text { x, y, text, style } => self.text(*x, *y, text, *style),
            Draw::Shape { corners, ink, share } => self.shape(corners, *ink, *share),
            Draw::Line { points, ink, thick } => self.line(points, *ink, *thick),
        }
    }

    fn text(&mut self, x: f32, y: f32, text: &str, style: Style) {
        let text = self.faces.drawable(text);
        let shaped = self.faces.shape(&text, style.face);
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(self.fill(style.ink, 100)));
        let font = self.faces.font(style.face);
        let from = Point::from_xy(x, y);
        self.surface.draw_glyphs(from, &shaped.glyphs, font, &text, style.size, false);
    }

    fn shape(&mut self, corners: &[(f32, f32)], ink: Ink, share: u8) {
        let mut path = PathBuilder::new();
        for (place, (x, y)) in corners.iter().enumerate() {
            if place == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        path.close();
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(self.fill(ink, share)));
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    fn line(&mut self, points: &[(f32, f32)], ink: Ink, thick: f32) {
        let mut path = PathBuilder::new();
        for (place, (x, y)) in points.iter().enumerate() {
            if place == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        let paint = self.colour(ink, 100).into();
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke { paint, width: thick, ..Stroke::default() }));
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    fn fill(&self, ink: Ink, share: u8) -> Fill {
        let paint = self.colour(ink, share).into();
        Fill { paint, opacity: NormalizedF32::ONE, ..Fill::default() }
    }

    /// An ink, thinned with the white of the paper.
    fn colour(&self, ink: Ink, share: u8) -> rgb::Color {
        let (red, green, blue) = match ink {
            Ink::Text => (0x22, 0x20, 0x1e),
            Ink::Quiet => (0x5c, 0x58, 0x54),
            Ink::Accent => self.paper.accent,
            Ink::White => (0xff, 0xff, 0xff),
        };
        let thin = |part: u8| {
            let white = 255 - i32::from(part);
            (255 - white * i32::from(share.min(100)) / 100) as u8
        };
        rgb::Color::new(thin(red), thin(green), thin(blue))
    }

    /// The foot of the page, and the mark at its head: decoration, since the document says it.
    fn margins(&mut self, page: usize, pages: usize) {
        let y = HEIGHT - 40.0;
        let foot = format!("{} – {}", self.paper.from, self.paper.title);
        let numbers = self.paper.page_of.replace("{pages}", &pages.to_string());
        let numbers = numbers.replace("{page}", &page.to_string());
        let wide = self.faces.width(&numbers, SMALL.face, SMALL.size);
        let text = |x: f32, text: String| Draw::Text { x, y, text, style: SMALL };
        let mut draws = vec![text(LEFT, self.cut(&foot, RIGHT - LEFT - wide - 20.0))];
        draws.push(text(RIGHT - wide, numbers));
        if let Some(mark) = &self.paper.mark {
            let corners = corners(0.0, 0.0, WIDTH, 22.0);
            draws.push(Draw::Shape { corners, ink: Ink::Accent, share: 100 });
            let text = self.cut(mark, RIGHT - LEFT);
            draws.push(Draw::Text { x: LEFT, y: 14.5, text, style: MARK });
        }
        self.piece(false, &draws);
    }

    /// The text, cut where it is too long for that width.
    fn cut(&self, text: &str, width: f32) -> String {
        let fits = |text: &str| self.faces.width(text, SMALL.face, SMALL.size) <= width;
        if fits(text) {
            return text.to_owned();
        }
        let mut cut = text.to_owned();
        while !cut.is_empty() && !fits(&format!("{cut}…")) {
            cut.pop();
        }
        format!("{}…", cut.trim_end())
    }
}
