/** One step of the schema. Forward only: what is released is never changed, only followed by another. */
export interface Migration {
  /** From 1, without gaps; the number stands in the database as its version. */
  number: number;
  name: string;
  /** Statements of one transaction. */
  sql: string;
}
