//! Text broken into lines: at spaces that may be broken, and inside what is longer than a line.

use crate::faces::{Face, Faces};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub face: Face,
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub ink: Ink,
}

/// The inks of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Text,
    Quiet,
    Accent,
    White,
}

/// The lines of a text on that width.
pub(crate) fn lines(text: &str, style: Style, width: f32, faces: &Faces) -> Vec<String> {
    let space = faces.width(" ", style.face, style.size);
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0_f32);
    for word in faces.drawable(text).split(' ').filter(|word| !word.is_empty()) {
        for piece in pieces(word, style, width, faces) {
            let wide = faces.width(&piece, style.face, style.size);
            let gap = if line.is_empty() { 0.0 } else { space };
            if !line.is_empty() && used + gap + wide > width {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += space;
            }
            line.push_str(&piece);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word, or the pieces of one that is longer than a line (an address).
fn pieces(word: &str, style: Style, width: f32, faces: &Faces) -> Vec<String> {
    if faces.width(word, style.face, style.size) <= width {
        return vec![word.to_owned()];
    }
    let (mut all, mut piece) = (Vec::new(), String::new());
    for sign in word.chars() {
        let mut longer = piece.clone();
        longer.push(sign);
        if !piece.is_empty() && faces.width(&longer, style.face, style.size) > width {
            all.push(std::mem::replace(&mut piece, sign.to_string()));
        } else {
            piece = longer;
        }
    }
    all.push(piece);
    all
}
