/** A number as people write it, with whether it is a percentage. */
export interface Written {
  value: number;
  isPercent: boolean;
  decimals: number;
}

/** A whole number: `1,234`, `1.234` and `1 234` are 1234. Null for anything else. */
export function wholeNumber(text: string): number | null {
  const written = readNumber(text);
  return written && !written.isPercent && written.decimals === 0 ? written.value : null;
}

/** `46 %`, `46,5%`, `1,234`, `1.234,5`. Null where it is no number that can be told. */
export function readNumber(text: string): Written | null {
  const [, digits = '', percent = ''] = /^(\d[\d.,'\s\u00a0\u202f]*?)\s*(%?)$/.exec(text.trim()) ?? [];
  const plain = digits && withPoint(digits.replace(/['\s\u00a0\u202f]/g, ''), percent !== '');
  if (!/^\d{1,12}(\.\d{1,15})?$/.test(plain)) return null;
  const decimals = plain.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return { value: Number(plain), isPercent: percent !== '', decimals };
}

/** Which of comma and point is which: the last of both, or by what follows where there is one kind. */
function withPoint(digits: string, isPercent: boolean): string {
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) {
    const [group, decimal] = comma > point ? ['.', ','] : [',', '.'];
    return digits.replaceAll(group, '').replace(decimal, '.');
  }
  const mark = comma >= 0 ? ',' : '.';
  const isGrouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(digits) && !isPercent;
  return isGrouped ? digits.replaceAll(mark, '') : digits.replace(mark, '.');
}
