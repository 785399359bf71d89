/** Builds the tree again from the rows, and compares it with what is stored and was published. */
import {
  Frontier,
  hashBytes,
  hashOfLeaf,
  isSame,
  type Leaf,
  tileWidth,
} from '../../../records/index.ts';
import type { LogFinding } from '../../model/index.ts';
import type { LogState } from '../store/log.ts';
import type { LogHead } from './heads.ts';
import type { LogRow } from '../store/log-rows.ts';
import type { Page } from './pages.ts';

const levelsOfTile = 8;
const tileBytes = tileWidth * hashBytes;

export class Comparison {
  readonly findings: LogFinding[];
  readonly #tree = new Frontier();
  readonly #published: readonly LogHead[];
  #reached = 0;
  /** The hashes of the tiles that are being filled, by level. */
  readonly #tiles: { number: number; count: number; readonly bytes: Uint8Array }[] = [];

  /** `published` in the order of their sizes. */
  constructor(published: readonly LogHead[], findings: readonly LogFinding[]) {
    this.#published = published;
    this.findings = [...findings];
  }

  get size(): number {
    return this.#tree.size;
  }

  page(page: Page): void {
    let stored = 0;
    for (const [at, row] of page.rows.entries()) {
      if (row.leaf !== this.size) {
        this.findings.push({ code: 'LEAVES_MISSING', leaf: this.size });
        return;
      }
      if (!this.#row(row, page.contentOf(at), page)) return;
      for (; page.heads[stored]?.size === this.size; stored += 1) this.#head(page.heads[stored]!);
    }
  }

  /** What was published beyond the end is missing. */
  end({ size, edge }: Pick<LogState, 'size' | 'edge'>): void {
    if (this.size !== size) this.findings.push({ code: 'LEAVES_MISSING', leaf: this.size });
    else this.#edge(edge.subarray((size % tileWidth) * hashBytes));
    const beyond = this.#published.slice(this.#reached);
    for (const head of beyond) this.findings.push({ code: 'CHECKPOINT_MISSING', size: head.size });
  }

  /** False where the tree cannot go on. */
  #row({ kind, subjectId: id, leaf }: LogRow, content: Leaf | null, page: Page): boolean {
    if (content === null) this.findings.push({ code: 'LEAF_ROW_MISSING', kind, id, leaf });
    const made = content && hashOfLeaf(content);
    const kept = page.hashOf(leaf);
    if (kept === null || (made !== null && !isSame(made, kept))) {
      this.findings.push({ code: 'LEAF_CHANGED', kind, id, leaf });
    }
    // The tree goes on with what is stored, so that one fault is reported once.
    const hash = kept ?? made;
    if (hash === null) return false;
    this.#tree.append(hash, (level, node) => this.#node(level, node, page));
    for (; this.#published[this.#reached]?.size === this.size; this.#reached += 1) {
      this.#head(this.#published[this.#reached]!);
    }
    return true;
  }

  /** `upper` has the hashes of the tiles that are not full, without those of leaves. */
  #edge(upper: Uint8Array): void {
    let from = 0;
    for (const [level, tile] of this.#tiles.entries()) {
      // Leaves were compared one by one.
      if (level === 0) continue;
      const bytes = tile.bytes.subarray(0, tile.count * hashBytes);
      const stored = upper.subarray(from, from + bytes.length);
      if (!isSame(stored, bytes)) {
        this.findings.push({ code: 'TILE_WRONG', level, number: tile.number });
      }
      from += bytes.length;
    }
  }

  #head({ size, root }: LogHead): void {
    if (!isSame(this.#tree.root(), root)) this.findings.push({ code: 'CHECKPOINT_DIFFERS', size });
  }

  #node(level: number, node: Uint8Array, page: Page): void {
    if (level === 0 || level % levelsOfTile !== 0) return;
    const at = level / levelsOfTile;
    const tile = (this.#tiles[at] ??= { number: 0, count: 0, bytes: new Uint8Array(tileBytes) });
    tile.bytes.set(node, tile.count * node.length);
    tile.count += 1;
    if (tile.count < tileWidth) return;
    const stored = page.tileOf(at, tile.number);
    if (stored === null || !isSame(stored, tile.bytes)) {
      this.findings.push({ code: 'TILE_WRONG', level: at, number: tile.number });
    }
    tile.number += 1;
    tile.count = 0;
  }
}
