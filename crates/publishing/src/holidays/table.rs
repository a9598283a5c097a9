//! The days themselves, each with its rule and where the rule comes from.

use jiff::civil::Weekday::{Saturday, Sunday, Thursday};

use super::Family::{AlsaceMoselle, Culture, Feasts, Public, Trade, WorldDays};
use primitives::days::{ALSACE_HOLIDAYS, FRENCH_HOLIDAYS};

use super::{Family, Marker, Rule};

const fn day(key: &'static str, family: Family, rule: Rule, source: &'static str) -> Marker {
    Marker { key, family, rule, lasts: 1, source }
}

impl Marker {
    const fn lasting(mut self, days: i16) -> Self {
        self.lasts = days;
        self
    }
}

const fn public(holiday: usize) -> Marker {
    let (key, rule) = FRENCH_HOLIDAYS[holiday];
    day(key, Public, rule, LABOUR)
}

const fn alsace(holiday: usize) -> Marker {
    let (key, rule) = ALSACE_HOLIDAYS[holiday];
    day(key, AlsaceMoselle, rule, ALSACE)
}

const LABOUR: &str = "Code du travail, article L3133-1";
const ALSACE: &str = "Code du travail, article L3134-13";
const CUSTOM: &str = "custom";
const CHURCH: &str = "calendar of the Church";

/// Every day that is known, by family.
pub const MARKERS: &[Marker] = &[
    public(0),
    public(1),
    public(2),
    public(3),
    public(4),
    public(5),
    public(6),
    public(7),
    public(8),
    public(9),
    public(10),
    alsace(0),
    alsace(1),
    day("epiphany", Feasts, Rule::Fixed(1, 6), CHURCH),
    day("candlemas", Feasts, Rule::Fixed(2, 2), CHURCH),
    day("valentine", Feasts, Rule::Fixed(2, 14), CUSTOM),
    day("shrove-tuesday", Feasts, Rule::Easter(-47), CHURCH),
    day(
        "grandmothers",
        Feasts,
        Rule::Nth(3, Sunday, 1),
        "custom since 1987: first Sunday of March",
    ),
    day("saint-patrick", Feasts, Rule::Fixed(3, 17), CUSTOM),
    day("april-fools", Feasts, Rule::Fixed(4, 1), CUSTOM),
    day("easter", Feasts, Rule::Easter(0), CHURCH),
    day("saint-honore", Feasts, Rule::Fixed(5, 16), "custom: Saint Honoré, feast of bread"),
    day("pentecost", Feasts, Rule::Easter(49), CHURCH),
    day(
        "mothers",
        Feasts,
        Rule::Mothers,
        "Code de l’action sociale et des familles, article D215-1",
    ),
    day("fathers", Feasts, Rule::Nth(6, Sunday, 3), "custom since 1952: third Sunday of June"),
    day("midsummer", Feasts, Rule::Fixed(6, 24), CHURCH),
    day(
        "grandfathers",
        Feasts,
        Rule::Nth(10, Sunday, 1),
        "custom since 2008: first Sunday of October",
    ),
    day("halloween", Feasts, Rule::Fixed(10, 31), CUSTOM),
    day("saint-catherine", Feasts, Rule::Fixed(11, 25), CUSTOM),
    day("advent", Feasts, Rule::OnOrAfter(11, 27, Sunday), "fourth Sunday before Christmas"),
    day("saint-nicholas", Feasts, Rule::Fixed(12, 6), CUSTOM),
    day("christmas-eve", Feasts, Rule::Fixed(12, 24), CUSTOM),
    day("new-years-eve", Feasts, Rule::Fixed(12, 31), CUSTOM),
    day("dry-january", Trade, Rule::Fixed(1, 1), CUSTOM).lasting(31),
    day("winter-sales", Trade, Rule::WinterSales, "Code de commerce, article D310-15-2")
        .lasting(28),
    day("summer-sales", Trade, Rule::SummerSales, "Code de commerce, article D310-15-2")
        .lasting(28),
    day(
        "back-to-school",
        Trade,
        Rule::Fixed(9, 1),
        "custom; pupils’ own day is set by order each year",
    ),
    day("local-trade", Trade, Rule::Nth(10, Saturday, 2), "custom: second Saturday of October"),
    day("singles-day", Trade, Rule::Fixed(11, 11), CUSTOM),
    day(
        "beaujolais",
        Trade,
        Rule::Nth(11, Thursday, 3),
        "order of 15 November 1967, third Thursday since 1985",
    ),
    day(
        "black-friday",
        Trade,
        Rule::AfterNth(11, Thursday, 4, 1),
        "custom: the day after the fourth Thursday of November",
    ),
    day(
        "cyber-monday",
        Trade,
        Rule::AfterNth(11, Thursday, 4, 4),
        "custom: the Monday after Black Friday",
    ),
    day("europe-day", Culture, Rule::Fixed(5, 9), "European Council of Milan, 1985"),
    day("music-day", Culture, Rule::Fixed(6, 21), "Ministry of Culture, since 1982"),
    day(
        "heritage-days",
        Culture,
        Rule::Nth(9, Saturday, 3),
        "Ministry of Culture: third weekend of September",
    )
    .lasting(2),
    day("secularism", Culture, Rule::Fixed(12, 9), "Senate resolution of 31 May 2011"),
    day("cancer-day", WorldDays, Rule::Fixed(2, 4), "World Cancer Declaration, 2000"),
    day("girls-in-science", WorldDays, Rule::Fixed(2, 11), "A/RES/70/212"),
    day("womens-rights", WorldDays, Rule::Fixed(3, 8), "A/RES/32/142"),
    day("happiness", WorldDays, Rule::Fixed(3, 20), "A/RES/66/281"),
    day("french-language", WorldDays, Rule::Fixed(3, 20), "OIF, since 1988"),
    day("forests", WorldDays, Rule::Fixed(3, 21), "A/RES/67/200"),
    day("water", WorldDays, Rule::Fixed(3, 22), "A/RES/47/193"),
    day("autism", WorldDays, Rule::Fixed(4, 2), "A/RES/62/139"),
    day("health", WorldDays, Rule::Fixed(4, 7), "World Health Assembly, 1948"),
    day("earth", WorldDays, Rule::Fixed(4, 22), "A/RES/63/278"),
    day("books", WorldDays, Rule::Fixed(4, 23), "UNESCO 28 C/3.18"),
    day("safety-at-work", WorldDays, Rule::Fixed(4, 28), "ILO, since 2003"),
    day("press-freedom", WorldDays, Rule::Fixed(5, 3), "A/DEC/48/432"),
    day("families", WorldDays, Rule::Fixed(5, 15), "A/RES/47/237"),
    day("bees", WorldDays, Rule::Fixed(5, 20), "A/RES/72/211"),
    day("biodiversity", WorldDays, Rule::Fixed(5, 22), "A/RES/55/201"),
    day("no-tobacco", WorldDays, Rule::Fixed(5, 31), "WHA42.19"),
    day("environment", WorldDays, Rule::Fixed(6, 5), "A/RES/2994 (XXVII)"),
    day("oceans", WorldDays, Rule::Fixed(6, 8), "A/RES/63/111"),
    day("blood-donors", WorldDays, Rule::Fixed(6, 14), "WHA58.13"),
    day("small-firms", WorldDays, Rule::Fixed(6, 27), "A/RES/71/279"),
    day("friendship", WorldDays, Rule::Fixed(7, 30), "A/RES/65/275"),
    day("peace", WorldDays, Rule::Fixed(9, 21), "A/RES/55/282"),
    day("tourism", WorldDays, Rule::Fixed(9, 27), "UNWTO, since 1980"),
    day("food-waste", WorldDays, Rule::Fixed(9, 29), "A/RES/74/209"),
    day("pink-october", WorldDays, Rule::Fixed(10, 1), CUSTOM).lasting(31),
    day("older-people", WorldDays, Rule::Fixed(10, 1), "A/RES/45/106"),
    day("teachers", WorldDays, Rule::Fixed(10, 5), "UNESCO, since 1994"),
    day("mental-health", WorldDays, Rule::Fixed(10, 10), "WHO, since 1992"),
    day("food", WorldDays, Rule::Fixed(10, 16), "A/RES/35/70"),
    day("bread", WorldDays, Rule::Fixed(10, 16), "International Union of Bakers, since 2006"),
    day("poverty", WorldDays, Rule::Fixed(10, 17), "A/RES/47/196"),
    day("movember", WorldDays, Rule::Fixed(11, 1), CUSTOM).lasting(30),
    day("kindness", WorldDays, Rule::Fixed(11, 13), "World Kindness Movement, since 1998"),
    day("childrens-rights", WorldDays, Rule::Fixed(11, 20), "A/RES/836 (IX)"),
    day("violence-against-women", WorldDays, Rule::Fixed(11, 25), "A/RES/54/134"),
    day(
        "buy-nothing",
        WorldDays,
        Rule::AfterNth(11, Thursday, 4, 1),
        "custom: the same day as Black Friday",
    ),
    day("disability", WorldDays, Rule::Fixed(12, 3), "A/RES/47/3"),
    day("volunteers", WorldDays, Rule::Fixed(12, 5), "A/RES/40/212"),
    day("human-rights", WorldDays, Rule::Fixed(12, 10), "A/RES/423 (V)"),
];
