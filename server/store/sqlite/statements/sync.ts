/** A noun of the store as it runs inside a thread: the same methods, without promises, within one transaction. */
export type Sync<Noun> = {
  [Verb in keyof Noun]: Noun[Verb] extends (...args: infer Args) => Promise<infer Value>
    ? (...args: Args) => Value
    : never;
};
