//! What holds of any text at all.

use language::{Adjustments, Analyser, Analysis, Asked, Correction, Intent, Tone};
use proptest::prelude::*;

fn holds(analysis: &Analysis) {
    let sentiment = analysis.sentiment;
    let scores = Tone::ALL.map(|tone| sentiment.of(tone));
    assert!((scores.iter().sum::<f64>() - 1.0).abs() < 1e-6);
    let most = scores.into_iter().fold(0.0, f64::max);
    assert!(
        (sentiment.of(sentiment.label) - most).abs() < 1e-12,
        "the label is the highest score's"
    );
    let others = [
        analysis.toxicity.score,
        analysis.spam.score,
        analysis.language_confidence,
        sentiment.confidence,
    ];
    let intents = Intent::ALL.map(|intent| analysis.intent.score(intent));
    for score in scores.into_iter().chain(others).chain(intents) {
        assert!((0.0..=1.0).contains(&score), "{analysis:?}");
    }
    assert_eq!(analysis.toxicity.flagged, analysis.toxicity.score >= 0.5);
    assert!(analysis.weighed.iter().all(|word| word.weight.is_finite()));
}

/// Bits of messages, so that rules meet in every order.
fn message() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(vec![
        "putain",
        "c'est",
        "bon",
        "pas",
        "ne",
        "mais",
        "connard",
        "les",
        "musulmans",
        "sont",
        "!",
        "???",
        "😍",
        "👩🏽‍🍳",
        ":-)",
        "http://a.fr",
        "@x",
        "#tag",
        "d0nn@",
        "c o n",
        "\n",
        "\u{301}",
        "…",
        "«",
        "l'été",
        "DON'T",
        "very",
        "good",
        "12€",
        "<br />",
        "&amp;",
        "aaaaaah",
        "ß",
        "İ",
        "n'",
        "'",
        "*",
        "f***",
        "^^",
        "",
        "plus",
    ]);
    prop_oneof![
        prop::collection::vec(bits, 0..24).prop_map(|bits| bits.join(" ")),
        any::<String>(),
        "\\PC{0,80}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_within_bounds(text in message()) {
        for asked in [Asked::Auto, Asked::French, Asked::English] {
            holds(&Analyser::new().read(&text, asked));
        }
    }

    #[test]
    fn a_message_is_read_alike_whatever_was_read_before(first in message(), second in message()) {
        let reader = Analyser::new();
        let alone = reader.read(&second, Asked::Auto);
        let _ = reader.read(&first, Asked::Auto);
        prop_assert_eq!(alone, reader.read(&second, Asked::Auto));
    }

    #[test]
    fn whatever_is_taught_scores_stay_within_bounds(taught in prop::collection::vec(message(), 1..6), text in message()) {
        let lessons: Vec<Correction> = taught
            .into_iter()
            .enumerate()
            .map(|(at, text)| Correction {
                text,
                sentiment: Some(Tone::ALL[at % 3]),
                toxic: Some(at % 2 == 0),
                spam: Some(at % 2 == 1),
                intents: vec![(Intent::ALL[at % 5], at % 2 == 0)],
            })
            .collect();
        holds(&Analyser::adjusted(Adjustments::learnt(&lessons)).read(&text, Asked::Auto));
    }
}
