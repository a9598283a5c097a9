//! What holds for every text.

use primitives::text::{
    CountRule, Unit, count, entities, fold, normalise_for_fingerprint, shorten, similarity,
};
use proptest::prelude::*;

const UNITS: [Unit; 6] = [
    Unit::Graphemes,
    Unit::Characters,
    Unit::Weighted,
    Unit::Utf8Bytes,
    Unit::Utf16,
    Unit::EmojiAsBytes,
];

/// Texts with what makes counting hard more often than chance would.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z éÀœ.,:/()#@$_-]{0,8}",
        2 => any::<String>(),
        3 => prop::sample::select(vec![
            "👨\u{200d}👩\u{200d}👧", "🇫🇷", "🇫", "1\u{fe0f}\u{20e3}", "👍🏽", "e\u{301}", "\u{301}",
            "\u{200d}", "\u{fe0f}", "\u{fe0e}", "שלום", "سلام", "한국", "\u{1112}\u{1161}", "漢字",
            "https://parvis.fr/été", "http://", "parvis.fr", "@lea", "@lea@piaille.fr",
            "@lea.bsky.social", "#tag", "#", "@", "$AAPL", "(", ")", " ", "\n", "«", "»", ".",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn entities_are_ordered_apart_and_on_character_boundaries(text in text()) {
        let mut end = 0;
        for entity in entities(&text) {
            prop_assert!(entity.range.start >= end);
            prop_assert!(entity.range.start < entity.range.end);
            end = entity.range.end;
            prop_assert!(text.is_char_boundary(entity.range.start) && text.is_char_boundary(end));
            prop_assert!(entity.written(&text).starts_with(entity.local_name(&text)));
        }
    }

    #[test]
    fn a_count_marks_an_overflow_exactly_when_there_is_one(text in text(), max in 0_u32..40) {
        for unit in UNITS {
            let rule = CountRule::new(unit, max).with_urls(23, true).with_max_bytes(90)
                .with_mentions_without_server();
            let counted = count(&text, &rule);
            let bytes = counted.bytes.expect("asked for");
            prop_assert_eq!(bytes.used, text.len() as u64);
            prop_assert_eq!(counted.over, counted.used > counted.max || bytes.used > bytes.max);
            prop_assert_eq!(counted.over, counted.first_over.is_some());
            prop_assert_eq!(counted.left, i64::from(max) - counted.used as i64);
            if let Some(offset) = counted.first_over {
                prop_assert!(text.is_char_boundary(offset) && offset < text.len());
            }
        }
    }

    #[test]
    fn the_part_before_the_overflow_fits(text in text(), max in 0_u32..40) {
        for unit in UNITS {
            let rule = CountRule::new(unit, max);
            if let Some(offset) = count(&text, &rule).first_over {
                prop_assert!(count(&text[..offset], &rule).fits());
            }
        }
    }

    #[test]
    fn writing_more_never_counts_less(text in text(), more in text()) {
        for unit in [Unit::Graphemes, Unit::Characters, Unit::Utf8Bytes, Unit::Utf16] {
            let rule = CountRule::new(unit, 500);
            let longer = format!("{text}{more}");
            prop_assert!(count(&longer, &rule).used >= count(&text, &rule).used);
        }
    }

    #[test]
    fn a_new_line_of_text_adds_to_every_count(text in text(), more in text()) {
        for unit in UNITS {
            let rule = CountRule::new(unit, 500).with_urls(23, true);
            let apart = count(&text, &rule).used + count(&more, &rule).used;
            let joined = format!("{text}\n\n{more}");
            let between = count("\n\n", &rule).used;
            // A final `\r` or a leading mark may join the line break.
            if !text.ends_with('\r') && more.starts_with(|c: char| c.is_ascii_graphic()) {
                prop_assert_eq!(count(&joined, &rule).used, apart + between);
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn a_fingerprint_is_stable(text in text()) {
        let once = normalise_for_fingerprint(&text);
        prop_assert!(!once.starts_with(' ') && !once.contains("  "));
        let spaced = format!("  {text}\u{200b}\n");
        prop_assert_eq!(normalise_for_fingerprint(&spaced), once);
    }

    #[test]
    fn similarity_is_a_symmetric_share(a in text(), b in text()) {
        let alike = similarity(&a, &b);
        prop_assert!((0.0..=1.0).contains(&alike));
        prop_assert_eq!(alike, similarity(&b, &a));
        prop_assert_eq!(similarity(&a, &a), 1.0);
    }

    #[test]
    fn a_shortened_text_is_short(text in text(), max in 1_usize..30) {
        prop_assert!(count(&shorten(&text, max), &CountRule::graphemes(30)).used <= max as u64);
    }
}

#[test]
fn the_longest_text_is_counted_in_linear_time() {
    for piece in
        ["http://", "@a", "a.", "#é", "parvis.fr/(", "一", "@a@", "http://一.", "a+", "a.b%"]
    {
        let text = piece.repeat(200_000 / piece.len());
        let start = std::time::Instant::now();
        let _ = count(&text, &CountRule::weighted(280));
        assert!(start.elapsed().as_secs() < 5, "{piece:?} took {:?}", start.elapsed());
    }
}
