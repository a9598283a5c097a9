# Importer les fichiers de statistiques des réseaux.
imports-title = Fichiers importés
imports-lead = Les exports de statistiques des réseaux, lus colonne par colonne.
imports-none = Aucun fichier importé
imports-none-lead = Téléchargez vos statistiques depuis Meta, LinkedIn, X, TikTok ou YouTube, puis apportez le fichier ici.
imports-new = Importer un fichier
imports-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
imports-problems-count = { $count ->
    [one] { $count } case illisible
   *[other] { $count } cases illisibles
}
imports-state-planned = À confirmer
imports-state-running = En cours
imports-state-done = Importé
imports-state-undone = Annulé

imports-new-title = Importer un fichier de statistiques
imports-new-lead = Apportez le fichier tel que le réseau vous l’a donné. Vous verrez comment il sera lu avant que rien ne soit enregistré.
imports-file = Fichier
imports-file-hint = CSV ou classeur Excel, une ligne par publication, 50 Mo au plus.
imports-file-none = Choisissez un fichier.
imports-file-empty = Ce fichier ne contient aucune ligne. Téléchargez-le de nouveau depuis le réseau.
imports-file-too-large = Ce fichier est trop grand : { $most } et un million de lignes au plus. Exportez une période plus courte.
imports-file-not-a-table = Ce fichier n’est pas un tableau. Apportez l’export CSV ou Excel du réseau, pas une image ni un PDF.
imports-file-bad-encoding = Les caractères de ce fichier ne peuvent pas être lus. Ouvrez-le dans un tableur et enregistrez-le en « CSV UTF-8 ».
imports-file-broken-workbook = Ce classeur est abîmé ou protégé par un mot de passe. Ouvrez-le, enregistrez-en une copie sans mot de passe, et réessayez.
imports-file-no-header = Aucune ligne ne nomme les colonnes. Gardez la première ligne de l’export du réseau.
imports-file-too-many-columns = Ce tableau a plus de 2 000 colonnes. Gardez celles des publications.
imports-nothing-yet = Rien n’est enregistré avant votre accord.
imports-read = Lire le fichier
imports-where = Où trouver le fichier
imports-where-facebook-name = Facebook et Instagram
imports-where-facebook = Meta Business Suite, Statistiques, Contenu, Exporter les données, niveau « Publication ».
imports-where-linkedin-name = LinkedIn
imports-where-linkedin = Page, Statistiques, Contenu, Exporter : la feuille « All posts » est lue.
imports-where-x-name = X
imports-where-x = Analytics, Contenu, Télécharger les données, publications et non jours.
imports-where-tiktok-name = TikTok
imports-where-tiktok = Outils pour les créateurs, Statistiques, Contenu, Télécharger.
imports-where-youtube-name = YouTube
imports-where-youtube = YouTube Studio, Données analytiques, Mode avancé, Exporter : le fichier « Table data ».

imports-mapping-title = Quelle colonne dit quoi
imports-recognised = Reconnu : { $name }
imports-recognised-lead = Les colonnes sont déjà associées. Vérifiez l’aperçu, puis importez.
imports-not-recognised = Colonnes à associer
imports-partly = Export non reconnu, colonnes trouvées par leur nom
imports-partly-lead = Vérifiez chaque association et l’aperçu avant d’importer.
imports-plan-no-recognised-column = Aucune colonne de chiffres n’a été reconnue. Dites pour chaque chiffre quelle colonne le donne.
imports-plan-days-not-posts = Cet export compte des jours du compte, pas des publications. Choisissez sur le réseau l’export « par publication ».
imports-plan-no-figure = Aucun chiffre n’a de colonne : il n’y a rien à importer. Associez au moins un chiffre.
imports-plan-no-such-column = Une colonne choisie n’est pas dans le fichier. Choisissez-en une autre.
imports-plan-not-a-zone = Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste.
imports-plan-no-network = Dites de quel réseau vient le fichier.
imports-how = Comment le lire
imports-network = Réseau
imports-channel = Compte
imports-channel-none = Aucun compte connecté
imports-channel-hint = Relie ces chiffres aux publications que Parvis a envoyées.
imports-order = Dates en chiffres
imports-order-day-first = Jour/mois
imports-order-month-first = Mois/jour
imports-order-hint = Deviné d’après les dates du fichier.
imports-zone = Fuseau des dates
imports-zone-hint = Pour les dates qui n’en disent pas.
imports-weekdays = Jour numéro 1
imports-weekdays-monday-first = Lundi
imports-weekdays-sunday-first = Dimanche
imports-weekdays-hint = Pour les jours donnés en chiffres.
imports-about = La publication
imports-figures = Les chiffres
imports-no-column = Aucune colonne
imports-preview = Aperçu
imports-preview-lead = Les premières lignes telles qu’elles seraient lues. Une case vide reste « non connu », jamais zéro.
imports-preview-rows = Premières lignes du fichier
imports-no-text = sans texte
imports-change = { $count ->
    [one] Voir ou changer la colonne associée
   *[other] Voir ou changer les { $count } colonnes associées
}
imports-preview-again = Mettre l’aperçu à jour
imports-run = { $count ->
    [one] Importer { $count } ligne
   *[other] Importer { $count } lignes
}
imports-another = Choisir un autre fichier
imports-left-out-one-day = Laissée de côté : un seul jour d’une publication dont le total est sur une autre ligne.
imports-left-out-total = Laissée de côté : le total des autres lignes.
imports-left-out-no-figure = Laissée de côté : aucun chiffre.
imports-left-out-too-many-cells = Laissée de côté : plus de cases que de colonnes.
import-field-remote-id = Identifiant sur le réseau
import-field-url = Adresse
import-field-text = Texte ou titre
import-field-format = Format
import-field-published-at = Date de parution
import-field-month = Mois (à défaut de date)
import-field-weekday = Jour de la semaine (à défaut de date)
import-field-hour = Heure (à défaut de date)
import-field-paid = Payante ou non
import-field-topic = Sujet ou catégorie
import-field-period = Période comptée par la ligne
import-template-facebook-uci = Facebook, statistiques de publications (UCI)
import-template-facebook-lifetime = Facebook, statistiques « Lifetime »
import-template-meta-instagram = Meta Business Suite, Instagram
import-template-meta-facebook = Meta Business Suite, Facebook
import-template-x-tweets = X, activité des tweets
import-template-x-posts = X, contenu
import-template-linkedin-posts = LinkedIn, publications d’une page
import-template-tiktok-videos = TikTok, contenu
import-template-youtube-videos = YouTube Studio, données des vidéos
import-template-x-days = X, compte par jour
import-template-linkedin-days = LinkedIn, page par jour

imports-one-title = { $file }
imports-progress = { $count ->
    [one] { $read } ligne lue sur { $count }
   *[other] { $read } lignes lues sur { $count }
}
imports-progress-label = Avancement de l’import
imports-leave = Vous pouvez quitter cette page : l’import continue, et se retrouve dans la liste des fichiers.
imports-look-again = Voir où il en est
imports-cut = Cet import a été interrompu
imports-cut-lead = { $count ->
    [one] { $count } ligne était lue. Reprenez-le : rien ne sera compté deux fois.
   *[other] { $count } lignes étaient lues. Reprenez-le : rien ne sera compté deux fois.
}
imports-resume = Reprendre
imports-undo = Annuler cet import
imports-undone = L’import de { $name } est annulé.
imports-undone-title = Cet import a été annulé
imports-undone-lead = Les chiffres qu’il avait apportés ont été retirés. Le fichier peut être importé de nouveau.
imports-new-posts = Nouvelles
imports-new-posts-note = publications que Parvis ne connaissait pas
imports-updated = Mises à jour
imports-updated-note = publications dont les chiffres ont changé
imports-unchanged = Inchangées
imports-unchanged-note = déjà connues, rien de neuf
imports-left-out = Laissées de côté
imports-left-out-note = totaux, jours isolés, lignes sans chiffre
imports-see-posts = Voir ces publications
imports-see-comparisons = Les comparer
imports-no-problem = Tout a été lu
imports-no-problem-lead = Aucune case illisible dans ce fichier. Les cases vides restent non connues.
imports-problems = { $count ->
    [one] { $count } case n’a pas pu être lue
   *[other] { $count } cases n’ont pas pu être lues
}
imports-problems-lead = Le reste de chaque ligne est importé ; ce qui n’a pas été lu reste non connu. Corrigez le fichier et importez-le de nouveau : rien ne sera compté deux fois.
imports-problems-caption = Ce qui n’a pas pu être lu, ligne par ligne
imports-problems-more = { $count ->
    [one] Et { $count } autre.
   *[other] Et { $count } autres.
}
imports-line = Ligne
imports-line-number = Ligne { $line }
imports-column = Colonne
imports-cell = Ce qui est écrit
imports-what = Ce qui ne va pas
import-problem-not-a-number = Ce n’est pas un nombre : chiffre non connu.
import-problem-not-whole = Ce n’est pas un nombre entier (décimales, pourcentage ou arrondi) : chiffre non connu.
import-problem-negative = Un nombre sous zéro : chiffre non connu.
import-problem-too-large = Un nombre trop grand pour être vrai : chiffre non connu.
import-problem-not-a-date = Ce n’est pas une date : la publication reste sans date.
import-problem-out-of-range = Ce n’est ni un mois, ni un jour, ni une heure.
import-problem-not-yes-or-no = Ni oui ni non : promotion non connue.
import-problem-damaged-id = Un tableur a arrondi cet identifiant : une autre colonne le remplace. Importez le fichier d’origine, sans l’ouvrir dans un tableur.
import-problem-no-figure = Aucun chiffre sur cette ligne : laissée de côté.
import-problem-too-many-cells = Plus de cases que de colonnes (guillemets manquants) : ligne laissée de côté.
