// Everything here only makes quicker what works without it. Pages ask by
// data-attributes; to add a comfort, write a module and give it a line below.
import { autosave } from "./autosave.ts";
import { checks } from "./checks.ts";
import { choosing, printing } from "./choose.ts";
import { composer } from "./composer.ts";
import { cropper } from "./crop.ts";
import { drag } from "./drag.ts";
import { inbox } from "./inbox.ts";
import { keys } from "./keys.ts";
import { library } from "./library.ts";
import { live } from "./live.ts";
import { mentions } from "./mentions.ts";
import { pushing } from "./push.ts";
import { queue } from "./queue.ts";
import { refresh } from "./refresh.ts";
import { copying, dialogs, forms, guessZone, lastWords, menus, relativeTimes, sharing, tabs, theme } from "./small.ts";
import { toasts } from "./toast.ts";
import { uploads } from "./upload.ts";

/** Runs `start` once on each element that asks for it, now and after a swap. */
function each<E extends Element>(address: string, start: (one: E) => void): void {
  const ready = new WeakSet<Element>();
  const look = () => {
    for (const one of document.querySelectorAll<E>(address)) {
      if (ready.has(one)) continue;
      ready.add(one);
      start(one);
    }
  };
  look();
  document.addEventListener("parvis:swapped", look);
}

theme();
toasts();
menus();
tabs();
lastWords();
dialogs();
keys();
copying();
sharing();
forms();
uploads();
library();
drag();
choosing();
printing();
queue();
relativeTimes();
each<HTMLFormElement>("form[data-composer]", composer);
each<HTMLFormElement>("form[data-cropper]", cropper);
each<HTMLFormElement>("form[data-composer]", checks);
each<HTMLFormElement>("form[data-live]", live);
each<HTMLTextAreaElement>("textarea[data-mentions]", mentions);
each<HTMLFormElement>("form[data-autosave]", autosave);
each<HTMLElement>("[data-push]", pushing);
each<HTMLSelectElement | HTMLInputElement>("[data-guess-zone]", guessZone);
each<HTMLElement>("[data-pulse]", inbox);
// Once per page: a piece that refreshes finds itself again by its id.
document.querySelectorAll<HTMLElement>("[data-refresh]").forEach(refresh);
