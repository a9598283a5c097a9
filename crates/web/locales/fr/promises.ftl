# Promesses de réponse : ce qui est promis, tenu ou en retard ; heures, délais, répartition, relectures.
promises-title = Promesses de réponse
promises-title-late = { $count ->
    [one] { $count } réponse en retard
   *[other] { $count } réponses en retard
  }
promises-lead = À qui nous avons promis une réponse, et jusqu’à quand.
promises-tabs = Promesses de réponse
promises-tab-list = À tenir
promises-tab-figures = Chiffres
promises-tab-checks = Relectures
promises-tab-unplaced = Sans place
promises-settings = Régler les délais
promises-begin = Choisir un délai
promises-nothing = Aucun délai n’est promis
promises-nothing-lead = Choisissez en combien de temps vous voulez répondre : Parvis surveille l’heure, prévient avant la fin et montre ce qui est en retard.
promises-none = Rien ici
promises-none-lead = Aucune conversation ne correspond. Les promesses dont l’heure approche arrivent ici d’elles-mêmes.
promises-filter-state = Par échéance
promises-filter-all = Tout
promises-filter-late = En retard
promises-filter-risk = À risque
promises-filter-on-time = Dans les temps
promises-filter-whose = À qui
promises-whole-team = Toute l’équipe
promises-mine = Les vôtres
promises-nobody = À personne
promises-state-late = En retard
promises-state-risk = À risque
promises-state-on-time = Dans les temps
promises-badge-late = En retard, { $when }
promises-badge-risk = À risque, { $when }
promises-badge-on-time = { $when }
promises-kind-first = Première réponse
promises-kind-next = Réponse suivante
promises-kind-resolution = Résolution
promises-minutes = { $count } min
promises-hours = { $count } h
promises-hours-minutes = { $count } h { $minutes }
promises-gone = Retiré depuis
promises-everyone = Toutes les conversations
promises-on-channel = sur { $name }
promises-with-label = étiquette { $name }
promises-priority-low = pas pressé
promises-priority-normal = priorité ordinaire
promises-priority-high = pressé
promises-priority-urgent = urgent
promises-says-first-working = Première réponse sous { $delay } ouvrées.
promises-says-first-around = Première réponse sous { $delay }, jour et nuit.
promises-says-next-working = Réponses suivantes sous { $delay } ouvrées.
promises-says-next-around = Réponses suivantes sous { $delay }, jour et nuit.
promises-says-resolution-working = Affaire réglée sous { $delay } ouvrées.
promises-says-resolution-around = Affaire réglée sous { $delay }, jour et nuit.
promises-preview = Pour un message reçu { $said }, la réponse est promise au plus tard { $when }.
promises-preview-now = Pour un message reçu maintenant, la réponse est promise au plus tard { $when }.
promises-preview-settled = Pour un message reçu { $said }, l’affaire est promise réglée au plus tard { $when }.
promises-preview-settled-now = Pour un message reçu maintenant, l’affaire est promise réglée au plus tard { $when }.

promises-figures-title = Promesses tenues
promises-figures-lead = En combien de temps nous répondons, et si nous tenons parole.
promises-figures-nothing = Rien n’est encore connu
promises-figures-period = Période
promises-figures-days = { $count } jours
promises-figures-now = En ce moment
promises-figures-running = { $count ->
    [0] Aucune promesse ne court.
    [one] { $count } promesse court.
   *[other] { $count } promesses courent.
  }
promises-figures-running-late = { $count ->
    [0] Aucune n’est en retard.
    [one] { $count } est en retard.
   *[other] { $count } sont en retard.
  }
promises-figure-kept = Promesses tenues
promises-figure-of = { $count } sur { $total }
promises-figure-few = Trop peu pour un pourcentage
promises-figure-median = Temps médian
promises-figure-p90 = Neuf fois sur dix
promises-figure-over = { $count ->
    [one] sur { $count } promesse
   *[other] sur { $count } promesses
  }
promises-figure-unknown = Non connu
promises-figure-unknown-why = Aucune promesse de cette sorte ne s’est achevée dans la période
promises-figures-dropped = { $count ->
    [one] { $count } conversation a été résolue sans réponse : ni tenue, ni manquée.
   *[other] { $count } conversations ont été résolues sans réponse : ni tenues, ni manquées.
  }
promises-figures-how = Comment c’est compté
promises-figures-definition = Une promesse est tenue quand ce qui était promis est venu dans le délai d’alors ; un délai changé depuis ne change rien à ce qui est terminé. Une réponse compte du moment où elle est partie. Sont comptées les promesses qui se sont achevées dans la période.
promises-figures-definition-time = Les temps sont comptés dans les heures d’ouverture de la marque. L’horloge s’arrête quand la conversation attend le client, est mise de côté ou résolue. La médiane est le temps que la moitié des réponses ne dépasse pas.
promises-figures-coverage = Connu depuis { $when } : ce qui précède n’était pas promis.

promises-checks-title = Relectures des comptes
promises-checks-lead = Chaque jour, Parvis relit les { $count } derniers jours de chaque compte, sans se fier à ses lectures ordinaires : ce qui aurait échappé est retrouvé et rangé.
promises-checks-no-channel = Aucun compte à relire
promises-checks-no-channel-lead = Reliez un compte : il sera relu chaque jour.
promises-checks-past = Dernières relectures
promises-check-asked = La relecture commence. Elle se poursuit sans vous.
promises-check-under-way = Une relecture de ce compte est déjà en cours.
promises-check-now = Relire maintenant
promises-check-never = Pas encore relu
promises-check-by-clock = relecture du jour
promises-check-by-hand = demandée à la main
promises-check-running = Relecture en cours
promises-check-all-there = { $count ->
    [0] Rien à relire : aucune notification dans ces jours
    [one] { $count } élément relu, il était là
   *[other] { $count } éléments relus, tous étaient là
  }
promises-check-found = { $count ->
    [one] { $count } élément relu
   *[other] { $count } éléments relus
  }, { $missing ->
    [one] { $missing } manquait
   *[other] { $missing } manquaient
  }
promises-check-partial = Relecture interrompue après { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
  } : le reste n’est pas connu
promises-check-missing = { $count ->
    [one] { $count } retrouvé
   *[other] { $count } retrouvés
  }
promises-check-trouble-retry = Le réseau n’a pas répondu : la relecture de demain recommencera
promises-check-trouble-rate-limited = Le réseau demande d’attendre : réessayez plus tard
promises-check-trouble-reauthorize = Le réseau refuse l’accès : reliez le compte de nouveau
promises-check-trouble-rejected = Le réseau a refusé la relecture
promises-check-trouble-unsupported = Ce réseau ne permet pas de relire
promises-check-trouble-not-connected = Le compte n’est pas relié
promises-check-trouble-too-much = Trop d’éléments pour une seule relecture
promises-check-when = Le
promises-check-back-to = Jusqu’à
promises-check-reached = Arrêtée à
promises-check-read = Éléments relus
promises-check-unreadable = Illisibles
promises-blind = Ne peut être relu ici : { $what }.
promises-blind-removed = ce qui a été supprimé depuis
promises-blind-dismissed = les notifications effacées du compte
promises-blind-direct = les messages privés
promises-blind-old = ce que le réseau ne garde plus
promises-found-title = Relecture de { $name }
promises-found-none = Rien ne manquait
promises-found-none-lead = Tout ce que le réseau a donné était déjà à sa place.
promises-found-ours = Réponse écrite sur le réseau

promises-unplaced-title = Sans place
promises-unplaced-lead = Ce que les réseaux ont donné et qu’aucune conversation n’a pu accueillir. Rien n’est jeté : c’est à vous de décider.
promises-unplaced-none = Tout a trouvé sa place
promises-unplaced-none-lead = Chaque message reçu est dans une conversation.
promises-unplaced-nothing = On ne peut rien en lire.
promises-unplaced-unreadable = Le réseau ne dit pas ce que c’est, ou de qui cela vient.
promises-unplaced-awaiting = Cette réponse, écrite sur le réseau, répond à un message qui n’est pas arrivé. Elle prendra sa place d’elle-même s’il arrive.
promises-unplaced-see = Voir sur le réseau
promises-place = Mettre dans cette conversation
promises-place-of = Conversation pour le message de { $name }
promises-placed = Le message est dans la conversation.
promises-not-placed = Ce message ne peut pas aller dans cette conversation.
promises-dismiss = Laisser de côté
promises-dismissed = Laissé de côté.
promises-restored = De retour dans la liste.

promises-hours-title = Heures d’ouverture
promises-hours-lead = Quand vous êtes là pour répondre. Les délais promis ne courent que dans ces heures.
promises-hours-saved = Heures d’ouverture enregistrées. Les échéances sont recalculées.
promises-hours-save = Enregistrer les heures
promises-hours-never = Indiquez au moins une ouverture, ou choisissez « jour et nuit ».
promises-hours-overlap = Deux ouvertures du même jour se chevauchent.
promises-hours-unreadable = Complétez les heures de { $day } : un début et une fin après lui.
promises-hours-from = Ouverture { $count }, début
promises-hours-until = Ouverture { $count }, fin
promises-mode = Quand répondez-vous ?
promises-mode-week = À heures fixes
promises-mode-week-hint = Jusqu’à trois ouvertures par jour ; laissez vide ce qui est fermé.
promises-mode-always = Jour et nuit
promises-mode-always-hint = Les délais courent sans interruption.
promises-holidays = Jours fériés
promises-holidays-none = Travaillés
promises-holidays-france = Fermés les jours fériés de France
promises-holidays-alsace_moselle = Fermés les jours fériés d’Alsace et de Moselle
promises-own-days = Vos jours à vous
promises-own-days-lead = Fermetures, congés, ouvertures exceptionnelles : ils l’emportent sur la semaine et les jours fériés.
promises-day-from = Du
promises-day-until = Au
promises-day-until-hint = Vide : ce jour seulement.
promises-last-day = Au (inclus)
promises-open-from = Ouvert de
promises-open-until = à
promises-open-hint = Vide : fermé.
promises-note = Note pour l’équipe
promises-note-too-long = 200 caractères au plus.
promises-day-add = Ajouter ces jours
promises-day-added = Jours ajoutés. Les échéances sont recalculées.
promises-day-removed = Jours retirés. Les échéances sont recalculées.
promises-day-needed = Indiquez un jour.
promises-day-backwards = Le dernier jour vient avant le premier.
promises-day-too-long = Un an au plus.
promises-day-hours = Indiquez un début et une fin après lui.
promises-days-span = du { $from } au { $until }
promises-opening = de { $from } à { $until }
promises-closed = Fermé
promises-remove = Retirer

promises-policies-title = Délais promis
promises-policies-lead = En combien de temps répondre, et à qui.
promises-proposal = Pour commencer
promises-proposal-lead = Une promesse simple, que vous pourrez changer à tout moment.
promises-proposed-name = Tout le monde
promises-no-hours = Vous n’avez pas d’heures d’ouverture : les délais courraient jour et nuit.
promises-set-hours = Indiquer vos heures
promises-accept = Promettre cela
promises-in-order = Ce que vous promettez
promises-in-order-lead = Dans l’ordre : la première promesse qui convient à une conversation vaut pour elle.
promises-earlier = Monter
promises-change = Modifier
promises-add = Ajouter une promesse
promises-policy-save = Enregistrer
promises-policy-added = C’est promis. Les échéances sont calculées.
promises-policy-changed = Promesse modifiée. Ce qui est terminé reste jugé selon ce qui était promis.
promises-policy-removed = Promesse retirée.
promises-policy-remove = Retirer cette promesse
promises-policy-remove-lead = Les conversations en cours passeront à la promesse suivante qui leur convient.
promises-field-name = Nom
promises-for-whom = Pour quelles conversations
promises-field-channel = Compte
promises-field-label = Étiquette
promises-field-priority = Priorité
promises-any-channel = Tous les comptes
promises-any-label = Avec ou sans étiquette
promises-any-priority = Toutes les priorités
promises-delays = Délais, en heures
promises-delays-hint = 0,5 pour une demi-heure. Laissez vide ce que vous ne promettez pas.
promises-field-first = Première réponse
promises-field-next = Réponses suivantes
promises-field-resolution = Affaire réglée
promises-field-working = Ne compter que les heures d’ouverture
promises-bad-name = Donnez un nom de 1 à 80 caractères.
promises-nothing-promised = Indiquez au moins un délai.
promises-bad-delay = Un délai va d’une minute à 90 jours, en heures : 4, ou 0,5.
promises-too-many = Il y en a déjà autant que possible : retirez-en d’abord.
promises-watch = Prévenir avant la fin
promises-warning = À risque quand il reste, en heures
promises-warning-hint = Au plus la moitié du délai promis.
promises-bad-warning = D’une minute à 72 heures.
promises-reminds = Prévenir la personne à qui la conversation est confiée
promises-letters = Aussi par courriel
promises-watch-save = Enregistrer
promises-watch-saved = C’est noté.
promises-steps = Qui prévenir quand c’est en retard
promises-steps-lead = Chaque étape prévient une fois. Sans étape, seule la personne à qui la conversation est confiée le sait.
promises-late-by = Après un retard de, en heures
promises-step-to = Prévenir
promises-managers = Responsables de la marque
promises-step-add = Ajouter cette étape
promises-step-added = Étape ajoutée.
promises-step-removed = Étape retirée.
promises-step-line = Après { $delay } de retard : { $name }
promises-step-at-once = Dès que c’est en retard : { $name }

promises-assignment-title = Répartition
promises-assignment-lead = À qui va ce qui arrive, et qui est absent.
promises-left = { $count ->
    [one] Pendant l’absence de { $name } : { $count } conversation à confier
   *[other] Pendant l’absence de { $name } : { $count } conversations à confier
  }
promises-left-until = Retour après le { $day }.
promises-give-to = Confier la conversation de { $name } à
promises-give = Confier
promises-handed-over = La conversation est confiée.
promises-rules = Règles
promises-rules-none = Aucune règle : ce qui arrive n’est à personne, et chacun prend ce qu’il veut.
promises-rules-lead = La première règle qui convient choisit la personne. Qui est absent ou a déjà son compte ne reçoit rien ; si personne ne peut, les responsables sont prévenus et la conversation attend.
promises-rule-add = Ajouter une règle
promises-rule-save = Ajouter la règle
promises-rule-added = Règle ajoutée.
promises-rule-removed = Règle retirée.
promises-rule-nobody = Choisissez au moins une personne.
promises-rule-not-of-team = Une de ces personnes ne répond pas pour cette marque.
promises-way = Comment choisir
promises-way-in-turn = Chacun son tour
promises-way-in-turn-hint = L’une après l’autre, dans l’ordre.
promises-way-least-loaded = La moins chargée
promises-way-least-loaded-hint = Celle qui a le moins de conversations ouvertes.
promises-among = Parmi
promises-give-out = Répartir ce qui attend déjà
promises-given-out = { $count ->
    [0] Rien n’attendait d’être réparti.
    [one] { $count } conversation va être répartie.
   *[other] { $count } conversations vont être réparties.
  }
promises-capacities = Charge de chacun
promises-capacities-lead = Au-delà de ce nombre de conversations ouvertes, une personne ne reçoit plus rien des règles.
promises-capacities-save = Enregistrer les charges
promises-capacities-saved = Charges enregistrées.
promises-bad-capacity = Un nombre de 1 à 10 000, ou rien.
promises-open-now = { $count ->
    [0] Aucune conversation ouverte
    [one] { $count } conversation ouverte
   *[other] { $count } conversations ouvertes
  }
promises-no-limit = sans limite
promises-most-of = Conversations ouvertes au plus, { $name }
promises-at-most = { $count } au plus
promises-away = Absence
promises-absences = Absences
promises-absences-lead = Une personne absente ne reçoit rien de nouveau ; ce qu’elle laisse ouvert est à confier en haut de cette page.
promises-absent = Qui
promises-absence-add = Noter l’absence
promises-absence-own = Noter mon absence
promises-absence-added = Absence notée.
promises-absence-removed = Absence retirée.
promises-check-no-reading = Tenu à la main : rien ne peut y être relu
