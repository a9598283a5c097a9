# L’équilibre de ce qu’on publie, ce qu’il faut préparer, et où publier quoi.
mix-title = Équilibre
mix-lead = Ce que vous publiez et préparez, par thème, par forme et par compte, face à ce que demande votre charte.
mix-to-advice = Où publier quoi
mix-to-charter = La charte
mix-none = Rien sur cette période
mix-none-lead = Publiez, programmez ou donnez une date à des brouillons : leur équilibre se lira ici.
mix-period = Période
mix-period-month = Quatre semaines avant et après
mix-period-quarter = Trois mois avant et après
mix-period-year = Six mois avant et après
mix-period-dates = Les dates choisies
mix-summary = { $count ->
    [one] { $count } publication, { $period } :
   *[other] { $count } publications, { $period } :
}
mix-summary-published = { $count ->
    [one] { $count } publiée
   *[other] { $count } publiées
}
mix-summary-scheduled = { $count ->
    [one] { $count } programmée
   *[other] { $count } programmées
}
mix-summary-drafts = { $count ->
    [one] { $count } brouillon daté
   *[other] { $count } brouillons datés
}
mix-published = Publiées
mix-scheduled = Programmées
mix-drafts = Brouillons datés
mix-target = Demandé par la charte
mix-topics = Thèmes
mix-topics-no-target = La charte ne demande pas de part à chaque thème.
mix-formats = Formes
mix-formats-no-target = La charte ne demande pas de part à chaque forme.
mix-channels = Rythme de chaque compte
mix-channels-no-target = La charte ne demande pas de rythme.
mix-say-in-charter = Le dire dans la charte
mix-no-topic = Sans thème
mix-few = { $number } sur { $all }
mix-share = { $share } ({ $number } sur { $all })
mix-target-share = { $share } demandés
mix-even = à l’équilibre
mix-behind = { $count ->
    [one] il en manque { $count }
   *[other] il en manque { $count }
}
mix-ahead = { $count } de plus
mix-posts = { $count ->
    [one] { $count } publication
   *[other] { $count } publications
}
mix-cadence = { $count ->
    [one] { $count } par semaine demandée, soit { $due }
   *[other] { $count } par semaine demandées, soit { $due }
}
mix-next = À préparer maintenant
mix-next-on = sur
mix-next-for = pour
mix-next-write = Écrire cette publication
mix-next-even = Tout ce que la charte demande est atteint sur cette période.
mix-next-nothing = Rien ne ressort pour l’instant : ni thèmes, ni parts, ni rythme dans la charte.
mix-why-topic = « { $name } » a { $number } publications sur { $all } ; la charte en demande { $share }. C’est le thème le plus en retard.
mix-why-topic-old = « { $name } » est le thème laissé de côté depuis le plus longtemps : { $when }.
mix-why-topic-never = Rien n’a encore été publié sur « { $name } ».
mix-why-format = { $name } : { $number } sur { $all } ; la charte en demande { $share }. C’est la forme la plus en retard.
mix-why-words = { $count ->
    [one] { $number } publication sur { $all } n’est que des mots ou un lien. Le texte ne doit pas être le principal moyen d’expression : une image change la page.
   *[other] { $number } publications sur { $all } ne sont que des mots ou un lien. Le texte ne doit pas être le principal moyen d’expression : une image change la page.
}
mix-why-channel = { $name } a { $number } publications ; son rythme en demande { $due } sur la période. C’est le compte le plus en retard.
mix-why-channel-fewest = { $count ->
    [0] { $name } n’a rien sur la période.
    [one] { $name } a le moins de publications : { $count }.
   *[other] { $name } a le moins de publications : { $count }.
}
mix-aim = Proposé par l’équilibre : { $what }
mix-a-post = Une publication
mix-a-text = Un texte
mix-a-link = Un lien
mix-a-image = Une image
mix-a-carousel = Plusieurs images
mix-a-gif = Une image animée
mix-a-video = Une vidéo
mix-a-thread = Un fil
mix-a-poll = Un sondage
mix-format-text = Texte
mix-format-link = Lien
mix-format-image = Image
mix-format-carousel = Plusieurs images
mix-format-gif = Image animée
mix-format-video = Vidéo
mix-format-thread = Fil
mix-format-poll = Sondage
mix-aim-text = C’est votre texte qui compte : pas d’image nécessaire.
mix-aim-link = Ajoutez le lien sous le texte.
mix-aim-image = Ajoutez l’image sous le texte, avec ce qu’elle montre.
mix-aim-carousel = Ajoutez deux images ou plus sous le texte.
mix-aim-gif = Ajoutez l’image animée sous le texte.
mix-aim-video = Ajoutez la vidéo sous le texte.
mix-aim-thread = Écrivez la suite sous le premier texte.
mix-aim-poll = Le texte est la question ; les réponses sont dessous.
mix-between = du { $from } au { $to }
