# Vérifications d’une publication avant son départ.
checks-panel = Vérifications
checks-count =
    { $count ->
        [0] Aucune remarque
        [one] Une remarque
       *[other] { $count } remarques
    }
checks-fine = Rien à redire.
checks-links-wait = Les liens sont en cours de vérification…
checks-accepted = vu
checks-level-stops = Arrête
checks-level-asks = Demande
checks-level-informs = Signale
checks-level-stops-about = Rien ne part tant que ce n’est pas corrigé.
checks-level-asks-about = Une personne confirme qu’elle a vu, pour ce texte.
checks-level-informs-about = C’est dit à côté du texte, sans rien empêcher.
checks-level-of = Force de la vérification « { $check } »
checks-schedule-anyway = Programmer quand même
checks-publish-anyway = Publier quand même
checks-insert = Ajouter « { $mention } »
checks-mention-collaboration = Collaboration commerciale
checks-mention-retouched = Images retouchées
checks-quoted = « { $word } »
checks-and = { $some } et { $last }
checks-minutes =
    { $count ->
        [one] une minute
       *[other] { $count } minutes
    }
checks-hours =
    { $count ->
        [one] une heure
       *[other] { $count } heures
    }
checks-hours-minutes = { $hours } h { $minutes }
checks-language-fr = français
checks-language-en = anglais
checks-language-de = allemand
checks-language-es = espagnol
checks-language-it = italien
checks-language-nl = néerlandais
checks-language-pt = portugais
checks-language-br = breton
checks-language-ca = catalan
checks-language-pl = polonais
checks-language-ar = arabe

checks-twin = Même texte partout
checks-twin-about = Un texte identique, ou presque, sur plusieurs réseaux : ceux qui vous suivent à deux endroits le voient deux fois, et chaque réseau a ses usages.
checks-saw-twin = { $networks } disent la même chose ({ $percent } % de mots en commun).
checks-twin-way-opening = Changez d’abord la première phrase de l’une des versions, puis ses mots-clés ou l’angle.
checks-twin-way = Gardez l’idée, changez l’angle ou les mots-clés de l’une des versions.
checks-repeated = Déjà dit
checks-repeated-about = Le même texte, ou presque, que sur ce compte dans les deux derniers mois.
checks-saw-repeated = Presque le même texte que le { $when } ({ $percent } % de mots en commun).
checks-repeated-way = Dites-le autrement, ou attendez que l’eau ait coulé.
checks-off-topic = Hors des thèmes
checks-off-topic-about = Un texte où l’on ne reconnaît aucun thème de la charte. Ceux qui vous suivent le font pour une raison.
checks-saw-off-topic = On n’y reconnaît aucun thème de la charte : { $topics }.
checks-off-topic-way = Choisissez le thème s’il en a un, ou ajoutez à la charte le mot qui manque.
checks-avoided = Mots à éviter
checks-avoided-about = Les mots que la charte écarte.
checks-preferred = Mots à préférer
checks-preferred-about = Les mots auxquels la charte en préfère d’autres.
checks-saw-word = « { $words } »
checks-saw-word-why = « { $words } » : { $why }
checks-word-instead = Écrivez plutôt « { $instead } ».
checks-avoided-way = Trouvez un autre mot.
checks-preferred-way = Trouvez un autre mot.
checks-regulated = Vocabulaire réglementé
checks-regulated-about = Les mots que la loi encadre : compléments alimentaires et santé, alcool, finance, jeux d’argent. Les listes se règlent dans la charte.
checks-saw-regulated = { $words } : { $field }.
checks-flooding = Rythme
checks-flooding-about = Plus de publications que le rythme voulu pour ce compte, ou trop près d’une autre.
checks-saw-too-many-a-day =
    { $count ->
        [one] La première du { $day }, pour { $most } au plus.
       *[other] La { $count }e du { $day }, pour { $most } au plus.
    }
checks-saw-too-many-a-week =
    { $count ->
        [one] La première de la semaine, pour { $wanted } voulues.
       *[other] La { $count }e de la semaine, pour { $wanted } voulues.
    }
checks-saw-too-close = À { $minutes } d’une autre, le { $when } ; la charte demande { $least }.
checks-flooding-way = Choisissez un autre jour ou une autre heure.
checks-alt-text = Images décrites
checks-alt-text-about = Une image sans texte pour ceux qui ne la voient pas.
checks-saw-no-alt =
    { $count ->
        [one] L’image { $picture } n’est pas décrite.
       *[other] { $count } images ne sont pas décrites.
    }
checks-alt-text-way = Dites en une phrase ce qu’on y voit, sous l’image.
checks-dead-link = Liens morts
checks-dead-link-about = Un lien qui ne mène nulle part. Ils sont essayés en écrivant, à la programmation, puis juste avant l’envoi.
checks-saw-dead-link = { $url } : { $seen } (vérifié { $when }).
checks-link-not-found = cette page n’existe pas
checks-link-broken = le site répond par une erreur { $status }
checks-link-no-answer = le site ne répond pas
checks-link-private = cette adresse n’est visible que depuis votre réseau
checks-dead-link-way = Corrigez l’adresse, ou réessayez dans quelques minutes si le site est en travaux.
checks-untracked = Liens non suivis
checks-untracked-about = Un lien vers l’un de vos sites sans marque de suivi : vous ne saurez pas ce qu’il a apporté. Vos sites se disent dans la charte.
checks-saw-untracked = { $url } ne dit pas d’où viendront les visites.
checks-untracked-way = Activez le suivi des liens dans les réglages de la marque, ou ajoutez à l’adresse utm_source, utm_medium et utm_campaign.
checks-personal-profile = Profil personnel
checks-personal-profile-about = Un compte qui est le profil d’une personne, et non celui de la marque.
checks-saw-personal-profile = Ce compte est le profil d’une personne.
checks-personal-profile-way = Publiez plutôt depuis la page de la marque, ou assurez-vous que la personne est d’accord.
checks-personal-content = Vie privée
checks-personal-content-about = Un texte qui parle de la famille, des vacances ou des soirées de qui l’écrit.
checks-saw-private = « { $words } » parle d’une personne, pas de la marque.
checks-personal-content-way = Gardez-le pour votre compte à vous, ou dites ce qu’il apporte à ceux qui suivent la marque.
checks-collaboration = Collaboration non déclarée
checks-collaboration-about = Un texte qui laisse penser à un échange avec une autre marque, sans la mention que la loi demande (loi du 9 juin 2023, article 5).
checks-saw-collaboration = « { $words } » laisse penser à une collaboration commerciale.
checks-collaboration-way = S’il y a un avantage, même un cadeau, déclarez-la et ajoutez « Publicité » ou « Collaboration commerciale ».
checks-collaboration-mention = Mention de collaboration
checks-collaboration-mention-about = Une collaboration que vous avez déclarée, sans « Publicité » ni « Collaboration commerciale » dans le texte (loi du 9 juin 2023, article 5).
checks-saw-no-mention = La collaboration est déclarée, mais le texte ne le dit pas.
checks-saw-no-mention-of = La collaboration avec { $partner } est déclarée, mais le texte ne le dit pas.
checks-collaboration-mention-way = La loi demande « Publicité » ou « Collaboration commerciale », lisible dans le texte même.
checks-retouched = Images retouchées
checks-retouched-about = Une image que vous avez dite retouchée, sans la mention « Images retouchées » (loi du 9 juin 2023, article 5).
checks-saw-no-retouch-mention = L’image est dite retouchée, mais le texte ne le dit pas.
checks-retouched-way = La loi demande la mention « Images retouchées ».
checks-wrong-language = Langue
checks-wrong-language-about = Un texte écrit dans une autre langue que celle du compte, de la publication ou de la charte.
checks-saw-language = Le texte semble écrit en { $found } ; on attend : { $expected }.
checks-wrong-language-way = Traduisez-le, ou dites la langue de la publication si c’est voulu.
checks-unsupported = Usages du réseau
checks-unsupported-about = Des mots sur ce que le réseau n’a pas : « retweetez », « lien en bio », un sondage absent.
checks-saw-elsewhere = « { $words } » se dit sur { $home }, pas ici.
checks-saw-no-poll = « { $words } », mais la publication n’a pas de sondage.
checks-no-poll-way = Ajoutez le sondage, ou posez la question autrement.
checks-unsupported-way = Dites-le avec les mots de ce réseau, dans la version de ce compte.
checks-private-message = Message privé
checks-private-message-about = Une invitation à écrire en privé là où la personne doit d’abord s’abonner ou être suivie.
checks-saw-follow-first = « { $words } » : ici, la personne doit d’abord suivre le compte ou être suivie par lui.
checks-private-message-way = Ouvrez vos messages à tous dans les réglages du réseau, ou donnez un e-mail ou un téléphone.
checks-paused = Pause
checks-paused-about = Une publication préparée pendant que la marque ou le compte est en pause, au cours d’une crise par exemple.
checks-saw-brand-paused = Les envois de la marque sont en pause depuis le { $when }.
checks-saw-brand-paused-for = Les envois de la marque sont en pause depuis le { $when } : { $reason }.
checks-saw-channel-paused = Ce compte est en pause depuis le { $when }.
checks-paused-way = Elle sera retenue à son heure ; relisez-la à la lumière de ce qui se passe.

checks-settings-title = Vérifications
checks-settings-lead = Ce qui est regardé pendant qu’on écrit, quand on programme, puis juste avant l’envoi.
checks-settings-save = Enregistrer
checks-settings-saved = Vérifications enregistrées.
checks-group-law = La loi
checks-group-charter = La charte
checks-group-craft = Le métier
checks-group-people = Les personnes et le moment
