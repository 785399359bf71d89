/** Answers the value of a key, or undefined; questions of the same moment travel together. */
export type BatchLoader<Key, Value> = (key: Key) => Promise<Value | undefined>;

interface Waiting<Value> {
  readonly resolve: (value: Value | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** `load` is asked for distinct keys, at most `sizeMax` at once; a failure is everybody's. */
export function batchLoader<Key, Value>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  sizeMax: number,
): BatchLoader<Key, Value> {
  let gathering = new Map<Key, Waiting<Value>[]>();
  const send = async (batch: ReadonlyMap<Key, readonly Waiting<Value>[]>): Promise<void> => {
    try {
      const found = await load([...batch.keys()]);
      for (const [key, all] of batch) for (const one of all) one.resolve(found.get(key));
    } catch (error) {
      for (const one of [...batch.values()].flat()) one.reject(error);
    }
  };
  const sendAll = (): void => {
    const all = [...gathering];
    gathering = new Map();
    for (let from = 0; from < all.length; from += sizeMax) {
      void send(new Map(all.slice(from, from + sizeMax)));
    }
  };
  return async (key) =>
    new Promise((resolve, reject) => {
      if (gathering.size === 0) setImmediate(sendAll);
      const waiting = gathering.get(key) ?? [];
      waiting.push({ resolve, reject });
      gathering.set(key, waiting);
    });
}
