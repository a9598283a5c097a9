# Ce qui perd de l’allant.
fading-title = { $count ->
    [0] Rien ne s’essouffle
    [one] Une conversation s’essouffle
   *[other] { $count } conversations s’essoufflent
}
fading-lead = Ce qui ralentit par rapport à vos habitudes, et comment le relancer.
fading-not-known = Pas encore assez d’historique
fading-not-known-lead = Il faut { $posts } publications d’un même compte avec leurs réactions, ou { $returns } réponses de personnes qui sont revenues, pour connaître vos habitudes.
fading-none = Rien ne s’essouffle
fading-none-lead = Vos publications et vos conversations vont à leur allure habituelle.
fading-a-post = Une publication
fading-why-post = { $recent ->
    [0] Aucune réaction en deux jours, là où vos publications de cet âge en reçoivent d’ordinaire { $usual } (sur { $compared } publications).
   [one] Une réaction en deux jours, là où vos publications de cet âge en reçoivent d’ordinaire { $usual } (sur { $compared } publications).
   *[other] { $recent } réactions en deux jours, là où vos publications de cet âge en reçoivent d’ordinaire { $usual } (sur { $compared } publications).
}
fading-why-conversation = { $days } jours de silence ; trois personnes sur quatre reviennent en { $usual } h au plus (sur { $compared } retours).
fading-took-part = { $count ->
    [one] { $name } y a pris part.
   *[other] { $name } et d’autres y ont pris part.
}
fading-way-question = Poser une question
fading-way-poll = Proposer un choix
fading-way-mention = S’adresser à quelqu’un
fading-did-question = Relancée par une question
fading-did-poll = Relancée par un choix
fading-did-mention = Relancée en s’adressant à quelqu’un
fading-dismiss = Laisser de côté
fading-dismiss-do = Laisser de côté
fading-reason = Pourquoi (facultatif)
fading-dismissed = Laissée de côté.
fading-proposed-again = De nouveau proposée.
fading-propose-again = Proposer de nouveau
fading-was-dismissed = Laissée de côté
fading-drafted = Un brouillon est prêt : complétez-le avant de l’envoyer.
fading-decided = Ce que vous avez décidé
fading-came = { $count ->
    [0] Rien en 7 jours
   *[other] { $count } en 7 jours
}
fading-came-later = Résultat dans 7 jours
fading-nothing-sent = Rien n’est parti
fading-effect = Ce que donnent les relances
fading-effect-came = En 7 jours, après une relance
fading-effect-expected = En 7 jours, sans relance
fading-effect-over = { $count ->
    [0] aucun cas mesuré
    [one] sur un cas
   *[other] sur { $count } cas
}
fading-unknown = Non connu
fading-verdict-unknown = Il faut dix cas relancés et dix qui ne l’ont pas été pour en dire quelque chose.
fading-verdict-none = Aucun effet montré : ce qui vient après une relance ne se distingue pas de ce qui vient sans.
fading-verdict-more = Les relances amènent davantage, au-delà du hasard.
fading-how = Comment c’est compté
fading-how-post = Une publication s’essouffle quand, entre son deuxième jour et sa troisième semaine, elle reçoit en deux jours le tiers au plus de ce que vos publications du même compte recevaient au même âge (médiane sur 180 jours, dix publications au moins, trois réactions au moins d’ordinaire).
fading-how-conversation = Une conversation s’essouffle quand vous avez parlé en dernier, que la personne avait écrit trois fois au moins, et qu’elle se tait depuis trois fois plus longtemps que d’ordinaire (deux jours au moins, trois semaines au plus ; vingt retours connus sur 90 jours).
fading-how-effect = L’effet compare ce qui vient dans les sept jours après une relance à ce qui vient quand on ne relance pas, par un test de rangs (5 %). Seul compte ce qui vient sous la publication ou dans la conversation elle-même.
fading-coverage = Regardé { $when }, sur { $posts } publications et { $returns } retours.
fading-draft-post-question = Et vous, { $name }, qu’en pensez-vous ? Racontez-nous !
fading-draft-post-poll = Une question pour tout le monde : plutôt A ou plutôt B ? Dites-le-nous !
fading-draft-post-mention = { $name }, votre avis nous intéresse : qu’en dites-vous aujourd’hui ?
fading-draft-conversation-question = Bonjour { $name }, où en êtes-vous ? Avez-vous trouvé ce qu’il vous fallait ?
fading-draft-conversation-poll = Bonjour { $name }, préférez-vous A ou B ?
fading-draft-conversation-mention = Bonjour { $name }, nous pensions à vous : avez-vous d’autres questions ?
fading-post-question = On en parlait : « { $about } ». Et vous, qu’en pensez-vous ?
fading-post-poll = On en parlait : « { $about } ». Votre avis ?
fading-post-mention = On en parlait : « { $about } ». Qu’en dites-vous ?
fading-poll-yes = Oui
fading-poll-no = Non
