/** Why the data cannot be used, in one line for a person: what is the matter, what is kept, what to do. */
export class StoreUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreUnusable';
  }
}

/** Another server holds the data; it can be reached through its API instead. */
export class StoreInUse extends StoreUnusable {}
