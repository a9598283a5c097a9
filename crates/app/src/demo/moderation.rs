//! The house rules of the bakery, three rules for what comes, and what they put before its team.

use conversations::Priority;
use conversations::moderation::{
    Action, Clause, ClauseEdit, Condition, Harm, HouseRules, Joined, NewRule, PriorityWord, Rule,
    What,
};
use database::Tx;
use jiff::SignedDuration;
use primitives::Language;

use super::team::Stage;
use crate::failure::Failure;

/// What is said to be looked at: minutes ago, who of the community, the words.
pub const SAID: [(i64, usize, &str, &str); 2] = [
    (
        95,
        13,
        "Bande d’abrutis, vous avez encore oublié ma commande.",
        "You bunch of idiots, you forgot my order again.",
    ),
    (
        330,
        14,
        "Gagnez 500 abonnés garantis pour 9 €, cliquez : https://promo.example.org/77",
        "Win 500 guaranteed followers for 9 €, click: https://promo.example.org/77",
    ),
];

/// The clauses: titles and words in French, then in English.
const CLAUSES: [[&str; 4]; 3] = [
    [
        "Se parler comme au comptoir",
        "On peut tout dire de notre pain, rien qui blesse une personne.",
        "Talk as at the counter",
        "Anything may be said of our bread, nothing that hurts a person.",
    ],
    [
        "Pas de publicité",
        "Ni démarchage, ni liens sans rapport avec la maison.",
        "No advertising",
        "No canvassing, no links that have nothing to do with the house.",
    ],
    [
        "La vie privée reste privée",
        "Ni numéro, ni adresse, ni photo de quelqu’un sans son accord.",
        "Private life stays private",
        "No number, address or picture of anyone without their agreement.",
    ],
];

/// Writes the house rules and the rules, before the last messages come.
pub async fn write(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    tx.move_to(stage.now - SignedDuration::from_hours(30));
    let louise = &stage.louise;
    for [title_french, french, title_english, english] in CLAUSES.map(|one| one.map(str::to_owned))
    {
        let edit = ClauseEdit { title_french, title_english, french, english };
        Clause::add(edit, louise, tx).await.map_err(Failure::because)?;
    }
    let leads = (
        "Ce que l’on attend de chacun sous nos publications.",
        "What we expect of everyone under our posts.",
    );
    HouseRules::set(true, leads, louise, tx).await.map_err(Failure::because)?;
    for (new, on) in rules(stage.brand.language) {
        let rule = Rule::add(new, louise, tx).await.map_err(Failure::because)?;
        Rule::turn(rule.id, on, louise, tx).await.map_err(Failure::because)?;
    }
    Ok(())
}

fn rules(language: Language) -> [(NewRule, bool); 3] {
    let french = language == Language::Fr;
    let rule = |names: (&str, &str), joined, what: Vec<What>, actions: Vec<Action>| NewRule {
        name: if french { names.0 } else { names.1 }.to_owned(),
        joined,
        conditions: what.into_iter().map(|what| Condition { not: false, what }).collect(),
        actions,
        stops: false,
        ground: None,
        reason: String::new(),
        tells: false,
    };
    let high = Action::Priority { priority: PriorityWord(Priority::High) };
    let harm = What::Harm { kinds: vec![Harm::Insult, Harm::Hate, Harm::Threat], sure: 60 };
    let words = What::Words { lines: "abruti*\nimbécile*\nidiot*\nincapable*".to_owned() };
    let wins = What::Words { lines: "gagnez … abonnés\nwin … followers".to_owned() };
    let hosts = Vec::new();
    [
        (
            rule(
                ("Insultes et menaces", "Insults and threats"),
                Joined::Any,
                vec![harm, words],
                vec![high, Action::Ask],
            ),
            true,
        ),
        (
            rule(
                ("Démarchage", "Canvassing"),
                Joined::Any,
                vec![What::Spam { sure: 80 }, wins],
                vec![Action::Ask],
            ),
            true,
        ),
        (
            rule(
                ("Premier message avec un lien", "First message with a link"),
                Joined::All,
                vec![What::FirstMessage, What::Links { hosts }],
                vec![Action::Ask],
            ),
            false,
        ),
    ]
}
