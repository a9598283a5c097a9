# Campagnes : lancements, exclusivités et thèmes.
campaigns-title = Campagnes
campaigns-lead = Un lancement, une exclusivité, un thème : ce que vous préparez ensemble, ce qui part quand, et ce que cela a apporté.
campaigns-new = Nouvelle campagne
campaigns-none = Aucune campagne
campaigns-none-lead = Une campagne groupe les publications d’un lancement : ce qui l’annonce, le jour même, et ses suites. Elle vous propose un plan et compte ce qu’elle apporte.
campaigns-put-away = { $count ->
    [one] { $count } campagne rangée
   *[other] { $count } campagnes rangées
}
campaigns-no-posts = Aucune publication
campaigns-count-published = { $count ->
    [one] { $count } publiée
   *[other] { $count } publiées
}
campaigns-count-scheduled = { $count ->
    [one] { $count } programmée
   *[other] { $count } programmées
}
campaigns-count-drafts = { $count ->
    [one] { $count } brouillon
   *[other] { $count } brouillons
}
campaigns-kind = Ce que c’est
campaigns-kind-launch = Lancement
campaigns-kind-launch-hint = Un produit ou un service : des indices avant, l’annonce le jour J, les retours après.
campaigns-kind-exclusive = Exclusivité
campaigns-kind-exclusive-hint = Vos membres d’abord, tout le monde ensuite.
campaigns-kind-theme = Thème
campaigns-kind-theme-hint = Un sujet suivi pendant quelques semaines.
campaigns-standing-undated = Sans dates
campaigns-standing-to-come = À venir
campaigns-standing-on = En cours
campaigns-standing-over = Terminée
campaigns-standing-put-away = Rangée
campaigns-dates-between = du { $from } au { $to }
campaigns-dates-from = à partir du { $from }
campaigns-dates-to = jusqu’au { $to }
campaigns-no-dates = sans dates
campaigns-day-is-launch = jour J le { $day }
campaigns-day-is-exclusive = ouverte à tous le { $day }
campaigns-day-is-theme = commence le { $day }
campaigns-offset-day = Jour J
campaigns-offset-before = J-{ $count }
campaigns-offset-after = J+{ $count }
campaigns-edit = Modifier la campagne
campaigns-create = Créer la campagne
campaigns-save = Enregistrer
campaigns-name = Nom
campaigns-name-hint = Court : il sert aussi dans les filtres et les premiers mots proposés.
campaigns-about = De quoi il s’agit
campaigns-about-hint = Pour l’équipe : l’offre, à qui elle s’adresse, ce qu’on en attend.
campaigns-colour = Couleur
campaigns-colour-hint = Pour la reconnaître dans le calendrier.
campaigns-starts = Premier jour
campaigns-ends = Dernier jour
campaigns-day = Jour J
campaigns-day-hint = Le jour du lancement, de l’ouverture à tous ou du début du thème. Le plan se règle sur lui ; vous pourrez le déplacer.
campaigns-with-plan = Proposer un plan de publications
campaigns-more = Autres actions sur la campagne
campaigns-archive = Ranger
campaigns-take-up = Reprendre
campaigns-remove = Supprimer
campaigns-write = Écrire pour cette campagne
campaigns-added = Campagne « { $name } » créée.
campaigns-changed = Campagne enregistrée.
campaigns-archived = Campagne rangée ; ses publications restent.
campaigns-taken-up = Campagne reprise.
campaigns-removed = Campagne supprimée ; ses publications restent.
campaigns-restored = La campagne est de retour.
campaigns-where = Où en est la campagne
campaigns-tile-published = Publiées
campaigns-tile-scheduled = Programmées
campaigns-tile-drafts = Brouillons
campaigns-tile-plan = Étapes préparées
campaigns-plan = Le plan
campaigns-plan-none-launch = Aucun plan pour l’instant. Nous pouvons vous proposer celui d’un lancement : quatre indices dans les deux semaines qui précèdent, l’annonce et les premières réactions le jour J, puis les retours, un témoignage et les réponses aux questions.
campaigns-plan-none-exclusive = Aucun plan pour l’instant. Nous pouvons vous proposer celui d’une exclusivité : l’annonce et l’ouverture aux membres, puis l’ouverture à tous, ce que les membres en ont dit et un dernier rappel.
campaigns-plan-none-theme = Aucun plan pour l’instant. Nous pouvons vous proposer celui d’un thème : l’ouverture, un savoir-faire, une question, un portrait, un article, et ce qu’on en retient.
campaigns-lay-out = Proposer un plan
campaigns-laid-out = Le plan est proposé. Modifiez-le à votre goût avant de préparer les brouillons.
campaigns-steps = { $count ->
    [one] { $count } étape
   *[other] { $count } étapes
}
campaigns-step-add = Ajouter une étape
campaigns-step-new = Nouvelle étape
campaigns-step-title = Étape { $name }
campaigns-step-lead = Quand, quoi, et sous quelle forme. Le brouillon suit l’étape tant que vous ne lui donnez pas une autre date.
campaigns-step-edit = Modifier l’étape { $name }
campaigns-step-days = Jours par rapport au jour J
campaigns-step-days-hint = -14 : deux semaines avant ; 0 : le jour même ; 3 : trois jours après.
campaigns-step-time = Heure
campaigns-step-brief = Ce qu’il faut dire
campaigns-step-brief-hint = La consigne : elle reste sous les yeux de qui écrit.
campaigns-step-opening = Premiers mots du brouillon
campaigns-step-opening-hint = Un point de départ, à réécrire.
campaigns-step-format = Forme qui convient
campaigns-format-open = Au choix de qui écrit
campaigns-step-remove = Retirer du plan
campaigns-step-added = Étape ajoutée.
campaigns-step-changed = Étape enregistrée.
campaigns-step-removed = Étape retirée ; son brouillon reste.
campaigns-step-restored = L’étape est de retour.
campaigns-step-not-begun = À préparer
campaigns-step-deleted = Brouillon supprimé
campaigns-phase = Phase
campaigns-phase-teasing = Annoncer sans tout dire
campaigns-phase-members = Les membres d’abord
campaigns-phase-opening = Ouverture
campaigns-phase-day = Jour J
campaigns-phase-everyone = Tout le monde
campaigns-phase-during = Pendant
campaigns-phase-follow_up = Suites
campaigns-phase-closing = Clôture
campaigns-open = Ouvrir
campaigns-begin = Préparer
campaigns-begin-again = Préparer à nouveau
campaigns-bring = Remettre à la date du plan
campaigns-apart = A sa propre date : { $when }.
campaigns-apart-undated = N’a pas de date.
campaigns-scheduled-apart = Programmée { $when }, le plan dit autrement.
campaigns-undated = sans date
campaigns-day-of-launch = Jour du lancement
campaigns-day-of-exclusive = Jour de l’ouverture à tous
campaigns-day-of-theme = Premier jour du thème
campaigns-day-follows = Les brouillons du plan suivent ce jour. Ce qui est programmé ne bouge pas sans votre accord.
campaigns-day-move = Changer le jour
campaigns-day-moved = Jour changé.
campaigns-day-moved-drafts = { $count ->
    [one] Jour changé : { $count } brouillon a suivi.
   *[other] Jour changé : { $count } brouillons ont suivi.
}
campaigns-day-moved-not-all = { $count ->
    [0] Jour changé. Ce qui est programmé n’a pas bougé : à vous de dire.
    [one] Jour changé : { $count } brouillon a suivi. Ce qui est programmé n’a pas bougé : à vous de dire.
   *[other] Jour changé : { $count } brouillons ont suivi. Ce qui est programmé n’a pas bougé : à vous de dire.
}
campaigns-left-behind = { $count ->
    [one] { $count } publication programmée n’est pas à la date du plan
   *[other] { $count } publications programmées ne sont pas à la date du plan
}
campaigns-left-behind-lead = Elles partiront à l’heure où vous les avez programmées, sauf si vous les déplacez.
campaigns-bring-all = { $count ->
    [one] La déplacer à la date du plan
   *[other] Les déplacer à la date du plan
}
campaigns-brought = { $count ->
    [0] Rien à déplacer.
    [one] { $count } publication déplacée à la date du plan.
   *[other] { $count } publications déplacées à la date du plan.
}
campaigns-not-brought = Non déplacées : l’une d’elles serait refusée par son réseau. Ouvrez-la pour voir pourquoi.
campaigns-not-brought-past = Non déplacées : pour l’une d’elles, la date du plan est passée.
campaigns-prepare-title = { $count ->
    [one] { $count } étape à préparer
   *[other] { $count } étapes à préparer
}
campaigns-prepare-lead = Un brouillon sera fait de chaque étape, à sa date, pour les comptes choisis. Rien ne part : vous relisez et programmez chacun.
campaigns-prepare-no-day = Donnez d’abord un jour à la campagne : les brouillons prendront leurs dates.
campaigns-prepare = { $count ->
    [one] Préparer le brouillon
   *[other] Préparer les { $count } brouillons
}
campaigns-prepared = { $count ->
    [one] { $count } brouillon préparé. Il est dans le calendrier, à sa date.
   *[other] { $count } brouillons préparés. Ils sont dans le calendrier, à leur date.
}
campaigns-prepared-none = Tout était déjà préparé.
campaigns-members-where = Ne choisissez que les comptes que vos membres sont seuls à lire : groupe, canal, salon.
campaigns-posts = Les publications
campaigns-posts-outside = Hors du plan
campaigns-panel = Campagne { $name }
campaigns-panel-format = Forme prévue : { $name }
campaigns-panel-plan = Voir le plan
campaigns-figures = Ce que la campagne a apporté
campaigns-figures-none = Rien n’a encore été publié. Les chiffres arrivent un quart d’heure après chaque envoi.
campaigns-figures-csv = Télécharger (CSV)
campaigns-coverage = { $count ->
    [one] { $known } envoi sur { $all } mesuré.
   *[other] { $known } envois sur { $all } mesurés.
}
campaigns-on = { $count ->
    [one] { $known } envoi sur { $all }
   *[other] { $known } envois sur { $all }
}
campaigns-rate-note = médiane ; la moitié entre { $low } et { $high } · { $on }
campaigns-reach = Portée d’un envoi (médiane)
campaigns-verdict-higher = Les publications de la campagne ont fait plus que vos autres publications de la même période.
campaigns-verdict-lower = Les publications de la campagne ont fait moins que vos autres publications de la même période.
campaigns-verdict-none = Pas de différence montrée avec vos autres publications de la même période.
campaigns-verdict-not-enough = Trop peu de publications mesurées pour comparer la campagne au reste.
campaigns-difference = Écart des médianes : de { $low } à { $high } points de plus (intervalle à 95 %, sans le zéro).
campaigns-compared-note = Médianes avec leur intervalle à 95 % ; une comparaison n’est pas une cause.
campaigns-chart = La campagne et vos autres publications
campaigns-chart-source = { $measure }, médiane et intervalle à 95 %. { $period }.
campaigns-side = Publications
campaigns-side-campaign = La campagne
campaigns-side-others = Les autres, mêmes jours
campaigns-sends = Envoi par envoi
campaigns-send = Envoi
campaigns-send-not-followed = Envoi sans chiffres suivis
campaigns-problem-name = Donnez un nom à la campagne, de 80 caractères au plus.
campaigns-problem-name-taken = Une autre campagne porte ce nom.
campaigns-problem-about = Ce texte est trop long : 2 000 caractères au plus.
campaigns-problem-colour = Ce n’est pas une couleur.
campaigns-problem-date = Ce n’est pas une date.
campaigns-problem-ends = Le dernier jour est avant le premier.
campaigns-problem-day = Ce jour n’est pas entre le premier et le dernier jour de la campagne.
campaigns-problem-no-day = Donnez d’abord un jour à la campagne.
campaigns-problem-brief = Dites ce qu’il faut dire, en 1 000 caractères au plus.
campaigns-problem-step-time = Un nombre de jours entre -366 et 366.
campaigns-problem-time = Ce n’est pas une heure.
campaigns-problem-phase = Choisissez une phase.
campaigns-brief-hint = Montrez un détail, sans tout dire : une matière, une couleur, un geste. Donnez la date.
campaigns-brief-making = Les coulisses : comment c’est fait, par qui. Toujours sans tout montrer.
campaigns-brief-guess = Faites deviner ou choisir : une question, deux à quatre réponses.
campaigns-brief-tomorrow = Le rendez-vous : demain, à quelle heure, où.
campaigns-brief-reveal = L’annonce : ce que c’est, pour qui, où le trouver, à quel prix.
campaigns-brief-first-reactions = Les premières réactions, avec l’accord des personnes. Remerciez.
campaigns-brief-feedback = Demandez les retours : ce qui plaît, ce qui manque. Répondez à chacun.
campaigns-brief-testimony = Le témoignage d’un client ou d’un membre, en une minute.
campaigns-brief-answers = Les réponses aux questions reçues, et le lien vers la page qui dit tout.
campaigns-brief-members-soon = Aux membres : quelque chose vient, et vous l’aurez avant tout le monde. Dites quand.
campaigns-brief-members-first = Aux membres : c’est ouvert pour vous. Le lien, le code, la quantité.
campaigns-brief-members-last-day = Aux membres : dernier jour avant l’ouverture à tous.
campaigns-brief-open = C’est ouvert à tous. Ce que c’est, où, jusqu’à quand.
campaigns-brief-members-said = Ce que les premiers membres en ont dit, avec leur accord.
campaigns-brief-last-chance = Dernier rappel : ce qu’il reste, jusqu’à quand. Invitez à devenir membre.
campaigns-brief-theme-opening = Annoncez le thème : pourquoi maintenant, ce qu’on y trouvera.
campaigns-brief-know-how = Un savoir-faire, étape par étape.
campaigns-brief-question = Une question à la communauté. Prévoyez de répondre dans l’heure.
campaigns-brief-portrait = Le portrait d’un membre ou de quelqu’un de l’équipe.
campaigns-brief-article = Un article de fond sur votre site, en trois lignes et un lien.
campaigns-brief-recap = Ce qu’on retient : les meilleures réponses, les images, la suite.
campaigns-opening-hint = Un indice : { $name }. Rendez-vous le { $day }.
campaigns-opening-hint-undated = Un indice : { $name }. Bientôt.
campaigns-opening-making = Dans les coulisses : { $name }, presque prêt.
campaigns-opening-guess = { $name } : à votre avis ?
campaigns-opening-tomorrow = Demain : { $name }.
campaigns-opening-reveal = Le voici : { $name }.
campaigns-opening-first-reactions = { $name } : vos premières réactions. Merci !
campaigns-opening-feedback = { $name } : qu’en pensez-vous ? Dites-nous tout, nous lisons chaque réponse.
campaigns-opening-testimony = { $name }, raconté par celles et ceux qui l’ont essayé.
campaigns-opening-answers = { $name } : vos questions, nos réponses.
campaigns-opening-members-soon = Chers membres, { $name } arrive, et vous serez les premiers : ouverture à tous le { $day }, avant pour vous.
campaigns-opening-members-soon-undated = Chers membres, { $name } arrive, et vous serez les premiers.
campaigns-opening-members-first = Chers membres, { $name } est ouvert pour vous dès aujourd’hui.
campaigns-opening-members-last-day = Chers membres, dernier jour avant l’ouverture à tous : { $name }.
campaigns-opening-open = { $name } : c’est ouvert à tous.
campaigns-opening-members-said = { $name } : ce que nos membres en ont dit.
campaigns-opening-last-chance = { $name } : les derniers jours.
campaigns-opening-theme-opening = { $name } : c’est parti.
campaigns-opening-know-how = { $name } : comment nous faisons, étape par étape.
campaigns-opening-question = { $name } : et vous ?
campaigns-opening-portrait = { $name } : le portrait de la semaine.
campaigns-opening-article = { $name } : nous avons pris le temps de l’écrire.
campaigns-opening-recap = { $name } : ce que nous retenons, grâce à vous.
