# Première visite, connexion, invitations.
setup-title = Ouvrons votre parvis
setup-lead = Quelques lignes et vous pourrez publier. Tout reste sur cette machine.
setup-house = Votre maison
setup-organization = Organisation
setup-you = Vous
setup-demo = Ajouter une marque de démonstration
setup-demo-hint = Une boulangerie imaginaire et six mois d’activité, pour tout essayer. Se retire d’un clic.
setup-open = Ouvrir Parvis
setup-done = Votre parvis est ouvert. Reliez un premier compte pour publier.
setup-demo-failed = Votre parvis est ouvert, mais la démonstration n’a pas pu être ajoutée.

login-title = Se connecter
login-go = Se connecter
login-refused = L’adresse ou le mot de passe n’est pas le bon.
login-forgotten = Mot de passe oublié : demandez à la personne qui s’occupe de cette machine de vous en donner un autre.
login-ended = Vous êtes déconnecté.

second-factor-title = Le code de votre application
second-factor-code = Code
second-factor-hint = Les six chiffres qu’affiche votre application, ou l’un de vos codes de secours.
second-factor-wrong = Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant et essayez à nouveau.
second-factor-leave = Se connecter avec un autre compte

invitation-title = Rejoindre { $brand }
invitation-lead = { $name } vous invite. Vous vous connecterez avec l’adresse { $email }.
invitation-accept = Rejoindre l’équipe
invitation-accepted = Vous travaillez maintenant pour { $name }.
invitation-has-account = Vous avez déjà un compte : connectez-vous, puis acceptez l’invitation.
invitation-another = Cette invitation est pour { $email }. Déconnectez-vous, puis ouvrez à nouveau ce lien.
invitation-not-valid-title = Cette invitation ne vaut plus
invitation-not-valid-lead = Elle a déjà servi, a été retirée ou date de plus de sept jours. Demandez-en une autre à la personne qui vous l’a envoyée.
