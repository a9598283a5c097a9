# Champs que plusieurs formulaires ont.
field-your-name = Votre nom
field-email = Adresse e-mail
field-password = Mot de passe
field-password-hint = Au moins 10 caractères. Une phrase que vous retenez convient très bien.
field-name-empty = Écrivez un nom.
field-name-too-long = Un nom peut avoir { $most } caractères : raccourcissez-le.
field-email-empty = Écrivez une adresse e-mail.
field-email-not-an-address = Une adresse s’écrit ainsi : louise@exemple.fr
field-colour-not-one = Une couleur s’écrit ainsi : #b3402a
field-zone-not-one = Choisissez un fuseau horaire de la liste.
field-password-too-short = Il faut au moins { $least } caractères.
field-password-too-long = { $most } caractères suffisent : raccourcissez-le.
field-password-too-common = C’est l’un des premiers que quelqu’un essaierait. Choisissez-en un autre.

role-owner = Propriétaire
role-manager = Responsable
role-community-manager = Community manager
role-contributor = Contributeur
role-expert = Expert
role-read-only = Lecture seule
role-owner-hint = Tout, jusqu’à retirer la marque.
role-manager-hint = Tout, sauf retirer la marque.
role-community-manager-hint = Écrit, programme, publie, répond, relie les comptes.
role-contributor-hint = Écrit des brouillons, ne publie pas.
role-expert-hint = Répond aux questions qu’on lui confie, lit le reste.
role-read-only-hint = Lit.

brand-field-name = Nom de la marque
brand-field-colour = Couleur
brand-field-colour-hint = La couleur borde chaque page, pour ne jamais publier au nom d’une autre marque.
brand-field-zone = Fuseau horaire
brand-field-language = Langue
