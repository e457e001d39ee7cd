import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../../server/import/results/recognise.ts';
import { workbook } from './files.ts';

const of = (bytes: Buffer | string, name = 'results.xlsx') => recognise({ name, bytes: Buffer.from(bytes) });

describe('a file that is not what it claims', () => {
  test.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), 'is a PNG picture'],
    ['a document', Buffer.from('%PDF-1.7 ...'), 'is a PDF'],
    ['an old XLS', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'save it as XLSX'],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>'), 'a web page'],
    ['an event of ours', Buffer.from('{"events": []}'), 'askagain import'],
    ['bytes', Buffer.from([1, 0, 2, 0, 3]), 'neither a text nor'],
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['blank lines', Buffer.from('\n \n'), 'is empty'],
    ['a broken ZIP', Buffer.from('PK\x03\x04 and no more'), 'it is broken'],
    ['words', Buffer.from('Dear all,\nplease find attached'), 'a line needs an option and'],
  ])('%s is refused by name', async (_name, bytes, says) => {
    await expect(of(bytes)).rejects.toThrow(says);
    await expect(of(bytes)).rejects.toThrow(/results\.xlsx/);
  });

  test('a ZIP that is no workbook', async () => {
    await expect(of(zip('notes.txt', Buffer.from('hello')))).rejects.toThrow(
      'is a ZIP file, but no XLSX workbook',
    );
  });

  test('a workbook without results names its sheets', async () => {
    const bytes = await workbook({ Agenda: [['Welcome']], Guests: [['Ann']] });
    await expect(of(bytes)).rejects.toThrow('it has the sheets “Agenda”, “Guests”');
  });
});

test('a CSV is read whatever its name says, and a sheet as a table', async () => {
  expect((await of('A,1\nB,2', 'results.xlsx')).tool).toBe('table');
  const bytes = await workbook({
    Sheet1: [
      ['Option', 'Votes'],
      ['A', 3],
      ['B', 4],
    ],
  });
  expect((await of(bytes)).reading.items).toMatchObject([{ n: 7 }]);
});

test('texts of other tables of letters', async () => {
  expect((await of(Buffer.from('Ma\xdfe;3\nB;4', 'latin1'))).reading.items[0]?.results[0]?.label).toBe(
    'Maße',
  );
  const utf16 = Buffer.from('\ufeffA\t3\nB\t4', 'utf16le');
  expect((await of(utf16)).reading.items).toMatchObject([{ n: 7 }]);
});

describe('a file that unpacks to more than is sane', () => {
  test('by what it says', async () => {
    await expect(of(zip('xl/workbook.xml', Buffer.alloc(33 * 1024 * 1024)))).rejects.toThrow('far larger');
  });

  test('by what it does not say', async () => {
    const lying = zip('xl/workbook.xml', Buffer.alloc(1024 * 1024), 10);
    await expect(of(lying)).rejects.toThrow('it is broken');
  });

  test('a text of one endless line, or of endless columns', async () => {
    await expect(of(`a${' '.repeat(1_000_000)}b`)).rejects.toThrow('No results');
    await expect(of('1,'.repeat(2000))).rejects.toThrow('more than 1000 columns');
  });

  test('by one cell at the far end of a sheet', async () => {
    const sheet = '<worksheet><sheetData><row r="1"><c r="XFD1"/></row></sheetData></worksheet>';
    await expect(of(zip('xl/worksheets/sheet1.xml', Buffer.from(sheet)))).rejects.toThrow('far larger');
    const deep = sheet.replace('XFD1', 'A1048576');
    await expect(of(zip('xl/worksheets/sheet1.xml', Buffer.from(deep)))).rejects.toThrow('far larger');
  });
});

/** A ZIP file of one entry; `says`: how long it claims to be. */
function zip(name: string, content: Buffer, says = content.length): Buffer {
  const packed = deflateRawSync(content);
  const sizes = (at: number, header: Buffer) => {
    header.writeUInt16LE(8, at);
    header.writeUInt32LE(packed.length, at + 10);
    header.writeUInt32LE(says, at + 14);
    header.writeUInt16LE(name.length, at + 18);
    return header;
  };
  const local = sizes(8, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26)]));
  const entry = sizes(10, Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.alloc(42)]));
  const end = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
