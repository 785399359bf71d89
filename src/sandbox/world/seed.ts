import { randomBytes } from 'node:crypto';
import type { WorldSeed } from '../protocol/options.ts';
import { addPerson, hueOf } from './people.ts';
import { defaultPermissions } from './permissions.ts';
import type { MemberRow } from './rows.ts';
import { createdAt } from './snowflakes.ts';
import type { World } from './world.ts';

/**
 * Fills an empty world from the seed, or adds missing parts to an existing one. Existing parts,
 * including their ids, are not changed.
 */
export function applySeed(world: World, seed: WorldSeed): void {
  if (!world.hasBegun) begin(world);
  for (const wanted of seed.people) {
    if (world.meta.people[wanted.key] !== undefined) continue;
    const { id } = addPerson(world, wanted);
    world.meta = { ...world.meta, people: { ...world.meta.people, [wanted.key]: id } };
  }
  for (const wanted of seed.servers) addSeedServer(world, wanted);
}

function begin(world: World): void {
  const applicationId = world.ids.next();
  world.meta = {
    applicationId,
    // Has the format of Discord's tokens, but is recognisably not a real one.
    botToken: [
      Buffer.from(applicationId).toString('base64url'),
      'SANDBX',
      randomBytes(28).toString('base64url'),
    ].join('.'),
    verifyKey: randomBytes(32).toString('hex'),
    port: 0,
    people: {},
    servers: {},
    channels: {},
  };
}

function addSeedServer(world: World, wanted: WorldSeed['servers'][number]): void {
  const { meta } = world;
  const serverId = meta.servers[wanted.key] ?? world.ids.next();
  if (meta.servers[wanted.key] === undefined) {
    const personId = (key: string): string => {
      const id = meta.people[key];
      if (id === undefined) throw new Error(`The seed's server ${wanted.key} names ${key}`);
      return id;
    };
    const ownerId = personId(wanted.owner);
    const members = new Set([ownerId, ...wanted.members.map(personId)]);
    world.putServer({
      id: serverId,
      name: wanted.name,
      hue: hueOf(world.servers().length + 3),
      ownerId,
      hasBot: wanted.hasBot ?? true,
      isPrivate: wanted.isPrivate ?? false,
      members: [...members].map((id) => newMember(world, id)),
      roles: [
        {
          id: serverId,
          name: '@everyone',
          permissions: defaultPermissions.toString(),
          color: 0,
        },
      ],
    });
    world.meta = { ...meta, servers: { ...meta.servers, [wanted.key]: serverId } };
  }
  // A deleted server is not added again, nor are new channels of the seed for it.
  if (!world.server(serverId)) return;
  wanted.channels.forEach((channel, position) => {
    if (world.meta.channels[channel.key] !== undefined) return;
    const id = world.ids.next();
    const { name, topic } = channel;
    world.putChannel({ id, serverId, recipientId: null, name, topic, position });
    const channels = { ...world.meta.channels, [channel.key]: id };
    world.meta = { ...world.meta, channels };
  });
}

export function newMember(world: World, personId: string): MemberRow {
  return { personId, roles: [], nick: null, joinedAt: createdAt(world.ids.next()) };
}
