import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/messages.ts';

/** The wire as it was when it last changed, by the version that it has since. Comments and layout do not count. */
const PINNED: Record<number, string> = {
  1: '7f3de67fc6598167',
  2: 'dca9a308f0604199',
  3: 'ed35729e909d64ac',
};

const WIRE = ['messages.ts', 'schemas.ts'];

/** A file as the compiler prints it, without comments and exports: only what means something on the wire is left. */
function meaningOf(name: string): string {
  const text = readFileSync(new URL(`../../shared/${name}`, import.meta.url), 'utf8');
  return printed(text, name);
}

function printed(text: string, name: string): string {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  const printer = ts.createPrinter({ removeComments: true });
  const statements = file.statements.map((one) => printer.printNode(ts.EmitHint.Unspecified, one, file));
  // Line breaks follow the source in places: one space for any white space.
  return statements
    .join('\n')
    .replace(/^export /gm, '')
    .replace(/\s+/g, ' ')
    .replace(/,? ([})\]])/g, '$1')
    .replace(/([{([]) /g, '$1');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

test('[LP12] messages and schemas are those of PROTOCOL_VERSION', () => {
  const hash = hashOf(WIRE.map(meaningOf).join('\n'));
  expect(
    PINNED[PROTOCOL_VERSION],
    `shared/messages.ts or shared/schemas.ts has changed.
Would a page or a server that was released with version ${PROTOCOL_VERSION} get along with the new one?
  no:  raise PROTOCOL_VERSION in shared/messages.ts and add a line for it to PINNED here;
  yes, or nothing was released since: keep the version.
Then write '${hash}' behind the version in PINNED, in test/shared/protocol-version.test.ts.`,
  ).toBe(hash);
});

test('[LP12] comments and layout change no hash; a field, a limit or a message does', () => {
  const before = printed('interface A { /** Why. */ a: number; }\nconst b = f({ c: 1 }, [2]);', 'x.ts');
  const laidOut =
    'interface A {\n  // Else.\n  a: number;\n}\nconst b = f(\n  {\n    c: 1,\n  },\n  [2],\n);';
  expect(printed(laidOut, 'x.ts')).toBe(before);
  expect(printed('interface A { a: string; }\nconst b = f({ c: 1 }, [2]);', 'x.ts')).not.toBe(before);
  expect(printed('interface A { a: number; }\nconst b = f({ c: 3 }, [2]);', 'x.ts')).not.toBe(before);
});
