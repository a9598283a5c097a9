# Suggestions et réclamations.
shell-room-feedback = Suggestions
feedback-title = Suggestions et réclamations
feedback-lead = Ce que les gens proposent et ce dont ils se plaignent, jusqu’à ce qu’on leur ait répondu.
feedback-none-yet = Rien n’est encore classé
feedback-none-yet-lead = Créez une catégorie et dites qui s’en occupe. Depuis une conversation, un geste suffit ensuite pour y classer une suggestion ou une réclamation ; Parvis peut aussi les proposer.
feedback-none = Rien n’est en cours
feedback-none-lead = Tout ce qui était classé a reçu sa réponse.
feedback-none-found = Rien ne correspond
feedback-none-found-lead = Élargissez les filtres.
feedback-sheet = Télécharger (CSV)
feedback-categories = Catégories
feedback-categories-lead = Chacune dit ce qu’elle reçoit, qui s’en occupe et ce qu’on dit aux personnes.
feedback-categories-none = Aucune catégorie
feedback-categories-none-lead = Par exemple « Livraison », « Magasin », « Idées de produits ».
feedback-category-add = Créer une catégorie
feedback-category-new = Nouvelle catégorie
feedback-category-keep = Enregistrer
feedback-category-kept = Catégorie « { $name } » enregistrée.
feedback-category-remove = Supprimer cette catégorie
feedback-category-remove-hint = Ce qui y est classé reste, avec son parcours.
feedback-category-removed = Catégorie « { $name } » supprimée.
feedback-name = Nom
feedback-takes = Ce qu’elle reçoit
feedback-takes-suggestion = Les suggestions
feedback-takes-complaint = Les réclamations
feedback-takes-both = Les deux
feedback-owner = Qui s’en occupe
feedback-days-field = Délai prévu, en jours
feedback-days = { $count ->
    [one] un jour prévu
   *[other] { $count } jours prévus
}
feedback-how = Comment on y arrive
feedback-terms = Mots qui y mènent
feedback-terms-hint = Un par ligne ; * remplace une fin de mot. Sans aucun mot, tout ce qui se lit comme une suggestion ou une réclamation convient.
feedback-filing = Classement
feedback-filing-by_hand = À la main
feedback-filing-by_hand-hint = L’équipe classe depuis les conversations.
feedback-filing-proposed = Proposé
feedback-filing-proposed-hint = Parvis propose ; quelqu’un accepte ou non.
feedback-filing-automatic = Automatique
feedback-filing-automatic-hint = Parvis classe ce qui convient, dès l’arrivée.
feedback-filing-short-by_hand = à la main
feedback-filing-short-proposed = proposé
feedback-filing-short-automatic = automatique
feedback-words = Ce qu’on dit aux personnes
feedback-words-lead = À chaque étape, une seule fois, dans la langue de la personne. {"{prénom}"}, {"{nom}"}, {"{marque}"}, {"{moi}"} et {"{motif}"} se remplissent d’eux-mêmes. Une étape sans texte n’envoie rien.
feedback-telling = Envoi
feedback-telling-draft = En brouillon
feedback-telling-draft-hint = Quelqu’un relit avant d’envoyer.
feedback-telling-send = Tout de suite
feedback-telling-send-hint = Le texte part dès que l’étape change.
feedback-telling-short-draft = en brouillon
feedback-telling-short-send = envoyé
feedback-in-french = En français
feedback-in-english = En anglais
feedback-first-received = Bonjour {"{prénom}"}, merci de nous l’avoir dit. Nous regardons cela et revenons vers vous.
feedback-first-in_progress = Bonjour {"{prénom}"}, nous nous en occupons.
feedback-first-done = Bonjour {"{prénom}"}, c’est fait. {"{motif}"}
feedback-first-declined = Bonjour {"{prénom}"}, nous ne pourrons pas donner suite : {"{motif}"} Merci de nous avoir écrit.
feedback-bad-name = Donnez un nom de 80 caractères au plus.
feedback-bad-days = De 1 à 365 jours.
feedback-bad-owner = Choisissez une personne de l’équipe.
feedback-too-many = La marque a déjà cent catégories.
feedback-too-long = Un texte est trop long : 2 000 caractères au plus.
feedback-unknown-blank = Rien ne remplit { $name }.
feedback-by-state = Étape
feedback-by-category = Catégorie
feedback-by-kind = Nature
feedback-by-owner = Qui s’en occupe
feedback-only-sleeping = En retard seulement
feedback-state-open = Ouvertes
feedback-state-all = Toutes
feedback-state-proposed = Proposée
feedback-state-received = Reçue
feedback-state-in_progress = En cours
feedback-state-done = Faite
feedback-state-declined = Sans suite
feedback-state-dismissed = Écartée
feedback-kind-suggestion = Suggestion
feedback-kind-complaint = Réclamation
feedback-one-suggestion = Suggestion, { $category }
feedback-one-complaint = Réclamation, { $category }
feedback-looked-after = suivie par { $name }
feedback-people = { $count ->
    [one] une personne
   *[other] { $count } personnes
}
feedback-sleeps = En retard
feedback-due = prévue pour { $when }
feedback-reason-said = Motif :
feedback-next = Et maintenant
feedback-reason = Ce qui a été fait, ou pourquoi non
feedback-reason-hint = Ces mots remplacent {"{motif}"} dans ce qu’on dit aux personnes.
feedback-reason-missing = Dites pourquoi il n’y aura pas de suite.
feedback-to-received = Accepter
feedback-to-in_progress = Commencer à traiter
feedback-to-done = C’est fait
feedback-to-declined = Sans suite
feedback-to-dismissed = Écarter
feedback-to-proposed = Proposer
feedback-tells = Les personnes sont prévenues une seule fois, comme le prévoit la catégorie.
feedback-moved = Étape changée.
feedback-recategorised = Catégorie changée.
feedback-merged = Réunies : tout le monde sera prévenu.
feedback-sent = Message envoyé au réseau.
feedback-dropped = Brouillon écarté.
feedback-filed = Classé dans « { $name } ».
feedback-filed-already = Ce message est déjà classé ici.
feedback-dismissed = Proposition écartée.
feedback-drafts = { $count ->
    [one] Un message à relire
   *[other] { $count } messages à relire
}
feedback-draft-to = Message pour { $name }
feedback-because-chosen = La catégorie demande une relecture avant l’envoi.
feedback-because-too_long = Le texte est plus long que ce que le réseau accepte : raccourcissez-le.
feedback-because-no_channel = Il n’a pas pu partir par ce compte.
feedback-because-old = Le message de la personne est ancien : voyez s’il est encore temps de répondre.
feedback-send = Envoyer
feedback-drop = Ne pas envoyer
feedback-not-sendable = Le réseau ne le prendrait pas : raccourcissez le texte, ou voyez si ce compte fonctionne encore.
feedback-see = Voir la conversation
feedback-sources = { $count ->
    [one] Une personne l’a dit
   *[other] { $count } personnes l’ont dit
}
feedback-was-told = prévenue ({ $step }) { $when }
feedback-course = Parcours
feedback-happened-filed = Classée dans « { $name } »
feedback-happened-proposed = Proposée dans « { $name } »
feedback-happened-joined = Réunie avec « { $name } »
feedback-happened-merged = Rejoint « { $name } »
feedback-happened-category = Passée dans « { $name } »
feedback-happened-reminded = Rappel envoyé à qui s’en occupe
feedback-order = Ranger autrement
feedback-recategorise = Changer de catégorie
feedback-same-as = La même que
feedback-same-hint = Les personnes de l’autre rejoignent celle-ci et seront prévenues avec les siennes.
feedback-merge = Réunir
feedback-file = Classer en suggestion ou réclamation
feedback-agree = Classer
feedback-dismiss = Écarter
activity-feedback-filed = Suggestion ou réclamation classée
activity-feedback-proposed = Suggestion ou réclamation proposée
activity-feedback-moved = Suggestion ou réclamation avancée
activity-feedback-merged = Suggestions ou réclamations réunies
activity-feedback-recategorised = Suggestion ou réclamation rangée ailleurs
activity-feedback_category-added = Catégorie de suggestions créée
activity-feedback_category-changed = Catégorie de suggestions modifiée
activity-feedback_category-removed = Catégorie de suggestions supprimée
notification-feedback-filed = Une suggestion ou une réclamation vous attend
notification-feedback-sleeps = Une suggestion ou une réclamation est en retard
letter-feedback-sleeps-subject = En retard : { $category }
letter-feedback-sleeps = Ce qui suit attend dans « { $category } » de { $brand }. C’était prévu pour { $when }.
letter-feedback-sleeps-button = Voir et avancer
letter-feedback-month-subject = Suggestions et réclamations, { $month }
letter-feedback-month = Voici ce que { $month } a apporté à { $brand } dans les catégories que vous suivez.
letter-feedback-category = { $name } : { $came } reçues, { $done } faites, { $declined } sans suite ; { $open } ouvertes en fin de mois, dont { $sleeping } en retard.
letter-feedback-days = La moitié de celles qui se sont terminées a pris { $count ->
    [0] moins d’un jour
    [one] un jour au plus
   *[other] { $count } jours au plus
}.
letter-feedback-nothing = Rien n’y a été classé.
letter-feedback-coverage = Dans toute la marque, { $read } messages du mois se lisaient comme une suggestion ou une réclamation ; { $filed } sont classés. Parvis peut se tromper en lisant.
letter-feedback-oldest = La plus ancienne encore ouverte est là depuis { $when } :
letter-feedback-month-button = Voir celles que je suis
letter-feedback-foot = Vous recevez ce courriel parce que vous suivez une catégorie de suggestions et réclamations.
api-room-feedback = Suggestions et réclamations
api-op-feedback-list = Les suggestions et réclamations
api-op-feedback-one = Une suggestion ou une réclamation
api-op-feedback-file = Classer un message en suggestion ou réclamation
api-op-feedback-advance = Faire avancer une suggestion ou une réclamation
api-op-feedback-categories = Les catégories
