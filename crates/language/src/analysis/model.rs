//! The weights: `assets/model.bin`, written by `examples/train`.

use std::sync::OnceLock;

use super::features::Features;

/// What the file begins with.
pub(crate) const MAGIC: &[u8; 4] = b"PVL3";

/// The models, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// Three scores that make 1.
    Sentiment,
    /// One.
    Toxicity,
    /// One.
    Spam,
    /// Three: French, English, another language.
    Tongue,
    /// One: whether something went wrong.
    Complaint,
    /// One.
    Praise,
    /// One.
    Suggestion,
    /// One.
    Request,
}

impl Judgement {
    /// All, in the order of the file.
    pub const ALL: [Judgement; 8] = [
        Judgement::Sentiment,
        Judgement::Toxicity,
        Judgement::Spam,
        Judgement::Tongue,
        Judgement::Complaint,
        Judgement::Praise,
        Judgement::Suggestion,
        Judgement::Request,
    ];

    /// What a message wants.
    pub const WANTS: [Judgement; 4] =
        [Judgement::Complaint, Judgement::Praise, Judgement::Suggestion, Judgement::Request];

    /// How many scores it gives.
    #[must_use]
    pub fn scores(self) -> usize {
        if matches!(self, Judgement::Sentiment | Judgement::Tongue) { 3 } else { 1 }
    }

    /// How many bits of a hash it keeps.
    #[must_use]
    pub fn bits(self) -> u32 {
        match self {
            Judgement::Sentiment => 17,
            Judgement::Toxicity => 14,
            Judgement::Spam | Judgement::Tongue => 15,
            _ => 13,
        }
    }
}

/// A linear model: weights for hashes, a byte each, and for measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Linear {
    /// What it judges.
    pub judgement: Judgement,
    /// What a byte is worth.
    pub scale: f32,
    /// By hash, then by score.
    pub hashed: Vec<i8>,
    /// By measure, then by score.
    pub dense: Vec<f32>,
    /// By score.
    pub bias: Vec<f32>,
}

impl Linear {
    /// The place of a hash.
    #[must_use]
    pub fn place(judgement: Judgement, hash: u64) -> usize {
        (hash >> (64 - judgement.bits())) as usize
    }

    /// The raw scores, before they are made to lie between 0 and 1.
    #[must_use]
    pub fn raw(&self, features: &Features) -> [f32; 3] {
        let mut raw = [0.0; 3];
        let scores = self.bias.len().min(3);
        raw[..scores].copy_from_slice(&self.bias[..scores]);
        for (hash, value, _) in &features.hashed {
            let place = Self::place(self.judgement, *hash) * scores;
            for (score, weight) in raw[..scores].iter_mut().zip(&self.hashed[place..place + scores])
            {
                *score += f32::from(*weight) * self.scale * value;
            }
        }
        for (measure, weights) in features.dense.iter().zip(self.dense.chunks_exact(scores)) {
            for (score, weight) in raw[..scores].iter_mut().zip(weights) {
                *score += measure * weight;
            }
        }
        raw
    }

    /// How much each hashed feature pushes, for each score.
    pub(crate) fn push(&self, hash: u64, value: f32, score: usize) -> f32 {
        let scores = self.bias.len();
        f32::from(self.hashed[Self::place(self.judgement, hash) * scores + score])
            * self.scale
            * value
    }

    fn write(&self, out: &mut Vec<u8>) {
        for count in [self.hashed.len(), self.dense.len(), self.bias.len()] {
            out.extend((count as u32).to_le_bytes());
        }
        out.extend(self.scale.to_le_bytes());
        for weight in self.dense.iter().chain(&self.bias) {
            out.extend(weight.to_le_bytes());
        }
        out.extend(self.hashed.iter().map(|weight| weight.cast_unsigned()));
    }

    fn read(judgement: Judgement, bytes: &mut &[u8]) -> Option<Linear> {
        let [hashed, dense, bias] =
            [number(bytes)?, number(bytes)?, number(bytes)?].map(|n| n as usize);
        let scale = f32::from_bits(number(bytes)?);
        let mut floats = |count: usize| -> Option<Vec<f32>> {
            (0..count).map(|_| number(bytes).map(f32::from_bits)).collect()
        };
        let (dense, bias) = (floats(dense)?, floats(bias)?);
        let (weights, rest) = bytes.split_at_checked(hashed)?;
        *bytes = rest;
        let whole =
            hashed == judgement.scores() << judgement.bits() && bias.len() == judgement.scores();
        let hashed = weights.iter().map(|byte| byte.cast_signed()).collect();
        whole.then_some(Linear { judgement, scale, hashed, dense, bias })
    }
}

fn number(bytes: &mut &[u8]) -> Option<u32> {
    let (four, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*four))
}

/// The models of every judgement.
#[derive(Debug, Clone, PartialEq)]
pub struct Models(pub Vec<Linear>);

impl Models {
    /// Those that the program comes with.
    pub(crate) fn shipped() -> &'static Models {
        static MODELS: OnceLock<Models> = OnceLock::new();
        MODELS.get_or_init(|| {
            Models::read(include_bytes!("../../assets/model.bin")).unwrap_or_else(Models::blank)
        })
    }

    /// Reads a model file; `None` when it is not one of this version.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Models> {
        let mut bytes = bytes.strip_prefix(MAGIC)?;
        let models: Option<Vec<Linear>> = Judgement::ALL
            .into_iter()
            .map(|judgement| Linear::read(judgement, &mut bytes))
            .collect();
        models.map(Models)
    }

    /// Writes a model file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for model in &self.0 {
            model.write(&mut out);
        }
        out
    }

    /// Without any weight.
    fn blank() -> Models {
        let blank = |judgement: Judgement| Linear {
            judgement,
            scale: 0.0,
            hashed: vec![0; judgement.scores() << judgement.bits()],
            dense: Vec::new(),
            bias: vec![0.0; judgement.scores()],
        };
        Models(Judgement::ALL.into_iter().map(blank).collect())
    }

    pub(crate) fn of(&self, judgement: Judgement) -> &Linear {
        &self.0[judgement as usize]
    }
}
