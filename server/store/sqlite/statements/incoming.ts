/** One thing that comes with an id: what of it is here, and how to add it. */
export interface Incoming {
  noun: string;
  id: string;
  here: unknown;
  comes: unknown;
  add(): void;
}
