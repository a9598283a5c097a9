// The composer: versions that follow the common text, and pictures put in order without a reload.

export function composer(form: HTMLFormElement): void {
  const common = form.querySelector<HTMLTextAreaElement>("[data-common]");
  const variants = [...form.querySelectorAll<HTMLTextAreaElement>("[data-variant]")];
  if (!common) return;

  const show = (variant: HTMLTextAreaElement, own: boolean) => {
    variant.toggleAttribute("data-following", !own);
    const panel = variant.closest<HTMLElement>("[data-text-panel]");
    const tab = form.querySelector(`[data-tab="${panel?.dataset["textPanel"]}"]`);
    panel?.querySelector("[data-follows]")?.toggleAttribute("hidden", own);
    panel?.querySelector("[data-follow]")?.toggleAttribute("hidden", !own);
    tab?.querySelector("[data-own-badge]")?.toggleAttribute("hidden", !own);
  };

  form.addEventListener(
    "input",
    (event) => {
      if (event.target === common) {
        for (const one of variants) if (one.hasAttribute("data-following")) one.value = common.value;
      } else if (event.target instanceof HTMLTextAreaElement && variants.includes(event.target)) {
        show(event.target, event.target.value !== common.value);
      }
    },
    true,
  );
  form.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "channel" || box.checked) return;
    const tab = form.querySelector<HTMLInputElement>(`#tab-${box.id.replace("channel-", "")}`);
    if (tab?.checked) form.querySelector<HTMLInputElement>("#tab-0")?.click();
  });
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    const variant = button.name === "follow" ? variants.find((one) => one.name === `variant-${button.value}`) : undefined;
    if (variant) {
      variant.value = common.value;
      show(variant, false);
      variant.focus();
    } else if (!arrange(button)) return;
    event.preventDefault();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Removes or moves the picture whose button was pressed; says whether it was one of those. */
function arrange(button: HTMLButtonElement): boolean {
  const item = button.closest("li.media-item");
  const list = item?.parentElement;
  if (!item || !list) return false;
  if (button.name === "remove") {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next?.querySelector<HTMLElement>("textarea") ?? document.querySelector<HTMLElement>("#file"))?.focus();
  } else if (button.name === "earlier") {
    if (item.previousElementSibling) list.insertBefore(item, item.previousElementSibling);
    button.focus();
  } else if (button.name === "later") {
    if (item.nextElementSibling) list.insertBefore(item.nextElementSibling, item);
    button.focus();
  } else return false;
  return true;
}
