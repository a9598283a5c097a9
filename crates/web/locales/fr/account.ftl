# Le compte d’un collaborateur, et la page vivante du style.
account-title = Votre compte
account-email = Vous vous connectez avec l’adresse { $email }.
account-language = Langue
account-theme = Apparence
theme-auto = Comme la machine
theme-light = Clair
theme-dark = Sombre
account-save = Enregistrer
account-saved = Votre compte est enregistré.
account-password = Mot de passe
account-password-present = Mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-change = Changer le mot de passe
account-password-changed = Le mot de passe est changé. Vos autres sessions sont fermées.
account-password-wrong = Ce n’est pas votre mot de passe.
account-sessions = Où vous êtes connecté
account-session-seen = vue { $when }
account-session-this = ici
account-session-end = Fermer
account-session-ended = Cette session est fermée.
account-sessions-end = Fermer toutes les autres
account-sessions-ended = { $count ->
    [one] Une session est fermée.
   *[other] { $count } sessions sont fermées.
}

second-factor-section = Double authentification
second-factor-lead = En plus du mot de passe, un code de votre téléphone : un mot de passe volé ne suffit plus.
second-factor-on = activée
second-factor-off = pas encore activée
second-factor-begin = Activer
second-factor-manage = Gérer
second-factor-scan = Ouvrez une application d’authentification sur votre téléphone et visez ce code.
second-factor-qr = Code à viser avec l’application
second-factor-or-type = Ou recopiez cette clé dans l’application.
second-factor-first-code = Code affiché par l’application
second-factor-confirm = Confirmer
second-factor-wrong-begin-again = Ce code n’est pas le bon. Visez ce nouveau dessin et essayez à nouveau.
second-factor-codes-once = Gardez ces codes de secours, ils ne sont montrés qu’une fois
second-factor-codes-lead = Chacun remplace une fois votre téléphone. Imprimez-les ou rangez-les dans votre gestionnaire de mots de passe.
second-factor-codes-kept = Je les ai gardés
second-factor-codes-left = { $count ->
    [0] Il ne reste aucun code de secours : renouvelez-les.
    [one] Il reste un code de secours.
   *[other] Il reste { $count } codes de secours.
}
second-factor-with-password = Avec votre mot de passe, vous pouvez renouveler les codes de secours ou retirer la double authentification.
second-factor-renew-codes = Renouveler les codes
second-factor-end = Retirer
second-factor-ended = La double authentification est retirée.

style-title = Le style de Parvis
style-lead = Chaque pièce dont les pages sont faites.
style-buttons = Boutons
style-states = États
style-marks = Marques
style-fields = Champs
style-notices = Messages
style-lists = Listes
style-empty = Rien encore
style-dialog = Dialogue
style-sample = Exemple
style-sample-long = Une phrase pour voir comment elle se lit, ni trop courte ni trop longue.
