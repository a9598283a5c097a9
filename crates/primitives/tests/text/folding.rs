//! Folding for search and recognising our own words.

use primitives::text::{fold, normalise_for_fingerprint, similarity};

#[test]
fn search_ignores_case_accents_and_ligatures() {
    for (text, expected) in [
        ("Œuvre", "oeuvre"),
        ("Æsop STRASSE straße", "aesop strasse strasse"),
        ("L’Été à NÎMES", "l'ete a nimes"),
        ("e\u{301}", "e"),
        ("ﬁn ① ㎏", "fin 1 kg"),
        ("İstanbul ışık", "istanbul isik"),
        ("ΟΔΟΣ", "οδοσ"),
        ("soft\u{ad}hyphen\u{200b}", "softhyphen"),
        ("한국", "한국"),
        ("が", "が"),
        ("a\u{a0}b", "a b"),
    ] {
        assert_eq!(fold(text), expected, "{text:?}");
    }
}

#[test]
fn our_post_is_recognised_after_a_network_rewrote_it() {
    let ours = "Bonjour @lea@mastodon.social !\n\nL'été… https://www.Parvis.fr/ ❤\u{fe0f}";
    let theirs = "Bonjour\u{a0}@lea ! L’été... parvis.fr ❤\u{200b}";
    assert_eq!(normalise_for_fingerprint(ours), normalise_for_fingerprint(theirs));
    assert_ne!(normalise_for_fingerprint("Bonjour"), normalise_for_fingerprint("bonjour"));
}

#[test]
fn a_path_keeps_its_case_and_its_query() {
    assert_eq!(
        normalise_for_fingerprint("http://Parvis.FR/Agenda/?Q=1#Ici "),
        "parvis.fr/Agenda/?Q=1#Ici"
    );
}

#[test]
fn similarity_goes_from_nothing_to_all() {
    assert_eq!(similarity("", ""), 1.0);
    assert_eq!(similarity("ab", "ac"), 0.0);
    assert_eq!(similarity("abcd", "abcd"), 1.0);
    assert_eq!(similarity("abcd", "bcde"), 1.0 / 3.0);
    assert!(similarity("La fête du village est samedi", "La fête du village est dimanche") > 0.5);
    assert!(similarity("La fête du village", "Un autre sujet") < 0.1);
}
