//! Insults and hate, and what only looks like them.

use language::Harm;

use crate::{hold, read};

#[test]
fn insults_are_found_however_they_are_written() {
    let texts = [
        "T'es vraiment un connard",
        "espece de conne",
        "ESPÈCE D'ABRUTI",
        "va te faire foutre",
        "ferme ta gueule sale con",
        "sale c0nn@rd",
        "t'es qu'un c o n n a r d",
        "quel connnnnard",
        "enc*lé va",
        "bande de fdp",
        "Bande d’abrutis, rendez l’argent !",
        "ntm",
        "t'es une grosse merde",
        "You are a fucking idiot",
        "shut the fuck up you moron",
        "what an a$$hole",
        "f u c k  y o u bitch",
    ];
    hold(&texts, 2, |read| read.toxicity.flagged);
}

#[test]
fn hate_is_found_and_named() {
    let texts = [
        "Les arabes dehors",
        "Mort aux juifs",
        "Les migrants sont des parasites",
        "Sale pédé",
        "Je déteste les noirs",
        "Muslims are vermin",
        "I hate all gay people",
    ];
    hold(&texts, 1, |read| read.toxicity.flagged);
    assert_eq!(read("Les migrants sont des parasites").toxicity.kind, Harm::Hate);
    assert_eq!(read("Je vais te tuer connard").toxicity.kind, Harm::Threat);
}

#[test]
fn coarse_joy_and_bad_days_aim_at_nobody() {
    let texts = [
        "Putain c'est bon",
        "Putain que c'est beau 😍",
        "Merde, j'ai raté mon bus",
        "Bordel, quelle journée",
        "Je suis trop con, j'ai oublié mon code",
        "Ce concert était putain de génial",
        "Holy shit this is amazing",
        "Fuck yes, finally!",
        "Damn, I missed the bus",
    ];
    hold(&texts, 1, |read| !read.toxicity.flagged);
    assert_eq!(read("Putain c'est bon").toxicity.kind, Harm::Swearing);
}

#[test]
fn to_name_people_is_not_to_hurt_them() {
    let texts = [
        "Je suis musulmane et je vis à Lille",
        "Mes voisins arabes sont adorables",
        "Les femmes représentent 40 % des effectifs",
        "La marche des fiertés réunit gays, lesbiennes et trans",
        "Une association accueille des réfugiés dans notre village",
        "Ma mère est handicapée, y a-t-il une rampe ?",
        "Le rabbin et l'imam ont inauguré la salle ensemble",
        "J'ai des amis juifs, noirs, chinois, et on rit bien",
        "Les Roms du quartier ont ouvert un atelier",
        "Débat sur l'immigration ce soir au Sénat",
        "My sister is a lesbian and my brother is deaf",
        "Black women in science: a talk on Friday",
        "Muslims celebrate Eid tomorrow",
        "The refugees arrived this morning",
    ];
    hold(&texts, 0, |read| !read.toxicity.flagged);
}

#[test]
fn ordinary_speech_is_left_alone() {
    let texts = [
        "Le magasin ouvre à 9 h",
        "Toujours pas reçu mon colis, c'est honteux",
        "Très déçue par la brioche",
        "Votre appli ne marche pas, c'est nul",
        "Le rat est sorti de la cave",
        "Côtes de porc au miel, recette de ma grand-mère",
        "Il faut tuer les mauvaises herbes",
        "Ce solo de guitare tue !",
        "Tu m'as tué 😂",
        "Mon chien a peur de l'orage",
        "Pas besoin d'être un génie pour comprendre",
        "Combien coûte la grosse brioche ?",
        "This film is rubbish",
        "I hate Mondays",
        "My bus is late again",
        "The dog ate the garbage",
        "You are the best",
        "Kill the engine before you fill up",
    ];
    hold(&texts, 1, |read| !read.toxicity.flagged);
}

#[test]
fn what_weighed_is_told() {
    let told = read("T'es vraiment un connard").weighed;
    assert!(told.iter().any(|word| word.on == language::For::Toxicity), "{told:?}");
}

#[test]
fn what_weighed_is_told_as_it_was_written_and_once() {
    let told = read("Bande d'abrutis, vous avez encore oublié ma commande.").weighed;
    let hurting = told.iter().filter(|word| word.on == language::For::Toxicity);
    let words: Vec<&str> = hurting.map(|word| word.words.as_str()).collect();
    assert_eq!(words, ["Bande d'abrutis"]);
}
