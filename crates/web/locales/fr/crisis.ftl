crisis-title = Crise
crisis-lead = Une vague de critiques se repère tôt et se traite avec calme : ce qui se dit, qui décide, ce qui attend, ce qu’on répond.
crisis-tab-crises = Crises et exercices
crisis-tab-statements = Messages d’attente
crisis-tab-settings = Réglages
crisis-open = Ouvrir une cellule de crise
crisis-rehearse = Préparer un exercice
crisis-opened = La cellule de crise est ouverte.
crisis-another-runs = Une crise est déjà en cours : la voici.
crisis-refused = { $name }
crisis-none = Aucune crise
crisis-none-lead = Tant mieux. Les messages d’attente et un exercice se préparent maintenant, au calme.
crisis-runs = En cours
crisis-since = Depuis { $when }
crisis-from-to = De { $from } à { $to }
crisis-someone = Quelqu’un
crisis-by-parvis = Parvis
crisis-by-network = L’équipe, depuis le réseau
crisis-unknown = Non connu

crisis-watch = Messages négatifs
crisis-watch-hour = Cette heure
crisis-watch-day = Aujourd’hui
crisis-watch-usual = D’habitude { $usual } ; alerte à partir de { $threshold }.
crisis-watch-measured = D’après les 28 derniers jours, même jour et même heure.
crisis-watch-early = Premier repère, d’après 7 jours seulement.
crisis-watch-unknown = Pas encore d’habitude connue : il faut au moins une semaine de messages.
crisis-watch-off = Les alertes de rafales négatives sont arrêtées.
crisis-how = Comment se reconnaît une rafale
crisis-how-burst = Rafale négative : les messages négatifs d’une heure (ou d’un jour) comparés à ce que prédisent les 28 derniers jours, même jour de la semaine et même heure. Il y a rafale au-delà du 99,9e centile de cette prédiction, et à partir de 5 messages.
crisis-how-prediction = La prédiction est la loi binomiale négative : celle d’un compte de Poisson dont le rythme n’est connu que par les quatre semaines passées (loi a priori de Jeffreys). Elle tient compte du peu que disent quatre comptes ; sur une série stable, une heure sur mille la dépasse par hasard.
crisis-how-early = Avant 28 jours d’écoute, les sept derniers jours à la même heure donnent un premier repère, signalé comme tel. Avant sept jours, rien n’est dit.
crisis-basis-measured = Les quatre semaines passées, même jour et même heure : { $past }. Au plus { $most } serait habituel.
crisis-basis-early = Premier repère, d’après les sept derniers jours : { $past }. Au plus { $most } serait habituel.
crisis-burst-hour = { $count ->
    [one] { $count } message négatif
   *[other] { $count } messages négatifs
  } { $day } entre { $from } et { $to }, pour { $most } au plus d’habitude.
crisis-burst-day = { $count ->
    [one] { $count } message négatif
   *[other] { $count } messages négatifs
  } { $day }, pour { $most } au plus d’habitude.

crisis-alerts = Alertes
crisis-alert-title = Rafale de messages négatifs
crisis-alert-open = À regarder
crisis-alert-closed = Classée
crisis-alert-crisis = Devenue une crise
crisis-alert-what = Lisez ce qui se dit. Si c’est grave, ouvrez la cellule de crise : les messages y sont rassemblés et les publications retenues. Sinon, classez l’alerte ; la même rafale n’en donnera pas d’autre.
crisis-alert-messages = Lire les messages
crisis-alert-close = Ce n’est pas une crise
crisis-alert-closed-done = L’alerte est classée.
crisis-alert-room = Voir la cellule de crise

crisis-level = Gravité
crisis-level-watch = Vigilance
crisis-level-watch-hint = On regarde et on se prépare ; rien n’est encore dit.
crisis-level-serious = Sérieuse
crisis-level-serious-hint = On répond, avec des mots convenus.
crisis-level-major = Majeure
crisis-level-major-hint = Tout le reste attend ; la direction parle.
crisis-level-change = Changer la gravité
crisis-level-why = Pourquoi
crisis-level-set = Changer
crisis-level-done = La gravité a changé, les personnes concernées sont prévenues.

crisis-new-title = Ouvrir une cellule de crise
crisis-new-lead = Les messages négatifs depuis la rafale (ou depuis 24 heures) y seront rassemblés, et tout ce qui se décide y sera noté.
crisis-field-name = De quoi s’agit-il ?
crisis-field-name-hint = En quelques mots que toute l’équipe comprend.
crisis-field-pauses = Retenir toutes les publications dès maintenant
crisis-field-pauses-hint = Ce qui arrive à son heure est retenu, publications récurrentes et relais de flux compris ; les réponses, elles, partent.
crisis-field-words = Mots de la crise
crisis-field-words-hint = Un par ligne. Un message qui en contient un est rassemblé même s’il n’est pas négatif.
crisis-field-checklist = Choses à faire
crisis-field-checklist-hint = Une par ligne.
crisis-checklist-proposed = Vérifier les faits : que s’est-il passé, depuis quand, qui est touché
    Prévenir la direction
    Dire qui décide, qui répond, qui veille, qui informe en interne
    Retenir les publications et les promotions
    Choisir et publier un message d’attente
    Répondre d’abord aux personnes touchées
    Informer l’équipe : qui parle, qui ne parle pas
    Ne rien effacer, sauf ce que la loi interdit
    Fixer l’heure du prochain point

crisis-said = Ce qui se dit
crisis-in-inbox = Voir dans la boîte
crisis-said-none = Aucun message pour le moment.
crisis-said-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
  }, dont { $unanswered } sans réponse. Ceux qui se ressemblent sont regroupés.
crisis-times = { $count ->
    [one] Un message
   *[other] { $count } messages
  }, { $people ->
    [one] une personne
   *[other] { $people } personnes
  }
crisis-reach = { $count ->
    [one] { $count } abonné
   *[other] { $count } abonnés
  } (connus pour { $known } personnes sur { $of })
crisis-reach-unknown = Portée non connue
crisis-followers = { $count ->
    [one] { $count } abonné
   *[other] { $count } abonnés
  }
crisis-followers-unknown = abonnés non connus
crisis-places = Où : { $name }.
crisis-speakers = Qui : { $name }{ $count ->
    [0] {"."}
    [one] {" "}et une autre personne.
   *[other] {" "}et { $count } autres.
  }
crisis-choose = Choisir le message de { $name }
crisis-choose-all = { $count ->
    [one] Choisir celui qui est sans réponse
   *[other] Choisir les { $count } sans réponse
  }
crisis-choose-some = Choisissez d’abord des messages.
crisis-see-all = Voir les { $count } messages
crisis-see-conversation = Ouvrir
crisis-more-groups = { $count ->
    [one] Et un autre groupe de messages.
   *[other] Et { $count } autres groupes de messages.
  }
crisis-answered = Répondu
crisis-answer = Répondre aux messages choisis
crisis-answer-chosen = Répondre
crisis-answer-hint = Chacun reçoit sa réponse une seule fois, avec les mots prévus pour son réseau.
crisis-answer-hint-rehearsal = Exercice : les réponses sont notées, aucune ne part.
crisis-answer-language = Langue
crisis-language-theirs = Dans la langue de chacun
crisis-language-fr = Français
crisis-language-en = Anglais
crisis-statement = Message d’attente
crisis-no-statement = Aucun message d’attente n’est approuvé.
crisis-leave-out = Écarter de la crise
crisis-left-out = { $count ->
    [one] Un message est écarté.
   *[other] { $count } messages sont écartés.
  }
crisis-answered-done = { $count ->
    [one] Une réponse part.
   *[other] { $count } réponses partent.
  }
crisis-answered-already = { $count ->
    [0] Aucune réponse ne part
    [one] Une réponse part
   *[other] { $count } réponses partent
  } ; déjà données : { $name }.
crisis-answered-refused = { $count ->
    [0] Aucune réponse ne part
    [one] Une réponse part
   *[other] { $count } réponses partent
  } ; non acceptées : { $name } (trop longues pour leur réseau, peut-être).
crisis-authors = Qui parle
crisis-authors-known = Abonnés connus pour { $known } personnes sur { $count } ; certains réseaux ne les donnent pas.
crisis-author = Qui
crisis-author-followers = Abonnés
crisis-author-messages = Messages
crisis-words = Ce qui fait partie de la crise
crisis-words-save = Enregistrer
crisis-words-done = Les mots de la crise sont changés.

crisis-curve-title = Messages négatifs par heure
crisis-curve-title-rehearsal = Messages de l’exercice par heure
crisis-curve-source = Comptés à l’heure de la marque. Habitudes connues pour { $known } heures sur { $count }.
crisis-curve-seen = Messages négatifs
crisis-curve-most = Limite habituelle
crisis-curve-usual = D’habitude

crisis-post = Publier un message d’attente
crisis-post-where = Où
crisis-post-now = Publier maintenant
crisis-post-hint = Il part malgré la pause, par le même chemin que toute publication.
crisis-post-hint-rehearsal = Exercice : rien ne part, c’est seulement noté.
crisis-posted = Le message d’attente part.
crisis-posted-rehearsal = Exercice : c’est noté, rien n’est parti.
crisis-post-stopped = Une vérification ou un accord manque : le message est prêt, à relire ici.
crisis-choose-channel = Choisissez d’abord un compte.
crisis-no-words = Ce message d’attente n’a pas de texte.
crisis-not-approved = Ce message d’attente n’est pas approuvé.

crisis-paused = Les publications sont retenues
crisis-paused-lead = Ce qui arrive à son heure attend la levée de la crise. Les réponses et les messages d’attente partent.
crisis-paused-rehearsal = Exercice : on fait comme si les publications étaient retenues
crisis-paused-rehearsal-lead = Les vraies publications partent normalement.
crisis-not-paused = Les publications partent normalement
crisis-not-paused-lead = Une promotion au milieu d’une crise peut l’aggraver.
crisis-pause = Retenir les publications
crisis-pause-done = Les publications sont retenues.
crisis-to-review = { $count ->
    [one] Une publication à relire à la levée
   *[other] { $count } publications à relire à la levée
  }

crisis-roles = Qui fait quoi
crisis-role-decides = Décide
crisis-role-answers = Répond
crisis-role-watches = Veille
crisis-role-informs = Informe l’équipe
crisis-role-nobody = Personne pour l’instant
crisis-role-who = Qui
crisis-role-what = Fait quoi
crisis-role-give = Confier
crisis-role-take = Retirer ce rôle à { $name }
crisis-role-given = Le rôle est confié, la personne est prévenue.
crisis-role-taken = Le rôle est retiré.

crisis-checklist = Choses à faire
crisis-checklist-done = { $done } sur { $count }
crisis-task-new = Une autre chose à faire
crisis-task-add = Ajouter
crisis-task-added = C’est ajouté.
crisis-task-do = Cocher « { $name } »
crisis-task-undo = Décocher « { $name } »
crisis-task-ticked = C’est noté.
crisis-task-done-by = Fait par { $name }, { $when }
crisis-task-open = À faire

crisis-timeline = Déroulé
crisis-say = Ce qui s’est passé, ce qui est décidé…
crisis-note = Noter
crisis-decide = Décider
crisis-said-done = C’est écrit dans le déroulé.
crisis-line-opened = { $name } ouvre la cellule
crisis-line-level = { $name } change la gravité : de « { $from } » à « { $to } »
crisis-line-paused = { $name } retient les publications
crisis-line-resumed = Les publications peuvent repartir
crisis-line-role-given = { $name } confie un rôle à { $who } : { $role }
crisis-line-role-taken = { $name } retire un rôle à { $who } : { $role }
crisis-line-words = { $name } change les mots de la crise
crisis-line-task-done = { $name } a fait
crisis-line-task-undone = { $name } décoche
crisis-line-task-added = { $name } ajoute une chose à faire
crisis-line-note = Note de { $name }
crisis-line-decision = Décision de { $name }
crisis-line-answered = { $name } répond à { $count ->
    [one] un message
   *[other] { $count } messages
  }
crisis-line-posted = { $name } publie « { $title } »{ $count ->
    [0] {""}
    [one] {" "}sur un compte
   *[other] {" "}sur { $count } comptes
  }
crisis-line-left-out = { $name } écarte { $count ->
    [one] un message
   *[other] { $count } messages
  }
crisis-line-reviewed = { $name } relit une publication : { $decision }
crisis-line-ended = { $name } lève la crise
crisis-line-follow-up-added = { $name } ajoute une suite
crisis-line-follow-up-done = { $name } a mené une suite à bien
crisis-line-answer = { $name } répond à { $to }
crisis-line-held = Une publication arrivée à son heure est retenue

crisis-stand-down = Levée de la crise
crisis-stand-down-title = Levée de la crise
crisis-stand-down-lead = Chaque publication retenue, ou qui part dans les 48 heures, se relit une par une. Rien ne part sans l’accord d’une personne.
crisis-nothing-held = Rien n’a été retenu
crisis-nothing-held-lead = Les publications ont continué de partir à leur heure.
crisis-nothing-to-review = Rien à relire
crisis-nothing-to-review-lead = Aucune publication n’attend, et rien ne part dans les 48 heures.
crisis-posts-to-review = { $count ->
    [one] Une publication à relire
   *[other] { $count } publications à relire
  }, dont { $undecided } sans décision
crisis-held-due = Retenue, prévue { $when }
crisis-soon-due = Prévue { $when }
crisis-undecided = À décider
crisis-decided-release = Elle partira
crisis-decided-move = À une autre heure
crisis-decided-keep = Reste retenue
crisis-decided-give-up = Abandonnée
crisis-reviewed-by = Par { $name }, { $when }
crisis-reviewed = La décision est notée ; elle prend effet à la levée.
crisis-do-release = Laisser à son heure
crisis-do-release-now = Laisser partir à la levée
crisis-do-keep = Garder retenue
crisis-do-move = Déplacer
crisis-do-move-when = Nouvelle date et heure
crisis-do-give-up = Abandonner
crisis-do-reason = Motif d’abandon
crisis-end = Lever la crise
crisis-ended = La crise est levée. Voici le retour d’expérience.
crisis-ended-stays = { $count ->
    [one] La crise est levée. Une publication n’a pas pu être déplacée et reste retenue.
   *[other] La crise est levée. { $count } publications n’ont pas pu être déplacées et restent retenues.
  }

crisis-review = Retour d’expérience
crisis-review-of = Retour d’expérience : { $name }
crisis-review-pdf = Télécharger en PDF
crisis-review-posts = Publications relues
crisis-back-to-room = Retour à la cellule
crisis-lessons = Enseignements
crisis-lessons-field = Ce que nous retenons
crisis-lessons-hint = Ce qui a bien marché, ce qui a manqué, ce qui changera.
crisis-lessons-save = Enregistrer
crisis-lessons-done = Les enseignements sont enregistrés.
crisis-follow-ups = Suites à donner
crisis-follow-up-new = Une suite à donner
crisis-follow-up-who = Par qui
crisis-follow-up-when = Pour quand
crisis-follow-up-nobody = Personne pour l’instant
crisis-follow-up-due = pour le { $when }
crisis-follow-up-added = La suite est notée.
crisis-follow-up-ticked = C’est noté.

crisis-figure-of = { $count } sur { $of }
crisis-figure-messages = Messages
crisis-figure-messages-note = Négatifs, ou qui contiennent les mots de la crise.
crisis-figure-authors = Personnes
crisis-figure-authors-note = { $count ->
    [one] Sur le seul message lu.
   *[other] Sur les { $count } derniers messages.
  }
crisis-figure-reach = Portée
crisis-figure-reach-note = Somme des abonnés, connus pour { $known } personnes sur { $count }.
crisis-figure-peak = Heure la plus forte
crisis-figure-peak-note = { $when }, pour { $most } au plus d’habitude.
crisis-figure-peak-unknown = { $when } ; habitude non connue.
crisis-figure-answered = Messages avec réponse
crisis-figure-answered-note = Depuis la cellule ou depuis la boîte.
crisis-figure-response = Délai de réponse
crisis-figure-response-note = Médiane, nuit comprise ; neuf sur dix en moins de { $ninetieth }, sur { $count } messages.
crisis-figure-response-none = Aucune réponse encore.
crisis-figure-reaction = De l’alerte à l’ouverture
crisis-figure-reaction-note = Entre l’alerte et l’ouverture de la cellule.
crisis-figure-reaction-none = Ouverte à la main, sans alerte.
crisis-figure-lasted = Durée
crisis-figure-lasted-note = De l’ouverture à la levée.

crisis-paper-what = Ce qui s’est passé
crisis-paper-figures = Les chiffres
crisis-paper-who-did = Qui a fait quoi
crisis-paper-opened = { $name } a ouvert la cellule { $when }. Gravité : { $level }. { $count ->
    [one] Un message fait partie de la crise.
   *[other] { $count } messages font partie de la crise.
  }
crisis-paper-ended = { $name } a levé la crise { $when }.
crisis-paper-runs = La crise est encore en cours.
crisis-paper-band = Jusqu’à la limite habituelle
crisis-paper-role = { $role } : { $name }
crisis-paper-task = À faire
crisis-paper-done = Fait
crisis-paper-post = Publication
crisis-paper-decision = Décision
crisis-paper-by = Par
crisis-paper-reason = Pourquoi
crisis-paper-due = Pour le
crisis-paper-yes = Oui
crisis-paper-no = Non
crisis-paper-no-lesson = Aucun enseignement n’est encore écrit.
crisis-paper-definitions = Définitions
crisis-paper-response = Délai de réponse : entre un message et la première réponse partie dans sa conversation, à l’horloge, nuits et jours fermés compris. Portée : nombre d’abonnés de chaque personne, comptée une fois, là où le réseau le donne.
crisis-paper-mark = EXERCICE – rien de ceci n’a eu lieu
crisis-paper-page = page { "{page}" } sur { "{pages}" }

crisis-statements-lead = Des mots préparés au calme, approuvés, prêts pour l’heure où tout presse.
crisis-statements-none = Aucun message d’attente
crisis-statements-none-lead = « Nous avons vu, nous cherchons, nous revenons vers vous » : écrivez-le une fois, dans les deux langues.
crisis-statement-new = Écrire un message d’attente
crisis-statement-title = Titre, pour l’équipe
crisis-statement-situation = Quand s’en servir
crisis-statement-situation-hint = Par exemple : produit défectueux, propos d’un collaborateur, panne.
crisis-statement-everywhere = Sur tous les comptes
crisis-statement-own = D’autres mots pour { $name }
crisis-statement-save = Enregistrer
crisis-statement-written = Le message d’attente est enregistré ; il reste à l’approuver.
crisis-statement-changes = Un texte modifié doit être approuvé de nouveau.
crisis-statement-approved = Approuvé
crisis-statement-draft = À approuver
crisis-statement-approved-by = Approuvé par { $name }, { $when }
crisis-statement-to-approve = Ces mots ne serviront qu’une fois approuvés
crisis-statement-to-approve-lead = Une personne qui gère la marque les approuve.
crisis-statement-approve = Approuver ces mots
crisis-statement-approved-done = Le message d’attente est approuvé.
crisis-statement-remove = Retirer
crisis-statement-removed = Le message d’attente est retiré.
crisis-statement-proposed-fr = Nous avons lu vos messages et nous les prenons au sérieux. Nous vérifions ce qui s’est passé et revenons vers vous ici même dès que nous en savons plus.
crisis-statement-proposed-en = We have read your messages and take them seriously. We are checking what happened and will come back to you here as soon as we know more.

crisis-settings-lead = Qui est prévenu d’une rafale, et ce qu’on fait d’abord.
crisis-settings-watching = Donner l’alerte quand les messages négatifs affluent
crisis-settings-letters = Prévenir aussi par courriel
crisis-settings-watchers = Qui est prévenu
crisis-settings-watchers-hint = Si personne n’est choisi : celles et ceux qui gèrent la marque.
crisis-settings-save = Enregistrer
crisis-settings-done = Les réglages sont enregistrés.
crisis-settings-managers = Seules les personnes qui gèrent la marque peuvent changer ces réglages.

crisis-rehearsal-title = Préparer un exercice
crisis-rehearsal-lead = La même cellule, le même déroulé, sur des messages passés ou inventés. Rien n’est envoyé, et tout peut s’effacer ensuite.
crisis-rehearsal-badge = Exercice
crisis-rehearsal-mark = Rien de ceci n’est réel : aucune réponse ne part, aucune publication n’est retenue.
crisis-room-rehearsal = Exercice : { $name }
crisis-rehearsal-begin = Commencer l’exercice
crisis-rehearsal-opened = L’exercice commence. Seules les personnes qui y participent sont prévenues.
crisis-rehearsal-removed = L’exercice est effacé.
crisis-remove-rehearsal = Fin de l’exercice
crisis-remove-rehearsal-lead = Après la levée, le retour d’expérience reste. On peut aussi tout effacer.
crisis-remove-rehearsal-do = Effacer l’exercice
crisis-material = Sur quels messages ?
crisis-material-template = Inventés par Parvis
crisis-material-template-hint = Une situation courante, avec des personnes qui n’existent pas.
crisis-material-past = D’une période passée
crisis-material-past-hint = Les messages négatifs d’alors, copiés et ramenés à maintenant.
crisis-material-written = Écrits par vous
crisis-material-written-hint = Les vôtres, un par ligne.
crisis-situation = Situation
crisis-situation-product = Un produit défectueux
crisis-situation-person = Des propos déplacés
crisis-situation-service = Une panne, un service interrompu
crisis-many = Combien de messages
crisis-span-from = Du
crisis-span-to = Au
crisis-written = Vos messages
crisis-written-hint = « nom | abonnés | message », ou le message seul.
crisis-participants = Qui participe
crisis-participants-hint = Ces personnes sont prévenues, et elles seules.
crisis-made-names = Marie L., Karim B., Sophie D., Yann G., Inès M., Paul R., Léa T., Hugo V., Fatou S., Jules P., Nadia K., Tom C.
crisis-made-product = J’ai trouvé un morceau de plastique dans mon achat, c’est inadmissible !
    Même chose ici, un bout de plastique dedans. Vous comptez réagir ?
    Mon fils a failli l’avaler. Vous vous rendez compte ?
    Remboursement immédiat, s’il vous plaît. Je n’achèterai plus rien chez vous.
    Est-ce que le lot de mardi est touché aussi ?
    On m’a ri au nez au magasin quand j’ai signalé le problème.
    Partagez autour de vous, il y a du plastique dans leurs produits.
    Journaliste au quotidien régional, je cherche à vous joindre au plus vite.
    J’attends toujours une réponse à mon message d’hier soir.
    Franchement déçue, je vous recommandais à tout le monde.
crisis-made-person = Vous avez vu ce que leur responsable a écrit hier soir ? Honteux.
    Ces propos sont indignes d’une maison comme la vôtre.
    Allez-vous présenter des excuses, oui ou non ?
    Je suis cliente depuis dix ans et je ne remettrai plus les pieds chez vous.
    Silence radio depuis hier, bravo la communication…
    Capture d’écran à l’appui, je partage partout.
    Toute l’équipe pense comme ça ?
    Notre association demande un rendez-vous et des explications publiques.
    Vous effacez les commentaires maintenant ?
    Il y a de bonnes personnes dans cette équipe, ne mélangez pas tout.
crisis-made-service = Impossible de commander depuis ce matin, rien ne marche.
    Deux heures d’attente au téléphone pour rien.
    Ma commande est payée et personne ne répond, c’est du vol !
    Toujours en panne ? Donnez au moins une heure.
    J’ai été prélevée deux fois, remboursez-moi.
    Vous pourriez prévenir au lieu de nous laisser attendre.
    Nul, nul, nul. Je passe à la concurrence.
    Est-ce que les livraisons de samedi sont maintenues ?
    Mes données sont-elles en sécurité ?
    Merci à la personne du comptoir, elle au moins a été patiente.

crisis-wrong-empty = Écrivez quelque chose.
crisis-wrong-too-long = { $most } caractères au plus.
crisis-wrong-another-runs = Une autre crise est en cours.
crisis-wrong-over = Cette crise est levée : elle ne peut plus être modifiée.
crisis-wrong-undecided = { $count ->
    [one] Une publication attend une décision.
   *[other] { $count } publications attendent une décision.
  }
crisis-wrong-time = Choisissez une date et une heure à venir.
crisis-wrong-reason = Dites pourquoi elle est abandonnée.
crisis-wrong-not-approved = Ce message d’attente n’est pas approuvé.
crisis-wrong-no-words = Écrivez-le au moins dans une langue.
crisis-wrong-nothing = Il n’y a là aucun message : choisissez une autre période ou écrivez-en.
crisis-wrong-span = Choisissez un début et une fin, dans l’ordre.
crisis-wrong-too-many = { $most } au plus.
crisis-wrong-teammate = Cette personne ne travaille pas pour la marque.

shell-room-crisis = Crise
shell-crisis-alert = { $count ->
    [one] { $count } message négatif depuis { $when }, bien plus que d’habitude
   *[other] { $count } messages négatifs depuis { $when }, bien plus que d’habitude
  }
shell-crisis-look = Regarder
shell-crisis-watch = Vigilance : { $name }.
shell-crisis-serious = Crise : { $name }.
shell-crisis-major = Crise majeure : { $name }.
shell-crisis-rehearsal = EXERCICE : { $name }.
shell-crisis-paused = Les publications sont retenues.
shell-crisis-room = Cellule de crise

letter-crisis-button = Ouvrir dans Parvis
letter-crisis-foot = Vous recevez ce message parce que vous êtes de celles et ceux que l’on prévient en cas de crise.
letter-crisis-alert-subject = Alerte : { $count } messages négatifs pour { $brand }
letter-crisis-alert = Les messages négatifs affluent pour { $brand }.
letter-crisis-alert-what = Lisez ce qui se dit : si c’est grave, ouvrez la cellule de crise, sinon classez l’alerte.
letter-crisis-opened-subject = Cellule de crise ouverte : { $name }
letter-crisis-opened = Une cellule de crise est ouverte pour { $brand } : { $name }. Gravité : { $level }.
letter-crisis-messages = { $count ->
    [0] Aucun message n’y est encore rassemblé.
    [one] Un message y est rassemblé.
   *[other] { $count } messages y sont rassemblés ; le plus répété :
  }
letter-crisis-level-subject = { $name } : gravité « { $level } »
letter-crisis-level = La gravité de la crise « { $name } » ({ $brand }) est maintenant : { $level }.
letter-crisis-in-role-subject = Votre rôle dans la crise : { $name }
letter-crisis-in-role = Un rôle vous est confié dans la crise « { $name } » ({ $brand }).
letter-crisis-ended-subject = Crise levée : { $name }
letter-crisis-ended = La crise « { $name } » ({ $brand }) est levée. Le retour d’expérience est à lire et à compléter.
letter-crisis-rehearsal-subject = [EXERCICE] { $name }
letter-crisis-rehearsal = Ceci est un exercice : rien de tout cela n’est réel.

activity-crisis-alert-raised = Alerte : rafale de messages négatifs
activity-crisis-alert-closed = Alerte classée
activity-crisis-alert-taken-up = Alerte devenue une crise
activity-crisis-opened = Cellule de crise ouverte
activity-crisis-level-changed = Gravité de la crise changée
activity-crisis-decided = Décision de crise
activity-crisis-noted = Note de crise
activity-crisis-words-changed = Mots de la crise changés
activity-crisis-messages-left-out = Messages écartés de la crise
activity-crisis-messages-answered = Réponse aux messages de la crise
activity-crisis-role-given = Rôle de crise confié
activity-crisis-role-taken = Rôle de crise retiré
activity-crisis-task-added = Chose à faire ajoutée à la crise
activity-crisis-task-ticked = Chose à faire cochée
activity-crisis-statement-posted = Message d’attente publié
activity-crisis-post-reviewed = Publication relue avant la levée
activity-crisis-ended = Crise levée
activity-crisis-lessons-written = Enseignements de crise écrits
activity-crisis-follow-up-added = Suite de crise ajoutée
activity-crisis-follow-up-ticked = Suite de crise cochée
activity-crisis-rehearsal-removed = Exercice de crise effacé
activity-crisis-setting-changed = Réglages de crise changés
activity-holding-statement-written = Message d’attente écrit
activity-holding-statement-changed = Message d’attente modifié
activity-holding-statement-approved = Message d’attente approuvé
activity-holding-statement-removed = Message d’attente retiré
activity-publication-let-through = Envoi laissé passer malgré la crise
notification-crisis-alert = Les messages négatifs affluent
notification-crisis-opened = Une cellule de crise est ouverte
notification-crisis-level = La gravité de la crise a changé
notification-crisis-in-role = Un rôle vous est confié dans une crise
notification-crisis-ended = La crise est levée
checks-saw-crisis = Une crise est en cours depuis le { $when } ({ $reason }) : les publications sont retenues.
checks-crisis-way = Elle sera retenue à son heure et relue à la levée de la crise.
checks-crisis-room = Voir la cellule de crise
inbox-filter-crisis = Messages de la crise
