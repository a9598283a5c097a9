use channels::ItemKind::{Direct, Mention, Quote, Reply};

use super::{Voices, open, said};

pub(super) static VOICES: Voices = Voices {
    past: [
        said(
            Reply,
            0,
            "Il est incroyable ce pain, la croûte !! Merci à toute l’équipe.",
            "Merci Maëlle, Youenn va rougir jusqu’au tablier.",
        ),
        said(
            Reply,
            1,
            "Est-ce qu’il y en aura encore vers 18 h ?",
            "On en garde toujours quelques-uns, mais passez plutôt avant 17 h 30 pour être tranquille.",
        ),
        said(
            Direct,
            2,
            "Bonjour, est-ce que votre pain aux noix contient des traces d’arachide ? C’est pour mon fils.",
            "Bonjour Nadia. Pas d’arachide dans nos recettes, mais l’atelier n’est pas garanti sans traces. On préfère vous le dire franchement.",
        ),
        said(
            Reply,
            3,
            "2,10 la tradition… ça commence à faire.",
            "On comprend, Jean-Yves. La farine du coin et la nuit de levain ont un prix ; on l’a gardé le plus bas possible.",
        ),
        said(
            Mention,
            4,
            "Petit déjeuner signé @lefournildelouise, et la journée peut commencer.",
            "Quelle table ! Merci Agathe.",
        ),
        said(
            Reply,
            5,
            "Demi-sel évidemment. Il n’y a même pas débat.",
            "Réponse enregistrée, Karim. Le jury est unanime.",
        ),
        said(
            Direct,
            6,
            "Bonjour, je voudrais commander une tarte pour 8 pour samedi, c’est possible ?",
            "Bonjour Solène, c’est noté pour samedi, 8 parts, à retirer dès 9 h. Quel nom pour la commande ?",
        ),
        said(
            Reply,
            7,
            "Ma mère appelait ça le quignon. On se battait pour l’avoir.",
            "Le quignon, donc ! Merci Roger, on l’ajoute à la liste.",
        ),
        said(
            Reply,
            8,
            "La vidéo du tourage m’a donné faim à 23 h, bravo.",
            "Désolés… et un peu fiers.",
        ),
        said(
            Quote,
            9,
            "Voilà une boulangerie qui explique pourquoi son pain change. Respect.",
            "Merci Bastien, on n’a rien à cacher, sauf la recette de la brioche.",
        ),
        said(Reply, 10, "Vous êtes ouverts le 15 août ?", "Oui, de 8 h à 12 h 30 ce jour-là."),
        said(
            Mention,
            11,
            "Rencontre du club jeudi, avec les madeleines de @lefournildelouise !",
            "On prépare la fournée. Quel livre ce mois-ci ?",
        ),
        said(
            Reply,
            12,
            "Pain trop cuit mardi, c’est la deuxième fois. Dommage.",
            "Vous avez raison, le four nous a joué un tour. Passez nous voir, on vous en doit un.",
        ),
        said(Reply, 13, "Poire ! Poire ! Poire !", "Trois voix pour la poire, c’est noté."),
        said(
            Direct,
            15,
            "Merci pour l’atelier de samedi, mon levain s’appelle Gérard et il bulle.",
            "Longue vie à Gérard ! Nourrissez-le ce soir.",
        ),
        said(
            Reply,
            0,
            "On peut réserver la fougasse ?",
            "Oui, un message avant 10 h et elle vous attend.",
        ),
        said(Reply, 5, "Croissant. Toujours croissant.", "Vous êtes du bon côté de l’histoire."),
        said(
            Reply,
            9,
            "Et pour les intolérants au gluten, vous avez quelque chose ?",
            "Rien de garanti sans gluten, l’atelier est plein de farine. On peut vous indiquer une adresse sérieuse à Nantes.",
        ),
        said(
            Direct,
            8,
            "Bonjour, vous recrutez en apprentissage pour la rentrée ?",
            "Bonjour Lucie, oui, une place. Passez avec un CV un mardi après 14 h, on prendra le temps.",
        ),
        said(
            Reply,
            4,
            "La recette du pain perdu de ma grand-mère : le laisser tremper toute une nuit.",
            "On l’essaie dimanche, merci Agathe.",
        ),
        said(
            Reply,
            13,
            "Parking le samedi ?",
            "Le plus simple est le tram, arrêt à cent mètres. Sinon, le parking du marché avant 9 h.",
        ),
        said(
            Mention,
            6,
            "La tarte de @lefournildelouise a sauvé mon anniversaire.",
            "Bon anniversaire Solène !",
        ),
        said(
            Reply,
            7,
            "Bravo les jeunes. Ça sent bon jusqu’au quai.",
            "Merci Roger, on ouvrira une fenêtre de plus.",
        ),
        said(
            Reply,
            2,
            "Super initiative pour les invendus.",
            "Merci Nadia, ce sont les restos du quartier qui font le plus dur.",
        ),
    ],
    waiting: [
        (
            25,
            open(
                Direct,
                6,
                "Bonjour, je peux encore ajouter deux éclairs à ma commande de samedi ? Merci !",
            ),
        ),
        (
            70,
            open(
                Reply,
                1,
                "Bonjour, le seigle au miel, c’est bien de mardi à samedi ou seulement le mardi ?",
            ),
        ),
        (
            140,
            open(
                Mention,
                11,
                "On cherche un goûter pour trente lecteurs jeudi prochain, @lefournildelouise, vous pouvez faire ça ?",
            ),
        ),
        (
            215,
            open(
                Reply,
                12,
                "Encore vingt minutes de queue ce matin, et une seule personne à la caisse. C’est vraiment pénible.",
            ),
        ),
        (300, open(Reply, 0, "Cette photo !!! J’arrive.")),
        (
            420,
            open(
                Direct,
                14,
                "Gagnez 10 000 abonnés en 24 h, offre garantie, répondez OUI pour recevoir le lien.",
            ),
        ),
        (
            1_500,
            open(
                Direct,
                2,
                "Bonjour, avez-vous la liste des allergènes de la tarte aux pommes ? C’est pour une sortie scolaire.",
            ),
        ),
        (
            2_900,
            open(
                Quote,
                9,
                "Quelqu’un sait d’où vient leur farine ? Je serais curieux de voir le moulin.",
            ),
        ),
    ],
};
