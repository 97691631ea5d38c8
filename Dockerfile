# Two stages: the first has npm and its cache, the second only what runs.
FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=install /app/node_modules node_modules
COPY package.json ./
COPY src src
COPY adapters adapters
COPY config config
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
# Reads the configuration and opens the store beside the running bot; a bot that dies ends its container by itself.
HEALTHCHECK --interval=1m --timeout=20s --start-period=30s \
  CMD ["node_modules/.bin/node", "src/main.ts", "feeds", "list", "--json"]
STOPSIGNAL SIGTERM
CMD ["node_modules/.bin/node", "src/main.ts", "start"]
