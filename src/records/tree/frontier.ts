/** A growing tree that keeps only the hashes on its right edge: append leaves, ask for the root. */
import { foldNodes, nodeHash } from './hash.ts';

export class Frontier {
  #size = 0;
  /** The nodes of the tree, largest first. */
  readonly #nodes: Uint8Array[] = [];

  get size(): number {
    return this.#size;
  }

  /** `seen` gets each node that the leaf completes, from the leaf upwards. */
  append(leaf: Uint8Array, seen?: (level: number, hash: Uint8Array) => void): void {
    let [node, level] = [leaf, 0];
    seen?.(level, node);
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      node = nodeHash(this.#nodes.pop()!, node);
      level += 1;
      seen?.(level, node);
    }
    this.#nodes.push(node);
    this.#size += 1;
  }

  root(): Uint8Array {
    return foldNodes(this.#nodes);
  }
}
