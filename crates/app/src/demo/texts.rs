//! What the bakery says. Original texts; the seasons and the days of the week choose them.

use super::words;

/// A kind of post: when in the week it comes, and what the community makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The bread of the week.
    Bread,
    /// The tart of Saturday.
    Tart,
    /// Behind the oven.
    Backstage,
    /// A question to the community.
    Question,
    /// Opening hours, news of the shop.
    News,
}

impl Kind {
    /// Its topic, among [`super::words::Words::topics`].
    pub fn topic(self) -> usize {
        match self {
            Kind::Bread | Kind::Tart => words::PRODUCTS,
            Kind::Backstage => words::BACKSTAGE,
            Kind::Question => words::TALK,
            Kind::News => words::SHOP,
        }
    }
}

/// A text, with the picture that goes with it.
pub struct Text {
    /// What it says.
    pub says: String,
    /// The picture's name in the album.
    pub picture: Option<&'static str>,
}

const BREADS: [(&str, &str, &str); 13] = [
    (
        "le pain de seigle au miel de Vertou",
        "dense, sombre, il se garde une semaine entière",
        "miche",
    ),
    (
        "la boule de campagne au levain",
        "quarante heures de repos et une croûte qui chante",
        "miche",
    ),
    ("le pain aux noix du Bocage", "les noix sont concassées le matin même", "miche"),
    (
        "la baguette de tradition",
        "farine de Loire-Atlantique, eau, sel, levain, et rien d’autre",
        "baguettes",
    ),
    ("le pain au sarrasin", "celui qui réclame du beurre demi-sel, et beaucoup", "miche"),
    ("la fougasse aux olives", "elle part plus vite que nous ne la façonnons", "baguettes"),
    ("le pain de mie du jeudi", "pour les croque-monsieur qui se respectent", "brioche"),
    ("le petit épeautre de chez Martin", "moulu sur meule à douze kilomètres d’ici", "miche"),
    ("la couronne nantaise", "à partager, c’est tout l’intérêt", "couronne"),
    ("le pain aux figues", "avec un fromage de chèvre, le repas est fait", "miche"),
    ("la baguette aux graines", "tournesol, lin, sésame : ça croque sous la dent", "baguettes"),
    ("le pain de maïs", "jaune comme un ciré, moelleux comme un dimanche", "brioche"),
    ("le méteil de Louise", "moitié blé, moitié seigle, la recette de sa grand-mère", "miche"),
];

const TARTS: [(&str, &str); 13] = [
    ("aux fraises de Carquefou", "tarte-rouge"),
    ("à la rhubarbe", "tarte-rose"),
    ("aux cerises", "tarte-rouge"),
    ("aux abricots rôtis", "tarte-or"),
    ("aux framboises", "tarte-rouge"),
    ("aux pêches de vigne", "tarte-rose"),
    ("aux mirabelles", "tarte-or"),
    ("aux figues fraîches", "tarte-rose"),
    ("aux pommes et au caramel salé", "tarte-or"),
    ("aux poires et aux amandes", "tarte-or"),
    ("au chocolat et au sarrasin", "gateau"),
    ("aux noix et au miel", "tarte-or"),
    ("au citron meringuée", "tarte-or"),
];

const BACKSTAGE: [(&str, Option<&str>); 13] = [
    (
        "4 h 10. Le levain a doublé, la radio grésille, la première fournée entre. Bonjour Nantes.",
        Some("four"),
    ),
    (
        "Youenn façonne son trois-centième croissant de la semaine. Il dit qu’il ne les compte pas. Il les compte.",
        Some("croissants"),
    ),
    (
        "On nous demande souvent pourquoi le pain n’est pas toujours pareil. Parce que la farine vit, que le temps change, et que nous travaillons sans additifs.",
        None,
    ),
    (
        "La farine de la ferme Martin est arrivée ce matin, encore tiède de la meule. Douze kilomètres, pas un de plus.",
        Some("ble"),
    ),
    (
        "Petit rappel de la maison : un pain au levain se réveille en trois minutes dans un four chaud, avec un peu d’eau sur la croûte.",
        None,
    ),
    (
        "Le vieux four a eu un caprice cette nuit. Camille a eu le dernier mot. La fournée de huit heures aura un quart d’heure de retard, pardon d’avance.",
        Some("four"),
    ),
    (
        "Ce que vous ne voyez pas : la plonge. Beaucoup de plonge. Merci à Inès, notre apprentie, qui garde le sourire.",
        None,
    ),
    (
        "Feuilletage du matin : vingt-sept couches de beurre, et un silence de bibliothèque pendant le tourage.",
        Some("croissants"),
    ),
    (
        "Hier soir, les invendus sont partis aux restos du quartier. Quatorze pains, neuf viennoiseries, zéro poubelle.",
        None,
    ),
    (
        "Louise teste un pain aux algues de Batz. L’équipe est partagée. Louise, elle, en est à sa troisième tranche.",
        Some("miche"),
    ),
    ("Un bon pain, c’est surtout du temps. Le nôtre dort plus longtemps que nous.", Some("miche")),
    (
        "Deux jours de formation avec une meunière du Marais breton. On a tout noté, on vous raconte bientôt.",
        Some("ble"),
    ),
    (
        "Sept ans que la boutique a ouvert. Merci d’avoir poussé la porte, même les jours de pluie. Surtout les jours de pluie.",
        Some("boutique"),
    ),
];

const QUESTIONS: [&str; 13] = [
    "Croûte bien cuite ou mie moelleuse : vous êtes de quelle équipe ?",
    "Quel pain vous rappelle votre enfance ? On en remettrait bien un au four.",
    "Si vous ne pouviez garder qu’une viennoiserie, ce serait laquelle ?",
    "Vous le mangez avec quoi, votre pain du dimanche matin ?",
    "On hésite pour la tarte de samedi : poire ou pomme ? Vous décidez.",
    "Quartignon, croûton, talon, crouton… Chez vous, le bout du pain s’appelle comment ?",
    "Qui a déjà fini la baguette avant d’arriver à la maison ? On ne vous jugera pas.",
    "Une recette pour le pain rassis ? On rassemble les meilleures.",
    "Plutôt chausson aux pommes ou pain aux raisins pour le goûter ?",
    "Beurre doux ou demi-sel ? Question posée depuis Nantes, donc réponse attendue.",
    "Quel goûter voudriez-vous voir mercredi pour les enfants ?",
    "Levain ou levure, faites-vous votre pain à la maison ?",
    "Quel atelier vous ferait venir un samedi : croissants, brioche ou levain ?",
];

const NEWS: [(&str, Option<&str>); 9] = [
    (
        "Marché de Talensac dimanche : on y sera dès 8 heures, avec du pain chaud et des madeleines.",
        Some("boutique"),
    ),
    (
        "Cette semaine la boutique ferme à 18 heures jeudi, pour cause d’anniversaire de Louise. Le reste ne change pas.",
        None,
    ),
    (
        "L’atelier levain de samedi est complet. Une seconde date arrive, dites-nous si vous voulez être prévenus.",
        None,
    ),
    (
        "Apportez votre sac à pain et gagnez notre reconnaissance éternelle, et une chouquette.",
        Some("chouquettes"),
    ),
    (
        "Les commandes pour les fêtes d’école sont ouvertes : passez à la boutique ou écrivez-nous ici.",
        None,
    ),
    (
        "Nouveau : on accepte les tickets-restaurant, et les compliments, comme toujours.",
        Some("boutique"),
    ),
    (
        "La petite fournée de 17 heures revient : du pain chaud à la sortie de l’école.",
        Some("baguettes"),
    ),
    (
        "On cherche quelqu’un pour la vente le week-end. Bonne humeur exigée, lève-tôt apprécié.",
        None,
    ),
    (
        "Merci à l’école Ampère pour la visite : vingt-deux petits boulangers, et de la farine jusque dans les cartables.",
        Some("four"),
    ),
];

/// The `nth` text of a kind: the same subject comes back after a season, said otherwise.
pub fn text(kind: Kind, nth: usize) -> Text {
    let again = nth / 13 % 2 == 1;
    let of = |says: String, picture| Text { says, picture };
    match kind {
        Kind::Bread => {
            let (bread, why, picture) = BREADS[nth % 13];
            let says = if again {
                format!(
                    "Il est revenu : {bread}. Pour mémoire, {why}. De mardi à samedi. #pain #Nantes"
                )
            } else {
                format!("Le pain de la semaine : {bread}. Notre raison : {why}. #levain #Nantes")
            };
            of(says, Some(picture))
        }
        Kind::Tart => {
            let (tart, picture) = TARTS[nth % 13];
            let says = if again {
                format!(
                    "La tarte {tart} est de retour samedi. Vingt parts, pas une de plus. #tarte"
                )
            } else {
                format!(
                    "Samedi, ce sera une tarte {tart}. Réservez la vôtre en nous écrivant avant vendredi midi. #Nantes"
                )
            };
            of(says, Some(picture))
        }
        Kind::Backstage => {
            let (says, picture) = BACKSTAGE[nth % 13];
            of(if again { format!("{says} #coulisses") } else { says.to_owned() }, picture)
        }
        Kind::Question => {
            let says = QUESTIONS[nth % 13];
            of(if again { format!("On repose la question. {says}") } else { says.to_owned() }, None)
        }
        Kind::News => {
            let (says, picture) = NEWS[nth % 9];
            of(if nth >= 9 { format!("Bon à savoir. {says}") } else { says.to_owned() }, picture)
        }
    }
}

/// Drafts that wait for an idea or an approval.
pub const DRAFTS: [(&str, Option<&str>); 5] = [
    (
        "Bûches de Noël : annoncer les trois parfums. (Louise, tu confirmes pour la poire ?)",
        Some("gateau"),
    ),
    ("Portrait d’Inès, apprentie : ce qu’elle a appris cette année, en trois phrases.", None),
    ("Le geste du mois : lamer un pain. Petite vidéo à tourner mardi matin.", Some("miche")),
    ("Réponse à une question qu’on nous pose souvent : pourquoi fermons-nous le lundi ?", None),
    (
        "Idée pour janvier : une galette, une fève dessinée par les enfants de l’école Ampère.",
        Some("couronne"),
    ),
];

/// What is scheduled by hand: days ahead, hour, text, picture.
pub const AHEAD: [(i8, i8, &str, Option<&str>); 4] = [
    (
        1,
        16,
        "Fournée de 17 heures : baguettes chaudes et chouquettes à la sortie de l’école.",
        Some("chouquettes"),
    ),
    (6, 10, "Marché de Talensac ce matin : on vous garde une miche ?", Some("boutique")),
    (
        11,
        12,
        "L’atelier levain revient. Douze places, deux heures, un bocal de levain à emporter.",
        Some("ble"),
    ),
    (
        19,
        9,
        "Commandes pour les fêtes : elles ouvrent aujourd’hui, à la boutique ou par message.",
        Some("gateau"),
    ),
];
