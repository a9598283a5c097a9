# L’accueil : que faire maintenant ?
home-title = { $count ->
    [0] Bonjour { $name }, tout est en ordre
    [one] Bonjour { $name }, une chose vous attend
   *[other] Bonjour { $name }, { $count } choses vous attendent
}
home-aside = En bref
home-todo = À faire
home-all-done = Rien ne vous attend : chacun a sa réponse, et ce qui devait partir est parti.
home-first = Commençons par relier un compte
home-first-lead = Bluesky, Mastodon, ou n’importe quel réseau tenu à la main : Parvis y publiera à l’heure dite et en rapportera les réponses.
home-connect = Relier un compte
home-write = Écrire
home-today = Aujourd’hui
home-week = Voir la semaine
home-nothing-today = Rien n’est prévu aujourd’hui.
home-since = Depuis hier
home-since-messages = Messages reçus
home-since-published = Publications parues
home-measures = Voir ce que vos publications ont apporté
home-drafts = Brouillons à finir
home-changed = Modifié { $when }
home-waits = { $name } attend une réponse, message reçu { $since }
home-answer = Répondre
home-more-waiting = { $count ->
    [one] Une autre personne attend une réponse
   *[other] { $count } autres personnes attendent une réponse
}
home-by-hand = À publier sur { $network } : « { $excerpt } »
home-by-hand-lead = Prévue { $when }. Le texte et les images sont prêts à copier.
home-cannot-tell = { $network } n’a pas confirmé « { $excerpt } »
home-cannot-tell-lead = Envoyée { $when }. Regardez si elle y est avant de la renvoyer.
home-failed = « { $excerpt } » n’est pas partie sur { $network }
home-failed-lead = Prévue { $when }. La raison et le remède sont sur sa page.
home-held = « { $excerpt } » est retenue pour { $network }
home-held-lead = Prévue { $when }. Elle attend votre accord.
home-in-doubt = « { $excerpt } » : { $network } n’a pas répondu
home-in-doubt-lead = Prévue { $when }. Parvis vérifie si elle y est.
home-publish = Publier
home-look = Vérifier
home-mend = Voir pourquoi
home-decide = Décider
home-refused = { $network } refuse l’accès
home-refused-lead = Rien ne peut y être envoyé ni lu tant que le compte n’est pas relié de nouveau.
home-no-words = Publication sans texte
home-welcome = Bienvenue, { $name }
home-review = { $count ->
    [one] Une publication à relire
   *[other] { $count } publications à relire
  }
home-review-lead = Rien ne part sans votre accord.
home-review-go = Relire
home-promised-late = { $count ->
    [one] { $count } réponse promise est en retard
   *[other] { $count } réponses promises sont en retard
  }
home-promised-risk = { $count ->
    [one] { $count } réponse promise arrive à échéance
   *[other] { $count } réponses promises arrivent à échéance
  }
home-promised-go = Voir les échéances
home-asked-review = { $count ->
    [one] Une question confiée revient vers vous
   *[other] { $count } questions confiées reviennent vers vous
}
home-asked-late = { $count ->
    [0] Aucune réponse d’expert en retard
    [one] Une réponse d’expert est en retard
   *[other] { $count } réponses d’experts sont en retard
}
home-asked-go = Voir
