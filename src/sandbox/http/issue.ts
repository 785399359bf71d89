/** One thing wrong with a request body, in Discord's words. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

interface Leaf {
  readonly code: string;
  readonly message: string;
}
export interface ErrorTree {
  [key: string]: ErrorTree | Leaf[];
}

/** Keys come from the request body, so `__proto__` must be an ordinary key. */
const emptyTree = (): ErrorTree => Object.create(null) as ErrorTree;

/** Discord nests errors by path, with the list for each place under `_errors`. */
export function nestIssues(issues: readonly Issue[]): ErrorTree {
  const root = emptyTree();
  for (const { path, code, message } of issues) {
    let node = root;
    for (const step of path) {
      const key = String(step);
      node[key] ??= emptyTree();
      node = node[key] as ErrorTree;
    }
    node['_errors'] ??= [];
    (node['_errors'] as Leaf[]).push({ code, message });
  }
  return root;
}
