//! A curve over time above the band of what is usual.

use krilla::tagging::Tag;

use crate::Curve;
use crate::blocks::SMALL;
use crate::faces::Face;
use crate::press::{Draw, LEFT, Press, RIGHT, corners};
use crate::setting::{Ink, Style};

const HIGH: f32 = 150.0;
const AXIS: f32 = 30.0;
const CAPTION: Style = Style { face: Face::Bold, size: 9.8, leading: 14.6, ink: Ink::Text };

pub(crate) fn lay(curve: &Curve, press: &mut Press<'_>) {
    press.need(HIGH + 90.0);
    let width = RIGHT - LEFT;
    let mut caption = press.flow(&curve.title, CAPTION, LEFT, width);
    caption.extend(press.flow(&curve.source, SMALL, LEFT, width));
    press.hang(Tag::P, caption);
    press.y += 8.0;
    let plot = plot(curve, press);
    let leaf = press.says(plot);
    press.hang(Tag::Figure(Some(curve.summary.clone())), vec![leaf]);
    press.y += HIGH + 30.0;
    legend(curve, press);
}

/// The highest mark of the scale: 1, 2 or 5 times a power of ten.
fn scale(most: f64) -> f64 {
    let mut step = 5.0;
    for factor in [1.0, 2.0, 4.0, 10.0, 20.0, 40.0, 100.0, 200.0, 400.0, 1_000.0, 2_000.0] {
        step = 5.0 * factor;
        if step >= most {
            return step;
        }
    }
    while step < most {
        step *= 2.0;
    }
    step
}

fn plot(curve: &Curve, press: &Press<'_>) -> Vec<Draw> {
    let (x0, x1) = (LEFT + AXIS, RIGHT);
    let foot = press.y + HIGH;
    let values = curve.points.iter().flat_map(|point| [Some(point.value), point.usual]);
    let most = scale(values.flatten().fold(0.0, f64::max));
    let across = |place: usize| {
        let last = curve.points.len().saturating_sub(1).max(1);
        x0 + (x1 - x0) * place as f32 / last as f32
    };
    let down = |value: f64| foot - HIGH * (value / most) as f32;
    let mut draws = Vec::new();
    for part in 0..=4_u8 {
        let value = most * f64::from(part) / 4.0;
        let y = down(value);
        let points = vec![(x0, y), (x1, y)];
        draws.push(Draw::Line { points, ink: Ink::Quiet, thick: 0.25 });
        if value.fract() == 0.0 {
            let text = format!("{value}");
            let wide = press.faces.width(&text, SMALL.face, SMALL.size);
            draws.push(Draw::Text { x: x0 - 6.0 - wide, y: y + 2.8, text, style: SMALL });
        }
    }
    let band: Vec<(f32, f32)> = curve
        .points
        .iter()
        .enumerate()
        .filter_map(|(place, point)| Some((across(place), down(point.usual?))))
        .collect();
    if let (Some(first), Some(last)) = (band.first().copied(), band.last().copied()) {
        let mut corners = band;
        corners.extend([(last.0, foot), (first.0, foot)]);
        draws.push(Draw::Shape { corners, ink: Ink::Quiet, share: 22 });
    }
    let line: Vec<(f32, f32)> = curve
        .points
        .iter()
        .enumerate()
        .map(|(place, point)| (across(place), down(point.value)))
        .collect();
    draws.push(Draw::Line { points: line, ink: Ink::Accent, thick: 1.6 });
    let mut free = f32::MIN;
    for (place, point) in curve.points.iter().enumerate() {
        let Some(text) = point.label.clone() else { continue };
        let wide = press.faces.width(&text, SMALL.face, SMALL.size);
        let x = (across(place) - wide / 2.0).clamp(LEFT, RIGHT - wide);
        if x > free {
            draws.push(Draw::Text { x, y: foot + 13.0, text, style: SMALL });
            free = x + wide + 8.0;
        }
    }
    draws
}

fn legend(curve: &Curve, press: &mut Press<'_>) {
    let y = press.y - 4.0;
    let (line, band) = &curve.legend;
    let wide = press.faces.width(line, SMALL.face, SMALL.size);
    let mut draws = vec![
        Draw::Line {
            points: vec![(LEFT, y - 2.6), (LEFT + 14.0, y - 2.6)],
            ink: Ink::Accent,
            thick: 1.6,
        },
        Draw::Text { x: LEFT + 19.0, y, text: format!("{line} "), style: SMALL },
    ];
    if curve.points.iter().any(|point| point.usual.is_some()) {
        let x = LEFT + 19.0 + wide + 22.0;
        let shape = corners(x, y - 6.5, 14.0, 8.0);
        draws.push(Draw::Shape { corners: shape, ink: Ink::Quiet, share: 22 });
        draws.push(Draw::Text { x: x + 19.0, y, text: format!("{band} "), style: SMALL });
    }
    let leaf = press.says(draws);
    press.hang(Tag::P, vec![leaf]);
    press.y += 10.0;
}
