# La file : créneaux, ce qui attend dedans, publications récurrentes, heures conseillées.
queue-title = File d’attente
queue-lead = { $count ->
    [0] Rien n’attend dans la file.
    [one] Une publication attend son créneau.
   *[other] { $count } publications attendent leur créneau.
}
queue-tab-queue = La file
queue-tab-slots = Créneaux
queue-tab-recurring = Publications récurrentes
queue-tab-times = Heures conseillées
queue-day-at = { $day } à { $time }
queue-channel = Compte
queue-every-channel = Tous les comptes
queue-filter = Filtrer
queue-shuffle = Mélanger
queue-free = Libre
queue-write = Écrire
queue-recurring = Récurrente
queue-by-hand = Programmée à la main
queue-more = Voir plus loin
queue-none = La marque n’a pas encore de créneaux
queue-none-lead = Un créneau est une heure de la semaine où vous publiez. Ce que vous mettez dans la file prend le prochain créneau libre, sans date à choisir.
queue-none-do = Choisir les créneaux
queue-nothing-here = Aucun créneau de ce compte dans ces semaines.
queue-skipped = Cette nuit-là, l’heure change : l’envoi partira à { $time }.
queue-twice = Cette nuit-là, l’heure change : l’envoi partira la première fois que l’horloge donnera cette heure.
queue-earlier = Plus tôt : { $name }
queue-earlier-short = Plus tôt
queue-later = Plus tard : { $name }
queue-later-short = Plus tard
queue-leave = Retirer de la file : { $name }
queue-leave-short = Retirer de la file
queue-moved = Déplacée : { $when }.
queue-shuffled = { $count } publications ont changé de place.
queue-shuffled-nothing = Rien à mélanger : aucune publication ne peut prendre la place d’une autre.
queue-queued = Dans la file, pour { $when }.
queue-left = Retirée de la file : c’est de nouveau un brouillon.
queue-undone = C’est annulé.
queue-undone-some = { $count ->
    [one] C’est annulé, sauf une publication, déplacée depuis ou dont la place est prise.
   *[other] C’est annulé, sauf { $count } publications, déplacées depuis ou dont la place est prise.
}
queue-not-done = Ce n’est pas fait. { $where }
queue-repeat = Répéter cette publication
queue-put = Mettre dans la file
queue-put-when = Prochain créneau libre : { $when }.
queue-put-none = Aucun créneau libre ne convient : voir les créneaux
queue-advised = Heures conseillées, d’après { $count } de vos publications : { $times }.
queue-advised-why = Pourquoi
queue-error-not-a-time = Donnez une heure, comme 9:00.
queue-error-no-channel = Choisissez au moins un compte.
queue-error-same-slot = Ce créneau existe déjà.
queue-error-too-many-slots = La marque a déjà 400 créneaux. Retirez-en avant d’en ajouter.
queue-error-no-slots = La marque n’a pas encore de créneaux. Choisissez-les dans « Créneaux ».
queue-error-no-slot-suits = Aucun créneau de ce thème n’est prévu pour { $networks }. Ajoutez un créneau, ou retirez ce compte.
queue-error-not-together = Aucun créneau ne réunit tous ces comptes pour ce thème. Ajoutez-en un, ou faites-en deux publications.
queue-error-full = Tous les créneaux qui conviennent sont pris pendant un an. Ajoutez des créneaux.
queue-error-does-not-suit = Ce créneau ne convient pas à cette publication (comptes ou thème), ou il est pris.
queue-error-nowhere = Il n’y a pas d’autre créneau de ce côté.
queue-error-not-queued = Cette publication n’attend plus dans la file.
queue-error-undone = C’était déjà annulé.
queue-error-no-day = Choisissez au moins un jour.

queue-slots-title = Créneaux
queue-slots-lead = Les heures de la semaine où la marque publie. Ce qui est mis dans la file les prend dans l’ordre.
queue-slots-none = La marque n’a pas encore de créneaux.
queue-slot-without-channel = Aucun compte
queue-slot-change = Modifier :
queue-slots-added = { $count ->
    [one] Un créneau ajouté.
   *[other] { $count } créneaux ajoutés.
}
queue-channels = Comptes
queue-days = Jours
queue-day = Jour
queue-time = Heure
queue-topic = Thème
queue-topic-any = Tous les thèmes
queue-topic-hint = Un créneau gardé pour un thème ne prend que lui.
queue-slot-add = Ajouter des créneaux
queue-slot-add-do = Ajouter
queue-copy = Copier un jour
queue-copy-from = Du
queue-copy-to = Vers
queue-copy-do = Copier
queue-propose = Un premier jeu de créneaux
queue-propose-own = Tiré de vos propres publications ({ $count } mesurées).
queue-propose-none = { $count ->
    [0] De quoi commencer, rien de plus : vos mesures ne disent pas encore quelles heures marchent mieux.
    [one] De quoi commencer, rien de plus : une publication mesurée ne dit pas encore quelles heures marchent mieux.
   *[other] De quoi commencer, rien de plus : { $count } publications mesurées ne disent pas encore quelles heures marchent mieux.
}
queue-propose-do = Ajouter ces créneaux
queue-see-times = Voir les heures conseillées
queue-no-channels = Aucun compte relié
queue-no-channels-lead = Un créneau dit où l’on publie : reliez d’abord un compte.
queue-no-channels-do = Relier un compte
queue-slot-lead = Ce qui attend dans ce créneau suit sa nouvelle heure, ou prend le prochain créneau libre. Vous pourrez annuler.
queue-slot-save = Enregistrer
queue-slot-remove = Retirer ce créneau
queue-slot-changed = Créneau modifié.
queue-slot-changed-moved = { $count ->
    [one] Créneau modifié. Une publication a suivi.
   *[other] Créneau modifié. { $count } publications ont suivi.
}
queue-slot-changed-kept = { $count ->
    [one] Créneau modifié. Une publication n’a pas trouvé de créneau : elle garde son heure, hors de la file. Déplacées : { $where }.
   *[other] Créneau modifié. { $count } publications n’ont pas trouvé de créneau : elles gardent leur heure, hors de la file. Déplacées : { $where }.
}
queue-slot-removed = Créneau retiré.
queue-slot-removed-moved = { $count ->
    [one] Créneau retiré. Une publication a pris un autre créneau.
   *[other] Créneau retiré. { $count } publications ont pris un autre créneau.
}
queue-slot-removed-kept = { $count ->
    [one] Créneau retiré. Une publication n’a pas trouvé de créneau : elle garde son heure, hors de la file. Déplacées : { $where }.
   *[other] Créneau retiré. { $count } publications n’ont pas trouvé de créneau : elles gardent leur heure, hors de la file. Déplacées : { $where }.
}

times-title = Heures conseillées
times-lead = Quand vos propres publications marchent mieux. Rien ici ne vient d’ailleurs.
times-none = Aucune publication mesurée
times-none-lead = Les heures conseillées viennent de vos propres mesures. Publiez, ou importez les statistiques que vos réseaux exportent.
times-none-do = Importer des mesures
times-too-few = Données trop minces
times-too-few-lead = { $count ->
    [0] Aucune publication dont on connaît l’heure et le taux : il en faut { $fewest } pour dire quelque chose.
    [one] Une seule publication dont on connaît l’heure et le taux : il en faut { $fewest } pour dire quelque chose.
   *[other] { $count } publications dont on connaît l’heure et le taux : il en faut { $fewest } pour dire quelque chose.
}
times-no-difference = Aucune différence montrée
times-no-difference-lead = Sur { $count } publications, les écarts entre les heures ne dépassent pas ce que donne le hasard. Publiez quand cela vous arrange.
times-advised = Ces heures marchent mieux
times-every-day-at = Tous les jours à { $time }
times-on = Le { $day }
times-why = { $count ->
    [one] { $rate } attendu (entre { $low } et { $high }), contre { $usual } d’habitude ; une publication à cette heure.
   *[other] { $rate } attendu (entre { $low } et { $high }), contre { $usual } d’habitude ; { $count } publications à cette heure.
}
times-rests-on = { $measure } ; { $count } publications sur { $all } mesurées.
times-period = Du { $from } au { $to }.
times-paid = { $count ->
    [one] Une publication dont la portée a été achetée est laissée de côté.
   *[other] { $count } publications dont la portée a été achetée sont laissées de côté.
}
times-map = La semaine, heure par heure
times-map-lead = Taux attendu à chaque heure, comparé à l’habitude ; le chiffre est le nombre de publications parues à cette heure.
times-map-plain = Nombre de publications parues à chaque heure. Pas de couleur : rien ne permet de dire qu’une heure vaut mieux qu’une autre.
times-hour = Heure
times-cell = { $count ->
    [one] Une publication ; taux attendu { $rate } (entre { $low } et { $high })
   *[other] { $count } publications ; taux attendu { $rate } (entre { $low } et { $high })
}
times-cell-posts = { $count ->
    [0] Aucune publication
    [one] Une publication
   *[other] { $count } publications
}
times-better = mieux que d’habitude, à 95 % de confiance
times-level-1 = bien moins que d’habitude
times-level-2 = un peu moins
times-level-3 = comme d’habitude
times-level-4 = un peu plus
times-level-5 = bien plus que d’habitude
times-how = Comment c’est calculé
times-how-told = Chaque heure et chaque jour est ramené vers votre taux habituel, d’autant plus que ses publications sont peu nombreuses ; les heures voisines s’éclairent l’une l’autre. Le niveau propre à chaque compte est retiré d’abord. Une heure n’est conseillée que si trois choses sont réunies : au moins 30 publications, des écarts que le hasard donne moins d’une fois sur vingt, et un intervalle à 95 % tout entier au-dessus de l’habitude.

again-title = Publications récurrentes
again-lead = Ce qui revient à dates fixes, ou de temps en temps. Chaque date donne une vraie publication, quinze jours avant.
again-none = Rien ne revient encore
again-none-lead = Le rendez-vous du mardi, les horaires à rappeler, la recette à reprendre : écrivez-les une fois, avec plusieurs versions pour ne pas vous répéter.
again-new = Nouvelle publication récurrente
again-new-lead = Elle reviendra d’elle-même. Chaque date se modifie ou se passe à part.
again-next = Prochaine : { $when }
again-state-active = Active
again-state-paused = En pause
again-state-ended = Terminée
again-free = { $count ->
    [one] Dans les créneaux restés libres, chaque jour au plus
   *[other] Dans les créneaux restés libres, tous les { $count } jours au plus
}
again-days = { $count ->
    [one] Chaque jour à { $time }
   *[other] Tous les { $count } jours à { $time }
}
again-weeks = { $count ->
    [one] Chaque semaine, { $days }, à { $time }
   *[other] Toutes les { $count } semaines, { $days }, à { $time }
}
again-month-day = { $count ->
    [one] Chaque mois, le { $day }, à { $time }
   *[other] Tous les { $count } mois, le { $day }, à { $time }
}
again-month-weekday = { $count ->
    [one] Chaque mois, le { $nth } { $day }, à { $time }
   *[other] Tous les { $count } mois, le { $nth } { $day }, à { $time }
}
again-nth = Lequel
again-nth-1 = premier
again-nth-2 = deuxième
again-nth-3 = troisième
again-nth-4 = quatrième
again-nth-last = dernier
again-no-end = sans fin
again-until-day = jusqu’au { $day }
again-times-count = { $count ->
    [one] une fois
   *[other] { $count } fois
}
again-until-used = { $count ->
    [one] une seule fois
   *[other] jusqu’à ce que les { $count } versions aient servi
}
again-paused = En pause. Ce qui est déjà prêt partira ; rien de nouveau ne sera préparé.
again-resumed = Reprise. Les dates passées entre-temps ne sont pas rattrapées.
again-skipped = Passée : { $when }.
again-unskipped = De nouveau prévue : { $when }.
again-ended = { $count ->
    [0] Terminée. Rien de plus ne sera préparé.
    [one] Terminée. Une publication déjà prête a été retirée.
   *[other] Terminée. { $count } publications déjà prêtes ont été retirées.
}
again-begun = Elle reviendra d’elle-même.
again-changed = Ce qui suit est modifié. Ce que quelqu’un avait retouché à la main reste.
again-edit = Modifier
again-edit-title = Modifier ce qui revient
again-edit-lead = Pour toutes les dates à venir. Celles que quelqu’un a retouchées à la main restent comme elles sont.
again-edit-from = À partir de { $when }
again-edit-from-lead = Cette date et toutes celles qui suivent. Celles d’avant restent comme elles sont.
again-pause = Mettre en pause
again-resume = Reprendre
again-coming = Prochaines dates
again-coming-free = Elle prendra le prochain créneau resté libre, trois jours avant.
again-coming-none = Plus rien n’est à venir.
again-not-yet = À préparer
again-outcome-made = Prête
again-outcome-refused = À revoir
again-outcome-skipped = Passée
again-outcome-missed = Manquée
again-this-one = Modifier celle-ci
again-following = Celle-ci et les suivantes
again-skip = Passer
again-unskip = Reprendre
again-variation = Version { $number }
again-variation-head = Version
again-history = Ce qu’elle a donné
again-history-none = Elle n’est pas encore parue.
again-date = Date
again-rate = Taux d’engagement
again-texts = { $count ->
    [one] Le texte
   *[other] { $count } versions, à tour de rôle
}
again-end = Terminer
again-withdraw = Retirer aussi les publications déjà prêtes que personne n’a retouchées
again-end-do = Terminer
again-what = Ce qu’elle dit
again-what-hint = Écrivez plusieurs versions : elles servent à tour de rôle, pour ne pas répéter mot pour mot.
again-optional = (facultative)
again-used = S’arrêter quand toutes les versions ont servi
again-topic-none = Aucun thème
again-from-post = L’image, le lien et les réglages de la publication d’origine sont repris.
again-when = Quand elle revient
again-kind-weeks = Chaque semaine
again-kind-weeks-hint = Le mardi, le mardi et le vendredi…
again-kind-month-weekday = Un jour du mois
again-kind-month-weekday-hint = Le premier lundi, le dernier vendredi…
again-kind-month-day = Une date du mois
again-kind-month-day-hint = Le 1er, le 15…
again-kind-days = Tous les quelques jours
again-kind-days-hint = Tous les 10 jours…
again-kind-free = De temps en temps
again-kind-free-hint = Dans les créneaux restés libres de la file
again-day = Date du mois
again-day-hint = Un mois plus court donne son dernier jour.
again-gap = Repos, en jours
again-gap-hint = Au moins tant de jours entre deux parutions.
again-every = Toutes les combien
again-every-hint = 1 pour chaque semaine, chaque mois, chaque jour ; 2 pour un sur deux…
again-start = À partir du
again-ends = Quand elle s’arrête
again-ends-never = Jamais
again-ends-until = À une date
again-ends-times = Après un nombre de fois
again-until = Dernier jour
again-times = Nombre de fois
again-save = Enregistrer
again-begin = Commencer
again-error-rhythm = Ce rythme n’a pas de sens : vérifiez les jours, les nombres et les dates.
again-error-no-text = Écrivez au moins un texte.
again-error-too-many-texts = 50 versions au plus.
