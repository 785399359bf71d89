import type { Rate } from './rate.ts';

export interface Waiting {
  readonly person: string;
  readonly resolve: (hasPlace: boolean) => void;
}

/** Those who wait, one of each person after the other; the rate is known while there are any. */
export function fairQueue(rate: Pick<Rate, 'begin' | 'end'>) {
  const byPerson = new Map<string, Waiting[]>();
  let size = 0;
  const leave = (count: number): void => {
    size -= count;
    if (size === 0) rate.end();
  };
  return {
    get size() {
      return size;
    },
    add: (one: Waiting): void => {
      if (size === 0) rate.begin();
      size += 1;
      const own = byPerson.get(one.person);
      if (own === undefined) byPerson.set(one.person, [one]);
      else own.push(one);
    },
    remove: (one: Waiting): void => {
      const own = byPerson.get(one.person) ?? [];
      const left = own.filter((other) => other !== one);
      leave(own.length - left.length);
      if (left.length === 0) byPerson.delete(one.person);
      else byPerson.set(one.person, left);
    },
    take: (): Waiting | null => {
      const [first] = byPerson;
      if (first === undefined) return null;
      const [person, [one, ...others]] = first;
      leave(1);
      byPerson.delete(person);
      if (others.length > 0) byPerson.set(person, others);
      return one ?? null;
    },
  };
}
