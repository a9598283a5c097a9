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
posts-thread-split = Découper en fil
posts-thread-split-hint = Coupe le texte à la fin des phrases, en parties que chaque réseau accepte
posts-pick-emoji = Émoji
posts-pick-hashtags = Mots-dièse
posts-pick-template = Modèles
posts-pick-signature = Signatures
posts-pick-manage = Gérer
posts-pick-none = Modèles et mots-dièse
posts-presence = { $count ->
    [one] { $name } écrit aussi ici
   *[other] { $name } écrivent aussi ici
}
posts-presence-newer = Une autre version vient d’être enregistrée. Enregistrez pour comparer.
posts-conflict-keep-chosen = Garder ce que j’ai choisi
posts-conflict-same-words = Les textes sont les mêmes : ce sont les images ou les réglages qui diffèrent.
posts-conflict-difference = De la vôtre à l’autre :
posts-conflict-mine = Votre texte
posts-conflict-yours = Votre version
posts-conflict-both = Les deux
posts-conflict-nothing = Rien
posts-conflict-part-media = Images et vidéos
posts-conflict-part-link = Lien
posts-conflict-part-thread = Suite du fil
posts-conflict-part-comment = Premier commentaire
posts-conflict-part-poll = Sondage
posts-conflict-part-own = Fils et commentaires propres à un compte
posts-conflict-one-after-the-other = Les deux, l’un après l’autre
posts-versions-title = Versions
posts-versions-lead = Chaque fois que quelqu’un y a travaillé. Restaurer une version n’efface rien : le texte d’aujourd’hui devient une version de plus.
posts-versions-none = Pas encore de version
posts-versions-none-lead = La prochaine modification en fera une.
posts-version-number = Version { $number }
posts-version-nobody = Arrivée toute seule
posts-version-current = Actuelle
posts-version-restore = Restaurer
posts-version-restored = Version restaurée ({ $when }).
posts-version-restored-from = Reprise de la version { $number }
posts-version-pictures = Images
posts-version-poll = Sondage
posts-version-wanted = Date envisagée
templates-title = Modèles
templates-lead = Ce que l’on écrit souvent, à insérer d’un geste pendant que l’on compose.
templates-text = Textes
templates-text-lead = Un point de départ : annonce de la semaine, offre, recrutement.
templates-text-add = Ajouter un texte
templates-signature = Signatures
templates-signature-lead = Une fin de texte : adresse, horaires, appel. Une par compte si vous voulez.
templates-signature-add = Ajouter une signature
templates-hashtags = Groupes de mots-dièse
templates-hashtags-lead = Insérés ensemble, ou proposés un à un après le dièse.
templates-hashtags-add = Ajouter un groupe
templates-name = Nom
templates-words = Texte
templates-tags = Mots-dièse
templates-channel = Pour quel compte
templates-channel-any = Tous les comptes
templates-keep = Garder
templates-kept = « { $name } » est gardé.
templates-edit = Modifier
templates-remove = Retirer
templates-remove-one = Retirer { $name }
templates-removed = « { $name } » est retiré.
templates-problem-name = Donnez un nom, de 80 caractères au plus.
templates-problem-empty = Il n’y a rien à garder : écrivez quelque chose.
templates-problem-hashtags = Soixante mots-dièse au plus dans un groupe.
links-title = Liens suivis
links-lead = Parvis peut ajouter aux liens que vous publiez d’où vient la visite (paramètres UTM). L’outil de statistiques de votre site les lit tout seul. Un lien qui dit déjà sa source n’est pas touché.
links-on = Ajouter la provenance aux liens
links-medium = Support (utm_medium)
links-medium-hint = Souvent « social ».
links-sources = Source de chaque réseau (utm_source)
links-sources-hint = Laissez vide pour le nom du réseau.
links-campaigns = Campagne (utm_campaign)
links-example = Ce que cela donne
links-example-lead = Le lien { $link } tel qu’il partira, avec ce qui est enregistré.
links-campaign = La campagne (utm_campaign) est le nom de la campagne de la publication, quand elle en a une.
links-domains = Vos sites
links-domains-hint = Un par ligne. Les liens vers d’autres sites ne changent pas. Vide : tous les liens.
links-saved = Liens suivis enregistrés. C’est valable pour ce qui sera programmé désormais.
links-problem-value = Seulement des lettres, des chiffres, des tirets, des points.
links-problem-domain = Un des sites n’a pas la forme d’un nom de site, comme fournil-de-louise.fr.
activity-template-added = Modèle ajouté
activity-template-changed = Modèle modifié
activity-template-removed = Modèle retiré
activity-template-brought_back = Modèle retrouvé
activity-tracking-changed = Liens suivis modifiés
activity-post-version_restored = Version restaurée
posts-filter = Filtrer
posts-filter-words = Chercher dans les textes
posts-filter-states = Tous les états
posts-filter-topics = Tous les thèmes
posts-filter-campaigns = Toutes les campagnes
posts-filter-authors = Tous les auteurs
posts-filter-none = Tout revoir
posts-filter-nothing = Aucune publication ne correspond
posts-filter-nothing-lead = Enlevez un filtre, ou cherchez d’autres mots.
posts-format-text = Texte
posts-format-link = Lien
posts-format-image = Image
posts-format-carousel = Carrousel
posts-format-gif = GIF
posts-format-video = Vidéo
posts-format-thread = Fil
posts-format-poll = Sondage
