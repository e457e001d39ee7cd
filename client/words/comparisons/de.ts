import type { ComparisonDictionary } from '../dictionaries.ts';

export const comparisons: ComparisonDictionary = {
  'comparison.not-asked': 'Das wurde noch nicht gefragt.',
  'comparison.nobody': 'Das hat noch niemand beantwortet.',
  'comparison.once': 'Bisher einmal gefragt: {name}.',
  'comparison.no-same-option': 'Keine Option bedeutet bei zwei dieser Male dasselbe.',
  'comparison.shift': '{option}: eine klare Verschiebung, von {before} ({from}) auf {after} ({to}).',
  'comparison.difference':
    '{option}: ein klarer Unterschied zwischen diesen Gruppen, {before} bei {from} und {after} bei {to}.',
  'comparison.chance': '{option}: {before} bei {from} und {after} bei {to}, das könnte Zufall sein.',
  'comparison.options-changed':
    '{option}: {before} bei {from} und {after} bei {to}. Ob das mehr ist als eine andere Auswahl, lässt sich nicht sagen.',
  'comparison.not-comparable': '{option}: {from} und {to} lassen sich nicht vergleichen. {reason}',
  'comparison.nobody-twice':
    'Niemand hat beide Male geantwortet, also lässt sich niemand mit sich selbst vergleichen.',
  'comparison.twice-clear':
    '{option}: {points} Prozentpunkte bei den {n}, die beide Male geantwortet haben, klar.',
  'comparison.twice-chance':
    '{option}: {points} Prozentpunkte bei den {n}, die beide Male geantwortet haben, das könnte Zufall sein.',
  'comparison.option-in': '{option} bei {name}',
  'comparison.gone': {
    one: '{n} von der ersten Antwort kam nicht wieder und wird nicht verglichen.',
    other:
      '{n}, die zuerst geantwortet haben, haben nicht noch einmal geantwortet und werden nicht verglichen.',
  },
  'comparison.gone-of':
    '{n} der {all}, die zuerst geantwortet haben, haben nicht noch einmal geantwortet und werden nicht verglichen.',
  'comparison.none-changed':
    'Von den {n}, die beide Male geantwortet haben, hat niemand die Antwort geändert.',
  'comparison.none-changed-in':
    'Von den {n}, die bei {name} beide Male geantwortet haben, hat niemand die Antwort geändert.',
  'comparison.of': '{part} von {n}',
  'comparison.of-in': '{part} von {n} bei {name}',
  'comparison.changed': '{who} haben ihre Antwort geändert.',
  'comparison.changed-all': '{who} haben ihre Antwort geändert, alle zu {option}.',
  'comparison.changed-most': '{who} haben ihre Antwort geändert, {n} zu {option}.',
  'comparison.also-clear': 'Ebenfalls klar: {options}.',
  'comparison.option-then': '{option} ({before}, dann {after})',
  'comparison.option-points': '{option} ({points} Prozentpunkte)',
  'comparison.counted-common':
    'Gezählt sind jene, die eine jedes Mal angebotene Option gewählt haben: {among}.',
  'comparison.whatever':
    'Was auch immer jene denken, die nicht geantwortet haben: Im Raum von {more} wählten mehr {option} als in dem von {less}.',
  'comparison.of-room':
    '{option}: {bounds}, vom ganzen Raum, was auch immer jene denken, die nicht geantwortet haben.',
  'comparison.of-joined':
    '{option}: {bounds}, von allen Handys, was auch immer jene denken, die nicht geantwortet haben.',
  'comparison.room-unknown': '{option}: Wie viele antworten konnten, ist nicht bekannt.',
  'comparison.share-in': '{share} bei {name}',
  'comparison.describes': 'Die Zahlen beschreiben jene, die geantwortet haben, nicht den Berufsstand.',
  'comparison.describes-groups':
    '{n} Gruppen verschiedener Menschen: Die Zahlen beschreiben jene, die geantwortet haben, nicht den Berufsstand, und zeigen nicht, dass jemand die Meinung geändert hat.',
  'reason.share-unknown': 'Der Anteil ist nicht beide Male bekannt.',
  'reason.not-offered': 'Das wurde nicht beide Male angeboten.',
  'reason.same-people':
    'Dieselben Menschen wurden zweimal gefragt, und hier weiß niemand, wie jeder Einzelne beide Male geantwortet hat.',
  'reason.bases': 'Einmal sind jene gezählt, die geantwortet haben, einmal alle im Raum.',
  'reason.rooms': 'Beide zählen alle im Raum, und wer davon geantwortet hat, ist nicht bekannt.',
  'reason.no-option': 'Keine Option wurde beide Male angeboten.',
  'reason.nobody': 'Niemand hat geantwortet: {name}.',
  'share.unknown': 'ein unbekannter Anteil',
  'share.at-most': 'höchstens {share}',
  'name.time': '{name} ({time})',
  'name.memory': '{name} (aus der Erinnerung)',
  'name.time-memory': '{name} ({time}, aus der Erinnerung)',
  'when.first': '{when}, erstes Mal',
  'when.second': '{when}, zweites Mal',
  'when.third': '{when}, drittes Mal',
  'when.nth': '{when}, {n}. Mal',
  'answered.unknown': 'Anzahl nicht bekannt',
  'answered.around': 'etwa {n}',
  'answered.of': '{part} von {n}',
  'answered.of-phones': '{part} von {n} Handys',
  'answered.phones': { one: '{n} Handy', other: '{n} Handys' },
  'answered.hands': { one: '{n} Hand', other: '{n} Hände' },
  'answered.of-present': '{part} von {n} Anwesenden, mit Händen',
  'answered.present': '{n} Anwesende, mit Händen',
  'answered.in-room': '{n} im Raum',
  'answered.votes': { one: '{n} Stimme', other: '{n} Stimmen' },
  'answered.votes-when-read': { one: '{n} Stimme beim Ablesen', other: '{n} Stimmen beim Ablesen' },
  'unlike.bases': 'Anteile von Verschiedenem',
  'unlike.options': 'andere Optionen',
  'unlike.counted-unknown': 'unklar, ob gleich gezählt',
  'unlike.counted': 'verschieden gezählt',
  'unlike.audience': 'verschiedenes Publikum',
  'unlike.audience-unmarked': 'nicht als gleiches Publikum markiert',
  'unlike.wording-unknown': 'genauer Wortlaut nicht bekannt',
  'unlike.wording': 'anderer Wortlaut',
};
