# Les échanges avec les gens.
inbox-title = { $count ->
    [0] Personne n’attend de réponse
    [one] Une personne attend une réponse
   *[other] { $count } personnes attendent une réponse
}
inbox-title-many = Plus de { $count } personnes attendent une réponse
inbox-conversations = Conversations
inbox-tabs = Parties de la boîte
inbox-tab-waiting = À répondre
inbox-tab-open = Ouvertes
inbox-tab-resolved = Résolues
inbox-tab-reactions = Réactions
inbox-channel = Compte
inbox-every-channel = Tous les comptes
inbox-filter = Afficher
inbox-none-waiting = Tout le monde a sa réponse
inbox-none-waiting-lead = Ce que les gens écrivent sur vos comptes arrivera ici.
inbox-none-open = Aucune conversation ouverte
inbox-none-open-lead = Les réponses, les mentions et les messages privés arrivent ici dès que vos comptes sont reliés.
inbox-none-resolved = Rien de résolu pour l’instant
inbox-none-resolved-lead = Une conversation que vous marquez comme résolue se range ici, et revient d’elle-même si la personne réécrit.
inbox-none-reactions = Aucune réaction pour l’instant
inbox-none-reactions-lead = Les mentions J’aime, les partages et les nouveaux abonnés se retrouvent ici. Ils n’attendent pas de réponse.
inbox-detail = Conversation
inbox-choose = Choisissez une conversation
inbox-choose-lead = Elle s’ouvrira ici. Avec le clavier : j et k pour aller de l’une à l’autre, r pour répondre, e quand c’est résolu.
inbox-someone = Une personne
inbox-and-others = { $count ->
    [one] { $name } et une autre personne
   *[other] { $name } et { $count } autres
}
inbox-waits = attend une réponse
inbox-with = Conversation avec { $name }
inbox-back = Revenir à la liste
inbox-kind-reply = répond à une publication
inbox-kind-mention = vous mentionne
inbox-kind-quote = cite une publication
inbox-kind-direct = message privé
inbox-kind-reactions = réactions à une publication
inbox-kind-follows = nouveaux abonnés
inbox-resolve = Résolue
inbox-reopen = Rouvrir
inbox-resolved = Conversation résolue.
inbox-reopened = Conversation rouverte.
inbox-was-resolved = Marquée comme résolue { $when }
inbox-older = Les messages plus anciens sont sur le réseau.
inbox-about-unknown = La publication dont il est question
inbox-about-ours = Votre publication
inbox-about-theirs = Voir sur le réseau
inbox-did-like = { $name } aime
inbox-did-share = { $name } a partagé
inbox-did-follow = { $name } suit le compte
inbox-at-the-network = Depuis le réseau
inbox-picture = Image jointe
inbox-see-why = Voir pourquoi
inbox-open-at = Voir sur { $network }
inbox-reply = Répondre
inbox-reply-to = Répondre à { $name } sur { $network }
inbox-as = Au nom de { $brand }
inbox-count = { $used } sur { $most }
inbox-answered = La réponse part.
inbox-answered-by-hand = À publier à la main : copiez la réponse, publiez-la, puis dites-le ici.
inbox-reply-empty = Écrivez votre réponse.
inbox-reply-too-long = Votre réponse dépasse de { $over ->
    [one] { $over } caractère
   *[other] { $over } caractères
} ce que le réseau accepte. Raccourcissez-la.
inbox-reply-too-many-pictures = Il y a plus d’images que le réseau n’en accepte.
inbox-reply-channel-gone = Ce compte a été retiré : on ne peut plus y répondre.
inbox-reply-nothing = Il n’y a pas de message auquel répondre ici.
inbox-reply-meanwhile = Quelqu’un a répondu entre-temps : lisez sa réponse avant d’envoyer la vôtre.
inbox-tab-pending = En attente
inbox-tab-snoozed = De côté
inbox-tab-all = Toutes
inbox-none-pending = Vous n’attendez rien de personne
inbox-none-pending-lead = Une conversation où vous avez posé une question peut se ranger ici : elle revient dès que la personne répond.
inbox-none-snoozed = Rien n’est mis de côté
inbox-none-snoozed-lead = Une conversation mise de côté revient d’elle-même à l’heure dite, ou dès que la personne écrit.
inbox-none-all = Aucune conversation pour l’instant
inbox-none-all-lead = Les réponses, les mentions et les messages privés arrivent ici dès que vos comptes sont reliés.
inbox-none-found = Rien ne correspond
inbox-none-found-lead = Essayez d’autres mots, ou élargissez les filtres.
inbox-none-yet = Rien parmi les conversations les plus récentes
inbox-none-yet-lead = Continuez pour chercher dans les plus anciennes.
inbox-search = Chercher dans les messages
inbox-search-go = Chercher
inbox-narrow = Filtres
inbox-narrowed = { $count ->
    [one] un filtre
   *[other] { $count } filtres
}
inbox-narrow-none = Tout enlever
inbox-any = Peu importe
inbox-kind = Nature
inbox-kind-short-reply = Réponses à vos publications
inbox-kind-short-mention = Mentions
inbox-kind-short-quote = Citations
inbox-kind-short-direct = Messages privés
inbox-assignee = À qui
inbox-me = À moi
inbox-nobody = À personne
inbox-label = Étiquette
inbox-priority = Priorité
inbox-priority-low = Basse
inbox-priority-normal = Normale
inbox-priority-high = Haute
inbox-priority-urgent = Urgente
inbox-language = Langue
inbox-language-fr = Français
inbox-language-en = Anglais
inbox-from = Depuis le
inbox-to = Jusqu’au
inbox-only-unread = Non lues seulement
inbox-unread = non lue
inbox-check = Cocher la conversation avec { $name }
inbox-owner = Confiée à { $name }
inbox-state-open = ouverte
inbox-state-pending = en attente de la personne
inbox-state-snoozed = mise de côté
inbox-state-resolved = résolue
inbox-state-merged = réunie à une autre
inbox-back-on = Revient { $when }
inbox-views = Listes gardées
inbox-view-shared = Partagée :
inbox-view-forget = Retirer la liste { $name }
inbox-view-keep = Garder cette liste
inbox-view-name = Nom de la liste
inbox-view-share = La partager avec l’équipe
inbox-view-save = Garder
inbox-view-kept = Liste gardée.
inbox-view-forgotten = Liste retirée.
inbox-view-bad-name = Donnez à la liste un nom de 60 caractères au plus.
inbox-view-too-many = Vous gardez déjà 50 listes : retirez-en une d’abord.
inbox-bulk = Conversations cochées
inbox-bulk-none = Cochez d’abord des conversations.
inbox-bulk-done = { $count ->
    [one] Une conversation changée.
   *[other] { $count } conversations changées.
}
inbox-undone = C’est annulé.
inbox-more = Plus
inbox-assign = Confier
inbox-assign-to = Confier à
inbox-assigned = C’est noté.
inbox-priority-set = Changer
inbox-prioritised = Priorité changée.
inbox-labels = Étiquettes
inbox-labels-save = Enregistrer
inbox-labels-manage = Gérer les étiquettes
inbox-labelled = Étiquettes changées.
inbox-label-put = Étiqueter
inbox-to-pending = En attente de la personne
inbox-pending = La conversation attend la personne.
inbox-mark-read = Marquer comme lues
inbox-mark-unread = Marquer comme non lue
inbox-marked-unread = Marquée comme non lue.
inbox-snooze = Mettre de côté
inbox-snooze-until = Jusqu’à quand
inbox-snooze-later = Dans trois heures
inbox-snooze-tomorrow = Demain à 9 h
inbox-snooze-next-week = Lundi prochain à 9 h
inbox-snooze-at = À une autre heure
inbox-snooze-past = Choisissez une heure à venir.
inbox-snoozed = Mise de côté. Elle revient { $when }.
inbox-became-resolved = { $by } l’a marquée comme résolue
inbox-became-pending = { $by } attend une réponse de la personne
inbox-became-snoozed = { $by } l’a mise de côté
inbox-became-merged = { $by } l’a réunie à une autre
inbox-became-open-said = { $by } l’a rouverte
inbox-became-open-new-message = Rouverte par un nouveau message
inbox-became-open-reply-failed = Rouverte : la réponse n’a pas pu partir
inbox-became-open-snooze-ended = De retour à l’heure dite
inbox-became-open-merged = Rouverte par celle qui s’y est ajoutée
inbox-became-open-split = { $by } l’a séparée
inbox-became-someones = { $by } l’a confiée à { $name }
inbox-became-nobodys = { $by } l’a rendue à tout le monde
inbox-became-urgent = { $by } a changé la priorité : { $priority }
inbox-note = Note interne
inbox-note-lead = Entre collègues, jamais envoyée
inbox-note-field = Une note pour vos collègues, avec @ pour en prévenir un
inbox-note-add = Ajouter la note
inbox-note-remove = Retirer
inbox-note-empty = Écrivez votre note.
inbox-note-too-long = Une note a 4 000 caractères au plus.
inbox-noted = Note ajoutée.
inbox-note-removed = Note retirée.
inbox-write = Répondre ou noter
inbox-private = Message privé
inbox-reply-is-private = Seule la personne lira votre réponse.
inbox-reply-privately = Répondre en privé
inbox-reply-never-privately = Réponse publique : { $network } ne permet pas ici d’y répondre en privé.
inbox-reply-not-privately = Ce réseau ne permet pas de répondre en privé à ce message.
inbox-reply-resolve = Répondre et résoudre
inbox-reply-pictures = Joindre des images
inbox-reply-file = Images
inbox-reply-alt = Ce qu’elles montrent
inbox-meanwhile = { $name } a répondu entre-temps
inbox-others-there = { $count ->
    [one] { $name } lit aussi cette conversation
   *[other] { $name } lisent aussi cette conversation
}
inbox-others-writing = { $count ->
    [one] { $name } est en train d’écrire une réponse
   *[other] { $name } sont en train d’écrire une réponse
}
inbox-message-acts = Agir sur ce message
inbox-act-like = Aimer
inbox-act-unlike = Ne plus aimer
inbox-act-hide = Masquer sous la publication
inbox-act-unhide = Afficher de nouveau
inbox-act-delete = Supprimer du réseau
inbox-act-no-hide = { $network } ne permet pas de masquer ce message.
inbox-act-like-asked = sera aimé
inbox-act-like-done = aimé
inbox-act-unlike-asked = ne sera plus aimé
inbox-act-hide-asked = sera masqué
inbox-act-hide-done = masqué sous la publication
inbox-act-unhide-asked = sera affiché de nouveau
inbox-act-delete-asked = sera supprimé du réseau
inbox-act-delete-done = supprimé du réseau
inbox-act-like-failed = N’a pas pu être aimé :
inbox-act-unlike-failed = La mention J’aime n’a pas pu être retirée :
inbox-act-hide-failed = N’a pas pu être masqué :
inbox-act-unhide-failed = N’a pas pu être affiché :
inbox-act-delete-failed = N’a pas pu être supprimé :
inbox-act-because-unreachable = le réseau ne répond pas. Réessayez plus tard.
inbox-act-because-rate-limited = le réseau demande d’attendre. Réessayez plus tard.
inbox-act-because-reauthorize = le compte est à relier de nouveau.
inbox-act-because-rejected = le réseau l’a refusé.
inbox-act-because-unsupported = le réseau ne le permet pas.
inbox-asked-like = Demandé au réseau : aimer ce message.
inbox-asked-unlike = Demandé au réseau : ne plus aimer ce message.
inbox-asked-hide = Demandé au réseau : masquer ce message.
inbox-asked-unhide = Demandé au réseau : afficher ce message.
inbox-asked-delete = Demandé au réseau : supprimer ce message.
inbox-merge = Réunir avec
inbox-merged = Conversations réunies.
inbox-unmerge = Séparer la conversation réunie
inbox-unmerged = Conversations séparées.
inbox-merge-not-alike = Ces deux conversations ne peuvent pas être réunies.
inbox-split = Faire une conversation à partir d’ici
inbox-was-split = Conversation coupée en deux.
inbox-split-nothing-left = C’est le premier message : il ne resterait rien.
inbox-person = Cette personne
inbox-person-profile = Son profil sur { $network }
inbox-person-since = Connue depuis le
inbox-person-messages = Messages
inbox-person-count =
    { $count ->
        [one] un message
       *[other] { $count } messages
    } en { $conversations ->
        [one] une conversation
       *[other] { $conversations } conversations
    }
inbox-person-reactions = J’aime, partages, abonnements
inbox-person-others = Ses autres conversations
inbox-labels-lead = Les mots de la marque pour ranger ses conversations.
inbox-labels-none = Aucune étiquette pour l’instant
inbox-labels-none-lead = Par exemple « Commande », « Réclamation », « Presse ».
inbox-label-name = Nom
inbox-label-colour = Couleur
inbox-label-make = Créer l’étiquette
inbox-label-save = Enregistrer
inbox-label-remove = Supprimer
inbox-label-made = Étiquette créée.
inbox-label-changed = Étiquette modifiée.
inbox-label-removed = Étiquette supprimée.
inbox-label-bad-name = Donnez-lui un nom de 40 caractères au plus.
inbox-label-bad-colour = Choisissez une couleur.
inbox-label-taken = La marque a déjà cette étiquette.
inbox-label-too-many = Une marque a 200 étiquettes au plus.
inbox-ready = Réponses prêtes :
inbox-ready-others = Les autres
inbox-heard = Noter un message
inbox-heard-on = Noter la suite
inbox-kind-review = avis
inbox-kind-short-review = Avis
inbox-stars = { $stars } sur 5
inbox-heard-by-hand = noté à la main
inbox-by-hand = À publier à la main sur { $network }
inbox-by-hand-lead = Copiez la réponse, publiez-la sur { $network }, puis dites-le ici. Jusque-là, la personne attend.
inbox-by-hand-copy = Copier la réponse
inbox-by-hand-open = Ouvrir { $network }
inbox-by-hand-link = Lien de la réponse, si elle en a un
inbox-by-hand-done = C’est publié
inbox-by-hand-leave = Ne pas la publier
inbox-to-article = Faire un article de la dernière réponse
inbox-escalated = Expert
inbox-escalated-any = Chez un expert
inbox-escalated-late = Expert en retard
inbox-letter-returned = Non remis :
inbox-letter-quoted = Afficher ce que le message reprend
inbox-letter-files = Fichiers joints
inbox-letter-file = Fichier { $number }
inbox-letter-absence = Réponse automatique d’absence
inbox-letter-bounce = Avis de non-remise
inbox-letter-list = Liste de diffusion
inbox-letter-other = Envoi automatique
