/** Forms left with unsaved changes, by what they are about: coming back finds them as they were, until the console is closed. */
export class KeptDrafts<Draft extends { isChanged: boolean }> {
  readonly #drafts = new Map<string, Draft>();

  /** The one that was left unsaved, else a new one. */
  of(key: string, make: () => Draft): Draft {
    const left = this.#drafts.get(key);
    if (left?.isChanged) return left;
    const draft = make();
    this.#drafts.set(key, draft);
    return draft;
  }
}
