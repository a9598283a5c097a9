// Writing in a text where the cursor is.

/** What a text becomes, and where the cursor stands, when words take the place of a selection. */
export function inserted(text: string, start: number, end: number, words: string): { text: string; at: number } {
  return { text: text.slice(0, start) + words + text.slice(end), at: start + words.length };
}

/** Writes there and says so, as if it had been typed. */
export function insertAt(field: HTMLTextAreaElement, words: string, from = field.selectionStart): void {
  const made = inserted(field.value, from, field.selectionEnd, words);
  field.value = made.text;
  field.focus();
  field.setSelectionRange(made.at, made.at);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
