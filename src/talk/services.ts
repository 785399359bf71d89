/** Sentences about a list or a setting of the bank, which name no payment. */
import type { Language, Meaning, Person } from './text/types.ts';
import { folded } from './text/tokens.ts';
import { type Service, services, type ServiceWords } from './words/services.ts';

const lengthMax = 100;
const nicknameLengthMax = 32;

type Reader = (text: string) => Service | null;

/** Without accents, marks and digits that would be an amount. */
const plain = (text: string): string =>
  folded(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function readerOf({ polite, manage, between, nouns, others }: ServiceWords): Reader {
  const rows = (Object.entries(nouns) as [Service, string][]).map(([service, noun]) => {
    const [start, between_] = [`^(?:(?:${polite}) )*`, `(?:(?:${between}) )*`];
    // More words may follow only if a verb says what to do with it.
    const managed = `${start}(?:${manage}) ${between_}(?:${noun})(?: \\D{0,40})?$`;
    const alone = `${start}${between_}(?:${noun})$`;
    return [service, new RegExp(`${managed}|${alone}`, 'u')] as const;
  });
  const wholes = (Object.entries(others ?? {}) as [Service, string][]).map(
    ([service, whole]) => [service, new RegExp(`^(?:(?:${polite}) )*(?:${whole})$`, 'u')] as const,
  );
  return (text) =>
    [...wholes, ...rows].find(([, pattern]) => pattern.test(plain(text)))?.[0] ?? null;
}

/** A noun, and a verb or particle that shows, changes or ends it. */
function japaneseReader({ nouns, manage }: ServiceWords): Reader {
  const after = `(?:(?:を|は|って|が|の)?(?:${manage}).*)?`;
  const rows = (Object.entries(nouns) as [Service, string][]).map(
    ([service, noun]) =>
      [service, new RegExp(`^(?:私の|自分の)?(?:${noun})${after}[?？。!！]*$`, 'u')] as const,
  );
  return (text) =>
    /\d/.test(text) ? null : (rows.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null);
}

const readers = new Map<Language, Reader>();

function readerFor(language: Language): Reader {
  let reader = readers.get(language);
  if (!reader) {
    const make = language === 'ja' ? japaneseReader : readerOf;
    readers.set(language, (reader = make(services[language])));
  }
  return reader;
}

/** What a sentence without a payment asks for: a list, a setting, a payee to save. */
export function readService(
  text: string,
  language: Language,
  candidates: (name: string) => readonly Person[],
): Meaning | null {
  if (text.length > lengthMax) return null;
  const saved = services[language].save.exec(text.trim())?.groups;
  const nickname = saved?.['nickname']?.trim() ?? '';
  if (saved && nickname !== '' && nickname.length <= nicknameLengthMax) {
    const to = saved['name']!.trim();
    const isNamed = candidates(to).length > 0 || /^<@!?\d{17,20}>$|^\d{10}$/.test(to);
    return isNamed ? { intent: 'savePayee', to, nickname, candidates: candidates(to) } : null;
  }
  const service = readerFor(language)(text);
  return service === null ? null : { intent: service };
}
