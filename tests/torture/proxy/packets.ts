/**
 * Reads MySQL's packets out of a stream: three bytes of length, one of sequence, the payload. A
 * command begins at sequence 0; its first byte says what it is.
 * https://mariadb.com/kb/en/0-packet/
 */
const headBytes = 4;
const maxPayload = 0xffffff;
const queryCommand = 0x03;

export interface Packet {
  /** Header and payload, unchanged. */
  readonly bytes: Buffer;
  readonly sequence: number;
}

/** Collects chunks and returns whole packets. */
export class PacketReader {
  #rest: Buffer = Buffer.alloc(0);

  /** Bytes of an incomplete packet. */
  get rest(): Buffer {
    return this.#rest;
  }

  push(chunk: Buffer): Packet[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const packets: Packet[] = [];
    for (;;) {
      if (this.#rest.length < headBytes) return packets;
      const length = this.#rest.readUIntLE(0, 3) + headBytes;
      if (this.#rest.length < length) return packets;
      packets.push({ bytes: this.#rest.subarray(0, length), sequence: this.#rest[3]! });
      this.#rest = this.#rest.subarray(length);
    }
  }
}

/**
 * MySQL 8.0.23 and newer put a number of query attributes before the text: none, in one set. No text
 * of ours begins with these bytes.
 * https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query.html
 */
const noAttributes = Buffer.from([0, 1]);

/** The text of a plain query, null for every other packet and for one that needs several. */
export function queryText({ bytes, sequence }: Packet): string | null {
  const isQuery = sequence === 0 && bytes[headBytes] === queryCommand;
  if (!isQuery || bytes.length >= maxPayload) return null;
  const rest = bytes.subarray(headBytes + 1);
  const text = rest.subarray(0, 2).equals(noAttributes) ? rest.subarray(2) : rest;
  return text.toString('utf8');
}

export const isCommit = (packet: Packet): boolean => /^\s*COMMIT\b/i.test(queryText(packet) ?? '');
