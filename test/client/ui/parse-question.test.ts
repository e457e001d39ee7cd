import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOptions, parseQuestion } from '../../../client/ui/parse-question.ts';

const ROLES = ['Product Manager', 'Performance Consultant', 'Designer'];
const ASKED = 'Who would you put in charge?';

function labels(pasted: string): string[] {
  return parseQuestion(pasted).options.map(({ label }) => label);
}

function understood(pasted: string): [string, string[]] {
  const { prompt, options } = parseQuestion(pasted);
  return [prompt, options.map(({ label }) => label)];
}

describe('a question with its options', () => {
  test.each([
    ['plain lines', `${ASKED}\n${ROLES.join('\n')}`],
    ['Windows line ends', `${ASKED}\r\n${ROLES.join('\r\n')}\r\n`],
    ['old Mac line ends', `${ASKED}\r${ROLES.join('\r')}`],
    ['line and paragraph separators', `${ASKED}\u2029${ROLES.join('\u2028')}`],
    ['blank lines between all', `\n\n${ASKED}\n\n${ROLES.join('\n\n')}\n\n\n`],
    [
      'margins, tabs and spaces that do not break',
      `\t${ASKED} \n${ROLES.map((role) => `\u00a0\u00a0${role}\t`).join('\n')}`,
    ],
    [
      'a byte order mark and zero-width spaces',
      `\uFEFF${ASKED}\n${ROLES.map((role) => `\u200B${role}`).join('\n')}`,
    ],
    ['bullets', `${ASKED}\n${ROLES.map((role) => `• ${role}`).join('\n')}`],
    ['PowerPoint bullets with tabs', `${ASKED}\n${ROLES.map((role) => `•\t${role}`).join('\n')}`],
    [
      'Word bullets in the private letters of Symbol',
      `${ASKED}\n${ROLES.map((role) => `\uF0B7\t${role}`).join('\n')}`,
    ],
    ['the o of Word’s second level', `${ASKED}\n${ROLES.map((role) => `o\t${role}`).join('\n')}`],
    ['hyphens', `${ASKED}\n${ROLES.map((role) => `- ${role}`).join('\n')}`],
    ['hyphens without a space', `${ASKED}\n${ROLES.map((role) => `-${role}`).join('\n')}`],
    ['dashes', `${ASKED}\n${ROLES.map((role) => `– ${role}`).join('\n')}`],
    ['stars', `${ASKED}\n${ROLES.map((role) => `* ${role}`).join('\n')}`],
    ['numbers with a point', `${ASKED}\n${ROLES.map((role, n) => `${n + 1}. ${role}`).join('\n')}`],
    [
      'numbers with a point and no space',
      `${ASKED}\n${ROLES.map((role, n) => `${n + 1}.${role}`).join('\n')}`,
    ],
    ['numbers with a tab', `${ASKED}\n${ROLES.map((role, n) => `${n + 1}.\t${role}`).join('\n')}`],
    ['numbers in brackets', `${ASKED}\n${ROLES.map((role, n) => `(${n + 1}) ${role}`).join('\n')}`],
    ['numbers and a dash', `${ASKED}\n${ROLES.map((role, n) => `${n + 1} – ${role}`).join('\n')}`],
    ['all ones, as Markdown allows', `${ASKED}\n${ROLES.map((role) => `1. ${role}`).join('\n')}`],
    ['numbers with gaps', `${ASKED}\n1. ${ROLES[0]}\n3. ${ROLES[1]}\n7. ${ROLES[2]}`],
    ['numbers from five', `${ASKED}\n5. ${ROLES[0]}\n6. ${ROLES[1]}\n7. ${ROLES[2]}`],
    ['a number missing on one line', `${ASKED}\n1. ${ROLES[0]}\n${ROLES[1]}\n3. ${ROLES[2]}`],
    ['letters', `${ASKED}\na) ${ROLES[0]}\nb) ${ROLES[1]}\nc) ${ROLES[2]}`],
    ['capital letters', `${ASKED}\nA. ${ROLES[0]}\nB. ${ROLES[1]}\nC. ${ROLES[2]}`],
    ['letters with a colon', `${ASKED}\nA: ${ROLES[0]}\nB: ${ROLES[1]}\nC: ${ROLES[2]}`],
    ['Roman numbers', `${ASKED}\ni. ${ROLES[0]}\nii. ${ROLES[1]}\niii. ${ROLES[2]}`],
    ['boxes', `${ASKED}\n[ ] ${ROLES[0]}\n[x] ${ROLES[1]}\n[] ${ROLES[2]}`],
    ['a Markdown task list', `${ASKED}\n- [ ] ${ROLES[0]}\n- [x] ${ROLES[1]}\n- [ ] ${ROLES[2]}`],
    ['boxes as signs', `${ASKED}\n☐ ${ROLES[0]}\n☑ ${ROLES[1]}\n☐ ${ROLES[2]}`],
    ['circles of a web form', `${ASKED}\n( ) ${ROLES[0]}\n(•) ${ROLES[1]}\n○ ${ROLES[2]}`],
    [
      'bullets on lines of their own, one empty',
      `${ASKED}\n•\n${ROLES[0]}\n•\n${ROLES[1]}\n•\n${ROLES[2]}\n•`,
    ],
    ['a bullet and then a number', `${ASKED}\n• 1) ${ROLES[0]}\n• 2) ${ROLES[1]}\n• 3) ${ROLES[2]}`],
    ['keycaps', `${ASKED}\n1️⃣ ${ROLES[0]}\n2️⃣ ${ROLES[1]}\n3️⃣ ${ROLES[2]}`],
    ['numbers in circles', `${ASKED}\n① ${ROLES[0]}\n② ${ROLES[1]}\n③ ${ROLES[2]}`],
    ['one emoji for all', `${ASKED}\n👉 ${ROLES[0]}\n👉 ${ROLES[1]}\n👉 ${ROLES[2]}`],
    ['coloured dots', `${ASKED}\n🔴 ${ROLES[0]}\n🔵 ${ROLES[1]}\n🟢 ${ROLES[2]}`],
    ['a numbered question', `4. ${ASKED}\na) ${ROLES[0]}\nb) ${ROLES[1]}\nc) ${ROLES[2]}`],
    ['Q and a number', `Q3: ${ASKED}\n${ROLES.join('\n')}`],
    ['Markdown', `## **${ASKED}**\n* ${ROLES[0]}\n* ${ROLES[1]}\n* ${ROLES[2]}`],
    ['a form’s star for required', `${ASKED} *\n${ROLES.join('\n')}`],
    ['commas at the ends', `${ASKED}\n${ROLES[0]},\n${ROLES[1]},\n${ROLES[2]}`],
    ['quotation marks', `${ASKED}\n“${ROLES[0]}”\n“${ROLES[1]}”\n“${ROLES[2]}”`],
    [
      'a Mentimeter page',
      `Go to www.menti.com and use the code 1234 5678\n${ASKED}\n${ROLES[0]}\n12\n${ROLES[1]}\n30\n${ROLES[2]}\n5`,
    ],
    ['a Mentimeter page with numbers first', `${ASKED}\n12\n${ROLES[0]}\n30\n${ROLES[1]}\n5\n${ROLES[2]}`],
    [
      'a LinkedIn poll',
      `${ASKED}\nThe author can see how you vote. Learn more\n${ROLES[0]}\n44%\n${ROLES[1]}\n38%\n${ROLES[2]}\n18%\n50 votes • Poll closed`,
    ],
    ['shares at the ends', `${ASKED}\n${ROLES[0]} 44%\n${ROLES[1]} (38 %)\n${ROLES[2]} 18%`],
    ['one line with slashes', `${ASKED} ${ROLES.join(' / ')}`],
    ['one line with slashes and no air', `${ASKED} ${ROLES.join('/')}`],
    ['one line with bars', `${ASKED} ${ROLES.join(' | ')}`],
    ['one line with semicolons', `${ASKED} ${ROLES.join('; ')}`],
    ['one line with commas and an or', `${ASKED} ${ROLES[0]}, ${ROLES[1]} or ${ROLES[2]}`],
    ['one line, numbered', `${ASKED} 1. ${ROLES[0]} / 2. ${ROLES[1]} / 3. ${ROLES[2]}`],
    ['a row of a spreadsheet', `${ASKED}\t${ROLES.join('\t')}`],
    ['only soft breaks', `${ASKED}\v${ROLES.join('\v')}`],
  ])('%s', (_, pasted) => {
    expect(understood(pasted)).toEqual([ASKED, ROLES]);
  });

  test('a question over two lines of a slide, folded by a soft break', () => {
    expect(understood('Who would you\vput in charge?\r\n•\tDesigner\r\n•\tData')).toEqual([
      ASKED,
      ['Designer', 'Data'],
    ]);
  });

  test('a lead-in before the line that asks', () => {
    const [prompt, options] = understood(
      'Think of your own team.\nWho would you put in charge?\nDesigner\nData',
    );
    expect(prompt).toBe('Think of your own team. Who would you put in charge?');
    expect(options).toEqual(['Designer', 'Data']);
  });

  test('no question mark, but marks under it', () => {
    expect(understood('Put in charge\n- Designer\n- Data')).toEqual(['Put in charge', ['Designer', 'Data']]);
  });

  test('no question mark, but a word that asks', () => {
    expect(understood('Choose a role\nDesigner\nData')).toEqual(['Choose a role', ['Designer', 'Data']]);
  });

  test('no question mark, but a blank line under it', () => {
    expect(understood('My role\n\nDesigner\nData\nSocial')).toEqual([
      'My role',
      ['Designer', 'Data', 'Social'],
    ]);
  });

  test('options that ask themselves', () => {
    expect(understood('What do you hear most?\nWhy?\nHow much?')).toEqual([
      'What do you hear most?',
      ['Why?', 'How much?'],
    ]);
  });

  test('a colon ends a question too', () => {
    expect(understood('The head of learning should be a:\nDesigner\nData')).toEqual([
      'The head of learning should be a:',
      ['Designer', 'Data'],
    ]);
  });
});

describe('what looks like a mark and is none', () => {
  test.each([
    ['years', ['2025', '2026', '2027']],
    ['a year among words', ['2026', 'Later', 'Never']],
    ['decimals', ['1.5 hours', '2.5 hours', '3.5 hours']],
    ['ranges', ['1 - 2 hours', '3 - 4 hours', '5 - 6 hours']],
    ['clock times', ['9:30 am', '10:30 am', '11:00 am']],
    ['times of a clock with words', ['24/7 support', '9 to 5', 'Weekends']],
    ['negative numbers', ['-5 degrees', '0 degrees', '5 degrees']],
    ['days of months', ['1. Mai', '8. Mai', '15. Mai']],
    ['days of several months', ['3. June', '5. July', '9. July']],
    ['one numbered club', ['1. FC Köln', 'Bayern', 'Union']],
    ['numbers with units', ['3 people', '10 people', '50 people']],
    ['emoji that say something', ['👍 Yes', '👎 No', '🤷 No idea']],
    ['a letter as a word', ['A lot', 'A little', 'Nothing']],
    ['an o as a word', ['o negative', 'a positive']],
    ['C++ and C#', ['C++', 'C#', '.NET']],
    ['shares that are the options', ['10%', '25%', '50%', '75%']],
    ['hyphens inside', ['e-learning', 'face-to-face', 'blended']],
    ['commas inside', ['Performance Consultant, or another business partner', 'Designer']],
    ['a star inside', ['4*', '5* hotel']],
  ])('%s', (_, options) => {
    expect(labels(`What shall it be?\n${options.join('\n')}`)).toEqual(options);
    expect(parseOptions(options.join('\n'))).toEqual(options);
  });
});

describe('a list of options alone', () => {
  test.each([
    ['plain', ROLES.join('\n')],
    ['bullets', ROLES.map((role) => `• ${role}`).join('\n')],
    ['numbers', ROLES.map((role, n) => `${n + 1}. ${role}`).join('\n')],
    ['blank lines between', ROLES.join('\n\n')],
    ['one line', ROLES.join(' / ')],
    ['a row of a spreadsheet', ROLES.join('\t')],
    ['one line with commas', ROLES.join(', ')],
  ])('%s', (_, pasted) => {
    if (pasted.includes('\n') || pasted.includes('\t')) expect(understood(pasted)).toEqual(['', ROLES]);
    expect(parseOptions(pasted)).toEqual(ROLES);
  });

  test('the reader knows better: the first line asks', () => {
    expect(parseQuestion('In charge\nDesigner\nData', 'question').prompt).toBe('In charge');
  });

  test('the reader knows better: the first line is an option', () => {
    const { prompt, options } = parseQuestion('Why not?\nBecause\nMaybe', 'option');
    expect(prompt).toBe('');
    expect(options).toHaveLength(3);
  });

  test('one option typed is one option', () => {
    expect(parseOptions('Designer')).toEqual(['Designer']);
  });
});

describe('what it refuses, and where', () => {
  const many = Array.from({ length: 14 }, (_, n) => `Role ${n + 1}`);

  test('more than twelve options, naming the line', () => {
    const { problems, options } = parseQuestion(`${ASKED}\n\n${many.join('\n')}`);
    expect(options).toHaveLength(14);
    expect(problems).toEqual([
      'Line 15, “Role 13”, is number 13. A screen shows at most 12 options and these are 14. Take 2 off.',
    ]);
  });

  test('twelve options are fine', () => {
    expect(parseQuestion(`${ASKED}\n${many.slice(0, 12).join('\n')}`).problems).toEqual([]);
  });

  test('the same option twice, in any case', () => {
    expect(parseQuestion(`${ASKED}\nData\nDesign\ndata`).problems).toEqual([
      'Line 4: “data” stands there already, in line 2.',
    ]);
  });

  test('a label that is too long', () => {
    expect(parseQuestion(`${ASKED}\nData\n${'x'.repeat(121)}`).problems[0]).toMatch(
      /^Line 3: .* has 121 letters; 120 fit\.$/,
    );
  });

  test('a question that is too long', () => {
    expect(parseQuestion(`${'x'.repeat(300)}?\nData\nDesign`).problems[0]).toMatch(/301 letters/);
  });

  test('nothing pasted is nothing wrong', () => {
    expect(parseQuestion(' \n\t ')).toEqual({ prompt: '', options: [], offersOther: false, problems: [] });
  });

  test('a question alone has no options yet', () => {
    expect(parseQuestion(ASKED)).toMatchObject({ prompt: ASKED, options: [], problems: [] });
  });
});

describe('other, please say', () => {
  test.each(['Other (please say)', 'Other: ____', 'Other…', 'other, please specify', 'Sonstiges:'])(
    '%s becomes the field',
    (other) => {
      expect(parseQuestion(`${ASKED}\nData\nDesign\n${other}`)).toMatchObject({
        offersOther: true,
        options: [{ label: 'Data' }, { label: 'Design' }],
      });
    },
  );

  test('a bare “Other” stays an option', () => {
    expect(parseQuestion(`${ASKED}\nData\nDesign\nOther`)).toMatchObject({ offersOther: false });
  });
});

test('lines keep the numbers people count', () => {
  expect(parseQuestion(`\n${ASKED}\n\nData\nDesign`).options.map(({ line }) => line)).toEqual([4, 5]);
});

const bits = fc.constantFrom(
  '\n',
  '\r\n',
  '\t',
  ' ',
  '-',
  '•',
  '1.',
  '2)',
  'a)',
  'i.',
  '[ ]',
  '**',
  '“',
  '”',
  ',',
  '?',
  '/',
  '👉',
  '12',
  '44%',
  'A',
  'role',
);
const nastyPaste = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(bits, { maxLength: 30 }).map((parts) => parts.join('')),
);

test('whatever is pasted, something comes back and no label is empty', () => {
  fc.assert(
    fc.property(
      nastyPaste,
      fc.constantFrom('auto' as const, 'question' as const, 'option' as const),
      (pasted, first) => {
        for (const { label } of parseQuestion(pasted, first).options) expect(label.trim()).not.toBe('');
      },
    ),
    { numRuns: 300 },
  );
});
