import { ApplicationFlags } from 'discord-api-types/v10';
import type { Routes } from '../core/routes.ts';
import * as objects from '../../world/objects.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { ofOwnApplication } from '../core/own.ts';
import { readBody } from '../../http/read.ts';

/** Users, direct-message channels, and the bot itself. */
export function peopleRoutes(app: Routes, deps: RestDeps): void {
  const { world, application } = deps;
  const botUser = objects.botUserOf(application);

  app.get('/users/@me', (context) =>
    context.json({ ...botUser, verified: true, mfa_enabled: true, locale: 'en-US' }),
  );
  app.get('/users/:user', (context) => {
    const id = segment(context, 'user');
    if (id === application.id) return context.json(botUser);
    const person = world.person(id);
    if (!person) throw new ApiError('UnknownUser');
    return context.json(objects.userOf(person));
  });

  app.post('/users/@me/channels', async (context) => {
    const { json } = await readBody(context);
    const { recipient_id: recipientId } = await deps.rules.directChannel(json);
    const person = world.person(recipientId);
    if (!person) throw new ApiError('InvalidRecipient');
    return context.json(objects.directChannelOf(world.directChannelOf(person.id), person));
  });

  const applicationAnswer = () => {
    const owner = world.people().find((person) => person.ownsApplication);
    // As the developer portal sets them for an application in fewer than 100 servers.
    const mayReadMembers = world.meta.membersIntent !== false;
    const flags = mayReadMembers ? ApplicationFlags.GatewayGuildMembersLimited : 0;
    return {
      id: application.id,
      name: application.name,
      icon: null,
      description: application.description,
      type: null,
      flags,
      flags_new: `${flags}`,
      bot: botUser,
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: world.meta.verifyKey,
      redirect_uris: [],
      interactions_endpoint_url: null,
      role_connections_verification_url: null,
      ...(owner && { owner: objects.userOf(owner) }),
      approximate_guild_count: world.servers().filter((server) => server.hasBot).length,
      approximate_user_install_count: 0,
      approximate_user_authorization_count: 0,
      explicit_content_filter: 0,
      team: null,
      eligible_oauth2_scopes: ['bot', 'applications.commands'],
    };
  };
  for (const path of ['/applications/@me', '/oauth2/applications/@me']) {
    app.get(path, (context) => {
      return context.json(applicationAnswer());
    });
  }
  app.get('/applications/:application', (context) => {
    ofOwnApplication(context, deps);
    return context.json(applicationAnswer());
  });
}
