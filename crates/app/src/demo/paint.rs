//! Small paintings of bread, made of soft shapes: no third party's picture is carried.

use image::{Rgb, RgbImage};

const SIDE: u32 = 270;

type Colour = [f32; 3];

const CREAM: Colour = [246.0, 236.0, 218.0];
const WOOD: Colour = [196.0, 150.0, 102.0];
const CRUST: Colour = [186.0, 112.0, 48.0];
const GOLD: Colour = [226.0, 164.0, 78.0];
const CRUMB: Colour = [250.0, 226.0, 176.0];
const CHOCOLATE: Colour = [74.0, 44.0, 32.0];

/// A painting in progress; places go from 0 to 1.
struct Canvas(RgbImage);

/// The painting of that name.
pub fn paint(name: &str) -> RgbImage {
    let mut canvas = Canvas::ground(CREAM);
    match name {
        "miche" => canvas.loaf(),
        "baguettes" => (0..3).for_each(|nth| canvas.baguette(0.24 + 0.26 * nth as f32)),
        "croissants" => [(0.34, 0.38), (0.62, 0.66)].iter().for_each(|at| canvas.croissant(*at)),
        "brioche" => canvas.brioche(),
        "couronne" => canvas.ring(),
        "tarte-rouge" => canvas.tart([178.0, 34.0, 52.0]),
        "tarte-or" => canvas.tart([224.0, 158.0, 52.0]),
        "tarte-rose" => canvas.tart([222.0, 118.0, 122.0]),
        "gateau" => canvas.cake(),
        "chouquettes" => canvas.puffs(),
        "four" => canvas.oven(),
        _ => canvas.field(),
    }
    canvas.0
}

impl Canvas {
    fn ground(colour: Colour) -> Self {
        let mut canvas = Self(RgbImage::new(SIDE, SIDE));
        canvas.each(|_, y, _| {
            let wood = y > 0.78;
            Some((shade(if wood { WOOD } else { colour }, 1.0 - 0.12 * y), 1.0))
        });
        canvas
    }

    /// Lays a colour over every place, as thick as the answer says.
    fn each(&mut self, of: impl Fn(f32, f32, Colour) -> Option<(Colour, f32)>) {
        self.within((0.0, 1.0), (0.0, 1.0), of);
    }

    /// As [`Canvas::each`], over a part of the canvas alone.
    fn within(
        &mut self,
        across: (f32, f32),
        down: (f32, f32),
        of: impl Fn(f32, f32, Colour) -> Option<(Colour, f32)>,
    ) {
        let span = |(from, to): (f32, f32)| {
            let side = SIDE as f32;
            (from * side).max(0.0) as u32..((to * side).ceil().max(0.0) as u32).min(SIDE)
        };
        for y in span(down) {
            for x in span(across) {
                let pixel = self.0.get_pixel_mut(x, y);
                let under = pixel.0.map(f32::from);
                let Some((over, thick)) = of(x as f32 / SIDE as f32, y as f32 / SIDE as f32, under)
                else {
                    continue;
                };
                let mix = |at: usize| under[at] + (over[at] - under[at]) * thick.clamp(0.0, 1.0);
                *pixel = Rgb([mix(0) as u8, mix(1) as u8, mix(2) as u8]);
            }
        }
    }

    /// An ellipse lit from above left, with a soft edge.
    fn round(&mut self, (cx, cy): (f32, f32), (rx, ry): (f32, f32), colour: Colour) {
        self.within((cx - rx, cx + rx), (cy - ry, cy + ry), |x, y, _| {
            let (dx, dy) = ((x - cx) / rx, (y - cy) / ry);
            let far = (dx * dx + dy * dy).sqrt();
            let light = 1.12 - 0.32 * far - 0.16 * (dx + dy);
            (far < 1.0).then(|| (shade(colour, light), (1.0 - far) * 14.0))
        });
    }

    fn shadow(&mut self, cx: f32, cy: f32, rx: f32) {
        self.within((cx - rx, cx + rx), (cy - rx, cy + rx), |x, y, under| {
            let far = (((x - cx) / rx).powi(2) + ((y - cy) / (rx * 0.22)).powi(2)).sqrt();
            (far < 1.0).then(|| (shade(under, 0.6), 1.0 - far))
        });
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), wide: f32, colour: Colour) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let long = dx * dx + dy * dy;
        let span = |a: f32, b: f32| (a.min(b) - wide, a.max(b) + wide);
        self.within(span(from.0, to.0), span(from.1, to.1), |x, y, _| {
            let along = (((x - from.0) * dx + (y - from.1) * dy) / long).clamp(0.0, 1.0);
            let far = (x - from.0 - along * dx).hypot(y - from.1 - along * dy);
            (far < wide).then(|| (colour, (1.0 - far / wide) * 3.0))
        });
    }

    fn loaf(&mut self) {
        self.shadow(0.5, 0.79, 0.42);
        self.round((0.5, 0.54), (0.37, 0.27), CRUST);
        for (from, to) in [((0.32, 0.42), (0.68, 0.6)), ((0.64, 0.38), (0.38, 0.64))] {
            self.line(from, to, 0.022, CRUMB);
        }
    }

    fn baguette(&mut self, y: f32) {
        self.shadow(0.5, y + 0.1, 0.46);
        self.round((0.5, y), (0.44, 0.085), GOLD);
        for nth in 0..5 {
            let x = 0.2 + 0.15 * nth as f32;
            self.line((x, y + 0.035), (x + 0.08, y - 0.045), 0.012, CRUMB);
        }
    }

    fn croissant(&mut self, (cx, cy): (f32, f32)) {
        self.shadow(cx, cy + 0.13, 0.28);
        for nth in 0..7 {
            let turn = (nth as f32 - 3.0) * 0.42;
            let thick = 0.1 - 0.018 * (nth as f32 - 3.0).abs();
            let at = (cx + 0.21 * turn.sin(), cy + 0.13 - 0.19 * turn.cos() * 0.9);
            self.round(at, (thick * 0.8, thick), if nth % 2 == 0 { GOLD } else { CRUST });
        }
    }

    fn brioche(&mut self) {
        self.shadow(0.5, 0.83, 0.36);
        self.round((0.5, 0.62), (0.32, 0.22), CRUST);
        self.round((0.5, 0.36), (0.17, 0.15), GOLD);
    }

    fn ring(&mut self) {
        for nth in 0..9 {
            let turn = nth as f32 * std::f32::consts::TAU / 9.0;
            let at = (0.5 + 0.26 * turn.cos(), 0.47 + 0.26 * turn.sin());
            self.round(at, (0.13, 0.13), if nth % 2 == 0 { GOLD } else { CRUST });
        }
    }

    fn tart(&mut self, fruit: Colour) {
        self.round((0.5, 0.48), (0.41, 0.41), GOLD);
        self.round((0.5, 0.48), (0.36, 0.36), CRUMB);
        for (ring, count) in [(0.28_f32, 18), (0.18, 12), (0.08, 6)] {
            for nth in 0..count {
                let turn = nth as f32 * std::f32::consts::TAU / count as f32 + ring * 9.0;
                let at = (0.5 + ring * turn.cos(), 0.48 + ring * turn.sin());
                self.round(at, (0.052, 0.052), shade(fruit, 0.92 + 0.05 * (nth % 3) as f32));
            }
        }
    }

    fn cake(&mut self) {
        self.shadow(0.5, 0.77, 0.44);
        self.round((0.5, 0.7), (0.42, 0.09), [252.0, 250.0, 246.0]);
        self.each(|x, y, _| {
            let inside = (x - 0.5).abs() < 0.3 && (0.4..0.68).contains(&y);
            inside.then(|| (shade(CHOCOLATE, 1.2 - 0.8 * (x - 0.35).abs()), 1.0))
        });
        self.round((0.5, 0.4), (0.3, 0.085), shade(CHOCOLATE, 1.35));
        for nth in 0..5 {
            self.round((0.32 + 0.09 * nth as f32, 0.37), (0.032, 0.036), [178.0, 34.0, 52.0]);
        }
    }

    fn puffs(&mut self) {
        self.shadow(0.5, 0.8, 0.44);
        let rows = [(0.68, 4), (0.52, 3), (0.37, 2)];
        for (y, count) in rows {
            for nth in 0..count {
                let x = 0.5 + (nth as f32 - (count as f32 - 1.0) / 2.0) * 0.21;
                self.round((x, y), (0.12, 0.105), GOLD);
                for grain in 0..5 {
                    let turn = grain as f32 * 1.9 + x * 7.0;
                    let at = (x + 0.06 * turn.cos(), y - 0.03 + 0.04 * turn.sin());
                    self.round(at, (0.012, 0.012), [255.0, 252.0, 244.0]);
                }
            }
        }
    }

    fn oven(&mut self) {
        self.each(|x, y, _| {
            let brick = (y * 11.0).floor();
            let joint = (y * 11.0).fract() < 0.08 || (x * 6.0 + brick * 0.5).fract() < 0.05;
            Some((if joint { [58.0, 40.0, 34.0] } else { [112.0, 62.0, 46.0] }, 1.0))
        });
        self.round((0.5, 0.62), (0.34, 0.34), [30.0, 16.0, 12.0]);
        self.round((0.5, 0.72), (0.28, 0.2), [214.0, 82.0, 24.0]);
        self.round((0.5, 0.78), (0.2, 0.12), [255.0, 196.0, 84.0]);
        for nth in 0..3 {
            self.round((0.34 + 0.16 * nth as f32, 0.7), (0.075, 0.05), CRUST);
        }
    }

    fn field(&mut self) {
        self.each(|x, y, _| {
            let sky = [198.0 + 30.0 * y, 220.0, 236.0 - 20.0 * y];
            let hill = 0.48 + 0.05 * (x * 5.0).sin();
            let wave = (x * 90.0 + (y * 40.0).sin() * 2.0).sin();
            let wheat = shade([222.0, 178.0, 84.0], 0.86 + 0.12 * wave + 0.2 * (1.0 - y));
            Some((if y > hill { wheat } else { sky }, 1.0))
        });
        self.round((0.76, 0.2), (0.09, 0.09), [255.0, 240.0, 190.0]);
    }
}

fn shade(colour: Colour, light: f32) -> Colour {
    colour.map(|part| (part * light).clamp(0.0, 255.0))
}
