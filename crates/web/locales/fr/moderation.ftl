# La modération : file, décisions, sanctions, réclamations, règles, règles de la maison, journal.

shell-room-moderation = Modération
shell-to-moderate = à décider
moderation-tabs = Pages de la modération
moderation-tab-queue = À décider
moderation-tab-rulings = Décisions
moderation-tab-sanctions = Sanctions
moderation-tab-complaints = Réclamations
moderation-tab-rules = Règles
moderation-tab-house-rules = Règles de la maison
moderation-tab-log = Journal
moderation-tab-year = L’année

moderation-title = { $count ->
    [0] Rien à décider
    [one] { $count } message à décider
   *[other] { $count } messages à décider
}
moderation-lead = Ce que les règles, le réseau ou l’équipe soumettent à un regard humain.
moderation-begin = Commencer
moderation-choose = Choisir
moderation-no-words = (sans texte)
moderation-none-chosen = Choisissez au moins un message.
moderation-decided-many = { $count ->
    [one] La décision est prise.
   *[other] { $count } décisions sont prises.
}
moderation-equal = { $count } messages semblables
moderation-together = Décider de plusieurs à la fois
moderation-together-lead = La même décision, sur les messages choisis dans la liste. Ce que le réseau ne permet pas est refusé, et rien n’est fait.
moderation-together-go = Décider des messages choisis
moderation-empty = Rien n’attend
moderation-empty-lead = Quand une règle ou une personne soumettra un message, il sera ici.
moderation-see-rules = Voir les règles
moderation-complaints-waiting = { $count ->
    [one] Une réclamation attend une réponse
   *[other] { $count } réclamations attendent une réponse
}
moderation-see-complaints = Voir les réclamations

moderation-because-rule = La règle « { $name } » demande un regard humain
moderation-because-cannot = Le réseau ne permet pas ce que voulait la règle « { $name } »
moderation-because-refused = Le réseau a refusé ce que voulait la règle « { $name } »
moderation-because-muted = La personne est mise en sourdine
moderation-because-person = Une personne de l’équipe l’a soumis
moderation-because-undone = La décision précédente a été annulée

moderation-case-title = Un message à décider
moderation-place = { $at } sur { $count }
moderation-previous = Message précédent
moderation-next = Message suivant
moderation-said = Ce qui est dit
moderation-said-by = { $name } (@{ $handle }) sur { $network }
moderation-read = Comment ce message est lu
moderation-runs = { $count ->
    [one] Ce qu’une règle a fait
   *[other] Ce que { $count } règles ont fait
}
moderation-around = Autour de ce message
moderation-open-conversation = Ouvrir la conversation
moderation-us = Nous
moderation-author = La personne
moderation-author-since = Connue depuis le { $when }, { $count ->
    [one] un message
   *[other] { $count } messages
}
moderation-author-nothing = Aucune décision à son sujet.
moderation-case-decided = Décidé { $when }
moderation-decide = Décider
moderation-decide-go = Décider
moderation-decide-keep = Garder
moderation-decide-keep-hint = Le message reste (touche O)
moderation-decide-hide = Masquer
moderation-decide-hide-hint = Sous notre publication (touche H)
moderation-decide-delete = Supprimer
moderation-decide-delete-hint = Pour de bon (touche D)
moderation-offers-no-delete = Ce réseau ne permet pas de supprimer ce message.
moderation-offers-no-hide = Ce réseau ne permet pas de masquer ce message.
moderation-offers-neither = Ce réseau ne permet ni de masquer ni de supprimer ce message : vous pouvez agir sur la personne, ou répondre.
moderation-keys = Au clavier : O garder, H masquer, D supprimer, V aperçu, E décider, N et P pour passer d’un message à l’autre ; Ctrl + Entrée depuis un champ.
moderation-preview = Voir l’exposé
moderation-preview-title = Ce que la personne lira
moderation-no-private = Ce réseau ne permet pas de réponse privée : remettez l’exposé des motifs par un lien, depuis la page de la décision.

moderation-field-decision = Le message
moderation-field-ground = Le motif
moderation-field-ground-hint = Une règle de la maison, ou la loi. Nécessaire dès que l’on masque, supprime ou sanctionne.
moderation-field-ground-words = Le motif en vos mots (pour un autre motif légal)
moderation-field-reason = Les faits
moderation-field-reason-hint = Ce qui est reproché, en une ou deux phrases : la personne les lira.
moderation-field-author = La personne
moderation-field-sanction = Sanction
moderation-field-days = Durée
moderation-field-resolves = Clore aussi la conversation
moderation-field-equal = { $count ->
    [one] Décider de même du message semblable
   *[other] Décider de même des { $count } messages semblables
}
moderation-field-tells = Envoyer l’exposé des motifs en message privé
moderation-ground-choose = Choisir un motif
moderation-ground-clause = Règle { $number } : { $title }
moderation-ground-clause-number = Règle { $number }
moderation-ground-none = Sans motif
moderation-no-ground = Choisissez un motif : une règle de la maison ou la loi.
moderation-no-decision = Choisissez ce que devient le message.
moderation-no-reason = Indiquez les faits : la personne a le droit de les connaître.
moderation-too-long = Ce texte est trop long.
moderation-not-offered = Le réseau ne permet pas cela sur ce message.
moderation-bad-sanction = Cette sanction n’est pas possible ici.
moderation-channel-gone = Le compte a été retiré.

moderation-law-insult = Injure publique (loi du 29 juillet 1881, articles 29 et 33)
moderation-law-insult-explained = Toute expression outrageante, terme de mépris ou invective qui ne renferme l’imputation d’aucun fait.
moderation-law-defamation = Diffamation (loi du 29 juillet 1881, articles 29 et 32)
moderation-law-defamation-explained = L’allégation d’un fait qui porte atteinte à l’honneur ou à la considération d’une personne.
moderation-law-hatred = Provocation à la haine ou à la violence (loi du 29 juillet 1881, article 24)
moderation-law-hatred-explained = Provoquer à la discrimination, à la haine ou à la violence envers des personnes à raison de ce qu’elles sont.
moderation-law-threat = Menace (code pénal, articles 222-17 et suivants)
moderation-law-threat-explained = Menacer de commettre un crime ou un délit contre quelqu’un.
moderation-law-harassment = Harcèlement (code pénal, article 222-33-2-2)
moderation-law-harassment-explained = Des propos répétés qui dégradent les conditions de vie de quelqu’un, même venus de plusieurs personnes.
moderation-law-privacy = Vie privée ou données personnelles (code pénal, articles 226-1 et 223-1-1)
moderation-law-privacy-explained = Révéler ce qui relève de la vie privée de quelqu’un, ou de quoi le retrouver et l’exposer.
moderation-law-fraud = Escroquerie (code pénal, article 313-1)
moderation-law-fraud-explained = Tromper quelqu’un pour obtenir de l’argent, un bien ou l’accès à quelque chose.
moderation-law-counterfeit = Contrefaçon (code de la propriété intellectuelle, articles L. 335-2 et L. 716-9)
moderation-law-counterfeit-explained = Reprendre sans droit une œuvre ou une marque.
moderation-law-other = Un autre motif légal, en vos mots

moderation-sanction-none = Aucune
moderation-sanction-warn = Avertissement
moderation-sanction-mute = Sourdine
moderation-sanction-ban = Exclusion
moderation-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
moderation-until = jusqu’à { $when }
moderation-no-end = sans fin
moderation-network-none = rien sur le réseau
moderation-network-asked = blocage demandé au réseau
moderation-network-blocked = bloquée sur le réseau
moderation-network-ending = déblocage demandé au réseau
moderation-network-ended = débloquée sur le réseau
moderation-network-cannot = le réseau ne bloque pas : ses messages sont masqués à l’arrivée
moderation-network-failed = le réseau a refusé de bloquer

moderation-rulings-title = Les décisions
moderation-rulings-lead = Ce qui a été décidé, par qui ou par quelle règle, et pourquoi.
moderation-rulings-none = Aucune décision
moderation-rulings-none-lead = Chaque décision sera gardée ici avec son motif.
moderation-by-rule = Règle « { $name } »
moderation-decided-keep = Gardé
moderation-decided-hide = Masqué
moderation-decided-delete = Supprimé
moderation-undone = Annulée
moderation-reached-asked = Le réseau est sollicité
moderation-reached-done = Fait sur le réseau
moderation-reached-cannot = Le réseau ne le permet pas
moderation-reached-failed = Le réseau a refusé
moderation-complaint-open = Réclamation en attente
moderation-complaint-upheld = Décision maintenue
moderation-complaint-reversed = Décision annulée
moderation-complaint-is-open = Une réclamation attend une réponse
moderation-complaint-is-upheld = Réclamation : la décision a été maintenue
moderation-complaint-is-reversed = Réclamation : la décision a été annulée

moderation-ruling-title = Une décision
moderation-ruling-facts = Ce qui a été décidé
moderation-fact-author = Personne
moderation-fact-when = Quand
moderation-fact-by = Par
moderation-fact-ground = Motif
moderation-fact-reason = Faits
moderation-fact-network = Sur le réseau
moderation-fact-sanction = Sanction
moderation-was-undone = Décision annulée { $when }
moderation-statement = L’exposé des motifs
moderation-statement-whole = Lire l’exposé entier
moderation-told-sent = Envoyé
moderation-told-handed = Lien remis
moderation-told-not = Pas encore transmis
moderation-message-preview = Voir le message privé
moderation-send = Envoyer en message privé
moderation-sent = L’exposé des motifs part en message privé.
moderation-not-sent = L’envoi n’est pas possible ici : remettez le lien.
moderation-make-link = Obtenir un lien à remettre
moderation-link-made = Voici le lien à remettre à la personne
moderation-link-once = Il n’est montré qu’une fois. La personne lit l’exposé et peut réclamer, sans compte.
moderation-undo = Annuler cette décision
moderation-undo-lead = Ce qui était masqué est montré de nouveau où le réseau le permet, et la sanction est levée.
moderation-undo-deleted = Ce qui a été supprimé ne revient pas ; la sanction est levée, et l’annulation est notée.
moderation-undo-go = Annuler la décision
moderation-undone-said = La décision est annulée.
moderation-field-because = Pourquoi
moderation-field-reopens = Remettre le message dans la file
moderation-back-to-queue = À décider
moderation-see-ruling = Voir la décision

moderation-sanctions-title = { $count ->
    [0] Aucune sanction en cours
    [one] { $count } sanction en cours
   *[other] { $count } sanctions en cours
}
moderation-sanctions-lead = Avertir, mettre en sourdine, exclure : toujours avec un motif, et une fin quand on le peut.
moderation-sanctions-none = Personne n’est sanctionné
moderation-sanctions-none-lead = Une sanction se prend depuis un message à décider.
moderation-sanction-lifted = Levée
moderation-sanction-over = Terminée
moderation-lift = Lever
moderation-lift-go = Lever la sanction
moderation-lifted = La sanction est levée.

moderation-complaints-title = { $count ->
    [0] Aucune réclamation en attente
    [one] { $count } réclamation en attente
   *[other] { $count } réclamations en attente
}
moderation-complaints-lead = Ce que les personnes opposent à une décision. Une personne qui ne l’a pas prise répond.
moderation-complaints-none = Aucune réclamation
moderation-complaints-none-lead = Chaque exposé des motifs porte un lien pour réclamer, valable six mois.
moderation-complaint-title = Réclamation de @{ $handle }
moderation-complaint-words = Ce que dit la personne
moderation-complaint-against = La décision
moderation-complaint-answer = La réponse
moderation-answer = Répondre
moderation-answer-go = Répondre
moderation-field-outcome = L’issue
moderation-outcome-upheld = Maintenir
moderation-outcome-upheld-hint = La décision tient (touche U)
moderation-outcome-reversed = Annuler
moderation-outcome-reversed-hint = Le message revient où le réseau le permet, la sanction est levée (touche R)
moderation-field-answer = La réponse
moderation-field-answer-hint = La personne la lira sur la page de son exposé.
moderation-answered = La réponse est donnée : la personne la lit par son lien.
moderation-answered-sent = La réponse est donnée, et la personne est prévenue en message privé.
moderation-complaint-empty = Écrivez quelques mots.
moderation-complaint-same-person = Une autre personne doit répondre : vous avez pris cette décision.
moderation-complaint-answered = Une réponse a déjà été donnée.

moderation-rules-title = Les règles
moderation-rules-lead = Essayées dans l’ordre sur chaque message qui arrive. Plusieurs peuvent s’appliquer.
moderation-rules-read-only = Les règles sont écrites par les responsables de la marque.
moderation-rules-none = Aucune règle
moderation-rules-none-lead = Une règle reconnaît un message et agit : étiqueter, confier, masquer, demander un regard humain.
moderation-rule-new = Nouvelle règle
moderation-is-on = Active
moderation-is-off = Arrêtée
moderation-turn-on = Activer
moderation-turn-off = Arrêter
moderation-change = Modifier
moderation-earlier = Monter
moderation-later = Descendre
moderation-rule-on = La règle « { $name } » est active.
moderation-rule-off = La règle « { $name } » est arrêtée.
moderation-rule-removed = La règle est supprimée.
moderation-rule-back = La règle est rétablie, mais arrêtée.
moderation-rule-saved = La règle est enregistrée.
moderation-rule-save = Enregistrer la règle
moderation-rule-remove = Supprimer la règle
moderation-rule-remove-lead = Ce qu’elle a fait reste noté.
moderation-joined-all = Si tout ceci est vrai
moderation-joined-any = Si l’une de ces choses est vraie
moderation-then = Alors
moderation-if = Si
moderation-if-lead = Ce qui reste vide ne compte pas.
moderation-stops = Ne pas essayer les règles suivantes
moderation-none = Rien
moderation-gone = (n’existe plus)
moderation-did-count = { $count ->
    [0] Jamais appliquée
    [one] Appliquée à un message
   *[other] Appliquée à { $count } messages
}
moderation-overturned-count = { $count ->
    [one] désavouée une fois
   *[other] désavouée { $count } fois
}
moderation-overturned = Désavouée
moderation-see-report = Ce qu’elle a fait
moderation-try-first = Cette règle est arrêtée : essayez-la sur les messages passés avant de l’activer.

moderation-report-title = Ce qu’a fait « { $name } »
moderation-report-none = Rien pour l’instant
moderation-report-none-lead = Chaque message auquel elle s’applique sera ici, avec ce qui a compté.
moderation-report-messages = Messages
moderation-report-overturned = Désavouée par l’équipe
moderation-report-waiting = Encore à décider
moderation-report-first = Première fois
moderation-report-last = Dernière fois
moderation-report-how = Désavouée : une personne a gardé ce que la règle soumettait, ou annulé ce qu’elle avait décidé. Les cent derniers messages.

moderation-trial-title = Essai sur le passé
moderation-trial-lead = Ce que les règles auraient fait. Rien n’est changé.
moderation-trial-running = En cours : { $count ->
    [one] un message relu
   *[other] { $count } messages relus
}, { $touched ->
    [one] un concerné
   *[other] { $touched } concernés
}.
moderation-trial-done = { $count ->
    [one] Un message relu
   *[other] { $count } messages relus
} depuis le { $when }, { $touched ->
    [0] aucun concerné
    [one] un concerné
   *[other] { $touched } concernés
}.
moderation-trial-refresh = Actualiser
moderation-trial-nothing = Aucun message à relire
moderation-trial-nothing-lead = Rien n’est arrivé pendant cette période.
moderation-try-one = Essayer cette règle
moderation-try-all = Essayer toutes les règles
moderation-try-lead = Relit les messages déjà reçus, les plus récents d’abord, et montre ce qui aurait été fait. Rien n’est changé.
moderation-try-days = Sur
moderation-try-most = Messages au plus
moderation-try-go = Essayer
moderation-try-count = { $count ->
    [0] aucun message
    [one] { $count } message
   *[other] { $count } messages
}
moderation-try-would = Aurait fait : { $what }

moderation-why-with = { $what } : { $found }
moderation-why-with-sure = { $what } : { $found } ({ $score })
moderation-why-not = Pas : { $what }
moderation-sure = sûr à { $count } %
moderation-why-words = Mots
moderation-why-pattern = Expression régulière
moderation-why-links = Liens
moderation-why-language = Langue
moderation-why-feeling = Humeur
moderation-why-feeling-negative = Mécontentement
moderation-why-feeling-neutral = Ton neutre
moderation-why-feeling-positive = Contentement
moderation-why-harm = Insulte, haine, menace
moderation-why-harm-swearing = Gros mots
moderation-why-harm-insult = Insulte
moderation-why-harm-hate = Propos haineux
moderation-why-harm-threat = Menace
moderation-why-spam = Indésirable
moderation-why-first-message = Premier message de cette personne
moderation-why-rulings = Décisions passées contre cette personne
moderation-why-regular = Personne habituée
moderation-why-flood = Messages dans l’heure
moderation-why-channel = Compte
moderation-why-kind = Nature du message
moderation-why-time = Heure
moderation-language-fr = français
moderation-language-en = anglais
moderation-language-other = autre langue
moderation-harm-insult = Insulte
moderation-harm-hate = Propos haineux
moderation-harm-threat = Menace
moderation-harm-swearing = Gros mots
moderation-tone-any = Peu importe
moderation-tone-negative = Mécontentement
moderation-tone-neutral = Ton neutre
moderation-tone-positive = Contentement
moderation-kind-reply = Réponses
moderation-kind-mention = Mentions
moderation-kind-quote = Citations
moderation-kind-direct = Messages privés
moderation-kind-review = Avis
moderation-day-1 = lundi
moderation-day-2 = mardi
moderation-day-3 = mercredi
moderation-day-4 = jeudi
moderation-day-5 = vendredi
moderation-day-6 = samedi
moderation-day-7 = dimanche
moderation-hours = de { $from } à { $until }
moderation-regular-said = { $count } messages, depuis { $days } jours
moderation-links-none = Avec ou sans
moderation-links-any = Contient un lien
moderation-links-hosts = Contient un lien vers ces sites

moderation-field-name = Nom
moderation-field-joined = La règle s’applique
moderation-contrary = L’inverse : s’applique quand ce n’est pas le cas
moderation-field-words = Mots ou expressions
moderation-field-words-hint = Un par ligne ; accents et majuscules ne comptent pas. « * » en fin de mot remplace toute fin, « … » quelques mots.
moderation-field-pattern = Expression régulière
moderation-field-pattern-hint = Pour les habitués. Majuscules et minuscules se valent.
moderation-field-links = Liens
moderation-field-hosts = Sites
moderation-field-hosts-hint = Un par ligne : « bit.ly ». Leurs sous-domaines comptent aussi.
moderation-field-sure = Sûr à (en %) au moins
moderation-field-spam = Le message est indésirable
moderation-field-feeling = L’humeur est
moderation-author-conditions = La personne et son passé
moderation-field-first = Son tout premier message
moderation-field-rulings = Décisions contre elle, au moins
moderation-field-flood = Messages dans l’heure, au moins
moderation-field-regular = Habituée : messages déjà écrits, au moins
moderation-field-regular-days = et depuis (en jours)
moderation-field-regular-not = L’inverse : n’est pas une habituée
moderation-field-from = De
moderation-field-until = À
moderation-field-day = Ces jours-là (tous si rien n’est coché)
moderation-field-network = Sur le réseau
moderation-field-network-hint = Là où le réseau ne le permet pas, une personne est sollicitée.
moderation-field-reply = Répondre avec
moderation-field-reply-how = De cette façon
moderation-reply-draft = Préparer la réponse, à relire
moderation-reply-send = L’envoyer (une fois par jour et par personne)
moderation-because-title = Motif et faits
moderation-because-lead = Nécessaires pour masquer ou supprimer : la personne concernée les lira.
moderation-field-rule-tells = Envoyer l’exposé des motifs là où le réseau le permet

moderation-action-label = Étiqueter
moderation-action-assign = Confier à
moderation-action-priority = Priorité
moderation-action-hide = Masquer
moderation-action-delete = Supprimer
moderation-action-ask = Demander un regard humain
moderation-action-draft = Préparer une réponse
moderation-action-reply = Répondre
moderation-action-resolve = Clore la conversation
moderation-outcome-done = fait
moderation-outcome-asked = demandé
moderation-outcome-cannot = pas possible
moderation-outcome-already = déjà fait

moderation-pattern-empty = L’expression est vide.
moderation-pattern-too-large = L’expression est trop longue ou trop complexe.
moderation-pattern-unclosed = Ce qui s’ouvre au caractère { $at } n’est pas refermé.
moderation-pattern-unopened = Ce qui se ferme au caractère { $at } n’a pas été ouvert.
moderation-pattern-nothing-repeated = Il n’y a rien à répéter au caractère { $at }.
moderation-pattern-bad-repetition = Le nombre de répétitions est faux au caractère { $at }.
moderation-pattern-bad-escape = La barre oblique inverse n’a pas de sens au caractère { $at }.
moderation-pattern-not-offered = Regarder avant ou après, et renvoyer à un groupe, n’est pas possible (caractère { $at }).
moderation-pattern-bad-class = La classe ou l’intervalle est faux au caractère { $at }.
moderation-pattern-other = L’expression n’est pas comprise au caractère { $at }.

moderation-rule-bad-name = Donnez-lui un nom, de 80 caractères au plus.
moderation-rule-no-condition = Indiquez au moins une chose à reconnaître.
moderation-rule-no-action = Indiquez au moins une chose à faire.
moderation-rule-words = La liste ne contient aucun mot, ou en contient trop.
moderation-rule-host = « { $host } » n’est pas un nom de site : écrivez « exemple.fr ».
moderation-rule-sure = Le degré de certitude va de 1 à 100.
moderation-rule-number = Ce nombre n’est pas possible.
moderation-rule-time = Donnez deux heures différentes.
moderation-rule-no-ground = Masquer ou supprimer demande un motif, et les faits.
moderation-rule-too-many = Une marque a soixante règles au plus.
moderation-rule-unknown = La règle nomme quelque chose qui n’existe plus.

moderation-house-title = Règles de la maison
moderation-house-lead = Ce que l’on attend de chacun, en clauses numérotées que les décisions citent.
moderation-house-none = Aucune clause
moderation-house-none-lead = Écrivez ce que l’on attend de ceux qui prennent la parole : une décision doit pouvoir s’y référer.
moderation-house-who = Lecture publique
moderation-house-open = Tout le monde peut les lire
moderation-house-see = Voir la page publique
moderation-house-saved = C’est enregistré.
moderation-house-foot = Un message n’est retiré que pour un motif donné à son auteur, qui peut réclamer pendant six mois.
moderation-one-language = Une seule langue
moderation-clause-change = Modifier
moderation-clause-add = Ajouter la règle { $number }
moderation-clause-remove = Supprimer cette clause
moderation-clause-added = La clause est ajoutée.
moderation-clause-saved = La clause est enregistrée.
moderation-clause-removed = La clause est supprimée ; son numéro ne servira plus.
moderation-clause-back = La clause est rétablie.
moderation-clause-empty = Il faut un titre et un texte dans la même langue.
moderation-clause-too-long = Un titre a 120 caractères au plus, un texte 2 000.
moderation-clause-too-many = Une marque a deux cents clauses au plus.
moderation-save = Enregistrer
moderation-field-title-french = Titre en français
moderation-field-title-english = Titre en anglais
moderation-field-french = Texte en français
moderation-field-english = Texte en anglais
moderation-field-lead-french = Quelques mots d’entrée, en français
moderation-field-lead-english = Quelques mots d’entrée, en anglais

moderation-log-title = Journal de modération
moderation-log-lead = Tout ce qui a été fait, par qui ou par quelle règle, et pourquoi. Rien n’en est effacé.
moderation-log-none = Rien d’écrit
moderation-log-none-lead = Chaque geste de modération laissera une ligne ici.
moderation-log-what = Quoi
moderation-log-all = Tout
moderation-log-by = Qui
moderation-log-anyone = Tout le monde
moderation-log-rule = Règle
moderation-log-any-rule = Toutes
moderation-log-from = Du
moderation-log-until = Au
moderation-log-narrow = Filtrer
moderation-log-csv = Télécharger (CSV)
moderation-log-author = L’auteur du message
moderation-log-reason = Motif : { $reason }
moderation-log-detail = Avant et après
moderation-log-before = Avant :
moderation-log-after = Après :
moderation-log-kind-ruling = Décisions
moderation-log-kind-sanction = Sanctions
moderation-log-kind-statement = Exposés des motifs
moderation-log-kind-complaint = Réclamations
moderation-log-kind-case = File
moderation-log-kind-rule = Règles
moderation-log-kind-clause = Clauses
moderation-log-kind-house-rules = Règles de la maison
moderation-did-ruling-keep = Message gardé
moderation-did-ruling-hide = Message masqué
moderation-did-ruling-delete = Message supprimé
moderation-did-ruling-undone = Décision annulée
moderation-did-ruling-cannot = Le réseau ne permettait pas la décision
moderation-did-ruling-failed = Le réseau a refusé la décision
moderation-did-sanction-warn = Avertissement donné
moderation-did-sanction-mute = Mise en sourdine
moderation-did-sanction-ban = Exclusion
moderation-did-sanction-lifted = Sanction levée
moderation-did-sanction-ended = Sanction terminée
moderation-did-sanction-blocked = Personne bloquée sur le réseau
moderation-did-sanction-unblocked = Personne débloquée sur le réseau
moderation-did-sanction-cannot-block = Le réseau ne bloque pas
moderation-did-sanction-block-failed = Le réseau a refusé de bloquer
moderation-did-statement-sent = Exposé des motifs envoyé
moderation-did-statement-handed = Lien de l’exposé remis
moderation-did-complaint-made = Réclamation reçue
moderation-did-complaint-upheld = Réclamation : décision maintenue
moderation-did-complaint-reversed = Réclamation : décision annulée
moderation-did-case-opened = Message soumis à une personne
moderation-did-rule-added = Règle ajoutée
moderation-did-rule-changed = Règle modifiée
moderation-did-rule-turned-on = Règle activée
moderation-did-rule-turned-off = Règle arrêtée
moderation-did-rule-moved = Règle déplacée
moderation-did-rule-removed = Règle supprimée
moderation-did-rule-brought-back = Règle rétablie
moderation-did-rule-applied = Règle appliquée
moderation-did-clause-added = Clause ajoutée
moderation-did-clause-changed = Clause modifiée
moderation-did-clause-removed = Clause supprimée
moderation-did-clause-brought-back = Clause rétablie
moderation-did-house-rules-set = Accès aux règles de la maison changé

moderation-year-title = La modération en { $year }
moderation-year-lead = Des chiffres à publier tels quels : ce qui a été décidé, sur quel motif, par une machine ou non.
moderation-year-years = Années
moderation-year-messages = Messages reçus
moderation-year-kept = Soumis et gardés
moderation-year-restricted = Masqués, supprimés ou sanctionnés
moderation-year-told = Personnes prévenues
moderation-year-undone = Décisions annulées
moderation-year-sanctions = Sanctions
moderation-year-sanctions-said = { $warned ->
    [one] { $warned } avertissement
   *[other] { $warned } avertissements
}, { $muted ->
    [one] { $muted } sourdine
   *[other] { $muted } sourdines
}, { $banned ->
    [one] { $banned } exclusion
   *[other] { $banned } exclusions
}
moderation-year-complaints = Réclamations
moderation-year-complaints-said = { $count ->
    [one] { $count } reçue
   *[other] { $count } reçues
} : { $upheld ->
    [one] { $upheld } décision maintenue
   *[other] { $upheld } décisions maintenues
}, { $reversed ->
    [one] { $reversed } annulée
   *[other] { $reversed } annulées
}
moderation-year-answers = Réponse aux réclamations
moderation-year-hours = { $count ->
    [0] moins d’une heure, en médiane
    [one] une heure, en médiane
   *[other] { $count } heures, en médiane
}
moderation-year-grounds = Décisions par motif
moderation-year-ground = Motif
moderation-year-decision = Décision
moderation-year-automated = Par une règle seule
moderation-year-found = Par une personne, trouvé par une règle
moderation-year-people = Par une personne
moderation-year-total = Total
moderation-year-none = Aucune restriction cette année
moderation-year-none-lead = Les décisions qui masquent, suppriment ou sanctionnent seront comptées ici.
moderation-year-how = Comptés au jour de la décision, dans le fuseau de la marque ; les décisions annulées ensuite y restent, et sont aussi comptées à part.

moderation-so-decided = La décision
moderation-so-facts = Les faits
moderation-so-means = Moyens automatisés
moderation-so-ground = Le motif
moderation-so-redress = Vos recours
moderation-so-said = Il s’agit de votre message écrit { $when } sur { $network }.
moderation-so-hidden = Votre message a été masqué sous notre publication sur { $network }.
moderation-so-deleted = Votre message a été supprimé sur { $network }.
moderation-so-scope = Cela vaut partout où ce message était visible, sans limite de durée.
moderation-so-warned = Vous recevez un avertissement.
moderation-so-muted = Vos prochains messages seront relus avant toute réponse ({ $until }).
moderation-so-banned = Vous ne pouvez plus écrire à notre compte sur { $network } ({ $until }).
moderation-so-means-none = Une personne a trouvé ce message et a pris cette décision. Aucun moyen automatisé n’a été employé, et aucun signalement n’a été déposé par ce moyen.
moderation-so-means-found = Un moyen automatisé a repéré ce message ; une personne l’a lu et a pris la décision.
moderation-so-means-decided = Un moyen automatisé a repéré ce message et a appliqué la décision. Votre réclamation serait examinée par une personne.
moderation-so-clause = Ce message est contraire aux règles de la maison de { $brand }. { $ground }
moderation-so-quote = « { $said } »
moderation-so-law = Ce message nous paraît contraire à la loi : { $ground }.
moderation-so-redress-complaint = Vous pouvez réclamer ici, sans compte et sans frais, jusqu’à { $when }.
moderation-so-redress-person = Une personne examinera votre réclamation et vous répondra ; si l’équipe le permet, ce ne sera pas celle qui a décidé.
moderation-so-redress-body = Vous pouvez aussi saisir un organe de règlement extrajudiciaire des litiges certifié (règlement (UE) 2022/2065, article 21).
moderation-so-redress-court = Vous pouvez enfin saisir la justice.

moderation-message-hidden = { $brand } a masqué votre message du { $when }. Motif : { $ground }. Les raisons, et comment réclamer : { $link }
moderation-message-deleted = { $brand } a supprimé votre message du { $when }. Motif : { $ground }. Les raisons, et comment réclamer : { $link }
moderation-message-warned = Avertissement de { $brand }, pour votre message du { $when }. Motif : { $ground }. Les raisons, et comment réclamer : { $link }
moderation-message-muted = { $brand } relira vos messages avant de répondre. Motif : { $ground }. Les raisons, et comment réclamer : { $link }
moderation-message-banned = { $brand } ne vous laisse plus écrire à son compte. Motif : { $ground }. Les raisons, et comment réclamer : { $link }
moderation-message-kept = { $brand } a gardé votre message du { $when } : { $link }
moderation-message-upheld = { $brand } a examiné votre réclamation : la décision est maintenue. La réponse : { $link }
moderation-message-reversed = { $brand } a examiné votre réclamation : la décision est annulée. La réponse : { $link }

moderation-statement-title = Pourquoi cette décision
moderation-your-message = Votre message
moderation-complain = Réclamer
moderation-complain-lead = Dites en quoi cette décision vous paraît injuste. Une personne vous répondra sur cette page : gardez ce lien.
moderation-field-complaint = Votre réclamation
moderation-complain-go = Envoyer la réclamation
moderation-complaint-taken = Votre réclamation est reçue. La réponse sera sur cette page : gardez ce lien.
moderation-complaint-closed = Il n’est plus possible de réclamer contre cette décision.
moderation-yours = Votre réclamation, { $when }
moderation-yours-open = Votre réclamation attend une réponse
moderation-yours-upheld = Après examen, la décision est maintenue
moderation-yours-reversed = Après examen, la décision est annulée
moderation-undone-for-you = Cette décision a été annulée

moderation-ask = Soumettre à la modération
moderation-person-sanctions = Sanctions en cours
moderation-proposed = Une règle propose cette réponse : relisez-la avant de l’envoyer.

notification-moderation-waiting = Des messages attendent une décision de modération
notification-moderation-complaint = Une réclamation attend une réponse
activity-moderation_rule-added = Règle de modération ajoutée
activity-moderation_rule-changed = Règle de modération modifiée
activity-moderation_rule-turned_on = Règle de modération activée
activity-moderation_rule-turned_off = Règle de modération arrêtée
activity-moderation_rule-moved = Règle de modération déplacée
activity-moderation_rule-removed = Règle de modération supprimée
activity-moderation_rule-brought_back = Règle de modération rétablie
activity-house_rules-added = Règle de la maison ajoutée
activity-house_rules-changed = Règles de la maison modifiées
activity-house_rules-removed = Règle de la maison supprimée
activity-moderation-ruled = Décision de modération
activity-moderation-undone = Décision de modération annulée
activity-moderation-sanctioned = Sanction prise
activity-moderation-lifted = Sanction levée
activity-moderation-complained = Réclamation reçue
activity-moderation-complaint_answered = Réponse à une réclamation

api-room-moderation = Modération
api-op-moderation-rules = Les règles de modération, dans l’ordre
api-op-moderation-rule-add = Ajouter une règle
api-op-moderation-rule-change = Modifier une règle
api-op-moderation-rule-remove = Supprimer une règle
api-op-moderation-cases = Les messages à décider, les plus anciens d’abord
api-op-moderation-rule-on = Décider d’un message
api-op-moderation-rulings = Les décisions, les plus récentes d’abord
api-error-not-a-rule = Cela n’est pas possible dans une règle ou une décision.
