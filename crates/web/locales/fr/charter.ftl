# La charte éditoriale.
charter-title = Charte éditoriale
charter-lead = Comment nous parlons, de quoi, et à quel rythme.
charter-checks = Vérifications
charter-read-only = Seuls les responsables changent la charte.
charter-change = Modifier
charter-save = Enregistrer
charter-saved = Charte enregistrée.
charter-on = Surveillé
charter-off = Non surveillé

charter-proposal = Une charte pour commencer
charter-proposal-lead = Voici ce qui convient à la plupart des petites entreprises. Gardez ce qui vous ressemble, le reste se change ensuite.
charter-proposal-topics = Thèmes
charter-proposal-products = Nos produits
charter-proposal-products-about = Ce que l’on vend, ce qui arrive, ce qui revient.
charter-proposal-products-words = produit, nouveauté, nouveau, arrivage, collection, carte, saison, recette
charter-proposal-making = Les coulisses
charter-proposal-making-about = Le métier, les gestes, l’atelier avant l’ouverture.
charter-proposal-making-words = coulisse, atelier, fabrication, geste, métier, matière, préparer, préparation
charter-proposal-advice = Conseils
charter-proposal-advice-about = Ce que l’on sait et qui sert à d’autres.
charter-proposal-advice-words = conseil, astuce, comment, choisir, erreur, entretien, question, idée
charter-proposal-people = Les gens
charter-proposal-people-about = L’équipe, les clients, les voisins, ceux avec qui l’on travaille.
charter-proposal-people-words = équipe, rencontre, portrait, merci, client, producteur, partenaire, voisin
charter-proposal-news = Vie pratique
charter-proposal-news-about = Horaires, rendez-vous, marchés, fermetures.
charter-proposal-news-words = horaire, ouvert, fermé, ouverture, fermeture, marché, rendez-vous, congés, inscription
charter-proposal-more = Et aussi
charter-proposal-tone = Chaleureux et clair : on raconte le métier comme on le ferait au comptoir, avec des mots simples et des faits.
charter-proposal-tone-words = chaleureux, clair, précis
charter-proposal-tone-box = Un ton { $words }
charter-proposal-cadence = Sur chaque compte, { $week } publications par semaine, { $day } par jour au plus, { $hours } heures entre deux
charter-proposal-keep = Garder ce qui est coché
charter-proposal-after = Rien n’est figé : chaque partie se modifie à sa place, plus bas.
charter-proposal-kept = Voilà une première charte. Chaque partie se modifie à sa place.

charter-voice = Voix
charter-voice-lead = Le ton, les langues, vos sites.
charter-voice-none = Aucun ton n’est dit encore.
charter-tone = Ton
charter-tone-hint = Quelques phrases pour qui écrit : à qui l’on parle, comment, ce que l’on ne fait pas.
charter-tone-words = Le ton en quelques mots
charter-tone-words-hint = Séparés par des virgules : chaleureux, précis, sans jargon.
charter-tone-long = 2 000 caractères au plus.
charter-tone-words-long = Vingt mots au plus, de 40 caractères chacun.
charter-languages = Langues
charter-languages-hint = Par leur code, séparés par des virgules : fr, en. Vide : la langue de la marque.
charter-languages-wrong = Écrivez des codes de langue : fr, en, br.
charter-sites = Vos sites
charter-sites-hint = Un par ligne : fournil.fr. Les liens qui y mènent doivent pouvoir être suivis.
charter-sites-none = Aucun
charter-sites-wrong = Écrivez des noms de sites : fournil.fr.

charter-topics = Thèmes
charter-topics-lead = Ce dont on parle, et la part que l’on veut à chacun.
charter-topics-none = Aucun thème encore. Trois à cinq suffisent à la plupart des marques.
charter-topic-add = Ajouter un thème
charter-topic-added = Thème « { $name } » ajouté.
charter-topic-name = Nom
charter-topic-name-wrong = Un nom de 80 caractères au plus.
charter-topic-taken = Un autre thème porte ce nom.
charter-topic-about = Ce qui en relève
charter-topic-words = Mots par lesquels on le reconnaît
charter-topic-words-hint = Séparés par des virgules. Pluriels et accords sont reconnus.
charter-topic-no-words = Aucun mot : on ne le reconnaîtra pas dans un texte.
charter-topic-archive = Mettre de côté
charter-topic-archived = Thème « { $name } » mis de côté.
charter-topic-take-up = Reprendre
charter-topic-taken-up = Thème « { $name } » repris.
charter-topics-away =
    { $count ->
        [one] Un thème mis de côté
       *[other] { $count } thèmes mis de côté
    }
charter-colour = Couleur
charter-colour-wrong = Choisissez une couleur.
charter-share = Part voulue
charter-share-hint = En pour cent de ce qui est publié. Vide : aucune part demandée.
charter-share-wrong = Un nombre de 1 à 100.
charter-shares-over = Les parts font { $total } % en tout : plus que le tout.

charter-words = Mots
charter-words-lead = Ceux que l’on préfère, ceux que l’on évite.
charter-words-none = Aucun mot encore : le nom exact d’un produit, un terme qui fâche…
charter-words-prefer = À préférer
charter-words-avoid = À éviter
charter-rather-than = plutôt que « { $word } »
charter-word-add = Ajouter un mot
charter-word-kind = Ce mot
charter-word-avoid = est à éviter
charter-word-prefer = est à remplacer par un autre, préféré
charter-word-word = Mot à repérer
charter-word-hint = « guéri* » repère guérir, guérit… ; « pas cher (sauf : pas plus cher) » fait une exception.
charter-word-instead = À écrire à la place
charter-word-why = Pourquoi
charter-word-wrong = Un mot de 200 caractères au plus.
charter-word-taken = Ce mot est déjà dans la charte.
charter-word-instead-missing = Que faut-il écrire à la place ?
charter-word-long = 300 caractères au plus.
charter-word-remove = Retirer ce mot
charter-word-removed = « { $name } » retiré de la charte.

charter-formats = Formats
charter-formats-lead = La part que l’on veut à chaque forme.
charter-formats-none = Aucune part demandée. Le texte seul lasse : variez avec des images, des vidéos, des sondages.
charter-formats-hint = En pour cent ; 100 en tout au plus. Vide : aucune part demandée.
charter-formats-wrong = Des nombres de 0 à 100, et 100 en tout au plus.
charter-format-text = Texte
charter-format-link = Lien
charter-format-image = Image
charter-format-carousel = Plusieurs images
charter-format-gif = Image animée
charter-format-video = Vidéo
charter-format-thread = Suite de messages
charter-format-poll = Sondage

charter-cadence = Rythme
charter-cadence-lead = À quelle fréquence, compte par compte.
charter-cadence-no-channel = Reliez un compte pour dire à quel rythme y publier.
charter-cadence-none = Aucun rythme demandé.
charter-cadence-wrong = Des nombres entiers : jusqu’à 200 par semaine, 50 par jour, et une semaine (10 080 minutes) entre deux.
charter-per-week = Par semaine, voulues
charter-per-week-hint = 10 à 20 par mois sur chaque réseau est un bon repère.
charter-most-per-day = Par jour, au plus
charter-least-gap = Minutes entre deux
charter-least-gap-hint = Au moins.
charter-channel-language = Langue de ce compte
charter-channel-language-usual = Celle de la publication ou de la charte
charter-channel-personal = C’est le profil d’une personne
charter-personal = Profil personnel
charter-said-per-week =
    { $count ->
        [one] une par semaine
       *[other] { $count } par semaine
    }
charter-said-per-day =
    { $count ->
        [one] une par jour au plus
       *[other] { $count } par jour au plus
    }
charter-said-gap = { $gap } entre deux au moins

charter-regulated = Vocabulaire réglementé
charter-regulated-lead = Des mots que la loi encadre. Une liste repère, elle ne juge pas : quelqu’un relit avec la règle sous les yeux.
charter-regulated-food = Compléments alimentaires et santé
charter-regulated-food-rule = Aucun aliment ne peut être dit prévenir, traiter ou guérir une maladie ; pas de promesse de kilos perdus, pas de recommandation de médecin ; un bienfait général s’accompagne d’une allégation autorisée.
charter-regulated-food-source = Règlement (CE) nᵒ 1924/2006, articles 10 et 12 ; directive 2002/46/CE, article 6 ; règlement (UE) nᵒ 1169/2011, article 7
charter-regulated-alcohol = Alcool
charter-regulated-alcohol-rule = Dites le degré, l’origine, la composition, l’élaboration, la vente ; jamais la fête, le sport, la réussite, la séduction ni la santé ; avec « L’abus d’alcool est dangereux pour la santé, à consommer avec modération ».
charter-regulated-alcohol-source = Loi Évin : code de la santé publique, articles L3323-2 à L3323-4
charter-regulated-finance = Finance et cryptoactifs
charter-regulated-finance-rule = Aucun gain n’est garanti et le risque se dit aussi clairement que l’avantage ; les cryptoactifs ne sont promus que par ou pour un prestataire enregistré ou agréé.
charter-regulated-finance-source = Code monétaire et financier, doctrine de l’AMF et de l’ACPR ; loi du 9 juin 2023, article 4
charter-regulated-gambling = Jeux d’argent
charter-regulated-gambling-rule = Jamais comme un moyen de gagner sa vie, jamais vers les mineurs ; avec la mise en garde et joueurs-info-service.fr (09 74 75 13 13).
charter-regulated-gambling-source = Code de la sécurité intérieure ; décret nᵒ 2020-1349 du 4 novembre 2020 ; lignes directrices de l’ANJ
charter-regulated-active = Surveiller ces mots
charter-regulated-terms = Mots repérés
charter-regulated-terms-hint = Un par ligne. « * » : toute fin de mot ; « … » : quelques mots entre deux ; « (avec : …) » et « (sauf : …) » : à condition que le texte contienne, ou non. Une condition seule sur sa ligne vaut pour toute la liste.
charter-regulated-usual =
    { $count ->
        [one] La liste de Parvis, une ligne
       *[other] La liste de Parvis, { $count } lignes
    }
charter-regulated-own =
    { $count ->
        [one] Votre liste, une ligne
       *[other] Votre liste, { $count } lignes
    }
charter-regulated-back = Revenir à la liste de Parvis
charter-regulated-long = Cette liste est trop longue : 20 000 caractères au plus.
