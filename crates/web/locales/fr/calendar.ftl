# Le calendrier.
calendar-month = Mois
calendar-week = Semaine
calendar-day = Jour
calendar-list = Liste
calendar-ideas = Idées
calendar-views = Présentations du calendrier
calendar-today = Aujourd’hui
calendar-previous-month = Mois précédent
calendar-next-month = Mois suivant
calendar-previous-week = Semaine précédente
calendar-next-week = Semaine suivante
calendar-previous-day = Jour précédent
calendar-next-day = Jour suivant
calendar-previous-list = Un mois plus tôt
calendar-next-list = Un mois plus tard
calendar-filter = Filtrer
calendar-filter-apply = Voir
calendar-filter-none = Tout enlever
calendar-filter-off = enlever ce filtre
calendar-filters-on = Filtres en place
calendar-narrowed = { $count ->
    [one] Un filtre en place.
   *[other] { $count } filtres en place.
}
calendar-by-channel = Compte
calendar-every-channel = Tous les comptes
calendar-by-state = État
calendar-every-state = Tous les états
calendar-by-campaign = Campagne
calendar-every-campaign = Toutes les campagnes
calendar-by-topic = Thème
calendar-every-topic = Tous les thèmes
calendar-by-format = Format
calendar-every-format = Tous les formats
calendar-by-author = Auteur
calendar-every-author = Tous les auteurs
calendar-format-text = Texte
calendar-format-link = Lien
calendar-format-image = Image
calendar-format-carousel = Carrousel
calendar-format-gif = Image animée
calendar-format-video = Vidéo
calendar-format-thread = Fil
calendar-format-poll = Sondage
calendar-caption = Publications de { $when }
calendar-week-of = semaine du { $first } au { $last }
calendar-list-of = à partir du { $day }
calendar-list-start = Au début de la liste
calendar-list-on = La suite
calendar-lead = { $count ->
    [0] Rien de prévu. Heures de { $city }.
    [one] Une publication. Heures de { $city }.
   *[other] { $count } publications. Heures de { $city }.
}
calendar-lead-list = Brouillons datés et publications, dans l’ordre. Heures de { $city }.
calendar-lead-ideas = Les brouillons qui attendent encore leur jour.
calendar-count = { $count ->
    [0] aucune publication
    [one] une publication
   *[other] { $count } publications
}
calendar-more = { $count } de plus
calendar-chip-undated = idée sans date
calendar-write = Écrire pour ce jour
calendar-write-on = Écrire pour { $day }
calendar-empty-list = Rien à partir de ce jour
calendar-empty-list-lead = Les brouillons datés et les publications programmées se rangent ici, du plus proche au plus lointain.
calendar-drag-hint = Glissez une publication pour la déplacer, avec Alt ou Ctrl pour la copier. Au clavier : Tab, Espace pour la prendre, les flèches, Entrée pour la poser, Échap pour renoncer.
calendar-hours-all = Voir toutes les heures
calendar-hours-few = Voir les heures de la journée seulement
calendar-more-actions = Autres actions du calendrier
calendar-choose = Choisir plusieurs publications
calendar-choose-end = Ne plus choisir
calendar-choose-all = Tout choisir sur cette page
calendar-choose-one = Choisir « { $name } »
calendar-choose-lead = Cochez des publications, puis dites quoi en faire.
calendar-chosen-one = Une publication choisie
calendar-chosen-more = publications choisies
calendar-shift = Décaler
calendar-shift-days = Jours
calendar-shift-hours = Heures
calendar-shift-hint = Un nombre négatif avance. L’heure affichée est gardée au changement d’heure.
calendar-shift-go = Décaler la sélection
calendar-to-date = Mettre au
calendar-to-date-field = Jour
calendar-to-date-hint = Chacune garde son heure.
calendar-to-date-go = Déplacer la sélection
calendar-hold = Suspendre
calendar-release = Relâcher
calendar-remove = Retirer
calendar-changed-none = Rien n’a changé : { $name }.
calendar-changed-hold = { $count ->
    [one] Une publication suspendue.
   *[other] { $count } publications suspendues.
}
calendar-changed-release = { $count ->
    [one] Une publication relâchée.
   *[other] { $count } publications relâchées.
}
calendar-changed-remove = { $count ->
    [one] Une publication retirée.
   *[other] { $count } publications retirées.
}
calendar-changed-moved = { $count ->
    [one] Une publication déplacée.
   *[other] { $count } publications déplacées.
}
calendar-changed-some = { $count ->
    [one] Une publication changée. Laissées en place : { $name }.
   *[other] { $count } publications changées. Laissées en place : { $name }.
}
calendar-change-undone = { $count ->
    [0] Rien n’a pu être rétabli : tout est parti ou a changé depuis.
    [one] Une publication rétablie.
   *[other] { $count } publications rétablies.
}
calendar-change-nothing-chosen = Aucune publication n’était choisie.
calendar-change-unclear = Dites de combien décaler, ou à quel jour.
calendar-why-gone = n’existe plus
calendar-why-not-allowed = hors de votre rôle
calendar-why-already-left = déjà partie
calendar-why-in-the-past = serait dans le passé
calendar-why-no-day = sans date
calendar-why-refused = qu’un réseau refuserait
calendar-why-checked = qu’une vérification retient
calendar-why-needs-approval = qui demande un accord
calendar-why-paused = suspendue par une pause
calendar-why-nothing-to-do = où il n’y avait rien à faire
calendar-ideas-show = Afficher les idées
calendar-ideas-hide = Masquer les idées
calendar-ideas-none = Notez une idée, elle attendra ici. Glissez-la sur un jour quand elle mûrit.
calendar-ideas-all = Tous les brouillons
calendar-idea-new = Nouvelle idée
calendar-idea-add = Noter l’idée
calendar-idea-empty = Écrivez d’abord quelques mots.
calendar-idea-noted = Idée notée.
calendar-idea-drafted = Brouillon commencé pour { $when }.
calendar-idea-day = Mettre à ce jour
calendar-idea-day-of = Jour pour « { $name } »
calendar-wanted = Brouillon prévu pour { $when }.
calendar-unwanted = La date est enlevée : c’est de nouveau une idée.
calendar-day-past = Ce jour est passé. Choisissez aujourd’hui ou plus tard.
calendar-copy-to = Dupliquer le…
calendar-copy-to-of = Dupliquer « { $name } » à un autre jour
calendar-copy-day = Jour
calendar-copy-time = Heure
calendar-copy-lead = La copie est un brouillon : rien ne part sans que vous la programmiez.
calendar-copy-go = Dupliquer
calendar-copied = Copie en brouillon pour { $when }.
calendar-days-show = Afficher les jours à ne pas manquer
calendar-days-hide = Masquer les jours à ne pas manquer
calendar-days-coming = Jours à ne pas manquer
calendar-days-title = Jours à ne pas manquer
calendar-days-lead = Les trois mois à partir du { $day }, calculés d’après la loi et l’usage.
calendar-days-on = Les trois mois suivants
calendar-days-none = Rien à signaler
calendar-days-none-lead = Choisissez à côté les familles de jours que votre marque veut voir.
calendar-days-until = jusqu’au { $day }
calendar-days-draft = En faire un brouillon
calendar-days-draft-of = En faire un brouillon : { $name }
calendar-days-choice = Ce que votre marque veut voir
calendar-days-keep = Enregistrer
calendar-days-kept = Le calendrier montre maintenant ces jours.
calendar-family-public = Jours fériés
calendar-family-public-hint = Les onze jours du code du travail.
calendar-family-alsace_moselle = Fériés d’Alsace-Moselle
calendar-family-alsace_moselle-hint = Vendredi saint et 26 décembre.
calendar-family-feasts = Fêtes et traditions
calendar-family-feasts-hint = Chandeleur, Saint-Valentin, fête des mères, Halloween…
calendar-family-trade = Commerce
calendar-family-trade-hint = Soldes, rentrée, Black Friday, beaujolais nouveau…
calendar-family-culture = Culture
calendar-family-culture-hint = Fête de la musique, journées du patrimoine…
calendar-family-world_days = Journées mondiales
calendar-family-world_days-hint = Droits des femmes, Terre, petites entreprises…
calendar-family-clocks = Changements d’heure
calendar-family-clocks-hint = Ceux du fuseau de la marque.
calendar-print = Imprimer
calendar-pause-all = Tout suspendre
calendar-held = À relire
calendar-held-some = { $count ->
    [one] Une publication est retenue et attend votre relecture.
   *[other] { $count } publications sont retenues et attendent votre relecture.
}
calendar-held-look = Les relire
calendar-channel-paused = { $network } ({ $account }) est en pause : rien n’y part.
calendar-channel-resume = Reprendre
calendar-held-lead = { $count ->
    [0] Rien n’est retenu.
    [one] Une publication est retenue. Rien ne part sans un second regard.
   *[other] { $count } publications sont retenues. Rien ne part sans un second regard sur chacune.
}
calendar-held-none = Rien à relire
calendar-held-none-lead = Ce qu’une pause, une vérification, un accord manquant ou une personne retient attend ici.
calendar-held-late = Prévue { $when }, il y a { $length }
calendar-held-due = Prévue { $when }
calendar-held-release = Laisser partir à son heure
calendar-held-release-now = Laisser partir maintenant
calendar-held-still = La pause dure encore : relâchée, elle serait retenue de nouveau à son heure.
calendar-held-move = Relâcher à une autre heure
calendar-held-move-go = Programmer
calendar-held-edit = Modifier
calendar-held-conversation = Voir la conversation
calendar-held-cancel = Annuler l’envoi
calendar-held-released = Relâchée.
calendar-held-moved = Programmée { $when }.
calendar-held-cancelled = Envoi annulé.
calendar-held-again = Retenue de nouveau.
calendar-held-changed = Cette publication avait changé entre-temps.
calendar-subscribe = S’abonner au calendrier
calendar-link-lead = Votre calendrier éditorial dans celui que vous ouvrez chaque matin.
calendar-link-none = Une adresse secrète donne à lire ce qui est programmé et publié, et rien d’autre de la marque. Les brouillons n’y sont pas.
calendar-link-days = Y mettre aussi les jours à ne pas manquer
calendar-link-days-keep = Enregistrer
calendar-link-days-kept = C’est enregistré. L’adresse n’a pas changé.
calendar-link-make = Créer l’adresse
calendar-link-made = L’adresse est créée.
calendar-link-title = L’adresse secrète
calendar-link-open = Ouvrir dans mon calendrier
calendar-link-secret = Qui a cette adresse peut lire le calendrier, sans compte.
calendar-link-since = Elle date du { $when }. Renouvelez-la si elle a trop circulé : l’ancienne cessera aussitôt.
calendar-link-renew = Renouveler l’adresse
calendar-link-revoke = Supprimer l’adresse
calendar-link-revoked = L’adresse est supprimée : elle n’ouvre plus rien.
calendar-link-how = Comment l’ajouter
calendar-link-google = Google Agenda
calendar-link-google-how = Sur un ordinateur : Autres agendas, +, À partir de l’URL, puis collez l’adresse. Google la relit quelques fois par jour.
calendar-link-apple = Calendrier d’Apple
calendar-link-apple-how = Le bouton ci-dessus suffit. Sinon : Fichier, Nouvel abonnement, puis collez l’adresse.
calendar-link-outlook = Outlook
calendar-link-outlook-how = Ajouter un calendrier, S’abonner à partir du web, puis collez l’adresse.
calendar-link-delay = Chaque logiciel relit l’adresse à son rythme : un changement peut y mettre quelques heures.
calendar-feed-name = { $name }, publications
