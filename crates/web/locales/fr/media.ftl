# Ce qui ne va pas avec une image envoyée.
media-file = Ce fichier
media-not-an-image = « { $name } » n’est ni une image, ni une vidéo que Parvis connaît. Envoyez un fichier JPEG, PNG, GIF, WebP, MP4, MOV ou WebM.
media-not-an-image-pdf = « { $name } » est un PDF. Enregistrez la page voulue en JPEG ou PNG.
media-not-an-image-heic = « { $name } » est au format HEIC des iPhone. Exportez-la en JPEG, ou réglez l’appareil photo sur « Le plus compatible ».
media-not-an-image-avif = « { $name } » est au format AVIF. Enregistrez-la en JPEG ou PNG.
media-not-an-image-tiff = « { $name } » est au format TIFF. Enregistrez-la en JPEG ou PNG.
media-not-an-image-bmp = « { $name } » est au format BMP. Enregistrez-la en JPEG ou PNG.
media-not-an-image-svg = « { $name } » est un dessin SVG. Exportez-le en PNG.
media-not-an-image-video = « { $name } » est une vidéo : il faut ici une image.
media-not-an-image-empty = « { $name } » est vide. Choisissez le fichier à nouveau.
media-too-large = « { $name } » est trop lourd : { $most } au plus. Réduisez-le, puis recommencez.
media-too-many-pixels = « { $name } » est trop grande : { $most } millions de pixels au plus. Réduisez-la, puis recommencez.
media-broken = « { $name } » est abîmée et ne peut pas être lue. Enregistrez-la à nouveau depuis un logiciel d’images.
media-not-an-image-text = « { $name } » contient du texte, quoi qu’en dise son nom : ce n’est ni une image, ni une vidéo.
media-not-an-image-sound = « { $name } » ne contient que du son. Envoyez une vidéo avec une image.
media-not-an-image-matroska = « { $name } » est une vidéo Matroska (MKV), que les réseaux ne prennent pas. Exportez-la en MP4 (H.264 et AAC).
media-broken-film = « { $name } » est abîmée ou incomplète : la vidéo ne peut pas être lue. Exportez-la à nouveau en MP4, puis recommencez.
