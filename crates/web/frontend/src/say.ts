// The few words the script says itself. A page may give its own:
// <html data-say-saved="…">; otherwise they follow <html lang>.

const FR = {
  saving: "Enregistrement…",
  saved: "Brouillon enregistré",
  failed: "Pas encore enregistré, nouvel essai dans un instant. Votre texte est gardé ici.",
  restore: "Un texte non enregistré a été retrouvé sur cet appareil.",
  "restore-yes": "Le reprendre",
  "restore-no": "L’oublier",
  copied: "Copié",
  lifted: "Pris. Flèches pour choisir le jour, Espace pour poser, Échap pour annuler.",
  moved: "Déplacé au",
  "not-moved": "Le déplacement n’a pas été accepté, tout est revenu à sa place.",
  undo: "Annuler",
  "upload-failed": "L’envoi du fichier a échoué. Réessayez.",
  close: "Fermer",
};

const EN: typeof FR = {
  saving: "Saving…",
  saved: "Draft saved",
  failed: "Not saved yet, trying again shortly. Your text is kept here.",
  restore: "Unsaved text was found on this device.",
  "restore-yes": "Bring it back",
  "restore-no": "Forget it",
  copied: "Copied",
  lifted: "Picked up. Arrows choose the day, Space drops, Escape cancels.",
  moved: "Moved to",
  "not-moved": "The move was not accepted, everything is back in place.",
  undo: "Undo",
  "upload-failed": "The file could not be sent. Try again.",
  close: "Close",
};

export type Said = keyof typeof FR;

export function language(): string {
  return document.documentElement.lang || "fr";
}

export function say(what: Said): string {
  const own = document.documentElement.getAttribute(`data-say-${what}`);
  return own ?? (language().startsWith("fr") ? FR : EN)[what];
}
