//! Logistic regression by AdaGrad, one pass of the data after another.

use std::collections::BTreeMap;

use language::analysis::training::{Features, Judgement, Linear, features};

use crate::data::Sample;

/// How often the texts are gone through.
fn passes(judgement: Judgement) -> usize {
    if judgement == Judgement::Spam { 12 } else { 6 }
}

/// What learns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Measures,
    Words,
    Both,
}

struct Fit {
    scores: usize,
    hashed: Vec<f32>,
    hashed_pace: Vec<f32>,
    dense: Vec<f32>,
    dense_pace: Vec<f32>,
    bias: Vec<f32>,
    leaning: BTreeMap<String, Vec<f32>>,
}

/// How hard weights are held near nought.
fn restraint(judgement: Judgement) -> (f32, f32) {
    match judgement {
        Judgement::Sentiment => (0.15, 2e-5),
        Judgement::Toxicity => (0.1, 1e-4),
        Judgement::Spam => (0.3, 1e-4),
        Judgement::Tongue => (0.4, 1e-6),
        _ => (0.2, 1e-4),
    }
}

/// Learns the weights of a judgement.
pub fn fit(judgement: Judgement, samples: &[Sample]) -> Linear {
    let read: Vec<Features> =
        samples.iter().map(|sample| features(judgement, &sample.text, sample.asked)).collect();
    let measures = read.first().map_or(0, |features| features.dense.len());
    let scores = judgement.scores();
    let size = scores << judgement.bits();
    let mut fit = Fit {
        scores,
        hashed: vec![0.0; size],
        hashed_pace: vec![1e-3; size],
        dense: vec![0.0; measures * scores],
        dense_pace: vec![1e-3; measures * scores],
        bias: vec![0.0; scores],
        leaning: BTreeMap::new(),
    };
    let (pace, decay) = restraint(judgement);
    // Measures hold in both languages: they learn first, and words only what measures leave.
    let stages: &[Part] = if judgement == Judgement::Sentiment {
        &[Part::Measures, Part::Words]
    } else {
        &[Part::Both]
    };
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    let mut mean = Mean::default();
    for (part, pass) in
        stages.iter().flat_map(|part| (0..passes(judgement)).map(move |pass| (*part, pass)))
    {
        for at in (1..order.len()).rev() {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            order.swap(at, (chance % (at as u64 + 1)) as usize);
        }
        let pace = pace / (1.0 + pass as f32 * 0.5);
        for at in &order {
            fit.learn(judgement, &samples[*at], &read[*at], (pace, decay), part);
        }
        let last = stages.last() == Some(&part);
        if !matches!(judgement, Judgement::Toxicity | Judgement::Tongue) && last && pass > 0 {
            mean.add(&fit);
        }
    }
    mean.put(&mut fit);
    fit.packed(judgement)
}

/// The mean of the weights after several passes: chance in their order counts for less.
#[derive(Default)]
struct Mean {
    passes: f32,
    hashed: Vec<f32>,
    dense: Vec<f32>,
    bias: Vec<f32>,
}

impl Mean {
    fn add(&mut self, fit: &Fit) {
        self.passes += 1.0;
        for (sum, now) in [
            (&mut self.hashed, &fit.hashed),
            (&mut self.dense, &fit.dense),
            (&mut self.bias, &fit.bias),
        ] {
            sum.resize(now.len(), 0.0);
            sum.iter_mut().zip(now).for_each(|(sum, now)| *sum += now);
        }
    }

    fn put(self, fit: &mut Fit) {
        if self.passes == 0.0 {
            return;
        }
        let of = |sums: Vec<f32>| sums.into_iter().map(|sum| sum / self.passes).collect();
        (fit.hashed, fit.dense, fit.bias) = (of(self.hashed), of(self.dense), of(self.bias));
    }
}

impl Fit {
    fn learn(
        &mut self,
        judgement: Judgement,
        sample: &Sample,
        features: &Features,
        (pace, decay): (f32, f32),
        part: Part,
    ) {
        let scores = self.scores;
        let leaning =
            self.leaning.entry(sample.source.clone()).or_insert_with(|| vec![0.0; scores]);
        let mut raw: Vec<f32> = self.bias.iter().zip(&*leaning).map(|(a, b)| a + b).collect();
        let places: Vec<usize> = features
            .hashed
            .iter()
            .map(|(hash, ..)| Linear::place(judgement, *hash) * scores)
            .collect();
        for (place, (_, value, _)) in places.iter().zip(&features.hashed) {
            for (score, raw) in raw.iter_mut().enumerate() {
                *raw += self.hashed[place + score] * value;
            }
        }
        for (number, measure) in features.dense.iter().enumerate() {
            for (score, raw) in raw.iter_mut().enumerate() {
                *raw += self.dense[number * scores + score] * measure;
            }
        }
        let wrong = wrong(&raw, sample.class);
        for (score, by) in wrong.iter().enumerate() {
            let by = by * sample.weight;
            self.bias[score] -= 0.01 * by;
            // Our own texts are balanced as messages are thought to be: their leaning is nought.
            if judgement == Judgement::Sentiment && !sample.source.starts_with("own") {
                leaning[score] -= 0.02 * by;
            }
            let words = if part == Part::Measures { 0 } else { places.len() };
            for (place, (_, value, _)) in places.iter().zip(&features.hashed).take(words) {
                let at = place + score;
                let slope = by * value + decay * self.hashed[at];
                self.hashed_pace[at] += slope * slope;
                self.hashed[at] -= pace * slope / self.hashed_pace[at].sqrt();
            }
            let measures = if part == Part::Words { 0 } else { features.dense.len() };
            for (number, measure) in features.dense.iter().enumerate().take(measures) {
                let at = number * scores + score;
                let slope = by * measure + decay * self.dense[at];
                self.dense_pace[at] += slope * slope;
                self.dense[at] -= pace * slope / self.dense_pace[at].sqrt();
            }
        }
    }

    /// In bytes.
    fn packed(&self, judgement: Judgement) -> Linear {
        let most = self.hashed.iter().map(|weight| weight.abs()).fold(0.0, f32::max).max(1e-6);
        let scale = most.min(6.0) / 127.0;
        let byte = |weight: &f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
        Linear {
            judgement,
            scale,
            hashed: self.hashed.iter().map(byte).collect(),
            dense: self.dense.clone(),
            bias: self.bias.clone(),
        }
    }
}

/// Moves the threshold to where ordinary speech is seldom flagged, and no further.
pub fn calibrate(model: &mut Linear, samples: &[Sample]) {
    let (marked, alarms): (&[&str], f32) = match model.judgement {
        Judgement::Toxicity => (&["mlma", "hatecheck", "own"], 0.008),
        Judgement::Spam => (&["spam", "own"], 0.007),
        _ => return,
    };
    let ordinary =
        samples.iter().filter(|sample| !marked.iter().any(|mark| sample.source.contains(mark)));
    let mut raw: Vec<f32> = ordinary
        .map(|sample| model.raw(&features(model.judgement, &sample.text, sample.asked))[0])
        .collect();
    raw.sort_by(|a, b| b.total_cmp(a));
    let at = (raw.len() as f32 * alarms) as usize;
    let threshold = raw.get(at).copied().unwrap_or_default();
    println!("  the threshold is moved by {threshold:.2}");
    model.bias[0] -= threshold;
}

/// How far each score is from what it should be.
fn wrong(raw: &[f32], class: usize) -> Vec<f32> {
    if let [one] = raw {
        return vec![1.0 / (1.0 + (-one).exp()) - class as f32];
    }
    let most = raw.iter().copied().fold(f32::MIN, f32::max);
    let powers: Vec<f32> = raw.iter().map(|score| (score - most).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers
        .iter()
        .enumerate()
        .map(|(at, power)| power / sum - f32::from(u8::from(at == class)))
        .collect()
}

/// How a model does on texts kept apart, source by source.
pub fn report(model: &Linear, apart: &[Sample]) {
    report_all(&[(model, apart)]);
}

/// What a model of one score says of texts: by what they are, then by what is said.
pub fn table(model: &Linear, apart: &[Sample]) -> Vec<Vec<usize>> {
    let mut table = vec![vec![0; 2]; 2];
    for sample in apart {
        let [raw, ..] = model.raw(&features(model.judgement, &sample.text, sample.asked));
        table[sample.class][usize::from(raw >= 0.0)] += 1;
    }
    table
}

/// The texts that a model of one score gets wrong.
pub fn missed(model: &Linear, apart: &[Sample]) {
    for sample in apart {
        let [raw, ..] = model.raw(&features(model.judgement, &sample.text, sample.asked));
        if (raw >= 0.0) != (sample.class == 1) {
            let text: String = sample.text.chars().take(160).collect();
            println!("    {} {raw:+.2} {}", sample.class, text.replace('\n', " "));
        }
    }
}

/// How several models do, each on its own texts, in one table.
pub fn report_all(parts: &[(&Linear, &[Sample])]) {
    let classes = parts.first().map_or(2, |(model, _)| model.bias.len().max(2));
    let mut tables: BTreeMap<&str, Vec<Vec<usize>>> = BTreeMap::new();
    let texts =
        parts.iter().flat_map(|(model, apart)| apart.iter().map(move |sample| (*model, sample)));
    for (model, sample) in texts {
        let raw = model.raw(&features(model.judgement, &sample.text, sample.asked));
        let said = if classes == 2 {
            usize::from(raw[0] >= 0.0)
        } else {
            (0..3).max_by(|a, b| raw[*a].total_cmp(&raw[*b])).unwrap_or(1)
        };
        let table = tables.entry(&sample.source).or_insert_with(|| vec![vec![0; classes]; classes]);
        table[sample.class][said] += 1;
    }
    for (source, table) in tables {
        let f1: Vec<f64> = (0..classes).map(|class| f1(&table, class)).collect();
        let mean = f1.iter().sum::<f64>() / classes as f64;
        println!("  {source:32} macro-F1 {mean:.3}  by class {f1:.2?}  {table:?}");
    }
}

/// The F1 of a class.
pub fn f1(table: &[Vec<usize>], class: usize) -> f64 {
    let right = table[class][class] as f64;
    let said: usize = table.iter().map(|row| row[class]).sum();
    let are: usize = table[class].iter().sum();
    if said + are == 0 { 0.0 } else { 2.0 * right / (said + are) as f64 }
}
