# La médiathèque.
library-title = Médiathèque
library-lead = Les images, les GIF et les vidéos de la marque, avec ce qu’ils montrent.
library-all = Tout
library-see-all = Voir toute la médiathèque
library-folders = Dossiers
library-folder = Dossier
library-no-folder = Aucun dossier
library-folder-lead = { $count ->
    [0] Rien directement ici.
    [one] { $count } fichier directement ici.
   *[other] { $count } fichiers directement ici.
    }
library-folder-new = Nouveau dossier
library-folder-name = Nom du dossier
library-folder-in = Rangé dans
library-folder-in-none = La médiathèque
library-folder-make = Créer le dossier
library-folder-change = Modifier le dossier
library-folder-remove = Supprimer le dossier, garder son contenu
library-folder-made = Dossier « { $name } » créé.
library-folder-kept = Dossier « { $name } » enregistré.
library-folder-removed = Dossier « { $name } » supprimé : son contenu est resté.
library-folder-wrong-name = Donnez au dossier un nom de { $most } caractères au plus.
library-folder-taken = Un dossier porte déjà ce nom ici. Choisissez-en un autre.
library-folder-too-deep = Un dossier peut en contenir d’autres, mais pas plus profond. Rangez-le un niveau plus haut.
library-folder-too-many = La médiathèque a déjà { $most } dossiers. Supprimez-en un d’abord.
library-search = Chercher
library-search-hint = Nom, description, étiquette
library-find = Chercher
library-kind = Nature
library-kind-any = Toutes
library-kind-image = Image
library-kind-gif = GIF
library-kind-video = Vidéo
library-only = Montrer
library-only-all = Tout
library-only-no-alt = Sans texte alternatif
library-only-unused = Jamais utilisés
library-only-loose = Hors de tout dossier
library-only-bin = La corbeille
library-tag = Étiquette
library-tag-any = Toutes
library-tag-new = Étiquette
library-tag-add = Étiqueter
library-drop = Déposez ici des images ou des vidéos, ou choisissez-les
library-drop-hint = JPEG, PNG, GIF, WebP, MP4, MOV ou WebM
library-send = Envoyer
library-no-file = Choisissez au moins un fichier.
library-taken = { $count ->
    [one] Un fichier ajouté.
   *[other] { $count } fichiers ajoutés.
    }
library-uses = { $count ->
    [one] Utilisé une fois
   *[other] Utilisé { $count } fois
    }
library-unused = Pas encore utilisé
library-no-alt = Sans texte alternatif
library-choose = Sélectionner « { $name } »
library-selection = Sélection
library-chosen-one = 1 fichier sélectionné
library-chosen-many = # fichiers sélectionnés
library-move = Ranger
library-move-to = Ranger dans
library-moved = { $count ->
    [one] Un fichier rangé.
   *[other] { $count } fichiers rangés.
    }
library-tagged = { $count ->
    [one] Un fichier étiqueté.
   *[other] { $count } fichiers étiquetés.
    }
library-remove = Mettre à la corbeille
library-removed = { $count ->
    [one] Un fichier mis à la corbeille.
   *[other] { $count } fichiers mis à la corbeille.
    }
library-restore = Remettre dans la médiathèque
library-restored = { $count ->
    [one] Un fichier remis dans la médiathèque.
   *[other] { $count } fichiers remis dans la médiathèque.
    }
library-nothing-chosen = Sélectionnez d’abord des fichiers.
library-planned = { $count ->
    [one] « { $name } » part avec une publication programmée. Retirez-le d’abord de cette publication.
   *[other] « { $name } » part avec { $count } publications programmées. Retirez-le d’abord de ces publications.
    }
library-planned-one = Ce fichier part avec une publication programmée.
library-planned-lead = Retirez-le d’abord de la publication, ou attendez qu’elle soit partie : la liste est sur cette page.
library-in-bin = Ce fichier est dans la corbeille.
library-bin-empty = La corbeille est vide
library-bin-lead = Ce que rien n’utilise y reste trente jours, puis disparaît. Ce que des publications ont montré y reste visible.
library-none = Rien pour l’instant
library-none-lead = Envoyez vos premières images : elles serviront à toutes vos publications, avec leur texte alternatif.
library-none-found = Rien ne correspond
library-none-found-lead = Essayez d’autres mots, ou regardez toute la médiathèque.
library-name = Nom
library-alt = Texte alternatif
library-alt-hint = Ce que l’on voit, pour les personnes qui ne le voient pas. Proposé à chaque publication qui l’utilise.
library-alt-of-post = Dans une publication : « { $text } »
library-tags = Étiquettes
library-tags-hint = Séparées par des virgules : Noël, vitrine
library-save = Enregistrer
library-kept = Enregistré.
library-save-file = Télécharger
library-used = Utilisé dans
library-used-nowhere = Aucune publication ne l’utilise pour l’instant.
library-facts = Détails
library-size = Dimensions
library-weight = Poids
library-length = Durée
library-not-known = Non connue
library-codecs = Codecs
library-silent = sans son
library-rate = Cadence
library-rate-of = { $rate } images par seconde
library-taken-on = Ajouté
library-by = par { $name }
library-part-of = Recadré depuis
library-codec-h264 = H.264
library-codec-hevc = HEVC (H.265)
library-codec-av1 = AV1
library-codec-vp8 = VP8
library-codec-vp9 = VP9
library-codec-mpeg4 = MPEG-4
library-codec-prores = ProRes
library-codec-aac = AAC
library-codec-opus = Opus
library-codec-vorbis = Vorbis
library-codec-mp3 = MP3
library-codec-pcm = PCM
library-codec-alac = ALAC
library-codec-unknown = inconnu
library-animate = Animer
library-still = Arrêter
library-poster = Vignette
library-poster-lead = L’image montrée à la place de la vidéo dans les listes. Le navigateur la tire de la vidéo quand il sait la lire.
library-poster-take = Prendre l’image affichée
library-poster-none = Revenir à la tuile simple
library-poster-choose = Choisir une image de la médiathèque
library-poster-send = Envoyer une image
library-poster-file = Image
library-poster-use = Utiliser cette image
library-poster-kept = Vignette enregistrée.
library-crop = Recadrer
library-crop-again = Revoir le cadrage
library-crop-title = Recadrer
library-crop-lead = Choisissez une forme, placez le cadre. L’original reste tel quel.
library-crop-shapes = Formes
library-crop-free = Libre
library-crop-free-hint = À votre guise
library-crop-left = Depuis la gauche
library-crop-top = Depuis le haut
library-crop-width = Largeur
library-crop-height = Hauteur
library-crop-size = En pixels, dans une image de { $width } × { $height }.
library-crop-frame = Cadre
library-crop-keys = Au clavier, dans le cadre : les flèches le déplacent, Maj et flèches changent sa taille, Alt et flèches avancent d’un pixel.
library-crop-make = Créer l’image recadrée
library-crop-kept = Le texte alternatif, le dossier et les étiquettes sont repris.
library-crop-not-a-picture = Seule une image fixe peut être recadrée.
library-crop-outside = Le cadre sort de l’image, ou mesure moins de { $least } pixels. Corrigez les nombres.
library-cropped = Image recadrée.
library-pick = Choisir dans la médiathèque
library-pick-lead = Les { $count } plus récents de ce que vous cherchez.
library-pick-post = Publication
library-pick-add = Ajouter à la publication
library-pick-close = Fermer
library-added = Ajouté à la publication.
library-wrong-name = Donnez un nom, de 200 caractères au plus.
library-wrong-alt = Le texte alternatif a plus de { $most } caractères. Raccourcissez-le.
library-wrong-tag = Une étiquette a au plus { $most } caractères.
library-wrong-tags = Un fichier porte au plus { $most } étiquettes.
library-wrong-folder = Ce dossier n’existe plus. Choisissez-en un autre.
