use jiff::tz::TimeZone;
use measurement::insights::{
    DateOrder, NotACount, NumberStyle, Sheet, count, guess_order, guess_style, when,
};
use proptest::prelude::*;

fn whole(cell: &str) -> Result<Option<i64>, NotACount> {
    count(cell, NumberStyle::Whole)
}

#[test]
fn counts_are_read_as_people_write_them() {
    for cell in ["3280", "3 280", "3\u{202f}280", "3\u{a0}280", "3,280", "3.280", "3'280", "3280.0"]
    {
        assert_eq!(whole(cell), Ok(Some(3280)), "{cell}");
    }
    assert_eq!(whole("1,234,567"), Ok(Some(1_234_567)));
    assert_eq!(whole("1.234.567,00"), Ok(Some(1_234_567)));
    assert_eq!(whole("12,34,567"), Ok(Some(1_234_567)));
    assert_eq!(whole("0"), Ok(Some(0)));
}

#[test]
fn what_says_nothing_is_not_known_and_never_nought() {
    for cell in ["", "  ", "-", "--", "–", "N/A", "n/a", "NaN", "null"] {
        assert_eq!(whole(cell), Ok(None), "{cell:?}");
    }
}

#[test]
fn what_is_not_a_count_is_refused_by_name() {
    assert_eq!(whole("many"), Err(NotACount::NotANumber));
    assert_eq!(whole("1,2,3"), Err(NotACount::NotANumber));
    assert_eq!(whole("4.25"), Err(NotACount::NotWhole));
    assert_eq!(whole("1.2K"), Err(NotACount::NotWhole));
    assert_eq!(whole("12 %"), Err(NotACount::NotWhole));
    assert_eq!(whole("-5"), Err(NotACount::Negative));
    assert_eq!(whole("99999999999999999999"), Err(NotACount::TooLarge));
}

#[test]
fn a_sheet_with_decimals_does_not_take_them_for_thousands() {
    assert_eq!(guess_style(["12.0", "1.234"]), NumberStyle::PointDecimal);
    assert_eq!(count("1.234", NumberStyle::PointDecimal), Err(NotACount::NotWhole));
    assert_eq!(count("1,234", NumberStyle::PointDecimal), Ok(Some(1234)));
    assert_eq!(guess_style(["1.234,5", "12"]), NumberStyle::CommaDecimal);
    assert_eq!(guess_style(["2,644", "1,850"]), NumberStyle::Whole);
}

#[test]
fn dates_are_read_as_each_export_writes_them() {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let at = |cell: &str| {
        let read = when(cell, DateOrder::MonthFirst).unwrap_or_else(|| panic!("{cell}"));
        read.instant(&zone).unwrap().to_string()
    };
    assert_eq!(at("01/03/2026 20:30"), "2026-01-03T19:30:00Z");
    assert_eq!(at("2026-01-03 23:30 +0000"), "2026-01-03T23:30:00Z");
    assert_eq!(at("2026-01-03T23:30:15.123Z"), "2026-01-03T23:30:15Z");
    assert_eq!(at("2026-01-03T23:30:00+02:00"), "2026-01-03T21:30:00Z");
    assert_eq!(at("Tue, Jul 14, 2026"), "2026-07-13T22:00:00Z");
    assert_eq!(at("Oct 3, 2026"), "2026-10-02T22:00:00Z");
    assert_eq!(at("3 oct. 2026 à 14 h 05"), "2026-10-03T12:05:00Z");
    assert_eq!(at("12/31/14 9:05 AM"), "2014-12-31T08:05:00Z");
    assert_eq!(at("12/31/2014 12:05 PM"), "2014-12-31T11:05:00Z");
    assert_eq!(at("15 août 2026"), "2026-08-14T22:00:00Z");
    let day_first = when("25/12/2026", DateOrder::DayFirst).unwrap();
    assert_eq!(day_first.instant(&zone).unwrap().to_string(), "2026-12-24T23:00:00Z");
    for cell in ["", "Lifetime", "32/13/2026", "12", "2644", "1,850", "13/25/2026"] {
        assert_eq!(when(cell, DateOrder::MonthFirst), None, "{cell}");
    }
    assert_eq!(guess_order(["03/04/2026", "25/04/2026"]), Some(DateOrder::DayFirst));
    assert_eq!(guess_order(["03/04/2026", "04/25/2026"]), Some(DateOrder::MonthFirst));
    assert_eq!(guess_order(["03/04/2026"]), None);
}

proptest! {
    #[test]
    fn any_bytes_are_a_table_or_a_clear_error(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = Sheet::read(&bytes);
    }

    #[test]
    fn any_broken_workbook_is_a_clear_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for mark in [&b"PK\x03\x04"[..], &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]] {
            prop_assert!(Sheet::read(&[mark, &bytes].concat()).is_err());
        }
    }

    #[test]
    fn any_text_is_a_table_or_a_clear_error(text in "([a-zé0-9\"'/:. -]{0,12}[,;\t\n]){0,60}") {
        if let Ok(sheet) = Sheet::read(text.as_bytes()) {
            let plan = measurement::insights::ImportPlan::by_hand(&sheet, "", "", "Europe/Paris");
            let _ = plan.preview(&sheet, &TimeZone::UTC, 100);
        }
    }

    #[test]
    fn any_cell_is_read_or_refused(cell in "\\PC{0,40}") {
        for style in [NumberStyle::Whole, NumberStyle::PointDecimal, NumberStyle::CommaDecimal] {
            if let Ok(Some(value)) = count(&cell, style) {
                prop_assert!(value >= 0);
            }
        }
        for order in [DateOrder::MonthFirst, DateOrder::DayFirst] {
            if let Some(when) = when(&cell, order) {
                let _ = when.instant(&TimeZone::UTC);
            }
        }
        let _ = (guess_style([cell.as_str()]), guess_order([cell.as_str()]));
    }

    #[test]
    fn a_count_is_the_same_however_its_thousands_are_parted(value in 0_i64..10_000_000_000) {
        for sign in [",", ".", " ", "\u{202f}", "'"] {
            let digits = value.to_string();
            let parts: Vec<String> = digits.as_bytes().rchunks(3).rev()
                .map(|part| String::from_utf8_lossy(part).into_owned()).collect();
            prop_assert_eq!(whole(&parts.join(sign)), Ok(Some(value)));
        }
    }
}
