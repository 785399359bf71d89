# The bank, for a server of its own: no sandbox page, no database, no build tools.
# Build: docker build -t passbook .    Run: see deploy/compose.yml

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
COPY commands commands
COPY migrations migrations
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    UV_THREADPOOL_SIZE=16 \
    MALLOC_ARENA_MAX=2 \
    PASSBOOK_DATA=/data \
    BACKUP_TO=/backups \
    METRICS_PORT=9464
# The bank runs without npm; leaving it out leaves its faults out.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
           /opt/yarn* /usr/local/bin/yarn /usr/local/bin/yarnpkg \
 && mkdir -m 700 /data /backups \
 && chown node:node /data /backups
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/src/page/browser src/page/browser
COPY migrations migrations
COPY package.json LICENSE ./
USER node
VOLUME ["/data", "/backups"]
EXPOSE 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "dist/src/cli/healthy.js"]
# The bank finishes confirmed payments and closes within 20 s.
STOPSIGNAL SIGTERM
# The options of scripts/lib/start.mjs.
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=50", "--initial-old-space-size=24", "--expose-gc", "dist/src/main.js"]
