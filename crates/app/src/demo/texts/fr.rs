use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    breads: [
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
    ],
    tarts: [
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
    ],
    backstage: [
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
        (
            "Un bon pain, c’est surtout du temps. Le nôtre dort plus longtemps que nous.",
            Some("miche"),
        ),
        (
            "Deux jours de formation avec une meunière du Marais breton. On a tout noté, on vous raconte bientôt.",
            Some("ble"),
        ),
        (
            "Sept ans que la boutique a ouvert. Merci d’avoir poussé la porte, même les jours de pluie. Surtout les jours de pluie.",
            Some("boutique"),
        ),
    ],
    questions: [
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
    ],
    news: [
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
    ],
    of_bread: [
        "Le pain de la semaine : {what}. Notre raison : {why}. #levain #Nantes",
        "Il est revenu : {what}. Pour mémoire, {why}. De mardi à samedi. #pain #Nantes",
    ],
    of_tart: [
        "Samedi, ce sera une tarte {what}. Réservez la vôtre en nous écrivant avant vendredi midi. #Nantes",
        "La tarte {what} est de retour samedi. Vingt parts, pas une de plus. #tarte",
    ],
    again: ["{what} #coulisses", "On repose la question. {what}", "Bon à savoir. {what}"],
    drafts: [
        (
            "Bûches de Noël : annoncer les trois parfums. (Louise, tu confirmes pour la poire ?)",
            Some("gateau"),
        ),
        ("Recette de la maison : le pain perdu d’Agathe, en quatre images.", Some("brioche")),
        (
            "Idée pour janvier : une galette, une fève dessinée par les enfants de l’école Ampère.",
            Some("couronne"),
        ),
    ],
    ahead: [
        (
            1,
            16,
            "Fournée de 17 heures : baguettes chaudes et chouquettes à la sortie de l’école.",
            Some("chouquettes"),
        ),
        (8, 7, "Marché de Talensac ce matin : on vous garde une miche ?", Some("boutique")),
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
    ],
    trouble: [
        "Petite fournée spéciale demain matin : pains au lait pour les lève-tôt.",
        "La pluie dehors, le four dedans. On vous garde une place au chaud.",
        "Dernières chouquettes de la journée, premières arrivées, premières servies.",
    ],
    reasons: [
        "Le réseau a refusé l’image : format non accepté ce jour-là.",
        "La réponse du réseau s’est perdue, et sa liste ne permet pas de trancher.",
    ],
    old_post: "Fournée du jour n°",
    alts: [
        "Une miche ronde et dorée, grignée en croix, posée sur une planche de bois.",
        "Trois baguettes dorées côte à côte sur un torchon clair.",
        "Deux croissants bien cuits sur un fond crème.",
        "Une brioche haute et brillante, vue de face.",
        "Une couronne de pain dorée, vue de dessus.",
        "Une tarte aux fruits rouges, vue de dessus, les fruits en cercles serrés.",
        "Une tarte aux fruits dorés, vue de dessus, les quartiers en rosace.",
        "Une tarte aux fruits roses, vue de dessus, sur une nappe claire.",
        "Un gâteau rond nappé de chocolat, sur une assiette.",
        "Un tas de chouquettes au sucre perlé.",
        "La bouche d’un four à pain rougeoyant dans la pénombre.",
        "Un champ de blé sous un ciel clair.",
    ],
};
