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
  lifted: "Prise. Flèches pour choisir, Entrée pour poser, Alt et Entrée pour copier, Échap pour renoncer.",
  moved: "Déplacé au",
  unplaced: "La date est enlevée : c’est de nouveau une idée.",
  "copied-to": "Copiée au",
  "given-up": "Rien n’a changé.",
  ideas: "Idées, sans date",
  "not-moved": "Le déplacement n’a pas été accepté, tout est revenu à sa place.",
  undo: "Annuler",
  "upload-failed": "L’envoi du fichier a échoué. Réessayez.",
  close: "Fermer",
  suggestions: "Propositions",
  emoji: "Choisir un émoji",
  "emoji-search": "Chercher un émoji",
};

const EN: typeof FR = {
  saving: "Saving…",
  saved: "Draft saved",
  failed: "Not saved yet, trying again shortly. Your text is kept here.",
  restore: "Unsaved text was found on this device.",
  "restore-yes": "Bring it back",
  "restore-no": "Forget it",
  copied: "Copied",
  lifted: "Picked up. Arrows choose, Enter drops, Alt and Enter copies, Escape gives up.",
  moved: "Moved to",
  unplaced: "The date is gone: it is an idea again.",
  "copied-to": "Copied to",
  "given-up": "Nothing changed.",
  ideas: "Ideas, without a date",
  "not-moved": "The move was not accepted, everything is back in place.",
  undo: "Undo",
  "upload-failed": "The file could not be sent. Try again.",
  close: "Close",
  suggestions: "Suggestions",
  emoji: "Choose an emoji",
  "emoji-search": "Search emoji",
};

export type Said = keyof typeof FR;

export function language(): string {
  return document.documentElement.lang || "fr";
}

export function say(what: Said): string {
  const own = document.documentElement.getAttribute(`data-say-${what}`);
  return own ?? (language().startsWith("fr") ? FR : EN)[what];
}
