use publishing::template::TemplateKind::{Hashtags, Signature, Text};

use super::{BACKSTAGE, PRODUCTS, SHOP, TALK, Words};

pub(super) static WORDS: Words = Words {
    tone: "Nous parlons comme au comptoir : simplement, avec chaleur, sans jamais forcer la vente. \
           On ne tutoie personne, on ne se moque que de nous-mêmes, et on dit d’où vient la farine.",
    tone_words: &["chaleureux", "précis", "malicieux"],
    topics: [
        (
            "Nos produits",
            "Le pain de la semaine, les tartes du samedi, ce qui sort du four.",
            "#b3542e",
            40,
            &["pain", "tarte", "brioche", "miche", "baguette", "fournée"],
        ),
        (
            "Les coulisses",
            "Le levain, les gestes, les nuits, ceux qui font le pain.",
            "#3d6b8e",
            25,
            &["levain", "four", "pétrin", "tourage", "farine"],
        ),
        (
            "La parole aux clients",
            "Questions, souvenirs, recettes : ce que le quartier nous raconte.",
            "#6d7f2f",
            20,
            &["question", "votre", "souvenir", "recette"],
        ),
        (
            "La vie de la boutique",
            "Horaires, marchés, ateliers, commandes.",
            "#7a4f8a",
            15,
            &["marché", "atelier", "commande", "boutique", "horaires"],
        ),
    ],
    preferred: &[
        ("pain au levain", "pain artisanal", "« Artisanal » ne dit rien ; le levain, si."),
        ("nos clients", "nos consommateurs", "Ce sont des gens que l’on connaît."),
    ],
    avoided: &[
        ("pas cher", "Notre prix est juste, il n’est pas bas."),
        ("le meilleur pain", "C’est aux clients de le dire."),
        ("incontournable", "Mot de dépliant."),
    ],
    templates: &[
        (
            Text,
            "Le pain de la semaine",
            "Le pain de la semaine : [le pain]. Notre raison : [pourquoi lui, pourquoi maintenant]. De mardi à samedi.",
        ),
        (
            Text,
            "Fermeture exceptionnelle",
            "La boutique sera fermée [jour] [raison, en une phrase]. On vous retrouve [jour] dès 7 h 30. Pensez à votre pain la veille : il se garde.",
        ),
        (
            Signature,
            "Signature de la maison",
            "Le Fournil de Louise · 12, rue des Olivettes, Nantes",
        ),
        (Hashtags, "Pain et levain", "#pain #levain #boulangerie #faitmaison"),
        (Hashtags, "Nantes", "#Nantes #Nantesfood #commercesdequartier"),
    ],
    folders: ["Pains", "Tartes et gâteaux", "La maison"],
    tags: &[
        ("miche", &["levain", "croûte"]),
        ("baguettes", &["tradition"]),
        ("croissants", &["viennoiserie", "matin"]),
        ("brioche", &["viennoiserie"]),
        ("couronne", &["levain", "fêtes"]),
        ("tarte-rouge", &["samedi", "fruits"]),
        ("tarte-or", &["samedi", "fruits"]),
        ("tarte-rose", &["samedi", "fruits"]),
        ("gateau", &["fêtes"]),
        ("chouquettes", &["goûter"]),
        ("four", &["coulisses", "matin"]),
        ("ble", &["coulisses", "farine"]),
    ],
    theme: (
        "Un mois au levain",
        "Expliquer le levain en un mois : d’où il vient, comment il vit, pourquoi le pain n’est \
         jamais tout à fait le même. Objectif : remplir les deux ateliers.",
    ),
    launch: (
        "La miche du port",
        "Un nouveau pain de deux kilos, au seigle et à la fleur de sel de Guérande, vendu à la \
         coupe. Le faire attendre deux semaines, le montrer un matin, puis laisser parler ceux \
         qui l’ont goûté. 120 miches la première semaine.",
    ),
    steps: [
        (
            "Montrer la farine, ne pas dire le nom",
            "Une farine grise, une pincée de Guérande, et un nom qu’on ne vous dit pas encore. Patience.",
        ),
        (
            "Raconter les essais ratés",
            "Onze essais. Le premier collait, le quatrième s’est affaissé, le neuvième a brûlé pendant que nous discutions. Le onzième, on l’a mangé debout, sans un mot.",
        ),
        ("Faire deviner le poids", "À votre avis, combien pèse notre prochain pain ?"),
        (
            "Dire que c’est demain",
            "C’est pour demain, 7 h 30. Il y en aura quarante. Nous, on ne dormira pas beaucoup.",
        ),
        (
            "Le montrer, entier puis coupé",
            "Voici la miche du port. Deux kilos, du seigle de Vertou, de la fleur de sel de Guérande, quarante heures de repos. On vous la coupe au poids, et elle tient la semaine. #pain #levain #Nantes",
        ),
        (
            "Les premiers clients, le soir même",
            "Quarante miches ce matin, plus une miette ce soir. Merci à ceux qui ont fait la queue sous la pluie, et à la dame qui a chanté.",
        ),
        (
            "Demander ce qu’on en pense",
            "Vous l’avez goûtée avec quoi, la miche du port ? On note tout, même les reproches.",
        ),
        (
            "Un habitué raconte",
            "Roger l’a mangée avec une soupe, puis du beurre, puis rien. Il nous a laissé un mot sur le comptoir, on vous le montre.",
        ),
        ("Répondre aux questions reçues", ""),
    ],
    thread: &[
        "Le seigle boit beaucoup et ne tient pas tout seul. Il a fallu trouver la bonne part de blé : quarante pour cent, pas un de plus.",
        "La fleur de sel, on l’ajoute à la fin, à la main. Youenn dit que cela change tout. Camille dit que cela change le dos de Youenn.",
    ],
    first_comment: "La suite mardi prochain, à l’ouverture. Et oui, il y aura des tartines à goûter.",
    choices: ["Un kilo", "Un kilo et demi", "Deux kilos", "Plus encore"],
    reveal_short: "Voici la miche du port : deux kilos de seigle, une pincée de Guérande, quarante heures de patience. À la coupe, dès ce matin.",
    asks: [
        "Il me manque ton accord sur le prix à la coupe et sur la deuxième photo.",
        "Je le prévois trois jours après, le temps qu’ils goûtent.",
    ],
    answers: [
        "Parfait, et garde la phrase sur la dame qui a chanté.",
        "Attendons d’avoir de vrais retours au comptoir, sinon la question sonne creux.",
    ],
    comments: [
        "La photo de la coupe est sombre, j’en refais une demain à la première fournée.",
        "Merci @Youenn Le Bihan. @Louise Morvan, on annonce le prix au kilo, ou seulement en boutique ?",
        "Deux kilos exactement, je l’ai pesée ce matin.",
    ],
    queue: &[
        (
            "Le pain de la semaine : la couronne aux noix, à partager ou pas. Notre raison : les noix du Bocage sont arrivées hier. #levain #Nantes",
            Some("couronne"),
            PRODUCTS,
            &[0, 1, 2],
        ),
        ("Votre tartine, vous la coupez en long ou en large ?", None, TALK, &[1, 2]),
        (
            "Samedi, une tarte aux pommes et au caramel salé. Vingt parts, pas une de plus : réservez la vôtre d’un message.",
            Some("tarte-or"),
            PRODUCTS,
            &[0, 1],
        ),
        (
            "À quatre heures, il n’y a que nous, le four et les mouettes. Dimanche, la première fournée a un goût de secret.",
            Some("four"),
            BACKSTAGE,
            &[0, 2, 3],
        ),
        (
            "Le pain de la semaine : le seigle au miel de Vertou. Notre raison : il fait froid, et il se garde. #pain #Nantes",
            Some("miche"),
            PRODUCTS,
            &[0, 1, 2],
        ),
        ("Quel dessert mettriez-vous au four un soir de pluie ?", None, TALK, &[1, 2]),
        (
            "Samedi, une tarte aux poires et aux amandes. Les poires viennent de la Chapelle, et Louise a goûté. Deux fois.",
            Some("tarte-rose"),
            PRODUCTS,
            &[0, 1],
        ),
    ],
    weekly: [
        "Cette semaine, on ouvre de mardi à samedi de 7 h 30 à 19 h, et dimanche jusqu’à 13 h. Le lundi, le levain se repose et nous aussi.",
        "Rappel de la maison : fermé aujourd’hui. Demain 7 h 30, la porte est ouverte et le pain est chaud.",
        "Le lundi, on dort. On vous attend mardi dès 7 h 30, jusqu’à 19 h.",
        "Pas de fournée ce lundi. De mardi à dimanche, vous savez où nous trouver.",
    ],
    evergreen: [
        "Le saviez-vous : un pain au levain se réveille en trois minutes dans un four chaud, avec un peu d’eau sur la croûte.",
        "On peut trancher votre pain, épais ou fin. Il suffit de demander, et c’est compris.",
        "Votre pain de la veille fait un très bon pain perdu. Notre recette vous attend au comptoir.",
    ],
    dated: &[
        (
            4,
            18,
            "Portrait d’Inès, apprentie : ce qu’elle a appris cette année, en trois phrases. (Photo à faire jeudi.)",
            Some("four"),
            BACKSTAGE,
        ),
        (
            9,
            12,
            "Le geste du mois : lamer un pain. Petit film à tourner mardi matin, avant l’ouverture.",
            Some("miche"),
            BACKSTAGE,
        ),
        (
            13,
            17,
            "Le menu de la prochaine réception de la mairie : dire que le pain vient de chez nous, sans en faire trop.",
            None,
            SHOP,
        ),
    ],
    remarked: "Le meilleur pain de Nantes est de retour, et pas cher avec ça. Riche en fibres, il \
               renforce les défenses immunitaires et aide à perdre du poids.",
    drafted: [
        "Pourquoi fermons-nous le lundi ?",
        "Pourquoi fermons-nous le lundi ? Parce que le levain travaille six jours sur sept, et nous aussi.",
        "On nous demande souvent pourquoi nous fermons le lundi. Parce que le levain travaille six nuits sur sept, et nous avec lui. Le septième jour, on mange le pain des autres.",
    ],
    blog: (
        "Le carnet du fournil",
        [
            (
                "Nourrir son levain en hiver",
                "Quand la cuisine descend sous dix-huit degrés, le levain ralentit. Nos trois gestes pour le garder vif sans le réchauffer au radiateur.",
            ),
            (
                "Du champ de Vertou à la miche",
                "Nous avons suivi un sac de seigle, de la moisson au four. Douze kilomètres, quatre métiers, et beaucoup de poussière.",
            ),
            (
                "Ce que l’on fait des invendus",
                "Quatorze pains par soir en moyenne. Où ils vont, qui vient les chercher, et ce que nous changerions si nous pouvions.",
            ),
        ],
    ),
    relay: "Nouveau dans notre carnet : {titre}\n\n{résumé}\n\n{lien}",
    partner: ("Anne-Laure Tessier", "Office du tourisme"),
};
