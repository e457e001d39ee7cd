/** What was pasted and not added, per event: the same box stands in the editor and beside the running event. */
export const keptPastes = new Map<string, string>();
