# Les blogs que la marque relaie.
feeds-title = Les blogs que vous relayez
feeds-lead = Chaque nouvel article devient un brouillon, à relire et à programmer.
feeds-none = Aucun blog suivi
feeds-none-lead = Donnez l’adresse de votre blog : ses prochains articles arriveront dans vos brouillons.
feeds-follow = Suivre un blog
feeds-url = Adresse du blog ou de son flux
feeds-url-hint = RSS, Atom ou JSON Feed ; l’adresse de la page d’accueil suffit souvent.
feeds-url-empty = Donnez l’adresse du blog.
feeds-already = Ce blog est déjà suivi.
feeds-drafts = Pour commencer
feeds-drafts-of = { $count ->
    [0] Ne rien reprendre de ce qui est déjà paru
    [one] Reprendre le dernier article en brouillon
   *[other] Reprendre les { $count } derniers articles en brouillon
}
feeds-follow-button = Suivre ce blog
feeds-followed = { $name } est suivi.
feeds-read = { $name } vient d’être relu.
feeds-read-failed = { $name } n’a pas pu être lu.
feeds-paused = { $name } n’est plus lu pour l’instant.
feeds-resumed = { $name } est lu de nouveau.
feeds-unfollowed = { $name } n’est plus suivi. Ses brouillons restent.
feeds-read-now = Lire maintenant
feeds-pause = Mettre en pause
feeds-resume = Reprendre
feeds-unfollow = Ne plus suivre
feeds-state-followed = Suivi
feeds-state-paused = En pause
feeds-state-gone = Disparu
feeds-state-trouble = Illisible
feeds-error-unreachable = Le site ne répond pas. Vérifiez l’adresse, puis réessayez.
feeds-error-forbidden = Cette adresse n’est pas celle d’un site public.
feeds-error-status = Le site répond par une erreur ({ $status }). Vérifiez l’adresse.
feeds-error-gone = Ce flux n’existe plus.
feeds-error-too-large = Ce flux est trop lourd pour être lu.
feeds-error-not-a-feed = Il n’y a pas de flux à cette adresse. Cherchez « RSS » sur le site, ou donnez l’adresse de sa page d’accueil.
feeds-error-malformed = Ce flux est abîmé et ne peut être lu. Signalez-le à qui tient le site.
feeds-trouble-unreachable = Le site ne répond pas. Parvis réessaie de moins en moins souvent ; rien de ce qui a été lu n’est perdu.
feeds-trouble-forbidden = Le site renvoie vers une adresse qui n’est pas publique.
feeds-trouble-status = Le site répond par une erreur. Parvis réessaiera.
feeds-trouble-gone = Le site dit que ce flux n’existe plus.
feeds-trouble-too-large = Le flux est devenu trop lourd.
feeds-trouble-not-a-feed = Il n’y a plus de flux à cette adresse.
feeds-trouble-malformed = Le flux est abîmé. Parvis réessaiera.
