declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type EventId = Branded<'EventId'>;
export type QuestionId = Branded<'QuestionId'>;
export type OptionId = Branded<'OptionId'>;
export type AskingId = Branded<'AskingId'>;
export type DataPointId = Branded<'DataPointId'>;
/** The comparison of a question as a stop of a running order: `compare:QUESTIONID`. */
export type ComparisonStopId = Branded<'ComparisonStopId'>;
/** The wall as a stop of a running order. */
export type WallStopId = Branded<'WallStopId'>;
/** A picture as a stop of a running order: `picture:PICTUREID`. */
export type PictureStopId = Branded<'PictureStopId'>;
export type PictureId = Branded<'PictureId'>;
export type PostId = Branded<'PostId'>;
export type UserId = Branded<'UserId'>;
export type JoinCode = Branded<'JoinCode'>;

/** Gives `length` random bytes, each 0 to 255. Comes in as an argument so that tests can repeat themselves. */
export type RandomBytes = (length: number) => Uint8Array;

const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** The letters of a join code: none looks like another. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const JOIN_CODE_LENGTH = 6;

/** Pages that stand at the root, so that no event can ever take their name. */
const ROUTE_NAMES = new Set(['REMOTE', 'HEALTH', 'READYZ', 'EMBEDS', 'ASSETS', 'ROBOTS']);

/** A new opaque id: 20 characters of Crockford base 32, 100 random bits. */
export function newId<Id extends string>(random: RandomBytes): Id {
  return letters(random, 20, ID_LETTERS) as Id;
}

/** A new id for an option: 10 characters, 50 random bits, unique within its question. */
export function newOptionId(random: RandomBytes): OptionId {
  return letters(random, 10, ID_LETTERS) as OptionId;
}

/** A new join code: 6 of 30 letters and digits without 0 O 1 I L U; never the name of a page. */
export function newJoinCode(random: RandomBytes): JoinCode {
  for (;;) {
    const code = letters(random, JOIN_CODE_LENGTH, CODE_LETTERS);
    if (!ROUTE_NAMES.has(code)) return code as JoinCode;
  }
}

/** A join code as a person typed it: any case, spaces and hyphens anywhere. `undefined` when it cannot be one. */
export function parseJoinCode(typed: string): JoinCode | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  if (code.length !== JOIN_CODE_LENGTH) return undefined;
  return [...code].every((letter) => CODE_LETTERS.includes(letter)) ? (code as JoinCode) : undefined;
}

/** A join code as people read it aloud: `K7M 4QX`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** `length` letters of an alphabet, drawn evenly: bytes that would favour the first letters are thrown away. */
export function letters(random: RandomBytes, length: number, alphabet: string): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of random(length - text.length)) {
      if (byte < limit) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
