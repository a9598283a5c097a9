# Où publier quoi : les règles et leurs raisons.
advice-title = Où publier quoi
advice-lead = Décrivez l’information : nous disons quels comptes et quelles formes lui conviennent, avec chaque raison et d’où elle vient.
advice-length = Longueur
advice-length-line = Une ligne
advice-length-short = Quelques phrases
advice-length-text = Un paragraphe ou deux
advice-length-long = Un long texte
advice-media = Avec
advice-media-nothing = Des mots seuls
advice-media-picture = Une image
advice-media-pictures = Plusieurs images
advice-media-gif = Une image animée
advice-media-video = Une vidéo
advice-link = Un lien à suivre
advice-poll = Une question à choix
advice-urgency = À savoir
advice-urgency-now = Dans l’heure
advice-urgency-days = Dans les jours qui viennent
advice-urgency-lasting = Pendant des mois
advice-objective = Pour obtenir
advice-objective-none = Rien de précis
advice-objective-awareness = De la notoriété
advice-objective-traffic = Des visites sur le site
advice-objective-sales = Des ventes
advice-objective-conversation = De la conversation
advice-objective-loyalty = De la fidélité
advice-objective-help = De l’entraide et des réponses
advice-objective-feedback = Des avis sur un produit
advice-objective-contribution = Des contributions de membres
advice-audience = Pour qui
advice-audience-customers = Les clients
advice-audience-professionals = Les professionnels
advice-audience-young = Les jeunes
advice-audience-local = Les gens du coin
advice-audience-members = Les membres
advice-ask = Conseiller
advice-channels = Vos comptes, du plus au moins adapté
advice-no-channels = Vous n’avez pas encore de compte : voici les réseaux qui conviendraient.
advice-elsewhere = Réseaux où vous n’êtes pas, et qui conviendraient
advice-elsewhere-lead = Un compte de plus est du travail de plus : n’y allez que si ce genre d’information revient souvent.
advice-connect = Ajouter un compte
advice-best = Le mieux placé
advice-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
advice-adapt = À adapter
advice-vary = Sur plusieurs comptes, ne publiez pas le même texte partout : une version par réseau rend mieux qu’une copie (article 3, « Synchroniser toutes ses pages »).
advice-how = Comment c’est classé
advice-how-points = Chaque raison donne ou retire les points écrits à côté d’elle ; le classement est leur somme, rien d’autre.
advice-how-own = { $count ->
    [one] Vos résultats : { $measure }, médiane par réseau et par forme sur un an, { $count } publication mesurée, { $usual } d’ordinaire. Chaque médiane est rapprochée de l’ordinaire comme si { $drawn } publications ordinaires s’y ajoutaient ; sous { $need } publications, rien n’en est dit.
   *[other] Vos résultats : { $measure }, médiane par réseau et par forme sur un an, { $count } publications mesurées, { $usual } d’ordinaire. Chaque médiane est rapprochée de l’ordinaire comme si { $drawn } publications ordinaires s’y ajoutaient ; sous { $need } publications, rien n’en est dit.
}
advice-how-no-own = Vos propres résultats n’entrent pas en compte : aucune publication de l’année n’a de taux connu.
advice-how-trade = Les règles viennent de l’article « Pourquoi prendre un community manager ? » (sélectionner le média idéal, diversifier ses contenus), du modèle SPACE, des limites publiées par les réseaux (novembre 2026) et de l’usage du métier. L’usage est une opinion : vos chiffres la corrigent.
advice-source-medium = Article 3, le média idéal.
advice-source-space = Modèle SPACE.
advice-source-limits = Limite du réseau.
advice-source-trade = Usage du métier.
advice-source-own = Vos chiffres.
advice-source-settings = Votre réglage.
advice-rule-brief = { $name } est fait pour les annonces brèves, et la vôtre l’est.
advice-rule-long = On lit les longs textes sur { $name }.
advice-rule-too-long = Trop long : { $name } prend { $most } caractères.
advice-rule-too-long-thread = Trop long pour une seule publication : { $name } prend { $most } caractères, ou un fil.
advice-rule-needs-picture = { $name } ne prend rien sans image ni vidéo.
advice-rule-needs-video = { $name } ne prend que des vidéos.
advice-rule-at-home = { $name } met bien en valeur { $format }.
advice-rule-not-at-home = { $format } n’est pas ce que { $name } met en valeur.
advice-rule-link = Le lien peut être suivi sur { $name }.
advice-rule-link-lost = Le lien ne peut pas être suivi depuis le texte sur { $name }.
advice-rule-reaches = { $name } touche bien : { $names }.
advice-rule-misses = Ce n’est pas d’abord là que se trouve votre public.
advice-rule-read-at-once = { $name } se lit dans l’heure.
advice-rule-read-later = { $name } se lit plus tard : l’urgence s’y perd.
advice-rule-months = On retrouve encore la publication des mois après sur { $name }.
advice-rule-gone-soon = Sur { $name }, elle aura disparu du fil demain.
advice-rule-brings = Sur { $name }, on obtient bien ceci : { $objective }.
advice-rule-own = { $count ->
    [one] Sur { $name }, { $format } : { $median } sur { $count } publication, ramené à { $drawn } ; votre ordinaire est { $usual }.
   *[other] Sur { $name }, { $format } : { $median } sur { $count } publications, ramené à { $drawn } ; votre ordinaire est { $usual }.
}
advice-rule-own-too-few = { $count ->
    [one] Vos chiffres ne disent rien encore : { $count } publication de ce genre, il en faut { $need }.
   *[other] Vos chiffres ne disent rien encore : { $count } publications de ce genre, il en faut { $need }.
}
advice-rule-not-known = De ce réseau nous ne connaissons que ses limites.
advice-rule-paused = Ce compte est en pause.
advice-adapt-shorten = Raccourcissez à { $most } caractères.
advice-adapt-split = Ou dites-le en plusieurs publications, en fil.
advice-adapt-picture-needed = Ajoutez une image ou une vidéo : il en faut une.
advice-adapt-picture = Ajoutez une image : le texte ne doit pas être le principal moyen d’expression (article 3, « Diversifier ses contenus »).
advice-adapt-video = Faites-en une vidéo.
advice-adapt-crop = Recadrez en { $ratio }.
advice-adapt-shape = Prévoyez l’image en { $ratio }.
advice-adapt-link = Dites où trouver le lien : en commentaire, ou dans le profil.
advice-adapt-format = { $count ->
    [one] Essayez { $format } : { $drawn } sur { $count } publication, c’est ce qui marche le mieux chez vous ici.
   *[other] Essayez { $format } : { $drawn } sur { $count } publications, c’est ce qui marche le mieux chez vous ici.
}
advice-panel = Où cela convient
advice-panel-nothing = Écrivez quelques mots ou ajoutez une image : le conseil suit.
advice-panel-more = Préciser le public, l’urgence, le but
advice-panel-all = Tout le conseil, avec vos résultats
