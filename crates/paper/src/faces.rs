//! The faces of a document, and texts shaped in them.

use std::cell::RefCell;
use std::collections::HashMap;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::UnicodeBuffer;

use crate::PaperError;

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    Regular,
    Bold,
    Italic,
}

/// What stands for signs that the faces don't have, as emoji.
const UNKNOWN: [char; 3] = ['□', '\u{fffd}', '?'];

struct Loaded {
    shaper: rustybuzz::Face<'static>,
    font: Font,
    unit: f32,
}

/// The faces, ready; how wide words are is looked up once each.
pub(crate) struct Faces([Loaded; 3], RefCell<HashMap<(Face, String), f32>>);

/// A text shaped in a face, its places in ems.
pub(crate) struct Shaped {
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

impl Faces {
    pub(crate) fn load() -> Result<Self, PaperError> {
        let faces = [
            loaded(notosans::REGULAR_TTF)?,
            loaded(notosans::BOLD_TTF)?,
            loaded(notosans::ITALIC_TTF)?,
        ];
        Ok(Self(faces, RefCell::default()))
    }

    fn of(&self, face: Face) -> &Loaded {
        &self.0[face as usize]
    }

    pub(crate) fn font(&self, face: Face) -> Font {
        self.of(face).font.clone()
    }

    /// The text with only what the faces can draw: what they lack becomes one sign a run, what
    /// is invisible goes.
    pub(crate) fn drawable(&self, text: &str) -> String {
        let has = |sign: char| self.of(Face::Regular).shaper.glyph_index(sign).is_some();
        let unknown = UNKNOWN.into_iter().find(|sign| has(*sign)).unwrap_or('?');
        let mut drawn = String::with_capacity(text.len());
        for sign in text.chars() {
            match sign {
                '\n' | '\t' => drawn.push(' '),
                '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{200b}' => {}
                sign if sign.is_control() => {}
                sign if has(sign) => drawn.push(sign),
                _ if drawn.ends_with(unknown) => {}
                _ => drawn.push(unknown),
            }
        }
        drawn
    }

    pub(crate) fn shape(&self, text: &str, face: Face) -> Shaped {
        let loaded = self.of(face);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(&loaded.shaper, &[], buffer);
        let (infos, places) = (shaped.glyph_infos(), shaped.glyph_positions());
        let mut glyphs = Vec::with_capacity(infos.len());
        let mut width = 0.0;
        for (place, (info, position)) in infos.iter().zip(places).enumerate() {
            let start = info.cluster as usize;
            let next = infos[place + 1..].iter().map(|next| next.cluster as usize);
            let end = next.into_iter().find(|next| *next > start).unwrap_or(text.len());
            let em = |units: i32| units as f32 / loaded.unit;
            width += em(position.x_advance);
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                em(position.x_advance),
                em(position.x_offset),
                em(position.y_offset),
                0.0,
                start..end,
                None,
            ));
        }
        Shaped { glyphs, width }
    }

    pub(crate) fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        let key = (face, text.to_owned());
        if let Some(width) = self.1.borrow().get(&key) {
            return width * size;
        }
        let width = self.shape(text, face).width;
        self.1.borrow_mut().insert(key, width);
        width * size
    }
}

fn loaded(bytes: &'static [u8]) -> Result<Loaded, PaperError> {
    let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or(PaperError::Face)?;
    let font = Font::new(bytes.into(), 0).ok_or(PaperError::Face)?;
    let unit = shaper.units_per_em() as f32;
    Ok(Loaded { shaper, font, unit })
}
