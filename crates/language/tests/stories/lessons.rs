//! What teammates correct is learnt, for their brand and for like messages alone.

use language::{Adjustments, Analyser, Asked, Correction, Intent, Tone};

fn correction(text: &str, tone: Tone) -> Correction {
    Correction { text: text.into(), sentiment: Some(tone), ..Correction::default() }
}

#[test]
fn a_correction_changes_its_message_and_those_like_it() {
    // At this brand, « croûte brûlée » is what customers come for.
    let like = "Cette croûte brûlée, encore et encore";
    let before = Analyser::new().read(like, Asked::French).sentiment;
    let lessons = [
        correction("La croûte brûlée de votre miche", Tone::Positive),
        correction("croûte brûlée comme toujours", Tone::Positive),
    ];
    let adjustments = Adjustments::learnt(&lessons);
    let brand = Analyser::adjusted(adjustments);
    for lesson in &lessons {
        assert_eq!(brand.read(&lesson.text, Asked::French).sentiment.label, Tone::Positive);
    }
    let after = brand.read(like, Asked::French).sentiment;
    assert!(after.positive > before.positive + 0.15, "{before:?} {after:?}");
}

#[test]
fn messages_without_the_words_learnt_are_read_as_before() {
    let mut adjustments = Adjustments::default();
    for _ in 0..50 {
        adjustments.learn(&correction("La croûte brûlée de votre miche", Tone::Negative));
    }
    let (brand, house) = (Analyser::adjusted(adjustments), Analyser::new());
    for text in ["Merci beaucoup, le pain est délicieux", "Where is my order?", "Ferme ta gueule"]
    {
        assert_eq!(brand.read(text, Asked::Auto), house.read(text, Asked::Auto));
    }
}

#[test]
fn a_lesson_said_a_hundred_times_stays_within_bounds() {
    let mut adjustments = Adjustments::default();
    for _ in 0..100 {
        adjustments.learn(&correction("miche", Tone::Negative));
    }
    let brand = Analyser::adjusted(adjustments);
    let praise =
        brand.read("J'adore votre miche, elle est délicieuse, merci, bravo 😍", Asked::French);
    assert_eq!(praise.sentiment.label, Tone::Positive, "{:?}", praise.sentiment);
}

#[test]
fn everything_that_is_judged_can_be_corrected() {
    let text = "Le tournoi de pétanque des anciens commence lundi";
    let mut adjustments = Adjustments::default();
    adjustments.learn(&Correction {
        text: text.into(),
        toxic: Some(true),
        spam: Some(true),
        intents: vec![(Intent::Suggestion, true)],
        ..Correction::default()
    });
    let learnt = Analyser::adjusted(adjustments.clone()).read(text, Asked::Auto);
    assert!(
        learnt.toxicity.flagged && learnt.spam.flagged && learnt.intent.holds(Intent::Suggestion),
        "{learnt:?}"
    );
    adjustments.learn(&Correction {
        text: text.into(),
        toxic: Some(false),
        spam: Some(false),
        intents: vec![(Intent::Suggestion, false)],
        ..Correction::default()
    });
    let unlearnt = Analyser::adjusted(adjustments).read(text, Asked::Auto);
    assert!(
        !unlearnt.toxicity.flagged
            && !unlearnt.spam.flagged
            && !unlearnt.intent.holds(Intent::Suggestion)
    );
}

#[test]
fn what_was_learnt_can_be_kept_and_found_again() {
    let adjustments =
        Adjustments::learnt(&[correction("La croûte brûlée de votre miche", Tone::Positive)]);
    let kept = serde_json::to_string(&adjustments).expect("it is written");
    assert_eq!(serde_json::from_str::<Adjustments>(&kept).expect("it is read"), adjustments);
}
