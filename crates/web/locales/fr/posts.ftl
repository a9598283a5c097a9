# Les publications : leur liste, leur écriture, ce qu’elles sont devenues.
posts-title = Publications
posts-bring-in = Apporter un fichier
posts-tabs = Quelles publications
posts-tab-drafts = Brouillons
posts-tab-scheduled = Programmées et publiées
posts-tab-all = Toutes
posts-to-check = À vérifier
posts-none = Rien ici pour l’instant
posts-none-lead = Écrivez une première publication : un seul texte, adapté à chaque compte, à l’heure que vous choisissez.
posts-none-lead-drafts = Les brouillons s’enregistrent tout seuls pendant que vous écrivez, et vous attendent ici.
posts-none-lead-scheduled = Ce que vous programmez apparaît ici, puis ce que chaque réseau en a fait.
posts-write-first = Écrire une publication
posts-without-words = Sans texte
posts-changed = modifiée { $when }
posts-pictures = { $count ->
    [one] { $count } image
   *[other] { $count } images
}
posts-from-feed = Venue d’un flux

posts-new-title = Écrire une publication
posts-edit-title = Modifier la publication
posts-channels = Comptes
posts-no-channel = Aucun compte n’est relié
posts-no-channel-lead = Vous pouvez déjà écrire et garder en brouillon. Pour publier, reliez d’abord un compte Bluesky, Mastodon, ou n’importe quel réseau où vous publierez à la main.
posts-connect = Relier un compte
posts-for-brand = Vous publiez pour { $brand }
posts-versions = Version du texte
posts-common = Texte commun
posts-own = modifiée
posts-text-for = Texte pour { $network }
posts-text-placeholder = Qu’avez-vous à raconter ?
posts-follows = Suit le texte commun. Modifiez-le ici pour ce compte seulement.
posts-follow-again = Revenir au texte commun
posts-count = { $used } sur { $most }
posts-count-bytes = { $used } octets sur { $most }
posts-picture = image
posts-add-pictures = Ajouter des images ou une vidéo
posts-attach = Joindre ces images
posts-alt = Que voit-on sur l’image ?
posts-alt-placeholder = Pour les personnes qui ne la voient pas
posts-picture-earlier = Avancer
posts-picture-later = Reculer
posts-picture-remove = Retirer
posts-picture-do = { $what } : { $name }
posts-add-link = Ajouter un lien
posts-link = Lien
posts-link-hint = Montré sous forme de carte là où le réseau le permet, sinon à la suite du texte.
posts-when-to-publish = Quand publier
posts-date = Jour
posts-time = Heure
posts-time-of = Heure ({ $city })
posts-when = Paraîtra { $when }.
posts-when-missing = Choisissez un jour et une heure.
posts-when-past = Cette heure est passée. Choisissez-en une à venir, ou publiez maintenant.
posts-when-too-far = C’est dans plus de dix ans. Choisissez une date plus proche.
posts-when-skipped = Ce jour-là, les horloges avancent : { $asked } n’existe pas. Elle paraîtra à { $time }.
posts-when-twice = Ce jour-là, les horloges reculent : { $asked } arrive deux fois. Elle paraîtra la première fois.
posts-schedule = Programmer
posts-reschedule = Changer l’heure
posts-publish-now = Publier maintenant
posts-save-draft = Garder en brouillon
posts-save-changes = Enregistrer sans changer l’heure
posts-contributor = Votre rôle permet d’écrire. Une personne qui peut publier choisira l’heure.
posts-saved = Brouillon enregistré.
posts-scheduled = Programmée pour { $when }.
posts-scheduled-moved = Programmée pour { $when }. { $where }
posts-publishing-now = Elle part maintenant. L’envoi se suit ici.
posts-unscheduled = Redevenue un brouillon : rien ne partira.
posts-copied = Copie créée, en brouillon.
posts-removed = Publication supprimée.
posts-restored = Publication retrouvée, en brouillon.
posts-refused = Enregistrée, mais quelque chose est à corriger.
posts-more = Autres actions
posts-duplicate = Dupliquer
posts-remove = Supprimer
posts-conflict = Quelqu’un d’autre l’a changée entre-temps
posts-conflict-lead = Rien n’est perdu : votre version est dans les champs, l’autre est ci-dessous. Reprenez-en ce que vous voulez, puis choisissez.
posts-conflict-theirs = L’autre version
posts-conflict-keep-theirs = Garder l’autre
posts-conflict-keep-both = Garder les deux
posts-conflict-short = Vos mots sont gardés dans cette page et sur cet appareil ; les siens sont enregistrés.
posts-conflict-compare = Comparer les deux textes

posts-preview = Aperçu
posts-preview-and-checks = Aperçu et vérifications
posts-preview-no-channel = Choisissez au moins un compte pour voir l’aperçu.
posts-preview-on = Aperçu sur { $network }
posts-preview-card = Le titre et l’image de la page seront lus au moment de publier.
posts-check-fits = Tient sur { $network }.
posts-problem-empty = { $network } : il faut un texte ou une image.
posts-problem-too-long = { $count ->
    [0] { $network } : le texte est trop lourd. Raccourcissez-le, ou retirez des émojis.
    [one] { $network } : un caractère de trop. Raccourcissez, ou écrivez une version pour ce compte.
   *[other] { $network } : { $count } caractères de trop. Raccourcissez, ou écrivez une version pour ce compte.
}
posts-problem-too-many-pictures = { $count ->
    [0] { $network } ne prend pas d’images.
    [one] { $network } ne prend qu’une image.
   *[other] { $network } prend { $count } images au plus.
}
posts-problem-no-alt-text = L’image { $picture } n’a pas de description pour les personnes qui ne la voient pas.
posts-problem-alt-text-too-long = { $network } : la description de l’image { $picture } dépasse { $most } caractères.
posts-problem-no-threads = { $network } n’a pas de fils : gardez l’essentiel dans le premier texte, ou écrivez une version sans suite pour ce compte.
posts-problem-thread-part-empty = La partie { $part } du fil est vide : écrivez-la, ou retirez-la.
posts-problem-thread-part-too-long = { $count ->
    [0] { $network } : la partie { $part } du fil est trop lourde. Raccourcissez-la, ou retirez des émojis.
    [one] { $network } : un caractère de trop dans la partie { $part } du fil.
   *[other] { $network } : { $count } caractères de trop dans la partie { $part } du fil.
}
posts-problem-no-first-comments = { $network } ne permet pas de commenter sa propre publication : retirez le premier commentaire pour ce compte.
posts-problem-first-comment-too-long = { $count ->
    [0] { $network } : le premier commentaire est trop lourd. Raccourcissez-le, ou retirez des émojis.
    [one] { $network } : un caractère de trop dans le premier commentaire.
   *[other] { $network } : { $count } caractères de trop dans le premier commentaire.
}
posts-problem-no-polls = { $network } n’a pas de sondages : posez la question dans le texte, ou publiez sans ce compte.
posts-problem-poll-without-question = Le sondage n’a pas de question : écrivez-la dans le texte.
posts-problem-too-few-choices = Un sondage propose au moins deux réponses.
posts-problem-too-many-choices = { $network } : { $most } réponses au plus dans un sondage.
posts-problem-choice-empty = La réponse { $choice } du sondage est vide.
posts-problem-choice-too-long = { $network } : la réponse { $choice } du sondage dépasse { $most } caractères.
posts-problem-choice-twice = La réponse { $choice } du sondage est déjà proposée.
posts-problem-poll-too-short = { $network } : un sondage reste ouvert { $most } au moins.
posts-problem-poll-too-long = { $network } : un sondage reste ouvert { $most } au plus.
posts-problem-poll-one-choice-only = { $network } : on ne peut choisir qu’une réponse à un sondage.
posts-problem-poll-with-media = { $network } : un sondage ne va pas avec des images ou une vidéo. Gardez l’un ou l’autre.
posts-problem-no-videos = { $network } ne prend pas de vidéo.
posts-problem-too-many-videos = { $count ->
    [one] { $network } ne prend qu’une vidéo.
   *[other] { $network } prend { $count } vidéos au plus.
}
posts-problem-video-type = { $network } ne prend pas les vidéos { $found }. Envoyez-la en MP4.
posts-problem-video-too-heavy = { $network } : la vidéo pèse { $found }, le réseau prend { $most } au plus. Envoyez une version plus légère.
posts-problem-video-too-long = { $network } : la vidéo dure { $found }, le réseau prend { $most } au plus.
posts-problem-video-with-pictures = { $network } : une vidéo ne va pas avec des images. Gardez l’une ou les autres.
posts-problem-picture-too-tall = { $network } coupera l’image { $picture } : elle est trop haute.
posts-problem-picture-too-wide = { $network } coupera l’image { $picture } : elle est trop large.
posts-problem-gif-still = { $network } n’anime pas les GIF : l’image { $picture } y sera fixe. Une courte vidéo bougerait.
posts-problem-gif-too-heavy = { $network } : l’image { $picture } pèse trop pour rester animée (plus de { $most }) : elle y sera fixe.
posts-problem-gif-with-pictures = { $network } : un GIF animé ne va pas avec d’autres images. Gardez l’un ou les autres.
posts-problem-text-far-too-long = Le texte dépasse 100 000 octets : aucun réseau ne le prendrait.
posts-problem-not-a-link = Le lien doit commencer par https:// ou http://.
posts-problem-far-too-many-pictures = Vingt images au plus par publication.
posts-problem-no-such-channel = Un des comptes choisis n’est plus relié. Décochez-le.
posts-problem-no-such-picture = Une des images n’appartient pas à cette marque. Retirez-la et envoyez-la à nouveau.
posts-problem-no-such-topic = Ce thème n’est plus dans la charte. Choisissez-en un autre.
posts-problem-no-such-campaign = Cette campagne n’existe plus. Choisissez-en une autre.
posts-problem-already-left = Une partie a déjà été publiée : le texte ne peut plus changer. Dupliquez-la pour en écrire une autre.
posts-problem-no-channel = Choisissez au moins un compte.

posts-edit = Modifier
posts-figures = Résultats
posts-sends = Envois
posts-no-send = Rien n’est programmé pour cette publication.
posts-details = La publication
posts-move = Changer l’heure
posts-unschedule = En refaire un brouillon
posts-fact-author = Écrite par
posts-fact-source = Origine
posts-fact-zone = Heures de
posts-fact-clocks = Changement d’heure
posts-fact-begun = Commencée
posts-at = { $when }
posts-checks-stop = Des vérifications arrêtent cette publication :
posts-checks-ask = Des vérifications demandent votre avis avant de programmer :
posts-check-on = { $network } : { $seen }
