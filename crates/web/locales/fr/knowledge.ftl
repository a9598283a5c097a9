# Ce que l’équipe sait : réponses toutes prêtes, articles d’aide, questions sans réponse.
knowledge-title = Aide et réponses
knowledge-replies = Réponses prêtes
knowledge-articles = Articles
knowledge-gaps = Questions sans réponse
knowledge-settings = Aide publique
knowledge-lead = Ce que tout le monde demande, écrit une fois : vos clients le trouvent seuls, votre équipe le cite.
knowledge-write = Écrire un article
knowledge-new = Nouvel article
knowledge-none = Aucun article pour l’instant
knowledge-none-lead = Commencez par les trois questions qu’on vous pose le plus.
knowledge-closed = L’aide n’est pas encore ouverte au public
knowledge-closed-lead = Les articles publiés ne se lisent pas encore hors de l’équipe.
knowledge-open-it = Ouvrir l’aide
knowledge-kind-question = Question et réponse
knowledge-kind-tutorial = Tutoriel
knowledge-published = Publié
knowledge-draft = Brouillon
knowledge-since = en ligne depuis le { $when }
knowledge-seen = { $count ->
    [0] jamais ouvert
    [one] ouvert une fois
   *[other] ouvert { $count } fois
  }
knowledge-useful = { $count ->
    [one] utile à { $name } lecteur sur 1
   *[other] utile à { $name } lecteurs sur { $count }
  }
knowledge-no-votes = personne n’a encore dit s’il aide
knowledge-readers = Ce qu’en font les lecteurs
knowledge-missing = Ce qui leur a manqué
knowledge-preview = Voir comme les lecteurs
knowledge-field-title = Titre ou question
knowledge-field-kind = Genre
knowledge-field-language = Langue
knowledge-field-category = Rubrique (facultatif)
knowledge-field-body = Texte
knowledge-field-body-hint = Mise en forme Markdown : **gras**, - liste, ## titre, [lien](https://…).
knowledge-keep = Enregistrer
knowledge-publish = Publier
knowledge-withdraw = Remettre en brouillon
knowledge-remove = Supprimer l’article
knowledge-kept = Article enregistré.
knowledge-is-published = Article publié.
knowledge-is-withdrawn = L’article est de nouveau un brouillon.
knowledge-removed = « { $name } » est supprimé.
knowledge-problem-title = Donnez un titre de 160 caractères au plus.
knowledge-problem-empty = Écrivez l’article avant de le publier.
knowledge-problem-long = C’est trop long : 60 000 caractères au plus pour le texte, 60 pour la rubrique.
replies-lead = Vos réponses les plus fréquentes, prêtes à partir. Celles qui conviennent à un message sont proposées quand vous y répondez.
replies-none = Aucune réponse prête
replies-none-lead = Écrivez celle que vous retapez chaque semaine.
replies-add = Ajouter une réponse
replies-edit = Modifier
replies-remove = Supprimer
replies-remove-one = Supprimer la réponse « { $name } »
replies-removed = « { $name } » est supprimée.
replies-kept = « { $name } » est enregistrée.
replies-name = Nom pour l’équipe
replies-french = Réponse en français
replies-english = Réponse en anglais
replies-blanks = Se remplissent d’eux-mêmes :
replies-keep = Enregistrer
replies-used = { $count ->
    [0] pas encore utilisée
    [one] utilisée une fois
   *[other] utilisée { $count } fois
  }
replies-problem-name = Donnez un nom de 80 caractères au plus.
replies-problem-empty = Écrivez la réponse dans une langue au moins.
replies-problem-long = C’est trop long : 5 000 caractères au plus.
replies-problem-blank = Rien ne remplit « {"{"}{ $name }{"}"} ». Les mots possibles sont listés sous le champ.
gaps-lead = Ce que vos clients ont demandé ces 90 derniers jours (dans les 1 000 derniers messages) ou cherché dans l’aide, sans qu’un article y réponde.
gaps-none = Toutes les questions ont leur article
gaps-none-lead = Les prochaines questions sans réponse apparaîtront ici.
gaps-times = { $count ->
    [one] demandé une fois
   *[other] demandé { $count } fois
  }
gaps-searched = cherché dans l’aide
gaps-see = voir la conversation
gaps-write = Écrire l’article
gaps-dismiss = Ne plus proposer
gaps-dismiss-one = Ne plus proposer « { $name } »
gaps-dismissed = Cette question ne sera plus proposée.
help-settings-lead = Une page que tout le monde peut lire, avec vos articles publiés et une recherche.
help-address = Son adresse, à donner à vos clients :
help-open = Ouvrir l’aide au public
help-lead-fr = Phrase d’accueil en français
help-lead-en = Phrase d’accueil en anglais
help-keep = Enregistrer
help-is-open = L’aide est ouverte au public.
help-is-closed = L’aide est fermée au public.
help-lead-long = 500 caractères au plus par phrase d’accueil.
help-not-yours = Demandez à une personne qui gère la marque d’ouvrir l’aide.
help-title = Aide
help-title-search = « { $name } » dans l’aide
help-search = Chercher dans l’aide
help-search-go = Chercher
help-found = { $count ->
    [0] Rien ne répond encore à « { $name } ». Votre question est notée.
    [one] Un article répond peut-être à « { $name } ».
   *[other] { $count } articles répondent peut-être à « { $name } ».
  }
help-all = Voir toute l’aide
help-nothing = L’aide est encore vide
help-nothing-lead = Revenez bientôt.
help-changed = Mis à jour le { $when }
help-useful = Cet article vous a-t-il aidé ?
help-yes = Oui
help-no = Non
help-missing = Que vous a-t-il manqué ? (facultatif)
help-send = Envoyer
help-thanks = Merci, c’est noté.
activity-saved_reply-added = Réponse prête ajoutée
activity-saved_reply-changed = Réponse prête modifiée
activity-saved_reply-removed = Réponse prête supprimée
activity-saved_reply-brought_back = Réponse prête rétablie
activity-article-added = Article d’aide commencé
activity-article-changed = Article d’aide modifié
activity-article-published = Article d’aide publié
activity-article-withdrawn = Article d’aide remis en brouillon
activity-article-removed = Article d’aide supprimé
activity-article-brought_back = Article d’aide rétabli
activity-help-set = Aide publique réglée
