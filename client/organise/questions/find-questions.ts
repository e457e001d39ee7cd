interface Findable {
  prompt: string;
  options: { label: string }[];
}

/** The questions that have every word sought, in their wording or options, in any case and without regard to accents. */
export function findQuestions<T extends Findable>(questions: T[], sought: string): T[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return questions;
  return questions.filter(({ prompt, options }) => {
    const text = plain([prompt, ...options.map(({ label }) => label)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
