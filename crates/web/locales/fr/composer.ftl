# Écrire une publication : le fil, le premier commentaire, le sondage, ce dont elle parle.
posts-thread = Suite du fil
posts-thread-add = Ajouter une publication à la suite
posts-thread-part = Publication { $number } du fil
posts-thread-placeholder = La suite…
posts-thread-earlier = Avancer dans le fil
posts-thread-later = Reculer dans le fil
posts-thread-remove = Retirer du fil
posts-thread-own = Écrire un fil pour ce compte
posts-thread-common = Revenir au fil commun
posts-thread-follows = { $count ->
    [one] Suit le fil commun, d’une publication de plus.
   *[other] Suit le fil commun, de { $count } publications de plus.
}
posts-comment-add = Ajouter un premier commentaire
posts-comment = Premier commentaire
posts-comment-for = Premier commentaire sur { $network }
posts-comment-hint = Publié par votre compte juste sous la publication, là où le réseau le permet.
posts-poll-add = Ajouter un sondage
posts-poll = Joindre ce sondage ; la question est le texte
posts-poll-choice = Réponse { $number }
posts-poll-more = Ajouter une réponse
posts-poll-remove = Retirer la réponse { $number }
posts-poll-open = Ouvert pendant
posts-poll-several = Plusieurs réponses possibles
posts-poll-minutes = { $count } minutes
posts-poll-minutes-5 = 5 minutes
posts-poll-minutes-30 = 30 minutes
posts-poll-minutes-60 = 1 heure
posts-poll-minutes-360 = 6 heures
posts-poll-minutes-720 = 12 heures
posts-poll-minutes-1440 = 1 jour
posts-poll-minutes-4320 = 3 jours
posts-poll-minutes-7200 = 5 jours
posts-poll-minutes-10080 = 7 jours
posts-about = De quoi elle parle
posts-topic = Thème
posts-topic-none = Aucun thème
posts-campaign = Campagne
posts-campaign-none = Aucune campagne
posts-language = Langue
posts-language-brand = Celle de la marque
posts-language-fr = Français
posts-language-en = Anglais
posts-language-de = Allemand
posts-language-es = Espagnol
posts-language-it = Italien
posts-language-nl = Néerlandais
posts-language-pt = Portugais
posts-language-pl = Polonais
posts-language-ar = Arabe
posts-language-br = Breton
posts-language-ca = Catalan
posts-language-co = Corse
posts-language-eu = Basque
posts-language-gsw = Alsacien
posts-language-oc = Occitan
posts-commercial = Collaboration commerciale
posts-partner = Avec quel partenaire
posts-retouched = Images retouchées (visage ou silhouette)

posts-difference = Différence avec le texte commun
posts-difference-extent = { $added ->
    [0] { "" }
    [one] un mot ajouté
   *[other] { $added } mots ajoutés
}{ $added ->
    [0] { "" }
   *[other] { $removed ->
        [0] { "" }
       *[other] ,{ " " }
    }
}{ $removed ->
    [0] { $added ->
        [0] aucun mot changé
       *[other] { "" }
    }
    [one] un mot retiré
   *[other] { $removed } mots retirés
}
posts-preview-more = voir plus
posts-preview-hidden = { $count ->
    [one] Un caractère derrière « voir plus »
   *[other] { $count } caractères derrière « voir plus »
}
posts-preview-pictures = { $count ->
    [one] Une image
   *[other] { $count } images, à faire défiler
}
posts-preview-no-picture = Il faut une image ou une vidéo ici.
posts-preview-dead-link = Sur { $network }, on ne peut pas suivre un lien du texte.
posts-preview-commercial = Collaboration commerciale
posts-preview-commercial-with = Collaboration commerciale avec { $name }
