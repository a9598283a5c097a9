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
inbox-none-resolved = Rien de résolu encore
inbox-none-resolved-lead = Une conversation que vous marquez comme résolue se range ici, et revient d’elle-même si la personne réécrit.
inbox-none-reactions = Aucune réaction encore
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
inbox-did-follow = { $name } s’est abonné au compte
inbox-at-the-network = Depuis le réseau
inbox-picture = Image jointe
inbox-see-why = Voir pourquoi
inbox-open-at = Voir sur { $network }
inbox-reply = Répondre
inbox-reply-to = Répondre à { $name } sur { $network }
inbox-as = Au nom de { $brand }
inbox-count = { $used } sur { $most }
inbox-answered = Réponse envoyée au réseau.
inbox-reply-empty = Écrivez votre réponse.
inbox-reply-too-long = Votre réponse dépasse de { $over } ce que le réseau accepte. Raccourcissez-la.
inbox-reply-too-many-pictures = Il y a plus d’images que le réseau n’en accepte.
inbox-reply-channel-gone = Ce compte a été retiré : on ne peut plus y répondre.
inbox-reply-nothing = Il n’y a pas de message auquel répondre ici.
inbox-reply-meanwhile = Quelqu’un a répondu entre-temps : lisez sa réponse avant d’envoyer la vôtre.
